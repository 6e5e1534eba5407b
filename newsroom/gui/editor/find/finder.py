"""Find and replace in the open story: searched off the window's thread, shown in the text."""

from __future__ import annotations

from functools import partial
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextCursor

from newsroom.domain.apart import apart
from newsroom.domain.finding import Field
from newsroom.domain.strands import strands
from newsroom.gui.editor.find.bar import FindBar
from newsroom.gui.editor.find.hits import PAGE, TITLES, Hits, key_of
from newsroom.gui.editor.find.preview import Group, PreviewDialog
from newsroom.gui.editor.find.replacing import Replacing
from newsroom.gui.faults import words_of
from newsroom.gui.throttle import AfterPause
from newsroom.text.pattern import Pattern
from newsroom.text.searching import Scope, search
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QTextEdit

    from newsroom.domain.article import Article
    from newsroom.gui.editor.find.hits import Key
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.text.pattern import Sought
    from newsroom.text.searching import Find

_SOON, _AFTER_TYPING = 60, 250
_SECONDS = 1.0
_LONG = 80
"""A selection longer than this is a place to look in, a shorter one is what is looked for."""


class Finder(QObject):
    """The find bar at work."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room, self._editor = room, room.editor
        self.bar = FindBar(room.window.wardrobe.icons)
        self.hits = Hits(room.editor)
        self._replacing = Replacing(room.editor)
        self._anchor: Key | None = None
        self._part: tuple[Field, QTextCursor] | None = None
        self._task: Task | None = None
        self._soon = AfterPause(self._search, _SOON, self)
        self._later = AfterPause(self._search, _AFTER_TYPING, self)
        room.window.story.add_bar(self.bar)
        self._connect()

    def _connect(self) -> None:
        bar, room = self.bar, self._room
        bar.asked.changed.connect(self._asked)
        bar.inside.toggled.connect(self._look_inside)
        bar.stepped.connect(self.go)
        bar.one_asked.connect(self.replace_one)
        bar.all_asked.connect(self.replace_all)
        bar.preview_asked.connect(self.preview)
        bar.closed.connect(self.close)
        for field in room.editor.fields:
            field.key_takers.append(self._leaves)
        self._replacing.done.connect(self._replaced)
        room.editor.edited.connect(self._edited)
        room.session.opened.connect(self._opened)
        room.session.closed.connect(self.close)
        room.window.wardrobe.changed.connect(self._dress)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {
            "find": self.open,
            "replace": partial(self.open, replacing=True),
            "find-next": partial(self.go, 1),
            "find-previous": partial(self.go, -1),
        }

    @property
    def active(self) -> bool:
        """Tell whether the bar is open."""
        return self.bar.isVisible()

    # Opening and closing

    def open(self, _checked: bool = False, *, replacing: bool = False) -> None:
        """Show the bar; what is selected is looked for, or looked into where it is long."""
        if self._room.session.article is None:
            return
        self._anchor = self.hits.caret()
        self._take_selection(self._editor.focused())
        self.bar.open(replacing=replacing)
        self._search()

    def _take_selection(self, field: QTextEdit) -> None:
        cursor = field.textCursor()
        words = cursor.selectedText()
        long = len(words) > _LONG or "\u2029" in words
        if words and not long:
            self.bar.asked.words.setText(words)
        if long or self._part is None:
            kind = next(kind for kind in PAGE if self._editor.places.field(kind) is field)
            self._part = (kind, QTextCursor(cursor)) if words else None
        self.bar.inside.setEnabled(self._part is not None)
        self.bar.inside.setChecked(long)

    def close(self) -> None:
        """Close the bar and go back into the text, where the find at hand stays selected."""
        was_open = self.active
        if was_open:
            self.hits.select()
        self._hide()
        if was_open:
            self._editor.focused().setFocus()

    def _leaves(self, event: QKeyEvent) -> bool:
        """Close the bar by Escape in the text, where the caret stays; tell whether it was open."""
        if event.key() != Qt.Key.Key_Escape or not self.active:
            return False
        self._hide()
        return True

    def _hide(self) -> None:
        self._forget()
        self.bar.hide()

    def _forget(self) -> None:
        for pause in (self._soon, self._later):
            pause.forget()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._part = None
        self.hits.clear()

    def _opened(self, _opened: object) -> None:
        self._replacing.stop()
        self._forget()
        self.bar.inside.setChecked(False)
        self.bar.inside.setEnabled(False)
        if self.active:
            self._search()

    def _dress(self, _palette: object) -> None:
        if self.active:
            self._later.ask()  # the page wears its colours after this

    def _look_inside(self, _on: bool) -> None:
        if self.active:
            self._search()

    # Searching

    def _asked(self) -> None:
        """Search soon, from where the caret is."""
        if self._anchor is None:
            self._anchor = self.hits.caret()
        self._soon.ask()

    def _edited(self) -> None:
        if self.active and not self._replacing.busy:
            self._later.ask()

    def _search(self) -> None:
        sought = self.bar.asked.sought()
        if self._task is not None:
            self._task.cancel()
        self._later.forget()
        if not sought.words or self._room.session.article is None:
            self._show("", ())
            return
        work = partial(_search, self._editor.article(), sought, self.bar.asked.replacement(), self._scope())
        self._task = self._room.tasks.read(work, self._found, self._wrong)

    def _scope(self) -> Scope | None:
        if self._part is None or not self.bar.inside.isChecked():
            return None
        field, cursor = self._part
        start, end = (
            self._editor.places.place_of(field, at) for at in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return Scope(field, start, end)

    def _found(self, finds: tuple[Find, ...]) -> None:
        self._task = None
        self.hits.take(finds)
        if self._anchor is not None:
            self.hits.go_near(self._anchor)
            self._anchor = None
        else:
            self.hits.know_caret()
            self.hits.draw()
        self._show(self.hits.said(), finds)

    def _wrong(self, error: BaseException) -> None:
        self._task = None
        self._show(words_of(error), (), wrong=True)

    def _show(self, words: str, finds: tuple[Find, ...], *, wrong: bool = False) -> None:
        if not finds:
            self.hits.clear()
        self.bar.say(words, wrong=wrong)
        self.bar.allow(found=bool(finds), writable=self._room.session.writable)

    def go(self, step: int, _checked: bool = False) -> None:
        """Go to the next find or the one before; without a bar, open it."""
        if not self.active:
            self.open()
            return
        if self._soon.waiting():
            self._soon.now()
            return
        self._anchor = None
        self.hits.go(step)
        self._show_picture()
        self.bar.say(self.hits.said(), wrong=False)

    def _show_picture(self) -> None:
        """Show in the panel what a picture tells of itself, where the find at hand stands there."""
        find, panel = self.hits.current, self._room.window.panel
        if find is not None and find.field in {Field.CREDIT, Field.ALTERNATIVE}:
            panel.show_tab("picture", shown=True)
            panel.show_page("picture")

    # Replacing

    def replace_one(self) -> None:
        """Replace the find at hand and go to the next; where none is at hand, go to the next."""
        find = self.hits.current
        if find is None or self._later.waiting():
            self.go(1)
        elif self._room.session.writable:
            self._editor.apply(find.replacements)
            self._anchor = self._behind(find)
            self._search()

    def _behind(self, find: Find) -> Key:
        """Give the place behind what took the place of a find, so that it is not found in itself."""
        number, block, start = key_of(find)
        return (number, block, start + len(find.new))

    def replace_all(self) -> None:
        """Replace all finds, as one undo step."""
        self._replace(self.hits.finds)

    def preview(self) -> None:
        """Show every replacement, to choose from."""
        groups = [
            Group(_(TITLES[field]), tuple(find for find in self.hits.finds if find.field is field))
            for field in PAGE
        ]
        dialog = PreviewDialog([group for group in groups if group.finds], self._room.window)
        dialog.chosen.connect(self._replace_chosen)
        dialog.open()

    def _replace_chosen(self, chosen: tuple[tuple[Find, ...], ...]) -> None:
        self._replace(tuple(find for group in chosen for find in group))

    def _replace(self, finds: tuple[Find, ...]) -> None:
        if finds and self._room.session.writable and not self._later.waiting():
            self.hits.clear()
            self._replacing.begin(finds)

    def _replaced(self, count: int) -> None:
        self._anchor = None
        self._editor.focused().setFocus()
        self._search()
        self._room.say("calm", ngettext("{n} find replaced.", "{n} finds replaced.", count))


def _search(article: Article, sought: Sought, new: str, scope: Scope | None) -> tuple[Find, ...]:
    until = monotonic() + _SECONDS
    return tuple(search(chain(strands(article), apart(article)), Pattern(sought, new), scope, until))
