"""Measures the gazetteer and the finding of places: size, time to load, memory, speed on given texts.

Run from the project's root: `python benchmarks/places_speed.py FILE`, a JSON Lines file with `id` and `text`.
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


def read(path: Path) -> list[Article]:
    """The articles of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    published = Published(None, Basis.NONE)
    return [Article(row["id"], row["text"], published, Origin(row["id"], "", READ_AT)) for row in rows]


def peak_mb() -> float:
    """Most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Prints one measure per line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    path = parser.parse_args().file
    before, start = peak_mb(), time.perf_counter()
    known = gazetteer()
    print(
        f"load: {time.perf_counter() - start:.3f} s, {peak_mb() - before:.0f} MB more, {len(known.regions):,} divisions"
    )
    print(f"file: {len(files('timeline.places').joinpath('gazetteer.bin').read_bytes()) / 1e6:.1f} MB")
    articles = read(path)
    size = sum(len(article.text) for article in articles)
    start = time.process_time()
    found = sum(len(find_places(article)) for article in articles)
    seconds = time.process_time() - start
    print(f"speed: {size / seconds / 1e6:.2f} MB/s over {len(articles):,} articles, {found:,} places")
    print(f"peak memory with the articles: {peak_mb():.0f} MB")


if __name__ == "__main__":
    main()
