"""Learning to choose: weights under which the right one of several candidates is the likeliest.

Samples go in, weights come out: a conditional logit with a penalty that pulls towards a prior. Needs numpy and scipy.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Sample:
    """One choice: the features of each candidate with their values, which are right, how much the choice counts."""

    rows: Sequence[Mapping[str, float]]
    right: Sequence[bool]
    weight: float = 1.0

    @property
    def teaches(self) -> bool:
        """Whether some candidates are right and some are not."""
        return any(self.right) and not all(self.right)


def fit(samples: Sequence[Sample], prior: Mapping[str, float], pulls: Mapping[str, float]) -> dict[str, float]:
    """A weight for each feature of the prior, rounded to hundredths; `pulls` hold each to its prior."""
    names = list(prior)
    pull = np.array([pulls[name] for name in names])
    start = np.array([prior[name] for name in names])
    tables = [np.array([[row.get(name, 0.0) for name in names] for row in sample.rows]) for sample in samples]
    rights = [np.array(sample.right) for sample in samples]

    def loss(weights: Array) -> tuple[float, Array]:
        value, slope = float(np.sum(pull * (weights - start) ** 2)), 2 * pull * (weights - start)
        for sample, table, right in zip(samples, tables, rights, strict=True):
            scores = table @ weights
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            gold = np.where(right, shares, 0.0)
            value -= sample.weight * float(np.log(gold.sum() + 1e-12))
            slope = slope - sample.weight * (table.T @ (gold / (gold.sum() + 1e-12) - shares))
        return value, slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: round(float(value), 2) for name, value in zip(names, found.x, strict=True)}


def share_right(samples: Sequence[Sample], weights: Mapping[str, float]) -> float:
    """The share of samples whose likeliest candidate is right, the first among equals."""
    told = 0
    for sample in samples:
        scores = [sum(weights.get(name, 0.0) * value for name, value in row.items()) for row in sample.rows]
        told += sample.right[scores.index(max(scores))]
    return told / len(samples) if samples else 0.0


def named(path: Path) -> str:
    """A file with the first digits of its SHA-1, so that what was learned from it can be told."""
    return f"{path.name} (SHA-1 {sha1(path.read_bytes()).hexdigest()[:12]})"
