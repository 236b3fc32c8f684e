"""What the names of an article say of each other: where on the globe, in which division, in which country they lie.

Likely meanings of names go in as votes; how well one meaning agrees with the others comes out, as numbers with names.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import sub

from timeline.model import PlaceKind
from timeline.places.gazetteer import Record, Role, Sense
from timeline.places.home import Home

LEAST = 0.05  # share from which on a meaning votes
ENOUGH = 3.0  # names beyond which more of them say no more
FAMOUS = 2.5  # orders of magnitude beyond which more does not count
LESS = 8  # tens of decimal logarithms of people
AROUND = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT})
Cell = tuple[int, int]
SUPPORT = (
    "near",
    "region_named",
    "region_shared",
    "country_named",
    "country_shared",
    "sisters",
    "home_near",
    "home_region",
    "home_country",
)
"""Names of the features that depend on the article, in the order of `support`."""


@dataclass(slots=True)
class Votes:
    """Shares of meanings by cell of the globe, by division and country that names lie in or that they name; `sisters`
    counts the divisions named of each country."""

    cells: dict[Cell, float] = field(default_factory=dict)
    regions: dict[int, float] = field(default_factory=dict)
    countries: dict[str, float] = field(default_factory=dict)
    named_regions: dict[int, float] = field(default_factory=dict)
    named_countries: dict[str, float] = field(default_factory=dict)
    sisters: dict[str, float] = field(default_factory=dict)
    sums: tuple[float, ...] = ()

    def summed(self) -> tuple[float, ...]:
        """All votes for divisions named and lain in, and for countries named and lain in."""
        if not self.sums:
            parts = (self.named_regions, self.regions, self.named_countries, self.countries)
            self.sums = tuple(sum(part.values()) for part in parts)
        return self.sums

    def add(self, record: Record, share: float) -> None:
        """Counts one meaning of a name."""
        land = record.country.iso2 if record.country else None
        if record.kind is PlaceKind.COUNTRY:
            if land:
                self.named_countries[land] = self.named_countries.get(land, 0.0) + share
            return
        if land:
            self.countries[land] = self.countries.get(land, 0.0) + share
        if record.kind is PlaceKind.REGION:
            self.named_regions[record.region] = self.named_regions.get(record.region, 0.0) + share
            if land:
                self.sisters[land] = self.sisters.get(land, 0.0) + share
            return
        if record.region:
            self.regions[record.region] = self.regions.get(record.region, 0.0) + share
        at = cell(record)
        if at:
            self.cells[at] = self.cells.get(at, 0.0) + share

    def near(self, at: Cell | None) -> float:
        """The votes for a cell and those around it."""
        if at is None or not self.cells:
            return 0.0
        row, column = at
        get = self.cells.get
        return (
            get((row - 1, column - 1), 0.0)
            + get((row - 1, column), 0.0)
            + get((row - 1, column + 1), 0.0)
            + get((row, column - 1), 0.0)
            + get((row, column), 0.0)
            + get((row, column + 1), 0.0)
            + get((row + 1, column - 1), 0.0)
            + get((row + 1, column), 0.0)
            + get((row + 1, column + 1), 0.0)
        )


def votes_of(senses: Iterable[Sense], shares: Iterable[float]) -> Votes:
    """The votes of the meanings of one name."""
    votes = Votes()
    for sense, share in zip(senses, shares, strict=True):
        if share >= LEAST:
            votes.add(sense.record, share)
    return votes


def total(votes: Iterable[Votes]) -> Votes:
    """All votes together."""
    whole = Votes()
    for some in votes:
        for name in ("cells", "regions", "countries", "named_regions", "named_countries", "sisters"):
            sums = getattr(whole, name)
            for key, share in getattr(some, name).items():
                sums[key] = sums.get(key, 0.0) + share
    return whole


@lru_cache(maxsize=100_000)
def cell(record: Record) -> Cell | None:
    """The cell of the globe, about 110 km wide, that a place lies in."""
    if record.latitude is None or record.longitude is None:
        return None
    row = round(record.latitude)
    return row, round(record.longitude * math.cos(math.radians(row)))


@dataclass(slots=True)
class Others:
    """The votes of all names of an article but one, and the publisher's home; `sums` as in `Votes.summed`."""

    whole: Votes
    own: Votes
    home: Home
    sums: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        self.sums = tuple(map(sub, self.whole.summed(), self.own.summed()))

    def near(self, at: Cell) -> float:
        """Their votes for a cell and those around it."""
        near = self.whole.near(at)
        return near - self.own.near(at) if near else 0.0


