"""The rooms and their doors: which module may import which. Data flows one way.

A new module needs a room here, and a room a reason to open a door to another.
"""

import ast
from fnmatch import fnmatch
from pathlib import Path

import pytest

import helpers

PACKAGE = Path(helpers.__file__).parent
MEASURES = {"hype", "superlatives", "readability", "facts"}
SHARED = {"ground", "corpus", "language"}
# room: (its modules, the rooms it may import from)
ROOMS = {
    "ground": ("problems paths cues lattice tokens accents display plain", set()),
    "corpus": (
        "settings corpus texts.*",
        {"ground", "quantities"},
    ),
    "language": ("language sentences attribute_rules", {"ground", "corpus"}),
    "lexicons": ("lexicons terms", SHARED),
    "quantities": (
        "quantities numbers.*",
        {"ground"},
    ),
    "attribution": ("attribution quoting.*", SHARED),
    "hype": ("hype contrast controls hype_rules.*", SHARED | {"lexicons", "attribution"}),
    "superlatives": (
        "superlatives superlative_rules.*",
        SHARED | {"attribution", "quantities"},
    ),
    "intervals": ("intervals resampling", set()),
    "readability": (
        "readability textstat_compared reading_ease.*",
        SHARED | {"intervals"},
    ),
    "names": ("names name_rules.*", SHARED),
    "statements": ("statements.*", SHARED | {"names", "attribution", "quantities"}),
    "settling": ("settling.*", SHARED | {"names", "attribution", "quantities", "statements"}),
    "facts": ("facts", SHARED | {"attribution", "statements", "settling"}),
    "divergence": (
        "divergence contradictions grid short_values comparing.*",
        {"ground", "corpus", "quantities"},
    ),
    "reading": ("claims summary marked_text", {"ground", "corpus", "intervals", "story"}),
    "accuracy": (
        "accuracy exercise scores scoring.*",
        {"ground", "corpus", "intervals", "divergence", "story", "lexicons"},
    ),
    "findings": ("findings.*", {"ground", "divergence", "readability"}),
    "charts": ("charts.* export", {"ground", "corpus", "findings", "readability"}),
    "story": (
        "store engines analysis",
        SHARED | MEASURES | {"settling", "attribution", "names", "divergence", "intervals"},
    ),
    "report": (
        "report publishing.* pages.* __main__",
        {"ground", "corpus", "story", "charts", "intervals"},
    ),
}
MODULES = sorted(
    ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
    for file in PACKAGE.rglob("*.py")
    if file.name != "__init__.py"
)
# What takes long to load is loaded where it is used, not where a module is imported.
HEAVY = {"spacy", "textstat", "matplotlib", "scipy", "trafilatura", "py3langid", "datasketch"}


def room_of(module: str) -> str:
    for room, (patterns, _) in ROOMS.items():
        if any(fnmatch(module, pattern) for pattern in patterns.split()):
            return room
    return pytest.fail(f"{module} has no room in tests/test_imports.py")


def imported(module: str, *, at_import_time: bool = False) -> tuple[set[str], set[str]]:
    """Return the modules of the package, and the other packages, that a module imports."""
    file = PACKAGE.joinpath(*module.split(".")).with_suffix(".py")
    tree = ast.parse(file.read_text(encoding="utf-8"))
    own, others = set(), set()
    for node in tree.body if at_import_time else ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{name.name}" for name in node.names] + [node.module]
        else:
            continue
        for name in names:
            if not name.startswith("helpers"):
                others.add(name.split(".")[0])
            elif name.removeprefix("helpers.") in MODULES:
                own.add(name.removeprefix("helpers."))
    return own, others


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_through_the_doors_of_its_room(module):
    room = room_of(module)
    allowed = ROOMS[room][1] | {room}
    wrong = {other for other in imported(module)[0] if room_of(other) not in allowed}
    assert not wrong, f"{module} ({room}) imports {sorted(wrong)}"


def test_no_measure_imports_another():
    for measure in MEASURES:
        assert not ROOMS[measure][1] & MEASURES


@pytest.mark.parametrize("module", MODULES)
def test_no_module_imports_ipython(module):
    assert "IPython" not in imported(module)[1]


@pytest.mark.parametrize("module", ["analysis", "corpus", "language", "report", "__main__"])
def test_the_way_to_the_tables_is_light(module):
    assert not imported(module, at_import_time=True)[1] & HEAVY


def test_packages_hold_a_docstring_and_nothing_else():
    for file in PACKAGE.rglob("__init__.py"):
        body = ast.parse(file.read_text(encoding="utf-8")).body
        assert len(body) == 1 and isinstance(body[0], ast.Expr), file.name


def test_no_module_prints():
    for module in MODULES:
        file = PACKAGE.joinpath(*module.split(".")).with_suffix(".py")
        calls = [n for n in ast.walk(ast.parse(file.read_text())) if isinstance(n, ast.Call)]
        assert "print" not in {getattr(call.func, "id", "") for call in calls}, module
