"""The gazetteer: every place that the project knows, by folded name.

`gazetteer.bin` holds columns of numbers, compressed; a name is found by its hash in a sorted column. `Record` is
one place as filed, `Sense` one meaning of a name. Only this module and the builder know the file's layout.
"""

import json
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from itertools import accumulate
from typing import Any
from zlib import crc32

from timeline.model import PlaceKind
from timeline.places.folding import fold

KINDS = tuple(PlaceKind)
OPENINGS = 1 << 23  # bits that tell by which words names open; a bit may be set by others, too
NOWHERE = 2_000_000_000  # stands in the columns of degrees for an unknown one
COLUMNS = {
    "keys": "Q",
    "counts": "B",
    "postings": "I",
    "latitudes": "i",
    "longitudes": "i",
    "ids": "I",
    "populations": "I",
    "weights": "B",
    "kinds": "B",
    "countries": "B",
    "regions": "H",
    "name_lengths": "B",
    "names": "B",
    "openings": "B",
}
"""Name and type code of each column, in the file's order."""


class Role(IntEnum):
    """How a name belongs to a place."""

    NAME = 0
    VARIANT = 1
    ADJECTIVE = 2
    SHORT = 3  # an abbreviation, which counts as a name only beside another place: "Miss.", "IN"


@dataclass(frozen=True, slots=True)
class Country:
    """A country's English short name and ISO codes; `capital` is the number of its capital's record."""

    name: str
    iso2: str
    iso3: str
    capital: int | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One place as filed; the same place is the same object.

    `region` is the number of its first-order division, 0 for none; `weight` is ten times the decimal logarithm of its
    importance, in people.
    """

    number: int
    name: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    geonameid: int | None
    population: int
    weight: int
    country: Country | None
    region: int


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """One meaning of a name."""

    record: Record
    role: Role


class Gazetteer:
    """Columns of the file, and look-up by name."""

    def __init__(self, columns: dict[str, Any], countries: tuple[Country, ...], regions: dict[str, str]) -> None:
        self.countries = countries
        self._capitals = {land.iso3: land.capital for land in countries if land.capital is not None}
        self.regions = ("", *regions.values())
        self.region_numbers = {code: number for number, code in enumerate(regions, start=1)}
        self._columns = columns
        self._starts = array("I", accumulate(columns["counts"], initial=0))
        self._names = array("I", accumulate(columns["name_lengths"], initial=0))
        self._text = columns["names"].tobytes()
        self.look_up = lru_cache(maxsize=5_000)(self._look_up)
        self.record = cache(self._record)

    def may_open(self, words: str) -> bool:
        """Whether some name may open with two or three folded words, consist of them or of one; False is certain.

        One word and a space ask whether it opens a longer name.
        """
        bit = bit_of(words)
        return bool(self._columns["openings"][bit >> 3] >> (bit & 7) & 1)

    def _look_up(self, name: str) -> tuple[Sense, ...]:
        """All meanings of a folded name."""
        if not self.may_open(" ".join(name.split(" ", 3)[:3])):
            return ()
        key, keys = key_of(name), self._columns["keys"]
        index = bisect_left(keys, key)
        if index == len(keys) or keys[index] != key:
            return ()
        postings = self._columns["postings"][self._starts[index] : self._starts[index + 1]]
        return tuple(Sense(self.record(posting >> 2), Role(posting & 3)) for posting in postings)

    def capital(self, iso3: str | None) -> Record | None:
        """The capital of a country, None where none is known."""
        number = self._capitals.get(iso3 or "")
        return None if number is None else self.record(number)

    def _record(self, number: int) -> Record:
        columns = self._columns
        latitude, longitude = columns["latitudes"][number], columns["longitudes"][number]
        country = columns["countries"][number]
        return Record(
            number=number,
            name=self._text[self._names[number] : self._names[number + 1]].decode(),
            kind=KINDS[columns["kinds"][number]],
            latitude=None if latitude == NOWHERE else latitude / 100_000,
            longitude=None if latitude == NOWHERE else longitude / 100_000,
            geonameid=columns["ids"][number] or None,
            population=columns["populations"][number],
            weight=columns["weights"][number],
            country=self.countries[country - 1] if country else None,
            region=columns["regions"][number],
        )


def bit_of(words: str) -> int:
    """The bit that up to three folded words set."""
    return crc32(words.encode(errors="surrogatepass")) % OPENINGS


def key_of(name: str) -> int:
    """The 64-bit hash under which a folded name is filed."""
    return int.from_bytes(blake2b(name.encode(errors="surrogatepass"), digest_size=8).digest(), "little")


def pack(columns: dict[str, Iterable[int]], countries: list[Country], regions: dict[str, str]) -> bytes:
    """The file's bytes; the same columns always give the same bytes."""
    arrays = {name: array(code, columns[name]) for name, code in COLUMNS.items()}
    for values in arrays.values():
        _little_endian(values)
    tables = {
        "countries": [[land.name, land.iso2, land.iso3, land.capital] for land in countries],
        "regions": regions,
        "sizes": {name: len(values) * values.itemsize for name, values in arrays.items()},
    }
    head = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode()
    body = b"".join(_planes(values) for values in arrays.values())
    return zlib.compress(len(head).to_bytes(4, "little") + head + body, 9)


def unpack(packed: bytes) -> Gazetteer:
    """The gazetteer that some bytes hold."""
    content = memoryview(zlib.decompress(packed))
    at = 4 + int.from_bytes(content[:4], "little")
    tables = json.loads(bytes(content[4:at]))
    columns = {}
    for name, code in COLUMNS.items():
        size = tables["sizes"][name]
        columns[name] = _from_planes(content[at : at + size], code)
        _little_endian(columns[name])
        at += size
    return Gazetteer(columns, tuple(Country(*row) for row in tables["countries"]), tables["regions"])


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that ships with the project."""
    return unpack(resources.files("timeline.places").joinpath("gazetteer.bin").read_bytes())


def senses(name: str) -> tuple[Sense, ...]:
    """All meanings of a name as written.

    >>> any(sense.record.name == "Kyiv" for sense in senses("Kiev"))
    True
    """
    return gazetteer().look_up(fold(name))


def _planes(values: Any) -> bytes:
    """All lowest bytes, then all next ones ...: neighbours that are alike compress well."""
    raw, width = values.tobytes(), values.itemsize
    return b"".join(raw[plane::width] for plane in range(width))


def _from_planes(planes: memoryview, code: str) -> Any:
    values = array(code)
    width, count = values.itemsize, len(planes) // values.itemsize
    raw = bytearray(len(planes))
    for plane in range(width):
        raw[plane::width] = planes[plane * count : (plane + 1) * count]
    values.frombytes(raw)
    return values


def _little_endian(values: Any) -> None:
    if sys.byteorder == "big":
        values.byteswap()
