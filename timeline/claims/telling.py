"""One sentence's account of one happening."""

from dataclasses import dataclass

from timeline.claims.passages import Passage
from timeline.model import Mention, Scope, Span, Status, Timex, Toll, Trigger, Where

PLACELESS = frozenset({"talks", "agreement", "sanction", "legislation", "office", "court"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's account of one happening.

    `weak` where only words that need company tell of it ("killed", "hit"); `definite` where it points back to an event
    told before, `novel` where it sets itself apart from it; `past` where it is an older event. `names`
    are those that the event bears ("Katrina"). `retold` where the sentence is about an arrest or a trial for it: what
    such a sentence does not date is not of its own day.
    """

    passage: Passage
    triggers: tuple[Mention[Trigger], ...]
    types: tuple[str, ...]
    status: Status
    scope: Scope
    times: tuple[Mention[Timex], ...] = ()
    places: tuple[Where, ...] = ()
    tolls: tuple[Mention[Toll], ...] = ()
    weak: bool = False
    definite: bool = False
    novel: bool = False
    past: bool = False
    names: frozenset[str] = frozenset()
    retold: bool = False

    @property
    def anchor(self) -> Span:
        """The span of its first trigger."""
        return self.triggers[0].span
