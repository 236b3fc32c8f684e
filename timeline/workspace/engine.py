"""Which version of the program read an article: its readings are kept until the rules that made them change."""

from functools import cache
from hashlib import sha256
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain

_READS = (
    "model spans times places casualties event_types attributions articles claims linking events pipeline".split()
)  # the packages that decide what is read out of articles and made of them


@cache
def engine_version() -> str:
    """A digest of all rules, words and code by which an article is read."""
    digest = sha256()
    root = resources.files("timeline")
    for file in chain.from_iterable(_files(root.joinpath(package)) for package in _READS):
        digest.update(file.name.encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _files(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    inside = sorted(folder.iterdir(), key=lambda item: item.name)
    own = [item for item in inside if item.is_file() and not item.name.endswith(".pyc")]
    return own + [file for item in inside if item.is_dir() and item.name != "__pycache__" for file in _files(item)]
