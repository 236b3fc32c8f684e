"""Figures that an article itself takes back: "the death toll rose to 46 from 31", "nine, not 12 as first reported".

An article and its figures go in; the figures come out with those marked that a corrected one replaces: they are part of
it, and their rule says so. The phrases are in `casualties.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from timeline.casualties.counts import hedged
from timeline.casualties.lexicon import table
from timeline.model import Article, Harm, Mention, Span, Toll, Unit
from timeline.spans import NUMBER, holding, parse_count, sentences

CORRECTED = "corrected"  # the rule of figures that are taken back begins so
REACH = 80  # characters behind a figure within which the one that it replaces stands

LAST = 3  # corrections of which account is taken, the last ones

Found = Mention[Toll]


def with_corrections(article: Article, tolls: Sequence[Found]) -> list[Found]:
    """The figures, those that a corrected one replaces marked, and those that stand only beside it added."""
    older = [old for toll in tolls for old in _replaced(article, toll)]
    lowered = [toll for toll in tolls if _is_lowered(article, toll)][-LAST:]
    return [_taken_back(article, toll, lowered) for toll in tolls] + older


def _replaced(article: Article, toll: Found) -> list[Found]:
    """The older figure right behind a new one."""
    if toll.value.harm not in (Harm.KILLED, Harm.INJURED, Harm.MISSING) or toll.value.best < 1:
        return []
    string = article.text if toll.span.field == "text" else article.title or ""
    start = toll.span.end
    match = _older().match(string[start : start + REACH])
    number = parse_count(match["older"]) if match else None
    if match is None or number is None or number == toll.value.best:
        return []
    if match["from"] and not toll.rule.startswith(("toll", "label")):
        return []
    count = hedged("", number)
    span = Span(toll.span.field, start + match.start("older"), start + match.end("older"))
    value = Toll(toll.value.harm, count.low, count.best, count.high, count.qualifier, article.quote(span))
    return [article.mention(span, f"{CORRECTED}-{toll.rule}", replace(value, part_of=toll.span, unit=Unit.PEOPLE))]


def _is_lowered(article: Article, toll: Found) -> bool:
    """Whether a toll is said to be corrected."""
    return toll.rule.startswith("toll") and _lowering().search(_sentence(article, toll)) is not None


def _taken_back(article: Article, toll: Found, lowered: Sequence[Found]) -> Found:
    """A figure that was told first and is larger than one that is said to be corrected, as a part of that."""
    for new in lowered:
        larger = toll.value.harm is new.value.harm and toll.value.best > new.value.best
        if larger and toll.span.field == new.span.field and _first_told().search(_sentence(article, toll)):
            return replace(toll, rule=f"{CORRECTED}-{toll.rule}", value=replace(toll.value, part_of=new.span))
    return toll


def _sentence(article: Article, toll: Found) -> str:
    string = article.text if toll.span.field == "text" else article.title or ""
    reaches = sentences(string)
    index = holding(reaches, toll.span.start)
    return string[slice(*reaches[index])] if index is not None else ""


@cache
def _older() -> re.Pattern[str]:
    source = table()["corrections"]["older"].replace("NUMBER", NUMBER).replace("\n", "").replace(" ", r"\s+")
    return re.compile(source, re.IGNORECASE)


@cache
def _lowering() -> re.Pattern[str]:
    return re.compile(table()["corrections"]["corrected"].replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _first_told() -> re.Pattern[str]:
    return re.compile(table()["corrections"]["first_told"].replace(" ", r"\s+"), re.IGNORECASE)
