"""Which place each name means: all names of an article together.

Toponyms go in, one sense for each distinct name comes out, with the reason in words. Senses near each other, in the
countries and divisions that the article names, and in the publisher's own, support each other.
"""

import math
from collections import defaultdict
from dataclasses import dataclass, field

from timeline.model import PlaceKind
from timeline.places.gazetteer import Country, Record, Role, Sense
from timeline.places.naming import Name
from timeline.places.parents import inside
from timeline.places.toponyms import Toponym
from timeline.spans import read_table

ROUNDS = 3
SENSES = 40  # meanings of one name that are weighed
Key = tuple[str, int | None]  # a name and the region or country written behind it


@dataclass(slots=True)
class Choice:
    """The meanings of one name and how likely each is."""

    senses: list[Sense]
    bare: list[float]
    shares: list[float]
    count: int = 1
    parent: str = ""

    @property
    def best(self) -> Sense:
        """The likeliest meaning."""
        return self.senses[self.shares.index(max(self.shares))]


@dataclass(slots=True)
class Context:
    """What the other names of an article say: likely places by cell of the globe, by division and by country."""

    cells: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    regions: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))


def resolve(found: list[Toponym], home: frozenset[int]) -> dict[int, tuple[Sense, str]]:
    """The sense of each toponym, by its position in the list, with the reason. `home`: divisions of the publisher."""
    choices: dict[Key, Choice] = {}
    keys = []
    for toponym in found:
        key = (toponym.name.plain, _parent_number(toponym.name))
        keys.append(key)
        if key in choices:
            choices[key].count += 1
        else:
            choices[key] = _choice(toponym)
    _inherit(choices)
    for _ in range(ROUNDS):
        context = _context(choices)
        for choice in choices.values():
            _weigh(choice, context, home)
    context = _context(choices)
    return {at: (choices[key].best, _reason(choices[key], context)) for at, key in enumerate(keys)}


def _parent_number(name: Name) -> int | None:
    return name.parent.top.record.number if name.parent else None


def _inherit(choices: dict[Key, Choice]) -> None:
    """A name that is once written with its state means the same without it."""
    explicit = {plain: choice for (plain, parent), choice in choices.items() if parent is not None}
    for (plain, parent), choice in choices.items():
        if parent is None and plain in explicit:
            known = explicit[plain]
            choice.senses, choice.bare, choice.parent = known.senses, known.bare, known.parent
            choice.shares = list(known.shares)


def _choice(toponym: Toponym) -> Choice:
    weights = read_table("timeline.places", "weights.toml")["sense"]
    name = toponym.name
    senses, parent = list(name.senses), ""
    if name.parent:
        held = [sense for sense in senses if inside(sense.record, name.parent)]
        senses = held or senses
        parent = name.parent.top.record.name if held else ""
    if toponym.kind is PlaceKind.ADJECTIVE:
        senses = [sense for sense in senses if sense.role is Role.ADJECTIVE] or senses
    senses = senses[:SENSES]
    bare = [_bare(sense, weights) for sense in senses]
    return Choice(senses, bare, _shares(bare), parent=parent)


def _bare(sense: Sense, weights: dict[str, float]) -> float:
    record = sense.record
    score = weights["weight"] * record.weight / 10 + weights.get(record.kind.value, 0.0)
    return score + (weights["name"] if sense.role is not Role.VARIANT else 0.0)


def _shares(scores: list[float]) -> list[float]:
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


def cell(record: Record) -> tuple[int, int] | None:
    """The cell of the globe, about 110 km wide, that a place lies in."""
    if record.latitude is None or record.longitude is None:
        return None
    row = round(record.latitude)
    return row, round(record.longitude * math.cos(math.radians(row)))


def _context(choices: dict[Key, Choice]) -> Context:
    context = Context()
    for choice in choices.values():
        for sense, share in zip(choice.senses, choice.shares, strict=True):
            if share < 0.05:
                continue
            record = sense.record
            if record.country:
                context.countries[record.country.iso2] += share
            if record.region:
                context.regions[record.region] += share
            at = cell(record)
            if at and record.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION):
                context.cells[at] += share
    return context


def _near(context: Context, record: Record) -> float:
    at = cell(record)
    if at is None:
        return 0.0
    cells = context.cells
    return sum(cells.get((at[0] + i, at[1] + j), 0.0) for i in (-1, 0, 1) for j in (-1, 0, 1))


def _weigh(choice: Choice, context: Context, home: frozenset[int]) -> None:
    weights = read_table("timeline.places", "weights.toml")["sense"]
    scores = []
    for sense, bare, own in zip(choice.senses, choice.bare, choice.shares, strict=True):
        record = sense.record
        score = bare
        if len(choice.senses) > 1:
            own = own if own >= 0.05 else 0.0
            local = record.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION)
            score += weights["near"] * math.log1p(max(0.0, _near(context, record) - own * local))
            if record.region:
                score += weights["same_region"] * math.log1p(max(0.0, context.regions[record.region] - own))
            if record.country:
                score += weights["same_country"] * math.log1p(max(0.0, context.countries[record.country.iso2] - own))
            if record.region in home:
                score += weights["home"]
        scores.append(score)
    choice.shares = _shares(scores)


def _reason(choice: Choice, context: Context) -> str:
    record = choice.best.record
    if choice.parent:
        return f"in {choice.parent}, as written"
    if len(choice.senses) == 1:
        return "the only place of the name"
    others = round(_near(context, record) - max(choice.shares))
    if others > 0:
        return f"{others} other place{'s' * (others > 1)} within about 150 km"
    return "the most important of the name"


def country_name(country: Country | None) -> str | None:
    """A country's English short name."""
    return country.name if country else None
