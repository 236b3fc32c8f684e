"""Phrases of harm: who was harmed, by which word.

A sentence's tokens go in, findings come out: a phrase about people, the word of harm that is said of them, and the name
of the phrase that joined the two. The phrases are in `casualties.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline.casualties.chunks import Chunk, marked, spelling
from timeline.casualties.counts import Count, hedged
from timeline.casualties.demands import COUNTS, Pattern, fits, own_count
from timeline.casualties.lexicon import kind, table
from timeline.casualties.people import People
from timeline.casualties.tokens import Token
from timeline.model import Harm, Qualifier
from timeline.spans import parse_count

AGREEING = ("single", "name", "old")  # shapes of one person of whom a plural verb cannot be said
PLURAL_VERBS = ("were", "are ", "have ")
PAIR = hedged("at_least", 2)
BORROWING = ("inherits", "elsewhere", "named")  # demands of phrases that borrow from the word of harm before them
_CHANGED = re.compile(r"from .+? to (.+)")  # "lowered from 12 to nine"


@dataclass(frozen=True, slots=True)
class Finding:
    """Who is said to be harmed and by which token; `who` is None where a phrase says that nobody was."""

    rule: str
    harm: Token
    who: People | None
    at: int  # chunk of the word of harm
    whom: int  # chunk of those harmed
    count: Count | None = None  # where the phrase counts by itself
    whole: "Finding | None" = None  # the figure that contains this one


@cache
def patterns() -> tuple[Pattern, ...]:
    """The phrases, in the order in which they are tried."""
    return tuple(
        Pattern(row["id"], re.compile(marked(row["pattern"])), row.get("demands", "")) for row in table()["phrase"]
    )


def findings(words: Sequence[Token], parts: Sequence[Chunk]) -> dict[int, Finding]:
    """What the phrases with people of their own find in a sentence, by the chunk of the word of harm."""
    letters = spelling(parts)
    found: dict[int, Finding] = {}
    for pattern in patterns():
        for match in pattern.source.finditer(letters) if pattern.demands not in BORROWING else ():
            at = match.start("harm")
            if at in found:
                continue
            whom = at if pattern.demands in COUNTS else match.start("who")
            used = pattern.demands == "fresh" and (
                any(finding.whom == whom for finding in found.values()) or _is_feared(words, parts[at:whom])
            )
            if not used and fits(pattern, words, parts, match):
                harm = _to_death(word_of_harm(words, parts[at].first), _behind(words, parts[whom]))
                who = _changed(_exceeded(_agreeing(parts[whom].people, words, parts[whom:at]), words), words)
                told = words[parts[whom].first : parts[whom].last + 1]
                found[at] = Finding(pattern.id, harm, who, at, whom, own_count(pattern, harm, told))
    return found


def _agreeing(who: People | None, words: Sequence[Token], parts: Sequence[Chunk]) -> People | None:
    """Those harmed; where a plural verb is said of one person, they are the last of a list that was not understood."""
    if who is None or who.shape not in AGREEING or any(part.letter == kind("WHO") for part in parts):
        return who
    verbs = [words[part.first].key for part in parts if part.letter == kind("BE")]
    return replace(who, count=PAIR) if verbs and verbs[-1].startswith(PLURAL_VERBS) else who


def _exceeded(who: People | None, words: Sequence[Token]) -> People | None:
    """Those harmed; more than their number where a toll is said to have passed it."""
    if who is None or who.count is None or who.count.qualifier is not Qualifier.EXACT or not who.first:
        return who
    above = words[who.first - 1].key in table()["exceeding"]["words"]
    return replace(who, count=hedged("more_than", who.count.best)) if above else who


def _changed(who: People | None, words: Sequence[Token]) -> People | None:
    """Those harmed; the second number where a toll is said to have changed from one to another."""
    told = _CHANGED.fullmatch(words[who.first].key) if who is not None and who.first == who.last else None
    number = parse_count(told[1]) if told else None
    return who if who is None or number is None else replace(who, count=hedged("", number))


def _behind(words: Sequence[Token], part: Chunk) -> Sequence[Token]:
    """The word behind a phrase about people and, where that is "of them", the next."""
    behind = words[part.last + 1 : part.last + 3]
    return behind if behind and behind[0].letter == kind("INCLUDING") else behind[:1]


def _to_death(harm: Token, behind: Sequence[Token]) -> Token:
    """The word of harm; it tells of a death where "to death" stands behind those harmed."""
    if harm.word.harm is not Harm.INJURED or not any(token.key in table()["fatal"]["endings"] for token in behind):
        return harm
    return replace(harm, word=replace(harm.word, harm=Harm.KILLED, shot=False))


def _is_feared(words: Sequence[Token], parts: Sequence[Chunk]) -> bool:
    """Whether a toll is one that may yet come ("could reach 20,000")."""
    return any(words[part.first].key in table()["fears"]["words"] for part in parts)


def word_of_harm(words: Sequence[Token], at: int) -> Token:
    """The token; behind or before "fatally" it tells of a death."""
    token, beside = words[at], [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
    if token.key in table()["gunning"]["words"]:
        return replace(token, word=replace(token.word, harm=Harm.INJURED, shot=True))
    if token.word.harm is Harm.INJURED and any(word.key in table()["fatal"]["adverbs"] for word in beside):
        return replace(token, word=replace(token.word, harm=Harm.KILLED, shot=False))
    return token
