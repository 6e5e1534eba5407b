"""What the program wears: the chosen look, which may follow the system, and all that is made from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

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
        self._chosen = self._dressed = self._completed = False

    def lay_out(self) -> None:
        """Choose face and colours; the window's frame, painted from the palette alone, need not wait for it."""
        if not self._chosen:
            self._chosen = True
            register_window()
            self.palette = self._find()
            self._colour()
            self.icons.wear(self.palette)

    def dress(self) -> None:
        """Dress what was built since: under a sheet each part costs anew whenever it finds its place (4 x in all)."""
        if not self._dressed:
            self._dressed = True
            self._put_on()
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
        self._colour()
        self._put_on()
        self.icons.wear(found)
        self.changed.emit(found)

    def _colour(self) -> None:
        from newsroom.gui.theme.sheet import qt_palette

        self._application.setFont(sans())
        self._application.setPalette(qt_palette(self.palette))
        QCoreApplication.sendPostedEvents(
            None, QEvent.Type.ApplicationFontChange.value
        )  # else it misses parts

    def _put_on(self) -> None:
        from newsroom.gui.theme.sheet import sheet

        self._application.setStyleSheet(sheet(self.palette))


def _looks_dark(application: QApplication) -> bool:
    """Tell how the system's own palette looks; asking for its scheme would make all names of Qt first (20 ms)."""
    system = application.palette()
    return system.windowText().color().lightness() > system.window().color().lightness()
