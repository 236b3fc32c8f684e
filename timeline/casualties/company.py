"""Who is harmed together with whom: "the minister was killed along with two guards", "the murder of Ada and of Otto".

A sentence's findings go in and come out, those that tell of company counting it too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.casualties.chunks import Chunk, spelling
from timeline.casualties.lexicon import kind, table
from timeline.casualties.people import People, gathered
from timeline.casualties.phrases import Finding
from timeline.casualties.tokens import Token

REACH = 14  # chunks behind those harmed within which their company is told
_ENDS = ("STOP", "CLAUSE", "WHO", "SAY", "HARMED", "HARMING", "HARM", "DIED", "DEAD", "DEATH", "AND", "OR", "QUOTE")


def with_company(words: Sequence[Token], parts: Sequence[Chunk], found: Iterable[Finding]) -> list[Finding]:
    """The findings of a sentence, each with those who are told to have suffered the same along with its people.

    They are of the side of those people, whatever they are called.
    """
    listed = list(found)
    told = {finding.whom for finding in listed}
    return [_joined(finding, _company(words, parts, finding), parts, told) for finding in listed]


def _joined(finding: Finding, at: int | None, parts: Sequence[Chunk], told: set[int]) -> Finding:
    who, company = finding.who, None if at is None else parts[at].people
    if who is None or company is None or at in told or not (_counts(who) and _counts(company)):
        return finding
    return replace(finding, who=gathered([*(who.members or (who,)), replace(company, side=who.side)]))


def _counts(people: People) -> bool:
    """Whether it says how many they are, of people who can have company."""
    return people.count is not None and people.count.best > 0 and people.shape not in ("they", "households")


def _company(words: Sequence[Token], parts: Sequence[Chunk], finding: Finding) -> int | None:
    """The chunk that tells of company, None where there is none."""
    start = max(finding.at, finding.whom) + 1
    letters = spelling(parts[start : start + REACH + 2])
    if finding.rule == "death-of":
        steps = letters.lstrip(kind("COMMA"))
        opens = steps[:2] == kind("AND") + kind("OF")
        return start + len(letters) - len(steps) + 2 if opens and len(steps) > 2 else None
    ends = {kind(name) for name in _ENDS}
    for step in range(min(REACH, len(letters) - 1)):
        part = parts[start + step]
        if words[part.first].key in table()["company"]["words"]:
            return start + step + 1
        if part.letter in ends or (part.people is not None and part.people.shape != "bare"):
            return None
    return None
