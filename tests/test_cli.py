"""The command line: what it writes where, its exit status, and help that tells the truth."""

import csv
import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.cli.dashboard import find_app
from timeline.cli.entry import COMMANDS, make_parser
from timeline.cli.files import write_file
from timeline.cli.inputs import VARIABLE
from timeline.cli.terminal import Progress
from timeline.events import DEFAULT_RULE, TOLL_RULES
from timeline.export import FILES, FORMATS

DOCUMENT = (Path(__file__).parents[1] / "docs/cli.md").read_text(encoding="utf-8")
FLOOD = "Floods killed at least 11 people in Derna, Libya, on Monday, rescuers said."
FIRE = "A fire killed two people in Paris on Thursday, the mayor said."
HEAVY = ("streamlit", "plotly", "networkx", "dateparser", "trafilatura", "htmldate", "pandas", "numpy")


def record(id: str, text: str, published: str) -> str:
    return json.dumps({"id": id, "text": text, "published": published, "source": "The Example"}) + "\n"


LINES = record("flood", FLOOD, "2023-09-12") + record("fire", FIRE, "2023-03-03")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "news").mkdir()
    (tmp_path / "news/a.jsonl").write_text(LINES)
    return tmp_path


def run(words: str) -> int:
    return main(shlex.split(words))


def start(words: Sequence[str], stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "timeline", *words]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, timeout=60)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_extract_writes_a_line_per_article_of_standard_input() -> None:
    done = start(["extract", "-"], LINES)
    flood, fire = map(json.loads, done.stdout.splitlines())
    assert (done.returncode, done.stderr) == (0, "")
    assert (flood["id"], flood["text"], flood["published"]["date"]) == ("flood", FLOOD, "2023-09-12")
    assert fire["casualties"][0]["best"] == 2


