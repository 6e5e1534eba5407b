"""Saves, the versions they leave, and the way back: trash, restore, undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from newsroom.domain.approved import NOTHING
from newsroom.domain.changeset import Changes, Redecide, Restore, Touched
from newsroom.domain.errors import EditedElsewhere, NotAllowed, NotFound
from newsroom.domain.listing import Revision, Saved, SavedMany
from newsroom.domain.workflow import HAD_ITS_TIME
from newsroom.library import articles, carrying, journal, pairs, planning, schema, tombs, verdicts, versions
from newsroom.library.articles import Step
from newsroom.library.next_version import begun, continued
from newsroom.library.rows import REVISION
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from newsroom.domain.approved import Evidence
    from newsroom.domain.article import Article
    from newsroom.domain.errors import Known
    from newsroom.domain.lookalike import Decision
    from newsroom.domain.person import Person

_TEXT = (
    "kicker", "headline", "subheadline", "lead", "body", "teaser", "web_headline", "correction_note",
    "notes", "changes",
)  # fmt: skip
_SAVES = ("version", "modified", "slug")


def save(
    connection: Connection,
    article: Article,
    person: Person,
    now: datetime,
    step: tuple[str, str, str] = ("saved", "", ""),
    evidence: Evidence = NOTHING,
) -> Saved:
    """Save a story as its next version; step is the action, its note and the source it was read from."""
    if article.id:
        old = articles.read(connection, article.id)
        new = continued(carrying.carried(connection, article, old), old, now)
    else:
        old = None
        tombs.refuse(connection, (article.uid,))
        new = begun(article, journal.next_id(connection), person, now)
    stored = articles.store(connection, [Step(old, new, *step, evidence)], person, now)[0]
    changes = _changes(connection, [(old, stored)])
    return Saved(stored, replace(changes, sources=tuple(filter(None, (step[2].partition("\n")[0],)))))


def save_many(
    connection: Connection,
    given: Sequence[tuple[Article, str]],
    person: Person,
    now: datetime,
    note: str = "",
    evidence: Mapping[int, Evidence] | None = None,
) -> SavedMany:
    """Save stories as their next versions, each with its action; those that others changed or removed are left."""
    kept = articles.read_many(connection, [article.id for article, _ in given])
    steps: list[Step] = []
    refused: dict[int, Known] = {}
    for article, action in given:
        try:
            if article.id not in kept:
                raise articles.unknown(article.id)
            old = kept[article.id]
            proof = evidence.get(old.id, NOTHING) if evidence else NOTHING
            steps.append(Step(old, continued(article, old, now), action, note, evidence=proof))
        except (EditedElsewhere, NotFound) as error:
            refused[article.id] = error
    if not steps:
        return SavedMany((), Changes(), refused)
    stored = articles.store(connection, steps, person, now)
    changes = _changes(connection, [(step.old, new) for step, new in zip(steps, stored, strict=True)])
    return SavedMany(tuple(stored), changes, refused)


def add_many(
    connection: Connection, incoming: Sequence[tuple[Article, str]], person: Person, now: datetime
) -> list[Article]:
    """Add new stories, each with the key of its source, or none.

    What another was quicker to add is left out; raises NotAllowed for what was erased for good.
    """
    keys = [source.partition("\n")[0] for _article, source in incoming]
    known = articles.known_sources(connection, set(filter(None, keys)))
    fresh = [one for one, key in zip(incoming, keys, strict=True) if key not in known]
    if not fresh:
        return []
    tombs.refuse(connection, [article.uid for article, _source in fresh])
    first = journal.next_id(connection)
    steps = [
        Step(None, begun(article, first + place, person, now), "imported", "", source)
        for place, (article, source) in enumerate(fresh)
    ]
    stored = articles.store(connection, steps, person, now)
    schema.next_sequence(connection)
    return stored


def _changes(connection: Connection, steps: Sequence[tuple[Article | None, Article]]) -> Changes:
    turned = [new.id for old, new in steps if old and bool(old.trashed) != bool(new.trashed)]
    if turned:
        pairs.recount(connection, turned)
    touched = frozenset().union(*(_touched(old, new) for old, new in steps))
    inverse = tuple(Restore(new.id, old.version if old else 0) for old, new in reversed(steps))
    stories = frozenset(new.id for _, new in steps)
    return Changes(touched, stories, schema.next_sequence(connection), inverse)


def _touched(old: Article | None, new: Article) -> frozenset[Touched]:
    if old is None:
        return frozenset({Touched.ADDED, Touched.SECTIONS, Touched.KEYWORDS})
    found = {Touched.METADATA} if _differs(old, new) else set()
    if any(getattr(old, name) != getattr(new, name) for name in _TEXT):
        found.add(Touched.TEXT)
    tests = (
        (Touched.STATE, old.state != new.state),
        (Touched.TRASH, old.trashed != new.trashed),
        (Touched.SECTIONS, old.section != new.section),
        (Touched.KEYWORDS, old.keywords != new.keywords),
    )
    found.update(kind for kind, differs in tests if differs)
    return frozenset(found or {Touched.TEXT})


def _differs(old: Article, new: Article) -> bool:
    """Tell whether something else than the texts is another."""
    same = {name: getattr(new, name) for name in (*_TEXT, *_SAVES, "state", "trashed")}
    return replace(old, **same) != new


def trash(connection: Connection, ids: Iterable[int], person: Person, now: datetime) -> Changes:
    """Put stories into the trash; those that lie there already stay as they are."""
    found = [articles.read(connection, story) for story in dict.fromkeys(ids)]
    return _put(
        connection,
        [(old, replace(old, trashed=now)) for old in found if not old.trashed],
        person,
        now,
        "trashed",
    )


def restore(connection: Connection, ids: Iterable[int], person: Person, now: datetime) -> Changes:
    """Take stories out of the trash."""
    found = [articles.read(connection, story) for story in dict.fromkeys(ids)]
    return _put(
        connection,
        [(old, replace(old, trashed=None)) for old in found if old.trashed],
        person,
        now,
        "restored",
    )


def undo(connection: Connection, changes: Changes, person: Person, now: datetime) -> Changes:
    """Undo changes by appending the former versions; raises EditedElsewhere where a story went on since."""
    pairs = [_undone(connection, wanted, now) for wanted in changes.inverse]
    done = _put(connection, pairs, person, now, "undone")
    articles.forget_sources(connection, changes.sources)
    for one in changes.decided:
        done |= decide(connection, (one.uid, one.other), one.before, person, now)
    for step in changes.planned:
        done |= planning.put_back(connection, step, person, now)
    return done


def decide(
    connection: Connection,
    pair: tuple[str, str],
    wanted: Decision | None,
    person: Person,
    now: datetime,
) -> Changes:
    """Decide of two stories by uid, or take back what was decided; no story gets a version."""
    before = verdicts.decide(connection, pair, wanted, person.name, now)
    stories = frozenset(articles.numbers(connection, pair))
    number = schema.next_sequence(connection)
    return Changes(frozenset({Touched.METADATA}), stories, number, decided=(Redecide(*pair, before),))


def _undone(connection: Connection, wanted: Restore, now: datetime) -> tuple[Article, Article]:
    old = articles.read(connection, wanted.id)
    if old.version != wanted.standing:
        raise EditedElsewhere(
            msg(N_("“{headline}” was changed since; undo it there by hand."), headline=old.headline)
        )
    if wanted.version == 0:
        return old, replace(old, trashed=now)
    former = revision(connection, wanted.id, wanted.version)
    if old.state in HAD_ITS_TIME and former.state is not old.state:
        text = N_(
            "“{headline}” was published or withdrawn; that is not undone. Update or withdraw it instead."
        )
        raise NotAllowed(msg(text, headline=old.headline))
    return old, replace(former, version=old.version)


def _put(
    connection: Connection,
    pairs: Sequence[tuple[Article, Article]],
    person: Person,
    now: datetime,
    action: str,
) -> Changes:
    if not pairs:
        return Changes()
    steps = [Step(old, continued(new, old, now), action, trusted=True) for old, new in pairs]
    stored = articles.store(connection, steps, person, now)
    return _changes(connection, [(step.old, new) for step, new in zip(steps, stored, strict=True)])


def revisions(connection: Connection, story: int) -> tuple[Revision, ...]:
    """Give the versions of a story, newest first."""
    columns = (
        REVISION.c.version,
        REVISION.c.time,
        REVISION.c.person,
        REVISION.c.action,
        REVISION.c.note,
        REVISION.c.headline,
    )
    asked = select(*columns).where(REVISION.c.article_id == story).order_by(REVISION.c.version.desc())
    return tuple(Revision(*row) for row in connection.execute(asked))


def revision(connection: Connection, story: int, version: int) -> Article:
    """Give a story as it was in one version; raises NotFound and UnreadableText."""
    return versions.article(connection, story, version)
