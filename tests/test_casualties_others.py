"""Numbers that count no people."""

from typing import Any

import pytest

from tests.making import make_article
from timeline.casualties import find_other_numbers, find_tolls
from timeline.casualties.others import rows

EXAMPLES = [(row, example) for row in rows() for example in row["examples"]]


@pytest.mark.parametrize(("row", "example"), EXAMPLES)
def test_examples(row: dict[str, Any], example: str) -> None:
    (found,) = find_other_numbers(make_article(example))
    assert (found.surface, found.value.kind, found.value.reason) == (example, row["kind"], row["reason"])


@pytest.mark.parametrize(("row", "example"), [pair for pair in EXAMPLES if pair[0]["kind"] != "age"])
def test_are_never_figures(row: dict[str, Any], example: str) -> None:
    assert find_tolls(make_article(f"It left {example} wounded.")) == []


def test_ages_are_told_apart() -> None:
    found = find_other_numbers(make_article("A 35-year-old man was shot twice at 2 a.m."))
    assert [(mention.surface, mention.value.kind) for mention in found] == [
        ("35-year-old", "age"),
        ("2 a.m.", "time of day"),
    ]


def test_counts_of_people_are_left_alone() -> None:
    assert find_other_numbers(make_article("Twelve people were killed and 30 hurt.")) == []
