"""A story that is only read: its final text as readers get it, in the type of the page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Run, normal
from newsroom.domain.marks import BOLD, ITALIC
from newsroom.gui.editor.pane import EditorPane
from newsroom.gui.editor.pictures.previews import Previews
from newsroom.gui.parts import across, button, down, label, named
from newsroom.gui.sealing import cover
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.room import Room
    from newsroom.settings import House


class ViewHead(QWidget):
    """The line over another view: what it is, and the way back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "viewHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(40)
        self.title = label("", "head")
        self.about = label("", "muted")
        self.close_way = button(_("Close"), None, "quiet")
        self.row = across(self, 10)
        self.row.setContentsMargins(14, 0, 6, 0)
        self.row.addWidget(self.title)
        self.row.addWidget(self.about, 1)
        self.row.addWidget(self.close_way)


class StoryViewer(QWidget):
    """A story as its readers get it; text can be selected and copied, nothing can be changed."""

    left = Signal()

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.head = ViewHead(self)
        self.head.close_way.clicked.connect(self.left)
        self.pane = EditorPane(self)
        self._show_pictures(Previews(room.desk, room.tasks, self))
        self._back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.activated.connect(self.left)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.pane, 1)
        self.setFocusProxy(self.pane.body_edit)
        self.article: Article | None = None

    def _show_pictures(self, previews: Previews) -> None:
        edit = self.pane.body_edit
        edit.set_gallery(previews)
        previews.sized.connect(lambda: edit.set_gallery(previews))  # room is made for pictures anew
        previews.arrived.connect(edit.viewport().update)

    def wear(self, look: EditorLook, percent: int) -> None:
        """Take colours, and type so many percent as large."""
        self.pane.set_zoom(percent)
        self.pane.set_look(look)

    def begin(self) -> None:
        """Show the beginning."""
        self.pane.verticalScrollBar().setValue(0)

    def show_story(self, article: Article, house: House) -> None:
        """Show a story; lines without words are left out."""
        self.article = article
        cover(self.pane, self._room.desk, self._room.tasks, (article.uid,))
        shown = for_reading(article, house)
        self.pane.set_article(shown, read_only=True)
        pane = self.pane
        for field, words in (
            (pane.kicker, shown.kicker),
            (pane.headline, shown.headline),
            (pane.subheadline, shown.subheadline),
            (pane.lead, shown.lead),
        ):
            field.setVisible(bool(words))
        for field in pane.fields:
            field.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        pane.header.count.hide()
        self.head.about.setText(article.headline or _("No headline"))


def for_reading(article: Article, house: House) -> Article:
    """Give a story as readers get it, with byline, dateline and sign-off in the text."""
    from newsroom.formats.bylines import byline_of, sign_off_of

    body = for_readers(article.body)
    byline, sign_off = byline_of(article.authors, house), sign_off_of(article.sign_off, house)
    before = (_line(byline),) if byline else ()
    after = (_line(sign_off),) if sign_off else ()
    blocks = _opened(body, _dateline(article, house)).blocks
    return replace(
        article,
        lead=content_for_readers(article.lead),
        body=Body((*before, *blocks, *after)),
        notes=(),
        changes=(),
    )


def _line(words: str) -> Paragraph:
    return Paragraph((Run(words, frozenset({ITALIC})),))


def _dateline(article: Article, house: House) -> str:
    return house.dateline_pattern.replace("{place}", article.dateline) if article.dateline else ""


def _opened(body: Body, dateline: str) -> Body:
    """Give a body whose first paragraph begins with the dateline."""
    place = next((n for n, block in enumerate(body.blocks) if isinstance(block, Paragraph)), None)
    if not dateline or place is None:
        return body
    first = body.blocks[place]
    assert isinstance(first, Paragraph)
    opening = Run(f"{dateline} ", frozenset({BOLD}))
    begun = replace(first, content=normal((opening, *first.content)))
    return Body((*body.blocks[:place], begun, *body.blocks[place + 1 :]))
