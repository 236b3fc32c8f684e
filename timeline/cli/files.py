"""The files that hold a timeline, written so that a reader never sees half of one."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.cli.terminal import WrongUse, say
from timeline.event_types import EVENT_TYPES
from timeline.events import TOLL_RULES
from timeline.export import FILES, FORMATS, gather
from timeline.workspace import Access, Workspace, WorkspaceError


@contextmanager
def opened(path: Path, access: Access) -> Iterator[Workspace]:
    """A workspace for as long as a block runs; raises `WrongUse` where it, or a file to write, cannot be used."""
    try:
        with Workspace(path, access) as workspace:
            yield workspace
    except WorkspaceError as error:
        raise WrongUse(str(error)) from error
    except BrokenPipeError:
        raise
    except OSError as error:
        raise WrongUse(f"{error.filename}: {error.strerror}") from error


def write_files(workspace: Workspace, folder: Path) -> int:
    """Writes the timeline's files into a folder and says what they leave out; how many events there are."""
    dossier = gather(workspace)
    folder.mkdir(parents=True, exist_ok=True)
    for name, kind in FILES.items():
        export = FORMATS[kind].write(dossier)
        write_file(folder / name, export.content)
        for line in export.left_out:
            say(f"{name}: {line}")
    return len(dossier.events)


def write_file(path: Path, content: bytes) -> None:
    """Replaces a file as a whole."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def check_rule(name: str) -> None:
    """Raises `WrongUse` for a toll rule that does not exist."""
    if name not in TOLL_RULES:
        raise WrongUse(f"--toll-rule: {name!r} is none of {', '.join(TOLL_RULES)}")


def check_types(names: Iterable[str]) -> None:
    """Raises `WrongUse` for an event type that does not exist."""
    for name in names:
        if name not in EVENT_TYPES:
            raise WrongUse(f"--type: {name!r} is none of {', '.join(EVENT_TYPES)}")
