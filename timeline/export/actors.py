"""Who took part in an event, as its claims name them."""

from collections import Counter

from timeline.model import Event, Part


def actors_of(event: Event, part: Part) -> tuple[str, ...]:
    """The names of those who took a part, the most often named first."""
    named = Counter(actor.mention.value for claim in event.claims for actor in claim.actors if actor.part is part)
    return tuple(sorted(named, key=lambda name: (-named[name], name)))
