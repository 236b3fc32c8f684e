"""Capitals that a text names by their country: "Ukraine's capital", "the Ukrainian capital", "the country's capital".

A text and the places found in it go in, the same places come out with such phrases among them, each at the city; a
phrase beside the city's own name tells nothing new and is left as it is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.model import Place, PlaceKind
from timeline.places.gazetteer import Record, gazetteer

NEAR = 6  # characters between a phrase and the city's own name
_MONEY = """gains? markets? flows? inflows? outflows? punishment murder expenditures? spending investments? controls?
accounts? crimes? cases? offen[cs]es? letters? goods costs? requirements? raising stock reserves? injection budget
projects? improvements? region district area governorate province"""
_NOT_MONEY = rf"(?!-|\s+(?:{'|'.join(_MONEY.split())})\b)"
_CITY = rf"\s+capital(?:\s+city)?\b{_NOT_MONEY}"
_BEHIND_ADJECTIVE = re.compile(_CITY, re.IGNORECASE)
_BEHIND_COUNTRY = re.compile(rf"(?:['’]s|(?<=s)['’]){_CITY}", re.IGNORECASE)
_OF_THE_COUNTRY = re.compile(rf"\b(?:country|nation)['’]s{_CITY}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A place of one string: its offsets, the rule that found it, what it means."""

    start: int
    end: int
    rule: str
    place: Place


def with_capitals(text: str, places: Sequence[Found]) -> list[Found]:
    """The places of a text in order, with its phrases for capitals in the place of the countries in them."""
    if "capital" not in text.lower():
        return list(places)
    countries = [found for found in places if _is_country(found.place)]
    starts = [found.start for found in places]
    known = dict(zip(starts, places, strict=True))
    for phrase in (*_named(text, countries), *_of_the_country(text, countries)):
        at = bisect_left(starts, phrase.start)
        if not any(_is_told(phrase, found) for found in places[max(0, at - 1) : at + 2]):
            known[phrase.start] = phrase
    return [known[start] for start in sorted(known)]


def _is_country(place: Place) -> bool:
    """Whether a name or adjective means a country as a whole: "Ukrainian", not "Scottish"."""
    return place.kind is PlaceKind.COUNTRY or (place.kind is PlaceKind.ADJECTIVE and place.admin1 is None)


def _named(text: str, countries: Sequence[Found]) -> Iterator[Found]:
    """The capitals for which countries and adjectives stand with the words behind them."""
    for found in countries:
        pattern = _BEHIND_ADJECTIVE if found.place.kind is PlaceKind.ADJECTIVE else _BEHIND_COUNTRY
        behind = pattern.match(text, found.end)
        if behind:
            yield from _phrase(found.place, found.start, behind.end())


def _of_the_country(text: str, countries: Sequence[Found]) -> Iterator[Found]:
    """The capitals of the countries named last before "the country's capital"."""
    ends = [found.end for found in countries]
    for match in _OF_THE_COUNTRY.finditer(text):
        at = bisect_right(ends, match.start()) - 1
        if at >= 0:
            yield from _phrase(countries[at].place, *match.span())


def _phrase(country: Place, start: int, end: int) -> Iterator[Found]:
    city = gazetteer().capital(country.iso3)
    if city:
        yield Found(start, end, "capital of", _place(city, country.country or country.name))


def _is_told(phrase: Found, other: Found) -> bool:
    """Whether the city's own name stands beside a phrase."""
    gap = max(other.start - phrase.end, phrase.start - other.end)
    return 0 <= gap <= NEAR and other.place.geonameid == phrase.place.geonameid


def _place(city: Record, country: str) -> Place:
    return Place(
        name=city.name,
        kind=PlaceKind.CITY,
        latitude=city.latitude,
        longitude=city.longitude,
        geonameid=city.geonameid,
        country=city.country.name if city.country else None,
        iso3=city.country.iso3 if city.country else None,
        admin1=gazetteer().regions[city.region] or None,
        population=city.population,
        reason=f"the capital of {country}",
    )
