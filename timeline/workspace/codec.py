"""Frozen dataclasses to JSON and back, driven by their type hints alone.

A type goes in, a pair of functions comes out. A dataclass is written as the list of its fields in their order, so that
a reading stays small; `shape` changes with the fields, so that what an older program wrote is never misread.
"""

import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Convert = Callable[[Any], Any]
T = TypeVar("T")
Bindings = Mapping[Any, Any]  # type variable -> type
_PLAIN = (str, int, float, bool, type(None))


@dataclasses.dataclass(frozen=True, slots=True)
class Codec(Generic[T]):
    """How values of one type are written as JSON text, and read."""

    pack: Convert
    unpack: Convert

    def write(self, value: T) -> str:
        """A value as JSON text."""
        return json.dumps(self.pack(value), ensure_ascii=True, separators=(",", ":"))

    def read(self, text: str | bytes) -> T:
        """The value of some JSON text that `write` gave."""
        value: T = self.unpack(json.loads(text))
        return value


def codec(hint: type[T]) -> Codec[T]:
    """The codec of a type: dataclasses, generic ones too, enums, dates, tuples, frozensets, dicts, optional values.

    >>> pair = codec(tuple[date, ...])
    >>> pair.write((date(2026, 1, 24),)), pair.read('["2026-01-24"]')
    ('["2026-01-24"]', (datetime.date(2026, 1, 24),))
    """
    return Codec(*_converters(hint))


@cache
def shape(hint: Any) -> str:
    """A short digest of a type's fields, their order and their types, and of all types in them."""
    return sha256("\n".join(_outline(hint, set())).encode()).hexdigest()[:12]


def _converters(hint: Any) -> tuple[Convert, Convert]:
    """How to pack and to unpack a type; made once for each."""
    return _convert(hint)


@cache
def _convert(hint: Any) -> tuple[Convert, Convert]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _optional([part for part in arguments if part is not type(None)], hint)
    if origin is Literal or hint in _PLAIN:
        return _same, _same
    if dataclasses.is_dataclass(origin or hint):
        return _fields(hint)
    if origin in (tuple, frozenset, dict):
        return _collection(origin, arguments)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return (lambda value: value.value), {member.value: member for member in hint}.__getitem__
    if hint in (date, datetime):
        return hint.isoformat, hint.fromisoformat
    raise TypeError(f"no codec for {hint!r}")


def _same(value: Any) -> Any:
    return value


def _optional(parts: list[Any], hint: Any) -> tuple[Convert, Convert]:
    if len(parts) != 1:
        raise TypeError(f"no codec for {hint!r}: more than one type beside None")
    pack, unpack = _convert(parts[0])
    if pack is _same:
        return _same, _same
    return (
        lambda value: None if value is None else pack(value),
        lambda value: None if value is None else unpack(value),
    )


def _collection(origin: Any, arguments: tuple[Any, ...]) -> tuple[Convert, Convert]:
    pairs = [_convert(argument) for argument in arguments if argument is not Ellipsis]
    if origin is dict:
        (pack_key, unpack_key), (pack, unpack) = pairs
        return (
            lambda value: [[pack_key(k), pack(v)] for k, v in value.items()],
            lambda rows: {unpack_key(k): unpack(v) for k, v in rows},
        )
    if origin is frozenset or arguments[-1] is Ellipsis:
        (pack, unpack), sort = pairs[0], sorted if origin is frozenset else list
        return lambda values: sort(map(pack, values)), lambda rows: origin(map(unpack, rows))
    return (
        lambda values: [pack(value) for (pack, _), value in zip(pairs, values, strict=True)],
        lambda rows: tuple(unpack(row) for (_, unpack), row in zip(pairs, rows, strict=True)),
    )


def _fields(hint: Any) -> tuple[Convert, Convert]:
    cls = get_origin(hint) or hint
    hints = _hints(hint)
    names = list(hints)
    packs, unpacks = zip(*(_convert(part) for part in hints.values()), strict=True)

    def pack(value: Any) -> list[Any]:
        return [convert(getattr(value, name)) for name, convert in zip(names, packs, strict=True)]

    def unpack(row: list[Any]) -> Any:
        return cls(*[convert(part) for convert, part in zip(unpacks, row, strict=True)])

    return pack, unpack


def _hints(hint: Any) -> dict[str, Any]:
    """Field names and their types, type variables replaced."""
    cls = get_origin(hint) or hint
    bindings = dict(zip(getattr(cls, "__parameters__", ()), get_args(hint), strict=False))
    hints = get_type_hints(cls)
    return {field.name: _bound(hints[field.name], bindings) for field in dataclasses.fields(cls)}


def _bound(hint: Any, bindings: Bindings) -> Any:
    return bindings.get(hint, hint) if isinstance(hint, TypeVar) else hint


def _outline(hint: Any, seen: set[Any]) -> list[str]:
    if hint in seen:
        return [repr(hint)]
    seen.add(hint)
    inside = [
        line for part in get_args(hint) if isinstance(part, type) or get_args(part) for line in _outline(part, seen)
    ]
    if not dataclasses.is_dataclass(get_origin(hint) or hint):
        return [repr(hint), *inside]
    fields = _hints(hint)
    return [repr(hint), *inside, *(f"{k}: {line}" for k, part in fields.items() for line in _outline(part, seen))]
