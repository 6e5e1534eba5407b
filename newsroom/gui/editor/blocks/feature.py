"""Tables, boxes and footnotes of the open story: their actions, their keys, their place in the context menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from newsroom.gui.editor.blocks import boxes, footnotes, tables
from newsroom.gui.editor.blocks.table_dialog import TableDialog
from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of
from newsroom.gui.editor.places import boxed
from newsroom.gui.editor.seen import seen_blocks
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QTextCursor
    from PySide6.QtWidgets import QMenu

    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.features import Room

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
TABLE_VERBS: dict[str, Callable[[TextEdit], None]] = {
    "row-above": partial(tables.add_row, below=False),
    "row-below": partial(tables.add_row, below=True),
    "column-left": partial(tables.add_column, right=False),
    "column-right": partial(tables.add_column, right=True),
    "remove-row": tables.remove_row,
    "remove-column": tables.remove_column,
    "head-row": tables.switch_head,
    "remove-table": tables.remove,
}


class Blocks(QObject):
    """Puts tables, boxes and footnotes in and changes them."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room, self._edit = room, room.editor.body_edit
        self.footnotes = {edit: footnotes.Footnotes(edit) for edit in room.editor.edits}
        self._edit.key_takers.append(self._answers)
        self._edit.menu_makers.append(self._fill_menu)
        self._edit.overlays.append(self._name_blocks)
        self._edit.caret_moved.connect(self._follow)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what its actions do."""
        return {
            "insert-table": self.ask_for_table,
            "box": partial(boxes.switch, self._edit),
            "insert-footnote": self.begin_footnote,
            **{name: partial(self._in_table, verb) for name, verb in TABLE_VERBS.items()},
        }

    def ask_for_table(self) -> None:
        """Ask for rows and columns of a table."""
        TableDialog(self._room.window, self._put_table).open()

    def _put_table(self, rows: int, columns: int, headed: bool) -> None:
        tables.put(self._edit, rows, columns, headed=headed)
        self._edit.setFocus()

    def begin_footnote(self) -> None:
        """Write a footnote at the caret."""
        self.footnotes[self._room.editor.active()].begin()

    def _in_table(self, verb: Callable[[TextEdit], None], _checked: bool = False) -> None:
        if tables.table_at(self._edit.textCursor()) is None:
            self._room.say("calm", _("Put the caret into a table first."))
        else:
            verb(self._edit)
        self._follow()

    def _answers(self, event: QKeyEvent) -> bool:
        """Tab in the last cell begins a row; Enter goes from a title into its new box, and out at its empty end."""
        cursor = self._edit.textCursor()
        if self._edit.isReadOnly() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() == Qt.Key.Key_Tab and tables.at_last_cell(cursor):
            tables.add_row(self._edit, below=True)
            self._edit.setTextCursor(_first_of_row(self._edit.textCursor()))
            return True
        begun = boxes.begun_below(cursor) if event.key() in _ENTER else None
        if begun is not None:
            self._edit.setTextCursor(begun)
            return True
        if event.key() in _ENTER and boxes.ends_box(cursor):
            boxes.leave(self._edit)
            return True
        return False

    def _fill_menu(self, menu: QMenu, place: QTextCursor) -> None:
        if self._edit.isReadOnly():
            return
        actions = self._room.window.actions_
        if tables.table_at(place) is not None:
            self._edit.setTextCursor(place)
            menu.addActions([actions[name] for name in TABLE_VERBS])
        elif boxed(place.block()):
            menu.addAction(actions["box"])
        found = footnotes.near(place)
        if found is not None:
            verb = menu.addAction(_("Edit footnote …"))
            verb.triggered.connect(partial(self._open_footnote, found))

    def _open_footnote(self, position: int, _checked: bool = False) -> None:
        self.footnotes[self._edit].open(position)

    def _follow(self) -> None:
        actions, cursor = self._room.window.actions_, self._edit.textCursor()
        actions["box"].setChecked(boxed(cursor.block()))
        actions["head-row"].setChecked(tables.headed(cursor))

    def _name_blocks(self, painter: QPainter, rect: QRect) -> None:
        """Say in an empty title of a box what belongs there, and beside lower crossheads which level they are."""
        font = QFont(self._edit.look.sans)
        painter.setPen(QColor(self._edit.look.muted))
        for block in seen_blocks(self._edit, rect):
            form = block.blockFormat()
            place = self._edit.document().documentLayout().blockBoundingRect(block)
            if kind_of(form) is Kind.BOX_TITLE and not block.text():
                font.setPixelSize(self._edit.look.body)
                painter.setFont(font)
                place.setLeft(place.left() + block.layout().lineAt(0).x())
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), _("Title of the box …"))
            elif kind_of(form) is Kind.CROSSHEAD and form.intProperty(Prop.LEVEL) > 1:
                font.setPixelSize(self._edit.look.small - 1)
                painter.setFont(font)
                place.setRight(self._edit.viewport().width() - 1)
                words = _("Level {n}", n=form.intProperty(Prop.LEVEL))
                painter.drawText(
                    place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words
                )


def _first_of_row(cursor: QTextCursor) -> QTextCursor:
    table = tables.table_at(cursor)
    assert table is not None
    return table.cellAt(table.cellAt(cursor).row(), 0).firstCursorPosition()
