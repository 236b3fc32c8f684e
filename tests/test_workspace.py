"""The workspace keeps what was read, lets others read meanwhile, and refuses what is no workspace."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.making import make_article, make_claim, make_event, make_place, make_when
from timeline.linking import Linking, profiles
from timeline.model import ArticleAccount, Evidence, Harm, LeftOut, Link, Problem, Reading, Sum, Timeline
from timeline.workspace import Access, Workspace, WorkspaceError, file_of, renewal, store

TEXT = "Shells hit Kyiv on Monday. Talks followed on Tuesday."


def made_reading(id: str = "a", text: str = TEXT) -> Reading:
    article = make_article(text, id=id)
    claim = make_claim(article, text.split(". ")[0] + ".", make_when("2026-01-19"), make_place())
    return Reading(article, claims=(claim,), main=claim.id, main_tolls={Harm.KILLED: Sum(1, 1, 1, "made")})


def put(workspace: Workspace, *readings: Reading) -> None:
    for reading in readings:
        workspace.put(reading, profiles(reading))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "timeline.sqlite"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with Workspace(path) as opened:
        yield opened


def test_a_reading_comes_back_with_its_claims_profiles_and_quotes(workspace: Workspace) -> None:
    reading = made_reading()
    put(workspace, reading)
    assert workspace.reading("a") == reading
    assert workspace.claims() == reading.claims
    assert workspace.profiles() == profiles(reading)
    assert workspace.quotes() == {reading.claims[0].id: "Shells hit Kyiv on Monday."}
    assert workspace.reading("b") is None


def test_an_article_is_known_by_its_id_and_its_bytes(workspace: Workspace) -> None:
    reading = made_reading()
    put(workspace, reading)
    assert workspace.known("a", reading.article.origin.sha256)
    assert not workspace.known("a", "0" * 64)
    assert not workspace.known("b", reading.article.origin.sha256)


def test_an_article_of_another_program_version_is_outdated(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = made_reading()
    put(workspace, reading)
    assert list(workspace.outdated()) == []
    monkeypatch.setattr(store, "engine_version", lambda: "later")
    assert list(workspace.outdated()) == [reading.article]
    assert not workspace.known("a", reading.article.origin.sha256)


def test_an_article_put_again_replaces_its_claims(workspace: Workspace) -> None:
    put(workspace, made_reading(), made_reading(text="Talks failed in Kyiv. Nobody spoke."))
    assert list(workspace.quotes().values()) == ["Talks failed in Kyiv."]
    assert [row.id for row in workspace.articles()] == ["a"]


def test_a_row_shows_the_article_without_its_text(workspace: Workspace) -> None:
    reading = made_reading()
    put(workspace, reading)
    (row,) = workspace.articles()
    assert (row.id, row.source, row.published, row.claims) == ("a", "The Example", reading.article.published.day, 1)
    assert row.sha256 == reading.article.origin.sha256
    assert row.read_at == reading.article.origin.read_at


def test_a_removed_article_takes_its_claims_along(workspace: Workspace) -> None:
    put(workspace, made_reading("a"), made_reading("b"))
    assert workspace.remove("a")
    assert not workspace.remove("a")
    assert {claim.article for claim in workspace.claims()} == {"b"}


def test_a_timeline_comes_back_in_its_order(workspace: Workspace) -> None:
    readings = [made_reading("a"), made_reading("b")]
    put(workspace, *readings)
    late, early = (make_event(reading.claims) for reading in readings)
    link = Link("x", "y", (Evidence("day", 2.5, "the same day"),))
    made = Timeline((late, early), (link,), (ArticleAccount("a", late.id, {}),), (LeftOut("z", "bare"),))
    workspace.save(made, "latest")
    assert workspace.events() == (late, early)
    assert (workspace.links(), workspace.accounts(), workspace.left_out()) == (made.links, made.articles, made.left_out)


def test_a_timeline_is_current_until_an_article_comes_or_goes(workspace: Workspace) -> None:
    put(workspace, made_reading("a"))
    workspace.save(Timeline((), (), ()), "highest")
    assert workspace.is_current("highest")
    assert not workspace.is_current("lowest")
    assert workspace.toll_rule() == "highest"
    workspace.remove("a")
    assert not workspace.is_current("highest")


def test_the_indices_of_the_main_figures_are_kept(workspace: Workspace) -> None:
    put(workspace, made_reading())
    assert workspace.casualties() == {"a": {Harm.KILLED: ()}}


def test_a_problem_is_kept_once_and_settled(workspace: Workspace) -> None:
    problem = Problem("b.txt", "holds no text")
    workspace.note(problem)
    workspace.note(problem)
    assert workspace.problems() == (problem,)
    workspace.settle(problem)
    assert workspace.problems() == ()


def test_each_commit_that_wrote_gives_another_version(workspace: Workspace) -> None:
    before = workspace.version()
    workspace.commit()
    assert workspace.version() == before
    put(workspace, made_reading())
    workspace.commit()
    assert workspace.version() != before


def test_another_reader_sees_the_last_commit_while_articles_are_written(path: Path) -> None:
    with Workspace(path) as writer, Workspace(path, Access.EXISTING) as reader:
        put(writer, made_reading("a"))
        writer.commit()
        put(writer, made_reading("b"))
        assert [row.id for row in reader.articles()] == ["a"]
        with reader.snapshot():
            assert len(reader.articles()) == 1
            writer.commit()
            assert len(reader.articles()) == 1
        assert len(reader.articles()) == 2


def test_a_writer_reads_its_own_state_before_it_commits(path: Path) -> None:
    with Workspace(path) as writer, Workspace(path, Access.EXISTING) as reader:
        put(writer, made_reading("a"))
        with writer.snapshot():
            assert len(writer.articles()) == 1
        assert reader.articles() == ()


def test_leaving_by_ctrl_c_keeps_what_was_read(path: Path) -> None:
    workspace = Workspace(path)
    put(workspace, made_reading())
    workspace.__exit__(KeyboardInterrupt)
    with Workspace(path, Access.EXISTING) as workspace:
        assert [row.id for row in workspace.articles()] == ["a"]


def test_ctrl_c_in_the_middle_of_an_article_leaves_no_half_of_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Workspace._write

    def interrupted(self: Workspace, statement: str, rows: object) -> int:
        if statement.startswith("INSERT INTO claims"):
            raise KeyboardInterrupt
        return real(self, statement, rows)  # type: ignore[arg-type]  # passed on as it came

    workspace = Workspace(path)
    put(workspace, made_reading("a"))
    with monkeypatch.context() as patch:
        patch.setattr(Workspace, "_write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            put(workspace, made_reading("a", "Talks failed in Kyiv. Nobody spoke."))
    workspace.__exit__(KeyboardInterrupt)
    with Workspace(path, Access.EXISTING) as workspace:
        assert workspace.reading("a") == made_reading("a")
        assert workspace.claims() == made_reading("a").claims


def test_leaving_by_an_error_keeps_the_last_commit(path: Path) -> None:
    workspace = Workspace(path)
    put(workspace, made_reading("a"))
    workspace.commit()
    put(workspace, made_reading("b"))
    workspace.__exit__(ZeroDivisionError)
    with Workspace(path, Access.EXISTING) as workspace:
        assert [row.id for row in workspace.articles()] == ["a"]


def test_reading_wants_a_workspace_that_is_there(path: Path) -> None:
    with pytest.raises(WorkspaceError, match="no workspace here"):
        Workspace(path, Access.EXISTING)
    assert not path.exists()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    letter = tmp_path / "letter.sqlite"
    letter.write_text("Dear reader, " * 100)
    with pytest.raises(WorkspaceError, match="not a workspace"):
        Workspace(letter)
    assert letter.read_text().startswith("Dear reader")


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE birds (name)")
    db.close()
    with pytest.raises(WorkspaceError, match="another program"):
        Workspace(other)


def test_a_damaged_workspace_is_named(path: Path) -> None:
    with Workspace(path) as workspace:
        put(workspace, *(made_reading(str(n)) for n in range(200)))
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * 100_000)
    with Workspace(path) as workspace, pytest.raises(WorkspaceError, match="damaged"):
        workspace.profiles()


def test_a_workspace_of_an_older_model_is_read_anew_and_keeps_its_articles(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workspace(path) as workspace:
        put(workspace, made_reading())
        workspace.save(Timeline((make_event(made_reading().claims),), (), ()), "latest")
    real = renewal.shape
    monkeypatch.setattr(renewal, "shape", lambda kind: "changed" if kind is Link else real(kind))
    with pytest.raises(WorkspaceError, match="run `build` again"):
        Workspace(path, Access.EXISTING)
    with Workspace(path) as workspace:
        assert workspace.events() == ()
        assert list(workspace.outdated()) == [made_reading().article]


def test_events_of_withdrawn_articles_keep_their_claims_until_the_next_save(workspace: Workspace) -> None:
    reading = made_reading()
    put(workspace, reading)
    workspace.save(Timeline((make_event(reading.claims),), (), ()), "latest")
    workspace.remove("a")
    (event,) = workspace.events()
    assert event.claims == reading.claims


def test_the_file_of_a_line_is_its_file() -> None:
    assert file_of("/news/a.jsonl:7") == "/news/a.jsonl"
    assert Path(file_of("a.txt")).is_absolute()


def test_linking_can_work_from_the_kept_profiles_alone(workspace: Workspace) -> None:
    from timeline.linking import link

    readings = [made_reading("a"), replace(made_reading("b"))]
    put(workspace, *readings)
    direct = link([profile for reading in readings for profile in profiles(reading)])
    assert isinstance(direct, Linking)
    assert link(workspace.profiles()) == direct
