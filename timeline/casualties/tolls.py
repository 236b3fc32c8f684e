"""Casualty figures: how many people a phrase says were killed, injured, missing, displaced and so on.

An article goes in; figures come out, each with its phrase, its bounds, its side, and the keys of those it speaks of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from timeline.casualties.borrowing import all_findings
from timeline.casualties.chunks import chunks
from timeline.casualties.corrections import with_corrections
from timeline.casualties.doers import Line, antecedent, doers, is_blamed, without_places
from timeline.casualties.lexicon import kind, lexicon, table
from timeline.casualties.people import People, gathered
from timeline.casualties.phrases import Finding
from timeline.casualties.tokens import names_in, tokens
from timeline.model import Article, Mention, Side, Span, Toll
from timeline.spans import Range, alternation, sentences

_ASIDE = re.compile(r",\s(?:(?:in|during)\swhich|when)\b")
SUPERLATIVE = 80  # characters before a stretch of time within which a word can tell that no total is of it


def find_tolls(article: Article) -> list[Mention[Toll]]:
    """The casualty figures of an article's title and text, by position.

    A mention covers the people counted and the word of harm; its rule is the phrase that found it and, after a colon,
    the word of harm ("were-harmed:shot").
    """
    lines = without_places(_lines(article), article.text)
    blamed = doers(lines)
    found = [
        mention
        for index, line in enumerate(lines)
        for finding in line.findings
        for mention in _mentions(article, line, _resolved(finding, lines, index), blamed)
    ]
    return sorted(with_corrections(article, found), key=lambda mention: mention.span)


def _lines(article: Article) -> list[Line]:
    """The sentences that may hold figures or say who is to blame."""
    names = names_in(article.text)
    found = []
    for field, string in article.fields():
        for reach in sentences(string):
            if _stem().search(string, *reach):
                words = tokens(string, reach, names)
                parts = chunks(words)
                told = all_findings(words, parts)
                found.append(Line(field, words, parts, told, _running_clauses(string, reach) if told else ()))
    return found


@cache
def _stem() -> re.Pattern[str]:
    """Whether a sentence holds any word of harm or blame."""
    words = {key for key, word in lexicon().items() if word.harm is not None or word.kind == kind("ACCUSED")}
    words |= set(table()["gunning"]["words"])
    return re.compile(rf"\b{alternation(words)}\b", re.IGNORECASE)


def _resolved(finding: Finding, lines: Sequence[Line], index: int) -> Finding:
    """The finding with what its phrase about people takes from others: a pronoun its person, a bare number its side."""
    if finding.who is not None and finding.who.shape == "bare" and _follows_doers(finding, lines[index]):
        return replace(finding, who=replace(finding.who, side=Side.PERPETRATOR))
    if finding.who is None or "pronoun" not in (finding.who.shape, *(who.shape for who in finding.who.members)):
        return finding
    known = [antecedent(who, lines, index) for who in finding.who.members or (finding.who,)]
    return replace(finding, who=gathered(known))


def _follows_doers(finding: Finding, line: Line) -> bool:
    """Whether the figure before it in the sentence counts several doers ("220 rebels were killed and 30 wounded")."""
    earlier = [other.who for other in line.findings if other.at < finding.at and other.who is not None]
    told = [who for who in earlier if who.shape != "bare"]
    return bool(told) and told[-1].side is Side.PERPETRATOR and told[-1].count is not None and told[-1].count.best > 1


def _mentions(article: Article, line: Line, finding: Finding, blamed: frozenset[str]) -> Iterator[Mention[Toll]]:
    for who in _by_side(finding.who, blamed):
        toll = _toll(finding, who, blamed)
        if toll is None:
            continue
        span = Span(line.field, line.words[who.first].start, line.words[who.last].end) if who else None
        whose = article.quote(span) if span else ""
        rule = f"{finding.rule}:{finding.harm.key}"
        whole = _span(line, finding.whole) if finding.whole else None
        where = _span(line, finding)
        told = any(start <= where.start < end for start, end in line.running) or _is_of_campaign(toll, finding)
        running = toll.best > 1 and told
        yield article.mention(where, rule, replace(toll, who=whose, cumulative=running, part_of=whole))


def _is_of_campaign(toll: Toll, finding: Finding) -> bool:
    """Whether more were murdered than any single deed kills: what a campaign or a regime is charged with."""
    campaign = table()["campaign"]
    return toll.best >= campaign["least"] and finding.harm.key in campaign["words"]


def _by_side(who: People | None, blamed: frozenset[str]) -> tuple[People | None, ...]:
    """Those counted; a list of victims and doers is taken apart, for doers are counted on their own."""
    if who is None or not who.members:
        return (who,)
    wrong = [member for member in who.members if _did_it(member, blamed)]
    if not wrong or len(wrong) == len(who.members):
        return (who,)
    rest = [member for member in who.members if member not in wrong]
    return tuple(gathered(members) for members in (rest, wrong))


def _did_it(who: People, blamed: frozenset[str]) -> bool:
    return who.side is Side.PERPETRATOR or is_blamed(who.keys, blamed)


def _toll(finding: Finding, who: People | None, blamed: frozenset[str]) -> Toll | None:
    harm = finding.harm.word.harm
    if harm is None:
        return None
    if finding.count is not None:
        return Toll(harm, finding.count.low, finding.count.best, finding.count.high, finding.count.qualifier)
    if who is None or who.count is None:
        return None
    count = who.count
    side = Side.PERPETRATOR if _did_it(who, blamed) and finding.rule != "self-harmed" else who.side
    return Toll(harm, count.low, count.best, count.high, count.qualifier, "", who.unit, side, keys=who.keys)


def _running_clauses(string: str, reach: Range) -> tuple[Range, ...]:
    """The clauses of a sentence in which running totals are told; what is told of an event in passing is apart."""
    cuts = [reach[0], *(match.start() for match in _ASIDE.finditer(string, *reach)), reach[1]]
    return tuple(clause for clause in pairwise(cuts) if _is_running(string[slice(*clause)]))


def _is_running(sentence: str) -> bool:
    """Whether a sentence tells of a long time, other than to say that nothing so bad happened in it."""
    starts = [match.start() for match in _cumulative("pattern").finditer(sentence)]
    years = [match.start() for match in _cumulative("year").finditer(sentence)]
    if years and _cumulative("incident").search(sentence) is None:
        starts += years
    return any(_other_than_total().search(sentence, max(0, start - SUPERLATIVE), start) is None for start in starts)


@cache
def _other_than_total() -> re.Pattern[str]:
    """What makes a stretch of time a comparison ("the worst in ten years"), a penalty or a part of somebody's life."""
    words = [*table()["cumulative"]["superlatives"], *table()["cumulative"]["terms"]]
    return re.compile(rf"\b{alternation(words)}\b", re.IGNORECASE)


@cache
def _cumulative(name: str) -> re.Pattern[str]:
    """What tells of a running total, or of one incident, by its name in the table."""
    source = table()["cumulative"][name].replace("\n", "").replace(" ", r"\s+")
    return re.compile(rf"\b(?:{source})" if name == "incident" else source, re.IGNORECASE)


def _span(line: Line, finding: Finding) -> Span:
    ends = [line.parts[finding.at], line.parts[finding.whom]]
    first, last = min(part.first for part in ends), max(part.last for part in ends)
    last = max(last, finding.who.last) if finding.who else last
    return Span(line.field, line.words[first].start, line.words[last].end)
