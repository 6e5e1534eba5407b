"""What a search asks of a story that stands in its row and not in the search index: section, state, time, ..."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, false, or_, select, text, true

from newsroom.domain.catalogue import Kind
from newsroom.domain.query import Field, Has, InState, Is, Named, Thing, Trait, Within
from newsroom.domain.workflow import State
from newsroom.library import catalogue, former, tally
from newsroom.library.ordering import minute_key, word_key
from newsroom.library.rows import ARTICLE, AUTHOR, RARE
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection

    from newsroom.domain.query import Condition


def condition(connection: Connection, part: Condition, key: ColumnElement[int]) -> ColumnElement[bool]:
    """Give what a part asks of a story's row; the time is asked of the key."""
    if isinstance(part, Named):
        return _named(connection, part)
    if isinstance(part, InState):
        return ARTICLE.c.state == part.state.value
    if isinstance(part, Within):
        return _within(part, key)
    if isinstance(part, Has):
        return and_(text(RARE["lookalikes"])) if part.thing is Thing.DOUBLES else ARTICLE.c.findings > 0
    if isinstance(part, Is):
        return _is(part)
    raise AssertionError(f"the index judges {part}")


def _named(connection: Connection, part: Named) -> ColumnElement[bool]:
    if part.field is Field.AUTHOR:
        return ARTICLE.c.id.in_(select(AUTHOR.c.article_id).where(former.is_called(AUTHOR.c.name, part.name)))
    if part.field is Field.SECTION:
        return _in_sections(_sections(connection, part))
    return ARTICLE.c.genre.in_(_genres(connection, part))


def _genres(connection: Connection, part: Named) -> list[str]:
    names = {genre.key: genre.name for genre in catalogue.genres(connection)}
    before = former.targets(connection, Kind.GENRE)
    fitting = _fitting(part, (*names, *names.values(), *before))
    keys = {key for key, name in names.items() if key in fitting or name in fitting}
    keys |= {before[name] for name in fitting if name in before}
    return sorted(keys or {part.name})


def _sections(connection: Connection, part: Named) -> list[str]:
    """Give the sections that are meant, by their name of now or before."""
    before = former.targets(connection, Kind.SECTION)
    found = _fitting(part, (*tally.counts(connection).sections, *before))
    return list(dict.fromkeys((*found, *(before[name] for name in found if name in before))))


def _in_sections(names: Iterable[str]) -> ColumnElement[bool]:
    chosen = [and_(ARTICLE.c.section_key == word_key(name), ARTICLE.c.section == name) for name in names]
    return or_(*chosen) if chosen else false()


def _fitting(part: Named, names: Iterable[str]) -> list[str]:
    """Give the names that are meant: the same, or else those with a word that begins so."""
    asked = folded(part.name)
    forms = {name: folded(name) for name in names if name}
    same = [name for name, form in forms.items() if form == asked]
    if same or not asked:
        return same
    return [name for name, form in forms.items() if f" {form}".find(f" {asked}") >= 0]


def _within(part: Within, key: ColumnElement[int]) -> ColumnElement[bool]:
    asked: list[Any] = []
    if part.since:
        asked.append(key >= minute_key(part.since.astimezone(UTC)))
    if part.until:
        asked.append(key < minute_key(part.until.astimezone(UTC)))
    return and_(*asked) if asked else true()


def _is(part: Is) -> ColumnElement[bool]:
    if part.trait is Trait.TRASH:
        return ARTICLE.c.in_trash.is_(True)
    if part.trait is Trait.RESERVE:
        return and_(ARTICLE.c.state == State.APPROVED.value, ARTICLE.c.publish_time.is_(None))
    assert part.trait is Trait.EMBARGOED, "mine is a name, imported a fact"
    return and_(text(f"({RARE['embargo']})"), or_(ARTICLE.c.embargo_line != "", ARTICLE.c.embargo > part.at))
