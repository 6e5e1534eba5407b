"""Lists of stories: pages by key, never by offset, selected straight into cards."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select, tuple_

from newsroom.domain.card import StoryCard
from newsroom.domain.cleaning import cleaned
from newsroom.domain.listing import EVERYTHING, Cursor, Filter, Page, Sort
from newsroom.domain.workflow import State
from newsroom.library import todo
from newsroom.library.former import is_called
from newsroom.library.ordering import minute_key, word_key
from newsroom.library.rows import ARTICLE, AUTHOR
from newsroom.library.tally import counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

CARD = (
    ARTICLE.c.id,
    ARTICLE.c.uid,
    ARTICLE.c.version,
    ARTICLE.c.headline,
    ARTICLE.c.kicker,
    ARTICLE.c.section,
    ARTICLE.c.genre,
    ARTICLE.c.state,
    ARTICLE.c.spoken,
    ARTICLE.c.publish_time,
    ARTICLE.c.modified,
    ARTICLE.c.embargo,
    ARTICLE.c.byline,
    ARTICLE.c.lookalikes,
    ARTICLE.c.findings,
    ARTICLE.c.sort_key,
)
"""The columns of a card, in the order of its fields."""

_ORDERS: dict[Sort, tuple[Any, ...]] = {
    Sort.NEWEST: (ARTICLE.c.sort_key,),
    Sort.OLDEST: (ARTICLE.c.sort_key,),
    Sort.HEADLINE: (ARTICLE.c.headline_key, ARTICLE.c.id),
    Sort.MODIFIED: (ARTICLE.c.modified, ARTICLE.c.id),
    Sort.SECTION: (ARTICLE.c.section_key, ARTICLE.c.sort_key),
}
_STATE, _PLACE = 7, len(CARD)
_STATES = {state.value: state for state in State}


def card(values: Sequence[Any]) -> StoryCard:
    """Make a card of a row's first columns."""
    before, after = values[:_STATE], values[_STATE + 1 : _PLACE]
    return StoryCard(*(*before, _STATES[values[_STATE]], *after))


def conditions(chosen: Filter, by_time: Any = ARTICLE.c.sort_key) -> Iterator[ColumnElement[bool]]:
    """Give what a filter asks of a story; the time's range is asked of the column given."""
    chosen = cleaned(chosen)
    if chosen.trash or chosen.todo is None or chosen.todo.many:
        yield ARTICLE.c.in_trash.is_(chosen.trash)
    else:  # what is to be done is never in the trash; not to ask lets the database begin with the few there are
        yield todo.condition(chosen.todo)
    if chosen.states:
        names = sorted(state.value for state in chosen.states)
        yield ARTICLE.c.state == names[0] if len(names) == 1 else ARTICLE.c.state.in_(names)
    if chosen.section:
        yield ARTICLE.c.section_key == word_key(chosen.section)
        yield ARTICLE.c.section == chosen.section
    yield from times(chosen, by_time)
    if chosen.todo and (chosen.trash or chosen.todo.many):
        yield todo.condition(chosen.todo)
    yield from _rarer(chosen)


def times(chosen: Filter, key: Any) -> Iterator[ColumnElement[bool]]:
    """Give what a filter asks of a story's time, by the column that holds the key of the order."""
    if chosen.since:
        yield key >= minute_key(chosen.since.astimezone(UTC))
    if chosen.until:
        yield key < minute_key(chosen.until.astimezone(UTC))


def _rarer(chosen: Filter) -> Iterator[ColumnElement[bool]]:
    if chosen.genre:
        yield ARTICLE.c.genre == chosen.genre
    if chosen.author:
        named = select(AUTHOR.c.article_id).where(is_called(AUTHOR.c.name, chosen.author))
        yield ARTICLE.c.id.in_(named)
    if chosen.language:
        # no LIKE, whose patterns have an end, and whose case depends on the database
        wider = chosen.language + "-"
        yield or_(ARTICLE.c.spoken == chosen.language, func.substr(ARTICLE.c.spoken, 1, len(wider)) == wider)


