"""Patterns of rules: sequences of kinds of tokens, compiled to regular expressions over one character per token.

A pattern such as `(hedge)? count units ago` goes in, its expression comes out together with the kinds that it can begin
with, so that only rules that can begin at a token are tried there. Parentheses group, `|` separates alternatives, `?`
makes optional, square brackets mark what is a mention where a rule finds several or needs company.
"""

import re
from dataclasses import dataclass

_ATOM = re.compile(r"'s|[a-z_][a-z0-9_'.]*|[-,/:()|?\[\]]")
_MARKS = frozenset("()|?[]")


@dataclass(frozen=True, slots=True)
class Shape:
    """Part of a pattern: its source, the kinds that it can begin with, and whether it can be empty."""

    source: str
    first: frozenset[str]
    empty: bool


class Kinds:
    """Kinds of tokens, each with the character that stands for it."""

    def __init__(self) -> None:
        self._characters: dict[str, str] = {}

    def character(self, kind: str) -> str:
        """The character of a kind, always the same; private-use characters never need escaping."""
        return self._characters.setdefault(kind, chr(0xE000 + len(self._characters)))

    def names(self) -> frozenset[str]:
        """All kinds asked for so far."""
        return frozenset(self._characters)


class PatternReader:
    """Reads patterns; names of `pieces` stand for their patterns, every other name is a kind."""

    def __init__(self, kinds: Kinds, pieces: dict[str, str]) -> None:
        self._kinds = kinds
        self._pieces = pieces
        self._known: dict[str, Shape] = {}
        self._brackets = 0

    def read(self, pattern: str) -> Shape:
        """The shape of a pattern. Raises ValueError where it is malformed."""
        atoms = _ATOM.findall(pattern)
        if "".join(atoms) != re.sub(r"\s+", "", pattern):
            raise ValueError(f"not a pattern: {pattern!r}")
        self._brackets = 0
        shape, rest = self._choice(atoms)
        if rest:
            raise ValueError(f"unbalanced: {pattern!r}")
        return shape

    def _choice(self, atoms: list[str]) -> tuple[Shape, list[str]]:
        branches = []
        while True:
            branch, atoms = self._sequence(atoms)
            branches.append(branch)
            if not atoms or atoms[0] != "|":
                break
            atoms = atoms[1:]
        if len(branches) == 1:
            return branches[0], atoms
        source = f"(?:{'|'.join(branch.source for branch in branches)})"
        first = frozenset().union(*(branch.first for branch in branches))
        return Shape(source, first, any(branch.empty for branch in branches)), atoms

    def _sequence(self, atoms: list[str]) -> tuple[Shape, list[str]]:
        source, first, empty = "", frozenset[str](), True
        while atoms and atoms[0] not in ("|", ")", "]"):
            shape, atoms = self._item(atoms)
            if atoms and atoms[0] == "?":
                shape, atoms = Shape(f"(?:{shape.source})?", shape.first, empty=True), atoms[1:]
            source += shape.source
            first = first | shape.first if empty else first
            empty = empty and shape.empty
        return Shape(source, first, empty), atoms

    def _item(self, atoms: list[str]) -> tuple[Shape, list[str]]:
        atom, atoms = atoms[0], atoms[1:]
        if atom in ("(", "["):
            if atom == "[":
                self._brackets += 1
            opening = "(?:" if atom == "(" else f"(?P<m{self._brackets}>"
            inner, rest = self._choice(atoms)
            if not rest or rest[0] != {"(": ")", "[": "]"}[atom]:
                raise ValueError(f"no end of {atom!r}")
            return Shape(f"{opening}{inner.source})", inner.first, inner.empty), rest[1:]
        if atom in _MARKS:
            raise ValueError(f"{atom!r} has nothing before it")
        return self._named(atom), atoms

    def _named(self, name: str) -> Shape:
        if name not in self._pieces:
            character = self._kinds.character(name)
            return Shape(character, frozenset({character}), empty=False)
        if name not in self._known:
            shape, _ = self._choice(_ATOM.findall(self._pieces[name]))
            self._known[name] = Shape(f"(?:{shape.source})", shape.first, shape.empty)
        return self._known[name]
