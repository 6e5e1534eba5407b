"""The window of the house's InDesign styles; nothing is kept before it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from newsroom.gui.page_styles.table import StyleTable
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.domain.style_map import StyleMap
    from newsroom.formats.icml.style_names import StyleNames
    from newsroom.formats.style_table import StylesRead

_SIZE = (900, 620)


class PageStylesDialog(QDialog):
    """Emits `put` with the names to keep, and what else is asked for."""

    put = Signal(object)
    page_asked = Signal()
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget, names: StyleMap, *, allowed: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("InDesign styles"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._allowed, self._names = allowed, names
        self.table = StyleTable(self, allowed=allowed)
        self.table.show_names(names)
        self.told = label("", "muted", wrap=True)
        self.page = button(_("Read names from a page …"), self.page_asked.emit)
        self.fit = button(_("Take over what fits"), self._fit)
        self.reset = button(_("Usual names"), self.table.reset)
        self.bring = button(_("Import …"), self.import_asked.emit)
        self.send = button(_("Export …"), self.export_asked.emit)
        self.keep = button(_("Keep"), self._keep, "primary")
        self.cancel = button(_("Cancel"), self.reject)
        for way in (self.page, self.fit, self.reset, self.bring, self.send, self.keep, self.cancel):
            way.setAutoDefault(False)
        self.table.edited.connect(self._weigh)
        self._lay_out()
        self._weigh()
        self.table.setFocus()

    def _lay_out(self) -> None:
        words = _(
            "Stories go to InDesign in the styles of your pages. Write their names here; a style in a group is"
            " “Group:Style”. On the page your own style counts."
        )
        ways = across(gap=8)
        ways.addWidget(self.page)
        ways.addWidget(self.fit)
        ways.addStretch(1)
        for way in (self.reset, self.bring, self.send):
            ways.addWidget(way)
        foot = across(gap=8)
        why = "" if self._allowed else _("Only a duty editor changes the settings of the house.")
        foot.addWidget(label(why, "muted", wrap=True), 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        column = down(self, 8)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(ways)
        column.addSpacing(8)
        column.addLayout(foot)

    def compare(self, name: str, page: StyleNames) -> None:
        """Show what a page's file has."""
        self.table.compare(page)
        count = sum(map(len, page.names.values()))
        self._page_words = ngettext("“{name}” has {n} style.", "“{name}” has {n} styles.", count, name=name)
        self._weigh()

    _page_words = ""

    def take(self, read: StylesRead) -> None:
        """Take the names of a table in."""
        self.table.take(read.names)
        taken = ngettext("{n} name was read.", "{n} names were read.", len(read.names))
        left = ngettext("{n} line names no part of a story.", "{n} lines name no part of a story.", read.bad)
        self.told.setText(f"{taken} {left}" if read.bad else taken)

    def _fit(self) -> None:
        self.table.take(self.table.fitting())

    def _weigh(self) -> None:
        missing = len(self.table.missing())
        lack = ngettext(
            "{n} of the names above is missing there.", "{n} of the names above are missing there.", missing
        )
        all_ = _("It has all the names above.")
        self.told.setText(f"{self._page_words} {lack if missing else all_}" if self._page_words else "")
        self.fit.setVisible(bool(self._page_words))
        self.fit.setEnabled(self._allowed and bool(self.table.fitting()))
        for way in (self.reset, self.bring):
            way.setEnabled(self._allowed)
        before = {key: self._names.own(key) for key in self.table.names()}
        self.keep.setEnabled(self._allowed and self.table.names() != before)

    def _keep(self) -> None:
        self.put.emit(self.table.names())
        self.accept()
