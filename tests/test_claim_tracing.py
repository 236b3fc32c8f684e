"""That what cannot be traced is told, and that all of made texts can be."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import make_article
from timeline.claims import untraced
from timeline.model import Harm, Reading, Span
from timeline.pipeline import extract

SENTENCES = (
    "A strike on Kyiv killed 12 people and injured 30 on Friday, police said.",
    "The attack happened at about 2 a.m., the mayor told reporters.",
    "Two brothers, aged 9 and 11, died in hospital.",
    "The death toll rose to 46 from 31.",
    "Officials hinted at a meeting in Abu Dhabi next week.",
    "An earthquake near Izmit killed more than 17,000 in August 1999.",
    "Hurricane Mabel hit Haiti; Mabel left 300 homeless.",
    "KYIV, Jan 24 (Wire) - It was quiet.",
    "No injuries were reported in Lviv overnight.",
    "=+cmd|' /C calc'!A0 <script>alert(1)</script>",
)
PLAIN = extract(make_article(f"{SENTENCES[0]} {SENTENCES[1]}"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=12), st.sampled_from([" ", "\n", "\n\n"]))
def test_all_of_a_made_text_is_traced(sentences: list[str], gap: str) -> None:
    assert untraced(extract(make_article(gap.join(sentences), title=sentences[0] if sentences else None))) == []


def test_the_plain_reading_states_something() -> None:
    assert PLAIN.main_tolls[Harm.KILLED].best == 12
    assert untraced(PLAIN) == []


def _told(reading: Reading) -> str:
    return " ".join(untraced(reading))


def test_a_figure_moved_is_told() -> None:
    toll = replace(PLAIN.tolls[0], span=Span("text", 0, 3))
    assert "does not stand at" in _told(replace(PLAIN, tolls=(toll,)))


def test_a_figure_that_was_not_read_is_told() -> None:
    assert "is no mention of the reading" in _told(replace(PLAIN, tolls=()))


def test_a_value_without_a_rule_is_told() -> None:
    claim = replace(PLAIN.claims[0], where=tuple(replace(where, rule="") for where in PLAIN.claims[0].where))
    assert "chosen by no rule" in _told(replace(PLAIN, claims=(claim,)))


def test_a_time_outside_the_evidence_is_told() -> None:
    claim = replace(PLAIN.claims[0], sentence=Span("text", 0, 3), evidence=())
    assert "outside the claim's evidence" in _told(replace(PLAIN, claims=(claim,)))


def test_a_sum_without_its_claim_is_told() -> None:
    assert "does not rest on the main claim's figures" in _told(replace(PLAIN, main=None))
    total = replace(PLAIN.main_tolls[Harm.KILLED], low=99)
    assert "outside its bounds" in _told(replace(PLAIN, main_tolls={Harm.KILLED: total}))
