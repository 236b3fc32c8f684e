"""Productions of days (`days.toml`): matched words and a scene go in, a dated TIMEX comes out."""

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times import almanac, hours
from timeline.times.absolute import absolute_day
from timeline.times.parts import Parts
from timeline.times.scene import AHEAD, LOOKING_BACK, Scene

DAY_KINDS = ("small", "ordinal", "ordinal_word", "unit_word")
MONTH_KINDS = ("month", "month_word", "month_short")
NINE_ELEVEN = date(2001, 9, 11)
YEAR_KINDS = ("year4", "year2", "int2")


def unresolved(value: str | None, grain: Grain) -> Timex:
    """A date of which nothing but the words is known."""
    return Timex(TimexType.DATE, value, None, grain)


def month_number(parts: Parts) -> int:
    """The month that is named; a name that is another word too must be a name here."""
    return parts.number(*MONTH_KINDS) or 0


def is_month(parts: Parts) -> bool:
    """Whether the month's word is a month: not the verb "may", not a given name before a capital."""
    number = parts.find("ordinal_word", "unit_word")
    named = number is not None and parts.text[number.start].isupper() and parts.text[number.start + 1].islower()
    return not named and (parts.capital(*MONTH_KINDS) or parts.text.islower())


def full_year(number: int, scene: Scene) -> int:
    """A year of two figures in full: the latest that is no more than ten years ahead."""
    if number >= 100:
        return number
    latest = (scene.published.year if scene.published else 2029) + 10
    return latest - (latest - number) % 100


def day_number(parts: Parts) -> int:
    """The day of the month; "second" is one."""
    token = parts.find(*DAY_KINDS)
    if token is None:
        return 0
    return token.value if isinstance(token.value, int) else 2


def iso_day(parts: Parts, scene: Scene) -> Timex | None:
    """A day in the form of ISO 8601, with its time where that is written."""
    words = parts.low[parts.start : parts.end]
    found = _iso_date(words[:10])
    if found is None or len(words) == 10:
        return almanac.day(found) if found else None
    return hours.instant(found, hours.clock_of(words[11:]), Grain.SECOND if len(words) > 16 else Grain.MINUTE)


def numeric_day(parts: Parts, scene: Scene) -> Timex | None:
    """A day in figures."""
    found = absolute_day(parts.word("numeric_date"))
    return almanac.day(found) if found else None


def full_date(parts: Parts, scene: Scene) -> Timex | None:
    """A day with its month and year."""
    if not is_month(parts) or (parts.has("int2") and _COUNTED.match(parts.after(24))):
        return None
    year = full_year(parts.number(*YEAR_KINDS) or 0, scene)
    return almanac.day_of(year, month_number(parts), day_number(parts))


def month_day(parts: Parts, scene: Scene) -> Timex | None:
    """A day of a month without a year."""
    return _month_day(parts, day_number(parts), scene) if is_month(parts) else None


def month_day_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A day of a month of last, this or next year."""
    if scene.now is None or not is_month(parts):
        return None
    return almanac.day_of(scene.now.year + parts.shift, month_number(parts), day_number(parts))


def month_day_shifted(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """A day of a month without a year after "last" or "next"."""
    found = month_day(parts, scene)
    return (found,) if found else None


def month_day_range(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Two days of one month, the month said with one of them only."""
    numbers = [_ordinal(token.value) for token in parts.tokens if token.kind in DAY_KINDS]
    year = parts.number("year4", "year2")
    if not is_month(parts) or len(numbers) != 2 or numbers[0] >= numbers[1]:
        return None
    if year is not None:
        found = [almanac.day_of(full_year(year, scene), month_number(parts), number) for number in numbers]
    else:
        found = [_month_day(parts, number, scene) for number in numbers]
    return tuple(found) if all(found) else None


def day_pair(parts: Parts, scene: Scene) -> Timex | None:
    """Two days in a row, or the night between them: the value is of the first."""
    first, last = (int(number) for number in parts.says("day_pair").split("/"))
    year = parts.number("year4", "year2")
    if last != first + 1 or not is_month(parts):
        return None
    whole = (
        almanac.day_of(full_year(year, scene), month_number(parts), first) if year else _month_day(parts, first, scene)
    )
    if whole is None or whole.interval is None:
        return whole
    if parts.has("night"):
        return hours.overnight(whole.interval.first)
    return replace(whole, interval=Interval.of_days(whole.interval.first, whole.interval.first + timedelta(days=1)))


