"""Stories read from their rows and written to them, with all that belongs to a save in one transaction."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, delete, select, update

from newsroom.domain.approved import NOTHING, Evidence
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import NotFound, UnreadableText
from newsroom.library import (
    approving,
    bodies,
    catalogue,
    database,
    former,
    guarding,
    indexes,
    journal,
    notices,
    noting,
    outgoing,
    tally,
    todo,
    usage,
    versions,
)
from newsroom.library.adding import add
from newsroom.library.database import insert
from newsroom.library.fields import article_of, digest_of, dumps_counterpart, fields_of, story_text
from newsroom.library.ordering import sort_key, word_key
from newsroom.library.rows import ARTICLE, AUTHOR, COUNTERPART, LINK, REVISION, SOURCE, TEXT
from newsroom.library.slugs import free_slugs
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Table, Update

    from newsroom.domain.article import Article, LinkKind
    from newsroom.domain.person import Person
    from newsroom.library.approving import Bound

Values = dict[str, Any]
_TEXTS = ("lead", "body", "notes", "changes", "import_notes")
_LONG = (*(TEXT.c[name] for name in _TEXTS),)
_CHUNK = 500


class Step(NamedTuple):
    """One story on its way into the library: as it stands there, as it shall stand, and why."""

    old: Article | None
    new: Article
    action: str = "saved"
    note: str = ""
    source: str = ""
    evidence: Evidence = NOTHING
    trusted: bool = False
    """It puts back a version as it was kept, with the approval that it had."""


def read(connection: Connection, story: int) -> Article:
    """Give a story by its number; raises NotFound."""
    found = read_many(connection, (story,))
    if story not in found:
        raise unknown(story)
    return found[story]


def unknown(story: int) -> NotFound:
    """Give the error that says that there is no such story."""
    return NotFound(msg(N_("There is no story with the number {id}."), id=story))


def read_by_uid(connection: Connection, uid: str) -> Article:
    """Give a story by its uid; raises NotFound."""
    story = connection.scalar(select(ARTICLE.c.id).where(ARTICLE.c.uid == uid))
    if story is None:
        raise NotFound(msg(N_("There is no story with the identifier {uid}."), uid=uid))
    return read(connection, story)


def read_many(connection: Connection, stories: Sequence[int]) -> dict[int, Article]:
    """Give the stories named that exist, by their numbers."""
    return {story: article_of(row) for story, row in rows_of(connection, stories).items()}


def readable(connection: Connection, stories: Sequence[int]) -> list[Article]:
    """Give the stories named, in their order; those that are damaged, or do not exist, are left out."""
    found = rows_of(connection, stories)
    articles: list[Article] = []
    for story in stories:
        with suppress(UnreadableText, KeyError):
            articles.append(article_of(found[story]))
    return articles


def rows_of(connection: Connection, stories: Sequence[int]) -> dict[int, Values]:
    """Give the stored values of stories, links included."""
    other = COUNTERPART.c.known.label("counterpart")
    statement = (
        select(*ARTICLE.c, *_LONG, other)
        .join(TEXT)
        .outerjoin(COUNTERPART, COUNTERPART.c.article_id == ARTICLE.c.id)
        .where(ARTICLE.c.id.in_(stories))
    )
    found = {row.id: {**row._mapping, "links": []} for row in connection.execute(statement)}  # noqa: SLF001 - SQLAlchemy's public name for it
    links = select(LINK.c.article_id, LINK.c.kind, LINK.c.uid).where(LINK.c.article_id.in_(stories))
    for story, kind, uid in connection.execute(links.order_by(LINK.c.article_id, LINK.c.position)):
        found[story]["links"].append([kind, uid])
    for values in found.values():
        values["links"] = json.dumps(values["links"])
    return found


def row_of(article: Article) -> tuple[Values, Values, str]:
    """Give a story's row, its long texts and the JSON text of the whole story."""
    values = fields_of(article)
    whole = story_text(values)
    texts = {"article_id": article.id, **{name: values.pop(name) for name in _TEXTS}}
    del values["links"]
    values.pop("counterpart", None)
    return {**values, **_derived(article), "digest": digest_of(whole)}, texts, whole


def _derived(article: Article) -> Values:
    byline = ", ".join(one.name for one in article.authors)
    return {
        "sort_key": sort_key(article),
        "in_trash": article.trashed is not None,
        "headline_key": word_key(article.headline),
        "section_key": word_key(article.section),
        "byline": byline,
        "byline_key": word_key(byline),
        "spoken": article.spoken_language,
    }


