"""What docs/architecture.md and the house rules promise of the code's shape, read from the code itself."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import quantiles

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "timeline"
DOCUMENT = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")

RECOGNISERS = ("times", "places", "casualties", "event_types", "attributions")
LAYERS = (
    ("model",),
    ("spans",),
    RECOGNISERS,
    ("articles",),
    ("claims",),
    ("linking",),
    ("events",),
    ("workspace",),
    ("selection", "charts", "export"),
    ("pipeline",),
    ("cli",),
)
DOORS = {
    "dateparser": {"times"},
    "networkx": {"linking"},
    "plotly": {"charts"},
    "trafilatura": {"articles"},
    "htmldate": {"articles"},
    "charset_normalizer": {"articles"},
    "py3langid": {"articles"},
    "sqlite3": {"workspace"},
    "yaml": {"articles"},
    "streamlit": set(),
}
THROUGH_ANOTHER = {"htmldate"}  # trafilatura calls it, within the bounds that `articles` states
CLOCKS = {"now", "utcnow", "today", "time_ns", "localtime", "gmtime"}
MAY_ASK_THE_CLOCK = {"articles", "workspace", "cli"}  # when a file was read, when a row was written, progress

LINES = 250
BODY = 40
USUAL_BODY = 30
PARAMETERS = 4

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


def pages() -> list[Path]:
    return [ROOT / "streamlit_app.py", *sorted((ROOT / "pages").rglob("*.py"))]


def part_of(path: Path) -> str:
    """The package below `timeline` that a module belongs to; "" for `timeline` itself."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return "" if parts[0] in ("__init__", "__main__") else parts[0]


