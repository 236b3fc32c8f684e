"""Words that say what kind of place a name is: "Kharkiv Oblast", "the Karak district", "Clay and Grant counties".

A scan goes in; its names lose the meanings that such a word rules out, and names in lists of counties are added.
"""

import re
from functools import cache

from timeline.model import PlaceKind
from timeline.places.folding import fold
from timeline.places.gazetteer import Role, Sense
from timeline.places.naming import Name, Scan, look_up
from timeline.places.tokens import Token
from timeline.places.words import plain_words
from timeline.spans import alternation, read_table

_NEARBY = "(?:border|frontline|coastal|neighbouring|neighboring)"
LONGEST_LIST = 12  # names before "counties"
DWARFED = 15  # tens of decimal logarithms of people
_NEXT = re.compile(r"[ \n-]+([A-Za-z]+)")
_HEAD = re.compile(r"\b([A-Za-z]+) of (?:the )?$")
_BETWEEN = re.compile(r"\s*,?\s*(?:and|or|&)?\s*", re.IGNORECASE)


def narrow(scan: Scan) -> None:
    """Keeps the meanings that fit the word behind or before each name, and adds names of listed divisions."""
    for name in scan.names:
        if not name.is_adjective:
            _narrow_name(scan, name)
    _add_listed(scan)
    _narrow_examples(scan)


def _narrow_name(scan: Scan, name: Name) -> None:
    following = _NEXT.match(scan.text, name.end, name.end + 24)
    if following and following.group(1) in _clubs():
        name.sure = True
    elif following:
        kind = _kind_of(following.group(1).lower())
        if kind and _keep(name, kind, following.group(1).lower()):
            name.sure = True
            if following.group(1)[0].isupper():
                _extend(scan, name, following.end(1))
            return
    head = _HEAD.search(scan.text, max(0, name.start - 24), name.start)
    kind = _kind_of(head.group(1).lower()) if head else None
    if head and kind and any(sense.record.kind is kind and _weighty(sense, name) for sense in name.senses):
        name.sure = _keep(name, kind, head.group(1).lower())


@cache
def _clubs() -> frozenset[str]:
    """The second words of football clubs that follow their town's: "Bolton Wanderers"."""
    return frozenset(word.capitalize() for word in plain_words("clubs"))


def _weighty(sense: Sense, name: Name) -> bool:
    """Whether a meaning is not dwarfed by the most important one: "25th District of Florida" is no district Florida."""
    return sense.record.weight > name.top.record.weight - DWARFED


def _extend(scan: Scan, name: Name, end: int) -> None:
    """Takes a capitalised kind word into the name."""
    if name.after < len(scan.tokens) and scan.tokens[name.after].end == end:
        name.end, name.after = end, name.after + 1


@cache
def _kinds() -> dict[str, PlaceKind]:
    table: dict[str, str] = read_table("timeline.places", "words.toml")["kind_words"]
    return {word: PlaceKind(kind) for kind, words in table.items() for word in words.split()}


def _kind_of(word: str) -> PlaceKind | None:
    return _kinds().get(word)


def _keep(name: Name, kind: PlaceKind, word: str) -> bool:
    """Keeps the meanings of one kind; where a name has none, those of the name with the word behind it."""
    fitting = tuple(sense for sense in name.senses if sense.record.kind is kind and sense.role <= Role.VARIANT)
    found = fitting or of_kind(f"{name.plain} {word}", kind)
    if found and word == "district":
        found += _regions_elsewhere(name, found)
    if found:
        name.senses = found
    return bool(found)


def _regions_elsewhere(name: Name, districts: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The first-order divisions of a name without a district of the name in them: some countries' are called so."""
    inside = {sense.record.region for sense in districts}
    regions = (sense for sense in name.senses if sense.record.kind is PlaceKind.REGION)
    return tuple(sense for sense in regions if sense.record.region not in inside)


def of_kind(plain: str, kind: PlaceKind) -> tuple[Sense, ...]:
    """The meanings of a name that are of a kind."""
    return tuple(sense for sense in look_up(plain) if sense.record.kind is kind)


@cache
def _plurals() -> tuple[re.Pattern[str], dict[str, str]]:
    words: dict[str, str] = read_table("timeline.places", "words.toml")["plurals"]
    return re.compile(rf"(?<=[\w,] )(?:{_NEARBY} )?({alternation(words)})\b", re.IGNORECASE), words


def _add_listed(scan: Scan) -> None:
    pattern, words = _plurals()
    listed: dict[int, Name] = {}
    for match in pattern.finditer(scan.text):
        singular = words[match.group(1).lower()]
        kind = _kind_of(singular) or PlaceKind.DISTRICT
        for group, last in _groups_before(scan, match.start()):
            for first in range(group, last + 1 if scan.capitals else group + 1):
                if name := _listed(scan, (first, last), (kind, singular)):
                    listed[first] = name
                    break
    if listed:
        taken = {at for name in listed.values() for at in range(name.first, name.after)}
        kept = [name for name in scan.names if taken.isdisjoint(range(name.first, name.after))]
        scan.names = sorted([*kept, *listed.values()], key=lambda name: name.start)


def _listed(scan: Scan, words: tuple[int, int], kind: tuple[PlaceKind, str]) -> Name | None:
    """The division of a kind that some words of a list name."""
    first, last = words
    start, end = scan.tokens[first].start, scan.tokens[last].end
    plain = fold(scan.text[start:end])
    senses = of_kind(f"{plain} {kind[1]}", kind[0])
    if not senses and kind[0] is PlaceKind.REGION:
        senses = of_kind(plain, kind[0])
    return Name(start, end, first, last + 1, plain, senses, sure=True) if senses else None


@cache
def _examples() -> re.Pattern[str]:
    """What stands before names of divisions: "regions such as", "the provinces of"."""
    plurals: dict[str, str] = read_table("timeline.places", "words.toml")["plurals"]
    words = [word for word, one in plurals.items() if _kind_of(one) is PlaceKind.REGION]
    return re.compile(rf"\b(?:{alternation(words)})(?: of|,? such as|,? including| like) (?:the )?(?=[A-Z])")


def _narrow_examples(scan: Scan) -> None:
    """Keeps the divisions among the names that follow as examples: "regions such as Belgorod and Bryansk"."""
    heads = {match.end() for match in _examples().finditer(scan.text)}
    if not heads:
        return
    end = -1
    for name in scan.names:
        if name.start in heads or (0 <= end < name.start and _BETWEEN.fullmatch(scan.text, end, name.start)):
            end = name.end if _keep(name, PlaceKind.REGION, "region") else -1
            name.sure = name.sure or end > 0


def _groups_before(scan: Scan, end: int) -> list[tuple[int, int]]:
    """First and last token of each capitalised phrase listed before an offset; "Clay and Otter Tail" has two."""
    groups: list[tuple[int, int]] = []
    at = last_token_before(scan.tokens, end)
    while at >= 0 and len(groups) < LONGEST_LIST:
        token = scan.tokens[at]
        if scan.capitals and token.word in ("and", "or"):
            at -= 1
            continue
        between = scan.text[token.end : end] if end - token.end <= 8 else "-"
        if not _BETWEEN.fullmatch(between) or token.functional:
            break
        if groups and between.isspace():
            groups[-1] = (at, groups[-1][1])
        else:
            groups.append((at, at))
        end, at = token.start, at - 1
    return groups


def last_token_before(tokens: list[Token], end: int) -> int:
    """The number of the last word that ends before an offset or at it, -1 for none."""
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        if tokens[middle].end <= end:
            low = middle + 1
        else:
            high = middle
    return low - 1
