"""What was typed while the library's server was away: small files in the user's data folder, until it is back.

A file holds one text of one session and is replaced whole. It bears the library's address without a password
and the session's name, so that it comes back to its own library, and only when nobody writes in it any more.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom.desk.liveness import ended
from newsroom.domain.errors import EditedElsewhere, NotFound, NotWritten, UnreadableText, reason_of
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Saved

_SUFFIX = ".unsaved.json"


@dataclass(frozen=True, slots=True)
class Sheltered:
    """A text that is kept here: whose, since when, and whether it was to be saved as a version."""

    path: Path
    session: str
    time: datetime
    save: bool
    article: Article


@dataclass(frozen=True, slots=True)
class Brought:
    """What came back to the library: stories that were saved, and texts that somebody else's version stands before."""

    saved: tuple[Saved, ...] = ()
    apart: int = 0


def data_folder() -> Path:
    """Give the folder of the user's own data."""
    from platformdirs import user_data_path

    named = os.environ.get("NEWSROOM_DATA", "")
    return Path(named) if named else user_data_path("newsroom", appauthor=False)


class Shelter:
    """Keeps texts on this computer while the server is away."""

    def __init__(self, desk: Desk, folder: Path | None = None) -> None:
        self._desk = desk
        place = blake2b(desk.library.location.encode(), digest_size=8).hexdigest()
        self._folder = (folder or data_folder()) / "unsaved" / place
        self.away = False
        """Whether the server is known to be away, so that nobody need wait for it to find out."""

    def keep(self, article: Article, *, save: bool = False) -> None:
        """Keep a text of this session; raises NotWritten where not even that is possible."""
        from newsroom.library.fields import fields_of, story_text

        values = {
            "session": self._desk.session,
            "time": self._desk.clock().isoformat(),
            "save": save or self._to_save(article.uid),
            "story": story_text(fields_of(article)),
        }
        self._write(self._path(self._desk.session, article.uid), values)

    def _write(self, path: Path, values: dict[str, Any]) -> None:
        from newsroom.formats.files import atomic_write

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            text = N_("Your text cannot be kept in {folder}: {reason}. Save it elsewhere.")
            raise NotWritten(msg(text, folder=str(self._folder), reason=reason_of(fault))) from fault
        atomic_write(path, json.dumps(values, ensure_ascii=False).encode())

    def forget(self, uid: str) -> None:
        """Forget a text of this session, which is safe in the library or was given up."""
        with suppress(OSError):
            self._path(self._desk.session, uid).unlink(missing_ok=True)

    def leave(self) -> None:
        """Leave what is kept here to the next session; to be called when this one ends."""
        for one in self._all():
            if one.session == self._desk.session:
                with suppress(OSError, ValueError, NotWritten):
                    self._write(one.path, {**json.loads(one.path.read_bytes()), "session": ""})

    def bring_back(self, but: str = "") -> Brought:
        """Save what this session left here, all but the story that is open; a text too late becomes a left draft."""
        found = [one for one in self._all() if one.session == self._desk.session and one.article.uid != but]
        saved: list[Saved] = []
        apart = 0
        for one in found:
            back = self._save(one) if one.save else None
            if back is None:
                self._hand_over(one)
                apart += 1
            else:
                saved.append(back)
        return Brought(tuple(saved), apart)

    def bring_in_left(self) -> None:
        """Lay the texts of sessions that ended into the library, as the drafts they left."""
        now = self._desk.clock()
        for one in self._all():
            if one.session != self._desk.session and ended(one.session, one.time, now):
                self._hand_over(one)

    def _save(self, one: Sheltered) -> Saved | None:
        try:
            saved = self._desk.writing.save(one.article)
        except (EditedElsewhere, NotFound):
            return None
        one.path.unlink(missing_ok=True)
        return saved

    def _hand_over(self, one: Sheltered) -> None:
        """Lay a text into the library as a draft that its session left."""
        from newsroom.domain.article import new_uid

        self._desk.library.drafts.keep(new_uid(), one.article)
        one.path.unlink(missing_ok=True)

    def _to_save(self, uid: str) -> bool:
        known = _read(self._path(self._desk.session, uid))
        return known is not None and known.save

    def _all(self) -> Iterator[Sheltered]:
        for path in sorted(self._folder.glob(f"*{_SUFFIX}")):
            if (known := _read(path)) is not None:
                yield known

    def _path(self, session: str, uid: str) -> Path:
        name = blake2b(f"{session} {uid}".encode(), digest_size=12).hexdigest()
        return self._folder / f"{name}{_SUFFIX}"


def _read(path: Path) -> Sheltered | None:
    """Give what a file holds, or None where it holds nothing that can be read; it is left where it is."""
    from newsroom.library.fields import story_of

    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        time = datetime.fromisoformat(values["time"])
        return Sheltered(path, values["session"], time, bool(values["save"]), story_of(values["story"]))
    except (OSError, ValueError, KeyError, TypeError, UnreadableText):
        return None
