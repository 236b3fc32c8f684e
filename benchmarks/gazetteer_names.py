"""Which names of the sources the gazetteer takes, and in which form.

A name or a row of a source goes in, names in Latin letters come out as English news writes them.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from timeline.places.folding import fold

Hand = dict[str, Any]  # the tables of `places.toml`
SHORTEST = 3  # letters; other names so short are mostly words of other languages
ALIKE = 5  # letters by which two forms of a word are told to be one
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ][A-Za-zÀ-ɏḀ-ỿ’'‘ʻʼ. -]+")
CODE_LIKE = re.compile(r"[A-Z]{1,4}|.*[a-z][A-Z].*")


def english(hand: Hand, country: str, name: str) -> str:
    """The name that English news gives to a town or division: by hand, else without the signs of a transliteration."""
    by_hand = hand["english"].get(country, {}).get(fold(name))
    if by_hand or country not in hand["transliterated"]["countries"].split():
        return by_hand or name
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return re.sub(r"(?<=[A-Za-z])[’'‘ʻʼ`](?![A-Z])|(?<![A-Za-z])[’'‘ʻʼ`]", "", bare)


def own_variants(hand: Hand, row: dict[str, Any]) -> list[str]:
    """A town's alternate names; where it goes by its English name only, those that share a word or its beginning."""
    names = [name for name in variants(row["alternatenames"]) if len(name) > SHORTEST]
    if row["countrycode"] not in hand["anglophone"]["countries"].split():
        return names
    own = {word[:ALIKE] for word in fold(row["name"]).split()}
    return [name for name in names if own & {word[:ALIKE] for word in fold(name).split()}]


def variants(names: Iterable[str]) -> list[str]:
    """The alternate names that English news may use: Latin letters, no codes."""
    return [name for name in names if LATIN.fullmatch(name) and not CODE_LIKE.fullmatch(name)]


def shape_names(shape: dict[str, Any]) -> list[str]:
    """The names of a Natural Earth division."""
    plain = [shape.get(key) or "" for key in ("name", "name_en", "gn_name", "woe_name", "gns_name")]
    return variants([*plain, *(shape.get("name_alt") or "").split("|")])


def with_plural(adjective: str) -> list[str]:
    """An adjective and, where it has one of its own, the name of the inhabitants.

    >>> with_plural("Russian"), with_plural("Chinese")
    (['Russian', 'Russians'], ['Chinese'])
    """
    return [adjective, adjective + "s"] if adjective.endswith(("n", "i")) else [adjective]
