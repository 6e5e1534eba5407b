"""The question by which channels a story goes out; what stands against one is said beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from newsroom.gui.parts import down, label
from newsroom.gui.prompt import Prompt
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from newsroom.desk.publishing import Offer
    from newsroom.domain.channel import Channel

    Call = Callable[[str, tuple[Channel, ...]], None]

_INDENT = 24
_TALLEST = 96


class PublishQuestion(Prompt):
    """Calls with the reason, empty where none is asked for, and the channels; one at least must be chosen."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        words: str,
        offers: Sequence[Offer],
        chosen: Collection[Channel],
        *,
        reason: str = "",
    ) -> None:
        super().__init__(parent, title, title)
        self._call: Call | None = None
        self._needed = bool(reason)
        self.reason = QPlainTextEdit(placeholderText=reason)
        self.reason.setAccessibleName(reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(_TALLEST)
        self.reason.setVisible(self._needed)
        self.channels: dict[Channel, QCheckBox] = {}
        column = down(gap=6)
        column.addWidget(label(_("Goes out by"), "head"))
        for offer in offers:
            column.addWidget(self._box(offer, chosen=not chosen or offer.channel in chosen))
            if offer.barred is not None:
                column.addWidget(_why(tell(offer.barred)))
        self.stack(title, label(words, "muted", wrap=True), column, self.reason)
        self.reason.textChanged.connect(self._weigh)
        self.accepted.connect(self._answer)
        self._weigh()

    def _box(self, offer: Offer, *, chosen: bool) -> QCheckBox:
        box = QCheckBox(_(offer.channel.label))
        box.setEnabled(offer.barred is None)
        box.setChecked(chosen and offer.barred is None)
        if offer.barred is not None:
            box.setAccessibleDescription(tell(offer.barred))
        box.toggled.connect(self._weigh)
        self.channels[offer.channel] = box
        return box

    def ask(self, call: Call) -> None:
        """Ask without holding the window up."""
        self._call = call
        self.open()
        (self.reason if self._needed else self.yes).setFocus()

    def chosen(self) -> tuple[Channel, ...]:
        """Give the channels that are chosen."""
        return tuple(channel for channel, box in self.channels.items() if box.isChecked())

    def _words(self) -> str:
        return self.reason.toPlainText().strip()

    def _weigh(self) -> None:
        self.yes.setEnabled(bool(self.chosen()) and (not self._needed or bool(self._words())))

    def _answer(self) -> None:
        if self._call is not None:
            self._call(self._words(), self.chosen())


def _why(words: str) -> QWidget:
    made = label(words, "tiny", wrap=True)
    made.setContentsMargins(_INDENT, 0, 0, 0)
    return made
