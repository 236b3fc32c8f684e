"""Merging claims into events: the rules for time, place and figures, contradictions, and what becomes of articles."""

import random
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest

from tests.making import make_article, make_claim, make_place, make_when
from timeline.events import TOLL_RULES, Account, build_timeline, date_prec, time_precision, where_prec
from timeline.linking import Copies, Linking
from timeline.model import (
    Claim,
    Event,
    Evidence,
    Grain,
    Harm,
    Interval,
    Link,
    Mention,
    Place,
    PlaceKind,
    Qualifier,
    Scope,
    Side,
    Span,
    Status,
    Sum,
    Timeline,
    Toll,
    When,
    Where,
)

TEXT = "A blast tore through the market, officials said."
LVIV = make_place("Lviv", 49.84, 24.03)
OBLAST = Place("Lviv Oblast", PlaceKind.REGION, 49.8, 24.0, None, "Ukraine", "UKR", "Lviv Oblast")
UKRAINE = Place("Ukraine", PlaceKind.COUNTRY, 49.0, 32.0, None, "Ukraine", "UKR", None)


@dataclass(frozen=True, slots=True)
class Told:
    """One article's telling: its claim and its account."""

    claim: Claim
    account: Account


def tell(id: str, when: When | None = None, place: Place | None = None, published: str = "2026-01-24") -> Told:
    """An article whose only claim is its main one."""
    claim = make_claim(make_article(TEXT, published, id=id), TEXT, when, place)
    return Told(claim, Account(id, claim.id, {}, None, f"Outlet {id}", date.fromisoformat(published)))


def counting(told: Told, killed: int, high: int | None = -1, qualifier: Qualifier = Qualifier.EXACT) -> Told:
    """The telling with a figure of killed."""
    top = killed if high == -1 else high
    toll = Toll(Harm.KILLED, killed, killed, top, qualifier, side=Side.VICTIM)
    mention: Mention[Toll] = Mention(told.claim.article, Span("text", 0, 7), "A blast", "made", toll)
    figure = Sum(killed, killed, top, "stated", (mention,))
    return Told(replace(told.claim, tolls=(mention,)), replace(told.account, tolls={Harm.KILLED: figure}))


def build(*told: Told, copies: Copies | None = None, rule: str = "latest") -> Timeline:
    """The timeline of tellings that are all of one event."""
    group = tuple(sorted(item.claim.id for item in told))
    linking = Linking(clusters=(group,), copies=copies or Copies())
    return build_timeline([item.claim for item in told], linking, [item.account for item in told], rule)


def merged(*told: Told, copies: Copies | None = None, rule: str = "latest") -> Event:
    """The one event of some tellings."""
    (event,) = build(*told, copies=copies, rule=rule).events
    return event


def killed(event: Event) -> tuple[int, int, int | None]:
    """Low, best and high."""
    figure = event.tolls[Harm.KILLED]
    return figure.low, figure.best, figure.high


DAY, NEXT, MONTH = make_when("2026-01-23"), make_when("2026-01-24"), make_when("2026-01-01", "2026-01-31")
WEEK = replace(make_when("2026-01-18", "2026-01-24"), rule="reported")
NOON = When(
    Interval(datetime(2026, 1, 23, 12), datetime(2026, 1, 23, 12, 1)),
    Interval(datetime(2026, 1, 23, 12), datetime(2026, 1, 23, 12, 1)),
    Grain.MINUTE,
    "sentence",
)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ((None, None), None),
        ((DAY, None), ("2026-01-23", "2026-01-23")),
        ((DAY, WEEK), ("2026-01-23", "2026-01-23")),
        ((DAY, MONTH), ("2026-01-23", "2026-01-23")),
        ((DAY, DAY, NEXT), ("2026-01-23", "2026-01-23")),
        ((NEXT, NEXT, DAY), ("2026-01-24", "2026-01-24")),
        ((WEEK, replace(make_when("2026-01-20", "2026-01-26"), rule="reported")), ("2026-01-20", "2026-01-24")),
        ((MONTH, WEEK), ("2026-01-01", "2026-01-31")),
        ((MONTH, make_when("2026-01-28", "2026-02-03")), ("2026-01-28", "2026-01-31")),
    ],
)
def test_when(times: tuple[When | None, ...], expected: tuple[str, str] | None) -> None:
    when = merged(*(tell(str(n), time) for n, time in enumerate(times))).when
    assert (when and (when.outer.first.isoformat(), when.outer.last.isoformat())) == expected


