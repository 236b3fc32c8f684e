"""Which files there are to read, and whether they have changed: names and hashes, before anything is parsed."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import file_digest
from pathlib import Path

from timeline.articles.found import STDIN, Found
from timeline.articles.readers import READERS
from timeline.model import Problem, Severity


def find_files(inputs: Sequence[str]) -> Iterator[Found | Problem]:
    """The files of folders, single files and "-", each once, in the order of the inputs and by name in folders.

    Files in a folder whose suffix no reader takes are left out with one warning; hidden ones and those without a
    suffix silently.
    """
    seen: set[str] = set()
    for name in inputs:
        for found in _of_input(name):
            real = found.path if found.path == STDIN else os.path.realpath(found.path)
            if isinstance(found, Problem):
                yield found
            elif real not in seen:
                seen.add(real)
                yield _hashed(found)


def _of_input(name: str) -> Iterator[Found | Problem]:
    path = Path(name)
    if name == STDIN:
        yield Found(STDIN, STDIN, None)
    elif path.is_dir():
        yield from _of_folder(path)
    elif not path.exists():
        yield Problem(name, "there is no such file or folder")
    elif path.suffix.lower() not in READERS:
        yield Problem(name, f"is of no format that is read ({' '.join(READERS)})")
    else:
        yield Found(path.name, name, None)


def _of_folder(folder: Path) -> Iterator[Found | Problem]:
    paths, others = [], Counter[str]()
    for path in _visible(folder):
        if path.suffix.lower() in READERS:
            paths.append((path.relative_to(folder).as_posix(), str(path)))
        elif path.suffix:
            others[path.suffix.lower()] += 1
    for identity, name in sorted(paths):
        yield Found(identity, name, None)
    if others:
        counts = ", ".join(f"{count} {suffix}" for suffix, count in sorted(others.items()))
        yield Problem(str(folder), f"files of other formats were left out: {counts}", severity=Severity.WARNING)


def _visible(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _hashed(found: Found) -> Found | Problem:
    if found.path == STDIN:
        return found
    try:
        with open(found.path, "rb") as file:
            return replace(found, sha256=file_digest(file, "sha256").hexdigest())
    except OSError as error:
        return Problem(found.path, f"cannot be opened: {error.strerror}")
