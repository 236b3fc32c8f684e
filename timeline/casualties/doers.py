"""Who is said to have done harm, and whom pronouns stand for.

The sentences of an article go in as tokens and phrases about people; the names of those who did harm come out, and the
phrase that a "he" or "she" stands for.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from timeline.casualties.chunks import Chunk, marked
from timeline.casualties.lexicon import lexicon, table
from timeline.casualties.people import People
from timeline.casualties.phrases import Finding
from timeline.casualties.tokens import Token
from timeline.model import Field, Harm, Side
from timeline.spans import Range

_OFFICERS = frozenset(
    {"officer", "deputy", "police", "trooper", "agent", "guard", "soldier", "troops", "police officer"}
)
_NAMED = ("name:", "full:")
_SINGLE = ("name", "single", "old")
HITTING = ("were-struck", "strike-people")  # the phrases that are told of places too
_FULL_NAME = re.compile(r"\b([A-Z][^\W\d_]+)\s+(?=([A-Z][^\W\d_]+))")
REACH = 3  # sentences that a pronoun looks back


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its tokens, these with phrases about people drawn together, and what it tells of harm.

    `running` are its stretches whose figures are totals of a war, season or year.
    """

    field: Field
    words: Sequence[Token]
    parts: Sequence[Chunk]
    findings: Sequence[Finding] = ()
    running: Sequence[Range] = ()

    @property
    def harmed(self) -> frozenset[int]:
        """First tokens of those whom it says to be harmed."""
        return frozenset(finding.who.first for finding in self.findings if finding.who is not None)

    @property
    def people(self) -> Iterator[People]:
        """Its phrases about people, in order."""
        return (part.people for part in self.parts if part.people is not None)


@dataclass(frozen=True, slots=True)
class _Cue:
    source: re.Pattern[str]
    harm: Harm | None


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(re.compile(marked(row["pattern"])), Harm(row["harm"]) if "harm" in row else None)
        for row in table()["doer"]
    )


def doers(lines: Sequence[Line]) -> frozenset[str]:
    """The name keys of people who are accused, arrested, called attackers, or said to have harmed somebody.

    A surname counts only where nobody of another first name bears it.
    """
    blamed = {key for line in lines for people in _blamed(line) for key in people.keys if key.startswith(_NAMED)}
    spared = {
        key for line in lines for people in line.people for key in people.keys if key.startswith("full:")
    } - blamed
    shared = {"name:" + key.rpartition(" ")[2] for key in spared}
    return frozenset(blamed - shared)


def _blamed(line: Line) -> Iterator[People]:
    letters = "".join(part.letter for part in line.parts)
    yield from (people for people in line.people if people.side is Side.PERPETRATOR)
    for cue in _cues():
        for match in cue.source.finditer(letters):
            people = line.parts[match.start("who")].people
            harm = line.words[line.parts[match.start("harm")].first].word.harm
            if people is not None and _is_blame(people, cue.harm, harm):
                yield people


def _is_blame(people: People, wanted: Harm | None, harm: Harm | None) -> bool:
    if wanted is None and harm not in (Harm.KILLED, Harm.INJURED, Harm.ABDUCTED, None):
        return False
    return (wanted is None or harm is wanted) and not people.keys & _OFFICERS


def without_places(lines: Sequence[Line], text: str) -> list[Line]:
    """The sentences without "Ebor was hit" where the text never tells of Ebor as of a person.

    A person is told of by more than one name, or with an age, a title or a noun.
    """
    if not any(finding.rule in HITTING for line in lines for finding in line.findings):
        return list(lines)
    words = lexicon()
    known = {f"name:{match[2].lower()}" for match in _FULL_NAME.finditer(text) if match[1].lower() not in words}
    known |= {name for line in lines for people in line.people for name in _borne(people)}
    return [replace(line, findings=[it for it in line.findings if not _hits_place(it, known)]) for line in lines]


def _borne(people: People) -> Iterator[str]:
    if any(not key.startswith("name:") for key in people.keys):
        yield from (key for key in people.keys if key.startswith("name:"))


def _hits_place(finding: Finding, known: set[str]) -> bool:
    if finding.rule not in HITTING or finding.who is None or finding.who.shape not in ("name", "list"):
        return False
    return all(key.startswith("name:") for key in finding.who.keys) and not finding.who.keys & known


def antecedent(people: People, lines: Sequence[Line], index: int) -> People:
    """The pronoun with the keys and side of whom it stands for: in the nearest sentence the
    first harmed person who fits, else the first person.
    """
    for line in reversed(lines[max(0, index - REACH) : index + 1]):
        harmed = line.harmed
        before = [other for other in line.people if line is not lines[index] or other.first < people.first]
        for other in sorted(before, key=lambda other: (other.first not in harmed, other.first)):
            if other.shape in _SINGLE and not _clash(people.keys, other.keys):
                return replace(people, keys=people.keys | other.keys, side=other.side)
    return people


def _clash(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool({"male", "female"} & left and {"male", "female"} & right) and not {"male", "female"} & left & right


def is_blamed(keys: frozenset[str], blamed: frozenset[str]) -> bool:
    """Whether a person of these keys is among those blamed: by the full name where it is told, else by the surname."""
    full = {key for key in keys if key.startswith("full:")}
    return bool(full & blamed) if full else bool(keys & blamed)
