"""Legal block (Sperrvermerk): a story is found, but nothing of it leaves the library until the block is lifted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.errors import LegallyBlocked, NotAllowed, NotFound, WrongValue
from newsroom.domain.person import Role
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.domain.publishing import LegalBlock
    from newsroom.translation import Message

SETS, LIFTS = Role.EDITOR, Role.CHIEF
"""Who may set a block at least, and who may lift it."""


class Blocking:
    """Sets legal blocks, lifts them, and keeps what is blocked in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, article: Article) -> LegalBlock | None:
        """Give the block that stands on a story, or nothing."""
        return self.among((article.uid,)).get(article.uid)

    def among(self, uids: Iterable[str]) -> Mapping[str, LegalBlock]:
        """Give the blocks that stand on some of these stories, by uid."""
        return self._desk.library.blocks.of(tuple(uids))

    def permit(self, article: Article) -> None:
        """Raise LegallyBlocked where nothing may be taken of a story."""
        self.permit_uid(article.uid)

    def permit_uid(self, uid: str) -> None:
        """Raise LegallyBlocked as `permit` does, for a story of which no more is known."""
        block = self.among((uid,)).get(uid)
        if block is not None:
            raise LegallyBlocked(said(block))

    def all(self) -> tuple[LegalBlock, ...]:
        """Give all blocks of the library, the newest first."""
        return self._desk.library.blocks.all()

    def set(self, ids: Iterable[int], reason: str) -> Changes:
        """Block stories with their print or web versions, which have the same words.

        Raises NotAllowed, WrongValue without a reason, and NotFound where one does not exist.
        """
        stories = self._stories(ids)
        if not self._desk.person.may_act_as(SETS):
            raise NotAllowed(self._may_not(N_("{name} may not do this; an editor or duty editor can.")))
        return self._desk.library.blocks.put(stories, _reason(reason), self._desk.person)

    def lift(self, ids: Iterable[int], reason: str) -> Changes:
        """Lift the blocks of stories; raises as `set` does, and NotAllowed where none stands."""
        stories = self._stories(ids)
        if not self._desk.person.may_act_as(LIFTS):
            raise NotAllowed(self._may_not(N_("{name} may not lift a legal block; a duty editor can.")))
        changes = self._desk.library.blocks.lift(stories, _reason(reason), self._desk.person)
        if not changes.stories:
            raise NotAllowed(msg(N_("No legal block stands here; there is nothing to lift.")))
        return changes

    def _stories(self, ids: Iterable[int]) -> tuple[int, ...]:
        wanted = tuple(dict.fromkeys(ids))
        there = {article.id for article in self._desk.library.stories.articles(wanted)}
        for story in wanted:
            if story not in there:
                raise NotFound(msg(N_("There is no story with the number {id}."), id=story))
        together = self._desk.library.erasing.together
        return tuple(dict.fromkeys(one for story in wanted for one in together(story)))

    def _may_not(self, text: str) -> Message:
        return msg(text, name=self._desk.person.name)


def said(block: LegalBlock) -> Message:
    """Say that a story is blocked, by whom and why, and who can lift that."""
    text = N_(
        "A legal block by {name} stands on this story: {reason}. Nothing of it may be exported or copied; a duty editor "
        "can lift the block."
    )
    return msg(text, name=block.person, reason=block.reason.rstrip(". "))


def _reason(reason: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise WrongValue(
            msg(N_("A legal block needs a reason: who demands what. It is kept in the history."))
        )
    return words
