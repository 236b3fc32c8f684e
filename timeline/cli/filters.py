"""The filters of `export`: arguments to a selection."""

import argparse
from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import TypeVar

from timeline.model import Harm, Role, Scope, Status
from timeline.selection import Figures, Selection, Unknown

Choice = TypeVar("Choice", bound=Enum)


def add_filters(parser: argparse.ArgumentParser) -> None:
    """All filters, in a group of their own."""
    group = parser.add_argument_group("filters", "An event passes if it meets all of them.")
    group.add_argument("--since", type=_day, metavar="DAY", help="can have happened on or after YYYY-MM-DD")
    group.add_argument("--until", type=_day, metavar="DAY", help="can have happened on or before YYYY-MM-DD")
    _add_repeatable(group, "--event", "an event's id, or the id of one of its claims", str)
    _add_repeatable(group, "--type", "an event type, such as flood", str)
    _add_repeatable(group, "--place", "a town, region or country", str)
    _add_repeatable(group, "--country", "a country's name or ISO 3166 code", str)
    _add_repeatable(group, "--source", "an outlet", str)
    _add_repeatable(group, "--article", "an article's id", str)
    _add_repeatable(group, "--status", _values(Status), _chosen(Status))
    _add_repeatable(group, "--scope", _values(Scope), _chosen(Scope))
    _add_repeatable(group, "--role", _values(Role), _chosen(Role))
    _add_repeatable(group, "--at-least", "such as killed=10, by the best figure", _figures)
    for noun in ("sources", "origins", "articles"):
        group.add_argument(f"--min-{noun}", type=int, default=0, metavar="N", help=f"told by at least N {noun}")
    group.add_argument("--words", default="", help='words that must all occur; "quoted ones" in that order')
    for noun, missing in (("undated", "time"), ("unplaced", "place")):
        group.add_argument(
            f"--{noun}",
            type=_chosen(Unknown),
            default=Unknown.FILTERED,
            metavar="WHAT",
            help=f"events without a {missing}: filtered (out where one is asked for; default), kept, dropped, only",
        )


def selection_of(chosen: argparse.Namespace) -> Selection:
    """The selection that the filters make."""
    return Selection(
        since=chosen.since,
        until=chosen.until,
        types=frozenset(chosen.type),
        places=frozenset(chosen.place),
        countries=frozenset(chosen.country),
        sources=frozenset(chosen.source),
        articles=frozenset(chosen.article),
        ids=frozenset(chosen.event),
        statuses=frozenset(chosen.status),
        scopes=frozenset(chosen.scope),
        roles=frozenset(chosen.role),
        min_sources=chosen.min_sources,
        min_origins=chosen.min_origins,
        min_articles=chosen.min_articles,
        figures=tuple(chosen.at_least),
        words=chosen.words,
        undated=chosen.undated,
        unplaced=chosen.unplaced,
    )


def _add_repeatable(group: argparse._ArgumentGroup, name: str, meaning: str, read: Callable[[str], object]) -> None:
    group.add_argument(name, action="append", default=[], type=read, metavar="VALUE", help=meaning)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{words!r} is not a day like 2026-01-24") from error


def _values(kind: type[Enum]) -> str:
    return ", ".join(member.value for member in kind)


def _chosen(kind: type[Choice]) -> Callable[[str], Choice]:
    def read(words: str) -> Choice:
        try:
            return kind(words)
        except ValueError as error:
            raise argparse.ArgumentTypeError(f"{words!r} is none of {_values(kind)}") from error

    return read


def _figures(words: str) -> Figures:
    harm, _, least = words.partition("=")
    try:
        return Figures(Harm(harm), int(least))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{words!r} is not like killed=10; harms are {_values(Harm)}") from error