def support(record: Record, others: Others) -> tuple[float, ...]:
    """How well one meaning of a name agrees with the other names and the publisher's home."""
    whole, own, sums, home = others.whole, others.own, others.sums, others.home
    region = record.region
    land = record.country.iso2 if record.country else ""
    is_country = record.kind is PlaceKind.COUNTRY
    is_region = record.kind is PlaceKind.REGION
    town = None if is_country or is_region else cell(record)
    shared = whole.regions.get(region, 0.0) - own.regions.get(region, 0.0)
    land_shared = whole.countries.get(land, 0.0) - own.countries.get(land, 0.0)
    named = 0.0 if is_region else whole.named_regions.get(region, 0.0) - own.named_regions.get(region, 0.0)
    land_named = 0.0 if is_country else whole.named_countries.get(land, 0.0) - own.named_countries.get(land, 0.0)
    return (
        _grown(others.near(town)) if town else 0.0,
        _focused(named, sums[0]),
        _focused(shared, sums[1]),
        _focused(land_named, sums[2]),
        _focused(land_shared, sums[3]),
        _grown(whole.sisters.get(land, 0.0) - own.sisters.get(land, 0.0)) if is_region else 0.0,
        _at_home(town, home),
        float(region in home.regions),
        float(land == home.country and not is_country),
    )


def _grown(votes: float) -> float:
    return math.log1p(min(ENOUGH, max(0.0, votes)))


def _focused(votes: float, all_votes: float) -> float:
    """Votes for one division or country, less where the article keeps to it less: all count where it names no other."""
    if votes <= 0 or all_votes <= 0:
        return 0.0
    return _grown(votes) * math.sqrt(min(1.0, votes / all_votes))


def _at_home(town: Cell | None, home: Home) -> float:
    """Whether a place lies at the publisher's home, less where that may be one of many towns."""
    if town is None or not home.towns:
        return 0.0
    return float(any(_adjoin(town, cell(place)) for place in home.towns)) / len(home.towns)


def is_at_home(sense: Sense, home: Home) -> bool:
    """Whether a meaning is a town properly so called near the publisher's."""
    town = sense.role is Role.NAME and sense.record.kind is PlaceKind.CITY
    return town and _at_home(cell(sense.record), home) == 1.0


def _adjoin(one: Cell, other: Cell | None) -> bool:
    return other is not None and abs(one[0] - other[0]) <= 1 and abs(one[1] - other[1]) <= 1


def prior(sense: Sense, senses: Sequence[Sense]) -> dict[str, float]:
    """The features of a meaning among those of its name that do not depend on the article."""
    record = sense.record
    return {
        "weight": record.weight / 10,
        "town_weight": record.weight / 10 * (record.kind is PlaceKind.CITY),
        "variant": float(sense.role is Role.VARIANT),
        "overshadowed": float(sense.role is Role.VARIANT and any(_is_namesake(record, other) for other in senses)),
        "around_town": float(record.kind in AROUND and any(_is_its_town(record, other) for other in senses)),
        "dominant": _dominance(sense, senses),
        record.kind.value: 1.0,
    }


def _dominance(sense: Sense, senses: Sequence[Sense]) -> float:
    """By how many orders of magnitude the most important meaning, or one at its spot, outweighs those elsewhere."""
    top = max(senses, key=lambda other: other.record.weight)
    here = cell(top.record)
    if sense is not top and not _same_spot(here, sense.record):
        return 0.0
    others = [other.record.weight for other in senses if other is not top and not _same_spot(here, other.record)]
    return min(FAMOUS, (top.record.weight - max(others)) / 10) if others else 0.0


def _same_spot(here: Cell | None, other: Record) -> bool:
    there = cell(other)
    return here is not None and there is not None and _adjoin(here, there)


def _is_namesake(record: Record, other: Sense) -> bool:
    """Whether another place, of the same country or no less important, properly has this name."""
    if other.role is not Role.NAME or other.record.kind in (PlaceKind.DISTRICT, PlaceKind.FACILITY):
        return False
    at_home = record.country is not None and other.record.country is record.country
    return at_home or other.record.weight >= record.weight - LESS


def _is_its_town(record: Record, other: Sense) -> bool:
    """Whether a division is called like a town in it."""
    return (
        other.record.kind is PlaceKind.CITY
        and other.record.region == record.region
        and other.record.country == record.country
        and 10 * other.record.population > record.population
    )
