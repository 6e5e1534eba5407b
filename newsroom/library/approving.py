"""Approvals at the door of the library: bound to the very text that is kept, void when that changes.

Whatever saves a story passes here. An approval can only come from a seal that was given with the move; nothing that a
caller wrote into a story's fields counts.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, exists, func, select

from newsroom.domain.approved import VOIDED, Approval, Grade, Open
from newsroom.domain.catalogue import RENAMED
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import NotAllowed
from newsroom.domain.four_eyes import Standing, after_edit, makers
from newsroom.domain.notice import Notice, NoticeKind
from newsroom.domain.person import Role
from newsroom.domain.reader import is_approved, reader_hash, reads_same
from newsroom.domain.workflow import BOUND, HAD_ITS_TIME, State
from newsroom.library import catalogue, notices
from newsroom.library.adding import add
from newsroom.library.database import insert
from newsroom.library.rows import APPROVAL, REVISION, STANDING
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from newsroom.domain.approved import Seal
    from newsroom.domain.article import Article
    from newsroom.domain.person import Person
    from newsroom.library.articles import Step

_BLANK: dict[str, Any] = {"approved_by": "", "approved_hash": "", "approved_at": None}
_BEGINS_ANEW = frozenset({State.DRAFT, State.RETURNED, State.WITHDRAWN})
"""The states in which the first approval of two is over, as it is with what was undone."""
_NOBODY = Standing()


class Bound(NamedTuple):
    """A step as it may be kept, and what stands beside its story before and after it."""

    step: Step
    before: Standing
    after: Standing


def bound(connection: Connection, steps: Sequence[Step], person: Person, now: datetime) -> list[Bound]:
    """Give steps with approvals that fit the texts that are kept; raises NotAllowed for a state without one."""
    known = standings(connection, [step.old.id for step in steps if step.old])
    return [_bound(step, known.get(step.new.id, _NOBODY), person, now) for step in steps]


def _bound(step: Step, before: Standing, person: Person, now: datetime) -> Bound:
    new, action = _approved(step, person, now)
    step = step._replace(new=new, action=action)
    if step.old is None:
        return Bound(step, before, before)
    renamed = action == RENAMED  # the catalogue's work is nobody's hand in the text
    after = before if renamed else after_edit(before, step.old, new, person)
    return Bound(step, before, _after_move(after, step, person))


def _approved(step: Step, person: Person, now: datetime) -> tuple[Article, str]:
    """Give the story as it is kept, with the approval that stands, and what the history calls the step."""
    old, new, seal = step.old, step.new, step.evidence.seal
    if seal and seal.grade.binds:
        new = replace(new, approved_by=person.name, approved_hash=reader_hash(new), approved_at=now)
        return new, step.action
    if old is None:
        return new, step.action
    if not step.trusted:
        new = replace(new, **{name: getattr(old, name) for name in _BLANK})
    if new.state not in BOUND:
        stands = new.state is State.WITHDRAWN and is_approved(new)
        return (new if stands else replace(new, **_BLANK)), step.action
    if old.state is new.state and reads_same(old, new):
        return new, step.action
    if is_approved(new):
        return new, step.action
    if old.state not in BOUND:
        raise NotAllowed(msg(N_("No approval stands for this text. Have it approved first.")))
    state = State.DRAFT if State.PUBLISHED in {old.state, new.state} else State.FOR_REVIEW
    return replace(new, state=state, **_BLANK), VOIDED


def _after_move(known: Standing, step: Step, person: Person) -> Standing:
    """Give what is known beside a story after its state changed, or an approval was given."""
    old, new, seal = step.old, step.new, step.evidence.seal
    assert old is not None
    if HAD_ITS_TIME & {old.state, new.state}:
        known = replace(known, was_out=True, out=_out(known, old, new))
    if known.first and (step.trusted or new.state in _BEGINS_ANEW):
        known = replace(known, first="", first_hash="")
    if new.state is State.WITHDRAWN:
        known = replace(known, eyes_due=None)
    if seal is None:
        return known
    if seal.grade is Grade.FIRST:
        return replace(known, first=person.name.casefold(), first_hash=reader_hash(new))
    return replace(known, eyes_due=seal.due)


def _out(known: Standing, old: Article, new: Article) -> int | None:
    """Give the version that readers can see while the story stands elsewhere than among the published."""
    if new.state in HAD_ITS_TIME:
        return None
    return old.version if old.state is State.PUBLISHED else known.out


def write(connection: Connection, kept: Sequence[Bound], person: Person, now: datetime) -> None:
    """Write the approvals that came with steps, and what changed beside their stories."""
    _write_approvals(connection, [one.step for one in kept if one.step.evidence.seal], person, now)
    changed = [(one.step.new.id, one.after) for one in kept if one.after != one.before]
    rows = [_row_of(story, standing) for story, standing in changed if standing != _NOBODY]
    gone = [story for story, standing in changed if standing == _NOBODY]
    if gone:
        connection.execute(delete(STANDING).where(STANDING.c.article_id.in_(gone)))
    if rows:
        statement = insert(connection, STANDING)
        new = {name: statement.excluded[name] for name in rows[0] if name != "article_id"}
        connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=new), rows)


def tell(connection: Connection, steps: Sequence[Step], person: Person, now: datetime) -> None:
    """Tell those concerned of the approvals that came with steps."""
    for step in steps:
        if step.evidence.seal:
            _tell(connection, step, person, now)


def _tell(connection: Connection, step: Step, person: Person, now: datetime) -> None:
    """Tell authors that the approver had a hand in their text, and editors that second eyes are due."""
    seal, story = step.evidence.seal, step.new
    assert seal is not None
    if seal.grade is Grade.ALONE:
        editors = (
            one for one in catalogue.people(connection) if one.may_act_as(Role.EDITOR) and not one.retired
        )
        names = [one.name for one in editors if one.names.isdisjoint(person.names | makers(story))]
        kind, note = NoticeKind.EYES_DUE, step.note
    elif seal.edited:
        names, kind, note = sorted(makers(story) - person.names), NoticeKind.EDITED, ""
    else:
        return
    told = (Notice(kind, name, story.id, person.name, note, seal.due) for name in names)
    notices.write(connection, told, now)


def _write_approvals(connection: Connection, steps: Sequence[Step], person: Person, now: datetime) -> None:
    if not steps:
        return
    last = _last_numbers(connection, [step.new.id for step in steps])
    add(connection, APPROVAL, [
        _approval_row(step, last.get(step.new.id, 0) + 1, person, now) for step in steps
    ])  # fmt: skip


def _approval_row(step: Step, number: int, person: Person, now: datetime) -> dict[str, Any]:
    seal = step.evidence.seal
    assert seal is not None
    return {
        "article_id": step.new.id, "number": number, "version": step.new.version, "grade": seal.grade.value,
        "person": person.name, "time": now, "hash": reader_hash(step.new), "note": cleaned(step.note),
        "override": cleaned(seal.override), "edited": seal.edited, "due": seal.due,
        "open": open_text(seal),
    }  # fmt: skip


def open_text(seal: Seal) -> str:
    """Give what was open when an approval was given as JSON text."""
    return json.dumps([[one.rule, one.severity, one.field] for one in seal.open])


def _last_numbers(connection: Connection, ids: Iterable[int]) -> dict[int, int]:
    columns = (APPROVAL.c.article_id, func.max(APPROVAL.c.number))
    asked = select(*columns).where(APPROVAL.c.article_id.in_(tuple(ids))).group_by(APPROVAL.c.article_id)
    return {story: number for story, number in connection.execute(asked) if number}


def approvals(connection: Connection, story: int) -> tuple[Approval, ...]:
    """Give the approvals of a story, the oldest first."""
    asked = select(*APPROVAL.c).where(APPROVAL.c.article_id == story).order_by(APPROVAL.c.number)
    return tuple(_approval_of(row) for row in connection.execute(asked))


def _approval_of(row: Row[*tuple[Any, ...]]) -> Approval:
    return Approval(
        story=row.article_id, number=row.number, version=row.version, grade=Grade(row.grade), person=row.person,
        time=row.time, hash=row.hash, note=row.note, override=row.override,
        open=tuple(Open(*one) for one in json.loads(row.open)), edited=row.edited, due=row.due,
    )  # fmt: skip


def standings(connection: Connection, ids: Sequence[int]) -> dict[int, Standing]:
    """Give what is known beside stories, for those that have any."""
    rows = connection.execute(select(*STANDING.c).where(STANDING.c.article_id.in_(ids))) if ids else ()
    return {row.article_id: _standing_of(row) for row in rows}


def _standing_of(row: Row[*tuple[Any, ...]]) -> Standing:
    return Standing(
        tuple(json.loads(row.hands)), tuple(json.loads(row.left_byline)), row.first, row.first_hash,
        row.out_version, row.was_out, row.eyes_due,
    )  # fmt: skip


def _row_of(story: int, known: Standing) -> dict[str, Any]:
    return {
        "article_id": story, "hands": _text(known.hands), "left_byline": _text(known.left_byline),
        "first": known.first, "first_hash": known.first_hash, "out_version": known.out,
        "was_out": known.was_out, "eyes_due": known.eyes_due,
    }  # fmt: skip


def _text(names: tuple[str, ...]) -> str:
    return json.dumps(names, ensure_ascii=False)


def due(connection: Connection, most: int) -> tuple[tuple[int, datetime], ...]:
    """Give the stories that second eyes must look at, and until when, the soonest first."""
    columns = (STANDING.c.article_id, STANDING.c.eyes_due)
    asked = select(*columns).where(STANDING.c.eyes_due.is_not(None))
    rows = connection.execute(asked.order_by(STANDING.c.eyes_due, STANDING.c.article_id).limit(most))
    return tuple((story, until) for story, until in rows if until)


def voided(connection: Connection, ids: Sequence[int]) -> frozenset[int]:
    """Give which of these stories lost an approval by a later change and were given none since."""
    binding = [grade.value for grade in Grade if grade.binds]
    given = (APPROVAL.c.article_id.in_(ids), APPROVAL.c.grade.in_(binding))
    last = select(APPROVAL.c.article_id.label("story"), func.max(APPROVAL.c.version).label("version"))
    newest = last.where(*given).group_by(APPROVAL.c.article_id).subquery()
    later = (REVISION.c.article_id == newest.c.story, REVISION.c.version > newest.c.version)
    asked = select(newest.c.story).where(exists().where(*later, REVISION.c.action == VOIDED))
    return frozenset(connection.scalars(asked)) if ids else frozenset()
