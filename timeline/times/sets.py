"""Productions of times that come round (`sets.toml`), and of references without a date (`references.toml`)."""

import re

from timeline.model import Grain, Timex, TimexType
from timeline.times import almanac
from timeline.times.days import day_number, month_number
from timeline.times.durations import GRAINS, count_of, period
from timeline.times.parts import Parts
from timeline.times.scene import Scene
from timeline.times.tense import Tense

_OPENING = re.compile(r"(?:^|[.!?:]|\n)[\s\"'”’`]*[\"“'‘`]*$")
_FIRST_OF_TWO = frozenset("and or of was were is had has to in on at by did for with being would could that".split())


def every_weekday(parts: Parts, scene: Scene) -> Timex | None:
    """A weekday that comes round, with its part of the day."""
    number = parts.number("weekday", "weekday_word", "weekdays")
    part = parts.says("part", "parts", "night") or ("NI" if parts.has("nights") else "")
    return Timex(TimexType.SET, f"XXXX-WXX-{number}" + (f"T{part}" if part else ""), None, Grain.DAY)


def every_weekdays(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """Two weekdays that come round and share their part of the day."""
    first, part = parts.tokens[0], parts.tokens[-1]
    return every_weekday(parts.of((first, part)), scene), every_weekday(parts.of(parts.tokens[2:]), scene)


def every_unit(parts: Parts, scene: Scene) -> Timex | None:
    """A unit that comes round."""
    name = parts.unit
    count = 2.0 if parts.has("other") else count_of(parts)
    return Timex(TimexType.SET, period("X" if parts.has("vague") else count, name), None, GRAINS[name])


def every_part(parts: Parts, scene: Scene) -> Timex | None:
    """A part of the day, a season, a month or a weekend that comes round."""
    if parts.has("weekend", "weekends"):
        return Timex(TimexType.SET, "XXXX-WXX-WE", None, Grain.WEEKEND)
    month = parts.number("month", "month_word")
    if month:
        return Timex(TimexType.SET, f"XXXX-{month:02}", None, Grain.MONTH)
    season = parts.says("season", "season_word")
    if season:
        return Timex(TimexType.SET, f"XXXX-{season}", None, Grain.SEASON)
    return Timex(TimexType.SET, f"XXXX-XX-XXT{parts.says('part', 'night') or 'NI'}", None, Grain.PART)


def every_date(parts: Parts, scene: Scene) -> Timex | None:
    """A day of a month that comes round."""
    month, number = month_number(parts), day_number(parts)
    if not 1 <= number <= almanac.month_length(almanac.LEAP_YEAR, month):
        return None
    return Timex(TimexType.SET, f"XXXX-{month:02}-{number:02}", None, Grain.DAY)


def adverb(parts: Parts, scene: Scene) -> Timex | None:
    """ "Daily", "monthly"."""
    named = parts.capital("adverb") and parts.text[parts.end + 1 : parts.end + 2].isupper()
    return None if named and not parts.text.isupper() else Timex(TimexType.SET, parts.says("adverb"), None, Grain.DAY)


def per_unit(parts: Parts, scene: Scene) -> Timex | None:
    """A rate: "$5 a day"."""
    name = parts.unit
    if name == "second":
        return None
    return Timex(TimexType.SET, period(1, name), None, GRAINS[name])


def future_reference(parts: Parts, scene: Scene) -> Timex | None:
    """What is to come; "soon" where the clause looks ahead, "the future" where it is of nothing."""
    if parts.has("soon", "shortly") and (
        parts.tense is not Tense.FUTURE
        or parts.before(3).strip() == "as"
        or parts.after(8).split()[:1] in (["after"], ["before"])
    ):
        return None
    if (scene.narrative and parts.has("soon", "shortly")) or parts.after(4) == " of ":
        return None
    return reference(parts, scene)


def reference(parts: Parts, scene: Scene) -> Timex | None:
    """The present, the past or what is to come."""
    return Timex(TimexType.DATE, parts.rule.value, None, Grain.DAY)


def present(parts: Parts, scene: Scene) -> Timex | None:
    """The present; a "Now," that opens a sentence goes on with what is said."""
    opens = parts.low[parts.start : parts.end] == "now" and parts.after(1) == "," and _OPENING.search(parts.before(6))
    return None if opens else reference(parts, scene)


def reference_marked(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """A reference of which the rule marks the words."""
    return (reference(parts, scene),)


def reference_of_news(parts: Parts, scene: Scene) -> Timex | None:
    """A reference that in a narrative is to what is told."""
    return None if scene.narrative else reference(parts, scene)


def former(parts: Parts, scene: Scene) -> Timex | None:
    """What was so before the time of a narrative, and not the first of two."""
    following = parts.after(14).split()[:1]
    if not scene.narrative or not following or following[0] in _FIRST_OF_TWO or not parts.after(1).isspace():
        return None
    return reference(parts, scene)


def current(parts: Parts, scene: Scene) -> Timex | None:
    """What is so now: "the current rate", but no current of a river and no current account."""
    following = parts.after(14).split()[:1]
    goes_on = parts.after(2)[:1] == " " and parts.after(2)[1:].isalpha()
    if parts.word("this") != "current" or not goes_on or following[0] in _FIRST_OF_TWO or following == ["account"]:
        return None
    return reference(parts, scene)


def reference_of_narratives(parts: Parts, scene: Scene) -> Timex | None:
    """A reference that news does not make."""
    return reference(parts, scene) if scene.narrative else None


def the_time(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """ "At the time": in news where no clause says which; in a narrative it is the present there."""
    if scene.narrative:
        return (Timex(TimexType.DATE, "PRESENT_REF" if parts.has("at") else None, None, Grain.DAY),)
    return (reference(parts, scene),) if parts.ends_clause and parts.has("at") else None


PRODUCTIONS = {
    "the_time": the_time,
    "present": present,
    "reference_marked": reference_marked,
    "reference_of_news": reference_of_news,
    "reference_of_narratives": reference_of_narratives,
    "former": former,
    "current": current,
    "every_weekday": every_weekday,
    "every_weekdays": every_weekdays,
    "every_unit": every_unit,
    "every_part": every_part,
    "every_date": every_date,
    "times_a_unit": per_unit,
    "adverb": adverb,
    "per_unit": per_unit,
    "future_reference": future_reference,
    "reference": reference,
}
