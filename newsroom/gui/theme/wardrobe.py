"""What the program wears: the chosen look, which may follow the system, and all that is made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.gui.icons import Icons
from newsroom.gui.theme.tokens import Palette, Scheme, palette_of
from newsroom.gui.theme.type import register_stories, register_window, sans

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Wardrobe(QObject):
    """Dresses the application; emits `changed` with the palette."""

    changed = Signal(object)

    def __init__(self, application: QApplication, scheme: Scheme) -> None:
        super().__init__(application)
        self._application = application
        self.scheme = scheme
        self.palette: Palette = palette_of(scheme, system_dark=_looks_dark(application))
        self.icons = Icons(self.palette, self)
        self._dressed = self._completed = False

    def dress(self) -> None:
        """Dress the application; the window's frame, painted from the palette alone, need not wait for it."""
        if not self._dressed:
            self._dressed = True
            register_window()
            self.palette = self._find()
            self._dress()
            self.icons.wear(self.palette)
            self._application.styleHints().colorSchemeChanged.connect(self._follow)

    def complete(self) -> None:
        """Add what only stories and idle eyes need: their faces, and the icons."""
        if not self._completed:
            self._completed = True
            register_stories()
        self.icons.load()

    def wear(self, scheme: Scheme) -> None:
        """Wear another look from now on."""
        self.scheme = scheme
        self._change()

    def _find(self) -> Palette:
        from PySide6.QtCore import Qt

        dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return palette_of(self.scheme, system_dark=dark)

    def _follow(self) -> None:
        if self.scheme is Scheme.SYSTEM:
            self._change()

    def _change(self) -> None:
        found = self._find()
        if found is self.palette:
            return
        self.palette = found
        self._dress()
        self.icons.wear(found)
        self.changed.emit(found)

    def _dress(self) -> None:
        from newsroom.gui.theme.sheet import qt_palette, sheet

        self._application.setFont(sans())
        self._application.setPalette(qt_palette(self.palette))
        self._application.setStyleSheet(sheet(self.palette))


def _looks_dark(application: QApplication) -> bool:
    """Tell how the system's own palette looks; asking for its scheme would make all names of Qt first (20 ms)."""
    system = application.palette()
    return system.windowText().color().lightness() > system.window().color().lightness()
