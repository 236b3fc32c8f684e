"""The event types and their words, read from `event_types.toml` when first asked for.

Nothing goes in; the types come out by id, in the table's order, and the lexicon: what each word form tells of.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from timeline.event_types.inflections import plurals, tenses, variants
from timeline.model import Trigger
from timeline.spans import read_table

_FORMS: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    "phrase": lambda phrase: (phrase,),
    "noun": plurals,
    "verb": tenses,
}


@dataclass(frozen=True, slots=True)
class EventType:
    """A kind of happening: its names for readers and in the field's coding schemes, and its group's colour (#rrggbb).

    `acled` and `plover` are None where the scheme has no fitting name.
    """

    id: str
    label: str
    group: str
    colour: str
    acled: str | None = None
    plover: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """What a word form tells of: the trigger, or None for words that only look like one; `rule` is its word class."""

    rule: str
    trigger: Trigger | None

    @property
    def strength(self) -> int:
        """Which reading of a form wins: no trigger over a sure one over a weak one."""
        return 2 if self.trigger is None else 1 - self.trigger.weak


class _Types(Mapping[str, EventType]):
    """The table's types by id; the file is read at the first look."""

    def __getitem__(self, key: str) -> EventType:
        return _types()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(_types())

    def __len__(self) -> int:
        return len(_types())


EVENT_TYPES: Mapping[str, EventType] = _Types()


@cache
def table() -> dict[str, Any]:
    """The table as it stands in the file."""
    return read_table("timeline.event_types", "event_types.toml")


@cache
def lexicon() -> Mapping[str, Entry]:
    """Every form, in small letters and with spaces for hyphens, and what it tells of.

    A sure reading goes before a weak one ("strikes"). Raises `ValueError` where two readings of a form are equally
    strong and tell of different types.
    """
    found: dict[str, Entry] = {}
    for types, block in _blocks():
        for form, entry in _entries(types, block):
            known = found.setdefault(form, entry)
            if known.strength == entry.strength and _names(known) != _names(entry):
                raise ValueError(f"event_types.toml: {form!r} is listed for {_names(known)} and for {_names(entry)}")
            if known.strength < entry.strength:
                found[form] = entry
    return found


@cache
def ambiguous() -> frozenset[tuple[str, ...]]:
    """The types, in the table's order, of words whose type the words around them decide."""
    return frozenset(tuple(block["types"]) for block in table()["several"] if block.get("context"))


@cache
def names() -> frozenset[str]:
    """Forms that are also names of people or months ("Lynch", "March")."""
    return frozenset(table()["names"])


@cache
def _types() -> dict[str, EventType]:
    colours = table()["groups"]
    return {
        id: EventType(
            id, block["label"], block["group"], colours[block["group"]], block.get("acled"), block.get("plover")
        )
        for id, block in table()["type"].items()
    }


def _blocks() -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    for block in table()["not"]:
        yield (), block
    for block in table()["several"]:
        yield tuple(block["types"]), block
    for id, block in table()["type"].items():
        yield (id,), block


def _entries(types: tuple[str, ...], block: dict[str, Any]) -> Iterator[tuple[str, Entry]]:
    for weak in (False, True):
        for rule, forms in _FORMS.items():
            trigger = Trigger(types, weak) if types else None
            for template in block.get(f"{'weak_' if weak else ''}{rule}s", ()):
                yield from ((form, Entry(rule, trigger)) for word in variants(template) for form in forms(word))


def _names(entry: Entry) -> str:
    return ", ".join(entry.trigger.types) if entry.trigger else "nothing"
