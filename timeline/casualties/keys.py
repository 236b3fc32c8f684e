"""By what a phrase about people can be known again: surnames, ages, nouns.

The tokens of a phrase go in, keys come out: "name:kolar", "full:ivan kolar", "age:35", "driver".
"""

import re
from collections.abc import Sequence

from timeline.casualties.lexicon import kind
from timeline.casualties.tokens import Token
from timeline.spans import parse_count

UNBORN = frozenset({"unborn", "unborn child", "fetus"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def keys_of(members: Sequence[Token]) -> list[str]:
    """Surname, age, and nouns; a name before a noun is a description ("a Chicago man") and no surname."""
    keys: list[str] = []
    names: list[str] = []
    for position, token in enumerate(members):
        if token.letter == kind("AGE"):
            keys.append(_age(token.key))
        elif token.letter == kind("NUMBER") and position and members[position - 1].letter in (",", kind("AGED")):
            keys.append(f"age:{token.key}")
        elif token.letter in (kind("SINGULAR"), kind("PLURAL")):
            keys.append(token.word.base)
            names = []
        elif token.letter == kind("NAME"):
            names.append(token.key)
        if token.key in UNBORN:
            keys.append(token.key)
        if token.word.gender:
            keys.append(token.word.gender)
    surnames = [name for name in names if name not in _SUFFIXES]
    if len(surnames) > 1:
        keys.append(f"full:{surnames[0]} {surnames[-1]}")
    return [*keys, f"name:{surnames[-1]}"] if surnames else keys


def _age(key: str) -> str:
    if key.isdigit():
        return f"age:{key}"
    if key.startswith("age"):
        return f"age:{key.split()[-1]}"
    number = parse_count(re.split(r"[-\s]+(?:and-a-half|year|month|week|day)", key)[0])
    years = "year" in key
    return f"age:{number}" if years else f"age:{number}m"
