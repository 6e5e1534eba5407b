from __future__ import annotations

import subprocess
import sys

import pytest

from newsroom import __main__ as start


@pytest.mark.parametrize(
    ("environment", "system", "screen"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_screen_is_known_before_qt_is_asked(environment, system, screen):
    assert start.has_screen(environment, system) is screen


def test_without_a_word_and_without_a_screen_the_help_is_shown(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["newsroom"])
    monkeypatch.setattr(start, "has_screen", lambda: False)
    assert start.main() == 0
    assert "import" in capsys.readouterr().out


def test_the_window_without_a_screen_says_so_and_loads_no_qt():
    script = (
        "import os, sys; [os.environ.pop(n, None) for n in ('DISPLAY', 'WAYLAND_DISPLAY', 'QT_QPA_PLATFORM')];"
        "sys.argv = ['newsroom-desk', '--lang', 'en']; from newsroom.__main__ import desk; code = desk();"
        "sys.exit(9 if 'PySide6' in sys.modules else code)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("There is no display")
