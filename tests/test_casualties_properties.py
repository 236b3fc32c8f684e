"""What holds for every sentence that rule words can form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import make_article
from timeline.casualties import count_people, find_other_numbers, find_tolls
from timeline.casualties.lexicon import lexicon
from timeline.model import Side

WORDS = sorted(lexicon())
LINKS = [
    "12",
    "two",
    "35-year-old",
    "Kolar",
    "Ivan",
    ",",
    ".",
    ";",
    "(",
    ")",
    "and",
    "who",
    "was",
    "of",
    "the",
    "a",
    "in",
]
SENTENCES = st.lists(st.sampled_from(WORDS + LINKS * 20), min_size=1, max_size=25).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(SENTENCES)
def test_figures_are_traceable_and_sane(sentence: str) -> None:
    article = make_article(sentence, title=sentence[:60])
    tolls = find_tolls(article)
    assert tolls == sorted(tolls, key=lambda toll: toll.span)
    for toll in tolls:
        value = toll.value
        assert toll.surface == article.quote(toll.span) != ""
        assert value.who == "" or value.who in article.text or value.who in sentence[:60]
        assert value.low >= 0
        assert value.high is None or value.low <= value.best <= value.high
        assert value.part_of is None or value.part_of.field == toll.span.field


@settings(max_examples=100, deadline=None)
@given(SENTENCES)
def test_sums_rest_on_the_figures_given(sentence: str) -> None:
    tolls = [toll for toll in find_tolls(make_article(sentence)) if toll.value.side is not Side.PERPETRATOR]
    found = count_people(tolls)
    assert set(found) <= {toll.value.harm for toll in tolls}
    for total in found.values():
        assert total.mentions
        assert set(total.mentions) <= set(tolls)
        assert total.high is None or total.low <= total.best <= total.high


@settings(max_examples=100, deadline=None)
@given(SENTENCES)
def test_other_numbers_are_traceable(sentence: str) -> None:
    article = make_article(sentence)
    assert all(found.surface == article.quote(found.span) for found in find_other_numbers(article))


@pytest.mark.xfail(reason="a family is not counted by its members", strict=True)
def test_known_gap_family() -> None:
    tolls = find_tolls(make_article("A father, his wife and children were killed."))
    assert [toll.value.high for toll in tolls] == [None]
