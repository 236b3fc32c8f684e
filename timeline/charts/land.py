"""The map's ground: land and borders from the compiled file beside this module (Natural Earth), and what to show of it.

Coordinates go in, rings of degrees come out. Only this module knows the file; `benchmarks/build_land.py` writes it.
"""

import gzip
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate

PER_DEGREE = 100
WIDE = 70.0  # degrees of longitude from which the coarse scale is fine enough
LEAST = 4.0  # degrees that a map shows at the least
MARGIN = 0.18
SOUTH, NORTH = -58.0, 80.0  # of the whole inhabited Earth


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle of the Earth, in degrees."""

    west: float
    east: float
    south: float
    north: float

    def meets(self, other: "Frame") -> bool:
        """Whether the two share any ground."""
        return (
            self.west <= other.east
            and other.west <= self.east
            and self.south <= other.north
            and other.south <= self.north
        )


WORLD = Frame(-180.0, 180.0, SOUTH, NORTH)


@dataclass(frozen=True, slots=True)
class Ring:
    """The outline of one piece of a country: degrees east, degrees north, and the rectangle that holds them."""

    longitudes: tuple[float, ...]
    latitudes: tuple[float, ...]
    frame: Frame


def frame_of(points: Sequence[tuple[float, float]]) -> Frame:
    """The rectangle to show some (longitude, latitude) in, with room around them; the world where there are none.

    >>> frame_of([(30.5, 50.4), (36.2, 50.0)])
    Frame(west=29.5, east=37.2, south=47.5, north=52.9)
    """
    if not points:
        return WORLD
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    wide, high = max(max(xs) - min(xs), LEAST), max(max(ys) - min(ys), LEAST)
    if wide > 180:
        return WORLD
    wide, high = max(wide, high), max(high, wide / 2.5)
    x, y = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    half_x, half_y = wide * (0.5 + MARGIN), high * (0.5 + MARGIN)
    return Frame(
        round(max(-180.0, x - half_x), 1),
        round(min(180.0, x + half_x), 1),
        round(max(-89.0, y - half_y), 1),
        round(min(89.0, y + half_y), 1),
    )


def rings_in(frame: Frame) -> list[Ring]:
    """The pieces of land that a frame shows a part of, at the scale that suits it."""
    scale = "coarse" if frame.east - frame.west >= WIDE else "fine"
    return [ring for ring in read_land()[scale] if ring.frame.meets(frame)]


@cache
def read_land() -> dict[str, tuple[Ring, ...]]:
    """Both scales of the compiled land."""
    packed = resources.files("timeline.charts").joinpath("land.json.gz").read_bytes()
    scales: dict[str, list[list[int]]] = json.loads(gzip.decompress(packed))
    return {scale: tuple(map(_ring, rings)) for scale, rings in scales.items()}


def _ring(steps: list[int]) -> Ring:
    longitudes, latitudes = _degrees(steps[0::2]), _degrees(steps[1::2])
    return Ring(longitudes, latitudes, Frame(min(longitudes), max(longitudes), min(latitudes), max(latitudes)))


def _degrees(steps: Iterable[int]) -> tuple[float, ...]:
    return tuple(hundredths / PER_DEGREE for hundredths in accumulate(steps))
