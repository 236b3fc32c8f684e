"""Productions of times of day (`clock.toml`): matched words and a scene go in, a TIMEX of type TIME comes out."""

import re
from dataclasses import replace
from datetime import date, time, timedelta

from timeline.model import Grain, Timex, TimexType
from timeline.times import hours
from timeline.times.dayparts import PART_KINDS, last_night, other_part, part
from timeline.times.grammar import Value
from timeline.times.parts import Parts
from timeline.times.scene import Scene

_LATE = re.compile(
    r"\b(?:afternoon|evening|night|tonight),?\s(?:(?:at|by|around|about|until)\s)*$"
)  # "Friday night at 9:15"
MIDNIGHT = 24  # ends its day
_LEADS = re.compile(  # before figures with a colon that are a time of day, not a length or a score
    r"\b(?:at|by|to|from|until|till|before|after|about|around|between|and|or|since|past|on|than|only)\s+(?:\w+\s)?$|[-,(@]\s?$"
)


def clock(parts: Parts, scene: Scene) -> Timex | None:
    """A time of day on the day that the passage is about; a merged day replaces that day."""
    read = clock_time(parts)
    if read is None:
        return None
    moment, grain = read
    base = _clock_day(moment, parts, scene)
    zone = parts.find("zone")
    written = parts.text[zone.start : zone.end] if zone else None
    if parts.number("noon") == MIDNIGHT and parts.before(6).endswith("after "):
        moment = time(0)
    ends_day = parts.number("noon") == MIDNIGHT and moment != time(0)
    clocked = "24:00" if ends_day else moment.isoformat("minutes")
    if base is None:
        return Timex(TimexType.TIME, f"XXXX-XX-XXT{clocked}", None, grain, written)
    told = replace(hours.instant(base, moment, grain), zone=written)
    return replace(told, value=f"{base.isoformat()}T24:00") if ends_day else told


def _clock_day(moment: time, parts: Parts, scene: Scene) -> date | None:
    """The day of a time of day alone; what has happened was before the text was published."""
    if not parts.is_told:
        return scene.then_day
    day = scene.happened_day
    if day is None or day != scene.published:
        return day
    ended = parts.number("noon") == MIDNIGHT and scene.day != day and not parts.before(6).endswith("after ")
    late = scene.clock is not None and moment > scene.clock
    return day - timedelta(days=1) if late or ended else day


def clock_time(parts: Parts) -> tuple[time, Grain] | None:
    """Hour, minute and second as written, with the grain; None where the figures are no time of day."""
    if parts.has("noon") and parts.before(5) == "high ":
        return None
    if parts.has("noon"):
        return (time(12) if parts.number("noon") == 12 else hours.LAST_MINUTE), Grain.HOUR
    figures = parts.find("clock", "dotclock", "small", "word1", "int", "year4")
    if figures is None or (figures.kind == "clock" and len(parts.tokens) == 1 and _is_length(parts)):
        return None
    words = parts.low[figures.start : figures.end].replace(".", ":")
    if figures.kind in ("int", "year4") and not _is_told(parts):
        return None
    if figures.kind in ("int", "year4"):
        words = f"{words[:-2]}:{words[-2:]}" if len(words) == 4 else ""
    elif figures.kind in ("small", "word1"):
        words = _spoken(figures.value, parts)
    hour, minute, *rest = (int(number) for number in words.split(":")) if words else (99, 0)
    shifted = _hour(hour, parts)
    if shifted is None or minute > 59:
        return None
    grain = Grain.SECOND if rest else Grain.MINUTE if figures.kind not in ("small", "word1") else Grain.HOUR
    return time(shifted, minute, rest[0] if rest else 0), grain


def _spoken(hour: Value, parts: Parts) -> str:
    """An hour in words or a small figure, with its half or quarter: "half past six"."""
    if parts.has("half"):
        return f"{hour}:30"
    if parts.has("past"):
        return f"{hour}:15"
    return f"{(int(hour) - 1) % 24}:45" if parts.has("quarter_unit") else f"{hour}:00"


def _is_length(parts: Parts) -> bool:
    """Whether figures with a colon are a recording's length or a score: nothing leads up to them, or "(2:13)"."""
    before = parts.before(16)
    return not _LEADS.search(before) or (before.endswith("(") and parts.after(1) == ")")


def _is_told(parts: Parts) -> bool:
    """Whether four figures before "hours" are a time of day, not a number of hours."""
    figures = parts.word("int", "year4")
    return len(figures) == 4 and (figures[0] == "0" or parts.has("zone") or parts.before(4).endswith((" at ", "by ")))


def _hour(hour: int, parts: Parts) -> int | None:
    if parts.has("meridiem"):
        return hour % 12 + (parts.number("meridiem") or 0) if 1 <= hour <= 12 else hour if hour < 24 else None
    if parts.has("part", "night"):
        after_noon = parts.says(*PART_KINDS) in ("AF", "EV") or (parts.has("night") and hour >= 6)
        return hour % 12 + 12 * after_noon if 1 <= hour <= 12 else None
    if 1 <= hour < hours.NOON and _LATE.search(parts.before(32)):
        return hour + hours.NOON
    return hour % 24 if hour <= 24 else None


def hour_of_part(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """An hour without more of a part of today or of last night, or of the day told or the next."""
    hour = parts.number("small", "word1") or 0
    day = part(scene.speaking_day, parts.says(*PART_KINDS) or "NI")
    if parts.has("that", "same", "the"):
        day = other_part(parts, scene) or day
        if day.interval is None:
            return None
    elif parts.has("last"):
        day = last_night(parts, scene) or day
    if not 1 <= hour <= 12:
        return None
    return (hours.on_day(Timex(TimexType.TIME, f"XXXX-XX-XXT{hour % 12:02}:00", None, Grain.HOUR), day),)


def clock_range(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Two clock times, the first without its half of the day: "between 2 and 4 p.m."."""
    last = clock(parts.of(parts.tokens[2:]), scene)
    first = clock(parts.of((parts.tokens[0], *parts.tokens[3:])), scene)
    return (first, last) if first and last else None


PRODUCTIONS = {
    "clock": clock,
    "hour_of_part": hour_of_part,
    "clock_range": clock_range,
}
