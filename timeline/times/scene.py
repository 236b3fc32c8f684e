"""What a reader knows at a point of an article: its date, the kind of telling, which time the passage is about.

Productions ask a `Scene` which year, day or quarter an incomplete expression means. News is reckoned from the
publication date; a narrative of the past (a history with its own explicit dates) from the last date that it told.
"""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import Enum

from timeline.model import Grain, Timex, TimexType
from timeline.times import almanac

STRAY_YEARS = 5  # a date so far from those before it is an aside, until a second one follows
FAR_DAYS = 21  # what is told of the past is no date so far ahead
BACKWARD_DAYS = 150  # a narrative may look back so far without naming the year
_BROAD = frozenset({Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM})  # what news only mentions
_FINE = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY})


class Era(Enum):
    """Before or after the year 1."""

    BEFORE = "BC"
    COMMON = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """`told` is the last dated time, `day` the last day, `quarter` the last quarter that the text spoke of,
    `stray` a date far from those before it, which may be an aside. `past_day` is the last day told that is not after
    the publication day, `clock` the time of day at which the text was published, `era` that of the last year before
    1000."""

    published: date | None
    narrative: bool = False
    told: Timex | None = None
    day: date | None = None
    quarter: Timex | None = None
    stray: Timex | None = None
    past_day: date | None = None
    clock: time | None = None
    era: Era | None = None

    def after(self, timex: Timex) -> "Scene":
        """The scene once an expression has been read; only dated times change it."""
        era = era_of(timex)
        if era is not None:
            return replace(self, era=era)
        if timex.interval is None or timex.type not in (TimexType.DATE, TimexType.TIME) or not _dated(timex):
            return self
        if timex.grain in _BROAD and not self.narrative:
            return self
        day = timex.interval.first if timex.grain in _FINE else self.day
        quarter = timex if self._is_reported(timex) else self.quarter
        ahead = day is None or (self.published is not None and day > self.published)
        past_day = self.past_day if ahead else day
        told, stray = self._telling(timex)
        return Scene(self.published, self.narrative, told, day, quarter, stray, past_day, self.clock, self.era)

    def _is_reported(self, timex: Timex) -> bool:
        """Whether this is a quarter that has ended, and no earlier one that the last is compared with."""
        was, now = (self.quarter.interval if self.quarter else None), timex.interval
        if timex.grain is not Grain.QUARTER or now is None or self.published is None or now.last > self.published:
            return False
        return was is None or was.start <= now.start

    def _telling(self, timex: Timex) -> tuple[Timex | None, Timex | None]:
        """What is told, and what strays: a year holds what was told in it, a narrative leaves its years for good."""
        was, now = (self.told.interval if self.told else None), timex.interval
        if was is None or now is None or not self.narrative:
            return timex, None
        if timex.grain is Grain.YEAR and now.start <= was.start < now.end:
            return self.told, self.stray
        if abs(now.first.year - was.first.year) <= STRAY_YEARS:
            return timex, None
        strayed = self.stray.interval if self.stray else None
        if strayed is not None and abs(now.first.year - strayed.first.year) <= STRAY_YEARS:
            return timex, None
        return self.told, timex

    @property
    def now(self) -> date | None:
        """The day that "last week" is reckoned from."""
        return self.then if self.narrative else self.published

    @property
    def then(self) -> date | None:
        """The day that "the week before" is reckoned from: the last told, else the publication day."""
        if self.told is not None and self.told.interval is not None:
            return self.told.interval.first
        return self.published

    @property
    def then_day(self) -> date | None:
        """The day that "the next day" is reckoned from."""
        return self.day or (self.published if self.told is None else None)

    @property
    def happened_day(self) -> date | None:
        """The day that something of the past is told of: in news none after the publication day, which it else is."""
        if self.narrative or self.published is None:
            return self.then_day
        if self.told is None or self.told.interval is None:
            return self.published
        if self.day is not None:
            return min(self.day, self.past_day or self.published)
        return self.published if self.told.interval.first <= self.published <= self.told.interval.last else None

    def is_far_ahead(self, when: date) -> bool:
        """Whether a day of news lies weeks after the publication day."""
        return not self.narrative and self.published is not None and (when - self.published).days > FAR_DAYS

    def is_long_past(self, when: date) -> bool:
        """Whether a day of news lies weeks before the publication day."""
        return not self.narrative and self.published is not None and (self.published - when).days > FAR_DAYS

    def year_of_day(self, month: int, number: int) -> int | None:
        """The year of a month and day without one: the nearest date, in a narrative rather the next."""
        base = self.then if self.narrative else self.published
        if base is None:
            return None
        years = [year for year in (base.year - 1, base.year, base.year + 1) if almanac.exists(year, month, number)]
        if not years:
            return None
        if self.narrative:
            if self.told is not None and self.told.grain is Grain.YEAR:
                return base.year
            base += timedelta(days=180 - BACKWARD_DAYS)
        return min(years, key=lambda year: abs((date(year, month, number) - base).days))


def era_of(timex: Timex) -> Era | None:
    """The era of a year before 1000 as TIMEX3 writes it, None for every other time.

    >>> from timeline.times.years import ancient_year
    >>> era_of(ancient_year(264, Era.BEFORE)), era_of(ancient_year(69, Era.COMMON)), era_of(almanac.year(1999))
    (<Era.BEFORE: 'BC'>, <Era.COMMON: ''>, None)
    """
    value = timex.value or ""
    if value.startswith("BC"):
        return Era.BEFORE
    return Era.COMMON if len(value) >= 4 and value[0] == "0" and timex.interval is None else None


def _dated(timex: Timex) -> bool:
    return timex.value is not None and timex.value[:4].isdigit()
