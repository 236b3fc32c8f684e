"""Productions of years, and which figures are years at all."""

import re
from dataclasses import replace

from timeline.model import Grain, Timex, TimexType
from timeline.times import almanac
from timeline.times.days import day_number, full_year, is_month, month_number
from timeline.times.eras import Era, ancient_year
from timeline.times.parts import Parts
from timeline.times.scene import Scene

FIGURE_KINDS = ("small", "int2", "int", "year4")
NEWS_YEARS = (1800, 2050)  # figures that are years without a preposition
_LEADS = frozenset(
    """in since of until till by from to and or between during before after through for late early mid end beginning
    around about circa spring summer fall autumn winter fiscal calendar year""".split()
)
_DATED = frozenset("in since until during late early mid fiscal".split())
_ANCIENT = frozenset("in by until till since from after before during between and to of late early around".split())
_NOT_LEADS = frozenset(
    """no. no number room flight route page section article extension ext. ext dial box channel suite apt. highway hwy
    interstate chapter bill resolution form copyright © nearly almost over than least some""".split()
)
_STREET = re.compile(
    r"\s(?:[nsew][.\s]\s?|(?:north|south|east|west)\s)?(?:[\w.']+\s){1,3}?"
    r"(?:street|st\b|avenue|ave\b|road|rd\b|drive|boulevard|blvd|lane|ln\b|highway|hwy|court|place|parkway|terrace)"
)
_BLOCK = re.compile(r"[\s-](?:hundred\s)?block")
_PHONE = re.compile(r"(?<!\d)\d{3}[-.\s]$")
_COUNTED = re.compile(r"\s(?:people|men|women|[a-z]{3,}(?<!s)s)\b")
_PRICES = re.compile(r"\s(?:usd|us\$|us dollars?|dollars|eur|euros?|gbp|pounds|cad|aud|nzd|prices)\b")
_NOT_COUNTED = re.compile(
    r"\s(?:was|has|is|as|does|this|because|results|sales|earnings|profits|elections|plus|across)\b"
)


def year(parts: Parts, scene: Scene) -> Timex | None:
    """A year in figures, where the words around do not count something with it."""
    number = parts.number("year4", "year2") or 0
    if len(parts.tokens) == 1 and parts.has("year4") and not _is_year(parts, number, scene):
        return None
    return almanac.year(full_year(number, scene))


def year_of_era(parts: Parts, scene: Scene) -> Timex | None:
    """A year with its era: "264 BC", "AD 69"."""
    number, era = parts.number(*FIGURE_KINDS) or 0, _era(parts)
    if era is Era.COMMON and number >= almanac.FIRST_YEAR:
        return almanac.year(number) if number <= almanac.LAST_YEAR else None
    return ancient_year(number, era) if number and _is_era(parts) else None


