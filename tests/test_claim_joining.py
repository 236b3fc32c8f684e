"""When a sentence goes on about an event told before: a better and a worse pair for each criterion; places, causes."""

from dataclasses import replace
from datetime import date

import pytest

from tests.making import make_article, make_place
from tests.timing import grows_linearly
from timeline.claims import cues
from timeline.claims.affinity import FEATURES, affinity
from timeline.claims.happening import Happening
from timeline.claims.joining import join
from timeline.claims.passages import Passage
from timeline.claims.sites import apart, contains, part_dateline, same_place, site_rule
from timeline.claims.telling import Telling
from timeline.model import (
    Grain,
    Harm,
    Interval,
    Mention,
    Place,
    PlaceKind,
    Reading,
    Scope,
    Span,
    Status,
    Timex,
    TimexType,
    Toll,
    Trigger,
    Where,
)
from timeline.pipeline import extract

KYIV, LVIV = make_place("Kyiv"), make_place("Lviv", 49.84, 24.03)
UKRAINE = Place("Ukraine", PlaceKind.COUNTRY, 49.0, 32.0, country="Ukraine", iso3="UKR")


def passage_at(index: int, text: str = "x") -> Passage:
    return Passage("a", text, Span("text", 100 * index, 100 * index + 90), index, index, (), (), (), (), ())


def mention(value: object, surface: str = "x", start: int = 0) -> Mention:  # type: ignore[type-arg]  # of any value
    return Mention("a", Span("text", start, start + 1), surface, "made", value)


def day(number: int) -> Mention[Timex]:
    days = Interval.of_days(date(2026, 1, number), date(2026, 1, number))
    return mention(Timex(TimexType.DATE, f"2026-01-{number:02}", days, Grain.DAY))


def telling(index: int, kind: str = "strike", days: tuple[int, ...] = (), place: Place | None = None) -> Telling:
    where = (Where(mention(place), "stands"),) if place else ()
    return Telling(
        passage=passage_at(index),
        triggers=(mention(Trigger((kind,))),),
        types=(kind,),
        status=Status.HAPPENED,
        scope=Scope.INCIDENT,
        times=tuple(map(day, days)),
        places=where,
    )


def killed(name: str) -> Mention[Toll]:
    return mention(Toll(Harm.KILLED, 1, 1, 1, None, keys=frozenset({f"name:{name}"})))


FIRST = Happening((telling(5, days=(20,), place=KYIV),))
PLAIN = telling(7)
TRIPLES = {
    "same_type": (PLAIN, telling(7, "attack")),
    "points_back": (replace(PLAIN, definite=True), PLAIN),
    "needs_company": (replace(PLAIN, weak=True), PLAIN),
    "is_bare": (PLAIN, telling(7, days=(23,))),
    "is_near": (PLAIN, telling(40)),
    "shares_day": (telling(7, days=(20,)), PLAIN),
    "is_next_day": (telling(7, days=(21,)), telling(7, days=(24,))),
    "other_day": (PLAIN, telling(7, days=(24,))),
    "shares_place": (telling(7, place=KYIV), PLAIN),
    "other_site": (PLAIN, telling(7, place=LVIV)),
    "other_name": (
        telling(7, place=KYIV),
        replace(telling(7, place=LVIV), places=(Where(mention(LVIV), "named"),)),
    ),
    "is_novel": (PLAIN, replace(PLAIN, novel=True)),
    "other_past": (PLAIN, replace(PLAIN, past=True)),
}


@pytest.mark.parametrize("name", TRIPLES)
def test_a_criterion_makes_the_better_pair_likelier(name: str) -> None:
    better, worse = TRIPLES[name]
    assert affinity(FIRST, better) > affinity(FIRST, worse)
    assert FEATURES[name](FIRST, better) != FEATURES[name](FIRST, worse)


def test_a_bare_sentence_goes_on_about_what_was_set_apart() -> None:
    apart_ = Happening((replace(telling(6), novel=True),))
    behind = replace(telling(7), passage=replace(passage_at(7), paragraph=6))
    assert FEATURES["goes_on"](apart_, behind)
    assert not FEATURES["goes_on"](FIRST, replace(behind, passage=replace(passage_at(6), paragraph=5)))