def test_extract_reads_folders_and_keeps_nothing(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    assert run("extract news") == 0
    assert len(capfdbinary.readouterr().out.splitlines()) == 2
    assert [path.name for path in folder.iterdir()] == ["news"]


def test_extract_of_nothing_is_nothing() -> None:
    done = start(["extract", "-"])
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("command", ["extract {}", "build {} --out out"])
def test_an_input_that_cannot_be_read_is_named_and_the_others_are_read(
    command: str, capfdbinary: pytest.CaptureFixture[bytes], folder: Path
) -> None:
    (folder / "news/b.jsonl").write_text('{"id": "x"}\n{broken\n')
    assert run(command.format("news nowhere.txt")) == 1
    errors = capfdbinary.readouterr().err.decode()
    assert "news/b.jsonl:1: " in errors
    assert "news/b.jsonl:2: " in errors
    assert "nowhere.txt: " in errors


def test_a_warning_leaves_the_status_0(capfdbinary: pytest.CaptureFixture[bytes], folder: Path) -> None:
    (folder / "news/a.jsonl").write_text(record("flood", FLOOD, "one day"))
    assert run("extract news") == 0
    assert "warning: published 'one day'" in capfdbinary.readouterr().err.decode()


@pytest.mark.parametrize(
    "words",
    [
        "",
        "read news",
        "extract",
        "extract news --jobs 0",
        "build",
        "build news --toll-rule mean",
        "export --format word",
        "export --format csv --since yesterday",
        "export --format csv --status maybe",
        "export --format csv --at-least killed",
        "export --format csv --at-least bored=3",
        "export --format csv --undated perhaps",
        "export --format csv --type floood",
        "export --format csv",
        "remove a.txt",
    ],
)
def test_wrong_usage_is_status_2_with_a_reason(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(words)
    assert end.value.code == 2
    assert "error: " in capsys.readouterr().err


def test_build_writes_the_files_and_keeps_the_workspace(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    assert run("build news --out out") == 0
    assert {path.name for path in (folder / "out").iterdir()} >= {*FILES, "timeline.sqlite"}
    output = capsys.readouterr()
    assert output.out == ""
    assert "2 articles read, 0 unchanged; 2 events in out" in output.err
    events = rows((folder / "out/events.csv").read_text())
    assert sorted(row["killed_best"] for row in events) == ["11", "2"]
    assert run("build news --out out") == 0
    assert "0 articles read, 2 unchanged" in capsys.readouterr().err


def test_build_takes_a_workspace_elsewhere_and_standard_input(folder: Path) -> None:
    done = start(["build", "-", "--out", "out", "--workspace", "kept/w.sqlite"], LINES)
    assert done.returncode == 0
    assert (folder / "kept/w.sqlite").exists()
    assert not (folder / "out/timeline.sqlite").exists()
    assert len(json.loads((folder / "out/events.json").read_text())["articles"]) == 2


def test_build_names_files_that_have_gone(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "news/c.txt").write_text(FIRE)
    run("build news --out out")
    (folder / "news/c.txt").unlink()
    assert run("build news --out out") == 0
    assert "c.txt: no longer in the input; kept" in capsys.readouterr().err


def test_build_applies_the_toll_rule(folder: Path) -> None:
    later = record("later", FLOOD.replace("11", "17"), "2023-09-14")
    (folder / "news/b.jsonl").write_text(later)
    for rule in ("highest", "lowest"):
        assert run(f"build news --out {rule} --toll-rule {rule}") == 0
        used = {row["toll_rule"] for row in rows((folder / rule / "events.csv").read_text()) if row["toll_rule"]}
        assert used == {rule}


def test_remove_withdraws_an_article_and_its_events(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    run("build news --out out")
    assert run("remove fire") == 0
    assert [row["killed_best"] for row in rows((folder / "out/events.csv").read_text())] == ["11"]
    assert run("remove fire") == 1
    assert "fire: not in out/timeline.sqlite" in capsys.readouterr().err


def test_remove_keeps_the_toll_rule(folder: Path) -> None:
    run("build news --out out --toll-rule highest")
    run("remove fire")
    assert rows((folder / "out/events.csv").read_text())[0]["toll_rule"] == "highest"


@pytest.mark.parametrize("name", FORMATS)
def test_export_writes_every_format(name: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run("build news --out out")
    capfdbinary.readouterr()
    assert run(f"export --format {name}") == 0
    assert len(capfdbinary.readouterr().out) > 10


@pytest.mark.parametrize(
    ("filters", "killed"),
    [
        ("", {"11", "2"}),
        ("--since 2023-09-01", {"11"}),
        ("--until 2023-03-31", {"2"}),
        ("--type flood --type storm", {"11"}),
        ("--place derna", {"11"}),
        ("--country France", {"2"}),
        ("--at-least killed=3", {"11"}),
        ("--words 'mayor'", {"2"}),
        ("--min-sources 2", set()),
        ("--undated only", set()),
        ("--article fire", {"2"}),
        ("--status happened --scope incident --role news --source 'the example'", {"11", "2"}),
    ],
)
def test_export_filters(filters: str, killed: set[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run("build news --out out")
    capfdbinary.readouterr()
    assert run(f"export --format csv {filters}") == 0
    output = capfdbinary.readouterr()
    assert {row["killed_best"] for row in rows(output.out.decode())} == killed
    hidden = 2 - len(killed)
    assert (f"{hidden} event" in output.err.decode()) is bool(hidden)


def test_export_writes_a_file_and_takes_the_workspace_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    run("build news --out elsewhere")
    monkeypatch.setenv(VARIABLE, "elsewhere/timeline.sqlite")
    assert run("export --format geojson -o map.geojson") == 0
    assert len(json.loads((folder / "map.geojson").read_text())["features"]) == 2


def test_a_file_is_replaced_as_a_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = folder / "events.csv"
    write_file(target, b"old")
    monkeypatch.setattr(Path, "replace", lambda self, other: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in folder.glob("*events*")] == ["events.csv"]


def test_a_folder_that_cannot_be_written_is_an_error_in_words(folder: Path) -> None:
    (folder / "file").write_text("")
    done = start(["build", "news", "--out", "file/out"])
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "file/out" in done.stderr


def test_a_workspace_of_another_program_is_an_error_in_words(folder: Path) -> None:
    (folder / "w.sqlite").write_text("no database at all, " * 50)
    done = start(["export", "--format", "csv", "--workspace", "w.sqlite"])
    assert (done.returncode, done.stdout) == (2, "")
    assert "w.sqlite: not a workspace" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_broken_pipe_ends_quietly(folder: Path) -> None:
    (folder / "news/a.jsonl").write_text("".join(record(str(n), FLOOD, "2023-09-12") for n in range(2000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "extract", "news"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_quietly_and_keeps_what_was_read(folder: Path, jobs: str) -> None:
    (folder / "news/a.jsonl").write_text("".join(record(str(n), FLOOD * 9, "2023-09-12") for n in range(6000)))
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", "build", "news", "--jobs", jobs],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    kept = folder / "out/timeline.sqlite-wal"
    deadline = time.monotonic() + 60
    while not (kept.exists() and kept.stat().st_size > 500_000) and time.monotonic() < deadline:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    output, errors = process.communicate(timeout=60)
    assert (process.returncode, output, errors) == (130, b"", b"")
    from timeline.workspace import Access, Workspace

    with Workspace(folder / "out/timeline.sqlite", Access.EXISTING) as workspace:
        assert 0 < len(workspace.articles()) < 6000


def test_extract_loads_no_heavy_library() -> None:
    code = "import sys; from timeline.cli import main; main(['extract', '-']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], input=LINES, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint(HEAVY)
    assert "timeline.claims" in loaded


def test_progress_is_shown_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for is_terminal in (True, False):
        screen = io.StringIO()
        monkeypatch.setattr(screen, "isatty", lambda answer=is_terminal: answer)
        monkeypatch.setattr(sys, "stderr", screen)
        with Progress("articles read") as progress:
            progress.step()
        assert ("1 articles read" in screen.getvalue()) is is_terminal


def test_the_dashboard_runs_the_app_over_the_workspace(
    monkeypatch: pytest.MonkeyPatch, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = []

    def remember(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
        calls.append((command, options["env"]))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", remember)
    assert run("dashboard --workspace w.sqlite --port 8600 --headless") == 0
    ((command, environment),) = calls
    assert command[:4] == [sys.executable, "-m", "streamlit", "run"]
    assert command[4] == str(find_app())
    assert command[command.index("--server.port") + 1] == "8600"
    assert command[command.index("--server.address") + 1] == "localhost"
    assert environment[VARIABLE] == str(folder / "w.sqlite")
    assert "http://localhost:8600" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_examples_that_parse(command: str) -> None:
    done = start([command, "--help"])
    assert done.returncode == 0
    examples = re.findall(r"python -m timeline (.+?)(?:\s+[|<>].*)?$", done.stdout, re.MULTILINE)
    assert examples
    for example in examples:
        assert make_parser().parse_args(shlex.split(example)).run is COMMANDS[command].run


def test_help_names_every_format_and_toll_rule() -> None:
    export, build = start(["export", "--help"]).stdout, start(["build", "--help"]).stdout
    assert all(re.search(rf"\b{name}\b", export) for name in FORMATS)
    assert all(re.search(rf"\b{name}\b", build) for name in TOLL_RULES)
    assert make_parser().parse_args(["build", "x"]).toll_rule == DEFAULT_RULE


def test_the_document_names_every_command_and_option() -> None:
    for name in COMMANDS:
        assert f"\n## {name}\n" in DOCUMENT
        section = DOCUMENT.split(f"\n## {name}\n")[1].split("\n## ")[0]
        options = set(re.findall(r"(--[a-z-]+)", start([name, "--help"]).stdout)) - {"--help"}
        assert options == set(re.findall(r"`(--[a-z-]+)", section)), name
