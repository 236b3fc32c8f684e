"""Findings to evidence: how many bits each is worth, read from the table of weights.

Bits are log2 of how much likelier two claims are of one event than not, given the other features; they add up.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.linking.corpus import Corpus
from timeline.linking.features import FEATURES, Finding
from timeline.linking.profile import Profile
from timeline.model import Evidence
from timeline.spans import read_table

Knots = tuple[tuple[float, float], ...]
PRIOR = "prior"
FLOOR = -4.0  # bits of claims that were not compared, or are less alike: one misreading must not part many claims


@dataclass(frozen=True, slots=True)
class Weights:
    """Bits before any comparison, a curve per feature of numbers, levels per feature of kinds."""

    prior: float
    curves: dict[str, Knots]
    levels: dict[str, dict[str, float]]

    def bits(self, feature: str, finding: Finding) -> float:
        """What a finding is worth, 0 for a level that the table does not name."""
        if isinstance(finding.value, str):
            return self.levels.get(feature, {}).get(finding.value, 0.0)
        return interpolate(self.curves[feature], finding.value) if feature in self.curves else 0.0


@cache
def read_weights(name: str) -> Weights:
    """The weights of one table: "main", "recurring" or "passage"."""
    table = read_table("timeline.linking", "weights.toml")[name]
    curves = {feature: _knots(row["at"], row["bits"]) for feature, row in table.items() if _is_curve(row)}
    levels = {feature: row for feature, row in table.items() if isinstance(row, dict) and not _is_curve(row)}
    return Weights(float(table[PRIOR]), curves, levels)


def weigh(left: Profile, right: Profile, corpus: Corpus) -> tuple[Evidence, ...]:
    """All evidence on two claims, what speaks for them first, prior included; none where it cannot exceed `FLOOR`."""
    table = table_of(left, right)
    weights = read_weights(table)
    found, total = [Evidence(PRIOR, weights.prior, "two claims taken at random")], weights.prior
    for (name, compare), ceiling in zip(FEATURES.items(), ceilings(table), strict=True):
        if total + ceiling <= FLOOR:
            return ()
        finding = compare(left, right, corpus) if name in weights.curves or name in weights.levels else None
        if finding is not None and (bits := round(weights.bits(name, finding), 2)):
            found.append(Evidence(name, bits, finding.detail))
            total += bits
    return tuple(sorted(found, key=lambda item: (-item.bits, item.feature)))


@cache
def ceilings(table: str) -> tuple[float, ...]:
    """Per feature, in their order, the most that it and all after it can add."""
    weights = read_weights(table)
    most = [
        max(0.0, *(bits for _, bits in weights.curves.get(name, ())), *weights.levels.get(name, {}).values(), 0.0)
        for name in FEATURES
    ]
    return tuple(sum(most[n:]) for n in range(len(most)))


def table_of(left: Profile, right: Profile) -> str:
    """The table by which two claims are weighed: main claims by another than what articles mention beside them."""
    if not (left.is_main and right.is_main):
        return "passage"
    return "recurring" if is_recurring(left) or is_recurring(right) else "main"


def is_recurring(profile: Profile) -> bool:
    """Whether its kind of event comes again at one place with the same names."""
    return (
        bool(profile.types) and profile.types[0] in read_table("timeline.linking", "weights.toml")["kinds"]["recurring"]
    )


def interpolate(knots: Knots, value: float) -> float:
    """The height of a broken line at a value; flat beyond its ends.

    >>> interpolate(((0.0, -2.0), (1.0, 2.0)), 0.75), interpolate(((0.0, -2.0), (1.0, 2.0)), 9)
    (1.0, 2.0)
    """
    position = bisect_right(knots, (value, float("inf")))
    if position == 0:
        return knots[0][1]
    if position == len(knots):
        return knots[-1][1]
    (x0, y0), (x1, y1) = knots[position - 1], knots[position]
    return y0 + (y1 - y0) * (value - x0) / (x1 - x0)


def _knots(at: Sequence[float], bits: Sequence[float]) -> Knots:
    return tuple((float(x), float(y)) for x, y in zip(at, bits, strict=True))


def _is_curve(row: object) -> bool:
    return isinstance(row, dict) and "at" in row
