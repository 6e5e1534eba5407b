"""A story for review, as the house's script draws it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.domain.body import paragraphs
from newsroom.domain.person import Role
from newsroom.domain.workflow import Transition
from newsroom.gui.checklists.feature import ChecklistsFeature
from newsroom.gui.review.feature import Reviews
from newsroom.gui.review.standing import Standings

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]

_BEFORE = ("The ferry sails on Wednesday.", "The harbour is very glad.", "Nine boats lay at the quay.")
_AFTER = (
    "The ferry sails on Thursday, its captain said.",
    "The harbour is glad.",
    "Nine boats lay at the quay.",
)


class ReviewScenes:
    """Makes a story whose approval is void, and shows its review."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._wait, self._wiring = wait, program.wiring
        self._reviews = self._wiring.feature(Reviews)
        self._story = 0

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        return {
            "void": self._void,
            "review": self._review,
            "review-in-line": partial(self._way, 1),
            "review-left": self._reviews.leave,
            "checklists": self._checklists,
            "checklists-left": self._leave_checklists,
        }

    def _made(self) -> int:
        editor = self._wiring.desk
        people = editor.people.all()
        desk = editor.with_person(next((one for one in people if one.role is Role.JOURNALIST), editor.person))
        new = desk.writing.new(headline="Ferry to Lindholm sails again", body=paragraphs(list(_BEFORE)))
        story = desk.approval.move(new, Transition.SUBMIT).article
        approved = editor.approval.move(story, Transition.APPROVE).article
        return desk.writing.save(replace(approved, body=paragraphs(list(_AFTER)))).article.id

    def _void(self) -> None:
        if not self._story:
            self._story = self._made()
        self._wiring.session.open(self._story)
        bar = self._wiring.feature(Standings).bar
        self._wait(bar.isVisible)

    def _review(self) -> None:
        self._reviews.open(self._story)
        self._wait(lambda: self._reviews.shown)
        self._settle()
        assert self._reviews.view is not None
        self._reviews.view.step(1)

    def _way(self, way: int) -> None:
        assert self._reviews.view is not None
        self._reviews.view.bar.way.setCurrentIndex(way)
        self._reviews.view.bar.shown.emit()
        self._settle()

    def _settle(self) -> None:
        view = self._reviews.view
        assert view is not None
        self._wait(lambda: not view.sheet.busy)

    def _checklists(self) -> None:
        feature = self._wiring.feature(ChecklistsFeature)
        feature.show()
        self._wait(lambda: feature.dialog is not None and feature.dialog.model.rowCount() > 0)

    def _leave_checklists(self) -> None:
        feature = self._wiring.feature(ChecklistsFeature)
        if feature.dialog is not None:
            feature.dialog.reject()
