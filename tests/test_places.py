"""Places: hard names in short contexts, containment, home, capitals, odd input."""

import time
from importlib.resources import files
from itertools import pairwise

import pytest

from tests.making import make_article
from tests.places_cases import CASES
from tests.timing import grows_linearly
from timeline.model import Article, Mention, Place, PlaceKind
from timeline.places import find_places, places_named
from timeline.places.gazetteer import gazetteer, unpack

ROWS = [line.split("|") for line in CASES.splitlines() if line and not line.startswith("#")]


def found(text: str, source: str | None = None) -> list[Mention[Place]]:
    article = make_article(text)
    known = Article(article.id, text, article.published, article.origin, source=source)
    return find_places(known)


def value(text: str, surface: str, source: str | None = None) -> Place | None:
    return next((m.value for m in found(text, source) if m.surface.startswith(surface)), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1].strip()}: {row[0].strip()}")
def test_hard_names(row: list[str]) -> None:
    text, surface, *expected = (cell.strip() for cell in row)
    assert surface in text
    got = value(text, surface)
    if expected == ["-"]:
        assert got is None
        return
    assert got is not None
    name, admin1, iso3, kind = expected
    assert got.name == name
    assert not admin1 or got.admin1 == admin1
    assert got.iso3 == (iso3 or None)
    assert not kind or got.kind is PlaceKind(kind)


def test_there_are_enough_hard_names() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize(
    ("source", "admin1"),
    [
        ("springfieldnewssun.com", None),
        ("masslive.com", "Massachusetts"),
        ("news-leader.com", "Missouri"),
        ("www.sj-r.com", "Illinois"),
        ("Missouri Daily Herald", "Missouri"),
    ],
)
def test_the_publishers_home_tells_towns_of_one_name_apart(source: str, admin1: str | None) -> None:
    got = value("A Springfield man was charged with theft.", "Springfield", source)
    assert got is not None
    assert got.kind is PlaceKind.CITY
    assert admin1 is None or got.admin1 == admin1


def test_the_ending_of_an_address_tells_the_country() -> None:
    text = "A fire broke out in Newcastle on Monday."
    here, there = value(text, "Newcastle", "example.co.uk"), value(text, "Newcastle", "example.com.au")
    assert here is not None
    assert there is not None
    assert (here.iso3, there.iso3) == ("GBR", "AUS")


def test_a_name_once_written_with_its_state_means_the_same_without_it() -> None:
    places = found("Police in Paris, Texas, made an arrest. Paris has two courts. The Paris mayor spoke.")
    assert [m.value.admin1 for m in places if m.surface == "Paris"] == ["Texas"] * 3
    assert places[0].value.reason == "in Texas, as written"


def test_a_government_that_speaks_is_a_metonym_and_a_town_where_something_happens_is_not() -> None:
    speaks = value("Washington said it was worried.", "Washington")
    happens = value("Two people died in Washington, police said.", "Washington")
    assert speaks is not None
    assert happens is not None
    assert (speaks.metonym, happens.metonym) == (True, False)


def test_title_and_text_are_read_together() -> None:
    article = make_article("A Portland man died. Crews came from Bangor and Augusta.", title="Fire in Maine kills one")
    places = find_places(article)
    assert {m.surface: m.value.admin1 for m in places}["Portland"] == "Maine"
    assert any(m.span.field == "title" and m.surface == "Maine" for m in places)


def test_a_road_without_a_town_has_no_coordinates() -> None:
    got = value("It happened on Elm Grove Avenue, he said.", "Elm Grove Avenue")
    assert got is not None
    assert (got.latitude, got.longitude, got.country) == (None, None, None)


def test_a_town_is_told_apart_from_its_region_in_one_article() -> None:
    places = found("Shells hit the Bryansk region of Russia. In Bryansk, one man died. Bryansk Oblast has many towns.")
    assert [m.value.kind.value for m in places if m.surface.startswith("Bryansk")] == ["region", "city", "region"]


def test_a_quarter_called_like_a_far_town_stands_in_the_city_beside_it() -> None:
    got = value("MIAMI (AP) - Two men were shot in Kensington on Monday, Miami police said.", "Kensington")
    assert got is not None
    assert (got.kind, got.admin1) == (PlaceKind.FACILITY, "Florida")
    assert got.latitude == pytest.approx(25.8, abs=0.2)


def test_a_town_that_the_gazetteer_lacks_stands_in_its_state() -> None:
    got = value("The crash near Elmo, N.D., killed a boy from Minot.", "Elmo")
    assert got is not None
    assert (got.admin1, got.iso3, got.geonameid, got.inexact) == ("North Dakota", "USA", None, True)
    assert got.latitude == pytest.approx(47.5, abs=0.5)
    assert got.reason == "in North Dakota, as written; its spot is not known"


def test_a_village_stands_where_it_is_said_to_lie_from_a_town() -> None:
    got = value("The slide hit Umkera, a village 75 miles (120 km) east of Kathmandu.", "Umkera")
    assert got is not None
    assert (got.latitude, got.longitude) == (pytest.approx(27.7, abs=0.1), pytest.approx(86.55, abs=0.1))
    assert (got.inexact, got.country) == (True, "Nepal")
    assert got.reason == "a village 75 miles (120 km) east of Kathmandu, as written"


def test_a_place_lies_in_the_country_in_which_it_is_said_to_lie() -> None:
    got = value("They fled Soum, a province in the north of Burkina Faso.", "Soum")
    assert got is not None
    assert (got.country, got.inexact) == ("Burkina Faso", True)


