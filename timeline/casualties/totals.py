"""Figures that together make a larger one: "another two died in hospital", "34 in Larn and 12 in Ebor", "a fifth one".

The figures of one harm go in, their sum comes out, with the rule that made it and the figures it rests on.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from timeline.casualties.corrections import CORRECTED
from timeline.casualties.persons import GAP
from timeline.casualties.survivors import MORE, SEVERAL, is_shot, is_state
from timeline.model import Harm, Mention, Qualifier, Sum, Toll

CLOSE = 80  # characters within which one figure can add to another
MANY, ALIKE = 50, 0.8  # people; the share of the largest figure from which on another is taken for the same
ROUNDED = 1.25  # up to this share of "more than so many", an exacter figure is taken for what was rounded
BEHIND = 6  # figures behind another that are tried
NEXT = "next in number"
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = re.compile(
    rf"(?:an?|the)\s+(?:({'|'.join(ORDINALS)})|(\d{{1,2}})(?:nd|rd|th))\b(?!\s+(?:grade|year|floor|degree))",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?:at least\s+)?\S+\s+others?\b", re.IGNORECASE)
_FURTHER = re.compile(r"(?:another|an additional)\b|\S+ more\b", re.IGNORECASE)
_INDIRECT = re.compile(r"\bindirect", re.IGNORECASE)
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_OF_ALL = re.compile(r"(?:the|all)\b", re.IGNORECASE)  # of "the four guards shot", others are a part
_OF_THEM = re.compile(r"\bof (?:them|those|whom|the)\b|\b(?:seriously|critically|gravely|badly)\b", re.IGNORECASE)

Tolls = Sequence[Mention[Toll]]


def stated_sum(stated: Tolls) -> Sum | None:
    """The largest figure, in the title where it has one, with what is added to it; None where there is none."""
    titled = [index for index, toll in enumerate(stated) if in_title(toll) and not is_state(toll)]
    sums = [_with_added(stated, index) for index in titled or range(len(stated))]
    largest = max(sums, key=_total, default=None)
    if largest is None:
        return None
    if len(largest) == 1 or any(toll.value.best >= _total(largest) for toll in stated if toll not in largest):
        best = _sharpened(max((found[0] for found in sums), key=lambda toll: toll.value.best), stated)
        return Sum(best.value.low, best.value.best, best.value.high, "stated", (best,))
    return sum_of(largest, "stated and more")


def _sharpened(rough: Mention[Toll], stated: Tolls) -> Mention[Toll]:
    """The figure, or the one that says more exactly what it rounds ("more than 300", then "312"); exact ones first.

    A title leaves out the "at least" that stands in the text.
    """
    if rough.value.qualifier not in (Qualifier.AT_LEAST, Qualifier.ABOUT):
        open_ = (toll for toll in stated if toll.value.low == rough.value.best and toll.value.high is None)
        return next(open_, rough) if in_title(rough) else rough
    ceiling = rough.value.high or int(rough.value.best * ROUNDED)
    sharper = [
        toll
        for toll in stated
        if toll.value.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST)
        and rough.value.low <= toll.value.best <= ceiling
        and toll.value.best != rough.value.best
    ]
    return max(sharper, key=lambda toll: (toll.value.qualifier is Qualifier.EXACT, toll.value.best), default=rough)


def by_country(tolls: Tolls) -> Sum | None:
    """The largest figures of each of several countries together, where none is a total of them.

    A figure in the title, or one as large as the others together, is a total already; so is the largest where its
    sentence names no country.
    """
    largest: dict[str | None, Mention[Toll]] = {}
    for toll in tolls:
        other = largest.get(toll.value.country)
        if other is None or toll.value.best > other.value.best:
            largest[toll.value.country] = toll
    anywhere = largest.pop(None, None)
    found = [toll for toll in largest.values() if toll.value.best]
    most = max((toll.value.best for toll in found), default=0)
    total = anywhere is not None and anywhere.value.best > most
    if len(found) < SEVERAL or most < SEVERAL or total or any(in_title(toll) for toll in tolls):
        return None
    if any(toll.value.best >= _total(found) for toll in tolls) or _is_retold(found):
        return None
    return sum_of(found, "by country")


def _is_retold(found: Tolls) -> bool:
    """Whether the two largest are so large and so alike that they are likely one count told of two countries."""
    second, first = sorted(toll.value.best for toll in found)[-2:]
    return second >= MANY and second > ALIKE * first


def _with_added(stated: Tolls, index: int) -> list[Mention[Toll]]:
    """A figure with those right behind it that are added to it."""
    added = [stated[index]]
    for toll in islice(stated, index + 1, index + 1 + BEHIND):
        if _adds(toll, added[0]) or _goes_on(toll, added[-1]):
            added.append(toll)
    return added


def _goes_on(toll: Mention[Toll], last: Mention[Toll]) -> bool:
    """Whether a figure goes on with a list of places ("six in Larn, four in Ebor and two in Port Ebor")."""
    listed = toll.rule.startswith("elsewhere") and last.rule.startswith("elsewhere")
    return listed and toll.span.field == last.span.field and 0 <= toll.span.start - last.span.end <= CLOSE


def _total(tolls: Tolls) -> int:
    return sum(toll.value.best for toll in tolls)


def _adds(toll: Mention[Toll], best: Mention[Toll]) -> bool:
    """Whether a figure right behind another counts further people: "another two", "also", "three shot, one injured"."""
    gap = toll.span.start - best.span.end
    if toll.span.field != best.span.field or not 0 <= gap <= CLOSE:
        return False
    if toll.rule.startswith("elsewhere") or _FURTHER.match(toll.value.who) or _INDIRECT.search(toll.surface):
        return True
    if gap <= GAP and _OTHERS.match(toll.value.who) and not MORE.search(best.value.who):
        return True
    if _OF_THEM.search(toll.surface):
        return False
    also = _ALSO.search(toll.surface) and not toll.value.keys & best.value.keys and not MORE.search(toll.value.who)
    return bool(also) or (
        gap <= GAP
        and is_shot(best)
        and not is_shot(toll)
        and not _OF_ALL.match(best.value.who)
        and toll.value.harm is best.value.harm
    )


def corrected(total: Sum | None, tolls: Tolls, harm: Harm) -> Sum | None:
    """The sum, named so where it replaces an older figure of the article."""
    older = {toll.value.part_of for toll in tolls if toll.value.harm is harm and toll.rule.startswith(CORRECTED)}
    if total is None or not any(mention.span in older for mention in total.mentions):
        return total
    return replace(total, rule="corrected")


def with_next(total: Sum | None, tolls: Tolls, dead: int) -> Sum | None:
    """The figure with the one who comes next in number ("four were killed ... a fifth victim died").

    `dead` are those who come before the first of this harm in number.
    """
    for toll in tolls:
        told = _NTH.match(toll.value.who)
        if told is None or total is None or (toll in total.mentions and total.rule != "individuals"):
            continue
        number = (int(told[2]) if told[2] else ORDINALS.index(told[1].lower()) + 2) - dead
        if number == total.best + 1 and total.rule.startswith("stated"):
            total = sum_of([*total.mentions, toll], NEXT)
        elif number > total.best and total.rule == "individuals":
            total = Sum(number, number, None, NEXT, (toll,))
    return total


def sum_of(tolls: Tolls, rule: str) -> Sum:
    """The sum of figures, by a rule; without a ceiling where one of them has none."""
    highs = [toll.value.high for toll in tolls if toll.value.high is not None]
    ceiling = sum(highs) if len(highs) == len(tolls) else None
    best = sum(toll.value.best for toll in tolls)
    return Sum(sum(toll.value.low for toll in tolls), best, ceiling, rule, tuple(tolls))


def in_title(toll: Mention[Toll]) -> bool:
    """Whether a figure stands in the title."""
    return toll.span.field == "title"
