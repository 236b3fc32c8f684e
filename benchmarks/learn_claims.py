"""Learns `timeline/claims/weights.toml`: which of the days that its sentences state is a claim's.

    python benchmarks/learn_claims.py FOLDER gva_train gvc_train [--check gva_dev gvc_dev] [--pull 1] [--write]

FOLDER holds NAME.jsonl files whose rows have "gold": {"date": {"start": day}}. Each article's main happening is a
sample, the days that it states are the candidates. Only numbers are learned, from a prior that is a table of judgements
(`claims_prior.toml`). Needs numpy and scipy (`pip install -e .[bench]`).
"""

import argparse
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from choosing import Sample, fit, named, share_right

from timeline.articles import article_of
from timeline.articles.records import record_of
from timeline.claims import happenings_of
from timeline.claims.composing import claim_of
from timeline.claims.leading import Drafted, main_of
from timeline.claims.votes import columns_of, votes_of
from timeline.event_types import find_triggers
from timeline.pipeline import recognise

PRIOR = Path(__file__).parent / "claims_prior.toml"
TABLE = Path(__file__).parent.parent / "timeline" / "claims" / "weights.toml"
HEAD = "# What a feature is worth when a claim's day is chosen among those that its sentences state, in logits."


def main() -> None:
    """Learns, prints what was learned and, where asked, writes it into the table."""
    arguments = _arguments()
    prior = tomllib.loads(PRIOR.read_text(encoding="utf-8"))["dating"]
    paths = [arguments.folder / f"{name}.jsonl" for name in arguments.sets]
    samples = [sample for path in paths for sample in read_samples(path)]
    weights = fit(samples, prior, arguments.pull)
    print(
        f"{len(samples)} choices; right: {share_right(samples, prior):.1%} before, {share_right(samples, weights):.1%}"
    )
    for name, value in weights.items():
        print(f"{name:20} {prior[name]:6.2f} {value:6.2f}")
    for name in arguments.check or ():
        held = list(read_samples(arguments.folder / f"{name}.jsonl"))
        print(f"{name}: {len(held)} choices; {share_right(held, prior):.1%} before, {share_right(held, weights):.1%}")
    if arguments.write:
        TABLE.write_text(_table(weights, paths, arguments.pull), encoding="utf-8")


def read_samples(path: Path) -> Iterator[Sample]:
    """The choices among days of a file's articles that have both right and wrong candidates."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = date.fromisoformat(row.pop("gold")["date"]["start"])
        sample = _sample(row, gold)
        if sample is not None and sample.teaches:
            yield sample


def _sample(row: dict[str, str], gold: date) -> Sample | None:
    article = article_of(record_of(row, row["id"]))
    context, happenings = happenings_of(recognise(article), find_triggers(article))
    drafts = [Drafted(claim_of(happening, context), happening) for happening in happenings]
    chosen = main_of(drafts)
    if chosen is None:
        return None
    happening = next(draft.happening for draft in drafts if draft.claim is chosen)
    columns = columns_of(list(votes_of(happening, context.published)), context.published)
    exact = tuple(days == (gold, gold) for days in columns)
    right = exact if any(exact) else tuple(first <= gold <= last and (last - first).days < 3 for first, last in columns)
    return Sample(tuple(columns.values()), right)


def _table(weights: dict[str, float], paths: list[Path], pull: float) -> str:
    lines = [HEAD, "# Learned by benchmarks/learn_claims.py from the main claims of the articles of"]
    lines += [f"# - {named(path)}" for path in paths]
    lines += [f"# starting from benchmarks/{named(PRIOR)}, pull {pull:g}.", "", "[dating]"]
    lines += [f'"{name}" = {value}' if " " in name else f"{name} = {value}" for name, value in weights.items()]
    return "\n".join(lines) + "\n"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--check", nargs="+", metavar="NAME")
    parser.add_argument("--pull", type=float, default=1.0, help="how strongly weights are held to the prior")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
