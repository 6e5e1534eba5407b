"""Stories in columns, fetched page by page as they are scrolled to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from newsroom.domain.listing import Heading
from newsroom.domain.words import language_name
from newsroom.gui.browser.story_list_model import StoryListModel, card_of
from newsroom.gui.browser.times import short
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.domain.card import StoryCard
    from newsroom.gui.tasks import Tasks

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
HEADINGS = tuple(Heading)
_NUMBERS = frozenset({Heading.FINDINGS, Heading.DOUBLES})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class TableModel(StoryListModel):
    """The pages of a list, one column for each heading."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(tasks)
        self.genres: Mapping[str, str] = {}
        self._cells: dict[Heading, Callable[[StoryCard], str]] = {
            Heading.TIME: lambda card: short(card.publish_time, self.zone),
            Heading.HEADLINE: lambda card: card.headline or _("No headline"),
            Heading.SECTION: lambda card: card.section,
            Heading.STATE: lambda card: _(card.state.label),
            Heading.AUTHOR: lambda card: card.authors,
            Heading.GENRE: lambda card: _(self.genres.get(card.genre, card.genre)),
            Heading.LANGUAGE: lambda card: _(language_name(card.language)) if card.language else "",
            Heading.MODIFIED: lambda card: short(card.modified, self.zone),
            Heading.FINDINGS: lambda card: str(card.findings or ""),
            Heading.DOUBLES: lambda card: str(card.lookalikes or ""),
        }

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADINGS[section].label)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words, or what the whole row is."""
        heading, item = HEADINGS[index.column()], self.item(index.row())
        if item is not None and role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._cells[heading](card_of(item))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if heading in _NUMBERS else None
        return super().data(index, role)
