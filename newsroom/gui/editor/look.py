"""How the page of a story looks: its type and its colours, handed in by the window's theme."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _first(_change: str) -> int:
    return 0


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
    note: str = "#ffefbf"
    """Under words that are noted."""
    note_lit: str = "#fbd873"
    """Under those of the note that the caret or the mouse is at."""
    found: str = "#f5d08a"
    found_text: str = "#1d2329"
    here: str = "#1f5fbf"
    here_text: str = "#ffffff"
    authors: tuple[str, ...] = ("#7a35d6",)
    hue_of: Callable[[str], int] = field(default=_first, compare=False)
    """Gives for a tracked change which of the authors' colours is that of its author."""
    hides_changes: bool = False
    """The text is shown as if all tracked changes were accepted."""
    serif: str = "Source Serif Pro"
    sans: str = "Source Sans Pro"
    weight: int = 400
    body: int = 16
    headline: int = 28
    small: int = 13
    line_height: int = 160
    measure: int = 72

    def colour_of(self, change: str) -> str:
        """Give the colour of a tracked change."""
        return self.authors[self.hue_of(change) % len(self.authors)]


def zoomed(look: EditorLook, percent: int) -> EditorLook:
    """Give a look with its type so many percent as large."""
    sizes = {name: round(getattr(look, name) * percent / 100) for name in ("body", "headline", "small")}
    return replace(look, **sizes)
