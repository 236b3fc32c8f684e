"""Where a publisher is at home, as far as its address tells.

An article goes in; the towns, the first-order divisions and the country of its outlet come out.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.model import Article, PlaceKind
from timeline.places.folding import fold
from timeline.places.gazetteer import Record, Role, gazetteer
from timeline.places.words import plain_words
from timeline.spans import read_table

SHORTEST = 5  # letters of a town's name in an address
IMPORTANT = 40  # least importance of a town that an address is read for, ten times the logarithm of its people
LARGE = 57  # of a division
_HOST = re.compile(r"(?:[a-z]+://)?([\w.-]+\.[a-z]{2,})", re.IGNORECASE)
_CHANNEL = re.compile(r"(?:tv|news|online|now|local|\d)+$")


@dataclass(frozen=True, slots=True)
class Home:
    """The outlet's town (all towns that its name can mean), its division and its country, as far as they are known."""

    towns: tuple[Record, ...] = ()
    regions: frozenset[int] = frozenset()
    country: str | None = None


def home_of(article: Article) -> Home:
    """The home of an article's publisher."""
    for address in (article.source, article.url):
        host = _HOST.match(address.strip()) if address else None
        if host:
            return _home_of_host(host.group(1).lower())
    return _home_of_host(f"{fold(article.source).replace(' ', '')}.com") if article.source else Home()


@lru_cache(maxsize=4096)
def _home_of_host(host: str) -> Home:
    """The home that the name of a host tells.

    >>> _home_of_host("www.chicagotribune.com").towns[0].name, _home_of_host("bbc.co.uk").country
    ('Chicago', 'GB')
    """
    labels = [label for label in host.split(".") if label != "www"]
    country = _country(labels[-1])
    towns: tuple[Record, ...] = ()
    regions: frozenset[int] = frozenset()
    national = read_table("timeline.places", "publishers.toml")["national"]["labels"].split()
    for label in labels[:-1]:
        if label in national or label.removeprefix("the") in national:
            return Home(country=country)
        towns = towns or _listed_town(label) or _town_in(label, country)
        regions = regions or _region_in(label)
    if towns and len({town.region for town in towns}) == 1:
        regions = regions | {towns[0].region}
    if regions and towns:
        towns = tuple(town for town in towns if town.region in regions) or towns
    lands = {town.country.iso2 for town in towns if town.country}
    return Home(towns, regions, country or (lands.pop() if len(lands) == 1 else None))


@cache
def _listed() -> dict[str, str]:
    """The town of each outlet of the table."""
    towns = read_table("timeline.places", "publishers.toml")["towns"]
    return {label: town for town, labels in towns.items() for label in labels.split()}


def _listed_town(label: str) -> tuple[Record, ...]:
    """The town of an outlet of the table, also under its call sign alone ("wxii12", "wsbtv"); none for others."""
    row = _listed().get(label) or _listed().get(_CHANNEL.sub("", label), "")
    name, _, code = row.partition(", ")
    region = gazetteer().region_numbers.get(code)
    return tuple(record for record in _cities(name) if record.region == region)[:1]


def _cities(name: str) -> tuple[Record, ...]:
    found = gazetteer().look_up(fold(name))
    return tuple(sense.record for sense in found if sense.record.kind is PlaceKind.CITY and sense.role is Role.NAME)


def _town_in(label: str, country: str | None) -> tuple[Record, ...]:
    """The towns whose name opens or ends a label, the longest name first."""
    plain = label.removeprefix("the").replace("-", "")
    for size in range(len(plain), SHORTEST - 1, -1):
        for part in (plain[:size], plain[-size:]):
            towns = tuple(record for name in _spaced(part) for record in _cities(name) if record.weight >= IMPORTANT)
            native = tuple(town for town in towns if town.country and town.country.iso2 == country)
            if towns and part not in plain_words("common", "function", "organisation"):
                return native or towns
    return ()


def _spaced(part: str) -> list[str]:
    """A run of letters as one word, and cut into two at every place."""
    return [part, *(f"{part[:cut]} {part[cut:]}" for cut in range(3, len(part) - 3))]


def _region_in(label: str) -> frozenset[int]:
    """The division whose name opens or ends a label."""
    plain = label.removeprefix("the").replace("-", "")
    for size in range(len(plain), SHORTEST - 2, -1):
        for part in (plain[:size], plain[-size:]):
            found = [sense.record for name in _spaced(part) for sense in gazetteer().look_up(name)]
            divisions = [record for record in found if record.kind is PlaceKind.REGION and record.weight >= LARGE]
            if divisions and divisions[0].name.replace(" ", "").lower() == part:
                return frozenset({divisions[0].region})
    return frozenset()


def _country(ending: str) -> str | None:
    generic = read_table("timeline.places", "publishers.toml")["generic"]["endings"].split()
    if len(ending) != 2 or ending in generic:
        return None
    return "GB" if ending == "uk" else ending.upper()
