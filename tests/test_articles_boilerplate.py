"""Boilerplate is marked, an article's own words never."""

from typing import Any

import pytest

from timeline.articles.boilerplate import find_boilerplate, line_rules
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


PROSE = "Six people died when the bridge fell on Monday, the police said. Four others are still missing."
DOTTED = (
    "You May Also Like\n\nStorm hits the coast\n\nTen houses lost their roofs when a…\n\n"
    "Mayor resigns\n\nThe mayor of the town has given…"
)
TEASED = (
    "Most popular:\nStorm hits the coast\nTen houses lost their roofs.\n"
    "Mayor resigns\nShe leaves after nine years.\n4 min read"
)
PLAIN = "RELATED ARTICLES\n- Storm hits the coast\n- Is the bridge safe?\n- Ten die in bus crash"
BARE = "Storm hits the coast\nTen houses lost their roofs when…\nMayor resigns\nThe mayor of the town…"


def marked(text: str) -> list[str]:
    return [text[mark.span.start : mark.span.end] for mark in find_boilerplate(text)]


@pytest.mark.parametrize("block", [DOTTED, TEASED, PLAIN, BARE])
def test_lists_end_with_the_text_or_where_prose_resumes(block: str) -> None:
    assert marked(f"{PROSE}\n\n{block}") == [block]
    if block != TEASED:  # its last lines cannot be told from prose
        assert marked(f"{PROSE}\n\n{block}\n\nThe road is closed. It opens on Friday, police said.") == [block]


def test_a_header_before_prose_is_marked_alone() -> None:
    assert marked(f"Read more\n{PROSE}") == ["Read more"]


def test_the_second_copy_of_a_caption_is_marked() -> None:
    caption = "A crane lifts a carriage from the river at Oldtown on Monday"
    text = f"{caption}\n\n{PROSE}\n\n{caption}\n\nThe road is closed."
    (mark,) = find_boilerplate(text)
    assert (mark.rule, mark.span.start) == ("repeated passage", text.rindex(caption))


def test_prose_is_never_marked() -> None:
    assert (
        marked(f"{PROSE}\nAnyone with information is asked to call 555-0100.\nMore than 20 people live nearby.") == []
    )
