"""Who is quoted, and for how much of the text."""

import pytest

from tests.making import make_article, spans_of
from timeline.attributions import find_attributions
from timeline.attributions.attributions import table
from timeline.model import Span


@pytest.mark.parametrize(("sentence", "speakers"), table()["examples"].items())
def test_examples(sentence: str, speakers: str) -> None:
    assert "; ".join(spans_of(find_attributions(make_article(sentence)))) == speakers


def test_scope_is_the_sentence() -> None:
    article = make_article("Three died. Police said two were hurt. It rained.")
    (found,) = find_attributions(article)
    assert article.quote(found.value.scope) == "Police said two were hurt."
    assert found.value.speaker == found.span == Span("text", 12, 18)


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_scope_reaches_back_to_the_opening_of_a_quotation(opening: str, closing: str) -> None:
    quotation = f"{opening}It fell at noon. Nobody was inside,{closing} the mayor said."
    article = make_article(f"A wall fell. {quotation} It rained.")
    (found,) = find_attributions(article)
    assert article.quote(found.value.scope) == quotation


def test_title_is_read() -> None:
    article = make_article("It rained.", title="Two hurt in fire, police say")
    assert [mention.span.field for mention in find_attributions(article)] == ["title"]


@pytest.mark.parametrize("piece", ["a ", "said ", "Police said ", '"', "Ivan ", "the the ", "according to "])
def test_long_runs_take_linear_time(piece: str) -> None:
    assert len(find_attributions(make_article(piece * 20_000))) <= 20_000
