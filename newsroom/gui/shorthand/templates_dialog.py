"""Choosing the template that a new story begins from, and naming one that is made of a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from newsroom.domain.article import AUTO
from newsroom.domain.body import block_text
from newsroom.gui.parts import across, button, down, label
from newsroom.gui.prompt import Prompt
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.domain.template import Template

_OFFER = Qt.ItemDataRole.UserRole
_STEPS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down})


@dataclass(frozen=True, slots=True)
class Offer:
    """A template that may be chosen; house is none where the program brings it."""

    template: Template
    house: bool | None
    droppable: bool = False

    @property
    def owner(self) -> str:
        """Give whose it is, in words."""
        if self.house is None:
            return _("Brought by the program")
        return _("For everyone in this library") if self.house else _("For me")


class TemplatesDialog(QDialog):
    """Emits `chosen` with a template, and `dropped` with an offer that is to be forgotten."""

    chosen = Signal(object)
    dropped = Signal(object)

    def __init__(self, offers: tuple[Offer, ...], genres: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("New story from a template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 480)
        self._genres = genres
        self.sought = QLineEdit(placeholderText=_("Find a template …"))
        self.sought.setAccessibleName(_("Find a template"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Templates"))
        self.about = label("", "muted", wrap=True)
        self.about.setMinimumHeight(72)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.delete = button(_("Delete"), self._drop)
        self.delete.setAutoDefault(False)
        self.go = button(_("Begin"), self._go, "primary")
        self.go.setDefault(True)
        self._lay_out(empty=not offers)
        self._fill(offers)

    def _lay_out(self, *, empty: bool) -> None:
        ways = across(gap=8)
        ways.addWidget(self.delete)
        ways.addStretch(1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.go)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("New story from a template"), "title"))
        column.addWidget(self.sought)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addLayout(ways)
        if empty:
            self.about.setText(_("There is no template yet. Open a story and choose “Save as template …”."))

    def _fill(self, offers: tuple[Offer, ...]) -> None:
        for offer in offers:
            genre = self._genres.get(offer.template.genre, offer.template.genre)
            told = genre if genre != offer.template.name else ""
            facts = " · ".join(filter(None, (told, offer.owner)))
            item = QListWidgetItem(f"{offer.template.name}   {facts}")
            item.setData(_OFFER, offer)
            self.list.addItem(item)
        self.sought.installEventFilter(self)
        self.sought.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemDoubleClicked.connect(self._go)
        self.list.setCurrentRow(0)
        self._show()
        self.sought.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows go through the list while a name is typed."""
        if watched is self.sought and isinstance(event, QKeyEvent) and event.key() in _STEPS:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, typed: str) -> None:
        shown = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            assert item is not None
            item.setHidden(typed.casefold() not in item.text().casefold())
            if not item.isHidden():
                shown.append(row)
        self.list.setCurrentRow(shown[0] if shown else -1)

    def _offer(self) -> Offer | None:
        item: QListWidgetItem | None = self.list.currentItem()  # PySide's stub says it is never None
        offer: Offer | None = None if item is None or item.isHidden() else item.data(_OFFER)
        return offer

    def _show(self) -> None:
        offer = self._offer()
        self.go.setEnabled(offer is not None)
        self.delete.setEnabled(offer is not None and offer.droppable)
        if offer is not None:
            self.about.setText(_facts(offer.template))

    def _go(self) -> None:
        offer = self._offer()
        if offer is not None:
            self.chosen.emit(offer.template)
            self.accept()

    def _drop(self) -> None:
        offer = self._offer()
        if offer is not None:
            self.list.takeItem(self.list.currentRow())
            self.dropped.emit(offer)


def _facts(template: Template) -> str:
    """Give what a template fills, in two lines."""
    length = template.ordered_length
    facts = (
        template.kicker,
        template.headline,
        template.section,
        template.language if template.language != AUTO else "",
        f"{length.amount} {_(length.unit.label)}" if length else "",
        ", ".join(template.keywords),
    )
    words = template.editors_note or " / ".join(block_text(block) for block in template.body.blocks)
    text = words if len(words) < 160 else words[:160] + " …"  # noqa: PLR2004 - two lines
    return "\n".join(filter(None, (" · ".join(filter(None, facts)), text)))


class TemplateName(Prompt):
    """Asks for the name of a template; emits `named` with it and whether it is for everyone."""

    named = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget, *, may_set_house: bool) -> None:
        super().__init__(parent, _("Save as template"), _("Save"))
        self.name = QLineEdit(name)
        self.name.setAccessibleName(_("Name of the template"))
        self.name.textChanged.connect(self._weigh)
        self.shared = QCheckBox(_("For everyone in this library"))
        self.shared.setEnabled(may_set_house)
        self.shared.setToolTip("" if may_set_house else _("Only a duty editor keeps templates for everyone."))
        words = _(
            "Kept: genre, section, kicker, headline, lead, text, language, keywords, length and editor’s note."
        )
        self.stack(_("Save as template"), label(words, "muted", wrap=True), self.name, self.shared)
        self.accepted.connect(self._save)
        self._weigh()
        self.name.selectAll()
        self.name.setFocus()

    def _weigh(self) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))

    def _save(self) -> None:
        self.named.emit(self.name.text(), self.shared.isChecked())
