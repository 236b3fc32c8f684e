"""Boilerplate is marked, an article's own words never."""

from typing import Any

import pytest

from timeline.articles.boilerplate import line_rules
from timeline.articles.boilerplate.lines import PACKAGE, rule_of_line
from timeline.articles.boilerplate.lists import is_header
from timeline.spans import read_table

LINES = read_table(PACKAGE, "boilerplate.toml")
HEADERS = read_table(PACKAGE, "headers.toml")


def rows(column: str) -> list[Any]:
    return [pytest.param(name, words, id=words[:40]) for name, row in LINES.items() for words in row[column]]


@pytest.mark.parametrize(("name", "words"), rows("examples"))
def test_examples_fall_under_their_rule(name: str, words: str) -> None:
    rule = next(rule for rule in line_rules() if rule.name == name.replace("_", " "))
    assert rule.pattern.fullmatch(words.strip(" .*|"))
    assert len(words) <= rule.longest
    assert rule_of_line(words) is not None


@pytest.mark.parametrize(("name", "words"), rows("others"))
def test_own_lines_fall_under_none(name: str, words: str) -> None:
    assert rule_of_line(words) is None


@pytest.mark.parametrize("words", HEADERS["examples"])
def test_headers(words: str) -> None:
    assert is_header(words)


@pytest.mark.parametrize("words", HEADERS["others"])
def test_no_headers(words: str) -> None:
    assert not is_header(words)