def nine_eleven(parts: Parts, scene: Scene) -> Timex | None:
    """The day of 2001 that is called by its figures."""
    known = scene.published is None or scene.published >= NINE_ELEVEN
    return almanac.day(NINE_ELEVEN) if parts.says("day_pair") == "9/11" and known else None


def relative_day(parts: Parts, scene: Scene) -> Timex | None:
    """Today, yesterday, tomorrow: seen from the publication day, in a narrative from the day told, where "today" is the
    present; not in a name ("USA Today")."""
    step = parts.number("today") or 0
    if parts.in_name("today"):
        return None
    if scene.narrative and scene.published is not None and not step:
        return unresolved("PRESENT_REF", Grain.DAY)
    if scene.speaking_day is None:
        return unresolved(None, Grain.DAY)
    return almanac.day(scene.speaking_day + timedelta(days=step))


def day_beside_today(parts: Parts, scene: Scene) -> Timex | None:
    """The day before yesterday, the day after tomorrow."""
    if scene.speaking_day is None:
        return unresolved(None, Grain.DAY)
    return almanac.day(scene.speaking_day + timedelta(days=(parts.number("today") or 0) + _step(parts)))


def day_of_month(parts: Parts, scene: Scene) -> Timex | None:
    """A day of the month that the passage is about."""
    base = scene.then
    number = day_number(parts)
    if _TWO_UNITS.match(parts.text, parts.end):
        return None
    following = parts.after(14).split()[:1]
    if base is None or number > 31 or (following and following[0][:1].isalpha() and following[0] not in _CLAUSE):
        return None
    return almanac.day_of(base.year, base.month, number)


def other_day(parts: Parts, scene: Scene) -> Timex | None:
    """The next, same or previous day, seen from the day that the passage is about."""
    base = scene.then_day
    if (parts.has("after") and not parts.ends_phrase) or parts.word("last") == "last":
        return None  # "the last day of school" is no day before
    if base is None:
        return unresolved(None, Grain.DAY)
    return almanac.day(base + timedelta(days=_step(parts)))


def day_of_event(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """The day before or after something that happened, where it explains the day that is told."""
    if parts.ends_phrase or scene.then_day is None or parts.before(2).strip()[-1:] not in (",", "-", "("):
        return None
    return (almanac.day(scene.then_day),)


def _iso_date(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return absolute_day(words)  # figures in another order


def _month_day(parts: Parts, number: int, scene: Scene) -> Timex | None:
    month = month_number(parts)
    if not 1 <= number <= (29 if month == 2 else almanac.month_length(2001, month)):
        return None
    year = scene.year_of_day(month, number, LOOKING_BACK if parts.looks_back else AHEAD)
    if year is None:
        return unresolved(f"XXXX-{month:02}-{number:02}", Grain.DAY)
    step = 0
    if scene.is_far_ahead(date(year, month, number)) and parts.is_told:
        step = -1
    elif scene.is_long_past(date(year, month, number)) and parts.is_planned:
        step = 1
    return almanac.day_of(year + step, month, number) or almanac.day_of(year, month, number)


def _ordinal(value: object) -> int:
    return value if isinstance(value, int) else 2


def _step(parts: Parts) -> int:
    return parts.number("last", "next", "after") or 0


_COUNTED = re.compile(r"\s(?:people|men|women|[a-z]{3,}s)\b")  # "as of 22 January 64 villages"
_TWO_UNITS = re.compile(r"(?:,| and| or)\s(?:the\s)?\d{1,3}(?:st|nd|rd|th)\s[A-Z]")  # "the 3rd and 4th Divisions"
_CLAUSE = frozenset(
    "of in at on and or but when where while after before until to was were had it they he she the".split()
)

PRODUCTIONS = {
    "iso_day": iso_day,
    "numeric_day": numeric_day,
    "full_date": full_date,
    "month_day": month_day,
    "month_day_of_year": month_day_of_year,
    "month_day_shifted": month_day_shifted,
    "month_day_range": month_day_range,
    "day_range_month": month_day_range,
    "day_pair": day_pair,
    "nine_eleven": nine_eleven,
    "relative_day": relative_day,
    "day_beside_today": day_beside_today,
    "day_of_month": day_of_month,
    "other_day": other_day,
    "day_of_event": day_of_event,
}
