"""Linking: what brings claims together, what keeps them apart, and that the order of input never matters."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.making import make_article, make_claim, make_place, make_when
from timeline.linking import FEATURES, Linking, Profile, link, profiles
from timeline.linking.blocking import KEYS, candidates
from timeline.linking.clustering import cluster
from timeline.linking.copies import Copies, find_copies
from timeline.linking.corpus import Corpus, measure_corpus
from timeline.linking.geography import Relation, relate_best
from timeline.linking.profile import Site
from timeline.linking.weighing import read_weights
from timeline.linking.wording import words_of
from timeline.model import (
    Claim,
    Harm,
    Interval,
    Mention,
    Place,
    PlaceKind,
    Reading,
    Role,
    Scope,
    Side,
    Span,
    Status,
    Toll,
    When,
)

FERRY = (
    "The ferry Aurora Star capsized off Port Halden at dawn, the coastguard said. Rescuers pulled forty people from "
    "the water. The harbour master, Ivo Brandt, blamed a sudden squall. Divers were searching the hull for passengers."
)
FERRY_TOO = (
    "Divers searched the hull of the Aurora Star after the ferry capsized near Port Halden. Ivo Brandt, the harbour "
    "master, said that a squall had hit it at dawn. Forty people were pulled from the water by the coastguard."
)
MILL = (
    "A grain mill burned down in Oskarsby. Firefighters from three villages could not save the wooden tower. The "
    "owner, Greta Lindqvist, said that sparks from a welding torch had set fire to the chaff. Nobody was inside."
)
MARKET = (
    "Traders closed their stalls in Tolmeira after new fees for parking. The council, led by Rui Falcao, wants the "
    "money for buses. Shopkeepers from the old quarter carried a coffin marked commerce to the town hall."
)
HALDEN = Place("Port Halden", make_place().kind, 60.0, 10.0, None, "Norway", "NOR", "Viken")
OSKARSBY = Place("Oskarsby", make_place().kind, 58.0, 15.0, None, "Sweden", "SWE", "Östergötland")

Setting = tuple[When | None, Place | None]


def read(text: str, id: str, published: str = "2026-01-24", setting: Setting = (None, None)) -> Reading:
    """An article whose first sentence is its main claim; the setting is its time and place."""
    article = replace(make_article(text, published, id=id), source=f"Outlet {id}")
    claim = make_claim(article, text.split(". ")[0], *setting)
    return Reading(article, claims=(claim,), main=claim.id)


def all_profiles(*readings: Reading) -> list[Profile]:
    """The profiles of some readings."""
    return [profile for reading in readings for profile in profiles(reading)]


def together(linking: Linking, *readings: Reading) -> bool:
    """Whether the main claims of some readings are in one cluster."""
    mains = {reading.main for reading in readings}
    return any(mains <= set(group) for group in linking.clusters)


def toll(reading: Reading, killed: int, high: int | None = None) -> Mention[Toll]:
    """A figure of an article."""
    value = Toll(Harm.KILLED, killed, killed, high if high is not None else killed, None, side=Side.VICTIM)
    return reading.article.mention(Span("text", 0, 5), "made", value)


def with_claim(reading: Reading, **changes: object) -> Reading:
    """The reading with its first claim changed."""
    first: Claim = replace(reading.claims[0], **changes)  # type: ignore[arg-type]  # a test's shorthand
    return replace(reading, claims=(first, *reading.claims[1:]))


def corpus_of(*readings: Reading) -> Corpus:
    """The corpus of some readings."""
    found = all_profiles(*readings)
    return measure_corpus(found, find_copies(found))


def test_two_accounts_of_one_event_are_joined_and_a_third_is_not() -> None:
    ferry, too, mill = read(FERRY, "a"), read(FERRY_TOO, "b"), read(MILL, "c")
    linking = link(all_profiles(ferry, too, mill))
    assert together(linking, ferry, too)
    assert not together(linking, ferry, mill)
    assert len(linking.clusters) == 2


def test_a_link_says_why() -> None:
    (found,) = link(all_profiles(read(FERRY, "a"), read(FERRY_TOO, "b"))).links
    assert found.left < found.right
    assert found.bits > 0
    names = next(item for item in found.evidence if item.feature == "names")
    assert "aurora" in names.detail or "halden" in names.detail
    assert {item.feature for item in found.evidence} <= {*FEATURES, "prior"}


DAY, NEXT, FAR = make_when("2026-01-23"), make_when("2026-01-24"), make_when("2025-11-02")
BASE = read(FERRY, "a", setting=(DAY, HALDEN))
TRIPLES = {
    "times": (read(MILL, "b", setting=(DAY, None)), read(MILL, "b", setting=(FAR, None))),
    "places": (read(MILL, "b", setting=(None, HALDEN)), read(MILL, "b", setting=(None, OSKARSBY))),
    "published": (read(MILL, "b"), read(MILL, "b", published="2026-03-30")),
    "words": (read(FERRY_TOO, "b"), read(MILL, "b")),
    "names": (read(FERRY_TOO, "b"), read(MILL, "b")),
    "leads": (read(FERRY_TOO, "b"), read(MILL, "b")),
    "titles": (
        replace(read(MILL, "b"), article=replace(read(MILL, "b").article, title="Ferry capsizes off Port Halden")),
        replace(read(MILL, "b"), article=replace(read(MILL, "b").article, title="Mill burns in Oskarsby")),
    ),
    "sources": (
        read(MILL, "b"),
        replace(read(MILL, "b"), article=replace(read(MILL, "b").article, source="Outlet a")),
    ),
    "types": (read(MILL, "b"), with_claim(read(MILL, "b"), types=("talks",))),
    "killed": (
        with_claim(read(MILL, "b"), tolls=(toll(read(MILL, "b"), 17),)),
        with_claim(read(MILL, "b"), tolls=(toll(read(MILL, "b"), 2),)),
    ),
    "numbers": (
        read("A man, 57, spoke.", "b"),
        read("A man, 31, spoke.", "b"),
    ),
}


@pytest.mark.parametrize("feature", sorted(TRIPLES))
def test_better_evidence_weighs_no_less(feature: str) -> None:
    """Each criterion: the base, a better match and a worse one."""
    text = f"Ivo Brandt, 57, spoke. {BASE.article.text}"
    base = replace(BASE, article=replace(BASE.article, title="Ferry capsizes off Port Halden", text=text))
    base = with_claim(base, tolls=(toll(base, 17),))
    better, worse = (
        FEATURES[feature](*all_profiles(base, other), corpus_of(base, other)) for other in TRIPLES[feature]
    )
    assert better != worse, "the two must be told apart"
    for table in ("main", "recurring"):
        weights = read_weights(table)
        gain, loss = (0.0 if finding is None else weights.bits(feature, finding) for finding in (better, worse))
        assert gain >= loss


def test_every_feature_has_a_triple_and_every_number_of_the_table_a_feature() -> None:
    assert set(FEATURES) - set(TRIPLES) == {"people", "injured", "copies"}
    for table in ("main", "recurring", "passage"):
        weights = read_weights(table)
        assert {*weights.curves, *weights.levels} <= set(FEATURES)
        for knots in weights.curves.values():
            assert [x for x, _ in knots] == sorted({x for x, _ in knots})


def test_the_order_of_input_does_not_matter() -> None:
    readings = [
        read(text, name) for text, name in ((FERRY, "a"), (FERRY_TOO, "b"), (MILL, "c"), (FERRY + " More.", "d"))
    ]
    found = all_profiles(*readings)
    expected = link(found)
    for seed in range(5):
        shuffled = found[:]
        random.Random(seed).shuffle(shuffled)
        assert link(shuffled) == expected


def test_no_profiles_and_one_profile() -> None:
    assert link([]) == Linking()
    (alone,) = link(all_profiles(BASE)).clusters
    assert alone == (BASE.main,)


def test_two_claims_of_one_article_never_join() -> None:
    article = make_article(f"{FERRY}\n{FERRY_TOO}", id="a")
    claims = tuple(make_claim(article, text.split(". ")[0], DAY, HALDEN) for text in (FERRY, FERRY_TOO))
    both = Reading(article, claims=claims, main=claims[0].id)
    other = read(FERRY_TOO, "b", setting=(DAY, HALDEN))
    linking = link(all_profiles(both, other))
    assert all(len({claim.id for claim in claims} & set(group)) < 2 for group in linking.clusters)
    assert together(linking, both, other)


@pytest.mark.parametrize(
    "change",
    [{"scope": Scope.AGGREGATE}, {"status": Status.PLANNED}, {"status": Status.POSSIBLE}, {"status": Status.DENIED}],
    ids=str,
)
def test_totals_and_what_has_not_happened_stay_apart(change: dict[str, object]) -> None:
    ferry, too = read(FERRY, "a", setting=(DAY, HALDEN)), read(FERRY_TOO, "b", setting=(DAY, HALDEN))
    assert together(link(all_profiles(ferry, too)), ferry, too)
    changed = with_claim(too, **change)
    assert not together(link(all_profiles(ferry, changed)), ferry, changed)


def test_what_goes_on_joins_what_happened() -> None:
    ferry, too = read(FERRY, "a"), with_claim(read(FERRY_TOO, "b"), status=Status.ONGOING)
    assert together(link(all_profiles(ferry, too)), ferry, too)


def background(text: str, id: str, sentence: str, setting: Setting) -> Reading:
    """An article about something else that tells of an older event."""
    reading = read(f"{text} {sentence}", id)
    claim = replace(make_claim(reading.article, sentence, *setting), role=Role.BACKGROUND)
    return replace(reading, claims=(*reading.claims, claim))


RETOLD = "The ferry Aurora Star capsized off Port Halden."


def test_background_joins_the_news_of_its_day_and_place_only() -> None:
    news = read(FERRY, "a", setting=(DAY, HALDEN))
    same = background(MILL, "b", RETOLD, (DAY, HALDEN))
    elsewhere = background(MARKET, "c", RETOLD, (make_when("2026-01-12"), OSKARSBY))
    linking = link(all_profiles(news, same, elsewhere))
    home = next(group for group in linking.clusters if news.main in group)
    assert set(home) == {news.main, same.claims[1].id}


def test_strikes_on_one_town_in_two_weeks_are_two_events() -> None:
    """Names, words and place agree; only the days tell them apart, as they do for kinds of events that recur."""
    texts = [
        "Drones struck the port of Halden overnight, setting fire to a grain store, Mayor Ivo Brandt said.",
        "A drone attack set fire to a grain store in the port of Halden, according to Mayor Ivo Brandt.",
    ]
    first = [read(text, f"a{n}", "2026-01-10", (make_when("2026-01-09"), HALDEN)) for n, text in enumerate(texts)]
    second = [read(text, f"b{n}", "2026-01-18", (make_when("2026-01-17"), HALDEN)) for n, text in enumerate(texts)]
    linking = link(all_profiles(*first, *second))
    assert together(linking, *first)
    assert together(linking, *second)
    assert not together(linking, first[0], second[0])


def test_a_chain_does_not_join_its_ends() -> None:
    """Each text shares half its words with the next; the first and the last share none."""
    words = [f"word{n}ing thing{n}" for n in range(40)]
    texts = [" ".join(words[n : n + 20]) + "." for n in (0, 10, 20)]
    readings = [read(text, str(n), published=f"2026-01-{10 + 6 * n}") for n, text in enumerate(texts)]
    assert not together(link(all_profiles(*readings)), readings[0], readings[2])


def test_average_linkage_weighs_what_the_ends_deny() -> None:
    pairs = {("a", "b"): 5.0, ("b", "c"): 4.0, ("a", "c"): -6.0}
    assert cluster([("c",), ("a",), ("b",)], pairs, lambda left, right: True) == (("a", "b"), ("c",))
    assert cluster([("c",), ("a",), ("b",)], {**pairs, ("a", "c"): -1.0}, lambda left, right: True) == (
        ("a", "b", "c"),
    )


def test_one_country_does_not_bring_two_towns_together() -> None:
    norway = Site("Norway", PlaceKind.COUNTRY, 61.0, 9.0, "NOR", None)
    halden, vardo = (
        Site(name, PlaceKind.CITY, lat, 11.0, "NOR", None) for name, lat in (("Halden", 59.1), ("Vardo", 70.4))
    )
    assert (relate_best([halden], [norway]) or [None])[0] is Relation.HOLDS
    assert (relate_best([halden, norway], [vardo, norway]) or [None])[0] is Relation.APART
    assert (relate_best([halden, vardo], [vardo]) or [None])[0] is Relation.HOLDS
    oslo = Site("Oslo", PlaceKind.CITY, 59.9, 10.7, "NOR", None)
    assert (relate_best([halden, oslo], [vardo, oslo]) or [None])[0] is Relation.APART
    assert relate_best([], [oslo]) is None


def test_growing_tolls_do_not_part_an_event() -> None:
    early = with_claim(read(FERRY, "a"), tolls=(toll(read(FERRY, "a"), 12),))
    late = with_claim(read(FERRY_TOO, "b", "2026-01-25"), tolls=(toll(read(FERRY_TOO, "b"), 19),))
    assert together(link(all_profiles(early, late)), early, late)


PARAGRAPHS = [
    "The reservoir above Velm rose two metres in a night, engineers said on Thursday as they opened the last gate.",
    "Farmers along the lower valley drove cattle to higher ground and stacked sandbags around grain stores and wells.",
    "A bridge that carries the only road to the mining camp was closed when water reached the deck shortly after noon.",
    "Schools in four villages sent children home early, and buses were kept ready in case families had to leave.",
    "The river authority expects the crest on Saturday, a little lower than the one that flooded Velm nine years ago.",
]


def test_copies_are_found_when_paragraphs_are_cut_and_moved() -> None:
    whole = read("\n".join(PARAGRAPHS), "a", "2026-01-20")
    cut = read("\n".join([PARAGRAPHS[3], PARAGRAPHS[0], PARAGRAPHS[2]]), "b", "2026-01-21")
    own = read(MILL, "c", "2026-01-21")
    copies = find_copies(all_profiles(cut, own, whole))
    assert copies == Copies(copy_of={"b": "a"})
    assert copies.origin("b") == "a"
    assert copies.origin("c") == "c"


def test_the_same_outlet_s_rewrite_is_a_version() -> None:
    first = read("\n".join(PARAGRAPHS), "a", "2026-01-20")
    later = read("\n".join([*PARAGRAPHS[1:], "Two herders are missing."]), "b", "2026-01-21")
    later = replace(later, article=replace(later.article, source=first.article.source))
    assert find_copies(all_profiles(later, first)) == Copies(version_of={"b": "a"})


def test_an_outlet_s_template_makes_no_copies() -> None:
    template = " ".join(PARAGRAPHS)
    readings = []
    for n in range(6):
        reading = read(f"Story{n} of town{n} where mayor{n} spoke about bridge{n}. {template}", str(n))
        readings.append(replace(reading, article=replace(reading.article, source="One Outlet")))
    assert find_copies(all_profiles(*readings)) == Copies()


def test_words_of_nothing_and_of_capitals() -> None:
    assert words_of("").terms == {}
    shouted = words_of("TWO KILLED IN SAN MIGUEL")
    assert not shouted.names
    assert "miguel" in shouted.terms


def test_names_that_only_open_a_sentence_are_words() -> None:
    assert "rescuers" not in words_of("Rescuers came. They saw Ann Lee.").names


def test_keys_of_neighbouring_days_and_places_meet() -> None:
    near = Place("Halden Bay", HALDEN.kind, 60.05, 10.05, None, "Norway", "NOR", "Viken")
    left = profiles(read(FERRY, "a", setting=(DAY, HALDEN)))[0]
    right = profiles(read(MILL, "b", setting=(make_when("2026-01-26"), near)))[0]
    corpus = measure_corpus([left, right], Copies())
    assert KEYS["place and window"](left, corpus) & KEYS["place and window"](right, corpus)
    assert not KEYS["day and type"](left, corpus) & KEYS["day and type"](right, corpus)


def test_common_keys_do_not_make_all_pairs() -> None:
    """A thousand claims of one day and type are compared with some others each, not with all."""
    one = profiles(read("It happened.", "a", setting=(DAY, None)))[0]
    many = [replace(one, claim=f"{n:04}", article=str(n), telling=None) for n in range(1000)]
    pairs = sum(1 for _ in candidates(many, measure_corpus(many, Copies())))
    assert 0 < pairs <= 30 * 1000


def test_profiles_hold_what_the_claims_say() -> None:
    week = Interval.of_days(date(2026, 1, 18), date(2026, 1, 18) + timedelta(days=6))
    reported = When(week, week, make_when("2026-01-18", "2026-01-24").grain, "reported")
    reading = background(FERRY, "a", "It happened.", (reported, None))
    main, other = profiles(reading)
    assert main.is_main
    assert main.telling is not None
    assert (other.is_main, other.telling, other.dated, other.when) == (False, None, False, week)
    assert profiles(replace(reading, claims=())) == ()
