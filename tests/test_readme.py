"""Every command of the README is run, and what it shows is true of the project."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib

import pytest

from helpers import paths
from helpers.__main__ import parser
from helpers.settings import Settings

README = (paths.ROOT / "README.md").read_text(encoding="utf-8")
INDENTED = [line.strip() for line in README.splitlines() if line.startswith("    ")]
COMMANDS = [line.split("  #")[0].strip() for line in INDENTED]
INLINE = re.findall(r"`((?:make|pip|python) [^`]+)`", README)
MAKE = sorted({line for line in [*COMMANDS, *INLINE] if line.startswith("make ")})
needs_make = pytest.mark.skipif(
    shutil.which("make") is None, reason="make is not installed; the README has steps without it"
)
STORY = "The firm paid $3 billion for its rival on Monday, the largest deal of the year, it said."


def dry_run(command: str) -> str:
    done = subprocess.run(
        [shutil.which("make"), "-n", *shlex.split(command)[1:]],
        cwd=paths.ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


@needs_make
@pytest.mark.parametrize("command", MAKE)
def test_make_knows_every_command_of_the_readme(command):
    shown = dry_run(command)
    assert ".venv/bin/" in shown
    if "STORY=" in command:
        assert "my/folder" in shown
    if command.startswith("make lab"):  # tests/test_browser.py opens JupyterLab with this
        assert "jupyter lab notebooks/00-summary.ipynb" in shown
    if "WIDTH=" in command:  # and tests/test_figures.py draws so
        assert re.search(r"-m helpers\.report .*--figures 89\n", shown)


@needs_make
def test_the_steps_without_make_are_those_of_make():
    made = dry_run("make --always-make .venv/ready").replace(
        "--quiet --disable-pip-version-check ", ""
    )
    steps = [line for line in COMMANDS if line.startswith("pip ")]
    assert len(steps) == 2
    for step in steps:
        assert f".venv/bin/python -m {step}" in made


def test_the_extra_of_the_readme_is_one():
    project = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [extra for line in INLINE for extra in re.findall(r"\.\[(\w+)\]", line)]
    assert asked and set(asked) <= set(project["optional-dependencies"])


TABLES = [line for line in COMMANDS if "-m helpers my/folder" in line]


@pytest.mark.parametrize("command", TABLES)
def test_the_tables_commands_of_the_readme_run(tmp_path, command):
    if "dask" in command:
        # A scheduler elsewhere: tests/test_engines.py runs one. Here the command is understood.
        parser().parse_args(command.split()[3:])
        return
    (tmp_path / "my" / "folder").mkdir(parents=True)
    (tmp_path / "my" / "folder" / "a.txt").write_text(STORY)
    arguments = [sys.executable, *command.split()[1:]]
    done = subprocess.run(arguments, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    rows = re.findall(r"^\| (`[\w`, ]+`) \|", README, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"\w+", row)]
    written = {file.stem for file in (tmp_path / "my" / "results" / "tables").iterdir()}
    assert {"articles", "hype", "divergence"} <= set(named) == written


def test_the_steps_without_make_name_files_and_modules_that_exist():
    steps = [line for line in COMMANDS if line.startswith(("pip ", "jupyter ", "python "))]
    assert len(steps) >= 5
    for step in steps:
        for name in re.findall(r"\S+\.(?:txt|ipynb)", step):
            assert (paths.ROOT / name).exists(), name
    done = subprocess.run(
        [sys.executable, "-m", "helpers.report", "--help"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert all(option in done.stdout for option in ("--out", "--figures"))


def test_story_toml_of_the_readme_is_valid():
    start = INDENTED.index('title = "The harbour deal"')
    end = next(i for i, line in enumerate(INDENTED) if line.startswith("reference"))
    settings = Settings.model_validate(tomllib.loads("\n".join(INDENTED[start : end + 1])))
    assert settings.attributes["crew"].unit == "count"


def test_links_and_pictures_lead_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (paths.ROOT / target).exists(), target


def test_every_direct_dependency_is_explained():
    pinned = tomllib.loads((paths.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for requirement in pinned["project"]["dependencies"]:
        assert re.split(r"[\[=]", requirement)[0].lower() in README.lower(), requirement


def test_the_readme_states_no_result():
    prose = re.sub(r"(?m)^    .*$|`[^`]*`|\]\([^)]*\)", "", README)
    assert "$" not in prose
    assert not re.findall(r"\d+ ?%", prose)
