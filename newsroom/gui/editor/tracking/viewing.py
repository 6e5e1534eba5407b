"""How changes are shown: marked, hidden while one goes on writing, or settled one way or the other to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.marks import MarkKind, has
from newsroom.gui.editor.bridge.properties import marks_of
from newsroom.gui.editor.tracking.reading import ReadingTwins, View

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.editor.text_edit import TextEdit

__all__ = ["View", "Viewing"]


class Viewing:
    """Knows and shows the view; in the hidden one the arrows pass over what cannot be seen."""

    def __init__(self, editor: EditorPane, actions: Actions) -> None:
        self._editor, self._actions = editor, actions
        self._twins = ReadingTwins(editor)
        self.view = View.SHOWN
        for edit in editor.edits:
            edit.caret_moved.connect(lambda edit=edit: self._pass_over(edit))
        self._last: dict[TextEdit, int] = {}

    def show(self, view: View) -> None:
        """Show the page in a view."""
        self.view = view
        self._actions[view.value].setChecked(True)
        hides = view is View.HIDDEN
        if self._editor.look.hides_changes is not hides:
            self._editor.hide_changes(hides)
        self._twins.show(view)

    def _pass_over(self, edit: TextEdit) -> None:
        """Let the caret go on where it came to stand inside what is hidden."""
        cursor = edit.textCursor()
        before = self._last.get(edit, 0)
        self._last[edit] = cursor.position()
        if self.view is not View.HIDDEN or cursor.hasSelection():
            return
        step = cursor.MoveOperation.Right if cursor.position() >= before else cursor.MoveOperation.Left
        moved = False
        while _inside_hidden(cursor) and cursor.movePosition(step):
            moved = True
        if moved:
            edit.setTextCursor(cursor)


def _inside_hidden(cursor: QTextCursor) -> bool:
    """Tell whether what stands on both sides of a cursor is deleted."""
    if cursor.atBlockStart() or cursor.atBlockEnd():
        return False
    ahead = type(cursor)(cursor)
    ahead.movePosition(cursor.MoveOperation.NextCharacter)
    return all(has(marks_of(one.charFormat()), MarkKind.DELETED) for one in (cursor, ahead))
