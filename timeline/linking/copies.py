"""Which articles are copies of one text: another outlet's reprint, or the same outlet's later version.

Sketches go in, pairs "copy -> original" come out. Only this module knows how much shared text makes a copy.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline.linking.profile import Profile
from timeline.linking.sketches import shared_part

COPIED_PART = 0.55  # of the shorter text stands in the other
VERSION_PART = 0.35  # the same outlet keeps less of what it rewrites
FEWEST_HASHES = 6
TEMPLATE_ARTICLES = 4  # of one outlet hold it: a passage that the outlet puts under its articles
NEIGHBOURS = 3  # articles with a shared hash are compared with the next few by date only


@dataclass(frozen=True, slots=True)
class Copies:
    """Copy -> original and later version -> first version, by article id; originals are not in either."""

    copy_of: Mapping[str, str] = field(default_factory=dict)
    version_of: Mapping[str, str] = field(default_factory=dict)

    def origin(self, article: str) -> str:
        """The article whose text this one repeats; itself where it repeats none."""
        seen = {article}
        while (parent := self.copy_of.get(article) or self.version_of.get(article)) and parent not in seen:
            seen.add(parent)
            article = parent
        return article


@dataclass(frozen=True, slots=True)
class _Text:
    article: str
    source: str | None
    published: date
    hashes: frozenset[int]
    length: int


def find_copies(profiles: Iterable[Profile]) -> Copies:
    """Every article whose text is largely another's; the original is the one published first, then the longest."""
    texts = _texts(profiles)
    copy_of: dict[str, str] = {}
    version_of: dict[str, str] = {}
    for first, later in sorted(_candidates(texts)):
        original, text = texts[first], texts[later]
        same_outlet = text.source is not None and text.source == original.source
        part = VERSION_PART if same_outlet else COPIED_PART
        if text.article in copy_of or text.article in version_of or not _is_copy(original, text, part):
            continue
        target = version_of if same_outlet else copy_of
        target[text.article] = original.article
    return Copies(copy_of, version_of)


def _texts(profiles: Iterable[Profile]) -> list[_Text]:
    told = [profile for profile in profiles if profile.telling is not None]
    templates = _templates(told)
    texts = [
        _Text(
            profile.article,
            profile.source,
            profile.published or date.max,
            frozenset(profile.telling.sketch) - templates.get(profile.source or "", frozenset()),
            len(profile.telling.sketch),
        )
        for profile in told
        if profile.telling is not None
    ]
    return sorted(texts, key=lambda text: (text.published, -text.length, text.article))


def _templates(told: Iterable[Profile]) -> dict[str, frozenset[int]]:
    """Per outlet the hashes that several of its articles hold."""
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for profile in told:
        if profile.source and profile.telling:
            counts[profile.source].update(profile.telling.sketch)
    return {
        source: frozenset(value for value, articles in found.items() if articles >= TEMPLATE_ARTICLES)
        for source, found in counts.items()
    }


def _candidates(texts: Sequence[_Text]) -> set[tuple[int, int]]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        for value in text.hashes:
            holders[value].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indices in holders.values():
        for n in range(len(indices)):
            shared.update((indices[n], later) for later in indices[n + 1 : n + 1 + NEIGHBOURS])
    return {pair for pair, count in shared.items() if count >= FEWEST_HASHES // 2}


def _is_copy(original: _Text, text: _Text, part: float) -> bool:
    common = len(original.hashes & text.hashes)
    return common >= FEWEST_HASHES and shared_part(original.hashes, text.hashes) >= part
