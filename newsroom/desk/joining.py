"""What becomes of two stories that are made one: the master as it will be, and what it gains from the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import LinkKind, StoryLink
from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.reader import is_approved, reader_hash
from newsroom.domain.workflow import State
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.article import Article, Byline
    from newsroom.domain.notes import Note

OPEN = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})
"""Stories in these states are merged freely."""
READY = frozenset({State.APPROVED, State.SCHEDULED})
"""Stories in these states are merged too; an approval ends where readers would see another text."""


@dataclass(frozen=True, slots=True)
class Gain:
    """A field of the master that changes, and what comes to it; title is an English catalogue text."""

    title: str
    words: tuple[str, ...]
    moment: datetime | None = None
    """What comes, where it is a time: it is shown in the newsroom's zone."""
    links: int = 0
    """How many links to other stories come; the words name them by their uids."""


@dataclass(frozen=True, slots=True)
class Joining:
    """Two stories about to become one."""

    master: Article
    other: Article
    gains: tuple[Gain, ...]
    voids: bool = False
    """The master's approval ends, for readers would see something else."""
    drops: bool = False
    """The other was approved; that approval goes with it."""


def joined(master: Article, other: Article) -> Joining:
    """Give two stories as one; raises NotAllowed where one of them was read outside, and WrongValue."""
    if master.uid == other.uid:
        raise WrongValue(msg(N_("A story cannot be merged with itself. Name another one.")))
    for story in (master, other):
        _permit(story)
    whole, gains = master, []
    for name, title, join in _JOINED:
        before, after = getattr(master, name), join(master, other)
        if after != before:
            whole = replace(whole, **{name: after})
            words = _words(before, after)
            moment = after if isinstance(after, datetime) else None
            gains.append(Gain(title, words, moment, len(words) if name == "links" else 0))
    voids = is_approved(master) and reader_hash(whole) != master.approved_hash
    if voids:
        whole = replace(whole, state=State.FOR_REVIEW, approved_by="", approved_hash="", approved_at=None)
    return Joining(whole, other, tuple(gains), voids, drops=other.state in READY)


def left(plan: Joining, now: datetime) -> Article:
    """Give the other story as it lies in the trash, linked to the master."""
    link = StoryLink(LinkKind.MERGED_INTO, plan.master.uid)
    links = tuple(one for one in plan.other.links if one.uid != plan.master.uid)
    return replace(plan.other, links=(*links, link), trashed=now)


def _permit(story: Article) -> None:
    if story.trashed:
        text = N_("“{headline}” lies in the trash. Restore it, then merge.")
        raise NotAllowed(msg(text, headline=story.headline))
    if story.state not in OPEN | READY:
        text = N_("“{headline}” was published. Published stories are linked as an update, not merged.")
        raise NotAllowed(msg(text, headline=story.headline))


def _keywords(first: Article, second: Article) -> tuple[str, ...]:
    known = {word.casefold() for word in first.keywords}
    return (*first.keywords, *(word for word in second.keywords if word.casefold() not in known))


def _authors(first: Article, second: Article) -> tuple[Byline, ...]:
    known = {byline.name.casefold() for byline in first.authors}
    return (*first.authors, *(one for one in second.authors if one.name.casefold() not in known))


def _links(first: Article, second: Article) -> tuple[StoryLink, ...]:
    known = {first.uid, second.uid, *(link.uid for link in first.links)}
    return (*first.links, *(link for link in second.links if link.uid not in known))


def _notes(first: Article, second: Article) -> str:
    """Give both editor's notes, and the words of the notes that stand in the other's text."""
    parts = [first.editors_note.strip(), second.editors_note.strip()]
    parts += [_told(note) for note in second.notes if not note.resolved]
    return "\n".join(dict.fromkeys(part for part in parts if part))


def _told(note: Note) -> str:
    return f"{note.author}: {note.text}" if note.author else note.text


def _either(name: str) -> Callable[[Article, Article], Any]:
    return lambda first, second: getattr(first, name) or getattr(second, name)


def _both(name: str) -> Callable[[Article, Article], str]:
    def join(first: Article, second: Article) -> str:
        parts = (getattr(first, name).strip(), getattr(second, name).strip())
        return "; ".join(dict.fromkeys(part for part in parts if part))

    return join


_JOINED: tuple[tuple[str, str, Callable[[Article, Article], Any]], ...] = (
    ("keywords", N_("Keywords"), _keywords),
    ("authors", N_("Byline"), _authors),
    ("editors_note", N_("Editor's note"), _notes),
    ("source", N_("Source"), _both("source")),
    ("rights", N_("Rights"), _both("rights")),
    ("section", N_("Section"), _either("section")),
    ("kicker", N_("Kicker"), _either("kicker")),
    ("teaser", N_("Teaser"), _either("teaser")),
    ("publish_time", N_("Publish time"), _either("publish_time")),
    ("embargo", N_("Embargo"), _either("embargo")),
    ("links", N_("Linked stories"), _links),
)


def _words(before: object, after: object) -> tuple[str, ...]:
    """Give what came to a value."""
    if isinstance(after, tuple) and isinstance(before, tuple):
        return tuple(
            str(getattr(one, "name", None) or getattr(one, "uid", one)) for one in after if one not in before
        )
    kept = str(before) if before else ""
    return (str(after).removeprefix(kept).strip("\n ;"),)
