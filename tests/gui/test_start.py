"""What the first paint costs and shows: the frame alone, in the places where the parts will stand."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize

from newsroom.gui import frame, imports

ROOT = Path(__file__).resolve().parents[2]
LATER = {
    "sqlalchemy",
    "alembic",
    "qtawesome",
    "docx",
    "langdetect",
    "jinja2",
    "typst",
    "lxml",
    "babel",
    "zoneinfo",
    "newsroom.desk",
    "newsroom.library",
    "newsroom.formats",
    "newsroom.gui.wiring",
    "newsroom.gui.panels",
    "newsroom.gui.editor",
}
FIRST_PAINT = """
import json, os, sys
from pathlib import Path
from newsroom.gui.application import Program, begin, options
from newsroom.gui.kept import Kept

application = begin()
folder = Path(sys.argv[1])
program = Program(application, Kept(folder / "window.ini"), options(["--library", str(folder / "a.newsroom")]))

def tell():
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

program.window.painted.connect(tell)
program.show()
application.exec()
"""


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The modules that a program of its own has imported when its window is seen first."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "NEWSROOM_LANG": "en"}
    arguments = [sys.executable, "-c", FIRST_PAINT, str(tmp_path_factory.mktemp("first"))]
    done = subprocess.run(
        arguments, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_the_first_paint_waits_for_nothing_it_does_not_show(imported):
    assert "newsroom.gui.frame" in imported
    assert not LATER & imported


def place(window, part):
    return part.mapTo(window, QPoint(0, 0)), part.size()


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_the_parts_stand_where_the_frame_held_their_places(program, qapp, size):
    window = program.window
    window.resize(*size)
    qapp.processEvents()
    room = frame.middle(window.size())
    assert place(window, window.columns) == (room.topLeft(), room.size())
    held = frame.columns(window.size(), [])
    parts = (window.columns.sidebar, window.stories, window.story, window.panel)
    for part, reserved in zip(parts, held, strict=False):
        assert place(window, part) == (reserved.topLeft(), reserved.size())


def test_widths_that_were_kept_are_held_by_the_frame():
    held = frame.columns(QSize(1600, 900), [200, 400, 600, 397])
    assert [(one.left(), one.width()) for one in held] == [(0, 200), (201, 400), (602, 600), (1203, 397)]


def test_the_frame_gives_way_to_the_parts(program):
    assert program.window.built
    assert program.window.stories.isVisible()


def test_this_version_of_qt_can_import_without_reading_sources():
    assert imports.hasten()


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        ((1920, 1040), (1440, 900)),
        ((1366, 728), (1366, 728)),
        ((1280, 680), (1280, 680)),
        ((800, 600), (1440, 900)),
    ],
)
def test_the_first_window_is_no_larger_than_the_screen(screen, window):
    assert frame.first_size(QSize(*screen)) == QSize(*window)
