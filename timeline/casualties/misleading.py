"""Phrases of harm that give no figure of it: "40 dead or wounded", "two men shot at the guards", "will have 900 dead".

A sentence and one of its findings go in, a judgement comes out. The words are in `casualties.toml`.
"""

from collections.abc import Iterator, Sequence

from timeline.casualties.chunks import Chunk
from timeline.casualties.lexicon import kind, table
from timeline.casualties.people import People
from timeline.casualties.phrases import Finding
from timeline.casualties.tokens import Token
from timeline.model import Harm

AHEAD = 4  # chunks before a figure in which words such as "will cause" stand


def misleads(words: Sequence[Token], parts: Sequence[Chunk], finding: Finding) -> bool:
    """Whether a finding only looks like a figure of its harm."""
    many = finding.who is None or finding.who.count is None or finding.who.count.best > 0
    return many and (
        _is_joint(words, parts, finding)
        or _is_aimed(words, parts, finding)
        or _is_of_some(words, parts, finding)
        or _is_of_a_place(finding)
        or _are_things(finding)
        or _is_forecast(words, parts, finding)
    )


def _is_joint(words: Sequence[Token], parts: Sequence[Chunk], finding: Finding) -> bool:
    """Whether the number is of two harms together, one of them an injury."""
    harm = finding.harm.word.harm
    others = _alternatives(words, parts, finding.at)
    return any(other is not harm and Harm.INJURED in (other, harm) for other in others)


def _alternatives(words: Sequence[Token], parts: Sequence[Chunk], at: int) -> Iterator[Harm | None]:
    """The harms of which "or" says that they are told instead of that of a chunk."""
    for step in (1, -1):
        near = at + step
        if not 0 <= near < len(parts) or parts[near].letter != kind("OR"):
            continue
        near += step
        while 0 <= near < len(parts) and parts[near].letter == kind("ADVERB"):
            near += step
        if 0 <= near < len(parts) and parts[near].letter in (kind("HARMED"), kind("DEAD"), kind("DIED")):
            yield words[parts[near].first].word.harm


def _is_aimed(words: Sequence[Token], parts: Sequence[Chunk], finding: Finding) -> bool:
    """Whether those told of shot at others."""
    if finding.rule != "people-harmed" or finding.harm.key not in table()["misleading"]["aims"]:
        return False
    behind = parts[finding.at + 1 : finding.at + 4]
    if len(behind) < 2 or words[behind[0].first].key != "at":
        return False
    owned = len(behind) > 2 and behind[2].letter in (kind("OWNER"), kind("OBJECT"))
    return _are_described(behind[1].people) and not owned


def _are_described(people: People | None) -> bool:
    return people is not None and people.shape in ("single", "counted", "people", "pronoun", "they")


def _is_of_some(words: Sequence[Token], parts: Sequence[Chunk], finding: Finding) -> bool:
    """Whether it says who some of those are that are told of already ("one of the men killed was a sailor")."""
    before = parts[finding.at - 1] if finding.at else None
    if finding.harm.key not in table()["misleading"]["describing"] or before is None or before.people is None:
        return False
    return any(token.letter == kind("OF") for token in words[before.first : before.last + 1])


def _is_of_a_place(finding: Finding) -> bool:
    """Whether many are said to be killed and one name stands where they would: that of the place."""
    who = finding.who
    alone = who is not None and who.shape == "name" and who.count is not None and who.count.best == 1
    return alone and finding.harm.key in table()["misleading"]["crowds"]


def _are_things(finding: Finding) -> bool:
    """Whether what is counted may be no people at all ("several tyres were burned")."""
    who = finding.who
    return who is not None and who.shape == "unknown" and finding.harm.key in table()["misleading"]["befalling"]


def _is_forecast(words: Sequence[Token], parts: Sequence[Chunk], finding: Finding) -> bool:
    """Whether the deaths counted are those that something will or may bring."""
    if finding.rule != "deaths-counted":
        return False
    keys = [words[part.first].key for part in parts[max(0, finding.whom - AHEAD) : finding.whom]]
    table_ = table()["misleading"]
    doubts = [place for place, key in enumerate(keys) if key in table_["doubts"]]
    return bool(doubts) and any(key in table_["bringing"] for key in keys[doubts[-1] + 1 :])
