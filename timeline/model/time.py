"""Time expressions and intervals. All instants are naive: the local time of the place that a text speaks of."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from timeline.model.text import Mention


class Grain(StrEnum):
    """The unit in which a time is stated, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART = "part"  # of a day: morning, night
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"


class TimexType(StrEnum):
    """TIMEX3's types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """Half-open stretch of time [start, end); whole days run from midnight to midnight."""

    start: datetime
    end: datetime

    @classmethod
    def of_days(cls, first: date, last: date) -> "Interval":
        """The whole days from first to last, both included.

        >>> Interval.of_days(date(2026, 1, 23), date(2026, 1, 24)).end
        datetime.datetime(2026, 1, 25, 0, 0)
        """
        end = datetime.max if last == date.max else datetime.combine(last + timedelta(days=1), time.min)
        return cls(datetime.combine(first, time.min), end)

    @property
    def first(self) -> date:
        """First day that it touches."""
        return self.start.date()

    @property
    def last(self) -> date:
        """Last day that it touches: an end at midnight does not touch the day it opens.

        >>> Interval.of_days(date(2026, 1, 23), date(2026, 1, 24)).last
        datetime.date(2026, 1, 24)
        """
        return max(self.start, self.end - timedelta(microseconds=1)).date()

    @property
    def days(self) -> int:
        """How many days it touches."""
        return (self.last - self.first).days + 1

    def meets(self, other: "Interval") -> bool:
        """Whether the two share any time."""
        return self.start < other.end and other.start < self.end

    def hull(self, other: "Interval") -> "Interval":
        """The shortest interval that holds both."""
        return Interval(min(self.start, other.start), max(self.end, other.end))


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression's meaning: TIMEX3 type and value (None: unresolved), and the time that it can mean.

    `interval` is None for durations and sets without an anchor and for what could not be resolved. `zone` is the time
    zone as written ("GMT", "local time"), None where none is.
    """

    type: TimexType
    value: str | None
    interval: Interval | None
    grain: Grain
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """When an event happened: the time in which it can have begun, and the time in which it can have ended.

    "Some day in June" has June for both; "from 3 to 5 June" begins on the 3rd and ends on the 5th. `times` are
    the expressions it rests on, `rule` how they were chosen.
    """

    start: Interval
    end: Interval
    grain: Grain
    rule: str
    times: tuple[Mention[Timex], ...] = ()
    zone: str | None = None

    @property
    def outer(self) -> Interval:
        """From the earliest possible beginning to the latest possible end."""
        return self.start.hull(self.end)
