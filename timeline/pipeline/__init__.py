"""The whole path: articles in, readings out, and a workspace brought up to date."""

from timeline.pipeline.building import Outcome, build, refresh
from timeline.pipeline.intake import Options
from timeline.pipeline.reading import Boundary, extract, extract_all, read_inputs, recognise

__all__ = ["Boundary", "Options", "Outcome", "build", "extract", "extract_all", "read_inputs", "recognise", "refresh"]
