"""One name of the catalogue becomes another: at once in the lists, page by page in the stories, and back again.

What was begun is written down with how far it came, so that any window goes on with it after a crash. From its
first moment the former name means the new one: whoever saves a story with it saves the new name, and so no page
misses a story. History is never rewritten; a story that changes gets a version and a line in its journal.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from newsroom.domain.catalogue import CARRIED, RENAMED, UNBOUND, Kind, Renaming, renamed, renamed_templates
from newsroom.domain.errors import EditedElsewhere, NotFound, WrongValue
from newsroom.library import articles, catalogue, demands, entries, former, revisions, schema
from newsroom.library.adding import add
from newsroom.library.articles import Step
from newsroom.library.ordering import word_key
from newsroom.library.rows import ARTICLE, AUTHOR, RENAMED_STORY, RENAMING, USAGE
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

    from newsroom.domain.article import Article
    from newsroom.domain.person import Person

PAGE = 100
"""So many stories are changed in one transaction; whoever else saves waits no longer than for these."""

_FIELDS = dict(zip((Kind.SECTION, Kind.GENRE, Kind.KEYWORD, Kind.PERSON), CARRIED, strict=True))
_SHOWN = (
    *("id", "kind", "old", "new", "old_title", "new_title", "merged", "bylines", "total", "done"),
    *("finished", "undone", "person", "begun"),
)


def of(row: Row[*tuple[Any, ...]]) -> Renaming:
    """Give a renaming of its row."""
    told = {name: getattr(row, name) for name in _SHOWN}
    return Renaming(**{**told, "kind": Kind(row.kind)})


def find(connection: Connection, number: int) -> Renaming:
    """Give a renaming by its number; raises NotFound."""
    return of(_row(connection, number))


def _row(connection: Connection, number: int) -> Row[*tuple[Any, ...]]:
    row = connection.execute(select(RENAMING).where(RENAMING.c.id == number)).first()
    if row is None:
        raise NotFound(msg(N_("There is no renaming with the number {id}."), id=number))
    return row


def unfinished(connection: Connection) -> tuple[Renaming, ...]:
    """Give what is still under way, the oldest first."""
    rows = connection.execute(select(RENAMING).where(~RENAMING.c.finished).order_by(RENAMING.c.id))
    return tuple(map(of, rows))


def last(connection: Connection) -> Renaming | None:
    """Give the last renaming that was not undone."""
    asked = select(RENAMING).where(~RENAMING.c.undone).order_by(RENAMING.c.id.desc()).limit(1)
    row = connection.execute(asked).first()
    return of(row) if row else None


def touched(connection: Connection, number: int) -> datetime:
    """Give when somebody last worked at a renaming; raises NotFound."""
    when: datetime = _row(connection, number).touched
    return when


# Beginning


def begin(connection: Connection, wanted: Renaming, person: Person, now: datetime) -> Renaming:
    """Let a name be another from now on; merged says that the other is there already and takes its place.

    Raises WrongValue where the name is taken, and EditedElsewhere where the entry is gone or called otherwise.
    """
    if former.target(connection, wanted.kind, wanted.old) != wanted.old:
        text = N_("“{name}” was renamed or merged meanwhile. Look at the list again.")
        raise EditedElsewhere(msg(text, name=wanted.old_title))
    total = _affected(connection, wanted)
    kept: dict[str, Any] = entries.take(connection, wanted, lasting=total > 0)
    kept["templates"] = _rename_templates(connection, wanted)
    kept["asked"] = demands.follow(connection, wanted.kind, wanted.old, wanted.new)
    if wanted.old != wanted.new:
        kept["former"] = former.became(connection, wanted.kind, wanted.old, wanted.new)
    job = replace(wanted, total=total, person=person.name, begun=now)
    return _begun(connection, job, kept, now)


def _begun(
    connection: Connection, job: Renaming, kept: dict[str, Any], now: datetime, reverses: int | None = None
) -> Renaming:
    row = {name: getattr(job, name) for name in _SHOWN if name != "id"}
    row |= {"kind": job.kind.value, "finished": job.total == 0, "touched": now, "reverses": reverses}
    row |= {"in_trash": False, "place": None, "kept": json.dumps(kept, ensure_ascii=False)}
    number = connection.execute(RENAMING.insert().values(row).returning(RENAMING.c.id)).scalar_one()
    if job.total == 0:
        entries.drop_old(connection, job)
    schema.next_sequence(connection)
    return find(connection, number)


def _affected(connection: Connection, wanted: Renaming) -> int:
    if wanted.kind is Kind.PERSON:
        return bylines(connection, wanted.old) if wanted.bylines else 0
    if wanted.old == wanted.new:
        return 0
    asked = select(USAGE.c.live + USAGE.c.trashed)
    here = (USAGE.c.kind == wanted.kind.value, USAGE.c.name == wanted.old)
    return connection.scalar(asked.where(*here)) or 0


def bylines(connection: Connection, person: str) -> int:
    """Give how many stories could let their byline follow a person's name."""
    asked = select(func.count()).select_from(ARTICLE).join(AUTHOR, AUTHOR.c.article_id == ARTICLE.c.id)
    return connection.scalar(asked.where(*_by(person))) or 0


