"""Phrases that name, describe or count people.

Tokens go in; noun phrases come out, each with how many people it speaks of, on which side they stand, and the keys by
which other phrases about the same persons can be known. The patterns are in `casualties.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from timeline.casualties.counts import Count, count_of, total
from timeline.casualties.keys import UNBORN, keys_of
from timeline.casualties.lexicon import kind, table
from timeline.casualties.tokens import Token
from timeline.model import Side, Unit

ONE = Count(1, 1, 1, None)
LONGEST = 20  # members of a list
KINDS = frozenset({"adult", "child", "man", "woman", "boy", "girl", "teen", "teenager"})  # none is said of another
MEMBERS = frozenset({"member", "leader", "commander", "chief", "combatant"})  # of a group that has a name
BELONGING = 7  # words within which the group is named
CONTRASTS = frozenset({"while", "but", "yet"})
_LINK = re.compile("[,;]C?|C")  # what stands between the members of a list
_IN_PLACE = re.compile("iD?o?$")  # "at the": what follows is the name of a place, not of a person
_VERBS = frozenset("BHTKAGe")


@dataclass(frozen=True, slots=True)
class People:
    """A phrase about people: `first` and `last` are its tokens, the last included; `count` is None where it tells none.

    `shape` is the pattern that read it ("counted", "name", "pronoun"); `bare` numbers say nothing of what they count;
    `others` are set apart from people told of before ("two others").
    """

    first: int
    last: int
    shape: str
    count: Count | None
    unit: Unit = Unit.PEOPLE
    side: Side = Side.UNKNOWN
    keys: frozenset[str] = frozenset()
    others: bool = False
    members: tuple["People", ...] = ()  # of a list


def find_people(words: Sequence[Token]) -> list[People]:
    """The phrases about people in a sentence, in order, not overlapping."""
    letters = "".join(token.letter for token in words)
    found = [_people(match, words) for match in _scanner().finditer(letters)]
    return _joined([people for people in found if not _are_ages(people, words)], words)


def _are_ages(people: People, words: Sequence[Token]) -> bool:
    """Whether "the ages of 8 and 10" was read for somebody of an age."""
    return people.shape == "old" and words[people.last].key.startswith("ages")


def _joined(found: Sequence[People], words: Sequence[Token]) -> list[People]:
    """Lists drawn together: "a woman and her two sons" are three."""
    letters = "".join(token.letter for token in words)
    joined: list[People] = []
    start = 0
    while start < len(found):
        end = start + 1
        while end < min(len(found), start + LONGEST) and _are_linked(found[end - 1], found[end], words):
            end += 1
        while end - start > 1 and not _closes(found[end - 2], found[end - 1], letters):
            end -= 1
        members = found[start:end]
        if len(members) > 1 and all(_may_be_listed(people, letters) for people in members):
            joined.append(_list(members, letters))
        else:
            joined += members
        start = end
    return joined


def _are_linked(left: People, right: People, words: Sequence[Token]) -> bool:
    """Whether no more than commas and an "and" that opens no clause of its own stands between two phrases."""
    between = words[left.last + 1 : right.first]
    if any(token.key in CONTRASTS for token in between):
        return False
    return _LINK.fullmatch("".join(token.letter for token in between)) is not None


def _may_be_listed(people: People, letters: str) -> bool:
    """Whether a phrase can be a member of a list: no pronoun, no bare number; "a couple" counts people by itself."""
    if people.shape == "name" and not people.keys - _names(people) and _IN_PLACE.search(letters[: people.first][-3:]):
        return False
    if people.count is not None and people.count.high == 0:
        return False
    if people.shape == "bare":
        return people.count is not None and people.count.best == 2 and letters[people.first : people.last + 1] == "v"
    return people.count is not None and people.shape not in ("pronoun", "households")


def _names(people: People) -> frozenset[str]:
    return frozenset(key for key in people.keys if key.startswith(("name:", "full:")))


def _closes(left: People, right: People, letters: str) -> bool:
    """Whether a list may end with these two: by "and", or as headlines do by a comma ("Man, woman shot")."""
    link = letters[left.last + 1 : right.first]
    plain = ("single", "counted", "old")
    headline = (
        left.shape in plain
        and right.shape in plain
        and not set(letters[left.first] + letters[right.first]) & set("Da&")
    )
    further = left.shape in plain and right.others and letters[right.last + 1 : right.last + 2] not in _VERBS
    return "C" in link or (link == "," and (headline or further))


def _list(members: Sequence[People], letters: str) -> People:
    """The members of a list as one; where the first counts the others, those are its apposition and add nothing."""
    first, rest = members[0], members[1:]
    told = sum(people.count.best for people in rest if people.count)
    beside = "C" not in letters[first.last + 1 : rest[0].first]
    kinds = [people.keys & KINDS for people in members]
    apart = len(members) == 2 and all(kinds) and not kinds[0] & kinds[1]
    counts_them = first.count is not None and beside and 1 < first.count.best == told and not apart
    described = first.shape == "name" and beside and all(_may_describe(people) for people in rest)
    aged = first.shape == "counted" and all(people.shape == "old" for people in rest)
    whole = gathered(members)
    if counts_them or described or aged:
        return replace(whole, count=first.count, shape=first.shape, side=first.side, members=())
    return whole


def _may_describe(people: People) -> bool:
    """Whether a phrase can say who a person is ("Ivan Kolar, a teacher and coach")."""
    return people.shape != "name" and not people.others and people.count is not None and people.count.best <= 1


def gathered(members: Sequence[People]) -> People:
    """Several phrases about people as one list; a single one stays itself."""
    if len(members) == 1:
        return members[0]
    wrong = all(people.side is Side.PERPETRATOR for people in members)
    return replace(
        members[0],
        last=members[-1].last,
        count=total([people.count for people in _born(members) if people.count]),
        shape="list",
        side=Side.PERPETRATOR if wrong else Side.UNKNOWN,
        keys=frozenset().union(*(people.keys for people in members)),
        others=any(people.others for people in members),
        members=tuple(members),
    )


def _born(members: Sequence[People]) -> Sequence[People]:
    """The members of a list; an unborn child is not counted beside others, as in registers of deaths."""
    return [people for people in members if not people.keys & UNBORN] or members


@cache
def _scanner() -> re.Pattern[str]:
    shapes = (f"(?P<{row['id']}>{spell(row['pattern'])})" for row in table()["noun_phrase"])
    return re.compile("|".join(shapes))


def spell(pattern: str) -> str:
    """A pattern of the table with each kind of word spelt as its letter; white space counts for nothing."""
    macros = table()["macros"]
    while (
        expanded := re.sub(r"\b[A-Z]{2,}\b", lambda name: macros.get(name.group(), name.group()), pattern)
    ) != pattern:
        pattern = expanded
    spelt = re.sub(r"\b[A-Z]{2,}\b", lambda name: re.escape(kind(name.group())), pattern)
    return str(spelt).replace(" ", "")


def _people(match: re.Match[str], words: Sequence[Token]) -> People:
    first, last, shape = match.start(), match.end() - 1, match.lastgroup or ""
    members = words[first : last + 1]
    perpetrators = any(token.word.role for token in members) or _belong_to_doers(words, first, last)
    return People(
        first,
        last,
        shape,
        _count(shape, members),
        unit=Unit.PEOPLE if shape == "family" else _unit(members),
        side=Side.PERPETRATOR if perpetrators else Side.UNKNOWN,
        keys=frozenset(keys_of(members)),
        others=any(token.key in ("others", "other", "another", "more", "second") for token in members),
    )


def _belong_to_doers(words: Sequence[Token], first: int, last: int) -> bool:
    """Whether they are "members of a guerrilla group"."""
    behind = words[last + 1 : last + 2 + BELONGING]
    if (
        not behind
        or behind[0].letter != kind("OF")
        or not any(token.word.base in MEMBERS for token in words[first : last + 1])
    ):
        return False
    inside = takewhile(lambda token: token.letter in "DaxmotspT", behind[1:])
    return any(token.word.role for token in inside)


def _count(shape: str, members: Sequence[Token]) -> Count | None:
    if shape in ("nobody", "none"):
        return Count(0, 0, 0, None)
    if shape in ("single", "name", "pronoun", "old", "another"):
        return ONE
    return count_of(members) if shape in ("family", "counted", "bare", "unknown", "households") else None


def _unit(members: Sequence[Token]) -> Unit:
    if any(token.letter in (kind("SINGULAR"), kind("PLURAL")) for token in members):
        return Unit.PEOPLE
    for token in members:
        if token.letter == kind("HOUSEHOLD"):
            return Unit.FAMILIES if token.key.startswith("famil") else Unit.HOUSEHOLDS
    return Unit.PEOPLE
