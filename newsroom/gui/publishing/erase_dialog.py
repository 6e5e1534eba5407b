"""Erasing for good: shows what goes and what stays, asks for the reason and for the sign that confirms it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.desk.erasing import Plan

_SHOWN = 6


class EraseDialog(QDialog):
    """Emits `erased` with the reason and the sign; the button that does it is never the default."""

    erased = Signal(str, str)

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Erase for good"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._plan = plan
        self.reason = QPlainTextEdit(placeholderText=_("Which court ordered it, file number"))
        self.reason.setAccessibleName(_("Reason"))
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(72)
        self.sign = QLineEdit(placeholderText=plan.code)
        self.sign.setAccessibleName(_("Sign that confirms it"))
        self.yes = button(_("Erase for good"), self._answer, "danger")
        self.yes.setAutoDefault(False)
        cancel = button(_("Cancel"), self.reject, "primary")
        cancel.setDefault(True)
        self.reason.textChanged.connect(self._weigh)
        self.sign.textChanged.connect(self._weigh)
        column = down(self, 10)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Erase for good"), "title"))
        for words in self._told():
            column.addWidget(label(words, "", wrap=True))
        column.addWidget(label(self._kept(), "muted", wrap=True))
        column.addWidget(self.reason)
        column.addWidget(
            label(_("This cannot be undone. Type “{code}” to erase it.", code=plan.code), "bad", wrap=True)
        )
        column.addWidget(self.sign)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.yes)
        column.addLayout(row)
        self._weigh()

    def _told(self) -> Iterator[str]:
        for card in self._plan.stories:
            yield _(
                "No. {id} “{headline}” with all versions, notes and drafts",
                id=card.id,
                headline=card.headline,
            )
        for path in self._plan.files[:_SHOWN]:
            yield _("File that went out: {path}", path=str(path))
        for path in self._plan.backups[:_SHOWN]:
            yield _("In the backup: {path}", path=str(path))
        more = len(self._plan.files) + len(self._plan.backups) - 2 * _SHOWN
        if more > 0:
            yield _("and {n} more files", n=more)

    def _kept(self) -> str:
        words = _("Exported files, printed pages, mails and backups made elsewhere are not reached.")
        names = ", ".join(f"No. {card.id}" for card in self._plan.alike[:_SHOWN])
        return f"{words} {_('Like it, and they stay: {names}.', names=names)}" if names else words

    def _weigh(self) -> None:
        typed = self.sign.text().strip().casefold() == self._plan.code
        self.yes.setEnabled(typed and bool(self.reason.toPlainText().strip()))

    def _answer(self) -> None:
        self.erased.emit(self.reason.toPlainText().strip(), self.sign.text().strip())
        self.accept()
