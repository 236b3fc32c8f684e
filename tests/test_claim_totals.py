"""Totals: the sentences that sum an event up, and what becomes of the other figures."""

import pytest

from tests.making import make_article
from timeline.claims import cues
from timeline.claims.passages import passages
from timeline.claims.totals import sums_up
from timeline.model import Harm, Reading, Sum
from timeline.pipeline import extract
from timeline.places import find_places

TAMSIN = frozenset({"Tamsin"})


def sums_up_in(text: str) -> bool:
    article = make_article(text)
    (passage,) = passages(Reading(article, places=tuple(find_places(article))), ())
    return sums_up(passage, TAMSIN)


def killed_in(text: str, title: str | None = None) -> Sum:
    return extract(make_article(text, None, title)).main_tolls[Harm.KILLED]


@pytest.mark.parametrize("text", cues.table()["summing"]["examples"])
def test_summing_examples(text: str) -> None:
    assert sums_up_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 36 people.",
        "In all, 36 people died.",
        "In all, the storm killed 36 people in Cuba.",
        "In all, the ministry said, 36 people died.",
    ],
)
def test_what_sums_nothing_up(text: str) -> None:
    assert not sums_up_in(text)


LEAD = "Hurricane Tamsin struck Belize in August 2003. "


@pytest.mark.parametrize(
    ("text", "killed", "rule"),
    [
        ("It killed six people at sea. " + "Roofs flew off. " * 70 + "Overall, Tamsin killed 21 people.", 21, "total"),
        ("In all, the storm killed 10 people. An older flood that killed 18 had hit the coast.", 10, "total"),
        ("A total of 10 died there. The storm killed 18 people.", 18, "stated"),
        ("Tamsin killed 18 people directly and caused five indirect deaths.", 23, "stated and more"),
        ("The storm killed six people in Mexico, four in Texas, and two in Louisiana.", 12, "stated and more"),
        ("It killed 21 people, more than any storm since Hurricane Umar, which killed 280.", 21, "stated"),
    ],
)
def test_totals(text: str, killed: int, rule: str) -> None:
    found = killed_in(LEAD + text)
    assert (found.best, found.rule) == (killed, rule)


def test_a_late_small_total_is_of_something_else() -> None:
    text = LEAD + "It killed 30 people. " + "Roofs flew off. " * 200 + "In all, the storm killed 12 fishermen."
    assert (killed_in(text).best, killed_in(text).rule) == (30, "stated")


def test_the_title_holds() -> None:
    assert killed_in(LEAD + "In all, the storm killed 12.", "Hurricane Tamsin kills 11").best == 11


@pytest.mark.parametrize(("opens", "kind"), [("Overall,", "storm"), ("There,", "fire")])
def test_what_sums_up_goes_on_about_what_the_text_opens_with(opens: str, kind: str) -> None:
    text = (
        "From May 3 to May 5, 1987, tornadoes struck Kansas. They came from the west. A fire broke out in Utah on "
        f"May 4, 1987, and burned for days. {opens} two people died and four were hurt."
    )
    claims = extract(make_article(text, None)).claims
    assert [claim.types[0] for claim in claims if claim.tolls] == [kind]


def test_a_wildfire_is_called_a_fire_and_stays_one() -> None:
    text = (
        "The Toyon Fire was a wildfire in Kern County, California, in June 2019. The fire grew. The fire destroyed "
        "12 homes. On June 9, the fire was contained."
    )
    (claim,) = extract(make_article(text, None)).claims
    assert claim.types == ("wildfire", "fire")
