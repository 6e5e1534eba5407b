"""A text that was sent out and came back changed: its changes as tracked changes on the text as it is now.

Three texts meet: the one that was sent, the one that stands here, and the one that came back. Where nobody
edited here meanwhile, accepting what came back gives the returned text and rejecting it the text that stood
here. A paragraph that both edited keeps both: ours as it is, theirs inserted behind it with a note.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.alignment import ALIKE, aligned, likeness
from newsroom.domain.body import EMPTY, Body, Paragraph
from newsroom.domain.changes import Change, change_ids, for_readers
from newsroom.domain.inline import Anchor, Content
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.notes import Note, new_note
from newsroom.domain.rewriting import Scribe, rewritten
from newsroom.domain.units import Group, Unit, groups_before, groups_now, mended_ends, of_blocks, to_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_BETTER = 0.05
"""By so much two paragraphs must be more like one than one of them is, to be the halves of it."""


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changed a text without telling it in the text, when, and the notes where both changed it."""

    author: str
    time: datetime
    both: str = ""
    gone: str = ""


@dataclass(frozen=True, slots=True)
class Sent:
    """A text that came back, with the tracked changes and the notes that are new in it."""

    lead: Content = ()
    body: Body = EMPTY
    changes: tuple[Change, ...] = ()
    notes: tuple[Note, ...] = ()
    echo: Body | None = None
    """The body as it comes back unedited, where the way there and back changes it."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The text as it stands here with what came back; changes and notes are those that are new here."""

    lead: Content
    body: Body
    changes: tuple[Change, ...]
    notes: tuple[Note, ...]
    clashes: int = 0
    """How many paragraphs both edited."""
    lead_clashes: bool = False
    """Whether both edited the lead, which then stays as it is here."""


def returned(base: Sent, now: Sent, back: Sent, hand: Hand) -> Returned:
    """Give the text that stands here with the changes that came back to it."""
    names = {note.id: os.urandom(8).hex() for note in back.notes}
    scribe = Scribe(hand.author, hand.time, {change.id: change for change in back.changes}, names)
    lead = _Merge(_lines(base.lead), _lines(now.lead), _lines(back.lead), scribe, hand)
    body = _Merge(base.body, now.body, back.body, scribe, hand, base.echo)
    top, text = lead.done(), body.done()
    kept = None if lead.clashes else _lead_of(top)
    here = now.lead if kept is None else kept
    standing = change_ids(Body((Paragraph(here), *text.blocks)))
    notes = tuple(replace(note, id=names[note.id]) for note in back.notes)
    return Returned(
        here,
        text,
        tuple(change for change in scribe.changes.values() if change.id in standing),
        (*notes, *body.notes),
        body.clashes,
        lead_clashes=kept is None,
    )


def _lines(lead: Content) -> Body:
    return Body((Paragraph(lead),))


