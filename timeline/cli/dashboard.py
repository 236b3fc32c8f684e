"""`dashboard`: the pages in a browser, over one workspace."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from timeline.cli.inputs import VARIABLE, add_workspace, workspace_of
from timeline.cli.terminal import WrongUse

SUMMARY = "open the timeline in the browser"
DESCRIPTION = """Opens the pages over a workspace: the timeline, the map, each event with every source's sentence,
the articles with what was read in them. They follow the workspace while a `build` fills it. Ctrl-C
ends them."""
EPILOG = """examples:
  python -m timeline dashboard
  python -m timeline dashboard --workspace elsewhere/timeline.sqlite --port 8600"""
APP = "streamlit_app.py"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--workspace, --port, --address, --headless."""
    add_workspace(parser)
    parser.add_argument("--port", type=int, default=8501, help="port to listen on (default: 8501)")
    parser.add_argument(
        "--address", default="localhost", help="address to listen on (default: localhost, for this machine alone)"
    )
    parser.add_argument("--headless", action="store_true", help="open no browser window, only print the address")


def run(chosen: argparse.Namespace) -> int:
    """Runs until it is ended; the exit status."""
    app = find_app()
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(chosen.port)]
    command += ["--server.address", chosen.address]
    command += ["--server.headless", str(chosen.headless).lower(), "--browser.gatherUsageStats", "false"]
    print(f"The timeline is at http://{chosen.address}:{chosen.port}  (Ctrl-C ends it)", file=sys.stderr, flush=True)
    environment = {**os.environ, VARIABLE: str(workspace_of(chosen).resolve())}
    return subprocess.run(command, env=environment, cwd=app.parent, check=False).returncode


def find_app() -> Path:
    """The entry page: beside the package, else in the working folder. Raises `WrongUse` where there is none."""
    beside = Path(__file__).resolve().parents[2]
    for folder in (beside, Path.cwd()):
        if (folder / APP).is_file():
            return folder / APP
    raise WrongUse(f"no {APP} in {beside} nor here: run this in the project's folder")
