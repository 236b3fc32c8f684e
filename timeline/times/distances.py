"""Productions of times so many units away from another ("two days ago", "three weeks later")."""

import math
from datetime import date, timedelta

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times import almanac, hours
from timeline.times.days import unresolved
from timeline.times.durations import CLOCK_UNITS, COUNT_KINDS, GRAINS, count_of, period
from timeline.times.parts import Parts
from timeline.times.scene import Scene
from timeline.times.tense import Tense
from timeline.times.weekdays import weekday_near

SECONDS = {"minute": 60, "hour": 3600}
MOST_HOURS = 240
CLOCK_GRAINS = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR})


def units_ago(parts: Parts, scene: Scene) -> Timex | None:
    """So many units before the publication day or what a narrative tells, as a unit of that grain."""
    return _moved(parts, scene.then if scene.narrative and scene.published else scene.published, -1)


def half_ago(parts: Parts, scene: Scene) -> Timex | None:
    """Half a year, half a century or a quarter of one ago."""
    base = scene.then if scene.narrative and scene.published else scene.published
    months = 300 if parts.has("quarter_unit") else {"year": 6, "decade": 60, "century": 600}.get(parts.unit)
    moved = almanac.shift(base, -months, "month") if base and months else None
    return almanac.unit("month" if months == 6 else "year" if months == 60 else "decade", moved) if moved else None


def units_later(parts: Parts, scene: Scene) -> Timex | None:
    """So many units before or after the time that the passage is about; after nothing told it is unknown when."""
    step = step_of(parts)
    if parts.has("after") and not parts.ends_clause:
        return None
    if step > 0 and scene.told is None:
        return unresolved(None, GRAINS[parts.unit]) if parts.has(*COUNT_KINDS, "a", "an") else _moved(parts, None, step)
    if parts.unit in SECONDS and scene.told is not None and scene.told.grain in CLOCK_GRAINS:
        return _clock_moved(parts, scene.told, step)
    return _moved(parts, scene.then_day if parts.unit in ("day", "night") else scene.then, step)


def _clock_moved(parts: Parts, told: Timex, step: int) -> Timex | None:
    """So many hours or minutes from a told time of day; some hours are no time at all."""
    count, grain = count_of(parts), told.grain
    if told.interval is None or parts.has("vague") or not parts.has(*COUNT_KINDS, "a", "an") or count > MOST_HOURS:
        return _moved(parts, told.interval.first if told.interval else None, step)
    moved = told.interval.start + timedelta(seconds=step * count * SECONDS[parts.unit])
    return hours.instant(moved.date(), moved.time(), grain)


def step_of(parts: Parts) -> int:
    """-1 for what lies before, 1 for what lies after."""
    return parts.number("after") or {"earlier": -1, "later": 1}.get(parts.says("later"), 0)


def units_hence(parts: Parts, scene: Scene) -> Timex | None:
    """So many units after the publication day or what a narrative tells."""
    return _moved(parts, scene.then if scene.narrative and scene.published else scene.published, 1)


def units_ago_day(parts: Parts, scene: Scene) -> Timex | None:
    """So many units before the last such weekday, or before today, yesterday: that very day."""
    base = _day_named(parts, Tense.PAST, scene)
    moved = almanac.shift(base, -count_of(parts), parts.unit) if base else None
    return almanac.day(moved) if moved and parts.unit not in CLOCK_UNITS else None


def units_from_day(parts: Parts, scene: Scene) -> Timex | None:
    """So many units after the next such weekday, or after today, tomorrow: that very day."""
    if scene.narrative or parts.unit in CLOCK_UNITS:
        return None
    base = _day_named(parts, Tense.FUTURE, scene)
    moved = almanac.shift(base, count_of(parts), parts.unit) if base else None
    return almanac.day(moved) if moved else None


def _day_named(parts: Parts, tense: Tense, scene: Scene) -> date | None:
    """The day of the weekday, or of today, yesterday, tomorrow."""
    if parts.has("today"):
        day = scene.speaking_day
        return almanac.shift(day, parts.number("today") or 0, "day") if day else None
    return weekday_near(parts.number("weekday") or 0, tense, scene) if parts.capital("weekday") else None


def _moved(parts: Parts, base: date | None, step: int) -> Timex | None:
    name = parts.unit
    if parts.has("vague") or (parts.has("units", "nights") and not parts.has(*COUNT_KINDS)):
        return Timex(TimexType.DATE, {-1: "PAST_REF", 1: "FUTURE_REF"}[step], None, GRAINS[name])
    if name in CLOCK_UNITS:
        return Timex(TimexType.TIME, None, _days_around(base, step * count_of(parts), name), GRAINS[name])
    if base is None:
        return unresolved(None, GRAINS[name])
    moved = almanac.shift(base, step * count_of(parts), name)
    unit = {"night": "day", "fortnight": "week", "quarter": "quarter", "decade": "decade", "century": "century"}.get(
        name, name
    )
    return almanac.unit(unit, moved) if moved else almanac.duration(period(count_of(parts), name), GRAINS[name])


def _days_around(base: date | None, count: float, name: str) -> Interval | None:
    """The days that so many hours or minutes from some time of a day can lead to."""
    if base is None:
        return None
    days = math.ceil(abs(count) / {"hour": 24, "minute": 1440}.get(name, 86400))
    moved = almanac.shift(base, days if count > 0 else -days, "day")
    return Interval.of_days(min(base, moved), max(base, moved)) if moved else None


PRODUCTIONS = {
    "units_ago": units_ago,
    "units_ago_day": units_ago_day,
    "units_from_day": units_from_day,
    "half_ago": half_ago,
    "units_later": units_later,
    "units_hence": units_hence,
}
