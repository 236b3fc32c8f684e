"""Learns the bits of `timeline/linking/weights.toml` for pairs of main events from articles with known incidents.

    python benchmarks/learn_linking.py FOLDER gva_train gvc_train [--check gva_dev gvc_dev] [--write]

FOLDER holds NAME.jsonl files whose rows have "gold": {"incident": ...}. Every candidate pair of main claims is an
example; features enter as the table's levels and as the corners of its curves, so that the learned numbers are read as
bits. Only numbers are learned: names of features, levels and corners stand in the table and are kept.
Needs numpy and scipy (`pip install -e .[bench]`).
"""

import argparse
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from timeline.articles import Record, article_of
from timeline.linking import FEATURES, Profile, profiles
from timeline.linking.blocking import candidates
from timeline.linking.copies import find_copies
from timeline.linking.corpus import measure_corpus
from timeline.linking.features import Finding
from timeline.linking.weighing import PRIOR, read_weights, table_of
from timeline.pipeline import extract
from timeline.spans import read_table

STIFFNESS = 0.5  # of the L2 penalty on bits; there are tens of thousands of pairs
TABLE = "main"
FILE = Path(__file__).parent.parent / "timeline" / "linking" / "weights.toml"
HELD = frozenset({"copies", "places", "types"})  # judgements: reports of shootings in one country cannot teach them
FALLING = frozenset({"published"})  # the further apart, the less likely
Array = np.ndarray[Any, np.dtype[np.float64]]
Bounds = list[tuple[float | None, float | None]]
Column = tuple[str, str | float]  # feature, and its level or the corner of its curve


@dataclass(frozen=True, slots=True)
class Example:
    """One pair: its row of the matrix (column index -> part), the bits of what is not learned, whether it is joined."""

    parts: dict[int, float]
    held: float
    same: bool


def main() -> None:
    """Learns, prints what was learned and, where asked, writes it into the table."""
    arguments = _arguments()
    columns = columns_of()
    examples = [
        example for name in arguments.sets for example in read_examples(arguments.folder / f"{name}.jsonl", columns)
    ]
    bits = fit(examples, columns)
    print(f"{len(examples)} pairs, {sum(example.same for example in examples)} of one incident")
    for (feature, place), value in zip(columns, bits, strict=True):
        print(f"{feature:12} {place!s:12} {value:6.2f}")
    for name in arguments.check or ():
        print(name, accuracy(list(read_examples(arguments.folder / f"{name}.jsonl", columns)), bits))
    if arguments.write:
        FILE.write_text(rewritten(FILE.read_text(encoding="utf-8"), columns, bits), encoding="utf-8")


def columns_of() -> list[Column]:
    """The numbers to be learned, in the table's order; the prior first."""
    table = read_table("timeline.linking", "weights.toml")[TABLE]
    found: list[Column] = [(PRIOR, "")]
    for feature, row in table.items():
        if isinstance(row, dict) and feature not in HELD:
            found.extend((feature, place) for place in row.get("at", row))
    return found


def read_examples(path: Path, columns: Sequence[Column]) -> Iterator[Example]:
    """The candidate pairs of a file's articles."""
    incidents: dict[str, str] = {}
    found: list[Profile] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        incidents[row["id"]] = row["gold"]["incident"]
        found.extend(_main_profiles(row))
    return examples_of(found, incidents, columns)


def examples_of(found: Iterable[Profile], incidents: dict[str, str], columns: Sequence[Column]) -> Iterator[Example]:
    """One example per candidate pair of main claims."""
    told = list(found)
    corpus = measure_corpus(told, find_copies(told))
    index = {column: n for n, column in enumerate(columns)}
    for left, right in candidates(told, corpus):
        if table_of(left, right) != TABLE:
            continue
        parts, held = {0: 1.0}, 0.0
        for name, compare in FEATURES.items():
            finding = compare(left, right, corpus)
            if finding is not None and name in HELD:
                held += read_weights(TABLE).bits(name, finding)
            elif finding is not None:
                parts.update(_parts(name, finding, index))
        yield Example(parts, held, incidents[left.article] == incidents[right.article])


