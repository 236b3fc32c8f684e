"""Productions of years, and which figures are years at all."""

import re

from timeline.model import Grain, Timex, TimexType
from timeline.times import almanac
from timeline.times.days import full_year
from timeline.times.parts import Parts
from timeline.times.scene import Scene

FIGURE_KINDS = ("small", "int2", "int", "year4")
NEWS_YEARS = (1800, 2050)  # figures that are years without a preposition
_LEADS = frozenset(
    """in since of until till by from to and or between during before after through for late early mid end beginning
    around about circa spring summer fall autumn winter fiscal calendar year""".split()
)
_DATED = frozenset("in since until during late early mid fiscal".split())
_NOT_LEADS = frozenset(
    """no. no number room flight route page section article extension ext. ext dial box channel suite apt. copyright ©
    nearly almost over than least some""".split()
)
_STREET = re.compile(
    r"\s(?:[nsew][.\s]\s?|(?:north|south|east|west)\s)?(?:[\w.']+\s){1,3}?"
    r"(?:street|st\b|avenue|ave\b|road|rd\b|drive|boulevard|blvd|lane|ln\b|highway|hwy|court|place|parkway|terrace)"
)
_BLOCK = re.compile(r"[\s-](?:hundred\s)?block")
_PHONE = re.compile(r"(?<!\d)\d{3}[-.\s]$")
_COUNTED = re.compile(r"\s(?:people|men|women|[a-z]{3,}(?<!s)s)\b")
_NOT_COUNTED = re.compile(
    r"\s(?:was|has|is|as|does|this|because|results|sales|earnings|profits|elections|plus|across)\b"
)


def year(parts: Parts, scene: Scene) -> Timex | None:
    """A year in figures, where the words around do not count something with it."""
    number = parts.number("year4", "year2") or 0
    if len(parts.tokens) == 1 and parts.has("year4") and not _is_year(parts, number, scene):
        return None
    return almanac.year(full_year(number, scene))


def year_before_era(parts: Parts, scene: Scene) -> Timex | None:
    """A year before the common era, which the calendar of intervals does not reach."""
    return Timex(TimexType.DATE, f"BC{parts.number(*FIGURE_KINDS):04}", None, Grain.YEAR)


def years_before_era(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """Two years before the common era, said of the second only."""
    numbers = [token.value for token in parts.tokens if token.kind in FIGURE_KINDS]
    return tuple(Timex(TimexType.DATE, f"BC{number:04}", None, Grain.YEAR) for number in numbers)


def season_before_era(parts: Parts, scene: Scene) -> Timex | None:
    """A season of a year before the common era."""
    name = parts.says("season", "season_word")
    return Timex(TimexType.DATE, f"BC{parts.number(*FIGURE_KINDS):04}-{name}", None, Grain.SEASON)


def century_before_era(parts: Parts, scene: Scene) -> Timex | None:
    """A century before the common era."""
    number = parts.number("ordinal", "ordinal_word") or 0
    return Timex(TimexType.DATE, f"BC{number - 1:02}", None, Grain.CENTURY) if 1 <= number <= 40 else None


def year_spoken(parts: Parts, scene: Scene) -> Timex | None:
    """A year in words: "nineteen ninety-four", "the year two thousand"."""
    spoken = [token.value for token in parts.tokens if token.kind == "word1" and isinstance(token.value, int)]
    number = spoken[0] if len(spoken) == 1 else 100 * spoken[0] + spoken[1]
    if len(spoken) == 2 and not (15 <= spoken[0] <= 20 and 10 <= spoken[1] <= 99):
        return None
    return almanac.year(number) if almanac.FIRST_YEAR <= number <= almanac.LAST_YEAR else None


def year_range(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Two years, the second by its last two figures."""
    first, last = parts.number("year4") or 0, parts.number("int2", "small") or 0
    token = parts.tokens[-1]
    if token.end - token.start != 2 or first % 100 >= last:
        return None
    return almanac.year(first), almanac.year(first - first % 100 + last)


def _is_year(parts: Parts, number: int, scene: Scene) -> bool:
    before = parts.before(20)
    word = before.split()[-1] if before.strip() else ""
    word = word.strip("(\"'-,")
    after = parts.after(24)
    if (
        word in _NOT_LEADS
        or _PHONE.search(before)
        or before[-1:] in ("$", "£", "€", ".", ":", "/")
        or after[:1] in (":", "/", "%")
    ):
        return False
    if _BLOCK.match(after) or (word not in _DATED and _is_house(parts)):
        return False
    named = word in ("in", "since", "during", "until") or (scene.narrative and word == "the")
    if _COUNTED.match(after) and not _NOT_COUNTED.match(after) and not named:
        return False
    return scene.narrative or word in _LEADS or NEWS_YEARS[0] <= number <= NEWS_YEARS[1]


def _is_house(parts: Parts) -> bool:
    """Whether the figures are a house's number: "1990 Oak Avenue"."""
    return parts.text[parts.end + 1 : parts.end + 2].isupper() and bool(_STREET.match(parts.after(40)))


PRODUCTIONS = {
    "year": year,
    "year_before_era": year_before_era,
    "years_before_era": years_before_era,
    "season_before_era": season_before_era,
    "century_before_era": century_before_era,
    "year_spoken": year_spoken,
    "year_range": year_range,
}
