"""Of which country figures are told, and what the figures of several countries add up to."""

import pytest

from tests.making import make_article
from timeline.casualties import count_people, find_tolls, told_where
from timeline.model import Article, Harm, Mention, Place, PlaceKind, Span

LARN = Place("Larn", PlaceKind.COUNTRY, 1.0, 1.0, country="Larn")
EBOR = Place("Ebor", PlaceKind.COUNTRY, 9.0, 9.0, country="Ebor")
PORT = Place("Port Ebor", PlaceKind.CITY, 9.0, 9.1, country="Ebor")
ELSEWHERE = Place("Springfield", PlaceKind.CITY, 40.0, -90.0, country="Freedonia")


def places_in(article: Article) -> list[Mention[Place]]:
    """Where the text names the made places, the longest names first."""
    found: list[Mention[Place]] = []
    for place in (PORT, LARN, EBOR, ELSEWHERE):
        start = article.text.find(place.name)
        while start >= 0:
            span = Span("text", start, start + len(place.name))
            if not any(span.meets(other.span) for other in found):
                found.append(article.mention(span, "made", place))
            start = article.text.find(place.name, start + 1)
    return found


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("The storm killed 30 people in Larn. In Ebor, four people died.", ["Larn", "Ebor"]),
        ("It rained in Larn and Ebor. In Port Ebor, four people died.", ["Ebor"]),
        ("It rained in Larn and Ebor. In Port Ebor it hailed. Nationwide, four people died.", ["Ebor"]),
        ("It rained in Ebor. In Ebor, four people died.", [None]),
        ("It rained in Larn and Ebor. Four people died.", [None]),
        ("It rained in Larn and Ebor. Nationwide, four people died.", ["Ebor"]),
        ("Larn was spared. The 30 deaths in Ebor were the worst toll.", [None]),
        ("In Springfield, four people died.", [None]),
        ("The storm killed 30 people in Larn, Ebor and the sea.", [None]),
        ("A quake hit Larn and northern Ebor at dawn, killing 30 people.", [None]),
        ("In all 30 people died in Larn.", [None]),
        ("The storm killed 30 people.", [None]),
        ("The storm killed 30 people, officials said in the distant capital city of Larn.", [None]),
    ],
)
def test_told_where(text: str, countries: list[str | None]) -> None:
    article = make_article(text)
    found = told_where(article, find_tolls(article), places_in(article))
    assert [toll.value.country for toll in found] == countries


@pytest.mark.parametrize(
    ("text", "killed", "rule"),
    [
        ("The storm killed 30 people in Larn. In Ebor, four people died.", 34, "by country"),
        (
            "The storm killed 30 people in Larn. In Ebor, four people died. In Port Ebor, two people died.",
            34,
            "by country",
        ),
        ("The storm killed 34 people. It killed 30 people in Larn. In Ebor, four people died.", 34, "stated"),
        ("The storm killed 30 people in Larn. In Larn, four people died.", 30, "stated"),
        ("It rained in Ebor. The storm killed 30 people in Larn. In Port Ebor, four people died.", 34, "by country"),
        ("The storm killed 34 people in Larn. In Ebor, no deaths were reported.", 34, "stated"),
        ("The storm killed 4,000 people in Larn. In Ebor, 4,100 people died.", 4100, "stated"),
    ],
)
def test_sums_by_country(text: str, killed: int, rule: str) -> None:
    article = make_article(text)
    found = count_people(told_where(article, find_tolls(article), places_in(article)))[Harm.KILLED]
    assert (found.best, found.rule) == (killed, rule)


def test_a_title_states_the_total() -> None:
    article = make_article("30 people died in Larn. In Ebor, four people died.", title="33 killed in storm")
    assert count_people(told_where(article, find_tolls(article), places_in(article)))[Harm.KILLED].best == 33


def test_only_a_summary_adds_countries_up() -> None:
    article = make_article("30 people died in Larn. " + "It rained. " * 300 + "In Ebor, four people died.")
    assert count_people(told_where(article, find_tolls(article), places_in(article)))[Harm.KILLED].best == 30
