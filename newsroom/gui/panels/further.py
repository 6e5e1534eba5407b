"""The fields of a story that are wanted now and then, folded under “More”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from newsroom.domain.article import AiUse, Article
from newsroom.gui.panels.choice import Choice
from newsroom.gui.panels.form import add_below, add_beside, lay_out
from newsroom.gui.panels.note_field import NoteField
from newsroom.gui.panels.panel_line import PanelLine
from newsroom.gui.parts import down
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLDED = ((-2.0, -4.0), (2.0, 0.0), (-2.0, 4.0))
_OPEN = ((-4.0, -2.0), (0.0, 2.0), (4.0, -2.0))


class _Head(QPushButton):
    """The line that folds and unfolds, with its caret."""

    def __init__(self) -> None:
        super().__init__(_("More"))
        self.setCheckable(True)
        self.setProperty("look", "fold")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rename()
        self.toggled.connect(self._rename)

    def _rename(self) -> None:
        """Tell a screen reader what pressing does."""
        self.setAccessibleName(_("Fewer fields") if self.isChecked() else _("More fields"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, then the caret."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1.4))
        centre = QPointF(8.0, self.height() / 2)
        shape = _OPEN if self.isChecked() else _FOLDED
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in shape]))


class Further(QWidget):
    """Shows the fields once it is unfolded for the first time, and gives them back as they were changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Article(uid="")
        self._headline = ""
        self._writable = True
        self._fields: _Fields | None = None
        self.head = _Head()
        column = down(self, 6)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        self.head.toggled.connect(self._fold)

    @property
    def unfolded(self) -> bool:
        """Tell whether the fields are to be seen."""
        return self.head.isChecked()

    def unfold(self) -> None:
        """Show the fields, which are made when the first story comes."""
        self.head.setChecked(True)

    def _fold(self, unfolded: bool) -> None:
        if self._fields is not None:
            self._fields.setVisible(unfolded)
        elif unfolded and self._shown.uid:
            self._make()

    def _make(self) -> None:
        fields = self._fields = _Fields()
        column = self.layout()
        assert column is not None
        column.addWidget(fields)
        fields.show()  # a widget that comes later is hidden
        fields.order_after(self.head)
        fields.changed.connect(self.changed)
        self._fill(fields)

    def _fill(self, fields: _Fields) -> None:
        fields.show_story(self._shown)
        fields.suggest(self._headline)
        fields.setEnabled(self._writable)

    def show_story(self, article: Article, *, read_only: bool) -> None:
        """Show the fields of a story."""
        self._shown, self._headline, self._writable = article, article.headline, not read_only
        if self._fields is not None:
            self._fill(self._fields)
        elif self.unfolded:
            self._make()

    def show_saved(self, article: Article) -> None:
        """Show the slug a story got when it was saved, unless another one is being written."""
        self._shown = article
        if self._fields is not None:
            self._fields.show_slug(article.slug)

    def suggest(self, headline: str) -> None:
        """Suggest the slug of a headline."""
        self._headline = headline
        if self._fields is not None:
            self._fields.suggest(headline)

    def fields(self) -> dict[str, Any]:
        """Give the fields of the story as they stand, by their names in `Article`; none before they are made."""
        if self._fields is None:
            return {}
        values = self._fields.values()
        return {name: _tidy(name, value, getattr(self._shown, name)) for name, value in values.items()}


def _tidy(name: str, value: object, before: object) -> object:
    """Give what was typed without blanks around it, a slug in its form; what was not touched stays as it is."""
    if value == before or not isinstance(value, str):
        return value
    if name == "slug":
        from newsroom.text.slug import slug

        return slug(value)
    return value.strip()


class _Fields(QWidget):
    """The fields themselves."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        none = _("none")
        self.ai_use = Choice(_("AI label"))
        for use in AiUse:
            self.ai_use.addItem(_(use.label), use)
        self._lines: Mapping[str, PanelLine] = {
            "dateline": PanelLine(_("Dateline"), none),
            "sign_off": PanelLine(_("Sign-off"), none),
            "slug": PanelLine(_("Slug"), none),
            "source": PanelLine(_("Source"), none),
        }
        self._notes: Mapping[str, NoteField] = {
            "web_headline": NoteField(_("Web headline"), _("like the headline")),
            "teaser": NoteField(_("Teaser"), none, 2),
            "rights": NoteField(_("Rights"), none),
            "editors_note": NoteField(_("Editor’s note"), _("for the newsroom only"), 2),
            "correction_note": NoteField(_("Correction note"), _("says what was wrong"), 2),
        }
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        form = lay_out(self)
        add_beside(form, ((line.accessibleName(), line) for line in self._lines.values()))
        rows = [(note.accessibleName(), note) for note in self._notes.values()]
        add_below(form, rows[:3])
        add_below(form, [(self.ai_use.accessibleName(), self.ai_use)])
        add_below(form, rows[3:])

    def _listen(self) -> None:
        for line in self._lines.values():
            line.textEdited.connect(self._edited)
        for note in self._notes.values():
            note.edited.connect(self.changed)
        self.ai_use.activated.connect(self._edited)

    def _edited(self, _value: object) -> None:
        self.changed.emit()

    def order_after(self, before: QWidget) -> None:
        """Let Tab come here from a widget, and go down the fields."""
        notes = list(self._notes.values())
        for field in (*self._lines.values(), *notes[:3], self.ai_use, *notes[3:]):
            QWidget.setTabOrder(before, field)
            before = field

    def show_story(self, article: Article) -> None:
        """Show the fields of a story."""
        for name, line in self._lines.items():
            line.show_words(getattr(article, name))
        for name, note in self._notes.items():
            note.show_words(getattr(article, name))
        self.ai_use.setCurrentIndex(self.ai_use.findData(article.ai_use))

    def show_slug(self, slug: str) -> None:
        """Show a slug, unless another one is being written."""
        if not self._lines["slug"].hasFocus():
            self._lines["slug"].show_words(slug)

    def suggest(self, headline: str) -> None:
        """Suggest the slug of a headline."""
        from newsroom.text.slug import slug

        self._lines["slug"].setPlaceholderText(slug(headline) or _("none"))

    def values(self) -> dict[str, object]:
        """Give what stands in the fields."""
        lines = {name: line.text() for name, line in self._lines.items()}
        notes = {name: note.words() for name, note in self._notes.items()}
        return {**lines, **notes, "ai_use": AiUse(self.ai_use.currentData())}