def _lead_of(body: Body) -> Content | None:
    """Give a lead again, or None where it is no longer one paragraph."""
    blocks = body.blocks
    one = len(blocks) == 1 and isinstance(blocks[0], Paragraph) and not blocks[0].marks
    return blocks[0].content if one and isinstance(blocks[0], Paragraph) else None


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Paragraphs that were sent and those that came back for them."""

    base: tuple[int, ...]
    back: tuple[int, ...]


@dataclass(slots=True)
class _Plan:
    """What becomes of each paragraph that stands here, and what comes behind it; -1 is the beginning."""

    instead: dict[int, list[Unit]] = field(default_factory=dict)
    behind: dict[int, list[Unit]] = field(default_factory=dict)

    def insert(self, place: int, units: Iterable[Unit]) -> None:
        self.behind.setdefault(place, []).extend(units)


class _Merge:
    """Lays what came back onto what stands here."""

    def __init__(
        self, base: Body, now: Body, back: Body, scribe: Scribe, hand: Hand, echo: Body | None = None
    ) -> None:
        self._sent = groups_now(of_blocks(for_readers(base).blocks))
        self._base = self._sent if echo is None else groups_now(of_blocks(for_readers(echo).blocks))
        self._all = groups_now(of_blocks(now.blocks))
        self._places = [place for place, group in enumerate(self._all) if group.living]
        self._now = [self._all[place] for place in self._places]
        self._back = groups_before(mended_ends(list(of_blocks(back.blocks))))
        self._scribe, self._hand = scribe, hand
        self._plan = _Plan()
        self._sent_here: frozenset[int | None] = frozenset()
        self.clashes = 0
        self.notes: list[Note] = []

    def done(self) -> Body:
        """Give the text with what came back."""
        stands = self._standing()
        self._sent_here = frozenset(stands)
        last = -1
        for hunk in _hunks(self._base, self._back):
            last = self._take(hunk, [stands[place] for place in hunk.base], last)
        return to_body(self._units())

    def _standing(self) -> list[int | None]:
        """Give for each paragraph that was sent where it stands now, or None where it is gone."""
        as_sent = [group.look for group in self._sent] == [group.look for group in self._now]
        if as_sent and len(self._sent) == len(self._base):
            return list(range(len(self._base)))
        found: list[int | None] = [None] * len(self._base)
        for sent, here in aligned([one.text for one in self._base], [one.text for one in self._now]):
            if sent is not None:
                found[sent] = here
        return found

    def _take(self, hunk: _Hunk, stands: Sequence[int | None], last: int) -> int:
        """Take over one hunk; give the last paragraph here that it was about."""
        here = [place for place in stands if place is not None]
        new = [unit for place in hunk.back for unit in self._back[place].units]
        look = _look(new)
        if not hunk.base:
            if not self._came_before(look, last, len(hunk.back)):
                self._insert(last, new)
            return last
        was = tuple(part for place in hunk.base for part in self._base[place].look)
        if look == was and not self._scribe.noted(new):
            return here[-1] if here else last
        if len(here) == len(stands) and _follow(here) and self._look(here) in (was, self._as_sent(hunk)):
            self._rewrite(here, new)
        elif look not in (was, self._look(here)):
            self._clash(here, new, here[-1] if here else last)
        return here[-1] if here else last

    def _came_before(self, look: tuple[object, ...], last: int, count: int) -> bool:
        """Tell whether the same paragraphs were put in here already, behind one of them."""
        places = range(last + 1, last + 1 + count)
        return self._sent_here.isdisjoint(places) and look == self._look(places)

    def _look(self, places: Iterable[int]) -> tuple[object, ...]:
        return tuple(part for place in places if place < len(self._now) for part in self._now[place].look)

    def _as_sent(self, hunk: _Hunk) -> tuple[object, ...] | None:
        """Give what a hunk was before the way there and back, where that is known."""
        if len(self._sent) != len(self._base):
            return None
        return tuple(part for place in hunk.base for part in self._sent[place].look)

    def _rewrite(self, here: Sequence[int], new: Sequence[Unit]) -> None:
        first, last = self._places[here[0]], self._places[here[-1]]
        units = [unit for group in self._all[first : last + 1] for unit in group.units]
        for place in range(first, last + 1):
            self._plan.instead[place] = []
        self._plan.instead[first] = rewritten(units, new, self._scribe)

    def _insert(self, last: int, new: Sequence[Unit]) -> None:
        """Put paragraphs behind one that stands here."""
        units = [self._scribe.inserted(unit) for unit in new if unit.alive]
        if last >= 0 and units:
            before = self._now[last]
            if not before.units[0].whole and not any(unit.ends for unit in before.living):
                units.insert(0, self._scribe.inserted(Unit("¶", before.form)))
        self._plan.insert(last, units)
        self._scribe.next()

    def _clash(self, here: Sequence[int], new: Sequence[Unit], last: int) -> None:
        """Keep ours and put theirs behind it, with a note that says so; once is enough."""
        living = [unit for unit in new if unit.alive]
        ends = sum(unit.ends or unit.whole for unit in living)
        if living and self._came_before(_look(living), last, ends):
            return
        self.clashes += 1
        if not living:
            self._note(here, self._hand.gone)
            return
        if not (living[-1].ends or living[-1].whole):
            living.append(Unit("¶", Paragraph()))
        note = new_note(self._hand.author, self._hand.time, self._hand.both)
        self.notes.append(note)
        self._insert(last, [Unit("*", Anchor(note.id)), *living] if living[0].whole else living)
        units = self._plan.behind[last][-len(living) :]
        self._plan.behind[last][-len(living) :] = [_noted(unit, note) for unit in units]

    def _note(self, here: Sequence[int], words: str) -> None:
        """Put a note on paragraphs that stand here."""
        if not here:
            return
        note = new_note(self._hand.author, self._hand.time, words)
        self.notes.append(note)
        place = self._places[here[0]]
        self._plan.instead[place] = [
            _noted(unit, note) if unit.alive else unit for unit in self._all[place].units
        ]

    def _units(self) -> list[Unit]:
        """Give all units in order."""
        numbers = {place: number for number, place in enumerate(self._places)}
        done = list(self._plan.behind.get(-1, ()))
        for place, group in enumerate(self._all):
            done += self._plan.instead.get(place, group.units)
            if place in numbers:
                done += self._plan.behind.get(numbers[place], ())
        return done


def _look(units: Iterable[Unit]) -> tuple[object, ...]:
    return tuple(unit.look for unit in units if unit.alive)


def _noted(unit: Unit, note: Note) -> Unit:
    if unit.ends or unit.whole:
        return unit
    return unit.marked(unit.marks | {Mark(MarkKind.NOTE, note.id)})


def _follow(places: Sequence[int]) -> bool:
    return list(places) == list(range(places[0], places[0] + len(places)))


def _hunks(base: Sequence[Group], back: Sequence[Group]) -> list[_Hunk]:
    """Give which paragraphs came back for which; halves of a paragraph that was parted or joined are one hunk."""
    pairs = aligned([one.text for one in base], [one.text for one in back])
    hunks: list[_Hunk] = []
    for one, other in pairs:
        new = _Hunk(() if one is None else (one,), () if other is None else (other,))
        joined = _joined(hunks[-1], new, base, back) if hunks else None
        if joined is None:
            hunks.append(new)
        else:
            hunks[-1] = joined
    return hunks


def _joined(first: _Hunk, second: _Hunk, base: Sequence[Group], back: Sequence[Group]) -> _Hunk | None:
    """Give two hunks as one, where one of them is half and together they are more alike."""
    whole = _Hunk(first.base + second.base, first.back + second.back)
    halves = [hunk for hunk in (first, second) if not (hunk.base and hunk.back)]
    if len(halves) != 1 or not (whole.base and whole.back):
        return None
    groups = [base[place] for place in whole.base] + [back[place] for place in whole.back]
    if any(unit.whole for group in groups for unit in group.units):
        return None
    other = second if halves[0] is first else first
    before = max(_likeness(other, base, back), ALIKE)
    return whole if _likeness(whole, base, back) > before + _BETTER else None


def _likeness(hunk: _Hunk, base: Sequence[Group], back: Sequence[Group]) -> float:
    return likeness(
        " ".join(base[place].text for place in hunk.base), " ".join(back[place].text for place in hunk.back)
    )
