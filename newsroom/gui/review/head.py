"""The row over a review: the way back, the headline, where the story stands, and the decision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from newsroom.domain.workflow import State, Transition
from newsroom.gui.bars.top_bar import foremost
from newsroom.gui.parts import across, button, named, restyle
from newsroom.gui.review.elided import Elided
from newsroom.gui.review.pill import Pill
from newsroom.gui.theme.tokens import BAR_HEIGHT
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.desk.reviewing import Review
    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.theme.tokens import Palette

_WAITING = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})
_MORE = (
    Transition.PUBLISH_ALONE,
    Transition.CORRECT,
    Transition.UNSCHEDULE,
    Transition.UPDATE,
    Transition.REWORK,
    Transition.WITHDRAW,
)
"""Ways that stand in a menu behind the decision."""


class ReviewHead(QWidget):
    """Emits that the review is left; what is decided are the window's own actions."""

    left = Signal()
    looked = Signal()

    def __init__(self, actions: Actions, palette: Palette) -> None:
        super().__init__()
        named(self, "topBar").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR_HEIGHT)
        self._actions = actions
        self._way: Transition | None = None
        self.back = button("‹ " + _("Back"), self.left.emit)
        self.back.setAccessibleName(_("Back"))
        self.back.setToolTip(_("Back to the story") + " (Esc)")
        self.title = Elided("head")
        self.pill = Pill(palette)
        self.look = button(_("Second eyes: looked at"), self.looked.emit, "primary")
        self.back_to_author = button(_(Transition.RETURN.label), partial(self._go, Transition.RETURN))
        self.yes = button("", self._decide)
        self.more = button(_("More ▾"))
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        row = across(self, 8)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.back)
        row.addSpacing(2)
        row.addWidget(self.title)
        row.addWidget(self.pill)
        row.addStretch(1)
        for part in (self.more, self.back_to_author, self.look, self.yes):
            row.addWidget(part)

    def show_review(self, review: Review) -> None:
        """Show which story it is, and offer what may be done with it."""
        article = review.article
        self.title.tell(article.headline or _("No headline"))
        self.pill.show_state(article.state)
        self.back_to_author.setVisible(Transition.RETURN in review.ways)
        self.look.setVisible(review.due)
        self._offer(review)
        self._fill(review)

    def _offer(self, review: Review) -> None:
        """Offer the next step; one that cannot be gone yet says why."""
        self._way = foremost(frozenset(review.ways) - set(_MORE))
        waits = review.article.state in _WAITING and Transition.APPROVE not in review.ways
        way = Transition.APPROVE if waits and self._way is None else self._way
        self.yes.setVisible(way is not None)
        if way is None:
            return
        self.yes.setEnabled(self._way is not None)
        self.yes.setText(_label(way, review))
        self.yes.setAccessibleName(self.yes.text())
        self.yes.setProperty("look", "approve" if way is Transition.APPROVE else "primary")
        restyle(self.yes)

    def _fill(self, review: Review) -> None:
        self._menu.clear()
        for way in _MORE:
            if way in review.ways:
                self._menu.addAction(self._actions[way.value])
        self.more.setVisible(not self._menu.isEmpty())

    def _decide(self) -> None:
        if self._way is not None:
            self._go(self._way)

    def _go(self, way: Transition) -> None:
        self._actions[way.value].trigger()


def _label(way: Transition, review: Review) -> str:
    """Give what the button says: that this text is approved, and how much stands against it."""
    words = _(way.label)
    if way is Transition.APPROVE:
        words = _("Approve as the first of two") if review.first else _("Approve this text")
    if review.required:
        missing = ngettext("{n} open", "{n} open", len(review.required))
        words = f"{words} · {missing}"
    return words
