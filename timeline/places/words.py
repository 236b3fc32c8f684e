"""Lists of plain words around place names, from `words.toml`."""

from functools import cache

from timeline.spans import read_table


@cache
def plain_words(*lists: str) -> frozenset[str]:
    """The words of some lists; an underscore stands for a space.

    >>> "county" in plain_words("suffix_district")
    True
    """
    table = read_table("timeline.places", "words.toml")
    return frozenset(word.replace("_", " ") for name in lists for word in table[name].split())
