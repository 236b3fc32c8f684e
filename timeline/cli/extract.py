"""`extract`: what each article says, one JSON object per line."""

import argparse
import sys

from timeline.cli.inputs import add_inputs, add_jobs
from timeline.cli.terminal import Progress, report
from timeline.model import Problem, Severity

SUMMARY = "write what each article says as JSON Lines; keep nothing"
DESCRIPTION = """Writes one JSON object per article and line to standard output: its times, places, casualty figures
and claims, each with the characters that say so. Nothing is kept."""
EPILOG = """examples:
  python -m timeline extract article.html
  python -m timeline extract articles/ --jobs 4 > readings.jsonl
  echo '{"id": "a", "text": "Two people died in Rome on Monday.", "published": "2026-01-28"}' \\
      | python -m timeline extract -"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """INPUT... and --jobs."""
    add_inputs(parser)
    add_jobs(parser)


def run(chosen: argparse.Namespace) -> int:
    """Writes the lines; the exit status."""
    from timeline.export import to_contract, to_line  # loaded here: other commands need no recogniser
    from timeline.pipeline import extract_all, read_inputs

    failed = False
    with Progress("articles read") as progress:
        for found in extract_all(read_inputs(chosen.input, sys.stdin.buffer), chosen.jobs):
            if isinstance(found, Problem):
                progress.clear()
                report(found)
                failed |= found.severity is Severity.ERROR
            else:
                sys.stdout.buffer.write(to_line(to_contract(found)))
            progress.step()
        sys.stdout.buffer.flush()
    return int(failed)
