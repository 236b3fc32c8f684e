"""Productions of lengths of time (`durations.toml`): matched words go in, a TIMEX of type DURATION comes out."""

import math
import re
from dataclasses import replace
from typing import Final

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times import almanac
from timeline.times.parts import Parts
from timeline.times.scene import AS_TOLD, Scene

LETTERS: Final = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "weekend": "D",
}
NAMED: Final = frozenset({"week", "month", "year"})
CLOCK_UNITS: Final = frozenset({"second", "minute", "hour"})
YEARS: Final = {"decade": 10, "century": 100, "millennium": 1000}
GRAINS: Final = {
    "second": Grain.SECOND,
    "minute": Grain.MINUTE,
    "hour": Grain.HOUR,
    "day": Grain.DAY,
    "night": Grain.DAY,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
    "millennium": Grain.MILLENNIUM,
    "weekend": Grain.WEEKEND,
}
_SOME_DAY = re.compile(r"\b(?:will|'ll|may|might|could|can|would|to|should)\s$")
_RATE = re.compile(  # so many of something, before "a week"
    r"(?:\d|\b(?:million|billion|hundreds|dozens|thousands|two|three|four|five|six|seven|eight|nine|ten|several))"
    r"(?:\s(?:of|percent|(?!was|is|has)[a-z]+s)){0,2}\s$"
)
_DATED = re.compile(r"\s(?:1\d{3}|20\d{2})\b|\sof\s(?:the\s)?\d{1,2}\b")  # "the years 1912 to 1914"
COUNT_KINDS = ("small", "int2", "int", "year4", "word1", "decimal", "few_number")
"""Kinds of tokens that count units."""


def period(count: float | str, name: str) -> str:
    """TIMEX3's value of so many units.

    >>> period(2, "fortnight"), period("X", "hour"), period(1.5, "hour"), period(1.5, "year")
    ('P4W', 'PTXH', 'PT1H30M', 'P18M')
    """
    if name in YEARS:
        name, count = "year", count if isinstance(count, str) else count * YEARS[name]
    letter = LETTERS[name]
    prefix = "PT" if letter[0] == "T" else "P"
    if isinstance(count, str):
        return f"{prefix}{count}{letter[-1]}"
    if name == "fortnight":
        count *= 2
    if count == int(count):
        return f"{prefix}{int(count)}{letter[-1]}"
    finer = {"hour": ("M", 60), "minute": ("S", 60), "year": ("M", 12), "day": ("", 24)}.get(name)
    if finer is None or not (count * finer[1]).is_integer() or not finer[0]:
        return f"{prefix}{count:g}{letter[-1]}"
    if name == "year":
        return f"P{int(count * 12)}M"
    return f"{prefix}{int(count)}{letter[-1]}{int(count * finer[1]) % finer[1]}{finer[0]}".replace(
        f"PT0{letter[-1]}", "PT"
    )


def count_of(parts: Parts) -> float:
    """How many units: a number, with its half or fraction; "a" is one."""
    token = parts.find(*COUNT_KINDS)
    count = float(token.value) if token is not None else 1.0
    fraction = parts.find("fraction")
    if fraction is not None:
        over, under = str(fraction.value).split("/")
        count += int(over) / int(under)
    return count + 0.5 if parts.has("half") else count


