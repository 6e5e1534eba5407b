"""Icons by their role, from one family; empty until the family is loaded, in the space they will take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

    from newsroom.gui.theme.tokens import Palette

ROLES = {
    "new": "plus",
    "import": "download-simple",
    "folder": "folder-open",
    "export": "export",
    "copy": "copy",
    "save": "floppy-disk",
    "search": "magnifying-glass",
    "clear": "x",
    "close": "x",
    "bold": "text-bolder",
    "italic": "text-italic",
    "strike": "text-strikethrough",
    "underline": "text-underline",
    "clear-format": "eraser",
    "picture": "image",
    "table": "table",
    "box": "note-blank",
    "footnote": "asterisk",
    "link": "link-simple",
    "quote": "quotes",
    "list": "list-bullets",
    "numbers": "list-numbers",
    "undo": "arrow-u-up-left",
    "redo": "arrow-u-up-right",
    "warn": "warning",
    "bad": "prohibit",
    "law": "scales",
    "good": "check",
    "info": "info",
    "trash": "trash",
    "restore": "arrow-counter-clockwise",
    "panel": "columns",
    "story": "article",
    "empty": "newspaper",
    "sort": "sort-ascending",
    "submit": "paper-plane-tilt",
    "keys": "keyboard",
    "jump": "crosshair-simple",
    "offline": "wifi-slash",
    "down": "caret-down",
    "up": "caret-up",
    "right": "caret-right",
    "samples": "books",
    "command": "command",
    "note": "chat-text",
    "settings": "gear-six",
    "template": "note-blank",
    "versions": "copy",
    "snippet": "lightning",
    "tidy": "magic-wand",
    "track": "plus-minus",
    "print": "printer",
    "board": "squares-four",
    "calendar": "calendar-blank",
    "doubles": "copy-simple",
    "tray": "tray",
    "left": "caret-left",
    "arrow-up": "arrow-up",
    "arrow-down": "arrow-down",
    "review": "check-square-offset",
    "eyes": "eye",
    "clock": "clock",
    "edition": "newspaper-clipping",
    "notices": "bell",
    "assign": "user-plus",
}


class Icons(QObject):
    """The factory; emits `changed` when icons can be had, or have other colours."""

    changed = Signal()

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._palette = palette
        self._loaded = False
        self._made: dict[tuple[str, str], QIcon] = {}
        self._drawn: dict[tuple[str, str, int], QPixmap] = {}

    def fetch(self) -> None:
        """Import the family, which costs a tenth of a second, on any thread."""
        import qtawesome  # noqa: F401 - imported for its cost, used in `icon`

    def load(self) -> None:
        """Have icons from now on."""
        self._loaded = True
        self._forget()
        self.changed.emit()

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        self._forget()
        if self._loaded:
            self.changed.emit()

    def icon(self, role: str, colour: str = "text") -> QIcon:
        """Give the icon of a role in a colour of the palette; an empty one while nothing is loaded."""
        if not self._loaded:
            return _empty()
        key = (role, colour)
        if key not in self._made:
            self._made[key] = self._make(role, colour)
        return self._made[key]

    def _make(self, role: str, colour: str) -> QIcon:
        import qtawesome
        from PySide6.QtGui import QIcon

        made = qtawesome.icon(
            f"ph.{ROLES[role]}", color=getattr(self._palette, colour), color_disabled=self._palette.off
        )
        assert isinstance(made, QIcon)
        return made

    def pixmap(self, role: str, colour: str, size: int) -> QPixmap:
        """Give the picture of a role, so many pixels wide; it is drawn once, as drawing takes its time."""
        key = (role, colour, size)
        if key not in self._drawn:
            self._drawn[key] = self.icon(role, colour).pixmap(size, size)
        return self._drawn[key]

    def _forget(self) -> None:
        self._made.clear()
        self._drawn.clear()


def _empty() -> QIcon:
    """Give an icon of nothing, which keeps the place."""
    from PySide6.QtGui import QIcon, QPixmap

    nothing = QPixmap(16, 16)
    nothing.fill("transparent")
    return QIcon(nothing)
