"""Chooses the window or the command line."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from newsroom import translation
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def main() -> int:
    """Run the command line, or the window where there are no arguments and there is a display."""
    arguments = sys.argv[1:]
    if not arguments and has_display():
        return desk()
    from newsroom.cli import run

    return run(arguments, draw)


def desk() -> int:
    """Run the window; without a display, say so instead of falling over."""
    arguments = sys.argv[1:]
    translation.use(translation.wanted(arguments))
    if not has_display():
        print(
            _("There is no display for the window. “newsroom --help” shows what works without one."),
            file=sys.stderr,
        )  # noqa: T201 - nothing else can speak yet
        return 1
    from newsroom.gui.application import run

    return run(arguments)


def has_display(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> bool:
    """Tell whether a window can be shown, or is drawn where nobody sees it."""
    if system in {"win32", "darwin"}:
        return True
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def draw(library: str, folder: Path) -> list[Path]:
    """Draw the window on a library into a folder, where nobody sees it, and give the pictures."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from newsroom.gui.pictures import draw as draw_window

    return draw_window(library, folder)


if __name__ == "__main__":
    sys.exit(main())
