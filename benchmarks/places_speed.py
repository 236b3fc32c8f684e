"""Measures the gazetteer and the finding of places: size, time to load, memory, speed in mixed case and in capitals.

Run from the project's root: `python benchmarks/places_speed.py MIXED CAPITALS`, two JSON Lines files with `id` and
`text`. Prints a section for `RESULTS.md`. Times are processor time of one process; the first pass reads names that no
article before had, the second finds them remembered.
"""

import argparse
import json
import resource
import time
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from timeline.model import Article, Basis, Origin, Published
from timeline.places import find_places
from timeline.places.gazetteer import gazetteer

READ_AT = datetime(2026, 1, 1, tzinfo=UTC)
Row = tuple[str, str]


def read(path: Path) -> list[Article]:
    """The articles of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    published = Published(None, Basis.NONE)
    return [Article(row["id"], row["text"], published, Origin(row["id"], "", READ_AT)) for row in rows]


def peak_mb() -> float:
    """Most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def gazetteer_rows() -> list[Row]:
    """Size of the gazetteer, time and memory that loading it takes."""
    before, start = peak_mb(), time.process_time()
    known = gazetteer()
    seconds = time.process_time() - start
    size = len(files("timeline.places").joinpath("gazetteer.bin").read_bytes())
    return [
        ("gazetteer, MB on disk", f"{size / 1e6:.1f}"),
        ("first-order divisions", f"{len(known.regions):,}"),
        ("load, s", f"{seconds:.2f}"),
        ("load, MB of memory", f"{peak_mb() - before:.0f}"),
    ]


def speed_rows(case: str, articles: list[Article]) -> list[Row]:
    """MB of text a second in two passes, and how many places were found."""
    size = sum(len(article.text) for article in articles)
    speeds, found = [], 0
    for _ in range(2):
        start = time.process_time()
        found = sum(len(find_places(article)) for article in articles)
        speeds.append(size / (time.process_time() - start) / 1e6)
    return [
        (f"{case}: articles, MB of text, places", f"{len(articles):,}, {size / 1e6:.2f}, {found:,}"),
        (f"{case}: first pass, MB/s", f"{speeds[0]:.2f}"),
        (f"{case}: second pass, MB/s", f"{speeds[1]:.2f}"),
    ]


def main() -> None:
    """Prints the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mixed", type=Path, help="articles in mixed case")
    parser.add_argument("capitals", type=Path, help="articles all in capitals")
    options = parser.parse_args()
    rows = gazetteer_rows()
    for case in ("mixed", "capitals"):
        rows += speed_rows(case, read(getattr(options, case)))
    rows.append(("peak memory, MB", f"{peak_mb():.0f}"))
    print("## places: size and speed\n\n| measure | value |\n| --- | ---: |")
    print("\n".join(f"| {name} | {value} |" for name, value in rows))


if __name__ == "__main__":
    main()
