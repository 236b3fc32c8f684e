"""Sentences, paragraphs, numbers and word patterns."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.spans import alternation, holding, is_wrapped, paragraphs, parse_count, parse_number, sentences

SENTENCES = {
    "Two died. Three were hurt.": ["Two died.", "Three were hurt."],
    "Gov. Lee met Dr. Roe at 5 p.m. on Main St. in St. Paul.": [
        "Gov. Lee met Dr. Roe at 5 p.m. on Main St. in St. Paul."
    ],
    "It began at 2 a.m. Sunday. It ended at noon.": ["It began at 2 a.m. Sunday.", "It ended at noon."],
    "“They ran.” She wept.": ["“They ran.”", "She wept."],
    "Headline without a stop\nFirst sentence. Second one.": [
        "Headline without a stop",
        "First sentence.",
        "Second one.",
    ],
    "Is it over? No! Not yet.": ["Is it over?", "No!", "Not yet."],
    "The U.S. Army said J. Doe of Va. died.": ["The U.S. Army said J. Doe of Va. died."],
    "It fell.She ran.": ["It fell.", "She ran."],
    "Two died.[2][note 3] More were hurt.[a]": ["Two died.[2][note 3]", "More were hurt.[a]"],
    "He said it. [Applause] They left.": ["He said it.", "[Applause] They left."],
    "A 5.8 quake hit at 3.30 pm.": ["A 5.8 quake hit at 3.30 pm."],
    "": [],
    " \n\n ": [],
}


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in sentences(text)] == expected


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    lines = [
        "THE ARMY REPORTED TODAY THAT FIVE SOLDIERS DIED IN A CLASH",
        "NEAR THE BORDER WITH ITS NEIGHBOUR TO THE NORTH",
    ]
    text = "\n".join([*lines, "ON MONDAY."])
    assert is_wrapped(text)
    assert len(paragraphs(text)) == len(sentences(text)) == 1


@given(
    st.lists(st.sampled_from(["Two died. ", "He said: “No.” ", "\n", "Mr. ", "a.m. ", "x" * 50, "…", " "]), max_size=60)
)
def test_sentences_are_in_order_and_lose_no_word(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = sentences(text)
    assert all(a < b <= c < d for (a, b), (c, d) in pairwise(found))
    assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text.split())


@pytest.mark.parametrize("text", ["a" * 100_000, "word " * 20_000, "a\u2003b" * 5_000])
def test_no_sentence_is_endless(text: str) -> None:
    assert max(b - a for a, b in sentences(text)) <= 2000
    assert "".join("".join(text[a:b].split()) for a, b in sentences(text)) == "".join(text.split())


@pytest.mark.parametrize(
    ("words", "number"),
    [("12", 12), ("1,700", 1700), ("2.3 million", 2_300_000), ("twenty-three", 23), ("a hundred", 100), ("cat", None)],
)
def test_numbers(words: str, number: float | None) -> None:
    assert parse_number(words) == number


def test_a_fraction_is_no_count() -> None:
    assert parse_count("5.8") is None
    assert parse_count("two hundred and five") == 205


def test_the_longest_word_wins_and_spaces_match_any_space() -> None:
    pattern = re.compile(alternation(["car", "car bomb", "bomb"]))
    assert pattern.findall("a car\nbomb, a car") == ["car\nbomb", "car"]
    assert re.search(alternation([]), "x") is None


def test_offsets_between_ranges_belong_to_none() -> None:
    assert [holding(((0, 5), (7, 9)), n) for n in (0, 4, 5, 7, 9)] == [0, 0, None, 1, None]
