"""The course of a narrative: which of the dates that it states carry it on, which are asides, what its headings say.

Dates with their year go in, in the order of the text, and a `Course` comes out. Only this module knows what it costs a
writer to go back, to leap ahead or to mention another time by the way: the cheapest way through all stated dates wins.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import Grain, Interval
from timeline.spans import holding, paragraphs

YEAR = 365.25  # days
AHEAD, MOST_AHEAD = 0.15, 1.2  # for each year that a telling leaps ahead, and at most
BACK, BACK_YEAR, MOST_BACK = 0.9, 0.4, 1.5  # for going back at all, for each year, and at most
LITTLE, BACK_LITTLE = 0.08, 0.1  # years: to go back so little costs no more
ASIDE = {Grain.YEAR: 0.6, Grain.DAY: 1.3}  # for a date that is mentioned by the way
OTHER_ASIDE = 1.0
LIKELY_ASIDE = 0.5  # times as much after "until" or a bracket
BETWEEN = 1.0  # more for a month or day that lies between the dates before and after it
WINDOW = 8  # so many asides follow one another at most
FAR, NEAR = (
    5.0,
    3.0,
)  # years: what is so far away may be a digression, if the telling comes back so near to where it was
HEADING = 90  # characters at most
_BY_THE_WAY = re.compile(r"(?:\(|\b(?:until|till|since)\s(?:the\s)?(?:\w+\sof\s)?)$")
_YEARS = re.compile(r"(?<![\d,.])(1\d{3}|20\d{2})(?:\s?[-–/]\s?(\d{2})(?!\d))?(?![\d%])")
_ENDS = (".", ",", ";", ":", "!", "?", '"', "”")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date with its year: where it stands, its days, and the cost of taking it for an aside.

    A `firm` one, of a month or a day and not told in passing, is no mere mention; a `bare` one is a year alone.
    """

    offset: int
    days: Interval
    aside: float
    firm: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class Course:
    """What the stated dates and the headings of a narrative say of its course, all by offset.

    `asides` are dates that the telling does not stay with; `digressions` those that it stays with to the end of their
    paragraph, which is their value. All but the asides stand in `offsets`, their last days in `lasts`. `headings` are
    headings that name years, `years` the first and the last year of each.
    """

    asides: frozenset[int]
    digressions: dict[int, int]
    offsets: tuple[int, ...]
    lasts: tuple[date, ...]
    headings: tuple[int, ...]
    years: tuple[tuple[int, int], ...]

    def next_after(self, offset: int) -> date | None:
        """The last day of the next date that carries the telling on."""
        index = bisect_right(self.offsets, offset)
        return self.lasts[index] if index < len(self.lasts) else None

    def years_at(self, offset: int) -> tuple[int, int] | None:
        """The first and last year of the section's heading, None where no heading names years."""
        index = bisect_right(self.headings, offset) - 1
        return self.years[index] if index >= 0 else None


def stated(low: str, offset: int, days: Interval, grain: Grain) -> Stated:
    """A stated date of a text in small letters."""
    cost = ASIDE.get(grain, OTHER_ASIDE)
    passing = _BY_THE_WAY.search(low, max(0, offset - 24), offset)
    bare = grain is Grain.YEAR
    return Stated(offset, days, cost * LIKELY_ASIDE if passing else cost, not (passing or bare), bare)


def course_of(text: str, dates: Sequence[Stated]) -> Course:
    """The course of a text with these stated dates, in order."""
    kept = _kept(dates)
    carried = [item for index, item in enumerate(dates) if index in kept]
    digressions = {item.offset for item in (*_digressions(carried), *_far_asides(dates, kept))}
    passing = frozenset(item.offset for index, item in enumerate(dates) if index not in kept) - digressions
    sections, blocks = _sections(text), paragraphs(text)
    return Course(
        passing,
        {offset: blocks[holding(blocks, offset) or 0][1] for offset in digressions},
        tuple(item.offset for item in carried),
        tuple(item.days.last for item in carried),
        tuple(start for start, _ in sections),
        tuple(years for _, years in sections),
    )


