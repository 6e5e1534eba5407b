"""Making, opening and saving a story."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk.liveness import left
from newsroom.domain.article import Article, Byline, new_uid
from newsroom.domain.errors import Known, LibraryAway, LibraryUnusable, NotFound
from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.domain.listing import Draft, Saved


class Writing:
    """What a journalist does with a story."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._section = ""
        self._drafted = False

    def new(self, **fields: object) -> Article:
        """Give a new story that is not saved yet, with the writer's byline and the section last written for."""
        person = self._desk.person
        authors = (Byline(person.name),) if person.id else ()
        given = {
            "created_by": person.name,
            "authors": authors,
            "sign_off": person.sign_off,
            "section": self._section,
        }
        return Article.new(**{**given, **fields})

    def open(self, id: int) -> Article:  # noqa: A002 - the word of the library's door
        """Give a kept story; raises NotFound."""
        return self._desk.library.stories.article(id)

    def save(self, article: Article, note: str = "", action: str = "saved") -> Saved:
        """Keep a story as its next version, by what its history calls it; raises EditedElsewhere where somebody was quicker.

        Where the server is away, the text is kept on this computer and LibraryAway is raised. A change of an approved reader's text voids the approval: the story goes back for review.
        """
        try:
            saved = self._save(article, note, action)
        except LibraryAway:
            self._desk.shelter.keep(article, save=True)
            raise
        self._desk.shelter.forget(article.uid)
        with suppress(
            LibraryUnusable
        ):  # the story is safe; its draft says the same and goes with the next save
            self._desk.library.drafts.drop(self._desk.session, article.uid)
        self._section = saved.article.section or self._section
        self._desk.proofing.judge([saved.article])
        return saved

    def _save(self, article: Article, note: str, action: str) -> Saved:
        return self._desk.library.stories.save(self.prepared(article), self._desk.person, action, note)

    def prepared(self, article: Article) -> Article:
        """Give a story with what saving fills in: its language as detected, and who began it."""
        return replace(
            article,
            detected_language=self._desk.proofing.detect(article),
            created_by=article.created_by or self._desk.person.name,
        )

    def set_fields(self, article: Article, values: Mapping[str, str]) -> Article:
        """Give a story whose named fields hold what was typed; raises WrongValue in one sentence."""
        from newsroom.desk.setting import changed

        return changed(article, values, self._desk)

    def autosave(self, article: Article) -> bool:
        """Keep what is being typed as a draft of this session; tell whether the library took it.

        Where its server is away, the draft is kept on this computer.
        """
        self._drafted = True
        if not self._desk.shelter.away:
            with suppress(LibraryAway):
                self._desk.library.drafts.keep(self._desk.session, article)
                self._desk.shelter.forget(article.uid)
                return True
        self._desk.shelter.away = True
        self._desk.shelter.keep(article)
        return False

    def renew(self) -> None:
        """Tell other sessions that the drafts of this one are still being written."""
        if self._drafted:
            self._desk.library.drafts.renew(self._desk.session)

    def leave(self) -> None:
        """Leave what was not saved to the next session; to be called when this one ends."""
        self._desk.shelter.leave()
        if self._drafted and not self._desk.library.read_only:
            with suppress(Known):  # then the end of the process tells as much
                self._desk.library.drafts.renew(self._desk.session, new_uid())

    def recoverable(self) -> tuple[Draft, ...]:
        """Give the drafts of sessions that have ended, those among them that were kept on this computer."""
        if not self._desk.library.read_only:
            self._desk.shelter.bring_in_left()
        now = self._desk.clock()
        drafts = self._desk.library.drafts.all(exclude_session=self._desk.session)
        return tuple(draft for draft in drafts if left(draft, now))

    def kept(self, article: Article) -> Article | None:
        """Give a story as the library holds it by now, or None where it holds none."""
        try:
            return self._desk.library.stories.by_uid(article.uid)
        except NotFound:
            return None

    def forget(self, article: Article) -> None:
        """Forget what this session typed in a story and did not save."""
        self._desk.shelter.forget(article.uid)
        self._desk.library.drafts.drop(self._desk.session, article.uid)

    def adopt(self, draft: Draft, article: Article | None = None) -> None:
        """Make a draft of an ended session one of this session's own, maybe as the story that it became."""
        self.autosave(article or draft.article)
        self.discard(draft)

    def discard(self, draft: Draft) -> None:
        """Forget a draft."""
        self._desk.library.drafts.drop(draft.session, draft.uid)

    def put_back(self, draft: Draft) -> None:
        """Keep a draft again that was forgotten by mistake."""
        self._desk.library.drafts.keep(draft.session, draft.article)

    def trash(self, ids: Iterable[int]) -> Changes:
        """Lay stories into the trash, all or none; raises NotAllowed."""
        return self._desk.approval.trash(ids)

    def restore(self, ids: Iterable[int]) -> Changes:
        """Take stories out of the trash."""
        return self._desk.approval.restore(ids)

    def undo(self, changes: Changes) -> Changes:
        """Take back what a use case changed."""
        return self._desk.library.stories.undo(changes, self._desk.person)


def taken_over(article: Article, kept: Article) -> Article:
    """Give a story with what was typed, to be saved after the version that is kept; its state stays the kept one's."""
    names = ("id", "version", "state", "trashed", "approved_by", "approved_hash", "approved_at", "slug")
    return replace(article, **{name: getattr(kept, name) for name in names})


def copied(article: Article) -> Article:
    """Give a story with the same text as a new draft of its own."""
    return replace(
        article,
        uid=new_uid(),
        id=0,
        version=0,
        slug="",
        state=State.DRAFT,
        trashed=None,
        approved_by="",
        approved_hash="",
        approved_at=None,
    )
