"""The guides, to be read beside the work, in the language that the program speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtWidgets import QDialog, QTextBrowser, QWidget

from newsroom.gui.parts import across, button, down
from newsroom.resources import guide
from newsroom.translation import N_, _, language

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QTextBlock, QTextDocument

_SIZE = (760, 680)


class Guide(QTextBrowser):
    """Shows a text of ours; it opens nothing, neither files nor addresses."""

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: ARG002 - Qt calls it so
        """Give nothing, whatever is named."""
        return None


SEARCHING = N_("How to search"), "search.md"
SERVER = N_("How to set up a server"), "server.md"


class GuideDialog(QDialog):
    """A guide by its title and name, which stays open while one goes on."""

    def __init__(self, which: tuple[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        title, name = which
        self.setWindowTitle(_(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(*_SIZE)
        self.text = Guide()
        self.text.setAccessibleName(_(title))
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(16)
        self.text.setMarkdown(guide(name, language()).read_text(encoding="utf-8"))
        _space_out(self.text.document())
        foot = across(gap=8)
        foot.addStretch(1)
        foot.addWidget(button(_("Close"), self.accept, "primary"))
        column = down(self, 12)
        column.setContentsMargins(16, 16, 16, 16)
        column.addWidget(self.text, 1)
        column.addLayout(foot)


def _space_out(document: QTextDocument) -> None:
    """Give headings and paragraphs the room that Qt leaves out when it reads Markdown; code stays together."""
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        code = form.hasProperty(QTextFormat.Property.BlockCodeFence)
        form.setTopMargin(18 if form.headingLevel() else 0)
        form.setLeftMargin(16 if code else form.leftMargin())
        form.setBottomMargin(0 if code and _is_code(block.next()) else 8)
        QTextCursor(block).setBlockFormat(form)
        block = block.next()


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)