def fit(examples: Sequence[Example], columns: Sequence[Column]) -> Array:
    """Logistic regression with an L2 penalty, in bits; curves rise, those of `FALLING` and levels fall."""
    steps, bounds = _steps(columns)
    matrix, held, same = _matrix(examples, len(columns))
    matrix = matrix @ steps

    def loss(weights: Array) -> tuple[float, Array]:
        scores = matrix @ weights + held
        surprise = np.logaddexp(0, scores) - same * scores
        slope = matrix.T @ (1 / (1 + np.exp(-scores)) - same)
        penalty = weights.copy()
        penalty[0] = 0.0
        return surprise.sum() + STIFFNESS * (penalty @ penalty) / 2, slope + STIFFNESS * penalty

    start = np.zeros(len(columns))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 1000})
    return np.asarray(steps @ found.x) / log(2)


def _steps(columns: Sequence[Column]) -> tuple[Array, Bounds]:
    """The matrix that adds up a row's steps to its numbers, and the bounds that keep the steps in one direction."""
    steps = np.eye(len(columns))
    bounds: Bounds = []
    for n, (feature, place) in enumerate(columns):
        if n == 0 or columns[n - 1][0] != feature:
            bounds.append((None, None))
            continue
        steps[n] += steps[n - 1]
        falls = isinstance(place, str) or feature in FALLING
        bounds.append((None, 0.0) if falls else (0.0, None))
    return steps, bounds


def accuracy(examples: Sequence[Example], bits: Array) -> str:
    """How many of the pairs are told right."""
    matrix, held, same = _matrix(examples, len(bits))
    said = matrix @ bits + held / log(2) > 0
    right = Counter(zip(said.tolist(), (same > 0).tolist(), strict=True))
    return ", ".join(f"said {s}, is {t}: {n}" for (s, t), n in sorted(right.items()))


def rewritten(text: str, columns: Sequence[Column], bits: Array) -> str:
    """The table with the learned numbers in its `[main]` part; other lines stay as they are."""
    learned: dict[str, dict[str | float, float]] = {}
    for (feature, place), value in zip(columns, bits, strict=True):
        learned.setdefault(feature, {})[place] = round(float(value), 2)
    lines, inside = text.splitlines(), False
    for n, line in enumerate(lines):
        inside = line == f"[{TABLE}]" if line.startswith("[") else inside
        feature = line.partition(" = ")[0]
        if inside and feature in learned:
            lines[n] = f"{feature} = {_row(learned[feature])}"
    return "\n".join(lines) + "\n"


def _row(places: dict[str | float, float]) -> str:
    if list(places) == [""]:
        return str(places[""])
    if all(isinstance(place, str) for place in places):
        return "{ " + ", ".join(f"{place} = {value}" for place, value in places.items()) + " }"
    return f"{{ at = {list(places)}, bits = {list(places.values())} }}"


def _parts(feature: str, finding: Finding, index: dict[Column, int]) -> dict[int, float]:
    """The columns that a finding touches: its level, or the two corners between which it lies."""
    if isinstance(finding.value, str):
        column = index.get((feature, finding.value))
        return {} if column is None else {column: 1.0}
    knots = read_weights(TABLE).curves.get(feature)
    if knots is None:
        return {}
    corners = [x for x, _ in knots]
    position = bisect_right(corners, finding.value)
    if position in (0, len(corners)):
        return {index[feature, corners[max(0, position - 1)]]: 1.0}
    low, high = corners[position - 1], corners[position]
    share = (finding.value - low) / (high - low)
    return {index[feature, low]: 1 - share, index[feature, high]: share}


def _matrix(examples: Sequence[Example], width: int) -> tuple[Array, Array, Array]:
    """What is learned from, what is held (in nats), and the truth."""
    matrix = np.zeros((len(examples), width))
    for n, example in enumerate(examples):
        matrix[n, list(example.parts)] = list(example.parts.values())
    held = np.array([example.held * log(2) for example in examples])
    return matrix, held, np.array([float(example.same) for example in examples])


def _main_profiles(row: dict[str, str]) -> Iterator[Profile]:
    """The profile of the claim that an article is about."""
    title, source, url, published = (row.get(name) for name in ("title", "source", "url", "published"))
    reading = extract(article_of(Record(row["id"], row["text"], title, source, url, published)))
    yield from (profile for profile in profiles(reading) if profile.is_main)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--check", nargs="*")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
