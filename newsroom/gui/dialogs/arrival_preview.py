"""What was recognised in a file, line by line, before its story is taken in; a wrong guess is put right here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from newsroom.desk.leading import Part, chosen, doubts, lines_of, resorted
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, label, line, named, restyle
from newsroom.gui.prompt import Prompt
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.desk.intake import Looked
    from newsroom.desk.leading import Line
    from newsroom.domain.article import Article
    from newsroom.gui.icons import Icons

_SIZE = (760, 560)
_LONGEST = 260
_TOLD = 6
_WIDE, _DROP = 12, 4
_TONES = {Part.HEADLINE: "title", Part.KICKER: "muted", Part.LEAD: "head", Part.OUT: "muted"}


class ArrivalPreview(Prompt):
    """Emits the story as it shall be taken in."""

    taken = Signal(object)

    def __init__(self, looked: Looked, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent, _("Import file"), _("Import"))
        self.resize(*_SIZE)
        self._article = looked.article
        self._lines = lines_of(looked.article)
        self._parts: tuple[Part, ...] = tuple(one.part for one in self._lines)
        self.choosers = [self._chooser(place) for place in range(len(self._lines))]
        self.words = [self._shown(one) for one in self._lines]
        words = _("Is every line what it was taken for? What is wrong is put right here.")
        about = label(words, "muted", wrap=True)
        self.stack(looked.source.path.name, about, self._page(), *self._told(looked, icons), gap=10)
        self._show()
        self.accepted.connect(self._answer)
        self.yes.setFocus()

    @property
    def story(self) -> Article:
        """Give the story as its lines stand now."""
        return resorted(self._article, self._parts)

    def _chooser(self, place: int) -> Choice:
        made = Choice(_("What line {n} is", n=place + 1))
        made.setMinimumContentsLength(_WIDE)
        for part in Part:
            made.addItem(_(part.label), part)
        made.setAccessibleDescription(self._lines[place].words)
        made.activated.connect(lambda _index: self._choose(place))
        return made

    def _shown(self, one: Line) -> QLabel:
        words = one.words
        made = label(words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …", wrap=True)
        made.setAlignment(Qt.AlignmentFlag.AlignTop)
        made.setContentsMargins(0, _DROP, 0, 0)  # so that it stands level with its chooser
        return made

    def _choose(self, place: int) -> None:
        self._parts = chosen(self._parts, place, Part(self.choosers[place].currentData()))
        self._show()

    def _show(self) -> None:
        """Show what each line is now: its chooser, and its words as they would be set."""
        for chooser, words, part in zip(self.choosers, self.words, self._parts, strict=True):
            chooser.setCurrentIndex(chooser.findData(part))
            words.setProperty("tone", _TONES.get(part, ""))
            restyle(words)

    def _page(self) -> QScrollArea:
        page = named(QWidget(), "panelPage")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for place, (chooser, words) in enumerate(zip(self.choosers, self.words, strict=True)):
            grid.addWidget(chooser, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, place, 1)
        rest = _rest(self._article, self._lines)
        if rest:
            grid.addWidget(label(rest, "muted"), len(self._lines), 1)
        grid.setRowStretch(len(self._lines) + 1, 1)
        area = named(QScrollArea(), "panelPage")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _told(self, looked: Looked, icons: Icons) -> Iterable[QWidget]:
        """Give a line for each thing that was guessed, lost or found."""
        messages = (
            *(("info", one) for one in doubts(looked.article, looked.incoming.recognised)),
            *(("warn", one) for one in looked.incoming.losses),
            *(("warn", one.message) for one in looked.findings),
        )
        if messages:
            yield line()
        for role, message in messages[:_TOLD]:
            yield _remark(icons, role, tell(message))
        if len(messages) > _TOLD:
            yield label(_("and {n} more", n=len(messages) - _TOLD), "muted")

    def _answer(self) -> None:
        self.taken.emit(self.story)


def _rest(article: Article, lines: Sequence[Line]) -> str:
    left = len(article.body.blocks) - sum(one.block >= 0 for one in lines)
    if left <= 0:
        return ""
    return ngettext(
        "and {n} more paragraph, picture or table", "and {n} more paragraphs, pictures or tables", left
    )


def _remark(icons: Icons, role: str, words: str) -> QWidget:
    made = QWidget()
    row = across(made, 6)
    row.setContentsMargins(0, 0, 0, 0)
    sign = label("")
    sign.setPixmap(icons.pixmap(role, "muted" if role == "info" else role, 16))
    sign.setFixedWidth(20)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(words, wrap=True), 1)
    return made