def test_the_finest_time_of_the_day_stands() -> None:
    assert merged(tell("a", DAY), tell("b", NOON)).when == NOON


def test_a_day_behind_the_first_report_is_not_the_event_s() -> None:
    """Later articles state the day of an arrest; the event cannot follow its own report."""
    first = tell("a", DAY, published="2026-01-23")
    later = [tell(name, make_when("2026-01-29"), published="2026-01-30") for name in ("b", "c")]
    when = merged(first, *later).when
    assert when is not None
    assert when.outer.first == date(2026, 1, 23)


def test_what_lasts_keeps_its_two_ends() -> None:
    start, end = DAY.start, make_when("2026-01-26").start
    lasting = When(start, end, Grain.DAY, "range")
    assert merged(tell("a", lasting), tell("b", make_when("2026-01-24", "2026-01-31"))).when == lasting


def test_copies_do_not_outvote() -> None:
    told = [tell("a", DAY), tell("b", DAY), tell("c", DAY), tell("d", NEXT), tell("e", NEXT)]
    event = merged(*told, copies=Copies(copy_of={"b": "a", "c": "a"}))
    assert event.origins == 3
    assert event.when is not None
    assert event.when.outer.first == date(2026, 1, 24)
    assert event.sources == ("Outlet a", "Outlet b", "Outlet c", "Outlet d", "Outlet e")


def test_where_the_most_specific_place_and_then_the_most_named() -> None:
    kyiv = make_place()
    assert merged(tell("a", place=UKRAINE), tell("b", place=UKRAINE), tell("c", place=LVIV)).where == LVIV
    assert merged(tell("a", place=kyiv), tell("b", place=LVIV), tell("c", place=LVIV)).where == LVIV
    event = merged(tell("a", place=OBLAST), tell("b", place=UKRAINE))
    assert event.places == (OBLAST, UKRAINE)
    assert merged(tell("a")).where is None


def test_a_place_that_is_only_added_comes_after_those_named_first() -> None:
    told = tell("a", place=OBLAST)
    added = Where(replace(told.claim.where[0].place, value=LVIV), "paragraph")
    claim = replace(told.claim, where=(*told.claim.where, added))
    assert merged(replace(told, claim=claim)).places == (OBLAST, LVIV)


REPORTS = [
    counting(tell("a", published="2026-01-23"), 12),
    counting(tell("b", published="2026-01-24"), 15, None, Qualifier.AT_LEAST),
    counting(tell("c", published="2026-01-25"), 14),
    counting(tell("d", published="2026-01-25"), 14),
]


RULES = [
    ("settled", (14, 14, None), "latest"),
    ("latest", (14, 14, None), "latest"),
    ("commonest", (12, 14, None), "commonest"),
    ("highest", (12, 15, None), "highest"),
    ("lowest", (12, 12, None), "lowest"),
    ("conservative", (12, 12, None), "conservative"),
]


@pytest.mark.parametrize(("rule", "expected", "named"), RULES)
def test_toll_rules(rule: str, expected: tuple[int, int, int | None], named: str) -> None:
    event = merged(*REPORTS, rule=rule)
    assert killed(event) == expected
    assert event.tolls[Harm.KILLED].rule == named


@pytest.mark.parametrize(
    ("days", "figures", "expected", "named"),
    [
        ((23, 24, 24, 27), (1, 2, 2, 1), 2, "commonest"),
        ((23, 24, 25), (1, 2, 3), 3, "latest, revised from 1"),
        ((23, 24, 24, 27), (10, 20, 20, 12), 12, "latest"),
        ((23, 24), (2, 2), 2, "latest"),
    ],
)
def test_few_are_settled_by_most_and_many_by_the_latest(
    days: tuple[int, ...], figures: tuple[int, ...], expected: int, named: str
) -> None:
    told = zip("abcd", days, figures, strict=False)
    event = merged(*(counting(tell(name, published=f"2026-01-{day}"), n) for name, day, n in told), rule="settled")
    assert event.tolls[Harm.KILLED].best == expected
    assert event.tolls[Harm.KILLED].rule == named


def test_every_toll_rule_is_tested() -> None:
    assert {rule for rule, *_ in RULES} == set(TOLL_RULES)


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(KeyError):
        build(*REPORTS, rule="mean")


def test_conservative_reads_vague_words_low() -> None:
    dozens = counting(tell("a"), 24, 99, Qualifier.VAGUE)
    assert killed(merged(dozens)) == (24, 24, 99)
    assert killed(merged(dozens, rule="conservative"))[1] == 12