def _by(person: str) -> tuple[Any, ...]:
    states = sorted(state.value for state in UNBOUND)
    return AUTHOR.c.name == person.casefold(), ARTICLE.c.state.in_(states)


def templates_with(connection: Connection, kind: Kind, name: str) -> int:
    """Give how many story templates of the house begin with a name."""
    stored = catalogue.house(connection).templates
    after = renamed_templates(stored, kind, name, f"{name}\0")
    return sum(one != other for one, other in zip(stored, after, strict=True))


def _rename_templates(connection: Connection, wanted: Renaming) -> list[tuple[str, str, str]]:
    """Let the house's story templates follow, and give what they were and are."""
    house = catalogue.house(connection)
    after = renamed_templates(house.templates, wanted.kind, wanted.old, wanted.new)
    pairs = list(zip(house.templates, after, strict=True))
    if after != house.templates:
        catalogue.set_house(connection, replace(house, templates=after))
    return [(name, old, new) for (name, old), (_name, new) in pairs if old != new]


# Page by page


def candidates(connection: Connection, number: int) -> tuple[tuple[int, ...], tuple[bool, int | None, bool]]:
    """Give the next stories to change, and from where the page after them begins: trash or not, place, the end."""
    row = _row(connection, number)
    if row.reverses is not None:
        return _reversed_page(connection, row)
    rows = connection.execute(_page_of(row)).all()
    full = len(rows) == PAGE
    place = rows[-1].sort_key if full else None
    after = (row.in_trash or not full, place, row.in_trash and not full)
    return tuple(found.id for found in rows), after


def _page_of(row: Row[*tuple[Any, ...]]) -> Select[int, int]:
    asked = select(ARTICLE.c.id, ARTICLE.c.sort_key).where(ARTICLE.c.in_trash.is_(row.in_trash))
    if row.place is not None:
        asked = asked.where(ARTICLE.c.sort_key < row.place)
    if row.kind == Kind.PERSON.value:
        asked = asked.join(AUTHOR, AUTHOR.c.article_id == ARTICLE.c.id)
    return asked.where(*_holds(Kind(row.kind), row.old)).order_by(ARTICLE.c.sort_key.desc()).limit(PAGE)


def _holds(kind: Kind, name: str) -> tuple[Any, ...]:
    if kind is Kind.PERSON:
        return _by(name)
    if kind is Kind.KEYWORD:
        return (ARTICLE.c.keywords.contains(json.dumps(name, ensure_ascii=False), autoescape=True),)
    if kind is Kind.GENRE:
        return (ARTICLE.c.genre == name,)
    return ARTICLE.c.section_key == word_key(name), ARTICLE.c.section == name


def _reversed_page(
    connection: Connection, row: Row[*tuple[Any, ...]]
) -> tuple[tuple[int, ...], tuple[bool, int | None, bool]]:
    asked = select(RENAMED_STORY.c.article_id).where(
        RENAMED_STORY.c.renaming_id == row.reverses, RENAMED_STORY.c.article_id > (row.place or 0)
    )
    found = tuple(connection.scalars(asked.order_by(RENAMED_STORY.c.article_id).limit(PAGE)))
    return found, (False, found[-1] if found else row.place, len(found) < PAGE)


