"""Capitals that a text names by their country: "Ukraine's capital", "the Ukrainian capital", "the country's capital".

A text and the places found in it go in, the same places come out with such phrases among them, each at the city; a
phrase beside the city's own name tells nothing new and is left as it is.
"""

import re
from collections.abc import Sequence
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
    named = [_named(text, places, at) or place for at, place in enumerate(places)]
    phrases = (_of_the_country(match, places) for match in _OF_THE_COUNTRY.finditer(text))
    return sorted([*named, *(phrase for phrase in phrases if phrase)], key=lambda place: place.start)


def _named(text: str, places: Sequence[Found], at: int) -> Found | None:
    """The capital for which a country or an adjective stands with the words behind it."""
    found = places[at]
    is_adjective = found.place.kind is PlaceKind.ADJECTIVE
    if not is_adjective and found.place.kind is not PlaceKind.COUNTRY:
        return None
    behind = (_BEHIND_ADJECTIVE if is_adjective else _BEHIND_COUNTRY).match(text, found.end)
    return _phrase(found.place, (found.start, behind.end()), places) if behind else None


def _of_the_country(match: re.Match[str], places: Sequence[Found]) -> Found | None:
    """The capital of the country named last before "the country's capital"."""
    kinds = (PlaceKind.COUNTRY, PlaceKind.ADJECTIVE)
    before = [found.place for found in places if found.end <= match.start() and found.place.kind in kinds]
    return _phrase(before[-1], match.span(), places) if before else None


def _phrase(country: Place, span: tuple[int, int], places: Sequence[Found]) -> Found | None:
    """A phrase at the capital; none where the city's own name stands beside it, or where no capital is known."""
    city = gazetteer().capital(country.iso3) if country.geonameid or country.iso3 else None
    if city is None or any(_is_beside(found, span, city) for found in places):
        return None
    return Found(*span, "capital of", _place(city, country.country or country.name))


def _is_beside(found: Found, span: tuple[int, int], city: Record) -> bool:
    gap = max(found.start - span[1], span[0] - found.end)
    return gap <= NEAR and found.place.geonameid == city.geonameid


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
