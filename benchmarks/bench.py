"""Measures the project with a benchmark and keeps the figures: `python benchmarks/bench.py FOLDER [SUITE...]`.

FOLDER holds the benchmark's `run.py`, which drives the project's command line. What it says goes to `results.json` and,
as tables beside the best other program, to `RESULTS.md`. Suites that are not measured keep their earlier figures, and
so does everything in `RESULTS.md` below the line that ends this program's part. `--halves` also measures the half of
the articles that errors are read on and the half that is only counted.

Exit status: 0 all measured, 1 some suite was refused, 2 wrong usage.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HALVES = ("both", "tune", "check")
END = "<!-- what follows is written by hand or by other programs -->"
KEY_MEASURES = {
    "times": ["strict F1", "relaxed F1", "type F1", "value F1", "date F1"],
    "places": ["overlap F1", "accuracy at 161 km", "end to end F1", "median km"],
    "incidents": [
        "clusters CoNLL",
        "clusters pair F1",
        "article killed accuracy",
        "article injured accuracy",
        "article killed and injured",
        "article killed of 2 or more, recall",
        "article injured of 2 or more, recall",
        "record killed and injured",
        "record date, same day",
        "record place",
        "record COMPLETE",
    ],
}
"""The measures that are shown; all of a suite that is not named here. `results.json` has every one."""

Record = dict[str, Any]
Results = dict[str, dict[str, dict[str, Record]]]  # half -> suite -> set -> what run.py says, with date and commit


def main() -> int:
    """Measures, keeps, writes."""
    chosen = _options()
    kept = chosen.results / "results.json"
    results: Results = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    failures = []
    for half in HALVES if chosen.halves else HALVES[:1]:
        answer = measure(chosen, half)
        failures += answer["failures"]
        add(results, answer, stamp())
    kept.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    write(chosen.results / "RESULTS.md", results)
    for failure in failures:
        print(failure, file=sys.stderr)
    return int(bool(failures))


def measure(chosen: argparse.Namespace, half: str) -> Record:
    """What the benchmark says of the chosen suites; its tables go to standard output as they are done."""
    with tempfile.TemporaryDirectory() as scratch:
        answer = Path(scratch, "answer.json")
        command = [sys.executable, str(chosen.folder / "run.py"), *chosen.suites, "--half", half]
        command += ["--sets", chosen.sets, "--json", str(answer), "--command", f"{sys.executable} -m timeline"]
        done = subprocess.run(command, cwd=HERE.parent, check=False)
        if not answer.exists():
            sys.exit(f"{chosen.folder / 'run.py'} ended with status {done.returncode} and gave no figures")
        measured: Record = json.loads(answer.read_text(encoding="utf-8"))
        return measured


def add(results: Results, answer: Record, stamped: Record) -> None:
    """Puts the figures of one run in the place of earlier ones; its notes, which may quote articles, are left out."""
    for suite, sets in answer["scores"].items():
        for name, record in sets.items():
            figures = {key: record[key] for key in ("measures", "counts", "best_peers")}
            results.setdefault(answer["half"], {}).setdefault(suite, {})[name] = figures | stamped


def stamp() -> Record:
    """The day and the commit, with a plus where files differ from it."""
    commit = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", "timeline", "pyproject.toml")
    return {"date": datetime.now(UTC).date().isoformat(), "commit": commit + "+" * bool(changed)}


def write(path: Path, results: Results) -> None:
    """The tables, before whatever else stands in the file."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    rest = old.partition(END)[2]
    parts = [
        "# Results",
        "Figures are per cent unless they name another unit. *Best other* is the best of the other programs that the\n"
        "benchmark measured on the same articles, all of them.",
    ]
    both = results.get("both", {})
    parts += [to_table(results, suite, name) for suite, sets in both.items() for name in sets]
    path.write_text("\n\n".join([*parts, END]) + (rest or "\n"), encoding="utf-8")


def to_table(results: Results, suite: str, name: str) -> str:
    """One set's heading and table in Markdown."""
    shown = {half: results[half][suite][name] for half in HALVES if name in results.get(half, {}).get(suite, {})}
    whole = shown["both"]
    counts = ", ".join(f"{key} {value:,}" for key, value in whole["counts"].items())
    columns = ["all" if half == "both" else half for half in shown]
    rows = [["measure", *columns, "best other", "difference"], ["---", *["---:"] * len(shown), "---", "---:"]]
    key_measures: list[str] = KEY_MEASURES.get(suite) or list(whole["measures"])
    rows += [_row(measured, shown) for measured in key_measures if measured in whole["measures"]]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    heading = f"## {suite}" if suite == name else f"## {suite}: {name}"
    return "\n".join([heading, "", f"{whole['date']}, commit {whole['commit']}; {counts}", "", *lines])


def _row(measured: str, shown: dict[str, Record]) -> list[str]:
    figures = [record["measures"].get(measured, float("nan")) for record in shown.values()]
    best = shown["both"]["best_peers"].get(measured)
    beside = [f"{best['figure']:.2f} ({best['peer']})", f"{figures[0] - best['figure']:+.2f}"] if best else ["", ""]
    return [measured, *(f"{figure:,.2f}" for figure in figures), *beside]


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=HERE.parent, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else "unknown"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measures the project with a benchmark and keeps the figures.")
    parser.add_argument("folder", type=Path, help="folder that holds the benchmark's run.py")
    parser.add_argument("suites", nargs="*", default=["all"], metavar="SUITE", help="default: all")
    parser.add_argument("--sets", default="", metavar="NAME,...", help="only these sets")
    parser.add_argument("--halves", action="store_true", help="each half of the articles too")
    parser.add_argument("--results", type=Path, default=HERE, metavar="DIR", help="where the figures are kept")
    chosen = parser.parse_args()
    chosen.folder = chosen.folder.resolve()
    if not (chosen.folder / "run.py").is_file():
        parser.error(f"{chosen.folder}: no run.py here")
    return chosen


if __name__ == "__main__":
    sys.exit(main())
