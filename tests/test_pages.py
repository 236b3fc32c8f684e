"""Every page of the dashboard, opened with a real workspace: what it shows, not only that it opens."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import clicked, plain
from tests.made_workspace import HOSTILE, SECOND, STRIKE, make_events, write_workspace
from timeline.events import DEFAULT_RULE
from timeline.model import Timeline
from timeline.workspace import Workspace

ROOT = Path(__file__).parents[1]
PAGES = {"timeline": "Timeline", "map": "Map", "graph": "Graph", "event": "Event", "articles": "Articles"}
STRIKE_EVENT, TALKS_EVENT, RUMOUR_EVENT = make_events()

Opened = Callable[..., AppTest]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Opens a page over a workspace of three events, with query parameters."""
    write_workspace(tmp_path / "made.sqlite")
    monkeypatch.setenv("TIMELINE_WORKSPACE", str(tmp_path / "made.sqlite"))
    return lambda page="timeline", **query: open_page(page, query)


def open_page(page: str, query: dict[str, str]) -> AppTest:
    at = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    if page != "timeline":
        at.switch_page(f"pages/{page}.py")
        for name, value in query.items():
            at.query_params[name] = value
        at.run()
    assert not at.exception
    return at


def figure(at: AppTest) -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(at.get("plotly_chart")[0].proto.spec)
    return drawn


def drawn_ids(at: AppTest) -> set[str]:
    return {name for trace in figure(at)["data"] for name in trace.get("customdata", [])}


def tables(at: AppTest) -> list[Any]:
    return [table.value for table in at.dataframe]


def html(at: AppTest) -> str:
    return "".join(block.proto.body for block in at.get("html"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_its_title(opened: Opened, page: str) -> None:
    assert [title.value for title in opened(page).title] == [PAGES[page]]


@pytest.mark.parametrize("page", PAGES)
def test_without_a_workspace_a_page_says_what_to_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("TIMELINE_WORKSPACE", str(tmp_path / "none.sqlite"))
    at = open_page(page, {})
    assert "python -m timeline build FOLDER" in at.info[0].value
    assert not at.get("plotly_chart")
    assert not (tmp_path / "none.sqlite").exists()


def test_another_programs_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "made.sqlite").write_text("not a database, but long enough to look at" * 9)
    monkeypatch.setenv("TIMELINE_WORKSPACE", str(tmp_path / "made.sqlite"))
    at = open_page("timeline", {})
    assert "made" in at.error[0].value


def test_the_timeline_draws_the_dated_and_lists_all(opened: Opened) -> None:
    at = opened()
    assert drawn_ids(at) == {STRIKE_EVENT.id, TALKS_EVENT.id}
    every, undated, unplaced = tables(at)
    assert list(every["Event"]) == [event.title for event in (STRIKE_EVENT, TALKS_EVENT, RUMOUR_EVENT)]
    assert list(undated["Event"]) == list(unplaced["Event"]) == [RUMOUR_EVENT.title]
    assert "**3** of 3 events shown" in [text.value for text in at.markdown]


def test_the_address_filters(opened: Opened) -> None:
    at = opened(since="2026-02-05", until="2026-02-20")
    assert drawn_ids(at) == {TALKS_EVENT.id}
    assert "**1** of 3 events shown" in [text.value for text in at.markdown]


def test_search_reads_sentences(opened: Opened) -> None:
    at = opened()
    at.text_input(key="q").set_value("“said to have collapsed”").run()
    assert list(tables(at)[0]["Event"]) == [RUMOUR_EVENT.title]


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("type", ["talks"], {TALKS_EVENT.id}),
        ("place", ["Odesa"], {TALKS_EVENT.id}),
        ("source", ["River Times"], {STRIKE_EVENT.id}),
        ("status", ["planned"], {TALKS_EVENT.id}),
    ],
)
def test_a_list_filters(opened: Opened, key: str, value: list[str], expected: set[str]) -> None:
    at = opened()
    at.multiselect(key=key).set_value(value).run()
    assert drawn_ids(at) == expected


@pytest.mark.parametrize(("key", "value"), [("sources", 2), ("people", 4)])
def test_a_number_filters(opened: Opened, key: str, value: int) -> None:
    at = opened()
    at.number_input(key=key).set_value(value).run()
    assert drawn_ids(at) == {STRIKE_EVENT.id}


def test_filters_that_let_nothing_through_say_so(opened: Opened) -> None:
    at = opened(q="nothing of the kind")
    assert at.info[0].value == "No event passes these filters."


def test_lanes_change(opened: Opened) -> None:
    at = opened()
    at.get("button_group")[0].set_value("source").run()
    notes = [note["text"] for note in figure(at)["layout"]["annotations"]]
    assert [note.split("</b>")[0] for note in notes] == ["<b>Harbour Post", "<b>River Times", "<b>The Example"]


