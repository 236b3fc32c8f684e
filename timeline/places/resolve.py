"""Which place each name means: all names of an article together.

Toponyms go in, one meaning for each distinct name comes out, with the reason in words. Meanings near each other, in
the divisions and countries that the article names, and near the publisher's home support each other.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import mul
from typing import NamedTuple

from timeline.model import PlaceKind
from timeline.places.context import FAMOUS, SUPPORT, Others, Votes, cell, prior, support, total, votes_of
from timeline.places.gazetteer import Role, Sense
from timeline.places.home import Home
from timeline.places.parents import held
from timeline.places.toponyms import Toponym
from timeline.spans import read_table

ROUNDS = (0.0, 0.001)  # least share of meanings that each round of weighing still looks at
SENSES = 40  # meanings of one name that are weighed
KNOWN = 53  # importance of a town that others are judged by, ten times the logarithm of its people
KNOWN_OTHERWISE = 60  # of one that news also calls by another name
SURE = 0.3  # share of a meaning
CLOSE = 0.8  # feature "near" of a place with two neighbours: one small place does not hold another
ANGLOPHONE = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})


class Key(NamedTuple):
    """What mentions of one meaning share: the name, the place written behind it, the kind that words beside it say."""

    plain: str
    parent: int | None
    kind: PlaceKind | None


@dataclass(slots=True)
class Choice:
    """The meanings of one name and how likely each is; `parent` is the place written behind it."""

    senses: tuple[Sense, ...]
    shares: list[float]
    votes: Votes
    parent: str = ""

    @property
    def best(self) -> Sense:
        """The likeliest meaning."""
        return self.senses[self.shares.index(max(self.shares))]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means and why; `stranded`: a small place far from all that the article speaks of."""

    sense: Sense
    reason: str
    stranded: bool


def resolve(found: list[Toponym], home: Home) -> list[Meaning]:
    """The meaning of each toponym."""
    choices = choose(found, home)
    whole = total(choice.votes for choice in choices.values())
    anchored = {key for key, choice in choices.items() if is_anchor(choice)}
    anchors = total(choices[key].votes for key in anchored)
    meant = {}
    for key, choice in choices.items():
        judged = key.kind is None and not choice.parent and anchored - {key}
        stranded = bool(judged) and not anchors.near(cell(choice.best.record)) and is_stranded(choice, whole, home)
        meant[key] = Meaning(choice.best, _reason(choice, whole, home), stranded)
    return [meant[key_of_toponym(toponym)] for toponym in found]


def is_anchor(choice: Choice) -> bool:
    """Whether a name surely tells of a known town or a division, by which others are judged."""
    record = choice.best.record
    known = record.kind is PlaceKind.REGION or (record.kind is PlaceKind.CITY and record.weight >= KNOWN)
    return known and max(choice.shares) >= SURE


def is_stranded(choice: Choice, whole: Votes, home: Home) -> bool:
    """Whether a small town lies near no other place, in no division named and not near the publisher's home.

    Where towns of one name are many, in countries that speak English, the country alone does not support one.
    """
    record = choice.best.record
    known = KNOWN if choice.best.role is Role.NAME else KNOWN_OTHERWISE
    if record.kind is not PlaceKind.CITY or record.weight >= known:
        return False
    told = dict(zip(SUPPORT, support(record, Others(whole, choice.votes, home)), strict=True))
    if any(told[name] for name in ("region_named", "home_near", "home_region")) or told["near"] >= CLOSE:
        return False
    many = record.country is not None and record.country.iso2 in ANGLOPHONE
    return many or not (told["country_named"] or told["country_shared"])


def key_of_toponym(toponym: Toponym) -> Key:
    """What toponyms of one meaning share."""
    name = toponym.name
    outer = name.parent or name.owner
    parent = outer.top.record.number if outer else None
    if toponym.kind is PlaceKind.ADJECTIVE:
        return Key(name.plain, parent, PlaceKind.ADJECTIVE)
    return Key(name.plain, parent, name.top.record.kind if name.sure else None)


def choose(found: list[Toponym], home: Home) -> dict[Key, Choice]:
    """The choices of an article's names, weighed against each other."""
    choices: dict[Key, Choice] = {}
    for toponym in found:
        key = key_of_toponym(toponym)
        if key not in choices:
            choices[key] = _choice(toponym)
    _inherit(choices)
    for least in ROUNDS:
        whole = total(choice.votes for choice in choices.values())
        for choice in choices.values():
            _weigh(choice, Others(whole, choice.votes, home), least)
    return choices


