"""Productions of seasons (`periods.toml`). A winter reckoned from a day carries the year of its January."""

from dataclasses import replace
from datetime import date

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times import almanac
from timeline.times.days import YEAR_KINDS, full_year, unresolved
from timeline.times.parts import Parts
from timeline.times.scene import AS_TOLD, Scene
from timeline.times.tense import Tense
from timeline.times.years import year_spoken

SEASON_KINDS = ("season", "season_word")
SEASON_LENGTH = 3  # months
_LEADS = frozenset("in by during until till through throughout over for this late early into of and or to".split())


def season(parts: Parts, scene: Scene) -> Timex | None:
    """A season alone: the last that had begun, or the next where that is over and the clause looks ahead."""
    name, base = parts.says(*SEASON_KINDS), scene.now
    if not is_season(parts):
        return None
    if base is None:
        return unresolved(f"XXXX-{name}", Grain.SEASON)
    if scene.narrative:
        year = scene.year_of_day(1 if name == "WI" else almanac.SEASON_MONTHS[name], 15)
        return almanac.season(year or base.year, name)
    begun = _year_begun(base, name)
    ahead = parts.tense is Tense.FUTURE and _is_over(base, begun, name)
    return _season_begun_in(begun + 1 if ahead else begun, name)


def is_season(parts: Parts) -> bool:
    """Whether the words are a season, not "the spring of" something nor a name."""
    sprung = parts.has("season_word") and parts.after(4) == " of "
    return not sprung and not parts.names_something and not _is_collapse(parts)


def _is_collapse(parts: Parts) -> bool:
    """Whether "the fall" is what befell something: no word leads to a season, "ten years after the fall"."""
    return parts.word("season_word") == "fall" and not _LEADS.intersection(parts.before(12).split()[-1:])


def season_of_war(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """A season that tells which offensive, campaign ... is meant."""
    return (season(parts.of(tuple(token for token in parts.tokens if token.kind in SEASON_KINDS)), scene),)


def season_months(parts: Parts, scene: Scene) -> Timex | None:
    """The months of a season."""
    if parts.says("units") != "month":
        return None
    return season(parts.of(tuple(token for token in parts.tokens if token.kind in SEASON_KINDS)), scene)


def season_kind(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """A season that is no time, but the kind of something: "winter quarters"."""
    if parts.has("season_word") or (parts.has("units") and parts.says("units") != "quarter"):
        return None
    return (unresolved(f"XXXX-{parts.says(*SEASON_KINDS)}", Grain.SEASON),)


def season_year(parts: Parts, scene: Scene) -> Timex | None:
    """A season of a stated year."""
    return almanac.season(full_year(parts.number(*YEAR_KINDS) or 0, scene), parts.says(*SEASON_KINDS))


def season_spoken_year(parts: Parts, scene: Scene) -> Timex | None:
    """A season of a year in words."""
    year = year_spoken(parts, scene)
    return almanac.season(year.interval.first.year, parts.says(*SEASON_KINDS)) if year and year.interval else None


def season_years(parts: Parts, scene: Scene) -> Timex | None:
    """A season, mostly a winter, of two years."""
    begun = parts.number("year4") or int((parts.says("year_pair") or "0").split("/")[0])
    return replace(_season_begun_in(begun, parts.says(*SEASON_KINDS)), value=f"{begun}-{parts.says(*SEASON_KINDS)}")


def season_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A season of last, this or next year, or of the year that the passage is about or one beside it."""
    told = parts.has("that", "same") or parts.word("last", "next") in AS_TOLD
    base, name = scene.then if told else scene.now, parts.says(*SEASON_KINDS)
    return almanac.season(base.year + parts.shift, name) if base else unresolved(f"XXXX-{name}", Grain.SEASON)


def season_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """Last, this or next season of a name; "that summer" is of the year that the passage is about."""
    name = parts.says(*SEASON_KINDS)
    if parts.has("that", "same") and scene.then:
        return almanac.season(scene.then.year, name)
    base = scene.then if parts.word("last", "next") in AS_TOLD else scene.now
    if base is None:
        return unresolved(f"XXXX-{name}", Grain.SEASON)
    begun = _year_begun(base, name)
    if parts.shift > 0:
        return _season_begun_in(begun + 1, name)
    if parts.shift < 0:
        return _season_begun_in(begun if _is_over(base, begun, name) else begun - 1, name)
    ahead = parts.tense is not Tense.PAST and _is_over(base, begun, name)
    return _season_begun_in(begun + 1 if ahead else begun, name)


def _year_begun(base: date, name: str) -> int:
    """The year in which the last season of a name began."""
    return base.year - (base.month < almanac.SEASON_MONTHS[name])


def _is_over(base: date, begun: int, name: str) -> bool:
    return base.year * 12 + base.month >= begun * 12 + almanac.SEASON_MONTHS[name] + SEASON_LENGTH


def _season_begun_in(year: int, name: str) -> Timex:
    if name != "WI":
        return almanac.season(year, name)
    end = date(year + 1, 2, almanac.month_length(year + 1, 2))
    return Timex(TimexType.DATE, f"{year + 1:04}-WI", Interval.of_days(date(year, 12, 1), end), Grain.SEASON)


PRODUCTIONS = {
    "season": season,
    "season_of_war": season_of_war,
    "season_kind": season_kind,
    "season_months": season_months,
    "season_year": season_year,
    "season_spoken_year": season_spoken_year,
    "season_years": season_years,
    "season_of_year": season_of_year,
    "season_shifted": season_shifted,
}
