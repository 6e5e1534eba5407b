"""Work left in the text: notes that wait for an answer, tracked changes that nobody judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rule import Proof, Rule, found
from newsroom.domain.body import contents
from newsroom.domain.changes import change_ids
from newsroom.domain.finding import Field, Place
from newsroom.domain.inline import Anchor
from newsroom.domain.marks import MarkKind
from newsroom.domain.workflow import Transition
from newsroom.translation import N_, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.finding import Finding

_LATE = frozenset({Transition.APPROVE, Transition.PUBLISH})


def _noted(proof: Proof) -> set[str]:
    """Give the ids of the notes that have a place in the text."""
    ids: set[str] = set()
    texts = [proof.article.lead, *(one for block in proof.article.body.blocks for one in contents(block))]
    for piece in (piece for text in texts for piece in text):
        marks = () if isinstance(piece, Anchor) else piece.marks
        ids.update({piece.note} if isinstance(piece, Anchor) else set())
        ids.update(mark.value for mark in marks if mark.kind is MarkKind.NOTE)
    return ids


def notes_open(proof: Proof) -> Iterator[Finding]:
    """Find notes that are not resolved."""
    standing = _noted(proof)
    waiting = [note.id for note in proof.article.notes if not note.resolved and note.id in standing]
    if waiting:
        text = msgs("One note is open.", "{n} notes are open.", len(waiting))
        yield found(Place(Field.BODY), text, " ".join(waiting))


def changes_open(proof: Proof) -> Iterator[Finding]:
    """Find tracked changes that were neither accepted nor rejected."""
    waiting = sorted(change_ids(proof.article.body))
    if waiting:
        text = msgs("One change is open.", "{n} changes are open.", len(waiting))
        yield found(Place(Field.BODY), text, " ".join(waiting))


RULES = (
    Rule(name="notes-open", title=N_("No note is open"), judge=notes_open, moments=_LATE),
    Rule(name="changes-open", title=N_("No change is open"), judge=changes_open, moments=_LATE),
)
