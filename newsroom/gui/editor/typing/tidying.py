"""Tidying the typography of the open story, or of what is selected in it, after a look at every change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.desk.tidying import Within
from newsroom.domain.article import AUTO
from newsroom.domain.finding import Field
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.tidying import Suggestion
    from newsroom.domain.article import Article
    from newsroom.domain.finding import Replacement
    from newsroom.gui.editor.line_field import LineField
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.room import Room

_FIELDS = (Field.KICKER, Field.HEADLINE, Field.SUBHEADLINE, Field.LEAD, Field.BODY)


class Tidying(QObject):
    """Asks the desk on a worker what is to tidy, and shows it before it is done."""

    def __init__(self, room: Room, language: Callable[[], str]) -> None:
        super().__init__(room.window)
        self._room, self._language = room, language

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"tidy": self.ask}

    def ask(self) -> None:
        """Look for what is to tidy in the selection, or in the whole story where nothing is selected."""
        story = self._room.session.current()
        if story.language == AUTO:
            story = replace(story, detected_language=self._language())
        within = selection(self._room.editor)
        work = partial(self._room.desk.proofing.tidying, story, within)
        self._room.tasks.read(work, partial(self._show, story), self._room.fail)

    def _show(self, story: Article, found: tuple[Suggestion, ...]) -> None:
        from newsroom.gui.editor.typing.tidy_dialog import TidyDialog

        open_now = self._room.session.article
        if open_now is None or open_now.uid != story.uid:
            return
        if not found:
            self._room.say("calm", _("The typography is tidy."))
            return
        window = self._room.window
        dialog = TidyDialog(found, window.wardrobe.palette, window)
        dialog.chosen.connect(self._apply)
        window.wardrobe.changed.connect(dialog.wear)
        dialog.open()

    def _apply(self, replacements: tuple[Replacement, ...]) -> None:
        self._room.editor.apply(replacements)
        self._room.proofs.renew()


def selection(editor: EditorPane) -> Within | None:
    """Give what is selected in the field that is written into, or nothing."""
    widget = editor.focused()
    field = next((field for field in _FIELDS if editor.places.field(field) is widget), Field.BODY)
    cursor = widget.textCursor()
    if not cursor.hasSelection():
        return None
    return Within(field, _place(widget, cursor.selectionStart()), _place(widget, cursor.selectionEnd()))


def _place(widget: LineField | TextEdit, position: int) -> tuple[int, int]:
    if not isinstance(widget, TextEdit):
        return 0, position
    block, offset = widget.place(position)
    return max(block, 0), offset
