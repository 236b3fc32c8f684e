"""The README shows what is true: its Python example runs, its commands are understood, its links lead somewhere."""

import re
import shlex
from pathlib import Path

import pytest

from timeline.cli.entry import COMMANDS, make_parser
from timeline.export import FORMATS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = "\n".join(re.findall(r"```sh\n(.*?)```", README, re.DOTALL))
SAYS = """\
killed 2 | killed two people
injured 5 | injured five
explosion 2026-01-23 Oslo
"""


def _commands() -> list[list[str]]:
    lines = [line.split("#")[0].split("|")[-1] for line in SHELL.splitlines()]
    return [shlex.split(line.split("-m timeline", 1)[1]) for line in lines if "-m timeline" in line]


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert capsys.readouterr().out == SAYS


@pytest.mark.parametrize("words", _commands(), ids=" ".join)
def test_a_command_is_understood(words: list[str]) -> None:
    chosen = make_parser().parse_args(words)
    assert chosen.run is COMMANDS[words[0]].run


@pytest.mark.parametrize("target", sorted(set(re.findall(r"make (\w+)", README))))
def test_make_knows_the_target(target: str) -> None:
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert target in targets


@pytest.mark.parametrize(
    "link", sorted({*re.findall(r"\]\(([^)#]+)\)", README), *re.findall(r"\(`([\w/.]+)`\)", README)})
)
def test_a_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_every_format_is_named() -> None:
    words = README.lower()
    names = {"claims-csv": "csv of events and of claims", "ftm": "followthemoney", "ical": "icalendar"}
    exports = set(FORMATS) - {"links-json", "problems-csv"}
    assert all(names.get(name, name) in words for name in exports)