def test_one_person_ties_two_sentences() -> None:
    first = Happening((replace(telling(5), tolls=(killed("roe"),)),))
    again, another = replace(PLAIN, tolls=(killed("roe"),)), replace(PLAIN, tolls=(killed("poe"),))
    assert affinity(first, again) > affinity(first, another)


def test_a_sentence_that_names_a_victim_goes_on_about_the_deed() -> None:
    first = Happening((replace(telling(5), tolls=(killed("roe"),)),))
    named, other = (
        replace(PLAIN, passage=passage_at(7, f"Who planned the murder of {name}?")) for name in ("Roe", "Poe")
    )
    assert affinity(first, named) > affinity(first, other)
    assert not FEATURES["names_victim"](first, replace(named, tolls=(killed("poe"),)))
    assert not FEATURES["names_victim"](Happening((telling(5, "talks"),)), named)


def test_what_happened_without_a_name_joins_what_harms() -> None:
    assert FEATURES["is_unnamed"](FIRST, telling(7, "other"))
    assert not FEATURES["is_unnamed"](Happening((telling(5, "talks"),)), telling(7, "other"))


def test_the_lead_is_come_back_to() -> None:
    lead = Happening((telling(0),))
    assert FEATURES["is_lead"](lead, PLAIN)
    assert not FEATURES["is_lead"](FIRST, PLAIN)


def test_what_states_no_time_may_be_of_the_old_deed_that_leads() -> None:
    lead, later = (Happening((replace(telling(n, days=(20,)), past=True),)) for n in (0, 5))
    told = {name: FEATURES[name] for name in ("beside_past", "other_past")}
    assert {name for name, holds in told.items() if holds(lead, PLAIN)} == {"beside_past"}
    assert {name for name, holds in told.items() if holds(later, PLAIN)} == {"other_past"}
    assert FEATURES["other_past"](lead, telling(7, days=(20,)))
    assert [len(found.tellings) for found in join([lead.tellings[0], PLAIN])] == [2]
    news = telling(3, "riot", days=(24,))  # news told since is what "people were hurt" is of
    hurt = replace(telling(4, "other"), weak=True)
    assert [len(found.tellings) for found in join([lead.tellings[0], news, hurt])] == [1, 2]


def test_a_death_told_in_the_weeks_after_a_deed_is_of_it() -> None:
    died = replace(telling(7, "death", days=(23,)), tolls=(killed("roe"),))
    before = replace(died, times=(day(17),))
    assert not FEATURES["other_day"](FIRST, died)
    assert FEATURES["other_day"](FIRST, before)
    assert FEATURES["other_day"](FIRST, replace(died, tolls=()))
    assert FEATURES["other_day"](FIRST, replace(died, tolls=(mention(Toll(Harm.KILLED, 2, 2, 2, None)),)))
    hurt = mention(Toll(Harm.INJURED, 1, 1, 1, None))
    assert not FEATURES["other_day"](FIRST, replace(died, tolls=(hurt, killed("roe"))))
    assert FEATURES["other_day"](Happening((telling(5, "talks", days=(20,)),)), died)


def test_a_day_of_the_month_that_was_told_is_no_other_day() -> None:
    january = Interval.of_days(date(2026, 1, 1), date(2026, 1, 31))
    month = mention(Timex(TimexType.DATE, "2026-01", january, Grain.MONTH))
    told = Happening((replace(telling(5, days=(24,)), times=(month, day(24))),))
    older = replace(telling(7, days=(2,)), past=True)
    assert not FEATURES["other_day"](told, older)
    assert not FEATURES["other_past"](told, older)
    assert FEATURES["other_day"](Happening((telling(5, days=(24,)),)), older)
    assert FEATURES["other_past"](FIRST, older)


@pytest.mark.parametrize(
    "other",
    [
        telling(7, "talks"),
        replace(PLAIN, status=Status.PLANNED),
        replace(PLAIN, scope=Scope.AGGREGATE, tolls=(killed("roe"),)),
        replace(PLAIN, passage=passage_at(5)),
    ],
    ids=["type", "status", "scope", "same sentence"],
)
def test_what_rules_a_joining_out(other: Telling) -> None:
    assert affinity(FIRST, other) == float("-inf")
    assert len(join([FIRST.tellings[0], other])) == 2


