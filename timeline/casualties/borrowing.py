"""What a word of harm borrows from another in its sentence: whom it speaks of, the harm itself, the whole of a part.

A sentence and its findings go in, further findings come out: "was shot *and died*", "four died at the scene *and two in
hospital*", "12 were killed, *five of them children*".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from timeline.casualties.chunks import Chunk, marked, spelling
from timeline.casualties.company import with_company
from timeline.casualties.lexicon import kind, table
from timeline.casualties.misleading import misleads
from timeline.casualties.people import People
from timeline.casualties.phrases import Finding, findings, patterns, word_of_harm
from timeline.casualties.tokens import Token
from timeline.model import Harm

Found = dict[int, Finding]
ELSEWHERE = ("elsewhere", "named")


def all_findings(words: Sequence[Token], parts: Sequence[Chunk]) -> list[Finding]:
    """Everything found in a sentence, by position."""
    found = {at: it for at, it in findings(words, parts).items() if not misleads(words, parts, it)}
    for finding in [*_inherited(words, parts, found), *_elsewhere(words, parts, found), *_victims(words, parts, found)]:
        found.setdefault(finding.at, finding)
    wholes = with_company(words, parts, (found[at] for at in sorted(found)))
    return sorted([*wholes, *_parts(words, parts, wholes)], key=lambda finding: (finding.at, finding.whom))


def _inherited(words: Sequence[Token], parts: Sequence[Chunk], found: Found) -> Iterator[Finding]:
    """Words of harm behind "and" that have no subject of their own take that of the word of harm before them."""
    for pattern in patterns():
        for match in pattern.source.finditer(spelling(parts)) if pattern.demands == "inherits" else ():
            at = match.start("harm")
            last = _before(found, at)
            if last and last.whom <= last.at and not _people_between(parts, last.at, at):
                yield Finding(pattern.id, word_of_harm(words, parts[at].first), last.who, at, last.whom)


def _elsewhere(words: Sequence[Token], parts: Sequence[Chunk], found: Found) -> Iterator[Finding]:
    """People told of with a place only suffer what was told before them; a list goes on from one to the next."""
    known = dict(found)
    for pattern in patterns():
        for match in _listed(pattern.source, spelling(parts)) if pattern.demands in ELSEWHERE else ():
            at, whom = match.start("harm"), match.start("who")
            if pattern.demands == "named" and not _is_named(words, parts[at].last):
                continue
            last = _before(known, whom)
            if last and at not in known and not _people_between(parts, max(last.at, last.whom) + 1, whom):
                harm = _harm_there(words, parts[at], parts[whom].people, last)
                known[at] = Finding(pattern.id, harm, parts[whom].people, at, whom)
                yield known[at]


def _listed(source: re.Pattern[str], letters: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern, of which one may begin where another ends."""
    match = source.search(letters)
    while match:
        yield match
        match = source.search(letters, match.start("harm"))


def _harm_there(words: Sequence[Token], place: Chunk, people: People | None, last: Finding) -> Token:
    """Of the dead, "three others in the hospital" are not said to have died there."""
    there = words[place.first]
    return there if people is not None and people.others and there.word.harm is not None else last.harm


def _is_named(words: Sequence[Token], at: int) -> bool:
    """Whether a preposition stands before a proper name."""
    behind = [token for token in words[at + 1 : at + 3] if token.letter != kind("DEFINITE")]
    return bool(behind) and behind[0].capital


def _victims(words: Sequence[Token], parts: Sequence[Chunk], found: Found) -> Iterator[Finding]:
    """People of whom nothing else is told, but who are called by what befell them ("four gunshot victims")."""
    told = {finding.whom for finding in found.values()}
    for at, part in enumerate(parts):
        if part.people is None or part.people.count is None or at in told:
            continue
        for token in words[part.first : part.last + 1]:
            if token.letter in (kind("SINGULAR"), kind("PLURAL")) and token.word.harm is not None:
                yield Finding("victims", token, part.people, at, at)
                break


def _before(found: Found, at: int) -> Finding | None:
    earlier = [place for place in found if place < at]
    return found[max(earlier)] if earlier else None


def _people_between(parts: Sequence[Chunk], start: int, end: int) -> bool:
    return any(part.letter == kind("PEOPLE") for part in parts[start:end])


def _parts(words: Sequence[Token], parts: Sequence[Chunk], wholes: Sequence[Finding]) -> Iterator[Finding]:
    """Figures that a larger one of the sentence contains."""
    taken = {finding.whom for finding in wholes}
    for id, source in _part_patterns():
        for match in source.finditer(spelling(parts)):
            whom = match.start("who")
            whole = max((finding for finding in wholes if finding.whom < whom), key=lambda it: it.whom, default=None)
            part = parts[whom].people
            if whole is None or whom in taken or part is None or not _is_part(whole, part):
                continue
            harm = whole.harm
            if "harm" in match.re.groupindex:
                if words[parts[match.start("harm")].first].key not in table()["fatal"]["adverbs"]:
                    continue
                harm = replace(harm, word=replace(harm.word, harm=Harm.KILLED, shot=False))
            taken.add(whom)
            told = _harm_behind(words, parts, match.end())
            if told is not None and words[parts[told].first].word.harm is not whole.harm.word.harm:
                yield Finding(id, word_of_harm(words, parts[told].first), part, told, whom)
            else:
                yield Finding(f"part-{id}", harm, part, whom, whom, whole=whole)


def _harm_behind(words: Sequence[Token], parts: Sequence[Chunk], at: int) -> int | None:
    """The word that tells of what befell a part ("60 were hurt, 12 of them displaced"), None where there is none."""
    while at < len(parts) and parts[at].letter in (kind("BE"), kind("HAVE"), kind("ADVERB")):
        at += 1
    told = at < len(parts) and parts[at].letter in (kind("HARMED"), kind("DEAD"), kind("DIED"))
    return at if told and words[parts[at].first].word.harm is not None else None


def _is_part(whole: Finding, part: People) -> bool:
    if whole.who is None or whole.who.count is None or part.count is None:
        return False
    return part.count.best < whole.who.count.best


@cache
def _part_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["id"], re.compile(marked(row["pattern"]))) for row in table()["part"])