def cards(
    connection: Connection,
    chosen: Filter = EVERYTHING,
    sort: Sort = Sort.NEWEST,
    after: Cursor | None = None,
    limit: int = 200,
) -> Page[StoryCard]:
    """Give one page of a list."""
    rows: list[Row[*tuple[Any, ...]]] = []
    for stream in _streams(chosen):
        rows += connection.execute(_page(stream, sort, after, limit + 1)).all()
    if len(chosen.states) > 1:
        rows.sort(key=lambda row: _merging(row, sort), reverse=sort in {Sort.NEWEST, Sort.MODIFIED})
    found = tuple(card(row) for row in rows[:limit])
    return Page(found, _cursor(rows[limit - 1]) if len(rows) > limit else None)


@lru_cache(maxsize=64)
def _page(chosen: Filter, sort: Sort, after: Cursor | None, limit: int) -> Select[*tuple[Any, ...]]:
    """Give the statement of a page, remembered: making it takes as long as its answer."""
    return _ordered(select(*CARD, *_ORDERS[sort]).where(*conditions(chosen)), sort, after).limit(limit)


def _streams(chosen: Filter) -> Iterable[Filter]:
    """Give one filter a state, each of which an index serves in order."""
    if len(chosen.states) <= 1:
        return (chosen,)
    return (replace(chosen, states=frozenset({state})) for state in chosen.states)


def _merging(row: Row[*tuple[Any, ...]], sort: Sort) -> tuple[Any, ...]:
    key = tuple(row[_PLACE:])
    return (key[0], -key[1]) if sort is Sort.SECTION else key


def _cursor(row: Row[*tuple[Any, ...]]) -> Cursor:
    return Cursor(tuple(row[_PLACE:]))


def _ordered(
    statement: Select[*tuple[Any, ...]], sort: Sort, after: Cursor | None
) -> Select[*tuple[Any, ...]]:
    columns = _ORDERS[sort]
    if sort is Sort.SECTION:
        return _by_section(statement, after)
    down = sort in {Sort.NEWEST, Sort.MODIFIED}
    statement = statement.order_by(*(column.desc() if down else column for column in columns))
    if after is None:
        return statement
    here = tuple_(*columns)
    place = tuple_(*after.key, types=[column.type for column in columns])
    return statement.where(here < place if down else here > place)


def _by_section(statement: Select[*tuple[Any, ...]], after: Cursor | None) -> Select[*tuple[Any, ...]]:
    """Order by section and, within one, newest first."""
    key, time = _ORDERS[Sort.SECTION]
    statement = statement.order_by(key, time.desc())
    if after is None:
        return statement
    section, place = after.key
    return statement.where(key >= section, or_(key > section, time < place))


def count(connection: Connection, chosen: Filter) -> int:
    """Give how many stories a filter shows; the running counts answer the common ones."""
    kept = counts(connection)
    if chosen == Filter(states=chosen.states):
        return sum(kept.states.get(state, 0) for state in chosen.states) if chosen.states else kept.all
    if chosen == Filter(section=chosen.section):
        return kept.sections.get(chosen.section, 0)
    if chosen.todo is not None and chosen == Filter(todo=chosen.todo):
        return todo.count_all(connection, chosen.todo)
    if chosen == Filter(trash=True):
        return kept.trash
    return connection.scalar(select(func.count()).select_from(ARTICLE).where(*conditions(chosen))) or 0


def ids(connection: Connection, chosen: Filter, sort: Sort, limit: int | None) -> tuple[int, ...]:
    """Give the numbers of the stories in a list, all of them or the first ones."""
    statement = _ordered(select(ARTICLE.c.id).where(*conditions(chosen)), sort, None).limit(limit)
    return tuple(connection.scalars(statement))


def cards_by_uid(connection: Connection, uids: Sequence[str]) -> tuple[StoryCard, ...]:
    """Give the cards of the stories with these uids, in no order."""
    rows = connection.execute(select(*CARD).where(ARTICLE.c.uid.in_(uids)))
    return tuple(card(row) for row in rows)


def cards_of(connection: Connection, wanted: Sequence[int]) -> tuple[StoryCard, ...]:
    """Give the cards of the stories named, in that order; those that do not exist are left out."""
    rows = connection.execute(select(*CARD).where(ARTICLE.c.id.in_(wanted)))
    found = {row.id: card(row) for row in rows}
    return tuple(found[number] for number in wanted if number in found)
