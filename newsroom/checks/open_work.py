"""Work left in the text: notes that wait for an answer, tracked changes that nobody judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.checks.rule import Proof, Rule, found
from newsroom.domain.body import Body, Paragraph
from newsroom.domain.change_list import entries
from newsroom.domain.changes import change_ids
from newsroom.domain.finding import Field, Place
from newsroom.domain.note_places import places
from newsroom.domain.workflow import Transition
from newsroom.translation import N_, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.finding import Finding
    from newsroom.domain.note_places import Places

_LATE = frozenset({Transition.APPROVE, Transition.PUBLISH})


def notes_open(proof: Proof) -> Iterator[Finding]:
    """Find notes that are not resolved; the place is that of the first that has one."""
    waiting = [note.id for note in proof.article.notes if not note.resolved]
    if not waiting:
        return
    standing = places(proof.article)
    first = next((standing[name][0] for name in _in_order(standing) if name in waiting), Place(Field.BODY))
    text = msgs("One note is open.", "{n} notes are open.", len(waiting))
    yield found(replace(first, end=first.start), text, " ".join(waiting))


def _in_order(standing: Places) -> list[str]:
    """Give the ids of notes in the order of the text."""
    return sorted(standing, key=lambda name: _rank(standing[name][0]))


def _rank(place: Place) -> tuple[bool, int, int]:
    return place.field is not Field.LEAD, place.block, place.start


def changes_open(proof: Proof) -> Iterator[Finding]:
    """Find tracked changes that were neither accepted nor rejected, counted as they are listed."""
    lead = Body((Paragraph(proof.article.lead),))
    waiting = change_ids(proof.article.body) | change_ids(lead)
    if waiting:
        known = {change.id: change for change in proof.article.changes}
        count = sum(len(entries(body, known)) for body in (lead, proof.article.body))
        text = msgs("One change is open.", "{n} changes are open.", count)
        yield found(Place(Field.BODY), text, " ".join(sorted(waiting)))


RULES = (
    Rule(name="notes-open", title=N_("No note is open"), judge=notes_open, moments=_LATE),
    Rule(name="changes-open", title=N_("No change is open"), judge=changes_open, moments=_LATE),
)
