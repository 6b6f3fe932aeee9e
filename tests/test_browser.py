"""Every notebook runs by Run All in a real JupyterLab, as a reader sees it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from helpers import execute

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
SECONDS = 300
SETTINGS = {
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "docmanager-extension/plugin": {"autosave": False},
    "notebook-extension/tracker": {"windowingMode": "none"},  # all cells are on the page
}
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
FORMULAS = "() => document.querySelectorAll('mjx-container, .MathJax, math').length"


def browser():
    """Return the path of an installed browser, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


pytestmark = pytest.mark.skipif(
    browser() is None, reason=f"no browser is installed ({', '.join(BROWSERS)})"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Serve copies of the notebooks from a folder of their own; yield the address."""
    folder = tmp_path_factory.mktemp("lab")
    root = folder / "notebooks"
    root.mkdir()
    for file in execute.notebooks():
        shutil.copy(file, root)
    for name, settings in SETTINGS.items():
        place = folder / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(settings))
    own = {"JUPYTERLAB_SETTINGS_DIR": "settings", "JUPYTERLAB_WORKSPACES_DIR": "workspaces"}
    own |= {"JUPYTER_CONFIG_DIR": "config", "JUPYTER_DATA_DIR": "data", "OUT": "out"}
    environment = os.environ | {key: str(folder / value) for key, value in own.items()}
    port = free_port()
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += [f"--ServerApp.root_dir={root}", f"--ServerApp.port={port}"]
    command += [f"--IdentityProvider.token={TOKEN}", "--LabApp.expose_app_in_browser=True"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, cwd=folder, stdout=log, stderr=log)
    try:
        yield wait_for(f"http://127.0.0.1:{port}", folder / "log", process)
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


@pytest.mark.parametrize("name", [file.name for file in execute.notebooks()])
def test_notebook_runs_in_jupyterlab(name, server, chromium):
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(SECONDS * 1000)
    hosts = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
    page.goto(f"{server}/lab/tree/{name}?token={TOKEN}&reset")
    page.wait_for_selector(".jp-Notebook")
    cells = page.evaluate(RUN_ALL)
    page.wait_for_timeout(500)
    formulas = page.evaluate(FORMULAS)
    page.close()
    outputs = [output for cell in cells for output in cell["outputs"]]
    errors = [output for output in outputs if output["output_type"] == "error"]
    assert [error["evalue"] for error in errors] == []
    assert [cell["count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert any("image/png" in output.get("data", {}) for output in outputs)
    assert formulas == 0, "two dollar signs were taken for mathematics"
    assert hosts - {None} == {"127.0.0.1"}, "the page asked another host for something"
