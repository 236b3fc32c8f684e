"""What kinds of happenings there are, and the words that tell of them."""

from timeline.event_types.triggers import find_triggers
from timeline.event_types.types import EVENT_TYPES, EventType

__all__ = ["EVENT_TYPES", "EventType", "find_triggers"]
