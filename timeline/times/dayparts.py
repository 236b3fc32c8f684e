"""Productions of parts of a day (`clock.toml`): morning, night, dawn ... of a day, tonight, overnight."""

import re
from datetime import date, timedelta

from timeline.model import Grain, Timex, TimexType
from timeline.times import days, holidays, hours, weekdays
from timeline.times.parts import Parts
from timeline.times.scene import Scene
from timeline.times.tense import Tense

_BY_NIGHT = re.compile(
    r"[\s-](?:actions?|assaults?|attacks?|battles?|bomb(?:ing|er)s?|fight(?:s|ing|ers?)|flights?|landings?|march(?:es|ed)?"
    r"|operations?|patrols?|raid(?:s|ing)?|shifts?|sorties?|watch(?:es)?|work)\b"
)
PART_KINDS = ("part", "night", "daytime", "dawn")


def overnight_of_day(parts: Parts, scene: Scene) -> Timex | None:
    """The night that begins on a weekday, yesterday ..."""
    whole = days.relative_day(parts, scene) if parts.has("today") else weekdays.weekday(parts, scene)
    return hours.overnight(whole.interval.first) if whole and whole.interval else whole


def part_today(parts: Parts, scene: Scene) -> Timex | None:
    """This morning, tonight: parts of the publication day."""
    return part(scene.speaking_day, parts.says(*PART_KINDS) or "NI")


def last_night(parts: Parts, scene: Scene) -> Timex | None:
    """Last night: the evening before the publication day."""
    day = scene.speaking_day
    return part(day - timedelta(days=1) if day else None, parts.says(*PART_KINDS))


def overnight(parts: Parts, scene: Scene) -> Timex | None:
    """The night before the publication day's morning; in a narrative the one after the day that is told."""
    if scene.narrative and scene.then_day is not None:
        return hours.overnight(scene.then_day)
    if scene.speaking_day is None:
        return Timex(TimexType.TIME, None, None, Grain.PART)
    return hours.overnight(scene.speaking_day - timedelta(days=1))


def part_of_day(parts: Parts, scene: Scene) -> Timex | None:
    """A part of a weekday or of yesterday, today, tomorrow."""
    if parts.after_following:
        return None
    if parts.has("today"):
        whole = days.relative_day(parts, scene)
    elif parts.has("last", "next", "this"):
        whole = weekdays.weekday_shifted(parts, scene)
    else:
        whole = weekdays.weekday(parts, scene)
    return _part_of(whole, parts)


def part_of_date(parts: Parts, scene: Scene) -> Timex | None:
    """A part of a day of a month."""
    whole = days.full_date(parts, scene) if parts.has("year4", "year2") else days.month_day(parts, scene)
    return _part_of(whole, parts)


def other_parts(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """Dawn, dusk ... of the day that the passage is about."""
    return (part(scene.then_day, parts.says("dawn")),)


def dawn_of_day(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Dawn, dusk ... of a weekday or of yesterday, today, tomorrow."""
    found = part_of_day(parts, scene)
    return (found,) if found else None


def part_of_day_of_month(parts: Parts, scene: Scene) -> Timex | None:
    """A part of a day of the month that the passage is about."""
    whole = days.day_of_month(parts, scene)
    return _part_of(whole, parts) if whole else None


def dawn_of_date(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Dawn, dusk ... of a day of a month."""
    found = part_of_date(parts, scene)
    return (found,) if found else None


def part_of_date_range(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """A night between two days of one month: the night of the first, and the second."""
    found = days.month_day_range(parts, scene)
    if not found or found[0] is None or found[0].interval is None:
        return None
    night = hours.overnight(found[0].interval.first) if parts.has("night") else _part_of(found[0], parts)
    return night, found[1]


def part_of_holiday(parts: Parts, scene: Scene) -> Timex | None:
    """A part of a holiday."""
    return _part_of(holidays.holiday(parts, scene), parts)


def any_part(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """A part of any day."""
    return (part(None, parts.says(*PART_KINDS)),)


def night_kind(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """The night as the kind of what a narrative tells: "night attacks"."""
    return (part(None, "NI"),) if scene.narrative and _BY_NIGHT.match(parts.low, parts.end) else None


def other_part(parts: Parts, scene: Scene) -> Timex | None:
    """A part of the day that the passage is about, or of the one beside it; a past night is
    the last where no other day is told."""
    if parts.has("last", "next", "after"):
        return _part_of(days.other_day(parts, scene), parts)
    past_night = parts.has("night") and not scene.narrative and parts.tense is not Tense.FUTURE
    day = scene.happened_day if past_night or parts.is_told else scene.then_day
    if past_night and day is not None and day == scene.published:
        return hours.overnight(day - timedelta(days=1))
    return part(day, parts.says(*PART_KINDS))


def part_of_other_day(parts: Parts, scene: Scene) -> Timex | None:
    """A part of the day that the passage is about, or of the one beside it, which is named."""
    return _part_of(days.other_day(parts, scene), parts)


def _part_of(whole: Timex | None, parts: Parts) -> Timex | None:
    if whole is None:
        return None
    if whole.interval is None:
        return Timex(TimexType.TIME, f"{whole.value or 'XXXX-XX-XX'}T{parts.says(*PART_KINDS)}", None, Grain.PART)
    return part(whole.interval.first, parts.says(*PART_KINDS))


def of_day(some: Timex, day: Timex) -> Timex:
    """A part of some day on another day; a night that goes on to the morning does so."""
    if day.interval is None or some.value is None:
        return some
    if some.interval is not None and some.interval.days > 1:
        return hours.overnight(day.interval.first)
    return part(day.interval.first, some.value[-2:])


def part(when: date | None, name: str) -> Timex:
    """A part of a day, or of no day that is known."""
    if when is None:
        return Timex(TimexType.TIME, f"XXXX-XX-XXT{name}", None, Grain.PART)
    return hours.part_of_day(when, name)


PRODUCTIONS = {
    "overnight_of_day": overnight_of_day,
    "part_today": part_today,
    "tonight": part_today,
    "last_night": last_night,
    "overnight": overnight,
    "part_of_day": part_of_day,
    "part_of_date": part_of_date,
    "dawn_of_date": dawn_of_date,
    "part_of_day_of_month": part_of_day_of_month,
    "part_of_date_range": part_of_date_range,
    "part_of_holiday": part_of_holiday,
    "any_part": any_part,
    "dawn_of_day": dawn_of_day,
    "other_parts": other_parts,
    "night_kind": night_kind,
    "other_part": other_part,
    "part_of_other_day": part_of_other_day,
}
