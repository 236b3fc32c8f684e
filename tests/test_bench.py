"""The keeper of figures, driven with a made benchmark."""

import subprocess
import sys
from pathlib import Path

BENCH = Path(__file__).parents[1] / "benchmarks/bench.py"
MADE = """
import argparse, json, pathlib
parser = argparse.ArgumentParser()
parser.add_argument("suites", nargs="+")
for name in ("half", "sets", "json", "command"):
    parser.add_argument(f"--{name}")
given = parser.parse_args()
figure = {"both": 70.0, "tune": 71.5, "check": 68.5}[given.half]
record = {
    "measures": {"value F1": figure, "a lesser measure": 1.0},
    "counts": {"articles": 1200},
    "best_peers": {"value F1": {"peer": "another program", "figure": 65.25}},
    "notes": ["an article says so"],
}
scores = {} if "none" in given.suites else {"times": {"wire": record}}
failures = ["times / wire: NOT SCORED"] if "none" in given.suites else []
pathlib.Path(given.json).write_text(json.dumps({"half": given.half, "scores": scores, "failures": failures}))
"""


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCH), str(folder), *words, "--results", str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_figures_stand_beside_the_best_other_and_the_halves(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(MADE)
    done = _run(tmp_path, "--halves")
    text = (tmp_path / "RESULTS.md").read_text()
    assert done.returncode == 0, done.stderr
    assert "## times: wire" in text
    assert "articles 1,200" in text
    assert "| value F1 | 70.00 | 71.50 | 68.50 | 65.25 (another program) | +4.75 |" in text
    assert "lesser" not in text
    assert "says so" not in text
    assert "lesser" in (tmp_path / "results.json").read_text()


def test_what_others_wrote_and_what_was_measured_before_stay(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(MADE)
    _run(tmp_path)
    results = tmp_path / "RESULTS.md"
    results.write_text(results.read_text() + "\n## By hand\n")
    done = _run(tmp_path, "none")
    assert done.returncode == 1
    assert "NOT SCORED" in done.stderr
    assert results.read_text().count("## By hand") == 1
    assert results.read_text().count("## times: wire") == 1


def test_a_folder_without_a_benchmark_is_wrong_usage(tmp_path: Path) -> None:
    assert _run(tmp_path).returncode == 2
