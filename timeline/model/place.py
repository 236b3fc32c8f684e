"""Places: a toponym's meaning."""

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """What a name stands for; organisations, facilities and adjectives are placed but never an event's first place."""

    CITY = "city"
    DISTRICT = "district"  # second-order division: county, raion
    REGION = "region"  # first-order division: state, oblast
    COUNTRY = "country"
    AREA = "area"  # informal or physical: the Donbas, the Sahel, a mountain, a continent
    WATER = "water"
    FACILITY = "facility"
    ORGANISATION = "organisation"
    ADJECTIVE = "adjective"  # demonyms: "Russian"


@dataclass(frozen=True, slots=True)
class Place:
    """A place on Earth, as far as it is known.

    `name` is the gazetteer's name. `latitude` and `longitude` are degrees, None where unresolved, never (0, 0) for
    unknown. `country` is the English short name, `iso3` its ISO 3166 code, `admin1` the first-order division.
    `metonym`: the name stands for a government or a team ("Washington said"), not for where something happened.
    `reason` says in words why this place was chosen among those of the name.
    """

    name: str
    kind: PlaceKind
    latitude: float | None = None
    longitude: float | None = None
    geonameid: int | None = None
    country: str | None = None
    iso3: str | None = None
    admin1: str | None = None
    population: int = 0
    metonym: bool = False
    reason: str = ""
