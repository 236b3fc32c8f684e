"""Every format holds what it promises, leaks no formula, moves no day, and says what it leaves out."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest

from tests.making import READ_AT, make_article, make_claim, make_event, make_place, make_when
from timeline.events import TOLL_RULES
from timeline.export import FILES, FORMATS, Dossier, claims_csv, events_csv, gather, problems_csv, to_claims_csv, to_csv
from timeline.export.acled import fatalities
from timeline.export.sheets import to_sheet
from timeline.linking import profiles
from timeline.model import (
    Actor,
    ArticleAccount,
    Basis,
    Contradiction,
    Evidence,
    Grain,
    Harm,
    Interval,
    LeftOut,
    Link,
    Mention,
    Part,
    Problem,
    Qualifier,
    Reading,
    Scope,
    Span,
    Status,
    Sum,
    Timeline,
    Toll,
    When,
)
from timeline.selection import Selection
from timeline.workspace import ArticleRow, Workspace

DOCUMENT = (Path(__file__).parents[1] / "docs/csv.md").read_text(encoding="utf-8")
TEXT = '=Shells, said "Ana", killed 12 in Kyiv.\nThen calm.'
ARTICLE = make_article(TEXT, title="@Shells")
TOLL: Mention[Toll] = ARTICLE.mention(Span("text", 21, 30), "active", Toll(Harm.KILLED, 12, 12, None, None))
CLAIM = replace(
    make_claim(ARTICLE, TEXT[:39], make_when("2026-01-24"), make_place()),
    tolls=(TOLL,),
    actors=(
        Actor(ARTICLE.mention(Span("text", 1, 7), "made", "Red Army"), Part.BY),
        Actor(ARTICLE.mention(Span("text", 15, 18), "made", "Ana"), Part.AGAINST),
    ),
    speaker=ARTICLE.mention(Span("text", 15, 18), "made", "Ana"),
)
PLAIN = replace(
    make_event([CLAIM], "=cmd|' /C calc'!A0"),
    tolls={Harm.KILLED: Sum(12, 12, None, "latest", (TOLL,)), Harm.HOMELESS: Sum(5, 5, 5, "latest")},
    contradictions=(Contradiction("killed", ("12", "14"), ((CLAIM.id,), ("x",))),),
)
UNDATED = replace(PLAIN, id="undated", title="Some day", when=None, status=Status.PLANNED, tolls={})
UNPLACED = replace(PLAIN, id="unplaced", title="Somewhere", where=None, places=())
NIGHT = Interval(datetime(2026, 1, 23, 22), datetime(2026, 1, 24, 4))
TIMED = replace(PLAIN, id="timed", title="At night", when=When(NIGHT, NIGHT, Grain.HOUR, "made"), led_to=(PLAIN.id,))
ROW = ArticleRow(
    "a", "a.txt", "ab" * 32, READ_AT, "@Shells", "The Example", "https://example.org/a", "en",
    date(2026, 1, 24), Basis.DATELINE, 1, 1,
)  # fmt: skip
DOSSIER = Dossier(
    events=(PLAIN, UNDATED, UNPLACED, TIMED),
    links=(Link(CLAIM.id, CLAIM.id, (Evidence("place", 2.5, "the same town"),)),),
    articles={"a": ROW},
    accounts={"a": ArticleAccount("a", PLAIN.id, {Harm.KILLED: Sum(12, 12, None, "stated", (TOLL,))}, copy_of="b")},
    quotes={CLAIM.id: TEXT[:39]},
    casualties={"a": {Harm.KILLED: (0,)}},
    others=(replace(CLAIM, id="other", tolls=(), when=None),),
    left_out=(LeftOut("other", "bare"),),
    problems=(Problem("b.txt", "holds no text"),),
)


def sheet(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def written(name: str, dossier: Dossier = DOSSIER) -> list[dict[str, str]]:
    return sheet(FORMATS[name].write(dossier).content)


def test_an_event_is_a_row_with_its_time_place_and_figures() -> None:
    row = written("csv")[0]
    assert (row["event_id"], row["event_type"], row["status"], row["scope"]) == (
        PLAIN.id, "strike", "happened", "incident",
    )  # fmt: skip
    assert (row["date_start"], row["date_end"], row["date_grain"]) == ("2026-01-24", "2026-01-24", "day")
    assert (row["date_prec"], row["time_precision"], row["where_prec"]) == ("1", "1", "1")
    assert (row["location"], row["latitude"], row["longitude"], row["country_iso3"]) == (
        "Kyiv",
        "50.45",
        "30.52",
        "UKR",
    )
    assert (row["killed_low"], row["killed_best"], row["killed_high"], row["injured_best"]) == ("12", "12", "", "")
    assert (row["claims"], row["articles"], row["sources"], row["origins"]) == ("1", "1", "1", "1")
    assert (row["source_names"], row["urls"]) == ("The Example", "https://example.org/a")
    assert (row["first_reported"], row["last_reported"]) == ("2026-01-24", "2026-01-24")
    assert row["contradictions"] == "killed: 12 / 14"
    assert row["toll_rule"] == "latest"


def test_a_claim_is_a_row_with_the_words_behind_each_value() -> None:
    row, *_, other = written("claims-csv")
    assert (row["claim_id"], row["event_id"], row["article_id"]) == (CLAIM.id, PLAIN.id, "a")
    assert (row["published"], row["published_basis"], row["copy_of"]) == ("2026-01-24", "dateline", "b")
    assert (row["date_start"], row["date_rule"]) == ("2026-01-24", "sentence")
    assert (row["place_rule"], row["toll_text"], row["killed_best"]) == ("sentence", "killed 12", "12")
    assert (row["speaker"], row["actors"]) == ("Ana", "Red Army (by); Ana (against)")
    assert (row["in"], row["start"], row["end"]) == ("text", "0", "39")
    assert (other["claim_id"], other["event_id"], other["killed_best"]) == ("other", "", "")


def test_sheets_keep_to_rfc_4180() -> None:
    content = to_sheet(("a", "b"), [{"a": 'say "x", y', "b": "one\ntwo"}, {"a": None, "b": 0}])
    assert content == b'a,b\r\n"say ""x"", y","one\ntwo"\r\n,0\r\n'


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_no_words_run_as_a_formula(start: str) -> None:
    (row,) = sheet(to_sheet(("words",), [{"words": f"{start}1+1"}]))
    assert row["words"] == f"'{start}1+1"


@pytest.mark.parametrize("name", [name for name, kind in FORMATS.items() if kind.suffix == ".csv"])
def test_no_cell_of_any_sheet_runs_as_a_formula(name: str) -> None:
    for row in written(name):
        for words in row.values():
            assert not words.startswith(("=", "+", "@", "\t", "\r")), words
            assert not words.startswith("-") or float(words) < 0


def test_negative_degrees_stay_numbers() -> None:
    west = replace(PLAIN, where=make_place("Lima", -12.04, -77.03))
    assert written("csv", Dossier((west,)))[0]["longitude"] == "-77.03"


def test_the_quoted_sentence_is_the_fullest_of_the_earliest_article() -> None:
    late = replace(CLAIM, id="0late", article="b")
    bare = replace(CLAIM, id="0bare", tolls=(), when=None)
    rows = {"a": ROW, "b": replace(ROW, id="b", published=date(2026, 1, 25))}
    event = replace(PLAIN, claims=(late, bare, CLAIM))
    quotes = {"0late": "late", "0bare": "bare", CLAIM.id: "first"}
    assert written("csv", Dossier((event,), articles=rows, quotes=quotes))[0]["sentence"] == "first"


def test_unknown_is_empty_and_a_stated_zero_is_zero() -> None:
    none_hurt = replace(UNPLACED, when=None, tolls={Harm.INJURED: Sum(0, 0, 0, "latest")})
    row = written("csv", Dossier((none_hurt,)))[0]
    assert (row["date_start"], row["location"], row["latitude"], row["killed_best"]) == ("", "", "", "")
    assert row["injured_best"] == "0"


@pytest.mark.parametrize("columns", [events_csv.COLUMNS, claims_csv.COLUMNS, problems_csv.COLUMNS])
def test_every_column_is_documented_and_no_other(columns: tuple[str, ...]) -> None:
    sections = [set(re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)) for part in DOCUMENT.split("\n## ")]
    assert set(columns) in sections


def test_every_format_and_toll_rule_is_documented() -> None:
    for name in [*FORMATS, *TOLL_RULES]:
        assert f"`{name}`" in DOCUMENT, name


@pytest.mark.parametrize("name", FORMATS)
def test_a_dossier_of_nothing_is_written_in_every_format(name: str) -> None:
    export = FORMATS[name].write(Dossier(()))
    assert export.left_out == ()
    assert isinstance(export.content, bytes)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_each_time(name: str) -> None:
    assert FORMATS[name].write(DOSSIER) == FORMATS[name].write(DOSSIER)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("csv", ["3 figures of homeless people left out: no column; see json"]),
        ("json", []),
        ("geojson", []),
        ("timelinejs", ["1 event left out: undated"]),
        ("timesketch", ["1 event left out: undated"]),
        ("ical", ["1 event left out: undated"]),
        ("acled", ["1 event left out: undated"]),
        ("ucdp", ["1 event left out: undated"]),
        ("ftm", []),
        ("graphml", []),
    ],
)
def test_what_is_left_out_is_said(name: str, expected: list[str]) -> None:
    assert list(FORMATS[name].write(DOSSIER).left_out) == expected
    hidden = FORMATS[name].write(replace(DOSSIER, hidden=2)).left_out
    assert hidden[0] == "2 events left out: outside the filters"


def test_json_keeps_the_contract() -> None:
    record = json.loads(FORMATS["json"].write(DOSSIER).content)
    event = record["events"][0]
    assert (record["contract"], event["id"], event["types"]) == (1, PLAIN.id, ["strike"])
    assert event["tolls"]["killed"] == {"low": 12, "best": 12, "high": None, "rule": "latest"}
    assert (event["when"]["earliest"], event["when"]["date_prec"], event["when"]["time_precision"]) == (
        "2026-01-24",
        1,
        1,
    )
    assert (event["where"]["name"], event["where"]["where_prec"]) == ("Kyiv", 1)
    assert record["events"][1]["when"] is None
    assert record["events"][2]["where"] is None
    assert record["events"][3]["when"]["latest"] == "2026-01-24T03:59"
    assert record["articles"] == [
        {
            "id": "a",
            "main_event": PLAIN.id,
            "tolls": {"killed": {"low": 12, "best": 12, "high": None, "rule": "stated", "casualties": [0]}},
            "copy_of": "b",
            "version_of": None,
        }
    ]
    assert record["left_out"] == [{"claim": "other", "reason": "bare"}]
    assert record["problems"] == [{"path": "b.txt", "reason": "holds no text"}]


def test_json_names_no_main_event_that_it_does_not_hold() -> None:
    record = json.loads(FORMATS["json"].write(replace(DOSSIER, events=(UNDATED,))).content)
    assert record["articles"][0]["main_event"] is None


def test_links_show_their_evidence() -> None:
    (link,) = json.loads(FORMATS["links-json"].write(DOSSIER).content)["links"]
    assert (link["event"], link["bits"]) == (TIMED.id, 2.5)
    assert link["evidence"] == [{"feature": "place", "bits": 2.5, "detail": "the same town"}]


def test_geojson_puts_longitude_first_and_unplaced_events_nowhere() -> None:
    lviv = make_place("Lviv", 49.84, 24.03)
    joint = replace(PLAIN, places=(make_place(), lviv))
    features = json.loads(FORMATS["geojson"].write(Dossier((PLAIN, UNPLACED, joint))).content)["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [30.52, 50.45]}
    assert features[1]["geometry"] is None
    assert features[2]["geometry"] == {"type": "MultiPoint", "coordinates": [[30.52, 50.45], [24.03, 49.84]]}


def test_timelinejs_escapes_what_it_would_show_as_html() -> None:
    event = replace(PLAIN, title="<script>", when=make_when("2026-01-18", "2026-01-24"))
    (row,) = written("timelinejs", Dossier((event,), quotes={CLAIM.id: "<b>&"}))
    assert row["Headline"] == "&lt;script&gt;"
    assert "<p>&lt;b&gt;&amp;</p>" in row["Text"]
    assert (row["Year"], row["Month"], row["Day"], row["End Day"]) == ("2026", "1", "18", "24")
    assert row["Display Date"] == "between 18 January 2026 and 24 January 2026"


def test_timesketch_times_are_the_local_ones_unmoved() -> None:
    rows = written("timesketch")
    assert [row["datetime"] for row in rows] == [
        "2026-01-24T00:00:00+00:00", "2026-01-24T00:00:00+00:00", "2026-01-23T22:00:00+00:00",
    ]  # fmt: skip
    assert rows[2]["latest"] == "2026-01-24T03:59:59+00:00"


def test_acled_and_ucdp_keep_what_they_would_code() -> None:
    flood = replace(PLAIN, id="flood", types=("flood",))
    total = replace(PLAIN, id="total", scope=Scope.AGGREGATE)
    export = FORMATS["acled"].write(Dossier((PLAIN, flood, total)))
    (row,) = sheet(export.content)
    assert (row["event_date"], row["event_type"], row["fatalities"]) == (
        "2026-01-24",
        "Explosions/Remote violence",
        "12",
    )
    assert (row["actor1"], row["actor2"], row["geo_precision"]) == ("Red Army", "Ana", "1")
    assert export.left_out == (
        "1 event left out: of no type that ACLED codes",
        "1 event left out: running totals",
    )
    bloodless = replace(PLAIN, tolls={})
    export = FORMATS["ucdp"].write(Dossier((PLAIN, flood, bloodless)))
    (row,) = sheet(export.content)
    assert (row["best"], row["low"], row["high"], row["deaths_unknown"]) == ("12", "12", "", "12")
    assert (row["geom_wkt"], row["date_start"]) == ("POINT (30.52 50.45)", "2026-01-24")
    assert export.left_out == ("1 event left out: not of armed conflict", "1 event left out: no deaths reported")


def test_acled_reads_dozens_as_twelve_and_an_exact_figure_as_it_is() -> None:
    vague: Mention[Toll] = ARTICLE.mention(Span("text", 0, 5), "made", Toll(Harm.KILLED, 24, 24, 99, Qualifier.VAGUE))
    assert fatalities({Harm.KILLED: Sum(24, 24, 99, "latest", (vague,))}) == 12
    assert fatalities({Harm.KILLED: Sum(24, 24, 24, "latest", (TOLL,))}) == 24
    assert fatalities({}) is None


def test_followthemoney_dates_are_prefixes() -> None:
    month, year = make_when("2026-01-01", "2026-01-31"), make_when("2026-01-01", "2026-12-31")
    events = (
        PLAIN,
        UNDATED,
        replace(PLAIN, when=replace(month, grain=Grain.MONTH)),
        replace(PLAIN, when=replace(year, grain=Grain.YEAR)),
        replace(PLAIN, when=make_when("2026-01-18", "2026-01-24")),
    )
    lines = FORMATS["ftm"].write(replace(DOSSIER, events=events)).content.decode().splitlines()
    day, undated, some_month, some_year, week = (json.loads(line)["properties"] for line in lines)
    assert day["date"] == ["2026-01-24"]
    assert undated.keys().isdisjoint({"date", "startDate", "endDate"})
    assert (some_month["date"], some_year["date"]) == (["2026-01"], ["2026"])
    assert (week["startDate"], week["endDate"]) == (["2026-01-18"], ["2026-01-24"])
    assert day["sourceUrl"] == ["https://example.org/a"]


def test_calendar_days_end_exclusively_and_hours_are_local() -> None:
    content = FORMATS["ical"].write(DOSSIER).content.decode()
    assert "DTSTART;VALUE=DATE:20260124\r\nDTEND;VALUE=DATE:20260125\r\n" in content
    assert "DTSTART:20260123T220000\r\nDTEND:20260124T040000\r\n" in content
    assert content.count("BEGIN:VEVENT") == content.count("END:VEVENT") == 3
    assert all(len(line) <= 75 for line in FORMATS["ical"].write(DOSSIER).content.split(b"\r\n"))
    assert 'Shells\\, said "Ana"' in content.replace("\r\n ", "")


def test_graphml_is_a_network_that_reads_back() -> None:
    graph = Tree.fromstring(FORMATS["graphml"].write(DOSSIER).content)
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    nodes = {node.get("id") for node in graph.iterfind(".//g:node", space)}
    edges = [(edge.get("source"), edge.get("target")) for edge in graph.iterfind(".//g:edge", space)]
    assert {f"event {PLAIN.id}", f"claim {CLAIM.id}"} <= nodes
    assert (f"event {TIMED.id}", f"event {PLAIN.id}") in edges
    assert all(source in nodes and target in nodes for source, target in edges)


def test_graphml_holds_no_character_that_xml_forbids() -> None:
    dossier = replace(DOSSIER, quotes={CLAIM.id: "a\x00b\x1b\ufffe\ud83d\tc"})
    graph = Tree.fromstring(FORMATS["graphml"].write(dossier).content)
    assert "ab\tc" in {data.text for data in graph.iter("{http://graphml.graphdrawing.org/xmlns}data")}


@pytest.mark.parametrize("name", FORMATS)
def test_half_characters_stop_no_format(name: str) -> None:
    event = replace(PLAIN, title="a\ud83db")
    content = FORMATS[name].write(replace(DOSSIER, events=(event,), quotes={CLAIM.id: "\ud83d"})).content
    content.decode("utf-8")


def test_the_files_of_a_build_are_formats() -> None:
    assert all(FORMATS[kind].suffix == Path(name).suffix for name, kind in FILES.items())


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    reading = Reading(ARTICLE, tolls=(TOLL,), claims=(CLAIM, replace(CLAIM, id="other")), main=CLAIM.id)
    with Workspace(tmp_path / "timeline.sqlite") as opened:
        opened.put(reading, profiles(reading))
        opened.save(
            Timeline((PLAIN, UNDATED), (), (ArticleAccount("a", PLAIN.id, {}),), (LeftOut("other", "bare"),)), "latest"
        )
        opened.commit()
        yield opened


def test_a_dossier_of_everything_holds_the_claims_without_an_event(workspace: Workspace) -> None:
    dossier = gather(workspace)
    assert dossier.events == (PLAIN, UNDATED)
    assert [claim.id for claim in dossier.others] == ["other"]
    assert dossier.hidden == 0
    assert len(sheet(to_claims_csv(dossier).content)) == 3


def test_a_dossier_of_a_selection_holds_what_it_shows_and_counts_the_rest(workspace: Workspace) -> None:
    dossier = gather(workspace, Selection(statuses=frozenset({Status.PLANNED})))
    assert (dossier.events, dossier.hidden, dossier.others) == ((UNDATED,), 1, ())
    assert to_csv(dossier).left_out == ("1 event left out: outside the filters",)


def test_a_dossier_finds_words_in_sentences(workspace: Workspace) -> None:
    assert gather(workspace, Selection(words='"said ana"')).hidden == 2
    assert gather(workspace, Selection(words="said Ana")).hidden == 0