def length(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | Timex | None:
    """So many units; "a second" is one only where it is long enough to be told, and a rate ("$5 a day") is none."""
    name, count = parts.unit, count_of(parts)
    if parts.names_something or (len(parts.tokens) == 2 and parts.has("a", "an") and _RATE.search(parts.before(40))):
        return ()
    if _SOME_DAY.search(parts.before(10)) and parts.low[parts.start : parts.end] == "one day":
        return Timex(TimexType.DATE, "FUTURE_REF", None, Grain.DAY)
    if count < 0 or (parts.has("unit_word") and not parts.has(*COUNT_KINDS)):
        return None
    return almanac.duration(period(count, name), GRAINS[name])


def fraction(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | Timex | None:
    """A quarter of something is no time; other lengths "of fighting" are."""
    return () if parts.unit == "quarter" else None


def half_unit(parts: Parts, scene: Scene) -> Timex | None:
    """Half a unit."""
    name = parts.unit
    if parts.has("quarter_unit"):
        return almanac.duration("P25Y", Grain.YEAR)
    whole = {"hour": "PT30M", "year": "P6M", "minute": "PT30S", "day": "PT12H", "decade": "P5Y", "century": "P50Y"}
    return almanac.duration(whole[name], GRAINS[name]) if name in whole else None


def length_compound(parts: Parts, scene: Scene) -> Timex | None:
    """Two lengths of falling units, told together."""
    counts = [float(token.value) for token in parts.tokens if token.kind in COUNT_KINDS]
    names = [str(t.value) for t in parts.tokens if t.kind.endswith("unit") or t.kind in ("units", "unit_word")]
    if len(counts) == 1:
        counts.insert(0, 1.0)
    if len(names) != 2 or names[0] in (names[1], "second") or (names[0] in CLOCK_UNITS and names[1] not in CLOCK_UNITS):
        return None
    first, second = period(counts[0], names[0]), period(counts[1], names[1])
    joined = first + (second[2:] if first[:2] == second[:2] == "PT" else second[1:])
    return almanac.duration(joined, GRAINS[names[1]])


def length_range(parts: Parts, scene: Scene) -> Timex | None:
    """From so many to so many units: the value is of the smaller number."""
    counts = [float(token.value) for token in parts.tokens if token.kind in COUNT_KINDS]
    name = parts.unit
    return almanac.duration(period(min(counts), name), GRAINS[name])


def length_near(parts: Parts, scene: Scene) -> Timex | None:
    """The last or next so many units, with the stretch that they cover: before or after the publication day or
    what a narrative tells."""
    name = parts.unit
    if parts.has("ordinal_word", "unit_word") and parts.after(9).strip().startswith(("later", "earlier", "ago")):
        return None
    count: float | str = "X" if parts.has("vague") else count_of(parts)
    near = _stretch(parts, count if isinstance(count, float) else 0, scene)
    return Timex(TimexType.DURATION, period(count, name), near, GRAINS[name])


def past_one(parts: Parts, scene: Scene) -> Timex | None:
    """The past year, month or week: in news it is named by the last that is over, but means the days up to now."""
    near = length_near(parts, scene)
    moved = almanac.shift(scene.published, -1, parts.unit) if scene.published is not None else None
    if near is None or near.interval is None or moved is None or scene.narrative or parts.unit not in NAMED:
        return near
    named = almanac.unit(parts.unit, moved)
    return replace(named, interval=near.interval) if named else near


def length_vague(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | Timex | None:
    """Some number of units; "quarters" alone are lodgings, "minutes" alone are too short to be told, and "years" before
    their figures are no length."""
    units = [token for token in parts.tokens if token.kind == "units"]
    name = str(units[0].value) if len(units) > 1 else parts.unit
    if parts.names_something:
        return None
    if len(parts.tokens) == 1 and _DATED.match(parts.after(8)):
        return ()
    if len(parts.tokens) == 1 and parts.before(11).endswith(("matter of ", " on ")):
        return None
    short = name == "minute" and parts.before(7) == "within "
    if name in ("quarter", "minute", "second") and len(parts.tokens) == 1 and not short:
        return None
    return almanac.duration(period("X", name), GRAINS[name])


def length_long(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """ "Year-long", "decades-long"."""
    if parts.has("unit_long"):
        return (almanac.duration(parts.says("unit_long"), Grain.DAY),)
    name = parts.unit
    return (almanac.duration(period("X" if parts.has("units", "nights") else 1, name), GRAINS[name]),)


def _stretch(parts: Parts, count: float, scene: Scene) -> Interval | None:
    """The days beside the publication day or what a narrative tells, None where the words do not say on which side."""
    base, name = scene.now, parts.unit
    past = parts.has("last", "past", "latest")
    if base is None or not count or not (past or parts.has("next", "coming")):
        return None
    if past and scene.published is None and parts.word("last") not in AS_TOLD:
        return None  # it may be news, whose day is not known
    if name in CLOCK_UNITS:
        count, name = math.ceil(count / {"hour": 24}.get(name, 1440)), "day"
    moved = almanac.shift(base, -count if past else count, name)
    if moved is None:
        return None
    return Interval.of_days(moved, base) if past else Interval.of_days(base, moved)


PRODUCTIONS = {
    "length": length,
    "fraction": fraction,
    "half_unit": half_unit,
    "length_compound": length_compound,
    "length_range": length_range,
    "length_near": length_near,
    "past_one": past_one,
    "length_vague": length_vague,
    "length_long": length_long,
}
