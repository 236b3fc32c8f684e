"""Productions of times that are reckoned from a year before 1000: "the next year", "that autumn", "in March".

They stand in for those of the same name while the passage is about such a year; where they make nothing, the others do.
"""

from dataclasses import replace

from timeline.model import Grain, Timex
from timeline.times.days import day_number, is_month, month_number
from timeline.times.distances import step_of
from timeline.times.durations import COUNT_KINDS, YEARS, count_of
from timeline.times.eras import shifted, year_by, year_told
from timeline.times.months import is_named
from timeline.times.parts import Parts
from timeline.times.scene import AS_TOLD, Scene
from timeline.times.seasons import SEASON_KINDS, is_season

ORDER = {"SP": 0, "SU": 1, "FA": 2, "WI": 3}
MIDDLE = 1.5  # where in its year a time without a season stands
MOST_YEARS = 3000


def unit_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """The same, the next or the previous year."""
    return _year(scene, parts.shift) if parts.unit == "year" and _is_of_told(parts, scene) else None


def the_unit(parts: Parts, scene: Scene) -> Timex | None:
    """The year that is told."""
    return _year(scene, 0) if parts.unit == "year" and scene.narrative else None


def unit_beside(parts: Parts, scene: Scene) -> Timex | None:
    """The year before, the year after."""
    return _year(scene, parts.number("after") or 0) if parts.unit == "year" and parts.ends_phrase else None


def units_later(parts: Parts, scene: Scene) -> Timex | None:
    """So many years before or after."""
    name, counted = parts.unit, parts.has(*COUNT_KINDS, "a", "an") and not parts.has("vague")
    years = count_of(parts) * (1 if name == "year" else YEARS.get(name, 0))
    if not counted or not 1 <= years <= MOST_YEARS or (parts.has("after") and not parts.ends_clause):
        return None
    return _year(scene, step_of(parts) * round(years))


def season(parts: Parts, scene: Scene) -> Timex | None:
    """A season of the year that is told."""
    return _season(parts, scene, 0) if scene.narrative and is_season(parts) else None


def season_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """That season, or the next or the last of its name."""
    name, told = parts.says(*SEASON_KINDS), scene.ancient.value or "" if scene.ancient else ""
    ahead = ORDER[name] - ORDER.get(told[-2:], MIDDLE)
    step = 0 if ahead * parts.shift > 0 else parts.shift
    return _season(parts, scene, step) if _is_of_told(parts, scene) else None


def season_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A season of the same, the next or the previous year."""
    return _season(parts, scene, parts.shift) if _is_of_told(parts, scene) else None


def month(parts: Parts, scene: Scene) -> Timex | None:
    """A month of the year that is told."""
    return _month(parts, scene, 0) if scene.narrative and is_named(parts) else None


def month_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A month of the same, the next or the previous year."""
    return _month(parts, scene, parts.shift) if _is_of_told(parts, scene) else None


def month_day(parts: Parts, scene: Scene) -> Timex | None:
    """A day of a month of the year that is told."""
    found = _month(parts, scene, 0) if scene.narrative and is_month(parts) else None
    return replace(found, value=f"{found.value}-{day_number(parts):02}", grain=Grain.DAY) if found else None


def _year(scene: Scene, step: int) -> Timex | None:
    year = year_told(scene.ancient) if scene.ancient else None
    return year_by(shifted(year, step)) if year is not None else None


def _season(parts: Parts, scene: Scene, step: int) -> Timex | None:
    whole = _year(scene, step)
    name = parts.says(*SEASON_KINDS)
    return replace(whole, value=f"{whole.value}-{name}", grain=Grain.SEASON) if whole and not whole.interval else None


def _month(parts: Parts, scene: Scene, step: int) -> Timex | None:
    whole = _year(scene, step)
    number = f"{month_number(parts):02}"
    return replace(whole, value=f"{whole.value}-{number}", grain=Grain.MONTH) if whole and not whole.interval else None


def _is_of_told(parts: Parts, scene: Scene) -> bool:
    """Whether it is reckoned from what is told: in news "last year" and "this spring" are not."""
    return scene.narrative or parts.has("that", "same") or parts.word("last", "next") in AS_TOLD


ANCIENT = {
    "unit_shifted": unit_shifted,
    "the_unit": the_unit,
    "unit_beside": unit_beside,
    "units_later": units_later,
    "season": season,
    "season_shifted": season_shifted,
    "season_of_year": season_of_year,
    "month": month,
    "month_of_year": month_of_year,
    "month_day": month_day,
}