def test_the_map_draws_places_and_keeps_a_tray(opened: Opened) -> None:
    at = opened("map")
    assert drawn_ids(at) == {STRIKE_EVENT.id, TALKS_EVENT.id}
    assert list(tables(at)[-1]["Event"]) == [RUMOUR_EVENT.title]


def test_the_graph_joins_events_and_articles(opened: Opened) -> None:
    names = drawn_ids(opened("graph"))
    assert {f"event {STRIKE_EVENT.id}", "article one.txt", "article two.txt"} <= names


def test_an_event_shows_every_sources_words_and_figures(opened: Opened) -> None:
    at = opened("event", id=STRIKE_EVENT.id)
    shown = re.sub("<[^>]+>", "", html(at))
    assert STRIKE in shown
    assert SECOND in shown
    figures, differences, evidence, rules = tables(at)
    assert sorted(figures["Figure"]) == ["3", "4"]
    assert list(figures["Said by"].dropna()) == ["police"]
    assert list(differences["Value"]) == ["3", "4"]
    assert list(evidence["Detail"]) == ["both in Kyiv", "3 and 4"]
    assert len(rules) == 2


def test_every_claim_leads_to_its_event(opened: Opened) -> None:
    for claim in STRIKE_EVENT.claims:
        assert opened("event", id=claim.id).header[0].value == "Strike in Kyiv"


def test_an_unknown_event_is_named(opened: Opened) -> None:
    assert "No event has the id" in opened("event", id="gone").warning[0].value


def test_an_article_shows_its_marks(opened: Opened) -> None:
    shown = html(opened("articles", article="one.txt"))
    assert '<span class="claim toll"' in shown
    assert "sirens" in shown


def test_articles_and_problems_are_listed(opened: Opened) -> None:
    articles, problems = tables(opened("articles"))
    assert list(articles["File"]) == ["one.txt", "three.txt", "two.txt"]
    assert list(problems["Reason"]) == ["no text in it"]


def test_what_no_event_shows_is_listed_with_its_article(opened: Opened) -> None:
    left_out, rejected = tables(opened("articles", article="three.txt"))
    assert list(left_out["Because"]) == ["too little is known"]
    assert rejected.values.tolist() == [["early February", "street number", "it names no street"]]


@pytest.mark.parametrize("page", PAGES)
def test_no_page_runs_what_an_article_says(opened: Opened, page: str) -> None:
    at = opened(page, id=TALKS_EVENT.id, article="three.txt")
    markdown = [*at.markdown, *at.header, *at.caption, *at.info, *at.warning]
    assert "<img" not in html(at)
    assert all("<img" not in text.value.replace("\\<", "") for text in markdown)
    assert all("](javascript" not in text.value.replace("\\]\\(", "") for text in markdown)
    for chart in at.get("plotly_chart"):
        assert "<img" not in chart.proto.spec.replace("\\u003c", "<")


def test_the_hostile_title_is_shown_as_it_stands(opened: Opened) -> None:
    assert opened("event", id=TALKS_EVENT.id).header[0].value == plain(HOSTILE)


def test_an_event_and_an_article_can_be_picked_from_a_list(opened: Opened) -> None:
    at = opened("event")
    assert next(iter(tables(at)[0]["Event"])) == "Strike in Kyiv"
    at.selectbox[0].set_value(STRIKE_EVENT.id).run()
    assert [header.value for header in at.header] == ["Strike in Kyiv"]
    at = opened("articles")
    at.selectbox[0].set_value("two.txt").run()
    assert [header.value for header in at.header] == ["Kyiv hit again"]


def test_a_build_shows_at_the_next_look(opened: Opened, tmp_path: Path) -> None:
    at = opened()
    with Workspace(tmp_path / "made.sqlite") as workspace:
        workspace.save(Timeline(make_events()[:1], (), ()), DEFAULT_RULE)
    assert "**1** of 1 events shown" in [text.value for text in at.run().markdown]


def test_what_a_click_carries_is_taken_once_whatever_its_form() -> None:
    chart = {"selection": {"points": [{"customdata": "b a"}, {"customdata": ["b a"]}, {"x": 1}]}}
    assert clicked(chart) == ["b a"]


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("a_b $5", r"a\_b \$5"),
        ("<i>", r"\<i\>"),
        (":smile: :red[x]", r"\:smile\: \:red\[x\]"),
        ("1. one\n# two", r"1\. one \# two"),
        ("back\\slash `code`", r"back\\slash \`code\`"),
    ],
)
def test_markdown_shows_the_characters_as_they_are(words: str, markdown: str) -> None:
    assert plain(words) == markdown
