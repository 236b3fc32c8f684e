"""What a reader knows at a point of an article: its date, the kind of telling, which time the passage is about.

Productions ask a `Scene` which year, day or quarter an incomplete expression means. News is reckoned from the
publication date; a narrative of the past (a history with its own explicit dates) from the last date that it told.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times import almanac
from timeline.times.course import Course
from timeline.times.eras import Era, era_of, year_told

AS_TOLD = frozenset("previous preceding prior following subsequent ensuing".split())  # seen from what is told
FAR_DAYS = 21  # what is told of the past is no date so far ahead
MONTH = 30.4  # days
AHEAD = 0.7  # a month ahead weighs as much as so many back
LOOKING_BACK = 2.0  # and for what had been done before
OVER, MOST_OVER = 0.5, 6  # and a month beyond what is told next; all of them together weigh no more
QUARTER_DAYS = 100  # quarters begin no farther apart
CUMULATED = frozenset({"P6M", "P9M"})  # results so long are of no quarter
_BROAD = frozenset({Grain.DECADE, Grain.CENTURY, Grain.MILLENNIUM})  # what news only mentions
_DAYS = frozenset({Grain.WEEKEND, Grain.WEEK, Grain.MONTH})
_FINE = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY})


@dataclass(frozen=True, slots=True)
class Scene:
    """`told` is the last dated time, `day` the last day, `quarter` the last quarter that the text spoke of.

    `past_day` is the last day told that is not after the publication day, `clock` the time of day at which the text was
    published, `era` that of the last year before 1000, `ancient` what is told as long as it is so old; results are
    `cumulated` where they are of more than a quarter. `course` is that of a narrative, read at the offset `at`; where
    it digresses, `left` is the scene that it comes back to, at the offset `until`.
    """

    published: date | None
    narrative: bool = False
    told: Timex | None = None
    day: date | None = None
    quarter: Timex | None = None
    past_day: date | None = None
    clock: time | None = None
    era: Era | None = None
    ancient: Timex | None = None
    course: Course | None = None
    at: int = 0
    cumulated: bool = False
    left: "Scene | None" = None
    until: int = 0

    def standing(self, offset: int) -> "Scene":
        """The scene at an offset of a narrative's text, back from a digression that has ended."""
        if self.course is None:
            return self
        if self.left is not None and offset >= self.until:
            return replace(self.left, era=self.era).standing(offset)
        if offset not in self.course.digressions:
            return replace(self, at=offset)
        return replace(self, at=offset, left=self.left or self, until=self.course.digressions[offset])

    def after(self, timex: Timex) -> "Scene":
        """The scene once an expression has been read; only dated times change it."""
        era = era_of(timex)
        if era is not None:
            return self._long_ago(timex, era)
        if timex.value in CUMULATED:
            return replace(self, cumulated=True)
        if timex.interval is None or timex.type not in (TimexType.DATE, TimexType.TIME) or not _dated(timex):
            return self
        if timex.grain in _BROAD and not self.narrative:
            return self
        day = timex.interval.first if timex.grain in _FINE else self.day
        quarter = timex if self._is_reported(timex) else self.quarter
        ahead = day is None or (self.published is not None and day > self.published)
        past_day = self.past_day if ahead else day
        cumulated = self.cumulated and timex.grain is not Grain.QUARTER
        told = self._telling(timex)
        known = (self.published, self.narrative, told, day, quarter, past_day, self.clock, self.era, None)
        return Scene(*known, self.course, self.at, cumulated, self.left, self.until)  # `replace` is slow

    def _long_ago(self, timex: Timex, era: Era) -> "Scene":
        """The scene once a time before 1000 has been told; a narrative is about it until another is told."""
        if year_told(timex) is None:
            return replace(self, era=era)
        if not self.narrative:
            return replace(self, era=era, ancient=timex)
        return replace(self, era=era, ancient=timex, told=None, day=None)

    def _is_reported(self, timex: Timex) -> bool:
        """Whether this is a quarter that has ended, and no earlier one that the last is compared with; one that has not
        is a company's own, until another is told."""
        was, now = (self.quarter.interval if self.quarter else None), timex.interval
        if timex.grain is not Grain.QUARTER or now is None or self.published is None or now.first > self.published:
            return False
        if now.last > self.published:
            return was is None
        own = was is not None and was.last > self.published and (was.start - now.start).days < QUARTER_DAYS
        return was is None or was.start <= now.start or own

    def _telling(self, timex: Timex) -> Timex:
        """What is told: in a narrative a year holds what was told in it."""
        was, now = (self.told.interval if self.told else None), timex.interval
        held = was is not None and now is not None and now.start <= was.start < now.end
        return self.told if self.narrative and self.told and timex.grain is Grain.YEAR and held else timex

    @property
    def now(self) -> date | None:
        """The day that "last week" is reckoned from."""
        return self.then if self.narrative else self.published

    @property
    def speaking_day(self) -> date | None:
        """The day that "yesterday" and "two days ago" are reckoned from: in a narrative someone is quoted."""
        return self.then_day if self.narrative and self.published else self.published

    @property
    def then(self) -> date | None:
        """The day that "the week before" is reckoned from: the last told, else the publication day."""
        if self.ancient is not None:
            return None
        if self.told is not None and self.told.interval is not None:
            return self.told.interval.first
        coming = self.course.next_after(self.at) if self.course is not None else None
        return coming or self.published

    @property
    def tells_days(self) -> bool:
        """Whether what is told is known to a month or finer, so that a weekday can be reckoned from it."""
        return self.told is None or self.told.grain in _FINE or self.told.grain in _DAYS

    @property
    def then_day(self) -> date | None:
        """The day that "the next day" is reckoned from."""
        if self.narrative and self.ancient is not None:
            return None
        told = self.told.interval if self.told is not None else None
        if self.narrative and self.day and told is not None and not told.first <= self.day <= told.last:
            return None
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

    def year_of_day(self, month: int, number: int, ahead: float = AHEAD) -> int | None:
        """The year of a month and day without one: the nearest date, in a narrative the one that fits its course."""
        base = self.then if self.narrative else self.published
        if base is None:
            return None
        years = [year for year in (base.year - 1, base.year, base.year + 1) if almanac.exists(year, month, number)]
        return self.fitting([date(year, month, number) for year in years], ahead).year if years else None

    def fitting(self, days: Sequence[date], ahead: float = AHEAD) -> date:
        """The nearest of some days; in a narrative the one that fits its course, where `ahead` weighs going on."""
        if self.narrative:
            years = self._in_section([day.year for day in days])
            return min((day for day in days if day.year in years), key=lambda day: self._strain(day, ahead))
        return min(days, key=lambda day: abs((day - (self.published or day)).days))

    def _in_section(self, years: list[int]) -> list[int]:
        """Those of some years that the heading names, while the telling keeps to it; else all."""
        named = self.course.years_at(self.at) if self.course else None
        if named is None or self.then is None or not named[0] <= self.then.year <= named[1]:
            return years
        return [year for year in years if named[0] <= year <= named[1]] or years

    def _strain(self, when: date, weight: float) -> float:
        """How far a day of a narrative is from what was told and beyond what is told next, in months."""
        told = self.told.interval if self.told else None
        next_told = self.course.next_after(self.at) if self.course else None
        if told is None:
            told = Interval.of_days(self.then or when, self.then or when)
        behind, ahead = (told.first - when).days, (when - told.last).days
        over = (when - next_told).days if next_told else 0
        return (max(behind, 0) + weight * max(ahead, 0)) / MONTH + min(OVER * max(over, 0) / MONTH, MOST_OVER)


def _dated(timex: Timex) -> bool:
    return timex.value is not None and timex.value[:4].isdigit()
