"""Casualty figures: what phrases mean, what they do not, and that reading them never runs away."""

import tomllib
from pathlib import Path

import pytest

from tests.making import make_article
from tests.timing import grows_linearly
from timeline.casualties import find_other_numbers, find_tolls
from timeline.casualties.lexicon import table
from timeline.model import Mention, Qualifier, Side, Toll, Unit

SPEC = tomllib.loads((Path(__file__).parent / "casualties_spec.toml").read_text(encoding="utf-8"))
PHRASINGS = [(words, meaning) for meaning, entry in SPEC.items() for words in entry["phrasings"]]
EXAMPLES = [pair for row in table()["phrase"] for pair in row["examples"].items()]


def meaning_of(mention: Mention[Toll]) -> str:
    """A figure in the notation of the spec table."""
    toll = mention.value
    number = f"{toll.best}"
    if toll.qualifier in (Qualifier.VAGUE, Qualifier.RANGE):
        number = f"{toll.low}..{toll.high}"
    elif toll.qualifier is Qualifier.AT_LEAST:
        number = f">={toll.best}"
    elif toll.qualifier in (Qualifier.AT_MOST, Qualifier.ABOUT):
        number = f"{'~' if toll.qualifier is Qualifier.ABOUT else '<='}{toll.best}"
    marks = "!" * (toll.side is Side.PERPETRATOR) + "*" * toll.cumulative + "/" * (toll.part_of is not None)
    unit = "" if toll.unit is Unit.PEOPLE else f" {toll.unit.value}"
    return f"{toll.harm.value} {number}{marks}{unit}"


def test_the_spec_is_large() -> None:
    assert len({words for words, _ in PHRASINGS}) == len(PHRASINGS) >= 250


@pytest.mark.parametrize(("words", "meaning"), PHRASINGS)
def test_meaning(words: str, meaning: str) -> None:
    assert " ".join(map(meaning_of, find_tolls(make_article(words)))) == meaning


@pytest.mark.parametrize(("words", "meaning"), EXAMPLES)
def test_examples_of_the_table(words: str, meaning: str) -> None:
    found = find_tolls(make_article(words))
    assert " ".join(f"{mention.value.harm.value} {mention.value.best}" for mention in found) == meaning


def test_lines_wrapped_inside_sentences() -> None:
    text = (
        "SOLDIERS OF THE THIRD BRIGADE REPORTED THAT THREE\nPEASANTS WERE KILLED AND SEVEN\n"
        "OTHERS WERE WOUNDED IN AN ATTACK ON THE TOWN AT\nTHE FOOT OF THE MOUNTAINS, WHERE A BUS CAUGHT FIRE\nTODAY.\n"
    )
    assert [meaning_of(mention) for mention in find_tolls(make_article(text))] == ["killed 3", "injured 7"]


def test_title_is_read_first_class() -> None:
    found = find_tolls(make_article("It rained.", title="Two hurt in fire"))
    assert [(mention.span.field, meaning_of(mention)) for mention in found] == [("title", "injured 2")]


def test_spans_are_tight_and_traceable() -> None:
    article = make_article("On Monday, at least 12 people were killed in the town of Ebor.")
    (found,) = find_tolls(article)
    assert found.surface == article.quote(found.span) == "at least 12 people were killed"
    assert found.value.who == "at least 12 people"
    assert found.rule == "were-harmed:killed"


def test_part_points_to_its_whole() -> None:
    article = make_article("12 people were killed, including five children.")
    whole, part = find_tolls(article)
    assert part.value.part_of == whole.span


def test_persons_carry_name_and_age() -> None:
    (found,) = find_tolls(make_article("A fight broke out. Police said Antonio Mason, 35, died at the scene."))
    assert {"name:mason", "age:35", "full:antonio mason"} <= found.value.keys


def test_pronoun_stands_for_the_person_before_it() -> None:
    text = "A fight broke out. Police said Antonio Mason was shot in the head. He died on Sunday."
    shot, died = find_tolls(make_article(text))
    assert "name:mason" in shot.value.keys & died.value.keys


def test_who_is_known_as_a_person_can_be_hit() -> None:
    text = "Police named her as Maria Kolar. Later Kolar was hit by a bus."
    (found,) = find_tolls(make_article(text))
    assert meaning_of(found) == "injured 1"


def test_who_is_accused_is_no_victim() -> None:
    text = (
        "Two women were killed. Police said Ivan Kolar was charged with murder. Later Ivan Kolar was shot by officers."
    )
    sides = {mention.value.who: mention.value.side for mention in find_tolls(make_article(text))}
    assert sides == {"Two women": Side.UNKNOWN, "": Side.UNKNOWN, "Ivan Kolar": Side.PERPETRATOR}


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "1 ",
        "1,",
        "killed ",
        "12 people were ",
        "a man, ",
        "(",
        '"',
        "two of ",
        "John Smith, ",
        "was shot and ",
        " \n",
    ],
)
def test_long_runs_take_linear_time(piece: str) -> None:
    def read(size: int) -> None:
        article = make_article(piece * size)
        find_tolls(article)
        find_other_numbers(article)

    assert grows_linearly(read, 4_000)
