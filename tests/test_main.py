import subprocess
import sys

import pytest

from helpers.__main__ import main

REFUSE = """
import socket
def refuse(*arguments, **options):
    raise OSError("no network at run time")
socket.socket.connect = socket.socket.connect_ex = socket.create_connection = refuse
socket.getaddrinfo = refuse
from helpers.__main__ import main
raise SystemExit(main())
"""


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STORY_CACHE", str(tmp_path / "cache"))


def story(tmp_path, **texts: str):
    folder = tmp_path / "story"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_tables_are_written_and_skipped_files_named(tmp_path, capsys):
    folder = story(tmp_path, a="The deal is worth $3 billion, the firm said.", b="")
    assert main([str(folder), "--out", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out/tables/hype.csv").read_text().startswith("source,line,start,end,quote")
    assert "b.txt,skipped,empty" in (tmp_path / "out/tables/skipped.csv").read_text()
    assert "skipped: b.txt: empty: remove it" in capsys.readouterr().err


@pytest.mark.parametrize("texts", [{}, {"a": ""}])
def test_nothing_to_analyse_is_status_1_and_one_line(tmp_path, capsys, texts):
    folder = story(tmp_path, **texts)
    assert main([str(folder), "--out", str(tmp_path / "out")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("Error:") and str(folder) in line
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["--jobs", "0"], ["--jobs", "x"], ["--bogus"], ["a", "b"]])
def test_wrong_use_is_status_2(arguments, capsys):
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_name_cannot_steer_the_terminal(tmp_path, capsys):
    folder = story(tmp_path, **{"a": "The deal is done.", "\x1b[31mred": ""})
    main([str(folder), "--out", str(tmp_path / "out")])
    assert "\x1b" not in capsys.readouterr().err


def test_the_analysis_runs_with_the_network_refused(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", REFUSE], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "5 articles" in done.stderr
