"""Where a happening can have been: what is offered, what speaks for it, and the place that is chosen."""

import tomllib
from pathlib import Path

import pytest

from tests.making import make_article
from timeline.claims import happenings_of
from timeline.claims.cues import pattern
from timeline.claims.standing import candidates_of, weights
from timeline.event_types import find_triggers
from timeline.pipeline import extract, recognise

PRIOR = Path(__file__).parents[1] / "benchmarks" / "claims_prior.toml"
FIRST = {
    "Police named for a town that the article names tell where a shooting was.": (
        "A man was shot dead on Saturday outside a bar, according to Toledo Police.\n"
        "A second man, from Detroit, was treated.\nHe is known in Toledo.",
        "Toledo",
    ),
    "A stated region keeps its towns before those of the dateline.": (
        "WASHINGTON (AP) - An air strike in Yemen killed 12 people on Saturday.",
        "Yemen",
    ),
    "What shakes a country is not put into a town that is named later.": (
        "An earthquake struck Turkey and killed 300 people on Saturday.\nRescuers arrived in Gaziantep.",
        "Turkey",
    ),
    "The town of the lead is meant where the sentence names none.": (
        "Toledo, Ohio: a night of violence.\nTwo men were shot dead on Saturday outside a bar.",
        "Toledo",
    ),
    "A hospital's town is not where it happened.": (
        "A man was shot dead in Lima, Ohio, on Saturday.\nA second man was flown to a hospital in Toledo.",
        "Lima",
    ),
}


def test_each_weight_has_its_prior() -> None:
    assert set(weights()) == set(tomllib.loads(PRIOR.read_text(encoding="utf-8"))["placing"])


def test_each_feature_has_its_weight() -> None:
    article = make_article("TOLEDO, Ohio - Two men were shot in Lima, Lima Police said. They live near Detroit.")
    context, happenings = happenings_of(recognise(article), find_triggers(article))
    candidates = candidates_of(happenings[0], context.setting, ())
    assert len(candidates) > 1
    assert set().union(*(candidate.features for candidate in candidates)) <= set(weights())


@pytest.mark.parametrize("why", FIRST)
def test_the_place_of_the_deed(why: str) -> None:
    text, name = FIRST[why]
    found = extract(make_article(text, "2026-01-26"))
    assert next(claim for claim in found.claims if claim.id == found.main).where[0].place.value.name == name


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Toledo Police Department", True),
        ("Lucas County Sheriff's Office", True),
        ("Toledo fire crews", True),
        ("Toledo University", False),
        ("Toledo. Police", False),
    ],
)
def test_words_of_an_authority(words: str, told: object) -> None:
    assert bool(pattern("site", "authority").match(words)) is told
