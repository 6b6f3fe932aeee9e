"""Every notebook runs by Run All in a real JupyterLab, as a reader sees it."""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest

from helpers import paths
from helpers.publishing import execute

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TOKEN = "reader"
# These show findings, tables and marked words: what the others show in colour is among it.
WITH_MARKS = ("00-summary.ipynb", "02-hype-language.ipynb", "04-superlatives.ipynb")
SECONDS = 300
LEGIBLE = 4.5  # WCAG 2, level AA
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "docmanager-extension/plugin": {"autosave": False},
    "notebook-extension/tracker": {"windowingMode": "none"},  # all cells are on the page
}
LAPTOP = {"width": 1366, "height": 768}
NOTEBOOKS = [file.name for file in execute.notebooks()]
# The one that needs all measures comes first, with an empty cache; then in no order.
OUT_OF_ORDER = sorted(NOTEBOOKS, key=lambda name: "5314620".index(name[1]))
# Run > Run All Cells, and what the notebook then holds. The command returns when all have run.
RUN_ALL = """async () => {
  const widget = jupyterapp.shell.currentWidget;
  await widget.context.ready;
  await widget.sessionContext.ready;
  await widget.sessionContext.session.kernel.info;
  await jupyterapp.commands.execute('notebook:run-all-cells');
  const cells = [];
  for (const cell of widget.content.model.cells) {
    if (cell.type === 'code' && cell.sharedModel.getSource().trim()) {
      cells.push({count: cell.executionCount, outputs: cell.outputs.toJSON()});
    }
  }
  return cells;
}"""
RUN_CODE = """async (code) => {
  const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  await kernel.requestExecute({code}).done;
}"""
RESTART = """async () => {
  const kernel = jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  await kernel.restart();
  await kernel.info;
}"""
FORMULAS = "() => document.querySelectorAll('mjx-container, .MathJax, math').length"
# Outputs as JupyterLab shows them in a notebook that the reader has not run.
DISTRUST = """() => {
  for (const cell of jupyterapp.shell.currentWidget.content.model.cells) cell.trusted = false;
}"""
THEME = """async (theme) => {
  await jupyterapp.commands.execute('apputils:change-theme', {theme});
  while (document.body.dataset.jpThemeName !== theme) await new Promise(r => setTimeout(r, 20));
}"""
# Contrast by WCAG 2 of the words in outputs against what lies behind them: [ratio, words].
CONTRASTS = """() => {
  const read = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    return {rgb: [r, g, b], a};
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const over = (top, ground) => top.rgb.map((v, i) => v * top.a + ground[i] * (1 - top.a));
  const behind = (element) => {
    if (!element) return [255, 255, 255];
    const own = read(getComputedStyle(element).backgroundColor);
    return own.a === 1 ? own.rgb : over(own, behind(element.parentElement));
  };
  const parts = 'th, td, caption, .mark, blockquote p, .mathjax_ignore p, .mathjax_ignore span';
  return [...document.querySelectorAll('.jp-OutputArea-output')]
    .flatMap(output => [...output.querySelectorAll(parts)])
    .filter(element => element.textContent.trim())
    .map(element => {
      const ground = behind(element);
      const ink = over(read(getComputedStyle(element).color), ground);
      const [low, high] = [light(ink), light(ground)].sort((a, b) => a - b);
      return [(high + 0.05) / (low + 0.05), element.textContent.trim().slice(0, 40)];
    });
}"""
# What is wider than its place: the page, the notebook, or a table.
TOO_WIDE = """() => {
  const wide = (element) => element.scrollWidth > element.clientWidth + 1;
  const named = (list) => list.map(e => e.className + ': ' + e.textContent.trim().slice(0, 40));
  const places = [document.documentElement, ...document.querySelectorAll('.jp-WindowedPanel-outer')];
  const outputs = [...document.querySelectorAll('.jp-OutputArea-output')]
    .filter(output => output.querySelector('table'));
  const cut = outputs.filter(e => wide(e) && !['auto', 'scroll'].includes(getComputedStyle(e).overflowX));
  return {page: named(places.filter(wide)), cut: named(cut), scrolled: named(outputs.filter(wide))};
}"""
CONTENTS = """async () => {
  await jupyterapp.commands.execute('toc:show-panel');
  const read = () => [...document.querySelectorAll('.jp-TableOfContents .jp-tocItem-content')];
  for (let n = 0; n < 100 && read().length === 0; n++) await new Promise(r => setTimeout(r, 50));
  return read().map(item => item.textContent.trim());
}"""


