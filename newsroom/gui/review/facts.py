"""What a review says of a story beside its text: its facts, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QFrame, QWidget

from newsroom.domain.words import language_name
from newsroom.gui.browser.times import short
from newsroom.gui.parts import down, emptied, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.notes import Note, Reply


class Facts(QWidget):
    """The fields of a story, to be read."""

    def __init__(self) -> None:
        super().__init__()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        self._form.setHorizontalSpacing(12)

    def show_article(self, article: Article, zone: str) -> None:
        """Show the fields that hold something."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, words in _facts(article, zone):
            if words:
                self._form.addRow(label(name, "muted"), label(words, wrap=True))


def _facts(article: Article, zone: str) -> Iterator[tuple[str, str]]:
    yield _("Publish time"), short(article.publish_time, zone)
    yield _("Section"), article.section
    yield _("Embargo"), short(article.embargo, zone) or article.embargo_line
    yield _("Language"), _(language_name(article.spoken_language)) if article.spoken_language else ""
    yield _("Byline"), ", ".join(one.name for one in article.authors)
    yield _("Begun by"), article.created_by
    yield _("Keywords"), ", ".join(article.keywords)
    yield _("Source"), article.source
    yield _("Slug"), article.slug
    yield _("Teaser"), article.teaser
    yield _("Web headline"), article.web_headline
    yield _("Editor's note"), article.editors_note
    yield _("Correction note"), article.correction_note


class Notes(QWidget):
    """The open notes of a story, to be read."""

    def __init__(self) -> None:
        super().__init__()
        self._column = down(self, 8)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_article(self, article: Article, zone: str) -> int:
        """Show the notes that are open, and give how many they are."""
        emptied(self._column)
        notes = [note for note in article.notes if not note.resolved]
        for note in notes:
            self._column.addWidget(_card(note, zone))
        if not notes:
            self._column.addWidget(label(_("No open notes."), "muted"))
        return len(notes)


def _card(note: Note, zone: str) -> QFrame:
    made = QFrame()
    made.setProperty("tone", "note")
    column = down(made, 4)
    column.setContentsMargins(10, 8, 10, 8)
    said: tuple[Note | Reply, ...] = (note, *note.replies)
    for one in said:
        column.addWidget(label(f"{one.author} · {short(one.time, zone)}", "tiny"))
        column.addWidget(label(one.text, wrap=True))
    return made
