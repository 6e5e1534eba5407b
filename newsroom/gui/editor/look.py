"""How the page of a story looks: its type and its colours, handed in by the window's theme."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorLook:
    """Colours as #rrggbb, sizes in pixels, line height in percent, measure in characters."""

    ground: str = "#ffffff"
    surface: str = "#fafbfd"
    line: str = "#e3e6ea"
    text: str = "#1b1f24"
    muted: str = "#6b7280"
    accent: str = "#1f5fbf"
    selection: str = "#cfe0fa"
    warn: str = "#b45309"
    warn_ground: str = "#fff7e6"
    warn_line: str = "#f6d79b"
    bad: str = "#b91c1c"
    note: str = "#ffe9a8"
    found: str = "#f5d08a"
    found_text: str = "#1d2329"
    here: str = "#1f5fbf"
    here_text: str = "#ffffff"
    inserted: str = "#7a35d6"
    serif: str = "Source Serif Pro"
    sans: str = "Source Sans Pro"
    weight: int = 400
    body: int = 16
    headline: int = 28
    small: int = 13
    line_height: int = 160
    measure: int = 72
