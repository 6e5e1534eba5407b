"""The fields of publication: when, where, by whom, how long."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from newsroom.domain.article import AUTO, Article, Byline, OrderedLength, Priority, Unit
from newsroom.gui.panels.choice import Choice
from newsroom.gui.panels.form import add_beside, lay_out
from newsroom.gui.panels.further import Further
from newsroom.gui.panels.keyword_field import KeywordField
from newsroom.gui.panels.panel_line import PanelLine
from newsroom.gui.panels.section_choice import SectionChoice
from newsroom.gui.panels.time_field import TimeField
from newsroom.gui.parts import across, down, number
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.domain.card import Genre, Section
    from newsroom.gui.tasks import Tasks

LANGUAGES = (
    ("de-DE", N_("German")),
    ("de-AT", N_("German (Austria)")),
    ("de-CH", N_("German (Switzerland)")),
    ("en-GB", N_("English (Britain)")),
    ("en-US", N_("English (United States)")),
)
_BARE = {"de": N_("German"), "en": N_("English")}
_LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What the house has agreed on, as the fields offer it."""

    sections: tuple[Section, ...] = ()
    genres: tuple[Genre, ...] = ()
    keywords: tuple[str, ...] = ()
    zone: str = "UTC"


class Publication(QWidget):
    """Shows a story's fields, and gives them back as they were changed."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Article(uid="")
        self._genres: dict[str, str] = {}
        """The names of retired genres, which only a story that has one shows."""
        self.publish = TimeField(tasks, _("Publish time"))
        self.section = SectionChoice()
        self.embargo = TimeField(tasks, _("Embargo"))
        self.language = Choice(_("Language of the story"))
        self.authors = PanelLine(_("Authors"), _("none"))
        self.keywords = KeywordField()
        self.genre = Choice(_("Genre"))
        self.priority = Choice(_("Priority"))
        self.amount, self.unit = number(), Choice(_("Unit of the ordered length"))
        self.further = Further()
        self._foremost = QWidget()
        self._fill_fixed()
        self._lay_out()
        self._listen()
        self.clear()

    def _fill_fixed(self) -> None:
        self.amount.setRange(0, _LONGEST)
        self.amount.setSpecialValueText("–")
        self.amount.setAccessibleName(_("Ordered length"))
        self.amount.setFixedWidth(64)
        self.amount.lineEdit().setTextMargins(6, 0, 0, 0)
        for priority in Priority:
            self.priority.addItem(_(priority.label), priority)
        for unit in Unit:
            self.unit.addItem(_(unit.label), unit)
        for code, name in LANGUAGES:
            self.language.addItem(_(name), code)

    def _lay_out(self) -> None:
        length = QWidget()
        row = across(length, 8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.amount)
        row.addWidget(self.unit, 1)
        rows = (
            (_("Publish at"), self.publish),
            (_("Section"), self.section),
            (_("Embargo"), self.embargo),
            (_("Language"), self.language),
            (_("Authors"), self.authors),
            (_("Keywords"), self.keywords),
            (_("Genre"), self.genre),
            (_("Priority"), self.priority),
            (_("Ordered length"), length),
        )
        self._form = lay_out(self._foremost)
        add_beside(self._form, rows)
        column = down(self, 6)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._foremost)
        column.addWidget(self.further)

    def add_row(self, name: str, field: QWidget) -> None:
        """Add a field of a feature under the foremost ones."""
        add_beside(self._form, ((name, field),))

    def _listen(self) -> None:
        for time in self._times:
            time.changed.connect(self.changed)
        for edit in (self.authors, self.keywords):
            edit.textEdited.connect(self._edited)
        self.keywords.completed.connect(self.changed)
        self.section.settled.connect(self.changed)
        for box in (self.language, self.genre, self.priority, self.unit):
            box.activated.connect(self._edited)
        self.amount.valueChanged.connect(self._edited)
        self.further.changed.connect(self.changed)

    @property
    def _times(self) -> tuple[TimeField, TimeField]:
        return self.publish, self.embargo

    def settle(self) -> None:
        """Read at once the times that were just typed, for the story is about to be kept."""
        for time in self._times:
            time.settle()

    def misread(self) -> str:
        """Give the name of a field whose words are no time, and lead there; nothing where all are understood."""
        wrong = next((time for time in self._times if time.wrong), None)
        if wrong is None:
            return ""
        wrong.edit.setFocus()
        return wrong.edit.accessibleName()

    def _edited(self, _value: object) -> None:
        self.changed.emit()

    def offer(self, catalogue: Catalogue) -> None:
        """Offer the sections, genres and keywords of the house."""
        offered = [one.name for one in catalogue.sections if not one.retired]
        self.section.offer(offered, [one.name for one in catalogue.sections if one.retired])
        self._genres = {one.key: _retired(_(one.name)) for one in catalogue.genres if one.retired}
        genres = [(_(one.name), one.key) for one in catalogue.genres if not one.retired]
        self._refill(self.genre, [("–", ""), *genres])
        self.keywords.offer(catalogue.keywords)

    def _refill(self, box: QComboBox, entries: list[tuple[str, str]]) -> None:
        kept = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            for name, value in entries:
                box.addItem(name, value)
            _choose(box, kept or "", self._genres)

    def clear(self) -> None:
        """Show the fields of no story."""
        self.show_story(Article(uid=""), "UTC", read_only=False)

    def show_story(self, article: Article, zone: str, *, read_only: bool) -> None:
        """Show the fields of a story."""
        self._shown = article
        self.publish.show_time(article.publish_time, zone)
        self.embargo.show_time(article.embargo, zone)
        self.section.choose(article.section)
        _choose(self.genre, article.genre, self._genres)
        _choose(self.priority, article.priority)
        self._show_language(article)
        self.authors.show_words(", ".join(_byline(author) for author in article.authors))
        self.keywords.show_all(article.keywords)
        with QSignalBlocker(self.amount):
            self.amount.setValue(article.ordered_length.amount if article.ordered_length else 0)
        _choose(self.unit, article.ordered_length.unit if article.ordered_length else Unit.LINES)
        self.further.show_story(article, read_only=read_only)
        self._foremost.setEnabled(not read_only)

    def show_saved(self, article: Article) -> None:
        """Show what saving filled in."""
        if self.section.section() == self._shown.section:  # else another was chosen meanwhile
            self.section.choose(article.section)
        self._shown = article
        self.further.show_saved(article)

    def _show_language(self, article: Article) -> None:
        detected = _BARE.get(article.detected_language)
        words = _("{language} (detected)", language=_(detected)) if detected else _("Automatic")
        if self.language.itemData(0) == AUTO:
            self.language.setItemText(0, words)
        else:
            self.language.insertItem(0, words, AUTO)
        _choose(self.language, article.language)

    def fields(self) -> dict[str, Any]:
        """Give the fields of the story as they stand, by their names in `Article`."""
        amount = self.amount.value()
        return {
            "publish_time": self.publish.time(),
            "section": self.section.section(),
            "embargo": self.embargo.time(),
            "embargo_line": "" if self.embargo.time() else self._shown.embargo_line,
            "language": self.language.currentData() or AUTO,
            "authors": bylines(self.authors.text()),
            "keywords": self.keywords.words(),
            "genre": self.genre.currentData() or "",
            "priority": Priority(self.priority.currentData()),
            "ordered_length": OrderedLength(amount, Unit(self.unit.currentData())) if amount else None,
            **self.further.fields(),
        }


def _retired(name: str) -> str:
    return _("{name} (retired)", name=name)


def _choose(box: QComboBox, value: object, names: Mapping[str, str] = MappingProxyType({})) -> None:
    """Choose a value, which is added where the house no longer offers it."""
    place = box.findData(value)
    if place < 0:
        box.addItem(names.get(str(value), str(value)), value)
        place = box.count() - 1
    box.setCurrentIndex(place)


def _byline(author: Byline) -> str:
    return f"{author.name} ({author.role})" if author.role else author.name


def bylines(typed: str) -> tuple[Byline, ...]:
    """Read authors as they are typed: ``Name, Name (role)``."""
    return tuple(_one(part.strip()) for part in typed.split(",") if part.strip())


def _one(part: str) -> Byline:
    name, opened, role = part.partition("(")
    return Byline(name.strip(), role.rstrip(") ").strip()) if opened and name.strip() else Byline(part)
