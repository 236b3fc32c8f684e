"""Casualty figures: how many people a phrase says were killed, injured, missing, displaced and so on.

An article goes in; figures come out, each with its phrase, its bounds, its side, and the keys of those it speaks of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from timeline.casualties.lexicon import lexicon
from timeline.casualties.phrases import Chunk, Finding, chunks, findings
from timeline.casualties.tokens import Token, names_in, tokens
from timeline.model import Article, Field, Mention, Qualifier, Span, Toll
from timeline.spans import Range, alternation, sentences


def find_tolls(article: Article) -> list[Mention[Toll]]:
    """The casualty figures of an article's title and text, by position.

    A mention covers the people counted and the word of harm; its rule is the phrase that found it and, after a colon,
    the word of harm ("were-harmed:shot").
    """
    names = names_in(article.text)
    found = [
        mention
        for field, string in article.fields()
        for reach in sentences(string)
        if _stem().search(string, *reach)
        for mention in _of_sentence(article, field, reach, names)
    ]
    return sorted(found, key=lambda mention: mention.span)


@cache
def _stem() -> re.Pattern[str]:
    """Whether a sentence holds any word of harm."""
    words = {key for key, word in lexicon().items() if word.harm is not None}
    return re.compile(rf"\b{alternation(words)}\b", re.IGNORECASE)


def _of_sentence(article: Article, field: Field, reach: Range, names: frozenset[str]) -> Iterator[Mention[Toll]]:
    string = article.text if field == "text" else article.title or ""
    words = tokens(string, reach, names)
    parts = chunks(words)
    for finding in findings(words, parts):
        toll = _toll(finding)
        if toll is not None:
            span = _span(field, finding, parts, words)
            who = finding.who
            whose = article.quote(Span(field, words[who.first].start, words[who.last].end)) if who else ""
            yield article.mention(span, f"{finding.rule}:{finding.harm.key}", replace(toll, who=whose))


def _toll(finding: Finding) -> Toll | None:
    harm = finding.harm.word.harm
    if harm is None:
        return None
    if finding.who is None:
        return Toll(harm, 0, 0, 0, Qualifier.EXACT)
    count = finding.who.count
    if count is None:
        return None
    who = finding.who
    return Toll(harm, count.low, count.best, count.high, count.qualifier, "", who.unit, who.side, keys=who.keys)


def _span(field: Field, finding: Finding, parts: Sequence[Chunk], words: Sequence[Token]) -> Span:
    ends = [parts[finding.at], parts[finding.whom]]
    return Span(field, words[min(part.first for part in ends)].start, words[max(part.last for part in ends)].end)
