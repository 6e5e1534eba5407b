"""Opening a library on a server: the login, a test that says what is wrong, and help to set a server up."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from newsroom.domain.errors import NewsroomError
from newsroom.gui.faults import words_of
from newsroom.gui.libraries.server_form import ServerForm
from newsroom.gui.parts import across, button, down, label, restyle
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from newsroom.domain.server import Server
    from newsroom.gui.tasks import Task, Tasks
    from newsroom.translation import Message

_WIDTH = 560


class ServerDialog(QDialog):
    """Emits `chosen` with the server, the password and whether to keep it."""

    chosen = Signal(object, str, bool)

    def __init__(
        self, parent: QWidget, tasks: Tasks, title: str, yes: str, *, keeping: bool, why: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._tasks = tasks
        self._testing: Task | None = None
        self.form = ServerForm(self, keeping=keeping)
        self.told = label(why, "warn" if why else "muted", wrap=True)
        self.told.setMinimumHeight(36)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.test = button(_("Test connection"), self._test)
        self.test.setAutoDefault(False)
        self.yes = button(yes, self._take, "primary")
        self.yes.setDefault(True)
        self._lay_out(title)
        self.form.changed.connect(self._weigh)
        self._weigh()

    def _lay_out(self, title: str) -> None:
        help_ = button(_("How to set up a server"), self._help, "link")
        help_.setAutoDefault(False)
        ways = across(gap=8)
        ways.addWidget(help_)
        ways.addStretch(1)
        no = button(_("Cancel"), self.reject)
        no.setAutoDefault(False)
        for way in (self.test, no, self.yes):
            ways.addWidget(way)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(title, "title"))
        words = _("A PostgreSQL database that the newsroom shares. An empty one becomes a new library.")
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.form)
        column.addWidget(self.told)
        column.addLayout(ways)

    def show_server(self, server: Server, password: str = "") -> None:
        """Fill the fields and wait for what is missing."""
        self.form.show_server(server, password)
        self.form.start()

    def _weigh(self) -> None:
        self.yes.setEnabled(self.form.complete)
        self.test.setEnabled(self.form.complete and self._testing is None)

    def _take(self) -> None:
        if self.form.complete:
            self.accept()
            self.chosen.emit(self.form.server(), self.form.password.text(), self.form.remember.isChecked())

    def _help(self, _checked: bool = False) -> None:
        from newsroom.gui.dialogs.guide import SERVER, GuideDialog

        GuideDialog(SERVER, self).show()

    # Testing

    def _test(self) -> None:
        from newsroom.desk.servers import probe

        self._say("muted", _("Testing …"))
        work = partial(probe, self.form.server(), self.form.password.text())
        self._testing = self._tasks.read(work, self._tested, self._failed)
        self._weigh()

    def _tested(self, found: Message) -> None:
        self._say("good", tell(found))
        self._rest()

    def _failed(self, error: BaseException) -> None:
        self._say("bad", tell(error.message) if isinstance(error, NewsroomError) else words_of(error))
        self._rest()

    def _rest(self) -> None:
        self._testing = None
        self._weigh()
        self.test.setFocus()

    def _say(self, tone: str, words: str) -> None:
        self.told.setText(words)
        self.told.setProperty("tone", tone)
        restyle(self.told)

    def done(self, result: int) -> None:
        """Close; a test that goes on is not heard any more."""
        if self._testing is not None:
            self._testing.cancel()
        super().done(result)