def imports(tree: ast.Module) -> Iterator[str]:
    """The full names of all modules that a module imports, wherever the statement stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_imported(tree: ast.Module) -> set[str]:
    names = [name.split(".") for name in imports(tree)]
    return {name[1] for name in names if name[0] == "timeline" and len(name) > 1}


def functions(tree: ast.Module) -> list[Function]:
    return [node for node in ast.walk(tree) if isinstance(node, Function)]


def parameters(function: Function) -> list[ast.arg]:
    given = function.args
    every = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return [parameter for parameter in every if parameter.arg not in ("self", "cls")]


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def rank(part: str) -> int:
    return next(index for index, layer in enumerate(LAYERS) if part in layer)


IDS = {"ids": lambda path: str(path.relative_to(ROOT))}


@pytest.mark.parametrize("path", [path for path in modules() if part_of(path)], **IDS)
def test_imports_point_one_way(path: Path) -> None:
    own = part_of(path)
    others = parts_imported(modules()[path]) & {part for layer in LAYERS for part in layer} - {own}
    wrong = {other for other in others if rank(other) >= rank(own) and not _stands_beside(own, other)}
    assert not wrong, f"{own} imports {wrong}"


def _stands_beside(own: str, other: str) -> bool:
    """The three that show events may use one another: an export writes what a selection leaves."""
    return other == "selection" and own in ("charts", "export")


def test_every_part_has_its_layer() -> None:
    assert {part_of(path) for path in modules()} - {""} == set(chain(*LAYERS))


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    users = {part_of(path) for path, tree in modules().items() if library in {n.split(".")[0] for n in imports(tree)}}
    assert users <= DOORS[library]


def test_every_dependency_has_a_door_and_is_used() -> None:
    names = {"pyyaml": "yaml"}
    declared = {re.split("[>=<]", line)[0].lower() for line in _project()["dependencies"]}
    libraries = {names.get(name, name.replace("-", "_")) for name in declared}
    assert libraries <= set(DOORS)
    used = (
        {name.split(".")[0] for tree in modules().values() for name in imports(tree)} | {"streamlit"} | THROUGH_ANOTHER
    )
    assert libraries <= used


def test_the_pins_meet_what_the_project_asks_for() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.lower().split("==") for line in lines if line and not line.startswith("#"))
    for requirement in _project()["dependencies"]:
        name, least = requirement.lower().split(">=")
        assert _version(pins[name]) >= _version(least), requirement


@pytest.mark.parametrize("path", [*modules(), *pages()], **IDS)
def test_a_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES


@pytest.mark.parametrize("path", modules(), **IDS)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(modules()[path]), "no module docstring"


def test_functions_are_short() -> None:
    lengths = {f"{path.name}:{f.lineno} {f.name}": length(f) for path, t in modules().items() for f in functions(t)}
    assert {name: lines for name, lines in lengths.items() if lines > BODY} == {}
    assert quantiles(lengths.values(), n=10)[-1] <= USUAL_BODY


@pytest.mark.parametrize("path", modules(), **IDS)
def test_functions_take_few_parameters_and_no_switches(path: Path) -> None:
    for function in functions(modules()[path]):
        given = parameters(function)
        assert len(given) <= PARAMETERS, f"{function.name} takes {len(given)}"
        switches = [p.arg for p in given if isinstance(p.annotation, ast.Name) and p.annotation.id == "bool"]
        assert function.name.startswith("_") or not switches, f"{function.name} takes {switches}"


@pytest.mark.parametrize("path", modules(), **IDS)
def test_nothing_asks_for_the_day_it_runs_on(path: Path) -> None:
    calls = [node.func for node in ast.walk(modules()[path]) if isinstance(node, ast.Call)]
    asked = {call.attr for call in calls if isinstance(call, ast.Attribute)} & CLOCKS
    assert not asked or part_of(path) in MAY_ASK_THE_CLOCK


@pytest.mark.parametrize("path", [*modules(), *pages()], **IDS)
def test_no_error_is_swallowed(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for handler in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)):
        names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)} if handler.type else set()
        broad = handler.type is None or names & {"Exception", "BaseException"}
        raises_again = isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None
        at_the_boundary = path.is_relative_to(PACKAGE / "pipeline")
        assert not broad or raises_again or at_the_boundary, f"line {handler.lineno}"


def test_pages_call_public_names_only() -> None:
    for path in pages():
        for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
            assert not any(part.startswith("_") and part != "__future__" for part in name.split(".")), f"{path}: {name}"


def test_the_document_draws_every_part() -> None:
    assert {part for layer in LAYERS for part in layer} <= set(re.findall(r"\w+", DOCUMENT))


@pytest.mark.parametrize("part", sorted(set(re.findall(r"`timeline\.(\w+)`", DOCUMENT))))
def test_what_the_document_names_exists(part: str) -> None:
    assert (PACKAGE / part).is_dir() or (PACKAGE / f"{part}.py").is_file()


def _rows() -> list[tuple[str, str]]:
    """Package and public names of each row of the document's table."""
    rows = re.findall(r"^\| `timeline\.(\w+)` \| (.+) \|$", DOCUMENT, re.MULTILINE)
    return [(part, name) for part, cell in rows for name in re.findall(r"`([A-Za-z_]+)\b", cell)]


@pytest.mark.parametrize(("part", "name"), _rows())
def test_a_public_name_of_the_document_is_public(part: str, name: str) -> None:
    home = PACKAGE / part / "__init__.py" if (PACKAGE / part).is_dir() else PACKAGE / f"{part}.py"
    assert name in re.findall(r'"(\w+)"', _public(modules()[home])), f"timeline.{part} has no public {name}"


def _public(tree: ast.Module) -> str:
    """The source of a module's `__all__`, or of the names that it defines where it has none."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            return ast.unparse(node.value).replace("'", '"')
    defined = [n.name for n in tree.body if isinstance(n, Function | ast.ClassDef)]
    assigned = [t.id for n in tree.body if isinstance(n, ast.Assign) for t in n.targets if isinstance(t, ast.Name)]
    return " ".join(f'"{name}"' for name in [*defined, *assigned] if not name.startswith("_"))


def _project() -> dict[str, list[str]]:
    project: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in text.split("."))
