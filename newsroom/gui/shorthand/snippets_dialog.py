"""Where snippets are written: abbreviations at the left, what one stands for at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QMenu,
    QScrollArea,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from newsroom.domain.body import EMPTY
from newsroom.domain.snippet import FIELDS
from newsroom.gui.editor.ground import paint_placeholder
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.editor.typing.typist import Habits, Typist
from newsroom.gui.looks import editor_look
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.shorthand.snippet_list import SnippetList
from newsroom.translation import N_, _, tell

if TYPE_CHECKING:
    from newsroom.domain.body import Body
    from newsroom.domain.snippet import Snippet
    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.theme.tokens import Palette

_SIZE = (820, 560)
_MEANT = {
    "date": N_("Today’s date"),
    "time": N_("The time of day"),
    "weekday": N_("Today’s weekday"),
    "author": N_("The authors of the story"),
    "initials": N_("The sign-off of the story"),
    "dateline": N_("The dateline of the story"),
    "selection": N_("What is selected"),
    "cursor": N_("Where the caret goes"),
}


class SnippetsDialog(QDialog):
    """Emits `kept` with all snippets of a keeper that changed, and `inserted` with a text to use now."""

    kept = Signal(bool, object)
    inserted = Signal(object)

    def __init__(
        self,
        mine: tuple[Snippet, ...],
        theirs: tuple[Snippet, ...],
        palette: Palette,
        parent: QWidget,
        *,
        may_set_house: bool,
        may_insert: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Snippets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._lists = (SnippetList(mine), SnippetList(theirs))
        self._allowed, self._may_insert = (True, may_set_house), may_insert
        self._row = -1
        self._make_parts(editor_look(palette))
        self._lay_out()
        self._connect()
        self.wear(palette)
        self._show_keeper(0)

    def _make_parts(self, look: EditorLook) -> None:
        self.keeper = QTabBar()
        self.keeper.setAccessibleName(_("Whose snippets"))
        for words in (_("For me"), _("For everyone in this library")):
            self.keeper.addTab(words)
        self.keeper.setDrawBase(False)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Snippets"))
        self.abbreviation = QLineEdit(placeholderText=_("Abbreviation"))
        self.abbreviation.setAccessibleName(_("Abbreviation"))
        self.abbreviation.setMaxLength(40)
        self.text = TextEdit(look, _("Text of the snippet"), self)
        self.text.setPlaceholderText(_("Text …"))
        typist = Typist(self.text)
        typist.habits = Habits()
        self.area, self.page = QScrollArea(), QWidget()
        self.wrong = label("", "bad", wrap=True)
        self.new = button(_("New"), self._new)
        self.delete = button(_("Delete"), self._delete)
        self.field = button(_("Field ▾"))
        self.field.setMenu(self._fields())
        self.use = button(_("Insert into the story"), self._use)
        self.finish = button(_("Done"), self._finish, "primary")
        for one in (self.new, self.delete, self.field, self.use, self.finish):
            one.setAutoDefault(False)

    def _fields(self) -> QMenu:
        menu = QMenu(self)
        for name in FIELDS:
            menu.addAction(f"{{{name}}}  {_(_MEANT[name])}", partial(self._write_field, name))
        return menu

    def _lay_out(self) -> None:
        left = down(gap=8)
        left.addWidget(self.list, 1)
        ways = across(gap=8)
        ways.addWidget(self.new)
        ways.addWidget(self.delete)
        ways.addStretch(1)
        left.addLayout(ways)
        self.list.setFixedWidth(260)
        sides = across(gap=16)
        sides.addLayout(left)
        sides.addLayout(self._right(), 1)
        foot = across(gap=8)
        foot.addWidget(self.wrong, 1)
        foot.addWidget(self.use)
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addWidget(self.finish)
        column = down(self, 12)
        column.setContentsMargins(20, 12, 20, 16)
        column.addWidget(self.keeper)
        column.addLayout(sides, 1)
        column.addLayout(foot)

    def _right(self) -> QVBoxLayout:
        self.area.setObjectName("snippetText")
        self.area.setWidgetResizable(True)
        inner = down(self.page)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.addWidget(self.text)
        inner.addStretch(1)
        self.area.setWidget(self.page)
        head = across(gap=8)
        head.addWidget(self.abbreviation, 1)
        head.addWidget(self.field)
        column = down(gap=8)
        column.addLayout(head)
        column.addWidget(self.area, 1)
        words = _(
            "**bold**, *italic*, “- ” and “> ” are read while typing. A field in braces is filled when used."
        )
        column.addWidget(label(words, "muted", wrap=True))
        return column

    def _connect(self) -> None:
        self.keeper.currentChanged.connect(self._turn)
        self.list.currentRowChanged.connect(self._choose)
        self.abbreviation.textEdited.connect(self._take)
        self.text.textChanged.connect(self._take)
        self.text.leaving.connect(lambda step: self.focusNextPrevChild(step > 0))

    def wear(self, palette: Palette) -> None:
        """Wear colours and type."""
        look = editor_look(palette)
        row, self._row = self._row, -1
        self.text.set_look(look)
        self._row = row
        style = f"background: {look.ground}; border: 1px solid {look.line}; border-radius: 6px;"
        self.area.setStyleSheet(f"#snippetText {{ {style} }}")
        for part in (self.page, self.text):
            worn = part.palette()
            for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
                worn.setColor(role, QColor(look.ground))
            part.setPalette(worn)
        paint_placeholder(self.text, look)

    # Which are shown

    @property
    def _now(self) -> SnippetList:
        return self._lists[self.keeper.currentIndex()]

    def _turn(self, keeper: int) -> None:
        self._row = -1
        self._show_keeper(keeper)

    def _show_keeper(self, keeper: int) -> None:
        allowed = self._allowed[keeper]
        self.new.setEnabled(allowed)
        self.abbreviation.setReadOnly(not allowed)
        self.text.setReadOnly(not allowed)
        words = "" if allowed else _("Only a duty editor changes the snippets of the house.")
        self.wrong.setText(words)
        self._fill(0)

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([_line(one) for one in self._now.held])
        self.list.setCurrentRow(min(row, len(self._now.held) - 1))
        self.list.blockSignals(False)
        self._choose(self.list.currentRow())

    def _choose(self, row: int) -> None:
        self._row = -1  # what is shown now is not what was written
        held = self._now.held
        chosen = held[row] if 0 <= row < len(held) else None
        self.abbreviation.setText(chosen.abbreviation if chosen else "")
        self.text.set_body(chosen.body if chosen else EMPTY)
        for part in (self.abbreviation, self.text):
            part.setEnabled(chosen is not None)
        self.use.setEnabled(chosen is not None and self._may_insert)
        allowed = self._allowed[self.keeper.currentIndex()]
        self.delete.setEnabled(chosen is not None and allowed)
        self.field.setEnabled(chosen is not None and allowed)
        self._row = row

    # What is written

    def _take(self) -> None:
        """Take over what is being written."""
        if self._row < 0 or not self._allowed[self.keeper.currentIndex()]:
            return
        self._now.put(self._row, self.abbreviation.text(), self.text.body())
        item = self.list.item(self._row)
        assert item is not None
        item.setText(_line(self._now.held[self._row]))

    def begin(self, body: Body) -> None:
        """Begin a snippet of the person's own with a text."""
        self.keeper.setCurrentIndex(0)
        self._fill(self._now.add(body))
        self.abbreviation.setFocus()

    def _new(self) -> None:
        self._fill(self._now.add())
        self.abbreviation.setFocus()

    def _delete(self) -> None:
        if self._row >= 0:
            row = self._row
            self._now.drop(row)
            self._fill(row)

    def _write_field(self, name: str) -> None:
        self.text.hand.type(f"{{{name}}}")
        self.text.setFocus()

    # How it ends

    def _use(self) -> None:
        body = self.text.body()
        if self._keep():
            self.inserted.emit(body)
            self.accept()

    def _finish(self) -> None:
        if self._keep():
            self.accept()

    def _keep(self) -> bool:
        """Keep what changed, or show what cannot be kept; tell whether all was kept."""
        for keeper, one in enumerate(self._lists):
            fault = one.fault()
            if fault is not None:
                self.keeper.setCurrentIndex(keeper)
                self.list.setCurrentRow(fault[0])
                self.wrong.setText(tell(fault[1]))
                self.abbreviation.setFocus()
                return False
        for keeper, one in enumerate(self._lists):
            if one.changed:
                self.kept.emit(bool(keeper), one.kept)
        return True


def _line(one: Snippet) -> str:
    abbreviation = one.abbreviation or _("(no abbreviation)")
    return f"{abbreviation}   {one.label}"
