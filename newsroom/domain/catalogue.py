"""The house's catalogue: sections, genres, people and keywords, how much each is used, and how one gets another name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import Byline
from newsroom.domain.cleaning import cleaned
from newsroom.domain.person import Role
from newsroom.domain.template import read_templates, write_templates
from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.template import Template

LONGEST = 120
"""The longest name, in characters."""

RENAMED = "renamed"
"""What a story's history says where the catalogue changed a name in it."""

CARRIED = ("section", "genre", "keywords", "authors")
"""The fields of a story that the catalogue may change."""

DONE_WITH = frozenset({State.PUBLISHED, State.WITHDRAWN})
"""The states of stories that no longer count as open."""

UNBOUND = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})
"""The states in which a byline may follow its person's name: nobody has approved it, and no reader has seen it."""


class Kind(Labelled):
    """What the catalogue keeps lists of."""

    SECTION = "section", N_("Sections")
    GENRE = "genre", N_("Genres")
    PERSON = "person", N_("People")
    KEYWORD = "keyword", N_("Keywords")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the catalogue; name is what stories hold, of a genre its key, and title what people read."""

    kind: Kind
    name: str
    title: str
    id: int = 0
    colour: str = ""
    role: Role = Role.JOURNALIST
    sign_off: str = ""
    wants_lead: bool = True
    retired: bool = False
    kept: bool = True
    """It stays in the catalogue though no story uses it."""
    live: int = 0
    """Stories that are not in the trash."""
    open: int = 0
    """Those of them that are neither published nor withdrawn."""
    trashed: int = 0
    used: datetime | None = None
    """When a story with it was changed last."""
    former: tuple[str, ...] = ()
    """Names that it had, or that became it."""

    @property
    def stories(self) -> int:
        """Give how many stories use it, those in the trash too."""
        return self.live + self.trashed


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a rename or merge would do; target is the entry that has the name already, so that it is a merge."""

    entry: Entry
    name: str
    target: Entry | None = None
    stories: int = 0
    bylines: int = 0
    """Stories whose byline could follow."""
    templates: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """A rename or merge under way or done; old and new are what stories hold, the titles what people read."""

    id: int
    kind: Kind
    old: str
    new: str
    old_title: str
    new_title: str
    merged: bool = False
    bylines: bool = False
    """The bylines of stories follow, where it is a person's name."""
    total: int = 0
    done: int = 0
    finished: bool = False
    undone: bool = False
    person: str = ""
    begun: datetime | None = None

    @property
    def note(self) -> str:
        """Give what the history of a story says of it."""
        return f"{self.old_title} → {self.new_title}"


def tidy(name: str) -> str:
    """Give a name that is text alone, with its spaces in order."""
    return " ".join(cleaned(name).split())


def proper(name: str) -> bool:
    """Tell whether a tidied name can be kept: one line of signs that are seen."""
    return bool(name) and len(name) <= LONGEST and name.isprintable()


def names_of(article: Article, kind: Kind) -> tuple[str, ...]:
    """Give the names of a kind that a story uses, each once; people's in small letters, as they are counted."""
    if kind is Kind.SECTION:
        return (article.section,) if article.section else ()
    if kind is Kind.GENRE:
        return (article.genre,) if article.genre else ()
    if kind is Kind.KEYWORD:
        return tuple(dict.fromkeys(filter(None, article.keywords)))
    found = (*(byline.name.casefold() for byline in article.authors), article.created_by.casefold())
    return tuple(dict.fromkeys(filter(None, found)))


def renamed(article: Article, kind: Kind, old: str, new: str) -> Article:
    """Give a story in which one name stands for another; the same story where it does not use the name."""
    if kind is Kind.PERSON:
        return replace(article, authors=tuple(dict.fromkeys(_bylines(article, old, new))))
    changed = _renamed_fields(kind, article, old, new)
    return replace(article, **changed) if changed else article


def _bylines(article: Article, old: str, new: str) -> Iterable[Byline]:
    for byline in article.authors:
        same = byline.name.casefold() == old.casefold()
        yield Byline(new, byline.role) if same else byline


def _renamed_fields(kind: Kind, thing: Article | Template, old: str, new: str) -> dict[str, Any]:
    if kind is Kind.KEYWORD and old in thing.keywords:
        return {"keywords": tuple(dict.fromkeys(new if word == old else word for word in thing.keywords))}
    if kind in {Kind.SECTION, Kind.GENRE} and getattr(thing, kind.value) == old:
        return {kind.value: new}
    return {}


def renamed_templates(
    stored: Iterable[tuple[str, str]], kind: Kind, old: str, new: str
) -> tuple[tuple[str, str], ...]:
    """Give story templates as settings keep them, one name standing for another; others stay to the letter."""
    return tuple(_renamed_template(one, kind, old, new) for one in stored)


def _renamed_template(stored: tuple[str, str], kind: Kind, old: str, new: str) -> tuple[str, str]:
    for template in read_templates((stored,)):
        changed = _renamed_fields(kind, template, old, new)
        if changed:
            return write_templates((replace(template, **changed),))[0]
    return stored
