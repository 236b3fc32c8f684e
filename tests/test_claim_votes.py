"""What speaks for a time being when a happening was: features, their table, and the days that are chosen."""

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.making import make_article
from timeline.claims.votes import DOUBTS, FEATURES, age, hour_of, is_bare_clock, weights
from timeline.model import Grain, Interval, Mention, Span, Timex, TimexType
from timeline.pipeline import extract

PRIOR = Path(__file__).parents[1] / "benchmarks" / "claims_prior.toml"
AGES = {
    (date(2016, 5, 3), date(2016, 5, 3)): "published then",
    (date(2016, 5, 2), date(2016, 5, 3)): "published within",
    (date(2016, 5, 2), date(2016, 5, 2)): "a day before",
    (date(2016, 4, 27), date(2016, 4, 27)): "a week before",
    (date(2016, 4, 10), date(2016, 4, 10)): "a month before",
    (date(2015, 1, 1), date(2015, 12, 31)): "long before",
}
CLOCKS = {
    "around 3:30 a.m.": True,
    "about 5 o'clock in the morning": True,
    "early morning": True,
    "3:30 a.m. Sunday": False,
    "Sunday morning": False,
    "last night": False,
    "overnight": False,
    "4:40 p.m. Oct. 9": False,
}
DAYS = {
    "A man was shot overnight in Boston, police said. The shooting happened at about 2 a.m.": "2016-05-03",
    "Two people were shot overnight in Boston. The shooting happened at about 11 p.m.": "2016-05-02",
    "A man was charged Tuesday with murder in the March 5 shooting death of his wife in Boston.": "2016-03-05",
    "Posted: Tuesday, May 3, 2016 4:09 PM\nA man was shot dead on Sunday in Boston.": "2016-05-01",
    "Four people were shot on Saturday in Boston. A fifth victim of the shooting died early Monday.": "2016-04-30",
}


def clock(surface: str, value: str = "2016-05-03T03:30") -> Mention[Timex]:
    at = Interval(datetime(2016, 5, 3, 3), datetime(2016, 5, 3, 4))
    return Mention("a", Span("text", 0, 1), surface, "clock", Timex(TimexType.TIME, value, at, Grain.HOUR))


def test_each_feature_has_its_weight_and_each_weight_its_prior() -> None:
    prior = tomllib.loads(PRIOR.read_text(encoding="utf-8"))["dating"]
    assert set(weights()) == set(prior)
    assert set(FEATURES) | set(AGES.values()) | {"ahead"} == set(prior)
    assert set(prior) > DOUBTS


@pytest.mark.parametrize(("days", "name"), AGES.items())
def test_how_long_before_the_publication(days: tuple[date, date], name: str) -> None:
    assert age(days, date(2016, 5, 3)) == {name}
    assert not age(days, None)


@pytest.mark.parametrize("surface", [surface for surface, bare in CLOCKS.items() if bare])
def test_an_hour_without_a_day(surface: str) -> None:
    assert is_bare_clock(clock(surface))
    assert hour_of(clock(surface)) == 3


@pytest.mark.parametrize("surface", [surface for surface, bare in CLOCKS.items() if not bare])
def test_an_hour_of_a_day(surface: str) -> None:
    assert not is_bare_clock(clock(surface))
    assert hour_of(clock(surface)) is None


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_the_day_of_the_deed(text: str, day: str) -> None:
    found = extract(make_article(text, "2016-05-03"))
    when = next(claim for claim in found.claims if claim.id == found.main).when
    assert when is not None
    assert (str(when.outer.first), str(when.outer.last)) == (day, day)
