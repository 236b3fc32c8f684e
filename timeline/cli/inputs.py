"""Arguments that several commands take."""

import argparse
import os
from pathlib import Path

WORKSPACE = Path("out/timeline.sqlite")
VARIABLE = "TIMELINE_WORKSPACE"


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """INPUT..."""
    parser.add_argument(
        "input",
        nargs="+",
        metavar="INPUT",
        help="a folder (read with all folders in it), a file (.txt .md .html .json .jsonl), "
        "or - for JSON Lines on standard input",
    )


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """--jobs N."""
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="processes that read articles (default: 1)")


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """--workspace FILE."""
    parser.add_argument(
        "--workspace",
        type=Path,
        metavar="FILE",
        help=f"the file that `build` made (default: ${VARIABLE}, else {WORKSPACE})",
    )


def workspace_of(chosen: argparse.Namespace) -> Path:
    """The workspace that is asked for, that the environment names, or the usual one."""
    return chosen.workspace or Path(os.environ.get(VARIABLE) or WORKSPACE)


def _count(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
