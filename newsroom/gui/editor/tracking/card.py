"""A change as a card: who, when, what in the place of what, and the two ways to judge it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from newsroom.domain.change_list import Entry

_MOST = 90


def said(entry: Entry) -> str:
    """Give in words what a change did."""
    old, new = _short(entry.deleted), _short(entry.inserted)
    if old and new:
        return _("“{old}” → “{new}”", old=old, new=new)
    if old:
        return _("Deleted: “{words}”", words=old)
    if new:
        return _("Inserted: “{words}”", words=new)
    return _("Formatted: “{words}”", words=_short(entry.formatted))


def _short(words: str) -> str:
    words = words.strip() or words
    return (
        words if len(words) <= _MOST else f"{words[: _MOST // 2].rstrip()} … {words[-_MOST // 3 :].lstrip()}"
    )


class ChangeCard(QFrame):
    """One entry beside the text."""

    judged = Signal(object, bool)
    """The ids of its changes, and whether they are accepted."""
    chosen = Signal(object)

    def __init__(self, entry: Entry, when: str, colour: str, *, writable: bool) -> None:
        super().__init__()
        self.entry = entry
        self.setObjectName("changeCard")
        self.setProperty("tone", "card")
        words = said(entry)
        who = entry.author or _("Unknown")
        self.setAccessibleName(_("Change by {author}: {words}", author=who, words=words))
        self.setStyleSheet(f"#changeCard {{ border-left: 3px solid {colour}; }}")
        column = down(self, 2)
        column.setContentsMargins(12, 8, 8, 6)
        head = across(gap=6)
        name = label(who, "head")
        name.setStyleSheet(f"color: {colour};")
        head.addWidget(name)
        head.addWidget(label(when, "tiny"))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(label(words, wrap=True))
        if writable:
            column.addLayout(self._ways())

    def _ways(self) -> QHBoxLayout:
        row = across(gap=2)
        row.setContentsMargins(-4, 0, 0, 0)  # the words of the first way stand under the change's
        for words, accept in ((_("Accept"), True), (_("Reject"), False)):
            way = button(words, look="link")
            way.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            way.clicked.connect(partial(self._judge, accept))
            row.addWidget(way)
        row.addStretch(1)
        return row

    def _judge(self, accept: bool, _checked: bool = False) -> None:
        self.judged.emit(self.entry.ids, accept)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the change in the text."""
        super().mousePressEvent(event)
        self.chosen.emit(self.entry)
