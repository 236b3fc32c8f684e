"""What `extract` writes of an article keeps the contract: every field, honest offsets, indices that point somewhere."""

import json
from dataclasses import replace
from datetime import date, datetime

from tests.making import make_article, make_claim, make_place, make_when
from timeline.export import to_contract, to_line
from timeline.model import (
    Actor,
    Attribution,
    Boilerplate,
    Grain,
    Harm,
    Interval,
    Mention,
    Part,
    Qualifier,
    Reading,
    Rejection,
    Side,
    Span,
    Sum,
    Timex,
    TimexType,
    Toll,
    When,
    Where,
)

TEXT = "Police said shells killed 12 people, 5 of them children, in Kyiv on Saturday at 2 a.m. Share this."
ARTICLE = replace(
    make_article(TEXT, title="Shells kill 12"), boilerplate=(Boilerplate(Span("text", 87, 98), "share line"),)
)
HOUR = Interval(datetime(2026, 1, 24, 2), datetime(2026, 1, 24, 2, 1))


def at(words: str, field: str = "text") -> Span:
    start = (TEXT if field == "text" else "Shells kill 12").index(words)
    return Span("text" if field == "text" else "title", start, start + len(words))


TIME: Mention[Timex] = ARTICLE.mention(
    at("Saturday at 2 a.m."), "clock", Timex(TimexType.TIME, "2026-01-24T02:00", HOUR, Grain.MINUTE, "local time")
)
DURATION: Mention[Timex] = ARTICLE.mention(at("2 a.m."), "made", Timex(TimexType.DURATION, "P2D", None, Grain.DAY))
PLACE = ARTICLE.mention(at("Kyiv"), "gazetteer", make_place())
ALL: Mention[Toll] = ARTICLE.mention(
    at("killed 12 people"), "active", Toll(Harm.KILLED, 12, 12, None, Qualifier.AT_LEAST, "people")
)
CHILDREN: Mention[Toll] = ARTICLE.mention(
    at("5 of them children"), "part", Toll(Harm.KILLED, 5, 5, 5, None, "children", part_of=at("killed 12 people"))
)
SAID = ARTICLE.mention(at("Police"), "verb", Attribution(at("Police"), at(TEXT[:86])))
AGE = ARTICLE.mention(at("12", "title"), "made", Rejection("age", "no count of people"))
WHEN = When(HOUR, HOUR, Grain.MINUTE, "sentence", (TIME,), "local time")
CLAIM = replace(
    make_claim(ARTICLE, TEXT[:86], WHEN),
    where=(Where(PLACE, "sentence"),),
    tolls=(ALL, CHILDREN),
    actors=(Actor(ARTICLE.mention(at("children"), "made", "children"), Part.AGAINST),),
    speaker=ARTICLE.mention(at("Police"), "verb", "police"),
    evidence=(at("Share"),),
)
READING = Reading(
    ARTICLE,
    times=(TIME,),
    places=(PLACE,),
    tolls=(ALL, CHILDREN),
    speakers=(SAID,),
    claims=(CLAIM,),
    rejected=(AGE,),
    main=CLAIM.id,
    main_tolls={Harm.KILLED: Sum(12, 12, None, "stated", (ALL,))},
)


def test_an_article_states_its_custody_and_its_day() -> None:
    line = to_contract(READING)
    assert (line["contract"], line["id"], line["source"], line["language"]) == (1, "a", "The Example", "en")
    assert (line["text"], line["title"], line["url"], line["updated"]) == (TEXT, "Shells kill 12", None, None)
    assert line["published"] == {"date": "2026-01-24", "basis": "given"}
    assert line["sha256"] == ARTICLE.origin.sha256
    assert line["boilerplate"] == [{"start": 87, "end": 98, "rule": "share line"}]


def test_an_unknown_day_is_null() -> None:
    line = to_contract(Reading(make_article("Nothing.", published=None)))
    assert line["published"] == {"date": None, "basis": "none"}
    updated = to_contract(Reading(replace(ARTICLE, updated=date(2026, 1, 25))))
    assert updated["updated"] == "2026-01-25"


def test_a_clock_time_has_instants_and_a_duration_has_none() -> None:
    clock, duration = to_contract(replace(READING, times=(TIME, DURATION)))["times"]
    assert clock == {
        "in": "text",
        "start": TIME.span.start,
        "end": TIME.span.end,
        "text": "Saturday at 2 a.m.",
        "type": "TIME",
        "value": "2026-01-24T02:00",
        "earliest": "2026-01-24T02:00",
        "latest": "2026-01-24T02:00",
        "zone": "local time",
        "rule": "clock",
    }
    assert (duration["value"], duration["earliest"], duration["latest"]) == ("P2D", None, None)


