"""Choosing the library of the window: from those opened last, a file, or one on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.domain.server import PORT, Server, is_address, server_of
from newsroom.gui.libraries.recent import Recent
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.main_window import MainWindow

    Open = Callable[[str, str, bool], None]


class Libraries(QObject):
    """Asks which library, and calls with its place, the password and whether that shall be kept."""

    def __init__(self, window: MainWindow, open_: Open, now: Callable[[], str]) -> None:
        super().__init__(window)
        self._window, self._open, self._now = window, open_, now
        self._recent = Recent(window.kept)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"open-library": self.choose, "server-library": self.choose_server}

    def choose(self, _checked: bool = False) -> None:
        """Offer the libraries opened last, and ways to others."""
        from newsroom.gui.libraries.list_dialog import LibrariesDialog

        dialog = LibrariesDialog(self._window, self._recent.all(), self._now())
        dialog.chosen.connect(self._take)
        dialog.file_asked.connect(self.choose_file)
        dialog.server_asked.connect(self.choose_server)
        dialog.forgotten.connect(self._recent.forget)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for a file; a new name makes a new library."""
        chooser = QFileDialog(self._window, _("Open or begin a library"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setLabelText(QFileDialog.DialogLabel.Accept, _("Open"))
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chooser.setNameFilters([_("Libraries (*.newsroom)"), _("All files (*)")])
        chooser.setDefaultSuffix("newsroom")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self._take)
        chooser.open()

    def choose_server(self, _checked: bool = False) -> None:
        """Ask for a server, beginning with the one opened last."""
        known = next(filter(is_address, (self._now(), *self._recent.all())), "")
        self.ask(known)

    def ask(self, place: str, why: str = "") -> None:
        """Ask for the login of a server, and say why."""
        from newsroom.desk import passwords
        from newsroom.gui.libraries.server_dialog import ServerDialog

        dialog = ServerDialog(
            self._window,
            self._window.tasks,
            _("Library on a server"),
            _("Open"),
            keeping=passwords.keeping(),
            why=why,
        )
        dialog.show_server(server_of(place) if place else Server(port=PORT))
        dialog.chosen.connect(self._take_server)
        dialog.open()

    def _take(self, place: str) -> None:
        if place != self._now():
            self._open(place, "", False)

    def _take_server(self, server: Server, password: str, keep: bool) -> None:
        self._open(server.address, password, keep)