def _kept(dates: Sequence[Stated]) -> frozenset[int]:
    """The indices of the dates that carry the telling on, on the cheapest way through all of them."""
    best: list[tuple[float, int]] = []  # cost of the way to a date that is kept, and the kept one before it
    for index, item in enumerate(dates):
        passed, ways = 0.0, []
        for before in range(index - 1, max(-1, index - 2 - WINDOW), -1):
            passed = sum(_passing(dates[before], dates[at], item) for at in range(before + 1, index))
            ways.append((best[before][0] + passed + _way(dates[before], item), before))
        if index <= WINDOW:
            ways.append((sum(other.aside for other in dates[:index]), -1))
        best.append(min(ways))
    at = _last(dates, best)
    kept = []
    while at >= 0:
        kept.append(at)
        at = best[at][1]
    return frozenset(kept)


def _passing(was: Stated, item: Stated, now: Stated) -> float:
    """What it costs to take a date for an aside; more where it lies between the dates around it."""
    between = item.firm and was.days.end <= item.days.start and item.days.end <= now.days.start
    return item.aside + (BETWEEN if between else 0.0)


def _last(dates: Sequence[Stated], best: list[tuple[float, int]]) -> int:
    """The last date that is kept, -1 where there is none."""
    passed, ends = 0.0, []
    for index in range(len(dates) - 1, max(-1, len(dates) - 2 - WINDOW), -1):
        ends.append((best[index][0] + passed, index))
        passed += dates[index].aside
    return min(ends)[1] if ends else -1


def _way(was: Stated, now: Stated) -> float:
    """What it costs to go on from a date to another; to an earlier year alone no step is little."""
    back = was.days.first.year - now.days.last.year if now.bare else 0
    return max(_step(was.days, now.days), min(BACK + BACK_YEAR * back, MOST_BACK) if back > 0 else 0.0)


def _digressions(carried: Sequence[Stated]) -> list[Stated]:
    """Those that lie far from the dates around them, which are near to one another."""
    found: list[Stated] = []
    at = 0
    while at + 2 < len(carried):
        back = next((n for n in range(at + 2, min(at + 2 + WINDOW, len(carried))) if _comes_back(carried, at, n)), None)
        if back is not None and abs(_years(carried[at].days, carried[at + 1].days)) > FAR:
            found += carried[at + 1 : back]
            at = back
        else:
            at += 1
    return found


def _far_asides(dates: Sequence[Stated], kept: frozenset[int]) -> list[Stated]:
    """Firm dates that are asides, long before the last that carried the telling on."""
    found: list[Stated] = []
    last: Stated | None = None
    for index, item in enumerate(dates):
        if index in kept:
            last = item
        elif item.firm and last is not None and _years(last.days, item.days) < -FAR:
            found.append(item)
    return found


def _comes_back(carried: Sequence[Stated], left: int, back: int) -> bool:
    return -1 < _years(carried[left].days, carried[back].days) < NEAR


def _years(was: Interval, now: Interval) -> float:
    """The years between some days and others, negative where the others were before."""
    ahead, back = (now.start - was.end).days, (was.start - now.end).days
    return -back / YEAR if back > 0 else max(0, ahead) / YEAR


def _step(was: Interval, now: Interval) -> float:
    """What it costs to go on from some days to others."""
    years = _years(was, now)
    if -LITTLE < years < 0:
        return BACK_LITTLE
    return min(BACK - BACK_YEAR * years, MOST_BACK) if years < 0 else min(AHEAD * years, MOST_AHEAD)


def _sections(text: str) -> list[tuple[int, tuple[int, int]]]:
    found = []
    for start, end in paragraphs(text):
        if end - start > HEADING or text[end - 1] in _ENDS:
            continue
        years = [int(year) for year, _ in _YEARS.findall(text[start:end])]
        years += [int(year[:2] + short) for year, short in _YEARS.findall(text[start:end]) if short]
        if years:
            found.append((start, (min(years), max(years))))
    return found
