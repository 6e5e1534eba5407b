"""Chooses the window or the command line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from newsroom import translation
from newsroom.domain.errors import NotWritten
from newsroom.translation import N_, _, msg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NO_QT = N_(
    "The window cannot be drawn, for a part of Qt is missing: {reason}. The README says how to add it."
)


def main() -> int:
    """Run the command line, or the window where there are no arguments and there is a screen."""
    _let_workers_begin()
    arguments = sys.argv[1:]
    if not arguments and has_screen():
        return desk()
    from newsroom.cli import run

    return run(arguments, draw)


def desk() -> int:
    """Run the window; without anything to show it on, say so instead of falling over."""
    _let_workers_begin()
    arguments = sys.argv[1:]
    translation.use(translation.wanted(arguments))
    if not has_screen() and not draws_unseen():
        text = _("There is no display for the window. “newsroom --help” shows what works without one.")
        sys.stderr.write(text + "\n")
        return 1
    try:
        from newsroom.gui.application import run
    except ImportError as error:
        sys.stderr.write(_(_NO_QT, reason=str(error)) + "\n")
        return 1
    return run(arguments)


def _let_workers_begin() -> None:
    """Let a reading process of a frozen build begin its work here, and never go on to a window."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()


def has_screen(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Tell whether there is a screen that a person looks at."""
    if system in {"win32", "darwin"}:
        return True
    shown = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(shown) and not draws_unseen(environment)


def draws_unseen(environment: Mapping[str, str] = os.environ) -> bool:
    """Tell whether Qt was told to draw where no screen is needed."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return platform in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


def draw(library: str, folder: Path) -> list[Path]:
    """Draw the window on a library into a folder, where nobody sees it, and give the pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from newsroom.gui.pictures import draw as draw_window
    except ImportError as error:
        raise NotWritten(msg(_NO_QT, reason=str(error))) from error
    return draw_window(library, folder)


if __name__ == "__main__":
    sys.exit(main())
