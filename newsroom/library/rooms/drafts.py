"""What was typed and is not saved, and who has which story open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import drafts

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.listing import Draft
    from newsroom.library.engine import Store


class Drafts:
    """Keeps what is not saved yet."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def keep(self, session: str, article: Article) -> None:
        """Keep what a session typed in a story and has not saved."""
        with self._store.writing() as connection:
            drafts.keep_draft(connection, session, article, self._clock())

    def renew(self, session: str, heir: str = "") -> None:
        """Note that a session still writes its drafts, or hand them over to an heir."""
        with self._store.writing() as connection:
            drafts.renew_drafts(connection, session, heir or session, self._clock())

    def all(self, exclude_session: str = "") -> tuple[Draft, ...]:
        """Give the unsaved texts of all sessions but one, newest first."""
        with self._store.reading() as connection:
            return tuple(drafts.drafts(connection, exclude_session))

    def drop(self, session: str, uid: str) -> None:
        """Forget an unsaved text."""
        with self._store.writing() as connection:
            drafts.drop_draft(connection, session, uid)
