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
from math import asinh, atan, degrees, radians, sinh, tan

PER_DEGREE = 100
WIDE = 70.0  # degrees of longitude from which the coarse scale is fine enough
LEAST = 4.0  # degrees that a map shows at the least
MARGIN = 0.18
WIDEST = 170.0  # degrees of longitude past which the whole Earth is shown
SOUTH, NORTH = -58.0, 80.0  # of the inhabited Earth
WIDTH, HEIGHT = 900, 520  # pixels that the map is taken to have


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

    def pixels(self, longitude: float, latitude: float) -> tuple[float, float]:
        """About where on the map a point stands, from the left and from the top."""
        x = WIDTH * (longitude - self.west) / (self.east - self.west)
        top, bottom = stretched(self.north), stretched(self.south)
        return x, HEIGHT * (top - stretched(latitude)) / (top - bottom)


WORLD = Frame(-180.0, 180.0, SOUTH, NORTH)


@dataclass(frozen=True, slots=True)
class Ring:
    """The outline of one piece of a country: degrees east, degrees north, and the rectangle that holds them."""

    longitudes: tuple[float, ...]
    latitudes: tuple[float, ...]
    frame: Frame


def frame_of(points: Sequence[tuple[float, float]]) -> Frame:
    """The rectangle to show some (longitude, latitude) in, with room around them; the world where there are none.

    It has the shape of the map on the page, as Mercator's projection stretches it.

    >>> frame_of([(30.5, 50.4), (36.2, 50.0)])
    Frame(west=29.5, east=37.2, south=48.7, north=51.6)
    """
    if not points:
        return WORLD
    xs, ys = [point[0] for point in points], [stretched(point[1]) for point in points]
    room = 1 + 2 * MARGIN
    wide = max(max(xs) - min(xs), (max(ys) - min(ys)) * WIDTH / HEIGHT, LEAST) * room
    if wide > WIDEST:
        return WORLD
    x, y, high = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2, wide * HEIGHT / WIDTH
    west = max(-180.0, min(180.0 - wide, x - wide / 2))
    return Frame(round(west, 1), round(west + wide, 1), round(shrunk(y - high / 2), 1), round(shrunk(y + high / 2), 1))


def stretched(latitude: float) -> float:
    """Mercator's height of a latitude, in degrees of longitude.

    >>> round(stretched(0)), round(stretched(60))
    (0, 75)
    """
    return degrees(asinh(tan(radians(max(-85.0, min(85.0, latitude))))))


def shrunk(height: float) -> float:
    """The latitude that stands at a height of Mercator's projection.

    >>> round(shrunk(stretched(50)), 6)
    50.0
    """
    return degrees(atan(sinh(radians(height))))


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
    longitudes, latitudes = _absolute(steps[0::2]), _absolute(steps[1::2])
    return Ring(longitudes, latitudes, Frame(min(longitudes), max(longitudes), min(latitudes), max(latitudes)))


def _absolute(steps: Iterable[int]) -> tuple[float, ...]:
    return tuple(hundredths / PER_DEGREE for hundredths in accumulate(steps))