def change(
    connection: Connection,
    number: int,
    ids: Sequence[int],
    after: tuple[bool, int | None, bool],
    person: Person,
    now: datetime,
) -> tuple[Renaming, tuple[int, ...]]:
    """Change a page of stories and write down how far the work is; give which stories were changed."""
    row = _row(connection, number)
    job = of(row)
    if job.finished:
        return job, ()
    steps = list(_steps(connection, row, job, ids))
    for step in articles.store(connection, steps, person, now) if steps else ():
        if job.merged:
            moved = {"renaming_id": number, "article_id": step.id, "version": step.version}
            add(connection, RENAMED_STORY, [moved])
    in_trash, place, over = after
    done = min(job.done + len(ids), job.total)
    values = {"in_trash": in_trash, "place": place, "finished": over, "touched": now}
    values["done"] = job.total if over else done
    connection.execute(update(RENAMING).where(RENAMING.c.id == number).values(values))
    if over:
        entries.drop_old(connection, job)
    schema.next_sequence(connection)
    return find(connection, number), tuple(step.new.id for step in steps)


def _steps(
    connection: Connection, row: Row[*tuple[Any, ...]], job: Renaming, ids: Sequence[int]
) -> Iterator[Step]:
    now = entries.name_now(connection, job)
    for article in articles.readable(connection, ids):
        if row.reverses is not None:
            new = _as_before(connection, row.reverses, job, article)
        elif job.kind is Kind.PERSON and article.state not in UNBOUND:
            continue
        else:
            new = renamed(article, job.kind, job.old, now)
        if new != article:
            yield Step(article, replace(new, version=article.version + 1), RENAMED, job.note)


def _as_before(connection: Connection, merge: int, job: Renaming, article: Article) -> Article:
    """Give a story with what it had before a merge; where somebody changed that since, it stays."""
    made = connection.scalar(
        select(RENAMED_STORY.c.version).where(
            RENAMED_STORY.c.renaming_id == merge, RENAMED_STORY.c.article_id == article.id
        )
    )
    if made is None or (job.kind is Kind.PERSON and article.state not in UNBOUND):
        return article
    field = _FIELDS[job.kind]
    before, after = (revisions.revision(connection, article.id, made - step) for step in (1, 0))
    if getattr(article, field) != getattr(after, field):
        return article
    return replace(article, **{field: getattr(before, field)})


# Undoing


def undo(connection: Connection, number: int, person: Person, now: datetime) -> Renaming:
    """Begin to take a renaming back; raises WrongValue where its name is in use again, EditedElsewhere, NotFound."""
    row = _row(connection, number)
    job, kept = of(row), json.loads(row.kept)
    if job.undone:
        raise WrongValue(msg(N_("This was taken back already.")))
    stopped = update(RENAMING).where(RENAMING.c.id == number).values(finished=True, undone=True)
    connection.execute(stopped)
    if not job.merged:
        entries.drop_temporary(connection, job)
        wanted = replace(job, old=job.new, new=job.old, old_title=job.new_title, new_title=job.old_title)
        return begin(connection, replace(wanted, done=0, finished=False), person, now)
    entries.put_back(connection, job, kept)
    _put_templates_back(connection, kept["templates"])
    demands.put_back(connection, kept.get("asked", []))
    former.go_back(connection, job.kind, job.old, kept.get("former", ()))
    moved = select(func.count()).select_from(RENAMED_STORY).where(RENAMED_STORY.c.renaming_id == number)
    back = replace(
        job, old=job.new, new=job.old, old_title=job.new_title, new_title=job.old_title,
        merged=False, total=connection.scalar(moved) or 0, done=0, undone=True, person=person.name, begun=now,
    )  # fmt: skip
    return _begun(connection, back, {"templates": []}, now, reverses=number)


def _put_templates_back(connection: Connection, changed: Sequence[Sequence[str]]) -> None:
    before = {(name, new): old for name, old, new in changed}
    house = catalogue.house(connection)
    after = tuple((name, before.get((name, stored), stored)) for name, stored in house.templates)
    if after != house.templates:
        catalogue.set_house(connection, replace(house, templates=after))
