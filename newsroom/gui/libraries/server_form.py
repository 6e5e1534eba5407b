"""The fields of a library on a server: where it is, as whom it is opened, and how the way there is kept safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFormLayout, QLineEdit, QWidget

from newsroom.domain.server import PORT, Server, Tls
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, label, number
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout

_LARGEST_PORT = 65_535


class ServerForm(QWidget):
    """Gives the server as it is typed; emits `changed` with every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, keeping: bool) -> None:
        super().__init__(parent)
        self.host = QLineEdit(placeholderText="news.example.org")
        self.port = number(1, _LARGEST_PORT)
        self.database = QLineEdit(placeholderText="newsroom")
        self.user, self.password = QLineEdit(), QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.remember = QCheckBox(_("Keep the password in this computer’s keyring"))
        self.remember.setEnabled(keeping)
        self.remember.setChecked(keeping)
        words = _("This computer has no keyring: the password is asked for each time.")
        self._kept: QWidget = self.remember if keeping else label(words, "tiny", wrap=True)
        self._here = True
        self.tls = Choice(_("Connection"))
        for tls in Tls:
            self.tls.addItem(_(tls.label), tls.value)
        self.certificate = QLineEdit(placeholderText=_("those this computer trusts"))
        self._file = button(_("Choose …"), self._choose)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setHorizontalSpacing(12)
        rows.setVerticalSpacing(8)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        rows.addRow(self._named(_("Server"), self.host), self._address())
        for name, field in (
            (_("Database"), self.database),
            (_("User"), self.user),
            (_("Password"), self.password),
            ("", self._kept),
            (_("Connection"), self.tls),
        ):
            rows.addRow(self._named(name, field), field)
        rows.addRow(self._named(_("Root certificate"), self.certificate), self._certificate())

    def _named(self, name: str, field: QWidget) -> QWidget:
        words = label(name, "muted")
        if name:
            field.setAccessibleName(name)
            words.setBuddy(field)
        return words

    def _address(self) -> QHBoxLayout:
        row = across(gap=8)
        row.addWidget(self.host, 1)
        row.addWidget(self._named(_("Port"), self.port))
        self.port.setFixedWidth(84)
        row.addWidget(self.port)
        return row

    def _certificate(self) -> QHBoxLayout:
        row = across(gap=8)
        row.addWidget(self.certificate, 1)
        self._file.setAutoDefault(False)
        row.addWidget(self._file)
        return row

    def _connect(self) -> None:
        for field in (self.host, self.database, self.user, self.password, self.certificate):
            field.textChanged.connect(self._weigh)
        self.host.textEdited.connect(self._suit)
        self.tls.currentIndexChanged.connect(self._weigh)
        self.port.valueChanged.connect(self._weigh)

    # What is in the fields

    def show_server(self, server: Server, password: str = "") -> None:
        """Fill the fields."""
        self.host.setText(server.host)
        self.port.setValue(server.port)
        self.database.setText(server.database)
        self.user.setText(server.user)
        self.password.setText(password)
        self.tls.setCurrentIndex(self.tls.findData(server.tls.value))
        self.certificate.setText(server.certificate)
        self._here = server.here
        self._weigh()

    def server(self) -> Server:
        """Give what is typed."""
        tls = Tls(self.tls.currentData())
        return Server(
            self.host.text().strip(),
            self.database.text().strip(),
            self.user.text().strip(),
            self.port.value() or PORT,
            tls,
            self.certificate.text().strip() if tls is Tls.FULL else "",
        )

    @property
    def complete(self) -> bool:
        """Tell whether what cannot be left out is typed."""
        return bool(self.server().database and self.server().user)

    def start(self) -> None:
        """Give the focus to the first field that wants something."""
        fields = (self.host, self.database, self.user, self.password)
        next((field for field in fields if not field.text()), self.host).setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _suit(self, _typed: str = "") -> None:
        """Let the connection suit the host: nobody listens on this machine, anybody may on the way to another."""
        here = self.server().here
        if here is not self._here:
            self._here = here
            self.tls.setCurrentIndex(self.tls.findData((Tls.OFF if here else Tls.FULL).value))

    def _weigh(self) -> None:
        full = self.tls.currentData() == Tls.FULL.value
        self.certificate.setEnabled(full)
        self._file.setEnabled(full)
        self.changed.emit()

    def _choose(self) -> None:
        chooser = QFileDialog(self, _("Root certificate"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(_("Certificates (*.pem *.crt *.cer)"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.certificate.setText)
        chooser.open()
