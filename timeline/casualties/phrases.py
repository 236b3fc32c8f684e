"""Phrases of harm: who was harmed, by which word.

A sentence's tokens go in, findings come out: a phrase about people, the word of harm that is said of them, and the name
of the phrase that joined the two. The phrases are in `casualties.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.casualties.lexicon import kind, table
from timeline.casualties.people import People, find_people, spell
from timeline.casualties.tokens import Token


@dataclass(frozen=True, slots=True)
class Chunk:
    """A token, or a phrase about people in place of its tokens; `first` and `last` count tokens."""

    letter: str
    first: int
    last: int
    people: People | None = None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of the table, compiled."""

    id: str
    source: re.Pattern[str]
    bare: bool
    single: bool
    zero: bool
    inherits: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """Who is said to be harmed and by which token; `who` is None where a phrase says that nobody was."""

    rule: str
    harm: Token
    who: People | None
    at: int  # chunk of the word of harm
    whom: int  # chunk of those harmed


@cache
def patterns() -> tuple[Pattern, ...]:
    """The phrases, in the order in which they are tried."""
    return tuple(
        Pattern(
            row["id"], re.compile(marked(row["pattern"])), *(row.get(key, False) for key in ("bare", "single", "zero", "inherits"))
        )
        for row in table()["phrase"]
    )


def marked(pattern: str) -> str:
    """A pattern of the table as an expression over letters, with groups `who` for $ and `harm` for @."""
    named = re.sub(r"\$(PEOPLE|NONE)", r"(?P<who>\1)", pattern)
    named = re.sub(r"@(\(\?:[^()]*\)|[A-Z]+)", r"(?P<harm>\1)", named)
    return spell(named)


def chunks(words: Sequence[Token]) -> list[Chunk]:
    """The tokens of a sentence with its phrases about people drawn together."""
    found, position = [], 0
    for people in find_people(words):
        found += [Chunk(words[n].letter, n, n) for n in range(position, people.first)]
        if people.shape == "place":
            found += [Chunk("x", n, n) for n in range(people.first, people.last + 1)]
        else:
            found.append(Chunk(_letter(people), people.first, people.last, people))
        position = people.last + 1
    return found + [Chunk(words[n].letter, n, n) for n in range(position, len(words))]


def _letter(people: People) -> str:
    if people.count is None:
        return kind("UNCOUNTED")
    return kind("NONE" if people.count.high == 0 else "PEOPLE")


def findings(words: Sequence[Token], parts: Sequence[Chunk]) -> list[Finding]:
    """What the phrases find in a sentence, one finding for each word of harm, in order."""
    letters = "".join(chunk.letter for chunk in parts)
    found: dict[int, Finding] = {}
    for pattern in patterns():
        for match in pattern.source.finditer(letters):
            at = match.start("harm")
            if at in found:
                continue
            if pattern.inherits:
                continue
            whom = at if pattern.zero else match.start("who")
            who = parts[whom].people
            if _fits(pattern, who):
                found[at] = Finding(pattern.id, words[parts[at].first], who, at, whom)
    _inherit(letters, words, parts, found)
    return [found[at] for at in sorted(found)]


def _inherit(letters: str, words: Sequence[Token], parts: Sequence[Chunk], found: dict[int, Finding]) -> None:
    """Words of harm behind "and" that have no subject of their own take that of the word of harm before them."""
    for pattern in patterns():
        for match in pattern.source.finditer(letters) if pattern.inherits else ():
            at = match.start("harm")
            before = [finding for finding in found.values() if finding.at < at and finding.whom <= finding.at]
            if at not in found and before:
                last = max(before, key=lambda finding: finding.at)
                if not any(part.people for part in parts[last.at : at]) or last.whom < last.at:
                    found[at] = Finding(pattern.id, words[parts[at].first], last.who, at, last.whom)


def _fits(pattern: Pattern, who: People | None) -> bool:
    if pattern.zero or who is None:
        return pattern.zero
    if pattern.bare:
        return who.shape == "bare"
    return not pattern.single or who.shape in ("single", "name", "pronoun", "old")
