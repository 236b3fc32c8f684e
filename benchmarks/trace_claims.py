"""Traces every figure, time and place of every claim made of the articles of JSON Lines files.

    python benchmarks/trace_claims.py FILE...

Prints a line per file: articles, claims, and what could not be traced to its characters, rule and evidence, with the
first articles where that is so. Exit status: 0 all traced, 1 something was not.
"""

import argparse
import sys
from pathlib import Path

from timeline.claims import untraced
from timeline.model import Problem
from timeline.pipeline import extract_all, read_inputs

SHOWN = 5


def main() -> int:
    """Reads and traces, prints what it found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    lost = [trace(path) for path in parser.parse_args().files]
    return int(any(lost))


def trace(path: Path) -> int:
    """How many statements of a file's claims cannot be traced; prints the counts."""
    articles = claims = lost = 0
    for reading in extract_all(read_inputs([str(path)])):
        if isinstance(reading, Problem):
            print(reading.reason, file=sys.stderr)
            continue
        found = untraced(reading)
        articles, claims, lost = articles + 1, claims + len(reading.claims), lost + len(found)
        for line in found[:SHOWN] if lost <= SHOWN else ():
            print(f"{reading.article.id}: {line}", file=sys.stderr)
    print(f"{path.parent.name}/{path.stem}: {articles:,} articles, {claims:,} claims, {lost} statements not traced")
    return lost


if __name__ == "__main__":
    sys.exit(main())
