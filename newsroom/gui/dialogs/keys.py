"""The list of all keys, made from the table of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from newsroom.gui.actions.actions import key_text
from newsroom.gui.actions.in_views import KEYS
from newsroom.gui.actions.table import MENUS
from newsroom.gui.parts import across, button, down
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.gui.actions.entry import Entry


class KeysDialog(QDialog):
    """All actions that have a key, menu by menu; typing narrows the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(580, 560)
        self.sought = QLineEdit(placeholderText=_("Find an action …"))
        self.sought.setAccessibleName(_("Find an action"))
        self.tree = QTreeWidget(columnCount=2)
        self.tree.setHeaderLabels([_("Action"), _("Key")])
        self.tree.setColumnWidth(0, 280)
        self.tree.setAccessibleName(_("All keys"))
        self.sought.textChanged.connect(self._narrow)
        self._fill()
        row = across()
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.accept, "primary"))
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(self.sought)
        column.addWidget(self.tree, 1)
        column.addLayout(row)

    def _fill(self) -> None:
        for title, listed in MENUS.items():
            self._add(_(title).replace("&", ""), [(_said(one), _keys(one)) for one in listed if one.key])
        for title, known in KEYS.items():
            self._add(_(title), [(_(words), _joined(keys)) for words, keys in known])

    def _add(self, title: str, lines: list[tuple[str, str]]) -> None:
        """Add a group, where there is something in it."""
        if lines:
            group = QTreeWidgetItem([title])
            for line in lines:
                QTreeWidgetItem(group, list(line))
            self.tree.addTopLevelItem(group)
            group.setExpanded(True)

    def _narrow(self, typed: str) -> None:
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            assert group is not None
            lines = [line for place in range(group.childCount()) if (line := group.child(place))]
            for one in lines:
                one.setHidden(typed.casefold() not in f"{one.text(0)} {one.text(1)}".casefold())
            group.setHidden(all(one.isHidden() for one in lines))


def _keys(entry: Entry) -> str:
    return _joined(key for key in (entry.key, entry.second_key) if key)


def _joined(keys: Iterable[str]) -> str:
    return "  ·  ".join(map(key_text, keys))


def _said(entry: Entry) -> str:
    """Give an action's words, with those of its submenu, which it cannot be understood without."""
    words = _(entry.text).removesuffix(" …")
    return f"{_(entry.submenu)}: {words}" if entry.submenu else words
