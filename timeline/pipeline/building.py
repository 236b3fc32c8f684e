"""A workspace brought up to date with its inputs.

Inputs and a workspace go in; new and changed articles are read, the timeline is made anew where anything changed, and
an outcome comes out. The result depends on the articles alone: not on their order, nor on the number of runs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.events import DEFAULT_RULE, build_timeline
from timeline.linking import link
from timeline.model import Problem
from timeline.pipeline.intake import Intake, Options, covers
from timeline.workspace import Workspace

DEFAULT = Options()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: articles read anew and left as they were, problems, and articles whose files have gone."""

    read: int
    unchanged: int
    problems: tuple[Problem, ...]
    gone: tuple[str, ...]


def build(inputs: Sequence[str], workspace: Workspace, options: Options = DEFAULT) -> Outcome:
    """Reads what is new or changed, makes the timeline where anything changed, and says what was done.

    Articles of earlier runs stay, also where their files have gone from the inputs; those are named.
    """
    intake = Intake(workspace, options)
    intake.take(intake.arrivals(inputs))
    intake.settle(inputs)
    gone = tuple(sorted(id for id, file in workspace.paths().items() if id not in intake.seen and covers(inputs, file)))
    intake.take(workspace.outdated())
    refresh(workspace, options.toll_rule)
    return Outcome(intake.read, intake.unchanged, tuple(intake.problems), gone)


def refresh(workspace: Workspace, toll_rule: str = DEFAULT_RULE) -> None:
    """Makes the timeline of a workspace's articles, unless it is there already."""
    if not workspace.is_current(toll_rule):
        linking = link(workspace.profiles())
        workspace.save(build_timeline(workspace.claims(), linking, workspace.drafts(), toll_rule), toll_rule)
    workspace.commit()
