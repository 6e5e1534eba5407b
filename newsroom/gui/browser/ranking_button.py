"""The order of what a search finds, and whether earlier versions are searched: a button with a small menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton

from newsroom.domain.listing import Ranking
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

EARLIER = N_("In earlier versions")


class RankingButton(QPushButton):
    """Emits `asked` with a ranking, or None for earlier versions."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "quiet")
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        for ranking in (*Ranking, None):
            if ranking is None:
                self._menu.addSeparator()
            entry = self._menu.addAction(_said(ranking))
            entry.setCheckable(True)
            entry.setData(ranking.value if ranking else "")
            self._group.addAction(entry)
        self._group.triggered.connect(self._chosen)
        self.setMenu(self._menu)
        self.hide()

    def show_order(self, ranking: Ranking | None) -> None:
        """Show what is in use."""
        self.setText(f"{_said(ranking)} ▾")
        self.setAccessibleName(_("Order: {order}", order=_said(ranking)))
        for entry in self._group.actions():
            entry.setChecked(entry.data() == (ranking.value if ranking else ""))
        self.show()

    def _chosen(self) -> None:
        entry = self._group.checkedAction()
        if entry is not None:
            self.asked.emit(Ranking(entry.data()) if entry.data() else None)


def _said(ranking: Ranking | None) -> str:
    return _(ranking.label) if ranking else _(EARLIER)
