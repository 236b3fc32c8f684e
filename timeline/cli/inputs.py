"""Arguments that several commands take."""

import argparse

WORKSPACE = "timeline.sqlite"


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


def _count(words: str) -> int:
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
