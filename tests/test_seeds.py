"""The sample articles through the whole path: every format read, the main stories found, every value traced."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.articles import READERS, read_articles
from timeline.claims import untraced
from timeline.export import FORMATS, gather
from timeline.model import Article, Event, Harm, Reading
from timeline.pipeline import Boundary, Options, build, extract
from timeline.workspace import Workspace

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with Workspace(tmp_path_factory.mktemp("seeds") / "timeline.sqlite") as opened:
        build([str(SEEDS)], opened, Options(boundary=Boundary.RAISE))
        yield opened


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [extract(article) for article in read_articles([str(SEEDS)]) if isinstance(article, Article)]


def event_of(workspace: Workspace, type: str, place: str, day: str) -> Event:
    """The event of a type at a place on a day that most articles tell."""
    found = [
        event
        for event in workspace.events()
        if type in event.types
        and event.where
        and place in {event.where.name, event.where.country}
        and event.when
        and event.when.outer.first.isoformat() <= day <= event.when.outer.last.isoformat()
    ]
    return max(found, key=lambda event: len(event.articles))


def test_every_format_is_there() -> None:
    assert {path.suffix for path in SEEDS.rglob("*.*")} >= set(READERS) - {".htm"}


def test_every_article_says_that_it_is_a_sample() -> None:
    for path in SEEDS.rglob("*.*"):
        assert "ample" in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("type", "place", "day"),
    [
        ("strike", "Ukraine", "2026-01-24"),
        ("talks", "Abu Dhabi", "2026-01-24"),
        ("earthquake", "Turkey", "2023-02-06"),
        ("explosion", "Beirut", "2020-08-04"),
        ("flood", "Libya", "2023-09-10"),
    ],
)
def test_a_story_comes_out_as_one_event(workspace: Workspace, type: str, place: str, day: str) -> None:
    event = event_of(workspace, type, place, day)
    assert len(event.articles) >= 3
    assert len(event.claims) == len(event.articles)


def test_figures_are_those_of_the_latest_report(workspace: Workspace) -> None:
    assert event_of(workspace, "strike", "Ukraine", "2026-01-24").tolls[Harm.INJURED].best == 23
    assert event_of(workspace, "flood", "Libya", "2023-09-10").tolls[Harm.KILLED].best >= 3958


def test_a_copied_text_is_no_second_origin(workspace: Workspace) -> None:
    copies = [account for account in workspace.accounts() if account.copy_of]
    assert copies
    for event in workspace.events():
        assert 1 <= event.origins <= len(event.articles)
    assert any(event.origins < len(event.articles) for event in workspace.events())


def test_nothing_of_a_related_list_is_told(readings: list[Reading]) -> None:
    for reading in readings:
        for claim in reading.claims:
            assert not any(mark.span.meets(claim.sentence) for mark in reading.article.boilerplate)


def test_the_planned_meeting_is_planned(workspace: Workspace) -> None:
    planned = [e for e in workspace.events() if e.status.value == "planned" and e.when]
    assert any(event.when and event.when.outer.first.isoformat() == "2026-02-01" for event in planned)


def test_an_article_in_another_language_is_kept_and_tells_nothing(workspace: Workspace) -> None:
    rows = [row for row in workspace.articles() if row.language != "en"]
    assert [row.language for row in rows] == ["de"]
    assert not any(rows[0].id in event.articles for event in workspace.events())


def test_every_value_of_a_claim_is_traced(readings: list[Reading]) -> None:
    assert sum(len(reading.claims) for reading in readings) > 50
    for reading in readings:
        assert untraced(reading) == []


@pytest.mark.parametrize(("name", "file"), [("csv", "events.csv"), ("claims-csv", "claims.csv")])
def test_the_tables_are_those_reviewed(workspace: Workspace, name: str, file: str) -> None:
    """`make golden` writes these files anew; the change is then read as a diff."""
    assert FORMATS[name].write(gather(workspace)).content == (GOLDEN / file).read_bytes()
