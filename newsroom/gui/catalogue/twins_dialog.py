"""Keywords that are likely meant to be one: proposed in groups, merged where that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.gui.parts import label
from newsroom.gui.prompt import Prompt
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.domain.catalogue import Entry

_ENTRY = Qt.ItemDataRole.UserRole


class TwinsDialog(Prompt):
    """Emits `merged` with pairs of names: each first one becomes the second."""

    merged = Signal(object)

    def __init__(self, groups: Iterable[tuple[Entry, ...]], parent: QWidget) -> None:
        super().__init__(parent, _("Likely twins"), "", answer=self._answer)
        self.resize(520, 480)
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setAccessibleName(_("Likely twins"))
        self.tree.setHeaderLabels([_("Keyword"), _("Stories")])
        self.tree.setColumnWidth(0, 340)
        for group in groups:
            self._add(group)
        self.tree.itemChanged.connect(self._weigh)
        count = self.tree.topLevelItemCount()
        words = _("What you check becomes the keyword above it, in all its stories.")
        told = label(words if count else _("No two keywords look alike."), "muted", wrap=True)
        self.stack(_("Likely twins"), told, self.tree, gap=10)
        self._weigh()

    def _add(self, group: tuple[Entry, ...]) -> None:
        first, *others = group
        head = QTreeWidgetItem(self.tree, [first.title, str(first.live)])
        head.setData(0, _ENTRY, first.name)
        for other in others:
            row = QTreeWidgetItem(head, [other.title, str(other.live)])
            row.setData(0, _ENTRY, other.name)
            row.setCheckState(0, Qt.CheckState.Unchecked)
        head.setExpanded(True)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Give what is checked: each name with the one that it becomes."""
        heads = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        rows = [(head.child(row), head) for head in heads if head for row in range(head.childCount())]
        return tuple(
            (str(row.data(0, _ENTRY)), str(head.data(0, _ENTRY)))
            for row, head in rows
            if row is not None and row.checkState(0) is Qt.CheckState.Checked
        )

    def _weigh(self, *_why: object) -> None:
        count = len(self.pairs())
        self.yes.setText(ngettext("Merge {n} keyword", "Merge {n} keywords", count) if count else _("Merge"))
        self.yes.setEnabled(count > 0)

    def _answer(self) -> None:
        self.merged.emit(self.pairs())
        self.accept()