def test_an_event_told_on_is_one_and_another_is_two() -> None:
    told = [telling(0, days=(20,), place=KYIV), replace(telling(1), definite=True), telling(2, days=(20,), place=LVIV)]
    assert [len(happening.tellings) for happening in join(told)] == [2, 1]


def test_long_texts_are_held_against_few_tellings() -> None:
    many = Happening(tuple(telling(n) for n in range(500)))
    assert len(many.known) < 20
    assert many.known[0] is many.tellings[0]
    assert many.known[-1] is many.tellings[-1]


SITES = [(row["rule"], *pair) for row in cues.table()["site_examples"] for pair in row["rows"]]


@pytest.mark.parametrize(("rule", "text", "name"), SITES)
def test_how_a_place_stands_in_its_sentence(rule: str, text: str, name: str) -> None:
    start = text.index(name)
    place = Mention("a", Span("text", start, start + len(name)), name, "made", make_place(name))
    passage = Passage("a", text, Span("text", 0, len(text)), 0, 0, (), (place,), (), (), ())
    assert (site_rule(passage, place) or "none") == rule


def test_adjectives_and_offices_are_no_sites() -> None:
    text = "The Russian attack hit Kyiv."
    adjective = Place("Russia", PlaceKind.ADJECTIVE, 60.0, 100.0, country="Russia", iso3="RUS")
    place = Mention("a", Span("text", 4, 11), "Russian", "made", adjective)
    assert site_rule(Passage("a", text, Span("text", 0, len(text)), 0, 0, (), (place,), (), (), ()), place) is None


def test_a_dateline_is_set_apart_with_its_day() -> None:
    text = "KYIV, Jan 24 (Wire) - A strike hit Lviv on Friday."
    kyiv = Mention("a", Span("text", 0, 4), "KYIV", "made", KYIV)
    lviv = Mention("a", Span("text", 35, 39), "Lviv", "made", LVIV)
    stamp = Mention("a", Span("text", 6, 12), "Jan 24", "made", day(24).value)
    friday = Mention("a", Span("text", 43, 49), "Friday", "made", day(23).value)
    whole = Passage("a", text, Span("text", 0, len(text)), 0, 0, (stamp, friday), (kyiv, lviv), (), (), ())
    parted, where = part_dateline(whole)
    assert where is not None
    assert where.place is kyiv
    assert (parted.times, parted.places) == ((friday,), (lviv,))
    plain = replace(whole, text=text.replace(" - ", " , "))
    assert part_dateline(plain) == (plain, None)


def test_places_contain_or_exclude_one_another() -> None:
    assert contains(UKRAINE, KYIV)
    assert not contains(KYIV, UKRAINE)
    assert apart(KYIV, LVIV)
    assert not apart(KYIV, UKRAINE)
    assert same_place(KYIV, replace(KYIV, name="Kyiv Oblast", kind=PlaceKind.REGION))
    assert not same_place(KYIV, LVIV)


CAUSES = [(row["direction"], text) for row in cues.table()["cause_examples"] for text in row["rows"]]


@pytest.mark.parametrize(("direction", "text"), CAUSES)
def test_words_that_name_a_cause(direction: str, text: str) -> None:
    assert cues.pattern("causes", direction).search(text)


@pytest.mark.parametrize(
    "piece",
    [
        "A strike killed 5 people in Kyiv on Friday. ",
        "Hurricane Mabel killed 5 people in Haiti. Mabel left 3 dead in Cuba, the worst since Hurricane Ruth. ",
        "In Haiti, Cuba and Belize 5 died. ",
        "Two died in Haiti.\n",
        "Toledo Police said a man was shot in Lima, Ohio. ",
    ],
)
def test_long_articles_take_linear_time(piece: str) -> None:
    def readings(size: int) -> Reading:
        return extract(make_article(piece * (size // len(piece))))

    assert grows_linearly(readings, 20_000)
