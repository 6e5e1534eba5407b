"""Copying the library from the window: to a file or a server, with progress, to be called off and gone on with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from newsroom.domain.errors import Cancelled
from newsroom.domain.server import Server, is_address, server_of
from newsroom.gui.libraries.recent import Recent, told
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.library.copying import Copied

_WIDTH = 480


class Copying(QObject):
    """One copy at a time."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room, self._desk, self._window = room, room.desk, room.window
        self._recent = Recent(room.window.kept)
        self._task: Task | None = None
        room.window.cancel_asked.connect(self._call_off)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"copy-library": self.ask}

    def ask(self, _checked: bool = False) -> None:
        """Ask where the copy shall go."""
        if self._task is not None:
            self._room.say("calm", _("The library is being copied already."))
            return
        dialog = WhereDialog(self._window)
        dialog.file.clicked.connect(self._ask_file)
        dialog.server.clicked.connect(self._ask_server)
        dialog.open()

    def _ask_file(self) -> None:
        chooser = QFileDialog(self._window, _("Copy library"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setOption(QFileDialog.Option.DontConfirmOverwrite)
        chooser.setNameFilter(_("Libraries (*.newsroom)"))
        chooser.setDefaultSuffix("newsroom")
        chooser.selectFile(f"{told(self._desk.library.location)[0]}-{self._desk.clock():%Y-%m-%d}.newsroom")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(partial(self.copy, password=""))
        chooser.open()

    def _ask_server(self) -> None:
        from newsroom.desk import passwords
        from newsroom.gui.libraries.server_dialog import ServerDialog

        dialog = ServerDialog(
            self._window, self._room.tasks, _("Copy to a server"), _("Copy"), keeping=passwords.keeping()
        )
        here = self._desk.library.location
        known = next((place for place in self._recent.all() if is_address(place) and place != here), "")
        dialog.show_server(server_of(known) if known else Server())
        dialog.chosen.connect(self._take_server)
        dialog.open()

    def _take_server(self, server: Server, password: str, keep: bool) -> None:
        from newsroom.desk import passwords

        if keep:
            self._room.tasks.read(partial(passwords.keep, server, password))
        self.copy(server.address, password)

    def copy(self, place: str, password: str) -> None:
        """Copy the library there, after what is typed was saved."""
        self._room.session.save_then(partial(self._begin, place, password))

    def _begin(self, place: str, password: str) -> None:
        self._window.status.busy(_("Copying the library …"), 0, 0)

        def work(task: Task) -> Copied:
            return self._desk.care.copy_to(place, password, task.progress, task.cancelled)

        self._task = self._room.tasks.long(work, partial(self._copied, place), self._fail)
        self._task.progressed.connect(self._step)

    def _step(self, done: int, total: int, _name: str) -> None:
        self._window.status.busy(_("Copying the library …"), done, total)

    def _call_off(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _copied(self, place: str, copied: Copied) -> None:
        self._rest()
        self._recent.note(place)
        words = ngettext(
            "The library is copied to {place}: {n} story, all of it compared.",
            "The library is copied to {place}: {n} stories, all of it compared.",
            copied.stories,
            place=" · ".join(told(place)),
        )
        ways = ((_("Open library …"), self._window.actions_["open-library"].trigger),)
        self._window.notice.say("calm", words, ways)

    def _fail(self, error: BaseException) -> None:
        self._rest()
        if isinstance(error, Cancelled):
            self._room.say("calm", tell(error.message))
        else:
            self._room.fail(error)

    def _rest(self) -> None:
        self._task = None
        self._window.status.rest()


class WhereDialog(QDialog):
    """Asks whether the copy goes to a file or a server."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Copy library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self.file = button(_("To a file …"), self.accept)
        self.server = button(_("To a server …"), self.accept)
        ways = across(gap=8)
        ways.addStretch(1)
        for way in (button(_("Cancel"), self.reject), self.file, self.server):
            ways.addWidget(way)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Copy library"), "title"))
        column.addWidget(label(_words(), "muted", wrap=True))
        column.addLayout(ways)


def _words() -> str:
    return _(
        "Everything goes with it: stories with all versions, journal, pictures, drafts, people and the settings of the house. "
        "The library stays as it is. A copy that is called off goes on where it ended when it is begun again to the same place."
    )
