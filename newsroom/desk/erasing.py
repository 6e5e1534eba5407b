"""Erasing a story by a court's order: out of the library, its backups and the folders it went to; nothing stays but that.

What the program does not know of cannot be reached, and is told.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk import tombstones
from newsroom.domain.errors import Known, NotAllowed, WrongValue
from newsroom.domain.person import Role
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.desk import Desk
    from newsroom.domain.card import StoryCard
    from newsroom.domain.person import Person
    from newsroom.domain.publishing import Erased
    from newsroom.library.door import Library
    from newsroom.translation import Message

_SIGNS = 6
"""So many signs have to be typed to show that just these stories are meant."""


UNCLEAN = msg(
    N_(
        "Another program has the library open, so that deleted words may still lie in its file. Close the other windows, "
        "then run “newsroom erased --scrub”."
    )
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an erasure would take: the stories that go together, their files, the backups, and the signs that confirm it."""

    stories: tuple[StoryCard, ...]
    files: tuple[Path, ...]
    backups: tuple[Path, ...]
    alike: tuple[StoryCard, ...]
    """Stories whose headline or text is like it; they stay, and may hold the same words."""
    code: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure did, and what it could not reach."""

    stories: tuple[int, ...]
    removed: tuple[Path, ...] = ()
    remains: tuple[Message, ...] = ()


class Erasing:
    """Erases stories for good."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Erased, ...]:
        """Give the stories that were erased, the newest first."""
        return self._desk.library.erasing.all()

    def note_backup(self, path: Path) -> None:
        """Remember a backup, so that erasing reaches it."""
        tombstones.note_backup(path)

    def scrub(self) -> bool:
        """Take what is deleted out of the library's files; tell whether no other program barred that. Raises NotAllowed."""
        self._permit()
        return self._desk.library.erasing.scrub()

    def plan(self, story: int) -> Plan:
        """Give what erasing a story would take; raises NotFound, and NotAllowed for all but a duty editor."""
        self._permit()
        library = self._desk.library
        ids = library.erasing.together(story)
        cards = library.lists.cards_of(ids)
        alike = self._desk.proofing.alike(library.stories.article(story))
        others = [one.id for one in alike if one.id not in ids]
        code = hashlib.sha256(" ".join(sorted(card.uid for card in cards)).encode()).hexdigest()[:_SIGNS]
        files = tuple(path for path, _digest in self._files(ids) if path.is_file())
        return Plan(cards, files, tombstones.backups(), library.lists.cards_of(others), code)

    def erase(self, story: int, reason: str, code: str) -> Erasure:
        """Erase a story with its print or web version; the code is the plan's, typed by whoever was shown it.

        Raises NotAllowed, NotFound, and WrongValue without a reason or where the code is another.
        """
        plan = self.plan(story)
        words = " ".join(reason.split())
        if not words:
            raise WrongValue(msg(N_("Erasing needs a reason: which court ordered it. It is kept for good.")))
        if code.strip().casefold() != plan.code:
            text = N_("This is not the sign that confirms it. Type “{code}” to erase what was shown.")
            raise WrongValue(msg(text, code=plan.code))
        ids, uids = tuple(card.id for card in plan.stories), tuple(card.uid for card in plan.stories)
        files = self._files(ids)
        self._desk.library.erasing.erase(ids, words, self._desk.person)
        tombstones.note_erased(uids)
        for uid in uids:
            self._desk.shelter.forget(uid)
        clean = self._desk.library.erasing.scrub()
        removed, left = _removed(files)
        kept = [*(() if clean else (UNCLEAN,)), *left, *self._from_backups(uids, words), *_always()]
        return Erasure(ids, tuple(removed), tuple(kept))

    def _permit(self) -> None:
        if not self._desk.person.may_act_as(Role.CHIEF):
            raise NotAllowed(msg(N_("{name} may not erase; a duty editor can."), name=self._desk.person.name))

    def _files(self, ids: Sequence[int]) -> list[tuple[Path, str]]:
        """Give the files that went out of stories, each with the SHA-256 of how it last lay there."""
        found: dict[Path, str] = {}
        for story in ids:
            for release in self._desk.publishing.releases(story):
                found |= {Path(release.folder, one.path): one.sha256 for one in release.files}
        return list(found.items())

    def _from_backups(self, uids: Sequence[str], reason: str) -> Iterator[Message]:
        """Erase in the backups made on this computer; tell those that could not be opened."""
        for path in tombstones.backups():
            try:
                clean = erase_in(path, uids, reason, self._desk.person)
            except Known as error:
                text = N_("The backup {path} still holds it: {reason} Delete the file.")
                yield msg(text, path=str(path), reason=error.message)
            else:
                if not clean:
                    text = N_("The backup {path} is open elsewhere; delete the file and make a new one.")
                    yield msg(text, path=str(path))


def erase_in(path: Path, uids: Sequence[str], reason: str, person: Person) -> bool:
    """Erase stories in another library's file; tell whether nothing of them is left in it. Raises LibraryUnusable."""
    from newsroom.library import open_library

    with closing(open_library(path, create=False)) as library:
        there = library.erasing.there(uids)
        if not there:
            return True
        library.erasing.erase(there, reason, person)
        return library.erasing.scrub()


def apply_here(library: Library, person: Person) -> Message | None:
    """Erase in a library that came back from a backup what was erased here before; say so, or nothing where nothing was."""
    uids = tombstones.erased()
    there = library.erasing.there(uids) if uids else ()
    if not there:
        return None
    try:
        library.erasing.erase(there, "", person)
        library.erasing.scrub()
    except Known as error:
        text = N_(
            "This library holds stories that were erased for good, and they cannot be erased here: {reason}"
        )
        return msg(text, reason=error.message)
    return msg(N_("Stories that were erased for good were in this library again; they were erased: {ids}."),
               ids=", ".join(map(str, there)))  # fmt: skip


def _removed(files: Sequence[tuple[Path, str]]) -> tuple[list[Path], list[Message]]:
    """Delete files that went out where they are as they went out; tell those that are not, or cannot be deleted."""
    done: list[Path] = []
    left: list[Message] = []
    for path, digest in files:
        try:
            if not path.is_file():
                continue
            if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
                left.append(
                    msg(N_("{path} was changed since it went out and is left. Look at it."), path=str(path))
                )
                continue
            path.unlink()
            done.append(path)
        except OSError:
            left.append(msg(N_("{path} went out and cannot be deleted. Delete it by hand."), path=str(path)))
    return done, left


def _always() -> Iterator[Message]:
    """Say what no program can reach."""
    yield msg(
        N_(
            "Not reached are copies that the program does not know: exported files, printed pages, sent mails, backups "
            "made by others or moved away, and the write-ahead logs of a database server."
        )
    )
