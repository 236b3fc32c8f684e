"""What phrases of harm ask of the people they are said of: several, one, survivors, such as the verb can be said of.

A pattern, the sentence and a match go in, a judgement comes out. The words are in `casualties.toml`.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from timeline.casualties.chunks import Chunk
from timeline.casualties.counts import Count, count_of, hedged
from timeline.casualties.lexicon import kind, table
from timeline.casualties.people import People
from timeline.casualties.tokens import Token
from timeline.model import Harm, Side, Unit

SINGLE = ("single", "name", "pronoun", "old", "another")
LISTED = ("counted", "bare", "unknown")
BODILY = 5  # words behind a name in which a part of a body tells that it is somebody's
COUNTS = ("zero", "one", "own", "deed")  # demands of phrases that count without a phrase about people
HOUSEHOLD_HARMS = (Harm.AFFECTED, Harm.DISPLACED, Harm.EVACUATED, Harm.HOMELESS, Harm.RESCUED)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the table, compiled; `demands` is what it asks of its phrase about people, or what it counts itself.

    "inherits": none, for that of the word of harm before it counts; "elsewhere": its own, for the harm told before it;
    "named": so too, before a proper name; "zero" and "one" count so many; "deed": at least one, where a deed follows;
    "own": the word of harm says how many; "fresh": a number of which nothing was found yet, in no toll that may yet
    come; all others are functions of `DEMANDS`.
    """

    id: str
    source: re.Pattern[str]
    demands: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a demand is held against: those harmed, the chunks from the first of the phrase on, and the word of harm."""

    who: People
    words: Sequence[Token]
    opening: Chunk
    parts: Sequence[Chunk]  # from those harmed to the word of harm
    harm: Token


def fits(pattern: Pattern, words: Sequence[Token], parts: Sequence[Chunk], match: re.Match[str]) -> bool:
    """Whether a phrase about people is such as the pattern demands."""
    at = match.start("harm")
    if pattern.demands in COUNTS:
        return pattern.demands != "deed" or _names_deed(words, parts[at].first)
    whom = match.start("who")
    who = parts[whom].people
    if who is None or _disagrees(who, words, parts[whom:at]):
        return False
    harm = words[parts[at].first]
    if who.unit is Unit.HOUSEHOLDS and harm.word.harm not in HOUSEHOLD_HARMS:
        return False
    meets = DEMANDS.get(pattern.demands)
    return meets is None or meets(Said(who, words, parts[match.start()], parts[whom:at], harm))


def own_count(pattern: Pattern, harm: Token, told: Sequence[Token]) -> Count | None:
    """How many a phrase counts by itself; `told` are the tokens of those of whom it is said."""
    if pattern.demands == "own":
        number = int(harm.word.base.rstrip("+"))
        return hedged("at_least" if harm.word.base.endswith("+") else "", number)
    if pattern.demands == "numbered":
        return count_of(told)
    return {"zero": hedged("", 0), "one": hedged("", 1), "deed": hedged("at_least", 1)}.get(pattern.demands)


def _are_called_hostages(said: Said) -> bool:
    return not said.who.keys.isdisjoint(table()["released"]["people"])


def _are_survivors(said: Said) -> bool:
    return not said.who.keys.isdisjoint(table()["survived"]["people"])


def _are_crowd(said: Said) -> bool:
    """Whether so many are told of that they left their homes and did not only leave a place."""
    who, fled = said.who, table()["fled"]
    many = who.count is not None and who.count.best >= fled["least"]
    return who.unit is not Unit.PEOPLE or (many and not _did_it(who) and who.keys.isdisjoint(fled["never"]))


def _are_seized_by_doers(said: Said) -> bool:
    """Whether several are said to be seized by those who are called by what they do to others ("gunmen")."""
    return _are_many(said) and _did_it(said.opening.people)


def _did_it(who: People | None) -> bool:
    return who is not None and who.side is Side.PERPETRATOR


def _are_many(said: Said) -> bool:
    return said.who.count is not None and said.who.count.best > 1


def _are_several(said: Said) -> bool:
    return _are_many(said) and said.who.shape in LISTED


def _are_gunned(said: Said) -> bool:
    return said.harm.key in table()["gunning"]["words"] and _are_many(said)


def _are_arrests(said: Said) -> bool:
    return said.harm.key == "arrests" and said.who.shape == "bare"


def _are_somebodys(said: Said) -> bool:
    """Whether it is no name, or one with a part of a body behind it."""
    behind = said.words[said.who.last + 1 : said.who.last + 1 + BODILY]
    return said.who.shape != "name" or any(token.key in table()["struck"]["parts"] for token in behind)


def _are_certain(said: Said) -> bool:
    """Whether it is no number before an unknown plural, which may be things."""
    following = said.words[said.who.last + 1 : said.who.last + 2]
    things = any(token.letter == kind("WORD") and token.key.endswith("s") for token in following)
    return said.who.shape != "bare" or not things


def _agree(said: Said) -> bool:
    """Whether the verb is in the number of those of whom it is said."""
    plural = any(said.words[part.first].key.split()[0] in ("were", "are", "have") for part in said.parts)
    return plural != (said.who.shape in SINGLE)


def _are_numbered(said: Said) -> bool:
    told = said.words[said.who.first : said.who.last + 1]
    return any(token.letter == kind("NUMBER") for token in told)


DEMANDS: dict[str, Callable[[Said], bool]] = {
    "noun": lambda said: said.who.shape != "pronoun",
    "bare": lambda said: said.who.shape == "bare",
    "fresh": lambda said: said.who.shape in LISTED,
    "single": lambda said: said.who.shape in SINGLE,
    "many": _are_many,
    "several": _are_several,
    "agreeing": _agree,
    "bodily": _are_somebodys,
    "certain": _are_certain,
    "hostages": _are_called_hostages,
    "survivors": _are_survivors,
    "crowd": _are_crowd,
    "by-doers": _are_seized_by_doers,
    "numbered": _are_numbered,
    "gunning": _are_gunned,
    "arrests": _are_arrests,
}
"""What a phrase may ask of its people, by the name that the table gives it."""


def _names_deed(words: Sequence[Token], at: int) -> bool:
    """Whether a deed follows the adjective at a token soon."""
    deadly = table()["deadly"]
    return any(token.key in deadly["deeds"] for token in words[at + 1 : at + 1 + deadly["reach"]])


def _disagrees(who: People, words: Sequence[Token], parts: Sequence[Chunk]) -> bool:
    """Whether several are counted and a verb farther on is in the singular ("who shot 4, a boy too, is dead")."""
    if who.shape not in ("counted", "bare") or who.count is None or who.count.best < 2:
        return False
    verbs = [words[part.first].key for part in parts if part.letter == kind("BE")]
    beside = all(part.letter in (kind("BE"), kind("HAVE"), kind("ADVERB")) for part in parts[1:])
    return bool(verbs) and not beside and verbs[-1].split()[0] in ("was", "is")