def test_a_place_says_where_it_is_and_an_unresolved_one_does_not() -> None:
    lost = ARTICLE.mention(at("Police"), "made", make_place("Policetown", None, None))
    known, unknown = to_contract(replace(READING, places=(PLACE, lost)))["places"]
    assert (known["name"], known["latitude"], known["longitude"], known["country"]) == ("Kyiv", 50.45, 30.52, "Ukraine")
    assert (unknown["latitude"], unknown["longitude"]) == (None, None)


def test_a_figure_names_its_whole_and_its_speaker() -> None:
    whole, part = to_contract(READING)["casualties"]
    assert (whole["low"], whole["best"], whole["high"], whole["qualifier"]) == (12, 12, None, "at_least")
    assert (whole["part_of"], part["part_of"]) == (None, 0)
    assert part["speaker"] == {"in": "text", "start": 0, "end": 6, "text": "Police"}
    assert (part["qualifier"], part["side"], part["unit"], part["cumulative"]) == (None, "unknown", "people", False)


def test_the_narrowest_attribution_speaks() -> None:
    inner = ARTICLE.mention(at("children"), "made", Attribution(at("children"), at("5 of them children")))
    _, part = to_contract(replace(READING, speakers=(SAID, inner)))["casualties"]
    assert part["speaker"]["text"] == "children"


def test_a_claim_points_at_its_mentions() -> None:
    (claim,) = to_contract(READING)["claims"]
    assert claim["id"] == CLAIM.id
    assert (claim["in"], claim["start"], claim["end"]) == ("text", 0, 86)
    assert claim["when"] == {
        "earliest": "2026-01-24T02:00",
        "latest": "2026-01-24T02:00",
        "start": {"earliest": "2026-01-24T02:00", "latest": "2026-01-24T02:00"},
        "end": {"earliest": "2026-01-24T02:00", "latest": "2026-01-24T02:00"},
        "grain": "minute",
        "zone": "local time",
        "rule": "sentence",
        "times": [0],
    }
    assert claim["where"] == [{"place": 0, "rule": "sentence"}]
    assert claim["tolls"] == [0, 1]
    assert claim["actors"] == [{"in": "text", "start": 47, "end": 55, "text": "children", "part": "against"}]
    assert claim["speaker"] == {"in": "text", "start": 0, "end": 6, "text": "Police"}
    assert claim["evidence"] == [{"in": "text", "start": at("Share").start, "end": at("Share").end}]


def test_whole_days_are_days_and_an_undated_claim_is_null() -> None:
    week = replace(CLAIM, when=make_when("2026-01-18", "2026-01-24"))
    undated = replace(CLAIM, when=None)
    dated, bare = to_contract(replace(READING, claims=(week, undated)))["claims"]
    assert (dated["when"]["earliest"], dated["when"]["latest"]) == ("2026-01-18", "2026-01-24")
    assert bare["when"] is None


def test_mentions_that_only_claims_name_are_listed_in_order() -> None:
    line = to_contract(replace(READING, times=(), places=(), tolls=(CHILDREN,)))
    assert [toll["best"] for toll in line["casualties"]] == [12, 5]
    assert line["claims"][0]["tolls"] == [0, 1]
    assert line["claims"][0]["when"]["times"] == [0]
    assert line["places"][0]["name"] == "Kyiv"


def test_a_figure_whose_side_the_claim_decides_is_the_same_figure() -> None:
    decided = replace(ALL, value=replace(ALL.value, side=Side.VICTIM))
    line = to_contract(replace(READING, claims=(replace(CLAIM, tolls=(decided,)),)))
    assert len(line["casualties"]) == 2
    assert line["claims"][0]["tolls"] == [0]


def test_what_was_rejected_says_why() -> None:
    assert to_contract(READING)["rejected"] == [
        {"in": "title", "start": 12, "end": 14, "text": "12", "kind": "age", "reason": "no count of people"}
    ]


def test_a_line_is_one_line_of_utf8_whatever_it_holds() -> None:
    text = "Kyïv\u2028next\nline \ud83d"
    line = to_line({"text": text})
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert json.loads(line.decode())["text"] == text
    assert "Kyïv".encode() in to_line({"text": "Kyïv"})