def test_a_village_stands_at_the_town_named_next_to_it() -> None:
    got = value("They fled Torbekula village for Makurdi in Nigeria.", "Torbekula")
    town = value("They fled Torbekula village for Makurdi in Nigeria.", "Makurdi")
    assert got is not None
    assert town is not None
    assert (got.latitude, got.longitude) == (town.latitude, town.longitude)
    assert got.geonameid is None


def test_a_small_town_near_the_publishers_home_needs_no_further_proof() -> None:
    text = "Marksville shooting leaves two dead"
    assert value(text, "Marksville") is None
    here = value(text, "Marksville", "www.thetowntalk.com")
    assert here is not None
    assert here.admin1 == "Louisiana"


@pytest.mark.parametrize("source", ["wxii.com", "wxii12.com", "wxiitv.com"])
def test_a_station_is_known_by_its_call_sign(source: str) -> None:
    got = value("A Greensboro man was charged with theft.", "Greensboro", source)
    assert got is not None
    assert got.admin1 == "North Carolina"


def test_a_small_town_near_a_city_of_the_article_stays_itself() -> None:
    got = value("CHICAGO (AP) - A man was shot in Algonquin on Tuesday, Chicago police said.", "Algonquin")
    assert got is not None
    assert (got.kind, got.admin1) == (PlaceKind.CITY, "Illinois")


def test_the_capital_is_found_in_place_of_the_country_and_says_why() -> None:
    (phrase,) = found("Two people died in Ukraine's capital on Monday.")
    assert (phrase.surface, phrase.rule) == ("Ukraine's capital", "capital of")
    assert phrase.value.reason == "the capital of Ukraine"


def test_every_capital_lies_in_its_country() -> None:
    lands = [(land, gazetteer().capital(land.iso3)) for land in gazetteer().countries]
    assert sum(city is not None for _, city in lands) > 230
    assert all(city.country is land for land, city in lands if city)


def test_what_may_not_open_a_name_is_no_name() -> None:
    assert all(gazetteer().may_open(name) for name in ("kyiv", "new york", "tel aviv", "rio de"))
    assert not gazetteer().may_open("qqxj zzvk")


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Corsica", 42.2, 9.1),
        ("Normandy", 49.0, 0.2),
        ("Hauts-de-France", 50.0, 2.8),
        ("New South Wales", -32.5, 146.8),
        ("Hanoi", 21.0, 105.8),
        ("Central Luzon", 15.3, 120.7),
        ("Okinawa", 26.4, 127.9),
        ("Sakhalin Oblast", 51.0, 143.0),
    ],
)
def test_divisions_that_sources_number_otherwise_stand_at_their_place(
    name: str, latitude: float, longitude: float
) -> None:
    (region, *_) = (place for place in places_named(name) if place.kind is PlaceKind.REGION)
    assert region.latitude == pytest.approx(latitude, abs=0.5)
    assert region.longitude == pytest.approx(longitude, abs=0.5)


TEXTS = [
    "",
    " ",
    "nothing here",
    "KYIV, Ukraine — Russian strikes hit Kyiv's Dniprovskyi district, Odesa and the Black Sea.",
    "Clay, Otter Tail and Grant counties, Minn., and St. Louis County.",
    "The U.S., the U.K. and the U.A.E. met in St. Petersburg, Fla.\nNEW YORK (AP) — Paris, Texas",
    "WASHINGTON, D.C. (AP) - In Ukraine's capital, Kyiv, and the French capital. The country's capital, Paris, slept.",
    "A" * 50,
    "\u202eKyiv\u0301 \U0001f600 in Paris",
]


@pytest.mark.parametrize("text", TEXTS)
def test_mentions_are_sorted_apart_and_quote_the_text(text: str) -> None:
    places = found(text)
    assert places == sorted(places, key=lambda m: m.span)
    assert all(a.span.end <= b.span.start for a, b in pairwise(places))
    assert all(text[m.span.start : m.span.end] == m.surface for m in places)
    assert all(m.value.latitude is None or -90 <= m.value.latitude <= 90 for m in places)
    assert all((m.value.country is None) == (m.value.iso3 is None) for m in places)
    assert all(m.value.reason for m in places)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "A",
        " ",
        "1",
        "(",
        "A ",
        "A-",
        "St. ",
        "Clay counties ",
        "Paris, ",
        "of the ",
        "Peru's capital ",
        "the country's capital ",
        "regions of Perm and ",
        "By A A, ",
        "A village ",
        "village of A ",
        "A NEIGHBORHOOD ",
        "Elmo, Mo., ",
        "(A) - ",
        "U.",
        "'s ",
        "\n",
    ],
)
def test_hostile_texts_take_time_in_proportion_to_their_length(piece: str) -> None:
    assert grows_linearly(lambda length: found(piece * (length // len(piece))), 30_000)


def test_places_of_a_name_come_with_the_most_important_first() -> None:
    named = places_named("Portland")
    assert named[0].admin1 == "Oregon"
    assert {"Maine", "Oregon"} <= {place.admin1 for place in named}
    assert places_named("Xyzzyville") == ()


def test_the_gazetteer_loads_fast_and_small() -> None:
    packed = (files("timeline.places") / "gazetteer.bin").read_bytes()
    start = time.process_time()
    loaded = unpack(packed)
    assert time.process_time() - start < 1.0
    assert len(loaded.countries) > 240
    assert len(packed) < 25_000_000