def test_figures_that_nobody_states_are_absent() -> None:
    assert merged(tell("a")).tolls == {}
    assert killed(merged(counting(tell("a"), 0))) == (0, 0, 0)


def test_a_copy_s_figure_counts_once_and_a_later_version_s_replaces_the_first() -> None:
    first, copy = counting(tell("a"), 5), counting(tell("b", published="2026-01-28"), 5)
    other = counting(tell("c", published="2026-01-26"), 7)
    assert killed(merged(first, copy, other, copies=Copies(copy_of={"b": "a"})))[1] == 7
    later = counting(tell("b", published="2026-01-28"), 9)
    assert killed(merged(first, later, other, copies=Copies(version_of={"b": "a"})))[1] == 9


def test_perpetrators_and_running_totals_are_left_out() -> None:
    told = tell("a")
    base = counting(told, 3).claim.tolls[0]
    others = tuple(
        replace(base, span=Span("text", n, n + 3), value=replace(base.value, **change))
        for n, change in enumerate(({"side": Side.PERPETRATOR, "best": 9}, {"cumulative": True, "best": 900}))
    )
    background = replace(told.claim, tolls=(*others, base))
    event = merged(Told(background, replace(told.account, main=None)))
    assert event.tolls[Harm.KILLED].best == 3


def fields(event: Event) -> dict[str, tuple[str, ...]]:
    """The contradictions of an event: field -> values."""
    return {contradiction.field: contradiction.values for contradiction in event.contradictions}


def test_figures_that_exclude_each_other_are_listed_with_their_claims() -> None:
    ten, twenty = counting(tell("a"), 10), counting(tell("b"), 20)
    (found,) = merged(ten, twenty).contradictions
    assert (found.field, found.values) == ("killed", ("10", "20"))
    assert found.claims == ((ten.claim.id,), (twenty.claim.id,))


def test_growth_and_ranges_are_no_contradictions() -> None:
    early, late = counting(tell("a", published="2026-01-23"), 10), counting(tell("b", published="2026-01-25"), 20)
    grown = merged(early, late)
    assert fields(grown) == {}
    assert grown.tolls[Harm.KILLED].rule == "latest, revised from 10"
    again = counting(tell("b", published="2026-01-25"), 10)
    assert merged(early, again).tolls[Harm.KILLED].rule == "latest"
    shrunk = counting(tell("b", published="2026-01-25"), 8)
    assert "killed" in fields(merged(early, shrunk))
    assert fields(merged(counting(tell("a"), 10, None), counting(tell("b"), 12))) == {}


def test_times_and_places_that_exclude_each_other() -> None:
    event = merged(tell("a", DAY, LVIV), tell("b", NEXT, make_place()), tell("c", DAY, LVIV))
    assert fields(event) == {"when": ("2026-01-23", "2026-01-24"), "where": ("Lviv", "Kyiv")}
    assert fields(merged(tell("a", DAY, LVIV), tell("b", MONTH, UKRAINE), tell("c", WEEK, OBLAST))) == {}


def test_titles() -> None:
    event = merged(tell("a", DAY, LVIV))
    assert event.title == "Strike in Lviv, 23 January 2026"
    assert merged(tell("a", MONTH)).title == "Strike, January 2026"
    told = tell("a", DAY, LVIV)
    headed = replace(told, account=replace(told.account, title="Blast tears  through market - The Example"))
    assert merged(headed, tell("b", DAY)).title == "Blast tears through market"
    named = tell("b", DAY, LVIV, "2026-01-25")
    named = replace(named, account=replace(named.account, title="Lviv market hit"))
    assert merged(headed, named).title == "Lviv market hit"
    retold = replace(headed, account=replace(headed.account, main=None))
    assert merged(retold).title == "Strike in Lviv, 23 January 2026"


def test_status_types_and_scope_are_what_most_claims_say() -> None:
    told = [tell(name) for name in "abc"]
    ongoing = replace(told[2], claim=replace(told[2].claim, status=Status.ONGOING, types=("fire", "strike")))
    event = merged(*told[:2], ongoing)
    assert (event.status, event.types, event.scope) == (Status.HAPPENED, ("strike", "fire"), Scope.INCIDENT)


