"""A sentence as harm is read from it: tokens, with phrases about people drawn together, one letter for each.

Tokens go in, chunks come out; the patterns of `casualties.toml` become expressions over their letters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.casualties.lexicon import kind
from timeline.casualties.people import People, find_people, spell
from timeline.casualties.tokens import Token


@dataclass(frozen=True, slots=True)
class Chunk:
    """A token, or a phrase about people in place of its tokens; `first` and `last` count tokens."""

    letter: str
    first: int
    last: int
    people: People | None = None


def chunks(words: Sequence[Token]) -> list[Chunk]:
    """The tokens of a sentence with its phrases about people drawn together."""
    found, position = [], 0
    for people in find_people(words):
        found += [Chunk(words[n].letter, n, n) for n in range(position, people.first)]
        if people.shape == "place":
            found += [Chunk(words[n].letter, n, n) for n in range(people.first, people.last + 1)]
        else:
            found.append(Chunk(_letter(people), people.first, people.last, people))
        position = people.last + 1
    return found + [Chunk(words[n].letter, n, n) for n in range(position, len(words))]


def _letter(people: People) -> str:
    if people.count is None:
        return kind("UNCOUNTED")
    return kind("NONE" if people.count.high == 0 else "PEOPLE")


def spelling(parts: Sequence[Chunk]) -> str:
    """The letters of a sentence's chunks, one for each."""
    return "".join(part.letter for part in parts)


def marked(pattern: str) -> str:
    """A pattern of the table as an expression over letters, with groups `who` for $ and `harm` for @."""
    named = re.sub(r"\$(PEOPLE|NONE)", r"(?P<who>\1)", pattern)
    named = re.sub(r"@(\(\?:[^()]*\)|[A-Z]+)", r"(?P<harm>\1)", named)
    return spell(named)
