"""Times of day: clock times, parts of a day, nights, and the early, middle and late part of any time.

Days and clock times go in, `Timex` of type TIME come out. Only this module knows when a morning begins and ends.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times.almanac import month_length

PARTS = {"MO": (5, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 22), "NI": (18, 24), "DT": (6, 18)}
THIRDS = {"early": 0, "mid": 1, "late": 2}
NOON = 12
LATE = frozenset({"TAF", "TEV", "TNI"})  # in which figures up to twelve count from noon
LAST_MINUTE = time(23, 59)  # of a day that midnight ends
DAY_THIRDS = {"early": (0, 9), "mid": (9, 17), "late": (17, 24)}


def part_of_day(when: date, part: str) -> Timex:
    """Morning, night ... of a day; a night ends at midnight.

    >>> part_of_day(date(2026, 1, 24), "NI").value
    '2026-01-24TNI'
    """
    return _hours(when, PARTS[part], f"T{part}")


def overnight(evening: date) -> Timex:
    """The night that begins on the evening of a day and ends on the morning after."""
    start = datetime.combine(evening, time(18))
    days = Interval(start, start + timedelta(hours=14))
    return Timex(TimexType.TIME, f"{evening.isoformat()}TNI", days, Grain.PART)


def instant(when: date, clock: time, grain: Grain) -> Timex:
    """A time of day on a day; noon and hours are written with minutes."""
    start = datetime.combine(when, clock)
    length = timedelta(seconds=1) if grain is Grain.SECOND else timedelta(minutes=1)
    written = clock.isoformat("seconds" if grain is Grain.SECOND else "minutes")
    return Timex(TimexType.TIME, f"{when.isoformat()}T{written}", Interval(start, start + length), grain)


def on_day(moment: Timex, day: Timex) -> Timex:
    """A time of day, of another day or of none, on a day.

    >>> from timeline.times.almanac import day
    >>> on_day(Timex(TimexType.TIME, "XXXX-XX-XXT24:00", None, Grain.HOUR), day(date(2026, 1, 24))).value
    '2026-01-24T24:00'
    """
    if day.interval is None or moment.value is None:
        return moment
    written = moment.value.split("T", 1)[1]
    clock = LAST_MINUTE if written == "24:00" else clock_of(written)
    if (
        day.grain is Grain.PART
        and day.interval.start.hour >= NOON > clock.hour
        and day.value
        and day.value[10:] in LATE
    ):
        clock = clock.replace(hour=clock.hour + NOON)
        written = clock.isoformat("minutes")
    told = instant(day.interval.first, clock, moment.grain)
    return replace(told, value=f"{day.interval.first.isoformat()}T{written}", zone=moment.zone)


def clock_of(written: str) -> time:
    """A time of day from figures with colons.

    >>> clock_of("16:30")
    datetime.time(16, 30)
    """
    return time.fromisoformat(written)


def third(whole: Timex, name: str) -> Timex:
    """The early, middle or late part of a unit; TIMEX3 gives it the value of the whole.

    >>> from timeline.times.almanac import month
    >>> third(month(2023, 3), "early").interval.last
    datetime.date(2023, 3, 10)
    """
    if whole.interval is None or whole.type is not TimexType.DATE or whole.grain is Grain.WEEKEND:
        return whole
    if whole.grain is Grain.DAY:
        hours = _hours(whole.interval.first, DAY_THIRDS[name], "")
        return replace(whole, interval=hours.interval)
    return replace(whole, interval=_third_days(whole.interval, whole.grain, THIRDS[name]))


def _third_days(days: Interval, grain: Grain, index: int) -> Interval:
    first, last = days.first, days.last
    if grain is Grain.MONTH:
        return Interval.of_days(
            *[
                (first, first.replace(day=10)),
                (first.replace(day=11), first.replace(day=20)),
                (first.replace(day=21), last),
            ][index]
        )
    if grain in (Grain.YEAR, Grain.DECADE, Grain.CENTURY):
        years = last.year - first.year + 1
        if years > 1:
            return _whole_years(first.year + round(years * index / 3), first.year + round(years * (index + 1) / 3) - 1)
        last_month = 4 * index + 4
        return Interval.of_days(
            date(first.year, last_month - 3, 1), date(first.year, last_month, month_length(first.year, last_month))
        )
    count = days.days
    step = [round(count * n / 3) for n in range(4)]
    return Interval.of_days(first + timedelta(days=step[index]), first + timedelta(days=step[index + 1] - 1))


def _hours(when: date, hours: tuple[int, int], suffix: str) -> Timex:
    midnight = datetime.combine(when, time.min)
    span = Interval(midnight + timedelta(hours=hours[0]), midnight + timedelta(hours=hours[1]))
    return Timex(TimexType.TIME, when.isoformat() + suffix, span, Grain.PART)


def _whole_years(first: int, last: int) -> Interval:
    return Interval.of_days(date(first, 1, 1), date(last, 12, 31))
