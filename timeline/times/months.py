"""Productions of months (`periods.toml`): matched words and a scene go in, a month comes out."""

from datetime import date

from timeline.model import Grain, Timex
from timeline.times import almanac
from timeline.times.days import full_year, is_month, month_number, unresolved
from timeline.times.parts import Parts
from timeline.times.scene import Scene
from timeline.times.tense import Tense

NEAR_MONTHS = 5  # a month so far ahead is nearer than the one before
_PREPOSITIONS = frozenset(
    """in since until till by during of from through between to before after late early for mid and or last next this
    around about""".split()
)


def month_year(parts: Parts, scene: Scene) -> Timex | None:
    """A month of a stated year; two figures are a year only after a month in capitals or a short one."""
    year = parts.number("year4", "year2")
    if year is None:
        year = parts.number("int2") if parts.text[parts.start : parts.start + 3].isupper() else None
    if year is None or not is_month(parts):
        return None
    return almanac.month(full_year(year, scene), month_number(parts))


def month_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A month of last, this or next year, or of the year that the passage is about."""
    base = scene.then if parts.has("that", "same") else scene.now
    if base is None:
        return unresolved(f"XXXX-{month_number(parts):02}", Grain.MONTH)
    return almanac.month(base.year + parts.shift, month_number(parts))


def month(parts: Parts, scene: Scene) -> Timex | None:
    """A month alone: tense decides, else the nearest; words like "may" need a preposition before them."""
    before = parts.before(16).split()
    if not is_month(parts) or (parts.has("month_word") and (not before or before[-1] not in _PREPOSITIONS)):
        return None
    number = month_number(parts)
    told = scene.year_of_day(number, 15) if scene.narrative else None
    year = told or _year_by_tense(number, parts.tense, scene.published)
    return almanac.month(year, number) if year else unresolved(f"XXXX-{number:02}", Grain.MONTH)


def month_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """Last, this or next month of a name, never the publication month where it is "last" or "next"."""
    base, number = scene.now, month_number(parts)
    if not is_month(parts):
        return None
    if base is None:
        return unresolved(f"XXXX-{number:02}", Grain.MONTH)
    step = parts.shift
    year = base.year
    if step < 0 and number >= base.month:
        year -= 1
    if step > 0 and number <= base.month:
        year += 1
    return almanac.month(year, number)


def _year_by_tense(number: int, tense: Tense, base: date | None) -> int | None:
    if base is None:
        return None
    if tense is Tense.PAST:
        return base.year - (number > base.month)
    if tense is Tense.FUTURE:
        return base.year + (number < base.month)
    ahead = (number - base.month) % 12
    return base.year + (number < base.month) if ahead <= NEAR_MONTHS else base.year - (number > base.month)


PRODUCTIONS = {
    "month_year": month_year,
    "month_of_year": month_of_year,
    "month": month,
    "month_shifted": month_shifted,
}