def store(connection: Connection, steps: Sequence[Step], person: Person, now: datetime) -> list[Article]:
    """Write stories and all that belongs to a save: texts, revision, journal, indexes, counts, sources."""
    steps = _with_slugs(connection, _with_names_of_now(connection, steps))
    kept = approving.bound(connection, steps, person, now)
    steps = [one.step for one in kept]
    rows = [row_of(step.new) for step in steps]
    catalogue.name_sections(connection, (step.new.section for step in steps))
    guard = database.of(connection).guard
    if guard is not None:
        keeping = (
            guarding.keeping(step, row, whole) for step, (row, _, whole) in zip(steps, rows, strict=True)
        )
        guard.keep(connection, keeping, now)
    else:
        _write(connection, kept, rows, person, now)
    approving.tell(connection, steps, person, now)
    outgoing.follow(connection, steps, person, now)
    tally.add(connection, tally.moved((step.old, step.new) for step in steps))
    usage.add(connection, usage.moved((step.old, step.new) for step in steps))
    todo.write(connection, ((step.old, step.new) for step in steps))
    notices.follow(connection, [(step.old, step.new, step.note) for step in steps], person, now)
    return [step.new for step in steps]


def _write(
    connection: Connection,
    kept: Sequence[Bound],
    rows: list[tuple[Values, Values, str]],
    person: Person,
    now: datetime,
) -> None:
    """Write stories, their versions and journals, their approvals and all that only they change."""
    steps = [one.step for one in kept]
    _write_rows(connection, steps, rows)
    _write_links(connection, steps)
    _write_counterparts(connection, steps)
    _write_revisions(connection, steps, rows, person, now)
    approving.write(connection, kept, person, now)
    _write_indexes(connection, steps)
    noting.write(connection, ((step.old, step.new) for step in steps))
    _name_sources(connection, steps)


def _with_names_of_now(connection: Connection, steps: Sequence[Step]) -> list[Step]:
    """Give steps whose stories hold what sections, genres and keywords are called now."""
    stories = former.current(connection, (step.new for step in steps))
    return [step._replace(new=new) for step, new in zip(steps, stories, strict=True)]


def _name_sources(connection: Connection, steps: Sequence[Step]) -> None:
    """Remember where stories came from; of two from one source the first stays the one that is known.

    What follows the source's own key in further lines, as its place, leads to the newest story.
    """
    told = [(step.source.split("\n"), step.new.id) for step in steps if step.source]
    if told:
        named = [{"key": keys[0], "article_id": story} for keys, story in told]
        connection.execute(insert(connection, SOURCE).on_conflict_do_nothing(), named)
        name_sources(connection, {key: story for keys, story in told for key in keys[1:]})


def _with_slugs(connection: Connection, steps: Sequence[Step]) -> list[Step]:
    """Give steps whose stories have slugs that no other has; one that a story has already stays."""
    asking = [step for step in steps if not (step.old and step.new.slug and step.old.slug == step.new.slug)]
    slugs = free_slugs(connection, [(step.new.id, step.new.slug, step.new.headline) for step in asking])
    found = {step.new.id: slug for step, slug in zip(asking, slugs, strict=True)}
    return [
        step._replace(new=replace(step.new, slug=found[step.new.id])) if step.new.id in found else step
        for step in steps
    ]


def _write_rows(
    connection: Connection, steps: Sequence[Step], rows: list[tuple[Values, Values, str]]
) -> None:
    added = [row for step, row in zip(steps, rows, strict=True) if step.old is None]
    add(connection, ARTICLE, [row for row, _, _ in added])
    add(connection, TEXT, [texts for _, texts, _ in added])
    for step, (row, texts, _) in zip(steps, rows, strict=True):
        if step.old is not None:
            _update(connection, step.old, row, texts)


def _update(connection: Connection, old: Article, row: Values, texts: Values) -> None:
    given = {f"new_{name}": value for name, value in row.items()}
    done = connection.execute(_updating(ARTICLE, tuple(row)), {
        **given, "story": old.id, "was": old.version,
    })  # fmt: skip
    assert done.rowcount == 1, "the version was read in this very transaction"
    given = {f"new_{name}": value for name, value in texts.items()}
    connection.execute(_updating(TEXT, tuple(texts)), {**given, "story": old.id})


@cache
def _updating(row: Table, names: tuple[str, ...]) -> Update:
    """Give the statement that changes a row, made once: it names some forty columns."""
    changed = update(row).values({name: bindparam(f"new_{name}") for name in names})
    if row is TEXT:
        return changed.where(TEXT.c.article_id == bindparam("story"))
    return changed.where(ARTICLE.c.id == bindparam("story"), ARTICLE.c.version == bindparam("was"))


def _write_links(connection: Connection, steps: Sequence[Step]) -> None:
    changed = [step for step in steps if step.old is None or step.old.links != step.new.links]
    _forget(connection, LINK, changed)
    add(connection, LINK, [
        {"article_id": step.new.id, "position": place, "kind": link.kind.value, "uid": link.uid}
        for step in changed for place, link in enumerate(step.new.links)
    ])  # fmt: skip
    named = [step for step in steps if step.old is None or _names(step.old) != _names(step.new)]
    _forget(connection, AUTHOR, named)
    add(connection, AUTHOR, [
        {"article_id": step.new.id, "name": name} for step in named for name in _names(step.new)
    ])  # fmt: skip


