"""What speaks for and against two claims telling of one event: a table of small comparisons.

Two profiles and the corpus go in, a `Finding` or None (nothing can be said) comes out. How many bits a finding
is worth stands in `weights.toml`, not here. To add a criterion: a function, its name in `FEATURES`, and its curve or
levels in the table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

from timeline.linking.corpus import Corpus, likeness
from timeline.linking.geography import relate_best
from timeline.linking.profile import Profile, Stretch, Wording
from timeline.model import Harm, Interval
from timeline.spans import read_table

PRECISE_DAYS = 3
WORDS_SHOWN = 5
GENERIC = "other"  # the type that fits with any
SURE_NAME_BITS = 60.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What a comparison found: a number on the feature's curve or the name of a level, and words for the reader."""

    value: float | str
    detail: str


Compare = Callable[[Profile, Profile, Corpus], Finding | None]


def compare_words(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """How alike the words are, rare ones counting more."""
    stretch = _stretch(left, right)
    alike = _likeness(left, right, stretch, corpus)
    if alike is None:
        return None
    a, b = corpus.vector(left, stretch), corpus.vector(right, stretch)
    shared = nsmallest(WORDS_SHOWN, a.keys() & b.keys(), key=lambda term: (-a[term] * b[term], term))
    return Finding(alike, f"{alike:.0%} of the words alike" + (f": {', '.join(shared)}" if shared else ""))


def compare_titles(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """How alike the titles of two articles' main events are."""
    alike = _likeness(left, right, Stretch.TITLE, corpus) if _both_told(left, right) else None
    return None if alike is None else Finding(alike, f"{alike:.0%} of the titles' words alike")


def compare_leads(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """How alike the titles and openings of two articles are."""
    alike = _likeness(left, right, Stretch.LEAD, corpus) if _both_told(left, right) else None
    return None if alike is None else Finding(alike, f"{alike:.0%} of the openings' words alike")


def compare_people(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Full names in common, of persons, streets and the like."""
    ours, theirs = _wordings(left, right)
    return _shared_names(ours.people, theirs.people, corpus)


def compare_names(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Capitalised words in common."""
    ours, theirs = _wordings(left, right)
    return _shared_names(ours.names, theirs.names, corpus)


def compare_numbers(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Ages and house numbers in common."""
    ours, theirs = _wordings(left, right)
    return _shared_names(ours.numbers, theirs.numbers, corpus)


def compare_times(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Days between the times; those that a text states say more than the week of its news."""
    if not (left.when and right.when):
        return Finding("unknown", "one is undated")
    gap = days_apart(left.when, right.when)
    if not (left.dated and right.dated):
        return (
            Finding("reported_apart", f"reported {gap} days apart") if gap else Finding("reported", "news of one week")
        )
    wide = max(left.when.days, right.when.days) > PRECISE_DAYS
    if gap == 0:
        return Finding("overlap", "times overlap") if wide else Finding("same_day", "the same day")
    return Finding("wide_apart" if wide and gap <= 7 else _gap_level(gap), f"{gap} days apart")


def compare_published(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Days between two publications."""
    if not (left.published and right.published):
        return None
    gap = abs((left.published - right.published).days)
    return Finding(float(gap), f"published {gap} days apart" if gap else "published on one day")


def compare_places(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """How the places relate: the best relation of any two."""
    found = relate_best(left.sites, right.sites)
    if found is None:
        return None
    relation, ours, theirs = found
    words = ours.name if ours.name == theirs.name else f"{ours.name} and {theirs.name}"
    return Finding(relation.value, f"{words}: {relation}")


def compare_types(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Whether the same kind of event is told, or one that goes with it."""
    if not left.types or not right.types:
        return None
    if left.types[0] == right.types[0]:
        return Finding("same", f"both {left.types[0]}")
    return Finding(_type_level(left.types, right.types), f"{left.types[0]} and {right.types[0]}")


def compare_killed(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Whether the figures of killed agree; a figure that grows is no conflict."""
    return _compare_figures(left, right, Harm.KILLED)


def compare_injured(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Whether the figures of injured agree; a figure that grows is no conflict."""
    return _compare_figures(left, right, Harm.INJURED)


def compare_copies(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Whether one article repeats the other's text, or both a third one's."""
    if not _both_told(left, right) or corpus.copies.origin(left.article) != corpus.copies.origin(right.article):
        return None
    return Finding("copy", "one text")


def compare_sources(left: Profile, right: Profile, corpus: Corpus) -> Finding | None:
    """Whether one outlet published both."""
    if not (left.source and right.source):
        return None
    return Finding("same", f"both by {left.source}") if left.source == right.source else Finding("other", "two outlets")


FEATURES: dict[str, Compare] = {
    "types": compare_types,
    "places": compare_places,
    "times": compare_times,
    "published": compare_published,
    "sources": compare_sources,
    "copies": compare_copies,
    "killed": compare_killed,
    "injured": compare_injured,
    "numbers": compare_numbers,
    "names": compare_names,
    "people": compare_people,
    "titles": compare_titles,
    "leads": compare_leads,
    "words": compare_words,
}
"""The quick ones first, for the others are spared where these speak against it."""


def days_apart(left: Interval, right: Interval) -> int:
    """Days between two stretches of time, 0 where they touch a common day.

    >>> from datetime import date
    >>> days_apart(*(Interval.of_days(date(2026, 1, n), date(2026, 1, n)) for n in (3, 5)))
    2
    """
    return max(0, (left.first - right.last).days, (right.first - left.last).days)


def _both_told(left: Profile, right: Profile) -> bool:
    """Whether two main events are compared, which is done by their whole articles."""
    return left.is_main and right.is_main


def _stretch(left: Profile, right: Profile) -> Stretch:
    return Stretch.TEXT if _both_told(left, right) else Stretch.PASSAGE


def _likeness(left: Profile, right: Profile, stretch: Stretch, corpus: Corpus) -> float | None:
    a, b = corpus.vector(left, stretch), corpus.vector(right, stretch)
    return likeness(a, b) if a and b else None


def _wordings(left: Profile, right: Profile) -> tuple[Wording, Wording]:
    stretch = _stretch(left, right)
    return left.words(stretch) or left.wording, right.words(stretch) or right.wording


def _shared_names(left: frozenset[str], right: frozenset[str], corpus: Corpus) -> Finding | None:
    if not left or not right:
        return None
    shared = left & right
    bits = min(SURE_NAME_BITS, sum(corpus.name_rarity(name) for name in sorted(shared)))
    return Finding(bits, ", ".join(corpus.rarest(shared)) if shared else "none in common")


@cache
def _type_level(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    if set(left) & set(right) or GENERIC in (left[0], right[0]):
        return "shared"
    families = read_table("timeline.linking", "weights.toml")["kinds"]["kin"].values()
    return "kin" if any(set(left) & set(family) and set(right) & set(family) for family in families) else "other"


def _gap_level(gap: int) -> str:
    for limit, level in ((1, "next_day"), (3, "days"), (10, "week"), (40, "month")):
        if gap <= limit:
            return level
    return "far"


def _compare_figures(left: Profile, right: Profile, harm: Harm) -> Finding | None:
    ours = [figure for figure in left.figures if figure.harm is harm]
    theirs = [figure for figure in right.figures if figure.harm is harm]
    if not ours or not theirs:
        return None
    a, b = max(figure.low for figure in ours), max(figure.low for figure in theirs)
    words = f"{a} {harm}" if a == b else f"{a} and {b} {harm}"
    if a == b:
        return Finding("same_many" if a > 1 else "same_one" if a else "same_none", words)
    if any(
        x.low <= y.low <= (x.high or y.low) for x, y in ((p, q) for p in ours + theirs for q in ours + theirs if p != q)
    ):
        return Finding("possible", words)
    return Finding("near" if abs(a - b) <= max(1, min(a, b) // 4) else "other", words)
