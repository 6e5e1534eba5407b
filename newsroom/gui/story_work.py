"""What the open story needs of the desk, done on a worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.desk.writing import copied

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.editing import Holder
    from newsroom.domain.article import Article
    from newsroom.domain.channel import Channel
    from newsroom.domain.listing import Revision, Saved
    from newsroom.domain.publishing import LegalBlock
    from newsroom.domain.workflow import Transition


@dataclass(frozen=True, slots=True)
class Opened:
    """A story with what may be done with it and what was done."""

    article: Article
    ways: tuple[Transition, ...] = ()
    revisions: tuple[Revision, ...] = ()
    holder: Holder | None = None
    """Who edits it in another window."""
    block: LegalBlock | None = None
    """The legal block that stands on it."""
    known: bool = False
    """The library was asked for all this."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A way that a person wants a story to go, and what they said with it."""

    way: Transition
    note: str = ""
    at: datetime | None = None
    override: str = ""
    channels: tuple[Channel, ...] = ()


def keep_copy_of(desk: Desk, article: Article) -> Saved:
    """Save a text as a story of its own; raises LegallyBlocked, and keeps the draft then."""
    desk.blocking.permit(article)
    saved = desk.writing.save(copied(article))
    desk.writing.forget(article)
    return saved


def load(desk: Desk, story: int) -> Opened:
    """Give a story as the library holds it."""
    return facts(desk, desk.writing.open(story))


def facts(desk: Desk, article: Article) -> Opened:
    """Give a story with what may be done with it and what was done."""
    revisions = tuple(desk.library.history.revisions(article.id))
    holder, block = desk.editing.holder(article.uid), desk.blocking.of(article)
    return Opened(article, desk.approval.possible(article), revisions, holder, block, known=True)


def keep(desk: Desk, article: Article, *, safely: bool) -> Saved:
    """Save a story; safely keeps it as a draft first, for when nobody is left to hear that it failed."""
    if safely:
        desk.writing.autosave(article)
    return desk.writing.save(article)


def moved(desk: Desk, article: Article, ordered: Ordered, seen: str) -> Saved:
    """Take a story where it was ordered, and keep it; seen is the hash of the text that was read in a review."""
    return desk.approval.move(
        article,
        ordered.way,
        ordered.note,
        ordered.at,
        override=ordered.override,
        seen=seen,
        channels=ordered.channels,
    )
