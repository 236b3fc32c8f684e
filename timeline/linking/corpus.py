"""How rare words are among the articles that are linked, and the weighted words of each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2, sqrt

from timeline.linking.copies import Copies
from timeline.linking.profile import Counts, Profile, Stretch, Wording
from timeline.linking.wording import topical

IMAGINED = 500  # further articles, so that two articles alone have rare and common words too
TOPICAL_SHARE = 0.15  # of these hold a word that many reports share
KEPT_VECTORS = 30_000  # at about 10 KB
_RAREST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Corpus:
    """Number of articles, how many of them hold each term and name, and which are copies.

    `vectors` are those lately asked for, by claim and stretch.
    """

    articles: int
    terms: Mapping[str, int]
    names: Mapping[str, int]
    copies: Copies
    vectors: dict[tuple[str, Stretch], Counts] = field(default_factory=dict)

    def rarity(self, term: str) -> float:
        """Bits that a term carries: 0 where every article has it."""
        imagined = IMAGINED * TOPICAL_SHARE if term in topical() else 0.0
        return max(0.0, log2((self.articles + IMAGINED) / (self.terms.get(term, 0) + imagined + 1)))

    def name_rarity(self, name: str) -> float:
        """Bits that a name carries."""
        return max(0.0, log2((self.articles + IMAGINED) / (self.names.get(name, 0) + 1)))

    def rarest(self, names: Iterable[str]) -> list[str]:
        """The few rarest of some names, for a reader."""
        return sorted(names, key=lambda name: (-self.name_rarity(name), name))[:_RAREST_SHOWN]

    def weigh(self, wording: Wording) -> Counts:
        """The terms of a wording with their weights, of length 1 together (TF-IDF)."""
        weights = {term: (1 + log2(count)) * self.rarity(term) for term, count in wording.terms.items()}
        length = sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / length for term, weight in weights.items()} if length else {}

    def vector(self, profile: Profile, stretch: Stretch) -> Counts:
        """The weighted terms of a profile's stretch; empty where it has none."""
        key = (profile.claim, stretch)
        if key not in self.vectors:
            if len(self.vectors) >= KEPT_VECTORS:
                self.vectors.clear()
            wording = profile.words(stretch)
            self.vectors[key] = self.weigh(wording) if wording else {}
        return self.vectors[key]


def measure_corpus(profiles: Iterable[Profile], copies: Copies) -> Corpus:
    """Counts over the articles of some profiles; an article's words are those of its title and text."""
    articles, terms, names = 0, Counter[str](), Counter[str]()
    for profile in profiles:
        if profile.telling is not None:
            text = profile.telling.text
            articles += 1
            terms.update(text.terms.keys())
            names.update(text.names | text.people | text.numbers)
    return Corpus(articles, terms, names, copies)


def likeness(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """Cosine of two weighted word lists, from 0 to 1.

    >>> likeness({"a": 0.6, "b": 0.8}, {"b": 1.0})
    0.8
    """
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right[term] for term, weight in left.items() if term in right)
