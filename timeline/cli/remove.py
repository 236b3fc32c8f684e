"""`remove`: an article withdrawn, and its events computed anew."""

import argparse
from pathlib import Path

from timeline.cli.inputs import add_workspace, workspace_of
from timeline.cli.terminal import say

SUMMARY = "withdraw articles and compute their events anew"
DESCRIPTION = """Takes articles out of the workspace and writes the timeline's files anew. An ARTICLE is an id as
`extract` and claims.csv show it: for a file its path relative to INPUT. An article that is still in
an input comes back with the next `build` of that input."""
EPILOG = """examples:
  python -m timeline remove 2026/01/withdrawn.html --workspace out/timeline.sqlite"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """ARTICLE..., --workspace, --out."""
    parser.add_argument("article", nargs="+", metavar="ARTICLE", help="the id of an article")
    add_workspace(parser)
    parser.add_argument("--out", type=Path, metavar="DIR", help="folder to write into (default: the workspace's)")


def run(chosen: argparse.Namespace) -> int:
    """Removes and writes; the exit status is 1 where an article is not in the workspace."""
    from timeline.cli.files import opened, write_files  # loaded here: --help needs no recogniser
    from timeline.pipeline import refresh
    from timeline.workspace import Access

    path = workspace_of(chosen)
    with opened(path, Access.EXISTING) as workspace:
        missing = [article for article in chosen.article if not workspace.remove(article)]
        for article in missing:
            say(f"{article}: not in {path}")
        refresh(workspace, workspace.toll_rule())
        events = write_files(workspace, chosen.out or path.parent)
    say(f"{len(chosen.article) - len(missing):,} articles removed; {events:,} events left")
    return int(bool(missing))
