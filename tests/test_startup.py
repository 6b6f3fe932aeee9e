"""What a reader waits for before anything happens: imports, and the command's help.

Charts are the place of matplotlib, and components of the pipeline that of spaCy.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import helpers

PACKAGE = Path(helpers.__file__).parent
COMPONENTS = ("sentences", "attribute_rules")
IMPORTER = """
import importlib, json, sys
loaded = {}
for module in sys.argv[1].split():
    importlib.import_module(f"helpers.{module}")
    for name in ("spacy", "textstat", "matplotlib"):
        if name in sys.modules:
            loaded.setdefault(name, module)
print(json.dumps(loaded))
"""


def run(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_any_module_loads_no_parser_dictionary_or_drawing_library():
    files = (file for file in PACKAGE.rglob("*.py") if not file.name.startswith("__"))
    modules = [".".join(file.relative_to(PACKAGE).with_suffix("").parts) for file in files]
    modules = [
        name for name in modules if not name.startswith("charts.") and name not in COMPONENTS
    ]
    assert len(modules) > 40
    assert run("-c", IMPORTER, " ".join(sorted(modules))).strip() == "{}"


@pytest.mark.parametrize("program", ["helpers", "helpers.report"])
def test_help_needs_nothing_but_the_standard_library(program):
    listed = "import runpy, sys; sys.argv = ['x', '--help']\n"
    listed += f"try: runpy.run_module({program!r}, run_name='__main__')\n"
    listed += "except SystemExit: print(sorted(set(sys.modules) & {'numpy', 'pandas', 'spacy'}))"
    output = run("-c", listed)
    assert "usage" in output
    assert output.splitlines()[-1] == "[]"