def years_of_era(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Two years, whose era is said of the second only."""
    numbers = [token.value for token in parts.tokens if token.kind in FIGURE_KINDS and isinstance(token.value, int)]
    if not _is_era(parts):
        return None
    return tuple(ancient_year(number, _era(parts)) for number in numbers)


def month_of_era(parts: Parts, scene: Scene) -> Timex | None:
    """A month of a year with its era."""
    number = [token.value for token in parts.tokens if token.kind in FIGURE_KINDS][-1]
    if not _is_era(parts) or not is_month(parts) or not isinstance(number, int) or number >= almanac.FIRST_YEAR:
        return None
    return replace(ancient_year(number, _era(parts)), value=f"{_era(parts).value}{number:04}-{month_number(parts):02}")


def day_of_era(parts: Parts, scene: Scene) -> Timex | None:
    """A day of a month of a year with its era."""
    whole, number = month_of_era(parts, scene), day_number(parts)
    if whole is None or not 1 <= number <= almanac.month_length(almanac.LEAP_YEAR, month_number(parts)):
        return None
    return replace(whole, value=f"{whole.value}-{number:02}", grain=Grain.DAY)


def season_of_era(parts: Parts, scene: Scene) -> Timex | None:
    """A season of a year with its era, or of one in a text of that era."""
    name, number = parts.says("season", "season_word"), parts.number(*FIGURE_KINDS) or 0
    era = _era(parts) if parts.has("era") else scene.era
    return replace(ancient_year(number, era), value=f"{era.value}{number:04}-{name}") if era and number else None


def year_in_era(parts: Parts, scene: Scene) -> Timex | None:
    """A year before 1000 without its era, in a text that told the era of another: "in 241"."""
    number = parts.number("int", "int2", "small") or 0
    word = (parts.before(12).split() or [""])[-1]
    if scene.era is None or word not in _ANCIENT or (number < 100 and word != "in"):
        return None
    counted = _COUNTED.match(parts.after(24)) and not _NOT_COUNTED.match(parts.after(24))
    shared = parts.after(1) == "," and parts.after(2)[1:].isdigit()
    return None if counted or shared or parts.after(1) in ("%", ".5") else ancient_year(number, scene.era)


def century_before_era(parts: Parts, scene: Scene) -> Timex | None:
    """A century with its era."""
    number = parts.number("ordinal", "ordinal_word") or 0
    if parts.number("era"):
        return Timex(TimexType.DATE, f"{number - 1:02}", None, Grain.CENTURY) if 1 <= number <= 22 else None
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


def year_pair(parts: Parts, scene: Scene) -> Timex | None:
    """Two years in a row: the value is of the first."""
    first, last = (int(figures) for figures in parts.says("year_pair").split("/"))
    if (first + 1) % 100 != last or first > almanac.LAST_YEAR - 1:
        return None
    both, second = almanac.year(first), almanac.year(first + 1)
    return replace(both, interval=both.interval.hull(second.interval)) if both.interval and second.interval else both


def _is_year(parts: Parts, number: int, scene: Scene) -> bool:
    before = parts.before(20)
    word = before.split()[-1] if before.strip() else ""
    word = word.strip("(\"'-,")
    if before.endswith(("later than ", "earlier than ")):
        return True
    after = parts.after(24)
    if (
        word in _NOT_LEADS
        or _PHONE.search(before)
        or before[-1:] in ("$", "£", "€", ".", ":", "/")
        or after[:1] in (":", "/", "%")
        or (before.endswith("(") and _PRICES.match(after))
    ):
        return False
    if _BLOCK.match(after) or (word not in _DATED and _is_house(parts)):
        return False
    named = word in ("in", "since", "during", "until", "early", "late", "mid") or (scene.narrative and word == "the")
    if _COUNTED.match(after) and not _NOT_COUNTED.match(after) and not named:
        return False
    return scene.narrative or word in _LEADS or NEWS_YEARS[0] <= number <= NEWS_YEARS[1]


def _era(parts: Parts) -> Era:
    return Era.COMMON if parts.number("era") else Era.BEFORE


def _is_era(parts: Parts) -> bool:
    """Whether the letters of the era are written as such: "ad" is a word too."""
    token = parts.find("era")
    return token is not None and (token.value == 0 or parts.text[token.start : token.end].isupper())


def _is_house(parts: Parts) -> bool:
    """Whether the figures are a house's number: "1990 Oak Avenue"."""
    return parts.text[parts.end + 1 : parts.end + 2].isupper() and bool(_STREET.match(parts.after(40)))


PRODUCTIONS = {
    "year": year,
    "year_of_era": year_of_era,
    "years_of_era": years_of_era,
    "month_of_era": month_of_era,
    "day_of_era": day_of_era,
    "season_of_era": season_of_era,
    "year_in_era": year_in_era,
    "century_before_era": century_before_era,
    "year_spoken": year_spoken,
    "year_range": year_range,
    "year_pair": year_pair,
}
