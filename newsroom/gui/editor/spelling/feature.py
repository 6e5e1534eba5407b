"""Spelling at work in a window: in which language, with which words learned, and what may be done about a word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.gui.editor.spelling import menu as head
from newsroom.gui.editor.spelling.acceptance import key, let_stand, names_in
from newsroom.gui.editor.spelling.inspector import Inspector
from newsroom.gui.editor.spelling.marking import Marking
from newsroom.gui.editor.spelling.walk import next_spot, select
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock, QTextCursor
    from PySide6.QtWidgets import QMenu

    from newsroom.gui.editor.spelling.marking import Field
    from newsroom.gui.editor.typing.feature import Typing
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room
    from newsroom.text.spelling import Doubt, Speller
    from newsroom.translation import Message


class Spelling(QObject):
    """Marks what is misspelt in the open story."""

    def __init__(self, room: Room, settings: Settings, typing: Typing) -> None:
        super().__init__(room.window)
        self._room, self._settings, self._typing = room, settings, typing
        self._wanted = ""
        self._told: set[str] = set()
        self._due: tuple[int, object] | None = None
        """A step to the next mistake that was asked for before all was checked, and where the caret was."""
        self._names: frozenset[str] = frozenset()
        self.inspector = Inspector(room.editor.fields, room.tasks, self)
        self.markings: dict[Field, Marking] = {
            field: Marking(field, self.mistakes) for field in room.editor.fields
        }
        for field in room.editor.fields:
            field.menu_makers.insert(0, partial(self._fill_menu, field))  # suggestions stand at the head
        self._connect()
        self.renew()

    def _connect(self) -> None:
        room = self._room
        room.session.opened.connect(self._opened)
        room.session.kept.connect(self._read_names)
        room.session.closed.connect(self.renew)
        room.window.wardrobe.changed.connect(self._dress)
        self._settings.changed.connect(self.renew)
        self._typing.renewed.connect(self.renew)
        self.inspector.renewed.connect(self._repaint)
        self.inspector.renewed.connect(partial(self._go_on, False))
        self.inspector.finished.connect(partial(self._go_on, True))
        self._dress()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {
            "spelling": self._switch,
            "next-mistake": partial(self.go, 1),
            "previous-mistake": partial(self.go, -1),
        }

    # In which language

    def _opened(self, _opened: object) -> None:
        self._read_names()
        self.renew()

    def _switch(self, _checked: bool = False) -> None:
        on = self._settings.personal.check_spelling
        self._settings.set_personal({"check_spelling": not on})

    def renew(self, _why: object = None) -> None:
        """Take the judge that the story and its writer want now."""
        on = self._settings.personal.check_spelling
        self._room.window.actions_["spelling"].setChecked(on)
        tag = self._typing.language() if on and self._room.session.article is not None else ""
        if tag != self._wanted:
            self._wanted = tag
            self.inspector.use(None)
            if tag:
                self._room.tasks.read(partial(_judge_of, tag), partial(self._take, tag), self._room.fail)
        elif self.inspector.judge is not None:
            self._teach(self.inspector.judge)

    def _take(self, tag: str, found: tuple[Speller | None, Message | None]) -> None:
        if tag != self._wanted:
            return
        judge, reason = found
        if judge is not None:
            self.inspector.use(judge.with_learned(self._learned()))
        elif reason is not None and tag not in self._told:
            self._told.add(tag)
            self._room.say("calm", tell(reason))

    def _teach(self, judge: Speller) -> None:
        wiser = judge.with_learned(self._learned())
        if wiser is not judge:
            self.inspector.use(wiser, keep=True)

    def _learned(self) -> frozenset[str]:
        return frozenset((*self._settings.personal.learned_words, *self._settings.house.learned_words))

    # What is marked

    def _read_names(self, _when: object = None) -> None:
        story = self._room.session.article
        self._names = names_in(story) if story else frozenset()
        self._repaint()

    def mistakes(self, field: Field, block: QTextBlock) -> Iterator[Doubt]:
        """Give what is wrong in a block of a field and shall not stand."""
        story = self._room.session.article
        if story is None or self.inspector.judge is None:
            return
        for doubt in self.inspector.mistakes(field, block):
            if doubt.word not in self._names and key(doubt.word) not in story.dismissed:
                yield doubt

    def _repaint(self) -> None:
        for field in self.markings:
            field.viewport().update()

    def _dress(self, _palette: object = None) -> None:
        for marking in self.markings.values():
            marking.waves.colour = self._room.editor.look.bad

    def go(self, step: int, _checked: bool = False) -> None:
        """Go to the next mistake, or with -1 to the one before."""
        self._due = None
        if self._found(step):
            return
        loading = bool(self._wanted) and self.inspector.judge is None and self._wanted not in self._told
        if self.inspector.busy or loading:
            self._due = step, self._caret()
            self.inspector.hurry()
        elif self.inspector.judge is not None:
            self._room.say("calm", _("No spelling mistake in this story."))
        else:
            self._room.say("calm", _("Spelling is not checked."))

    def _found(self, step: int) -> bool:
        spot = next_spot(self.markings, self._room.editor.focused(), step)
        if spot is not None:
            select(list(self.markings)[spot.field], spot)
        return spot is not None

    def _caret(self) -> object:
        field = self._room.editor.focused()
        return field, field.textCursor().position()

    def _go_on(self, all_checked: bool) -> None:
        """Go to the mistake that was asked for, now that it is known, unless the caret was moved since."""
        if self._due is None:
            return
        step, caret = self._due
        if caret != self._caret():
            self._due = None
        elif all_checked:
            self.go(step)
        elif self._found(step):
            self._due = None

    # What may be done about a word

    def _fill_menu(self, field: Field, menu: QMenu, cursor: QTextCursor) -> None:
        doubt, judge = self.markings[field].at(cursor), self.inspector.judge
        if doubt is None or judge is None or field.isReadOnly():
            return
        write = partial(head.put, field, head.over(cursor, doubt))
        shown = head.Suggestions(menu, write, self._ways(doubt.word))
        shown.ask(self._room.tasks, partial(judge.suggest, doubt.word))

    def _ways(self, word: str) -> tuple[head.Way, ...]:
        return (
            head.Way(_("Learn for me"), partial(self._learn_for_me, word), True),
            head.Way(
                _("Learn for the house"), partial(self._learn_for_house, word), self._settings.may_set_house
            ),
            head.Way(_("Ignore in this story"), partial(self._ignore, word), self._room.session.writable),
        )

    def _learn_for_me(self, word: str) -> None:
        words = tuple(sorted({*self._settings.personal.learned_words, word}))
        self._settings.set_personal({"learned_words": words})

    def _learn_for_house(self, word: str) -> None:
        rules = self._room.desk.rules
        self._room.tasks.write(partial(rules.learn, word), self._house_learned, self._room.fail)

    def _house_learned(self, changes: object) -> None:
        self._settings.renew()
        self._settings.house_changed.emit(changes)

    def _ignore(self, word: str) -> None:
        self._room.session.amend(lambda article: let_stand(article, word))
        self._repaint()


def _judge_of(tag: str) -> tuple[Speller | None, Message | None]:
    from newsroom.text.spelling import lacking, speller

    return speller(tag), lacking(tag)
