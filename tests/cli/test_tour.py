from __future__ import annotations

import json
import subprocess
import sys

from newsroom.cli import run
from newsroom.formats import writable


def test_the_tour_goes_the_whole_road_in_a_library_of_its_own(capsys, tmp_path):
    def draw(library, folder):
        assert library != str(tmp_path / "library.newsroom")
        picture = folder / "desk-light.png"
        picture.write_bytes(b"\x89PNG")
        return [picture]

    code = run(["tour", "--out", str(tmp_path / "out")], draw)
    told = capsys.readouterr()
    assert (code, told.err) == (0, "")
    named = [path for path in (tmp_path / "out").iterdir() if path.name in told.out]
    assert len(named) == len(writable()) + 1  # pictures beside a file are not named
    assert not (tmp_path / "library.newsroom").exists()


def test_the_installed_program_answers_in_json(tmp_path, wire):
    path = wire("Der Hafen bleibt")
    words = [sys.executable, "-m", "newsroom", "import", str(path), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["imported"][0]["headline"] == "Der Hafen bleibt"
