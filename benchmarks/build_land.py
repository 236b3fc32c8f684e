"""Compile the map's land and borders from the TopoJSON files of npm's `world-atlas` (Natural Earth, public domain).

A folder with `countries-110m.json` and `countries-50m.json` goes in; `timeline/charts/land.json.gz` comes out: per
scale the outer rings of all countries, as hundredths of a degree, each ring's first point whole and the others as steps
from the point before.

    npm pack world-atlas && tar xzf world-atlas-*.tgz && python benchmarks/build_land.py package
"""

import argparse
import gzip
import json
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "timeline" / "charts" / "land.json.gz"
SCALES = {"coarse": "countries-110m.json", "fine": "countries-50m.json"}
PER_DEGREE = 100
SMALLEST = 4  # points of a ring that still has an area: the last repeats the first

Point = tuple[int, int]


def main() -> None:
    """Write the compiled file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="the unpacked world-atlas package")
    folder = parser.parse_args().folder
    land = {scale: [steps(ring) for ring in read_rings(folder / name)] for scale, name in SCALES.items()}
    packed = gzip.compress(json.dumps(land, separators=(",", ":")).encode(), mtime=0)
    TARGET.write_bytes(packed)
    counts = ", ".join(f"{len(rings)} {scale} rings" for scale, rings in land.items())
    print(f"{TARGET.name}: {counts}, {len(packed):,} bytes")


def read_rings(path: Path) -> list[list[Point]]:
    """The outer rings of all countries, in hundredths of a degree, wound as the file has them (clockwise)."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [_unpack(arc, topology["transform"]) for arc in topology["arcs"]]
    rings = [
        _stitch(ring, arcs) for country in topology["objects"]["countries"]["geometries"] for ring in _outer(country)
    ]
    return [ring for ring in rings if len(ring) >= SMALLEST]


def steps(ring: list[Point]) -> list[int]:
    """A ring as one flat list: the first point, then the step to each further point."""
    turns = [(right[0] - left[0], right[1] - left[1]) for left, right in pairwise(ring)]
    return list(chain(ring[0], chain.from_iterable(turns)))


def _unpack(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        degrees = (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )
        points.append((round(degrees[0] * PER_DEGREE), round(degrees[1] * PER_DEGREE)))
    return points


def _outer(country: dict[str, Any]) -> list[list[int]]:
    polygons = {"Polygon": [country["arcs"]], "MultiPolygon": country["arcs"]}
    return [polygon[0] for polygon in polygons[country["type"]]]


def _stitch(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join a ring's arcs; a negative number means the arc `~number` walked backwards. Equal neighbours become one."""
    walked = chain.from_iterable(arcs[n] if n >= 0 else reversed(arcs[~n]) for n in ring)
    points: list[Point] = []
    for point in walked:
        if not points or points[-1] != point:
            points.append(point)
    return points


if __name__ == "__main__":
    main()
