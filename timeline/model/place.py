"""Places: a toponym's meaning."""

from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0088  # mean radius
Point = tuple[float, float]


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
    `inexact`: the point is that of the division or country around it, its own spot is not known. `reason` says in words
    why this place was chosen among those of the name.
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
    inexact: bool = False
    reason: str = ""


def distance_km(left: Point, right: Point) -> float:
    """Great-circle distance of two points (latitude, longitude, in degrees) on a sphere, by the haversine formula.

    >>> round(distance_km((0, 0), (0, 1)), 1)
    111.2
    """
    (a, b), (c, d) = (tuple(map(radians, point)) for point in (left, right))
    half = sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
