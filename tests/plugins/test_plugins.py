"""One more format is one file or folder: a package that is installed beside the program adds one everywhere."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent / "gemtext"
ROOT = Path(__file__).parents[2]

DIALOG = """
from PySide6.QtWidgets import QApplication
from newsroom.gui.dialogs.export import offered_formats
from newsroom.formats import readable
print([name for _title, name in offered_formats()], [form.name for form in readable()])
"""
BROKEN = {
    "newsroom_broken": "raise RuntimeError('it was made for another program')",
    "newsroom_odd": "FORMAT = 'gemtext'",
    "newsroom_greedy": (
        "from newsroom.formats import Format\n"
        "FORMAT = Format(name='docx', title='Greedy', extensions=('.docx',), mime='x/y')\n"
    ),
}


def installed(place, name, version, points):
    """Put the description of a package beside its modules, as an installer does."""
    described = place / f"{name.replace('-', '_')}-{version}.dist-info"
    described.mkdir(parents=True)
    (described / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    lines = "\n".join(f"{key} = {value}" for key, value in points.items())
    (described / "entry_points.txt").write_text(f"[newsroom.formats]\n{lines}\n")


@pytest.fixture
def site(tmp_path):
    """A folder of packages in which the sample is installed."""
    place = tmp_path / "site"
    project = tomllib.loads((SAMPLE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed(place, project["name"], project["version"], project["entry-points"]["newsroom.formats"])
    (place / "newsroom_gemtext").symlink_to(SAMPLE / "newsroom_gemtext")
    return place


@pytest.fixture
def run(tmp_path, site):
    """Runs Python with the packages and gives the finished process."""

    def go(*arguments):
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join((str(site), str(ROOT))),
            "PYTHONUTF8": "1",
            "NEWSROOM_LIBRARY": str(tmp_path / "library.newsroom"),
            "NEWSROOM_LOG": str(tmp_path / "newsroom.log"),
            "NEWSROOM_LANG": "en",
            "QT_QPA_PLATFORM": "offscreen",
        }
        asked = [sys.executable, *map(str, arguments)]
        return subprocess.run(asked, capture_output=True, text=True, env=environment, check=False)

    return go


def test_a_format_of_another_package_is_offered_everywhere_and_works(run, tmp_path):
    page = tmp_path / "hafen.gmi"
    page.write_text("# Der Hafen bleibt\nDer Rat vertagte sich.\n=> https://beispiel.example Zur Stadt\n")
    assert "gemtext" in run("-m", "newsroom", "export", "--help").stdout
    assert "gemtext" in run("-m", "newsroom", "convert", "--help").stdout
    brought = json.loads(run("-m", "newsroom", "import", page, "--json").stdout)
    assert brought["imported"][0]["headline"] == "Der Hafen bleibt"
    sent = run("-m", "newsroom", "export", "1", "--to", "gemtext", "--out", tmp_path / "out.gmi")
    assert sent.returncode == 0, sent.stderr
    assert (tmp_path / "out.gmi").read_text().startswith("# Der Hafen bleibt\n")
    turned = run("-m", "newsroom", "convert", page, tmp_path / "hafen.docx")
    assert turned.returncode == 0, turned.stderr
    assert (tmp_path / "hafen.docx").stat().st_size > 1_000
    offered, read = run("-c", DIALOG).stdout.strip().split("] ")
    assert "gemtext" in offered
    assert "gemtext" in read


def test_a_broken_package_is_named_and_stops_nothing(run, site, tmp_path):
    for name, words in BROKEN.items():
        (site / f"{name}.py").write_text(words)
        installed(site, name.replace("_", "-"), "1.0", {name: f"{name}:FORMAT"})
    page = tmp_path / "hafen.gmi"
    page.write_text("# Der Hafen bleibt\nDer Rat vertagte sich.\n")
    turned = run("-m", "newsroom", "convert", page, tmp_path / "hafen.docx")
    assert turned.returncode == 0, turned.stderr
    assert "“newsroom-broken” is left out" in turned.stderr
    assert "another program" in turned.stderr
    assert "no format" in turned.stderr
    assert "“Greedy” is left out" in turned.stderr
    assert (tmp_path / "hafen.docx").read_bytes()[:2] == b"PK"
