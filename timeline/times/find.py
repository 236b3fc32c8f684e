"""Finding time expressions: what rules read at each token of a run, in the order of the text.

An article goes in, mentions come out; each expression is read in the scene that those before it left.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from timeline.model import Article, Grain, Mention, Span, Timex
from timeline.times import almanac, hours
from timeline.times.course import Course, course_of, stated
from timeline.times.distances import CLOCK_GRAINS
from timeline.times.lexer import Run, runs, small_letters
from timeline.times.narrative import first_year, is_narrative
from timeline.times.reader import Found, Page, read_run
from timeline.times.scene import Scene

Read = tuple[int, int, str, Timex]  # start, end, the rule's name, what it means
STATED = frozenset({"full_date", "month_year", "season_year", "year", "year_range", "iso_day", "numeric_day"})
YEARS = frozenset({"year4", "year2", "iso", "numeric_date"})
_ZONE_DAY = re.compile(r"\s?\(\w[\w ./-]{1,40}\)\s(?:(?:on|of)\s)?")
_THEN_DAY = re.compile(r"\)\s(?:on\s)?")


def find_times(article: Article) -> list[Mention[Timex]]:
    """All time expressions of an article's title and text, in order, none overlapping another."""
    mentions = []
    published = _known(article.published.day)
    clock = article.published.instant.time() if article.published.instant else None
    for field, string in article.fields():
        scene = replace(_opening(string, article.title or "", published), clock=clock)
        for start, end, rule, timex in _read(string, scene):
            mentions.append(article.mention(Span(field, start, end), rule, timex))
    return mentions


def parse_time(words: str, published: date | None) -> Timex | None:
    """What a string that is one time expression means, None where it is none or more than that.

    >>> parse_time("24 January 2026", None).value, parse_time("yesterday", date(2026, 1, 24)).value
    ('2026-01-24', '2026-01-23')
    """
    stripped = words.strip()
    found = _read(stripped, Scene(_known(published)))
    if len(found) != 1 or (found[0][0], found[0][1]) != (0, len(stripped)):
        return None
    return found[0][3]


def _opening(string: str, title: str, published: date | None) -> Scene:
    """The scene at the beginning; without a publication date a text is about its, or its title's, first year."""
    if published is not None:
        return Scene(published, narrative=is_narrative(string, published))
    first = first_year(string) or first_year(title)
    return Scene(None, narrative=True, told=almanac.year(first) if first else None)


def _known(published: date | None) -> date | None:
    """A publication day that time can be reckoned from; one of another age is none."""
    return published if published is not None and almanac.FIRST_YEAR <= published.year <= almanac.LAST_YEAR else None


def _read(string: str, scene: Scene) -> list[Read]:
    page = Page(string, small_letters(string))
    found_runs: Iterable[Run] = runs(string)
    if scene.narrative:
        found_runs = list(found_runs)  # they are read twice
        scene = replace(scene, course=_course(found_runs, page, scene))
    read = [
        (start, end, item.rule.name, item.timex)
        for start, end, item in _found(found_runs, page, scene)
        if item.timex is not None
    ]
    return _share_days(read, string)


def _found(found_runs: Iterable[Run], page: Page, scene: Scene) -> Iterator[tuple[int, int, Found]]:
    """What rules read, each with its first character and the one after its last."""
    for run in found_runs:
        found, scene = read_run(run, page, scene)
        for item in found:
            yield run[item.first].start, run[item.last - 1].end, item


def _course(found_runs: Iterable[Run], page: Page, scene: Scene) -> Course:
    """The course of a narrative, by the dates that it states with their year."""
    dated = (run for run in found_runs if any(token.kind in YEARS for token in run))
    dates = [
        stated(page.low, start, item.timex.interval, item.timex.grain)
        for start, _, item in _found(dated, page, scene)
        if item.rule.makes in STATED and item.timex is not None and item.timex.interval is not None
    ]
    return course_of(page.text, dates)


def _share_days(read: list[Read], string: str) -> list[Read]:
    """A time of day takes the day after what stands in brackets: "at 9 a.m. (0700 GMT) on Monday"."""
    shared = list(read)
    for at, ((_, end, _, moment), (begin, _, _, day)) in enumerate(pairwise(read)):
        if moment.grain in CLOCK_GRAINS and day.grain is Grain.DAY and _ZONE_DAY.fullmatch(string, end, begin):
            shared[at] = (*read[at][:3], hours.on_day(moment, day))
    for at in range(len(read) - 2):
        (_, end, _, moment), (start, close, _, aside), (begin, _, _, day) = read[at : at + 3]
        timed = moment.grain in CLOCK_GRAINS and aside.grain in CLOCK_GRAINS and day.grain is Grain.DAY
        if timed and string[end:start].strip() == "(" and _THEN_DAY.fullmatch(string, close, begin):
            shared[at] = (*read[at][:3], hours.on_day(moment, day))
            shared[at + 1] = (*read[at + 1][:3], hours.on_day(aside, day))
    return shared
