"""Each criterion lets through what it should, and nothing else."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.making import make_article, make_claim, make_event, make_place, make_when
from timeline.model import Event, Grain, Harm, Interval, Place, PlaceKind, Role, Scope, Status, Sum, When
from timeline.selection import Figures, Selection, Unknown, refusals, select

ARTICLE = make_article("Shells hit the bridge at noon. Talks followed.")
CLAIM = make_claim(ARTICLE, "Shells hit the bridge at noon.", make_when("2026-01-24"), make_place())
DAY = make_event([CLAIM], "Shells in Kyiv", killed=3)
WEEK = replace(DAY, id="week", when=make_when("2026-01-18", "2026-01-24"))
UNDATED = replace(DAY, id="undated", when=None)
UNPLACED = replace(DAY, id="unplaced", where=None, places=())
EVENTS = (DAY, WEEK, UNDATED, UNPLACED)
LVIV = Place("Lviv", PlaceKind.CITY, 49.8, 24.0, None, "Ukraine", "UKR", "Lviv Oblast")
JOINT = replace(DAY, id="joint", places=(make_place(), LVIV))
BRAZIL = Place("São Paulo", PlaceKind.CITY, -23.5, -46.6, None, "Brazil", "BRA")
SAO_PAULO = replace(DAY, id="sao", where=BRAZIL, places=())


def ids(events: tuple[Event, ...]) -> list[str]:
    return [event.id for event in events]


def passes(event: Event, selection: Selection) -> bool:
    return select([event], selection) == (event,)


def test_an_empty_selection_lets_all_through_in_order() -> None:
    assert select(EVENTS, Selection()) == EVENTS


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2026-01-24", "2026-01-24", ["DAY", "week", "unplaced"]),
        ("2026-01-20", "2026-01-23", ["week"]),
        ("2026-01-25", None, []),
        (None, "2026-01-17", []),
        (None, "2026-01-18", ["week"]),
        ("2026-01-24", None, ["DAY", "week", "unplaced"]),
    ],
)
def test_time_is_overlap_of_days_both_included(since: str | None, until: str | None, expected: list[str]) -> None:
    selection = Selection(
        since=date.fromisoformat(since) if since else None, until=date.fromisoformat(until) if until else None
    )
    assert ids(select(EVENTS, selection)) == [DAY.id if name == "DAY" else name for name in expected]


def test_an_hour_before_midnight_belongs_to_its_own_day_alone() -> None:
    hour = Interval(datetime(2026, 1, 24, 23), datetime(2026, 1, 25, 0))
    event = replace(DAY, when=When(hour, hour, Grain.HOUR, "made"))
    assert passes(event, Selection(until=date(2026, 1, 24)))
    assert not passes(event, Selection(since=date(2026, 1, 25)))


@pytest.mark.parametrize(
    ("unknown", "alone", "with_interval"),
    [
        (Unknown.FILTERED, True, False),
        (Unknown.KEPT, True, True),
        (Unknown.DROPPED, False, False),
        (Unknown.ONLY, True, True),
    ],
)
def test_undated_events(unknown: Unknown, alone: bool, with_interval: bool) -> None:  # noqa: FBT001 - a table's cells
    assert passes(UNDATED, Selection(undated=unknown)) is alone
    assert passes(UNDATED, Selection(undated=unknown, since=date(2026, 1, 1))) is with_interval
    assert passes(DAY, Selection(undated=unknown)) is (unknown is not Unknown.ONLY)


@pytest.mark.parametrize(
    ("unknown", "alone", "with_place"),
    [
        (Unknown.FILTERED, True, False),
        (Unknown.KEPT, True, True),
        (Unknown.DROPPED, False, False),
        (Unknown.ONLY, True, True),
    ],
)
def test_unplaced_events(unknown: Unknown, alone: bool, with_place: bool) -> None:  # noqa: FBT001 - a table's cells
    assert passes(UNPLACED, Selection(unplaced=unknown)) is alone
    assert passes(UNPLACED, Selection(unplaced=unknown, places=frozenset({"Kyiv"}))) is with_place
    assert passes(DAY, Selection(unplaced=unknown)) is (unknown is not Unknown.ONLY)


@pytest.mark.parametrize("name", ["Lviv", "lviv", "LVIV OBLAST", "Ukraine", "Kyiv"])
def test_a_place_is_met_at_any_level_and_in_any_of_the_places(name: str) -> None:
    assert passes(JOINT, Selection(places=frozenset({name})))
    assert not passes(SAO_PAULO, Selection(places=frozenset({name})))


def test_a_place_is_met_by_the_name_that_an_article_gives_it() -> None:
    assert CLAIM.where[0].place.surface == "Shells"
    assert passes(DAY, Selection(places=frozenset({"shells"})))


def test_accents_and_case_make_no_difference() -> None:
    assert passes(SAO_PAULO, Selection(places=frozenset({"sao paulo"})))


def test_a_country_is_met_by_name_or_code_but_not_by_a_town() -> None:
    assert passes(DAY, Selection(countries=frozenset({"UKR"})))
    assert passes(DAY, Selection(countries=frozenset({"Ukraine", "Brazil"})))
    assert not passes(DAY, Selection(countries=frozenset({"Kyiv"})))


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (Selection(types=frozenset({"strike"})), Selection(types=frozenset({"flood"}))),
        (Selection(sources=frozenset({"the example"})), Selection(sources=frozenset({"Another"}))),
        (Selection(articles=frozenset({"a"})), Selection(articles=frozenset({"b"}))),
        (Selection(statuses=frozenset({Status.HAPPENED})), Selection(statuses=frozenset({Status.PLANNED}))),
        (Selection(scopes=frozenset({Scope.INCIDENT})), Selection(scopes=frozenset({Scope.AGGREGATE}))),
        (Selection(roles=frozenset({Role.NEWS})), Selection(roles=frozenset({Role.BACKGROUND}))),
        (Selection(ids=frozenset({CLAIM.id, "x"})), Selection(ids=frozenset({"x"}))),
        (Selection(min_sources=1), Selection(min_sources=2)),
        (Selection(min_origins=1), Selection(min_origins=2)),
        (Selection(min_articles=1), Selection(min_articles=2)),
        (Selection(figures=(Figures(Harm.KILLED, 3),)), Selection(figures=(Figures(Harm.KILLED, 4),))),
        (Selection(figures=(Figures(Harm.KILLED, 0, 3),)), Selection(figures=(Figures(Harm.KILLED, 0, 2),))),
        (Selection(), Selection(figures=(Figures(Harm.INJURED),))),
    ],
)
def test_a_criterion_decides(yes: Selection, no: Selection) -> None:
    assert passes(DAY, yes)
    assert not passes(DAY, no)


def test_every_claim_leads_to_its_event() -> None:
    other = replace(CLAIM, id="zz")
    event = make_event([CLAIM, other])
    assert event.id == CLAIM.id
    assert passes(event, Selection(ids=frozenset({"zz"})))


def test_a_stated_zero_is_a_figure() -> None:
    none_hurt = replace(DAY, tolls={Harm.INJURED: Sum(0, 0, 0, "made")})
    assert passes(none_hurt, Selection(figures=(Figures(Harm.INJURED, 0, 0),)))


@pytest.mark.parametrize("words", ["shells", "KYIV bridge", '"the bridge at"', "“hit the”", "ukraine", "example", ""])
def test_words_are_found_in_titles_places_sources_and_sentences(words: str) -> None:
    assert select([DAY], Selection(words=words), {CLAIM.id: "Shells hit the bridge at noon."}) == (DAY,)


@pytest.mark.parametrize("words", ["flood", "shells flood", '"bridge the"', '"at noon talks"'])
def test_all_words_must_occur(words: str) -> None:
    assert select([DAY], Selection(words=words), {CLAIM.id: "Shells hit the bridge at noon."}) == ()


def test_refusals_name_the_criteria_that_held_events_back() -> None:
    counts = refusals(EVENTS, Selection(since=date(2026, 1, 24), places=frozenset({"Kyiv"}), min_sources=2))
    assert counts == {"time": 1, "place": 1, "number of sources": 4}
