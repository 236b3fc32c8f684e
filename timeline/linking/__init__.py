"""Which claims tell of one event, why, and which articles copy one another."""

from timeline.linking.copies import Copies
from timeline.linking.features import FEATURES
from timeline.linking.linker import Linking, link
from timeline.linking.profile import Profile
from timeline.linking.profiling import profiles

__all__ = ["FEATURES", "Copies", "Linking", "Profile", "link", "profiles"]
