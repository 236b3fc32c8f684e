"""What is marked as not the article's prose: the table's examples, three layouts of lists, repeats, hostile lines."""

import time

import pytest

from tests.making import make_article
from timeline.articles.boilerplate import find_boilerplate
from timeline.articles.boilerplate.lines import rule_of
from timeline.spans import read_table

TABLE = read_table("timeline.articles.boilerplate", "boilerplate.toml")
EXAMPLES = [(row["rule"], line) for row in TABLE["line"] for line in row["examples"]]
COUNTERS = [line for row in TABLE["line"] for line in row["counters"]]
PROSE = "The river rose overnight and reached the old town, the mayor said on Friday."

TEASERS = f"""{PROSE}

Share this @example.org
You May Also Like

Council Votes to Keep the Tram

After a long debate the council decided on…

Why Cats Sleep All Day: A Vet Explains

A study of two hundred cats has found that…
"""
INLINE = f"""{PROSE}

READ MORE: Council Votes to Keep the Tram

Related articles
Council Votes to Keep the Tram
Why Cats Sleep All Day

Rescuers took nine people from their roofs in the morning, she said.
"""
LINKS = f"""{PROSE}
Most popular
1. Council votes to keep the tram
2. Why cats sleep all day
3. Ten soups for the winter
Sign up for our daily newsletter and get the news in your inbox
© 2026 The Example
"""


def kept(text: str, title: str | None = None) -> list[str]:
    """The lines of a text that are not marked."""
    article = make_article(text, title=title)
    marks = [mark.span for mark in find_boilerplate(article)]
    lines, start = [], 0
    for line in text.split("\n"):
        if line.strip() and not any(mark.start <= start < mark.end for mark in marks):
            lines.append(line)
        start += len(line) + 1
    return lines


@pytest.mark.parametrize(("rule", "line"), EXAMPLES)
def test_a_line_of_the_table_is_known(rule: str, line: str) -> None:
    assert rule_of(line) == rule


@pytest.mark.parametrize("line", COUNTERS)
def test_prose_is_not_taken_for_a_line_of_the_table(line: str) -> None:
    assert rule_of(line) is None


@pytest.mark.parametrize("header", TABLE["block"]["examples"])
def test_a_header_opens_a_list(header: str) -> None:
    assert kept(f"{PROSE}\n{header}\nTen Soups for the Winter\nWhy Cats Sleep") == [PROSE]


@pytest.mark.parametrize("line", TABLE["block"]["counters"])
def test_prose_is_no_header(line: str) -> None:
    assert kept(f"{line}\n{PROSE}") == [line, PROSE]


def test_a_list_with_teasers_is_marked_to_its_end() -> None:
    assert kept(TEASERS) == [PROSE]


def test_prose_resumes_after_a_list_inside_an_article() -> None:
    assert kept(INLINE) == [PROSE, "Rescuers took nine people from their roofs in the morning, she said."]


def test_a_list_of_links_and_a_footer_are_marked() -> None:
    assert kept(LINKS) == [PROSE]


def test_a_repeated_caption_counts_once() -> None:
    caption = "Firefighters at the ‘old’ harbour on Friday"
    assert kept(f"{caption}\n\n{PROSE}\n\nFirefighters at the 'old' harbour  on Friday\n") == [caption, PROSE]


def test_a_title_that_opens_the_text_counts_once() -> None:
    assert kept(f"River floods the old town again\n{PROSE}", "River Floods the Old Town Again") == [PROSE]


def test_plain_prose_is_left_alone() -> None:
    text = f"{PROSE}\n\n“We will rebuild,” she said.\n\nAnyone with information is asked to call the police."
    assert len(kept(text)) == 3
    assert find_boilerplate(make_article("")) == ()


@pytest.mark.parametrize("piece", ["a", "Share this ", "Read more: ", "By A. ", "…", "12:30 x\n", "© ", "\n"])
def test_time_is_linear_on_hostile_text(piece: str) -> None:
    def seconds(size: int) -> float:
        article = make_article(piece * (size // len(piece)))
        start = time.perf_counter()
        find_boilerplate(article)
        return time.perf_counter() - start

    assert seconds(400_000) < 12 * max(seconds(100_000), 0.02)
