"""Pattern sources made from word lists, and the word lists' files.

Words go in, the source of a regular expression comes out whose alternatives share their beginnings, so that one scan
over a text stays fast however long the list is.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

Trie = dict[str, "Trie"]
_END = ""


def alternation(words: Iterable[str]) -> str:
    """Source of a pattern that matches the longest of some words; a space in a word matches any white space.

    >>> alternation(["car", "cart", "dog"])
    '(?:car(?:t)?|dog)'
    >>> re.fullmatch(alternation(["at least", "at most"]), "at\\n most") is not None
    True
    """
    trie: Trie = {}
    for word in words:
        node = trie
        for character in word:
            node = node.setdefault(character, {})
        node[_END] = {}
    return _source(trie) if trie else r"(?!)"


@cache
def read_table(package: str, name: str) -> dict[str, Any]:
    """A TOML table that ships beside a module, for instance `read_table("timeline.casualties", "casualties.toml")`.

    Raises `FileNotFoundError` or `tomllib.TOMLDecodeError`: a bad lexicon stops the run.
    """
    return tomllib.loads(resources.files(package).joinpath(name).read_text(encoding="utf-8"))


def _source(node: Trie) -> str:
    branches = []
    for character, child in sorted(node.items()):
        if character != _END:
            tail = _source(child) if set(child) != {_END} else ""
            branches.append((r"\s+" if character == " " else re.escape(character)) + tail)
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if _END in node else "")