def test_accounts_and_what_is_left_out() -> None:
    main, bare = tell("a", WEEK), tell("b", WEEK)
    bare = replace(bare, account=replace(bare.account, main=None))
    alone = Linking(copies=Copies(copy_of={"b": "a"}, version_of={"c": "a"}))
    accounts = [main.account, bare.account, Account("c")]
    timeline = build_timeline([main.claim, bare.claim], alone, accounts)
    assert [event.id for event in timeline.events] == [main.claim.id]
    assert [left.claim for left in timeline.left_out] == [bare.claim.id]
    assert [(a.id, a.main_event, a.copy_of, a.version_of) for a in timeline.articles] == [
        ("a", main.claim.id, None, None),
        ("b", None, "a", None),
        ("c", None, None, "a"),
    ]


def test_effects_are_events() -> None:
    strike, outage, bare = tell("a", DAY), tell("b", DAY), tell("c")
    bare = replace(bare, account=replace(bare.account, main=None))
    led = replace(strike.claim, led_to=(outage.claim.id, bare.claim.id, strike.claim.id))
    told = [led, outage.claim, bare.claim]
    timeline = build_timeline(told, Linking(), [item.account for item in (strike, outage, bare)])
    effects = {event.id: event.led_to for event in timeline.events}
    assert effects == {strike.claim.id: (outage.claim.id,), outage.claim.id: ()}


def test_the_order_of_input_does_not_matter() -> None:
    told = [*REPORTS, tell("e", DAY, LVIV), tell("f", NEXT, make_place())]
    expected = build(*told)
    for seed in range(5):
        shuffled = told[:]
        random.Random(seed).shuffle(shuffled)
        assert build(*shuffled) == expected
    assert expected.events[0].id == min(item.claim.id for item in told)


def test_events_are_in_order_of_time_and_links_lead_to_shown_claims() -> None:
    late, early, undated = tell("a", NEXT), tell("b", DAY), tell("c")
    bare = tell("d")
    bare = replace(bare, account=replace(bare.account, main=None))
    left, right = sorted((late.claim.id, bare.claim.id))
    told = [late, early, undated, bare]
    linking = Linking(links=(Link(left, right, (Evidence("words", 2.0, "alike"),)),))
    timeline = build_timeline([item.claim for item in told], linking, [item.account for item in told])
    assert [event.id for event in timeline.events] == [item.claim.id for item in (early, late, undated)]
    assert timeline.links == ()


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        ("2026-01-23", "2026-01-23", (1, 1)),
        ("2026-01-23", "2026-01-24", (2, 2)),
        ("2026-01-18", "2026-01-23", (2, 2)),
        ("2026-01-18", "2026-01-24", (3, 2)),
        ("2026-01-18", "2026-01-25", (4, 3)),
        ("2026-01-01", "2026-01-31", (4, 3)),
        ("2026-01-01", "2026-03-31", (5, None)),
        ("2024-01-01", "2024-12-31", (5, None)),
        ("2020-01-01", "2029-12-31", (None, None)),
    ],
)
def test_date_codes(first: str, last: str, codes: tuple[int | None, int | None]) -> None:
    when = make_when(first, last)
    assert (date_prec(when), time_precision(when)) == codes


def test_codes_of_what_is_unknown() -> None:
    assert (date_prec(None), time_precision(None), where_prec(None)) == (None, None, None)


@pytest.mark.parametrize(
    ("kind", "admin1", "code"),
    [
        (PlaceKind.CITY, None, 1),
        (PlaceKind.FACILITY, "Lviv Oblast", 1),
        (PlaceKind.DISTRICT, "Lviv Oblast", 3),
        (PlaceKind.REGION, "Lviv Oblast", 4),
        (PlaceKind.AREA, "Lviv Oblast", 2),
        (PlaceKind.AREA, None, 5),
        (PlaceKind.COUNTRY, None, 6),
        (PlaceKind.WATER, None, 7),
    ],
)
def test_place_codes(kind: PlaceKind, admin1: str | None, code: int) -> None:
    assert where_prec(Place("Somewhere", kind, admin1=admin1)) == code


def test_what_stands_at_the_point_of_its_region_has_the_code_of_that() -> None:
    assert where_prec(Place("Somewhere", PlaceKind.AREA, admin1="Lviv Oblast", inexact=True)) == 4
    assert where_prec(Place("Somewhere", PlaceKind.AREA, inexact=True)) == 6


def test_every_kind_of_place_has_a_code() -> None:
    assert all(where_prec(Place("Somewhere", kind)) for kind in PlaceKind)
