"""The bar at the top: new, import, export; search; what may be done with the open story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from newsroom.domain.workflow import Transition
from newsroom.gui.actions.actions import Actions, key_text, tip
from newsroom.gui.actions.table import ENTRIES
from newsroom.gui.browser.search_field import SearchField
from newsroom.gui.parts import across, button
from newsroom.gui.theme.tokens import BAR_HEIGHT
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

FORWARD = (
    Transition.PUBLISH,
    Transition.SCHEDULE,
    Transition.APPROVE,
    Transition.SUBMIT,
    Transition.UPDATE,
)
"""The ways that lead on, foremost first: the first one possible is the next step."""
SHOWN = (*FORWARD, Transition.RETURN, Transition.CORRECT)
FURTHER = (Transition.UNSCHEDULE, Transition.PUBLISH_ALONE, Transition.REWORK, Transition.WITHDRAW)
"""Ways that are gone seldom and on purpose: they stand in a menu."""


def foremost(ways: frozenset[Transition]) -> Transition | None:
    """Give the next step among the ways that are possible."""
    return next((way for way in FORWARD if way in ways), None)


class TopBar(QWidget):
    """Buttons left and right of the search."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(BAR_HEIGHT)
        self._actions = actions
        entries = {entry.id: entry for entry in ENTRIES}
        self.new = follow(actions["new"], _("New story"), "primary")
        self.imports = self._with_menu(_("Import"), ("import-files", "import-folder", "", "samples"))
        self.exports = self._with_menu(
            _("Export"), ("export", "", "copy-headline", "copy-kicker", "copy-lead", "copy-body")
        )
        self.search = SearchField(entries["search"].key)
        self.search.setMaximumWidth(560)
        self.search.setMinimumWidth(160)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = _("Command …")
        self.commands = follow(actions["commands"], f"{words}  {key_text(entries['commands'].key)}", "quiet")
        self._ways = across(gap=8)
        row = across(self, 8)
        row.setContentsMargins(14, 0, 14, 0)
        for part in (self.new, self.imports, self.exports):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.search, 6)
        row.addWidget(self.commands)
        row.addStretch(1)
        self.more = self._with_menu(_("More"), tuple(way.value for way in FURTHER))
        self.more.hide()
        row.addWidget(self.more)
        row.addLayout(self._ways)
        self.new.setToolTip(tip(entries["new"]))
        self.buttons: dict[Transition, QPushButton] = {}
        self._add_ways()

    def _with_menu(self, words: str, names: tuple[str, ...]) -> QPushButton:
        made = button(f"{words} ▾")
        menu: QMenu = self._actions.menu(names, made)
        menu.menuAction().setText(words)
        made.setMenu(menu)
        return made

    def _add_ways(self) -> None:
        """Make a button for each way once; which are seen changes with the story, so focus is never lost."""
        for way in reversed(SHOWN):
            made = follow(self._actions[way.value], _(way.label))
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the story
            made.hide()
            self.buttons[way] = made
            self._ways.addWidget(made)

    def show_ways(self, ways: frozenset[Transition]) -> bool:
        """Show a button for each way on, the next step in the accent; tell whether the focused one went."""
        first = foremost(ways)
        gone = any(made.hasFocus() for way, made in self.buttons.items() if way not in ways)
        for way, made in self.buttons.items():
            made.setVisible(way in ways)
            made.setProperty("look", _look(way) if way is first else "")
            made.style().unpolish(made)
            made.style().polish(made)
        self.more.setVisible(any(way in ways for way in FURTHER))
        return gone

    def count_open(self, count: int) -> None:
        """Say on the button that approves how much stands against it."""
        words = _(Transition.APPROVE.label)
        if count:
            words = f"{words} · {ngettext('{n} open', '{n} open', count)}"
        self.buttons[Transition.APPROVE].setText(words)


def _look(way: Transition) -> str:
    """Give the look of the next step: the decision is green, an update is nothing to press for."""
    return {Transition.APPROVE: "approve", Transition.UPDATE: ""}.get(way, "primary")


def follow(action: QAction, words: str, look: str = "") -> QPushButton:
    """Make a button that does what an action does, when the action can be done."""
    made = button(words, action.trigger, look)
    made.setEnabled(action.isEnabled())
    action.enabledChanged.connect(made.setEnabled)
    made.setToolTip(action.toolTip())
    return made