def browser():
    """Return the path of an installed browser, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


pytestmark = pytest.mark.skipif(
    browser() is None, reason=f"no browser is installed ({', '.join(BROWSERS)})"
)


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    """Serve copies of the notebooks from a folder of their own, as `make lab` starts JupyterLab.

    Yield its address and the folder of its state. The working directories of server and kernels are not the project's, and
    nothing is cached yet.
    """
    folder = tmp_path_factory.mktemp("a reader's folder")
    (folder / "notebooks").mkdir()
    for file in execute.notebooks():
        shutil.copy(file, folder / "notebooks")
    for name, settings in SETTINGS.items():
        place = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(settings))
    own = {"JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces"}
    own |= {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "OUT": "out"}
    own |= {"JUPYTER_RUNTIME_DIR": "runtime", "STORY_CACHE": "cache"}
    environment = os.environ | {key: str(folder / value) for key, value in own.items()}
    port = free_port()
    command = [sys.executable, "-m", "jupyter", "lab", f"notebooks/{NOTEBOOKS[0]}"]
    command += ["--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    command += [f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)
    try:
        address = wait_for(f"http://127.0.0.1:{port}", folder / "log", process)
        yield SimpleNamespace(address=address, runtime=folder / "runtime")
    finally:
        stop(process)


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def wait_for(address, log: Path, process):
    """Return the address when the server answers."""
    for _ in range(240):
        try:
            urllib.request.urlopen(f"{address}/api?token={TOKEN}", timeout=5).close()
            return address
        except OSError:
            assert process.poll() is None, log.read_text()
            time.sleep(0.25)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()}")


def stop(process):
    """End the server and its kernels: it asks once and obeys the second time."""
    for _ in range(2):
        process.send_signal(signal.SIGINT)
        time.sleep(0.5)
    try:
        process.wait(timeout=20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=browser(), args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture
def page(chromium):
    page = chromium.new_page(viewport=LAPTOP)
    page.set_default_timeout(SECONDS * 1000)
    page.asked = set()
    page.on("request", lambda request: page.asked.add(urlsplit(request.url).hostname))
    yield page
    page.close()


def opened(page, address, name):
    page.goto(f"{address}/lab/tree/{name}?token={TOKEN}&reset")
    page.wait_for_selector(".jp-Notebook")


def shown(cells):
    """Return what the cells show, as text; the numbers of the cells apart."""
    data = [output.get("data", {}) for cell in cells for output in cell["outputs"]]
    return [(one.get("text/plain"), one.get("text/html"), one.get("image/png")) for one in data]


def faint(page, theme):
    """Return the words of outputs that are hard to read in a theme, and how many were looked at."""
    page.evaluate(THEME, theme)
    found = page.evaluate(CONTRASTS)
    return [words for ratio, words in found if ratio < LEGIBLE], len(found)


@pytest.mark.parametrize("name", OUT_OF_ORDER)
def test_notebook_runs_in_jupyterlab(name, lab, page):
    opened(page, lab.address, name)
    cells = page.evaluate(RUN_ALL)
    page.wait_for_timeout(500)
    outputs = [output for cell in cells for output in cell["outputs"]]
    errors = [output for output in outputs if output["output_type"] == "error"]
    assert [error["evalue"] for error in errors] == []
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert page.evaluate(FORMULAS) == 0, "two dollar signs were taken for mathematics"
    assert page.asked - {None} == {"127.0.0.1"}, "the page asked another host for something"
    assert page.evaluate(TOO_WIDE) == {"page": [], "cut": [], "scrolled": []}
    assert page.evaluate(CONTENTS) == headings(name)
    if name not in WITH_MARKS:
        return
    words, looked_at = faint(page, "JupyterLab Light")
    assert words == [] and looked_at > 20
    page.evaluate(DISTRUST)
    words, looked_at = faint(page, "JupyterLab Dark")
    assert words == [] and looked_at > 20


def headings(name):
    """Return the headings of a notebook's Markdown cells, in order."""
    notebook = json.loads((paths.NOTEBOOKS / name).read_text(encoding="utf-8"))
    cells = ["".join(c["source"]) for c in notebook["cells"] if c["cell_type"] == "markdown"]
    return re.findall(r"^#+ (.*)", "\n".join(cells), re.MULTILINE)


def first_page(lab):
    """Return the address that JupyterLab hands to the reader's browser."""
    (file,) = lab.runtime.glob("*file-to-run*.html")
    return re.search(r'href="([^"]+)"', file.read_text())[1]


def test_lab_opens_on_the_summary_and_a_notebook_can_be_run_again_from_anywhere(lab, page):
    assert f"/lab/tree/{NOTEBOOKS[0]}?" in first_page(lab)
    page.goto(first_page(lab))
    page.wait_for_selector(".jp-Notebook")
    opened(page, lab.address, "01-corpus.ipynb")
    first = page.evaluate(RUN_ALL)
    page.evaluate(RUN_CODE, "import os; os.chdir('/')")
    again = page.evaluate(RUN_ALL)
    assert shown(again) == shown(first) and again[0]["count"] > len(first)
    page.evaluate(RESTART)
    page.evaluate(RUN_CODE, "import os; os.chdir('/')")
    anew = page.evaluate(RUN_ALL)
    assert shown(anew) == shown(first) and anew[0]["count"] < again[0]["count"]
