"""From draft to print: who moves a story on, and what stops it.

An approval is bound to the exact reader's text by its hash. What a checklist requires at a transition
stops it; the reason is told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain import workflow
from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.finding import Severity
from newsroom.domain.reader import is_approved, reader_hash
from newsroom.domain.workflow import WAYS, Transition
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Saved

_NEEDS_APPROVAL = frozenset({Transition.SCHEDULE, Transition.PUBLISH})
_ENDS_APPROVAL = frozenset({Transition.RETURN, Transition.REWORK, Transition.UPDATE, Transition.CORRECT})


class Approval:
    """The ways of a story between its states."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def possible(self, article: Article) -> tuple[Transition, ...]:
        """Give the ways the person at the desk may go with a story now; none where nothing can be kept."""
        if self._desk.library.read_only:
            return ()
        return workflow.possible(article, self._desk.person, four_eyes=self._desk.house.four_eyes)

    def move(
        self, article: Article, transition: Transition, note: str = "", at: datetime | None = None
    ) -> Saved:
        """Move a story on and keep it; at is the publish time where one is set with it.

        Raises NotAllowed with the reason, Embargoed, WrongValue, EditedElsewhere.
        """
        four_eyes = self._desk.library.house.settings().four_eyes
        moved = self.ready(article, transition, note, at, four_eyes=four_eyes)
        saved = self._desk.library.stories.save(moved, self._desk.person, transition.value, note)
        self._desk.library.drafts.drop(self._desk.session, article.uid)
        return saved

    def ready(
        self,
        article: Article,
        transition: Transition,
        note: str = "",
        at: datetime | None = None,
        *,
        four_eyes: bool,
    ) -> Article:
        """Give a story as it is after a move, not kept yet; raises what stops the move."""
        workflow.guard(article, transition, self._desk.person, four_eyes=four_eyes)
        moved = self._dated(self._desk.writing.prepared(article), transition, at)
        self._permit(moved, transition)
        return replace(self._stamped(moved, transition, note), state=WAYS[transition].target)

    def _dated(self, article: Article, transition: Transition, at: datetime | None) -> Article:
        """Give the story with the publish time this transition sets."""
        if at is not None:
            article = replace(article, publish_time=at)
        if transition is Transition.PUBLISH and article.publish_time is None:
            return replace(article, publish_time=self._desk.clock().replace(second=0, microsecond=0))
        return article

    def _permit(self, article: Article, transition: Transition) -> None:
        if transition in _NEEDS_APPROVAL and not is_approved(article):
            raise NotAllowed(msg(N_("The text was changed after its approval. Have it approved again.")))
        if transition is Transition.SCHEDULE and article.publish_time is None:
            raise WrongValue(msg(N_("A scheduled story needs a publish time.")))
        if transition is Transition.PUBLISH:
            self._desk.output.permit(article)
        self.obey_checklist(article, transition)

    def obey_checklist(self, article: Article, transition: Transition) -> None:
        """Raise NotAllowed where the checklist of a transition requires what the story does not have."""
        findings = self._desk.proofing.findings(article, transition)
        required = [finding for finding in findings if finding.severity is Severity.REQUIRED]
        if required:
            raise NotAllowed(msg(N_("Not yet possible: {reason}"), reason=required[0].message))

    def _stamped(self, article: Article, transition: Transition, note: str) -> Article:
        """Give the story with the marks an approval, or its end, leaves."""
        if transition is Transition.APPROVE:
            return replace(
                article,
                approved_by=self._desk.person.name,
                approved_hash=reader_hash(article),
                approved_at=self._desk.clock(),
            )
        if transition is Transition.CORRECT and note:
            article = replace(article, correction_note=note)
        if transition in _ENDS_APPROVAL:
            return replace(article, approved_by="", approved_hash="", approved_at=None)
        return article
