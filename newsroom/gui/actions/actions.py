"""The actions of one window, made from the table."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from newsroom.gui.actions.situation import Situation
from newsroom.gui.actions.table import ENTRIES, MENUS
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsroom.gui.actions.entry import Entry
    from newsroom.gui.icons import Icons


def key_text(key: str) -> str:
    """Give a key as the platform writes it."""
    return QKeySequence.fromString(key).toString(QKeySequence.SequenceFormat.NativeText)


def tip(entry: Entry) -> str:
    """Give what a button of the action says when pointed at: its words and its key."""
    words = _(entry.text).removesuffix(" …")
    return f"{words} ({key_text(entry.key)})" if entry.key else words


class Actions(QObject):
    """One QAction for each entry of the table; they know when they are possible."""

    def __init__(self, window: QWidget, icons: Icons) -> None:
        super().__init__(window)
        self._icons = icons
        self._groups: dict[str, QActionGroup] = {}
        self.by_id = {entry.id: self._make(entry, window) for entry in ENTRIES}
        icons.changed.connect(self._dress)
        self._dress()
        self.situate(Situation())

    def _make(self, entry: Entry, window: QWidget) -> QAction:
        action = QAction(_(entry.text), window)
        action.setObjectName(entry.id)
        action.setToolTip(tip(entry))
        if entry.key:
            action.setShortcuts(
                [QKeySequence.fromString(key) for key in (entry.key, entry.second_key) if key]
            )
        if entry.in_list:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            window.addAction(action)
        action.setCheckable(bool(entry.choice or entry.checkable))
        if entry.choice:
            self._group(entry.choice).addAction(action)
        return action

    def _group(self, choice: str) -> QActionGroup:
        if choice not in self._groups:
            self._groups[choice] = QActionGroup(self)
        return self._groups[choice]

    def __getitem__(self, name: str) -> QAction:
        return self.by_id[name]

    def connect_all(self, handlers: Mapping[str, Callable[[], None]]) -> None:
        """Say what each action does."""
        for name, handler in handlers.items():
            self.by_id[name].triggered.connect(handler)

    def situate(self, now: Situation) -> None:
        """Enable what is possible now."""
        for entry in ENTRIES:
            self.by_id[entry.id].setEnabled(entry.when(now))

    def fill(self, bar: QMenuBar) -> None:
        """Put all actions into the menus of a menu bar."""
        for title, entries in MENUS.items():
            self._fill_menu(bar.addMenu(_(title)), entries)

    def _fill_menu(self, menu: QMenu, entries: Iterable[Entry]) -> None:
        for number, members in groupby(entries, key=lambda entry: entry.group):
            if number:
                menu.addSeparator()
            for submenu, inner in groupby(members, key=lambda entry: entry.submenu):
                target = menu.addMenu(_(submenu)) if submenu else menu
                target.addActions([self.by_id[entry.id] for entry in inner])

    def menu(self, names: Iterable[str], parent: QWidget) -> QMenu:
        """Give a menu of some actions; an empty name parts them."""
        menu = QMenu(parent)
        for name in names:
            if name:
                menu.addAction(self.by_id[name])
            else:
                menu.addSeparator()
        return menu

    def _dress(self) -> None:
        """Put icons on, empty ones until there are some."""
        for entry in ENTRIES:
            icon = self._icons.icon(entry.icon) if entry.icon else QIcon()
            self.by_id[entry.id].setIcon(icon)