def _write_counterparts(connection: Connection, steps: Sequence[Step]) -> None:
    changed = [step for step in steps if step.new.counterpart != (step.old.counterpart if step.old else None)]
    _forget(connection, COUNTERPART, changed)
    add(connection, COUNTERPART, [
        {"article_id": step.new.id, "known": dumps_counterpart(step.new.counterpart)}
        for step in changed if step.new.counterpart
    ])  # fmt: skip


def numbers(connection: Connection, uids: Iterable[str]) -> tuple[int, ...]:
    """Give the numbers of the stories that have these uids."""
    return tuple(connection.scalars(select(ARTICLE.c.id).where(ARTICLE.c.uid.in_(tuple(uids)))))


def linked_to(connection: Connection, uid: str, kind: LinkKind) -> tuple[int, ...]:
    """Give the stories that are linked to another in a way, the oldest first."""
    statement = select(LINK.c.article_id).where(LINK.c.uid == uid, LINK.c.kind == kind.value)
    return tuple(connection.scalars(statement.order_by(LINK.c.article_id)))


def _names(article: Article) -> list[str]:
    return sorted(tally.author_names(article))


def _forget(connection: Connection, row: Table, steps: Iterable[Step]) -> None:
    for step in steps:
        if step.old is not None:
            connection.execute(delete(row).where(row.c.article_id == step.old.id))


def _write_revisions(
    connection: Connection,
    steps: Sequence[Step],
    rows: list[tuple[Values, Values, str]],
    person: Person,
    now: datetime,
) -> None:
    known = [step.old.id for step in steps if step.old]
    revisions, entries = [], []
    texts = [
        (step.new.id, step.old.version if step.old else 0, whole)
        for step, (_, _, whole) in zip(steps, rows, strict=True)
    ]
    small = versions.packed(connection, texts)
    for step, (row, _, _), stored in zip(steps, rows, small, strict=True):
        told = {"version": step.new.version, "person": person.name, "action": step.action}
        told["note"] = cleaned(step.note)
        named = {**told, "digest": row["digest"]}
        revisions.append({
            **named, "article_id": step.new.id, "time": now, "headline": step.new.headline,
            "story": "", "packed": stored.packed, "base": stored.base,
        })  # fmt: skip
        line = {**named, "id": step.new.id, "uid": step.new.uid, "time": now.isoformat()}
        entries.append(line)
        more = step.evidence.lines
        entries += [{**line, "action": action, "note": cleaned(note)} for action, note in more]
    add(connection, REVISION, revisions)
    journal.append(connection, entries, journal.heads(connection, known))


def _write_indexes(connection: Connection, steps: Sequence[Step]) -> None:
    taken: list[indexes.Indexed] = []
    put: list[indexes.Indexed] = []
    samples: list[tuple[int, frozenset[int], frozenset[int]]] = []
    for step in steps:
        new = indexes.indexed(step.new, sort_key(step.new))
        old = indexes.indexed(step.old, sort_key(step.old)) if step.old else None
        if old != new:
            put.append(new)
            taken.extend(filter(None, (old,)))
            samples.append((step.new.id, old.sample if old else frozenset(), new.sample))
    indexes.take(connection, taken)
    indexes.put(connection, put)
    bodies.write(connection, samples)


def known_sources(connection: Connection, keys: Iterable[str]) -> dict[str, int]:
    """Give the stories that were read from these sources before."""
    wanted = list(keys)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _CHUNK):
        chunk = SOURCE.c.key.in_(wanted[start : start + _CHUNK])
        found.update(
            (key, story)
            for key, story in connection.execute(select(SOURCE.c.key, SOURCE.c.article_id).where(chunk))
        )
    return found


def name_sources(connection: Connection, known: Mapping[str, int]) -> None:
    """Remember which stories lie behind keys of sources from now on; where rights are on, saves alone do it."""
    if not known or database.of(connection).guard is not None:
        return
    named = [{"key": key, "article_id": story} for key, story in known.items()]
    connection.execute(insert(connection, SOURCE).on_conflict_do_nothing(), named)
    newer = update(SOURCE).where(
        SOURCE.c.key == bindparam("named"), SOURCE.c.article_id != bindparam("story")
    )
    given = [{"named": key, "story": story} for key, story in known.items()]
    connection.execute(newer.values(article_id=bindparam("story")), given)


def forget_sources(connection: Connection, keys: Sequence[str]) -> None:
    """Forget sources, so that what they hold may come in again; where rights are on, they stay known."""
    if database.of(connection).guard is not None:
        return
    for start in range(0, len(keys), _CHUNK):
        connection.execute(delete(SOURCE).where(SOURCE.c.key.in_(keys[start : start + _CHUNK])))


def put_badges(connection: Connection, badges: Mapping[int, tuple[int, int]]) -> None:
    """Note how many lookalikes and findings a story's card shows; that is no new version."""
    statement = update(ARTICLE).where(ARTICLE.c.id == bindparam("story"))
    statement = statement.values(lookalikes=bindparam("like"), findings=bindparam("found"))
    named = [{"story": story, "like": like, "found": found} for story, (like, found) in badges.items()]
    if named:
        connection.execute(statement, named)
