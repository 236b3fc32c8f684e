"""Names that events bear: storms and fires are christened ("Hurricane Katrina", "the Camp Fire").

Passages go in, names come out. A name ties what an article tells of one event over many sentences, and keeps apart the
older event of its kind that it is compared with. The words are in `claims.toml`.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from timeline.claims.cues import pattern, table
from timeline.claims.passages import Passage
from timeline.model import Mention, Trigger

Names = frozenset[str]
_WORD = re.compile(r"\w+")
BESIDE = 24  # characters next to a trigger in which its name stands


def names_of(passages: Iterable[Passage]) -> Names:
    """The names that an article's events bear, from its running sentences: headings write every word large."""
    return frozenset(
        name
        for passage in passages
        if not passage.in_title and passage.triggers and passage.is_running
        for trigger in passage.triggers
        if (name := name_at(passage, trigger)) is not None
    )


def name_at(passage: Passage, trigger: Mention[Trigger]) -> str | None:
    """The name that a trigger bears, None where it bears none."""
    kind, around = trigger.surface.casefold(), passage.before(trigger.span, BESIDE)
    if kind in _kinds("before"):
        found = _behind().match(passage.after(trigger.span, BESIDE))
        name = found[1].removesuffix("'s").removesuffix("’s") if found else "the"
        return name if name.casefold() not in _kinds("common") else None
    if kind in _kinds("behind") and trigger.surface[0].isupper():
        found = _in_front().search(around)
        return f"{found[1]} {trigger.surface}" if found and found[1].casefold() not in _kinds("common") else None
    return None


def named_in(text: str, known: Names) -> Names:
    """Which of the known names a text mentions."""
    if not known:
        return known
    words = set(_WORD.findall(text))
    return frozenset(name for name in known if (name in text if " " in name else name in words))


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """The words of a sentence, small."""
    return frozenset(_WORD.findall(text.casefold()))


def is_alias(words: str) -> bool:
    """Whether the words between two names say that both are of one event ("known locally as")."""
    return pattern("named", "alias").search(words) is not None


@cache
def _kinds(key: str) -> frozenset[str]:
    return frozenset(table()["named"][key])


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(table()["named"]["name_behind"])


@cache
def _in_front() -> re.Pattern[str]:
    return re.compile(table()["named"]["name_in_front"])
