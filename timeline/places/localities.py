"""Villages, quarters and farms that the gazetteer lacks, told by a word beside them: "Torkula village", "Barrio Norte",
"Mankha, a village".

A scan goes in, the capitalised phrases that such a word makes places come out; where they are, the towns beside them
tell.
"""

import re
from collections.abc import Iterator
from functools import cache

from timeline.model import PlaceKind
from timeline.places.facilities import AT_THE
from timeline.places.naming import Name, Scan
from timeline.places.suffixes import last_token_before
from timeline.places.tokens import Token
from timeline.places.words import plain_words
from timeline.spans import alternation

LONGEST = 5
_JOINED = frozenset({" ", "-", "\n"})
_GAP = re.compile(r"[\"”']?\s")
_LETTERS = re.compile(r"[a-z]+")
_SITED = re.compile(r"\b(?:at|in|near|of|on|to|from|around|outside|inside|off|towards?|and|between|hit|struck)\s+$")
_ENDING = re.compile(r"(?:ed|ing|ly|'s)$")


def localities(scan: Scan) -> list[tuple[Name, PlaceKind]]:
    """The phrases of a text that a word behind or before them says to be a village, a quarter or a farm, and which.

    >>> from timeline.places.naming import scan
    >>> def found(text): return [(name.plain, str(kind)) for name, kind in localities(scan(text))]
    >>> found("They fled Torkula village for the hamlet of Umem Ger on Monday.")
    [('torkula', 'city'), ('umem ger', 'city')]
    >>> found("It hit the village of al-Zurwa and a clinic in Tolobe town.")
    [('al-zurwa', 'city'), ('tolobe', 'city')]
    >>> found("A PIPE BURST IN THE BARCELA NEIGHBORHOOD OF BOGOTA.")
    [('barcela', 'area'), ('bogota', 'area')]
    >>> found("It buried houses in Umkera, a remote village of the north.")
    [('umkera', 'city')]
    """
    found: dict[int, Name] = {}
    kinds: dict[int, PlaceKind] = {}
    for match, last in _ended(scan):
        first = _first(scan, last) if last >= 0 else 0
        if _add(found, scan, first, last):
            kinds[first] = _kind(match.group())
    for match in _before(_words(scan, "locality_heads")).finditer(scan.text):
        first = last_token_before(scan.tokens, match.end()) + 1
        if first < len(scan.tokens) and scan.tokens[first].start == match.end():
            if _add(found, scan, first, _last(scan, first)):
                kinds[first] = _kind(match.group())
            _with_article(found, first, match)
    return [(found[first], kinds[first]) for first in sorted(found)]


def _ended(scan: Scan) -> Iterator[tuple[re.Match[str], int]]:
    """The words behind a name that say what it is, each with the number of the last word of that name."""
    for match in _behind(_words(scan, "localities")).finditer(scan.text):
        last = last_token_before(scan.tokens, match.start())
        if last >= 0 and _GAP.fullmatch(scan.text, scan.tokens[last].end, match.start()):
            yield match, last
    for pattern, before in ((_town(), AT_THE), (_behind_comma(), _SITED)) if not scan.capitals else ():
        for match in pattern.finditer(scan.text):
            last = last_token_before(scan.tokens, match.start())
            if last < 0 or scan.tokens[last].end != match.start():
                continue
            start = scan.tokens[first].start if (first := _first(scan, last)) <= last else -1
            if start >= 0 and before.search(scan.text, max(0, start - 12), start):
                yield match, last


def _kind(words: str) -> PlaceKind:
    """What the words beside a name make it: part of a town, or a settlement of its own."""
    parts = plain_words("quarters")
    return PlaceKind.AREA if any(word in parts for word in _LETTERS.findall(words.lower())) else PlaceKind.CITY


def _with_article(found: dict[int, Name], first: int, head: re.Match[str]) -> None:
    """Takes the Arabic article before a name into it: "the village of al-Zurwa"."""
    name, article = found.get(first), head["article"]
    if name and article and not name.plain.startswith(article):
        name.start, name.plain = head.start("article"), article.lower() + name.plain


def _words(scan: Scan, name: str) -> frozenset[str]:
    """The words of a list, and of its longer form, in capitals where the text is."""
    if not scan.capitals:
        return plain_words(name)
    return frozenset(word.upper() for word in plain_words(name, f"{name}_in_capitals"))


@cache
def _behind(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(sorted(words))})\b")


@cache
def _town() -> re.Pattern[str]:
    """The word "town" where it is not the town's hall, council or the like."""
    return re.compile(rf" town\b(?! (?:{alternation(sorted(plain_words('town_bodies')))})\b)")


@cache
def _behind_comma() -> re.Pattern[str]:
    """A comma with what says that the name before it is a village's or a town's, and no more than that."""
    kinds = alternation(sorted(plain_words("settlements", "quarters")))
    ends = alternation(sorted(plain_words("behind_settlements")))
    return re.compile(rf",\s(?:an?|the|another)\s(?:[a-z-]+,?\s){{0,4}}(?:{kinds})(?=\s(?:{ends}\b|\d)|[,.;)])")


@cache
def _before(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation(sorted(words))})\s[\"“']?(?P<article>(?:[ae]l|a[dnrstz]|ash)-)?")


def _add(found: dict[int, Name], scan: Scan, first: int, last: int) -> bool:
    """Files a phrase as a name, where it can be one; whether it was."""
    if first > last or _is_ordinary(scan.tokens[first]) or any(at in found for at in range(first, last + 1)):
        return False
    start, end = scan.tokens[first].start, scan.tokens[last].end
    found[first] = Name(start, end, first, last + 1, scan.text[start:end].lower(), ())
    return True


def _first(scan: Scan, last: int) -> int:
    """The first word of the phrase that ends with one, behind all words that tell it apart from a sentence."""
    first, words = last, scan.tokens
    while first > 0 and last - first < LONGEST - 1 and words[first - 1].gap in _JOINED:
        first -= 1
    adjectives = {name.first for name in scan.names if name.is_adjective}
    for at in range(first, last + 1):
        if at in adjectives or _is_described(words[at]):
            first = at + 1
    while first <= last and _is_ordinary(words[first]):
        first += 1
    return first


def _is_described(word: Token) -> bool:
    """Whether a word cannot belong to a name that it precedes: "EXCLUSIVE", "BOMBED", "SAN SALVADOR'S"."""
    return word.functional or word.word in plain_words("describing") or _ENDING.search(word.word) is not None


def _last(scan: Scan, first: int) -> int:
    """The last word of the phrase that opens with one."""
    last, words = first, scan.tokens
    while last + 1 < len(words) and last - first < LONGEST - 1 and words[last].gap in _JOINED:
        if _is_ordinary(words[last + 1]):
            break
        last += 1
    return last


def _is_ordinary(word: Token) -> bool:
    """Whether a word rather stands beside a name than in it."""
    return word.functional or word.word in plain_words("common", "verbs_before", "saying", "before", "months")
