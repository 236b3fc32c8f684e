"""`build`: articles into the workspace, and the timeline's files out of it."""

import argparse
import sys
from pathlib import Path

from timeline.cli.inputs import add_inputs, add_jobs
from timeline.cli.terminal import Progress, report, say
from timeline.model import Problem, Severity

SUMMARY = "read articles into a workspace and write the timeline's files"
DESCRIPTION = """Adds or replaces these articles in the workspace and writes events.csv, claims.csv, events.json,
links.json, graph.graphml and problems.csv into DIR. Only new and changed articles are read; a run
that is interrupted keeps what it read, and the next one goes on from there. Articles of earlier
runs stay: withdraw one with `remove`."""
EPILOG = """examples:
  python -m timeline build articles/ --out out/
  python -m timeline build monday/ tuesday.jsonl --out out/ --jobs 4
  python -m timeline build - --out out/ < articles.jsonl
  python -m timeline build articles/ --out cautious/ --toll-rule lowest"""
OUT = "out"
WORKSPACE = "timeline.sqlite"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """INPUT..., --out, --workspace, --toll-rule, --jobs."""
    add_inputs(parser)
    parser.add_argument(
        "--out", type=Path, default=Path(OUT), metavar="DIR", help="folder to write into (default: out)"
    )
    parser.add_argument(
        "--workspace", type=Path, metavar="FILE", help=f"where articles are kept (default: DIR/{WORKSPACE})"
    )
    parser.add_argument(
        "--toll-rule",
        default="settled",
        metavar="RULE",
        help="what gives an event's figures: settled (default), latest, commonest, highest, lowest, conservative",
    )
    add_jobs(parser)


def run(chosen: argparse.Namespace) -> int:
    """Builds and writes; the exit status."""
    from timeline.cli.files import check_rule, opened, write_files  # loaded here: --help needs no recogniser
    from timeline.pipeline import Options, build
    from timeline.workspace import Access

    check_rule(chosen.toll_rule)
    with (
        opened(chosen.workspace or chosen.out / WORKSPACE, Access.CREATE) as workspace,
        Progress("articles read") as progress,
    ):

        def follow(problem: Problem | None) -> None:
            if problem:
                progress.clear()
                report(problem)
            progress.step()

        options = Options(chosen.jobs, toll_rule=chosen.toll_rule, stdin=sys.stdin.buffer, follow=follow)
        outcome = build(chosen.input, workspace, options)
        progress.clear()
        for article in outcome.gone:
            say(f"{article}: no longer in the input; kept until `python -m timeline remove {article}`")
        events = write_files(workspace, chosen.out)
    say(f"{outcome.read:,} articles read, {outcome.unchanged:,} unchanged; {events:,} events in {chosen.out}")
    return int(any(problem.severity is Severity.ERROR for problem in outcome.problems))
