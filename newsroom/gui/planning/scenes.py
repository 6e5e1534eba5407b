"""Planning and what the desk asks, as the house's script draws them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from newsroom.gui.desk_views import EDITIONS, LIST, NOTICES, PLAN, DeskViews

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]

_TOPICS = (
    ("Fähre nach Lindholm fährt wieder", "Region", "80", "15:30", "x"),
    (
        "Haushalt: was der Rat für zwei Jahre beschließt und woher das Geld kommt",
        "Politik",
        "120",
        "17:00",
        "",
    ),
    ("Ruderclub", "Sport", "40", "21:00", "x"),
)
_ON_PAGES = 5
DIALOGS = (
    "assign",
    "to-edition",
    "snapshot",
    "second-eyes",
    "went-out",
    "legal-block",
    "erase",
    "channels",
)
"""Actions of the desk whose dialogs are drawn over a story."""


class PlanScenes:
    """Fills a day's story list and an edition, and goes into each view of them."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._program, self._wait, self._wiring = program, wait, program.wiring
        self._views = program.wiring.feature(DeskViews)
        self._filled = False

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        empty = {"plan-empty": self._empty_plan, "editions-empty": self._editions}
        views = {"plan": self._plan, "editions": self._edition, "notices": self._notices}
        return {
            **empty,
            **views,
            **{name: partial(self._ask, name) for name in DIALOGS},
            "desk-asked": self._rest,
        }

    def _fill(self) -> None:
        if self._filled:
            return
        self._filled = True
        desk = self._wiring.desk
        names = ("topic", "section", "length", "deadline", "picture")
        for topic in _TOPICS:
            desk.plan.new(desk.plan.today(), dict(zip(names, topic, strict=True)))
        stories = [card.id for card in desk.lists.page().items][:_ON_PAGES]
        edition, _changes = desk.editions.new("Hauptausgabe", "", "23:00")
        desk.editions.save(desk.editions.with_topics(desk.editions.with_stories(edition, stories, "Seite 1")))

    def _empty_plan(self) -> None:
        self._views.show(PLAN)
        self._wait(lambda: self._views.plan is not None and self._views.plan.settled)

    def _plan(self) -> None:
        self._fill()
        self._empty_plan()
        view = self._views.plan
        assert view is not None
        view.reload()
        self._wait(lambda: view.settled)

    def _editions(self) -> None:
        self._views.show(EDITIONS)
        self._wait(lambda: self._views.editions is not None and self._views.editions.settled)

    def _edition(self) -> None:
        self._fill()
        self._editions()
        view = self._views.editions
        assert view is not None
        view.reload()
        self._wait(lambda: view.settled)

    def _notices(self) -> None:
        self._views.show(NOTICES)
        self._wait(lambda: self._views.notices is not None and self._views.notices.settled)

    def _ask(self, action: str) -> None:
        """Show what an action asks of an open story, in the place of what another one asked."""
        self._rest()
        window = self._program.window
        if self._wiring.session.article is None:
            story = self._wiring.desk.lists.page().items[0].id
            self._wiring.session.open(story)
            self._wait(lambda: self._wiring.session.article is not None)
        window.actions_[action].trigger()
        self._wait(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)))

    def _rest(self) -> None:
        self._views.show(LIST)
        for dialog in self._program.window.findChildren(QDialog):
            dialog.reject()