def _choice(toponym: Toponym) -> Choice:
    name = toponym.name
    senses, parent = name.senses, ""
    outer = name.parent or name.owner
    if outer:
        within = held(senses, outer.senses)
        parent = outer.top.record.name if within else ""
        senses = within or senses
    if toponym.kind is PlaceKind.ADJECTIVE:
        senses = tuple(sense for sense in senses if sense.role is Role.ADJECTIVE) or senses
    known = senses[:SENSES]
    shares = shares_of(_bare(known))
    return Choice(known, shares, votes_of(known, shares), parent)


def _inherit(choices: dict[Key, Choice]) -> None:
    """A name that is once written with its state means the same without it."""
    explicit = {(plain, kind): choice for (plain, parent, kind), choice in choices.items() if parent is not None}
    for (plain, parent, kind), choice in choices.items():
        known = explicit.get((plain, kind))
        if parent is None and known and kind is not PlaceKind.ADJECTIVE:
            choice.senses, choice.parent = known.senses, known.parent
            choice.shares, choice.votes = known.shares, known.votes


def told(choice: Choice, sense: Sense, whole: Votes, home: Home) -> tuple[float, ...]:
    """How well a meaning agrees with the article; other divisions of a country do not speak against a town's name."""
    values = support(sense.record, Others(whole, choice.votes, home))
    if _hears_sisters(choice.senses):
        return values
    return tuple(0.0 if name == "sisters" else value for name, value in zip(SUPPORT, values, strict=True))


@lru_cache(maxsize=20_000)
def _hears_sisters(senses: tuple[Sense, ...]) -> bool:
    """Whether other divisions tell of a name: one that a country has, or a division far greater than its namesakes."""
    kinds = {sense.record.kind for sense in senses}
    great = senses[0].record.kind is PlaceKind.REGION and prior(senses[0], senses)["dominant"] >= FAMOUS
    return PlaceKind.COUNTRY in kinds or great


def _weigh(choice: Choice, others: Others, least: float) -> None:
    """Weighs the meanings of a name anew, but for those whose share is less."""
    if len(choice.senses) == 1:
        return
    weights = _support_weights() if _hears_sisters(choice.senses) else _weights_of_towns()
    known = zip(choice.senses, _bare(choice.senses), choice.shares, strict=True)
    choice.shares = shares_of(
        bare + sum(map(mul, weights, support(sense.record, others))) if share >= least else -math.inf
        for sense, bare, share in known
    )
    choice.votes = votes_of(choice.senses, choice.shares)


@cache
def _support_weights() -> tuple[float, ...]:
    weights = read_table("timeline.places", "weights.toml")["sense"]
    return tuple(float(weights[name]) for name in SUPPORT)


@cache
def _weights_of_towns() -> tuple[float, ...]:
    """The weights for names of towns, as `told` tells them."""
    return tuple(0.0 if name == "sisters" else weight for name, weight in zip(SUPPORT, _support_weights(), strict=True))


@lru_cache(maxsize=20_000)
def _bare(senses: tuple[Sense, ...]) -> tuple[float, ...]:
    """How likely each meaning of a name is before the article is read, in logits."""
    weights = read_table("timeline.places", "weights.toml")["sense"]
    return tuple(
        math.fsum(float(weights.get(name, 0.0)) * value for name, value in prior(sense, senses).items() if value)
        for sense in senses
    )


def shares_of(scores: Iterable[float]) -> list[float]:
    """Probabilities of meanings from their logits."""
    known = list(scores)
    top = max(known)
    raised = [math.exp(score - top) for score in known]
    whole = sum(raised)
    return [value / whole for value in raised]


def _reason(choice: Choice, whole: Votes, home: Home) -> str:
    record = choice.best.record
    if choice.parent:
        return f"in {choice.parent}, as written"
    if len(choice.senses) == 1:
        return "the only place of the name"
    told = dict(zip(SUPPORT, support(record, Others(whole, choice.votes, home)), strict=True))
    others = round(math.expm1(told["near"]))
    if others > 0:
        return f"{others} other place{'s' * (others > 1)} of the article within about 150 km"
    if told["region_named"] > 0.4:
        return "its first-order division is named"
    if told["home_near"] or told["home_region"]:
        return "near the publisher's home"
    if told["country_named"] > 0.4:
        return "its country is named"
    return "the most important of the name"
