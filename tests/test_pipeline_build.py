"""A build reads what is new, keeps what it read, and comes to the same timeline by every way."""

import io
import json
from pathlib import Path

import pytest

from timeline.export import FORMATS, gather
from timeline.model import Article, Problem, Severity
from timeline.pipeline import Boundary, Options, build, intake, reading
from timeline.workspace import Access, Workspace, store

CRASH = """Two trains collided near Larissa on Tuesday, killing 36 people and injuring 85, the fire service said.
The crash happened before midnight on February 28."""
LATER = """The death toll of the train crash near Larissa rose to 57, officials said on Thursday. Two trains had
collided on Tuesday night, February 28."""
FLOOD = """Floods killed at least 11 people in Derna, Libya, on Monday after two dams collapsed, rescuers said."""
OPTIONS = Options(boundary=Boundary.RAISE)


def article(id: str, text: str, published: str) -> str:
    return json.dumps({"id": id, "text": text, "published": published, "source": f"Outlet {id}"}) + "\n"


LINES = (
    article("crash", CRASH, "2023-03-01"),
    article("later", LATER, "2023-03-02"),
    article("flood", FLOOD, "2023-09-12"),
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    (folder / "more").mkdir(parents=True)
    (folder / "a.jsonl").write_text(LINES[0] + LINES[1])
    (folder / "more/b.jsonl").write_text(LINES[2])
    (folder / "c.txt").write_text("PARIS, March 3, 2023 - A fire in Paris killed two people on Thursday.")
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "timeline.sqlite"


def told(path: Path) -> bytes:
    """All that a workspace tells, but when its articles were read and from where."""
    with Workspace(path, Access.EXISTING) as workspace:
        dossier = gather(workspace)
        return b"\n".join(FORMATS[name].write(dossier).content for name in ("json", "csv", "claims-csv", "links-json"))


def test_a_folder_becomes_a_timeline(news: Path, path: Path) -> None:
    with Workspace(path) as workspace:
        outcome = build([str(news)], workspace, OPTIONS)
        events = workspace.events()
    assert (outcome.read, outcome.unchanged, outcome.problems, outcome.gone) == (4, 0, (), ())
    assert {article for event in events for article in event.articles} == {"crash", "later", "flood", "c.txt"}
    assert all(event.claims for event in events)


def test_a_second_build_opens_no_unchanged_file(news: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace(path) as workspace:
        build([str(news)], workspace, OPTIONS)
        version = workspace.version()
        monkeypatch.setattr(intake, "read_whole", lambda found, *rest: pytest.fail(f"{found.path} was read"))
        outcome = build([str(news)], workspace, OPTIONS)
        assert (outcome.read, outcome.unchanged, outcome.gone) == (0, 4, ())
        assert workspace.version() == version


def test_a_changed_file_is_read_anew_and_its_other_articles_are_not(news: Path, path: Path) -> None:
    with Workspace(path) as workspace:
        build([str(news)], workspace, OPTIONS)
        (news / "a.jsonl").write_text(LINES[0].replace("36", "38") + LINES[1])
        outcome = build([str(news)], workspace, OPTIONS)
        assert (outcome.read, outcome.unchanged) == (1, 3)
        assert "killing 38 people" in workspace.reading("crash").article.text


def test_the_timeline_is_the_same_in_one_run_and_in_many_and_in_any_order(news: Path, tmp_path: Path) -> None:
    ways = {
        "once": [[str(news)]],
        "apart": [[str(news / "more")], [str(news / "a.jsonl")], [str(news / "c.txt")]],
        "back": [[str(news / "c.txt")], [str(news / "a.jsonl"), str(news / "more")]],
    }
    results = {}
    for name, runs in ways.items():
        for inputs in runs:
            with Workspace(tmp_path / name) as workspace:
                build(inputs, workspace, OPTIONS)
        results[name] = told(tmp_path / name)
    assert results["apart"] == results["once"]
    assert results["back"] == results["once"]


def test_two_processes_come_to_the_same_timeline(news: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        with Workspace(tmp_path / str(jobs)) as workspace:
            build([str(news)], workspace, Options(jobs, Boundary.RAISE))
    assert told(tmp_path / "1") == told(tmp_path / "2")


def test_what_an_article_says_of_its_figures_does_not_depend_on_company(news: Path, tmp_path: Path) -> None:
    together, alone = tmp_path / "together", tmp_path / "alone"
    with Workspace(together) as workspace:
        build([str(news)], workspace, OPTIONS)
        figures = {account.id: account.tolls for account in workspace.accounts()}
    with Workspace(alone) as workspace:
        build(["-"], workspace, Options(stdin=io.BytesIO(LINES[1].encode())))
        assert {account.id: account.tolls for account in workspace.accounts()} == {"later": figures["later"]}


def test_files_that_have_gone_are_named_and_kept(news: Path, path: Path) -> None:
    with Workspace(path) as workspace:
        build([str(news)], workspace, OPTIONS)
        before = len(workspace.events())
        (news / "c.txt").unlink()
        (news / "a.jsonl").write_text(LINES[0])
        outcome = build([str(news)], workspace, OPTIONS)
        assert outcome.gone == ("c.txt", "later")
        assert len(workspace.events()) == before
        assert build([str(news / "more")], workspace, OPTIONS).gone == ()


def test_a_removed_article_comes_back_with_its_file(news: Path, path: Path) -> None:
    with Workspace(path) as workspace:
        build([str(news)], workspace, OPTIONS)
        workspace.remove("crash")
        outcome = build([str(news)], workspace, OPTIONS)
        assert (outcome.read, outcome.unchanged) == (1, 3)


def test_a_problem_is_named_each_time_until_it_is_solved(news: Path, path: Path) -> None:
    (news / "a.jsonl").write_text(LINES[0] + "{broken\n" + LINES[1])
    with Workspace(path) as workspace:
        for read in (4, 0):
            outcome = build([str(news)], workspace, OPTIONS)
            assert outcome.read == read
            assert [problem.path for problem in outcome.problems] == [f"{news}/a.jsonl:2"]
            assert workspace.problems() == outcome.problems
        (news / "a.jsonl").write_text(LINES[0] + LINES[1])
        assert build([str(news)], workspace, OPTIONS).problems == ()
        assert workspace.problems() == ()


def test_a_warning_is_kept_with_its_unchanged_file(news: Path, path: Path) -> None:
    (news / "more/b.jsonl").write_text(article("flood", FLOOD, "some day"))
    with Workspace(path) as workspace:
        (warning,) = build([str(news)], workspace, OPTIONS).problems
        assert warning.severity is Severity.WARNING
        assert build([str(news)], workspace, OPTIONS).unchanged == 4
        assert workspace.problems() == (warning,)


def test_another_text_under_a_known_id_is_a_problem_also_beside_an_unchanged_file(news: Path, path: Path) -> None:
    (news / "d.jsonl").write_text(article("crash", FLOOD, "2023-03-01"))
    with Workspace(path) as workspace:
        for _ in range(2):
            (problem,) = build([str(news)], workspace, OPTIONS).problems
            assert "another text has the id 'crash'" in problem.reason
            assert workspace.reading("crash").article.text == CRASH


def test_an_interrupted_build_keeps_what_it_read_and_goes_on(
    news: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = 0

    def interrupt(problem: Problem | None) -> None:
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _build_and_close(news, path, Options(follow=interrupt))
    with Workspace(path) as workspace:
        assert len(workspace.articles()) == 2
        outcome = build([str(news)], workspace, OPTIONS)
        assert (outcome.read, outcome.unchanged) == (2, 2)
    whole = path.with_name("whole.sqlite")
    _build_and_close(news, whole, OPTIONS)
    assert told(path) == told(whole)


def test_another_program_version_reads_all_articles_anew_also_those_whose_files_have_gone(
    news: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _build_and_close(news, path, OPTIONS)
    (news / "c.txt").unlink()
    monkeypatch.setattr(store, "engine_version", lambda: "later")
    with Workspace(path) as workspace:
        outcome = build([str(news)], workspace, OPTIONS)
        assert (outcome.read, outcome.gone) == (4, ("c.txt",))
        assert list(workspace.outdated()) == []


def test_an_article_that_breaks_the_program_is_a_problem_and_not_kept(
    news: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace(path) as workspace:
        build([str(news)], workspace, OPTIONS)
        real = reading.find_times

        def fail(article: Article) -> list[object]:
            return [1 / (article.id != "later"), *real(article)][1:]

        monkeypatch.setattr(reading, "find_times", fail)
        (news / "a.jsonl").write_text(LINES[0] + LINES[1].replace("57", "58"))
        (problem,) = build([str(news)], workspace).problems
        assert "ZeroDivisionError" in problem.reason
        assert {row.id for row in workspace.articles()} == {"crash", "flood", "c.txt"}


def _build_and_close(news: Path, path: Path, options: Options) -> None:
    with Workspace(path) as workspace:
        build([str(news)], workspace, options)
