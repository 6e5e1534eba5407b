"""One stretch of text rewritten as another, word by word, each difference a tracked change by who made it."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.alignment import steps
from newsroom.domain.body import TEXT_BLOCKS, Body, Box, Picture, Table, form_of, formed
from newsroom.domain.changes import Change, ChangeKind, content_for_readers
from newsroom.domain.inline import Anchor, Content, Footnote
from newsroom.domain.marks import NONE, TRACKED, Mark, MarkKind, Marks, has, value_of, without
from newsroom.domain.units import Unit, mended_ends, of_blocks, of_content, thin, to_body, to_content

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from newsroom.domain.body import TextBlock

_KINDS = {
    ChangeKind.INSERTION: MarkKind.INSERTED,
    ChangeKind.DELETION: MarkKind.DELETED,
    ChangeKind.FORMAT: MarkKind.FORMATTED,
}
_LOOKS = (*TRACKED, MarkKind.NOTE)
_MOST_LETTERS = 4_000
"""Stretches that are longer together are compared by words alone."""


class Scribe:
    """Marks what came back: by the author of its own tracked change, or by who is known to have had the text.

    What belongs together is one change; `next` begins others.
    """

    def __init__(
        self, author: str, time: datetime, theirs: Mapping[str, Change], notes: Mapping[str, str]
    ) -> None:
        self.changes: dict[str, Change] = {}
        self._author, self._time = author, time
        self._theirs, self._notes = theirs, notes
        self._open: dict[tuple[object, ...], str] = {}

    def next(self) -> None:
        """End the changes that go on."""
        self._open.clear()

    def noted(self, units: Sequence[Unit]) -> bool:
        """Tell whether a note that is new stands here."""
        return any(self._new_notes(unit) or self._place(unit) for unit in units)

    def inserted(self, unit: Unit) -> Unit:
        """Give a unit that came back as one that was inserted."""
        piece = unit.piece
        if isinstance(piece, Picture | Table | Box):
            unit = Unit(unit.sign, _settled(piece))
        elif isinstance(piece, Anchor):
            return unit
        change = self._change(ChangeKind.INSERTION, unit)
        plain = without(unit.marks, *_LOOKS)
        return unit.marked(plain | self._new_notes(unit) | {Mark(MarkKind.INSERTED, change)})

    def deleted(self, unit: Unit, by: Unit | None = None) -> Unit:
        """Give a unit that stands here as deleted; by is the one that tells who did it."""
        change = self._change(ChangeKind.DELETION, by)
        return unit.marked(
            unit.marks | {Mark(MarkKind.DELETED, change)} | (self._new_notes(by) if by else NONE)
        )

    def anchor(self, unit: Unit) -> Iterator[Unit]:
        """Give the place of a note that is new."""
        name = self._place(unit)
        if name:
            yield Unit(unit.sign, Anchor(name))

    def kept(self, unit: Unit, new: Unit) -> Iterator[Unit]:
        """Give a unit that stands here as it came back: as it was, or in another form or emphasis."""
        unit = unit if unit.ends or unit.whole else unit.marked(unit.marks | self._new_notes(new))
        if unit.look == new.look:
            yield unit
        elif unit.whole:
            yield from self._whole(unit, new)
        elif has(unit.marks, MarkKind.FORMATTED) or _unlike(unit, new):
            yield self.deleted(unit, new if has(new.marks, MarkKind.FORMATTED) else None)
            yield self.inserted(new)
        else:
            yield self._formatted(unit, new)

    def _formatted(self, unit: Unit, new: Unit) -> Unit:
        piece, theirs = unit.piece, new.piece
        if isinstance(piece, TEXT_BLOCKS) and isinstance(theirs, TEXT_BLOCKS):
            change = self._change(ChangeKind.FORMAT, new, NONE, form_of(piece))
            return Unit(
                unit.sign,
                replace(formed(piece, theirs), marks=piece.marks | {Mark(MarkKind.FORMATTED, change)}),
            )
        change = self._change(ChangeKind.FORMAT, new, without(unit.marks, *_LOOKS))
        stays = frozenset(mark for mark in unit.marks if mark.kind in _LOOKS)
        wanted = without(new.marks, *_LOOKS)
        return unit.marked(wanted | stays | {Mark(MarkKind.FORMATTED, change)})

    def _whole(self, unit: Unit, new: Unit) -> Iterator[Unit]:
        """Give a picture, table or box with what changed inside it, or, where it is another, both."""
        ours, theirs = unit.piece, new.piece
        if isinstance(ours, Picture) and isinstance(theirs, Picture):
            yield Unit(unit.sign, replace(ours, caption=self._content(ours.caption, theirs.caption)))
        elif isinstance(ours, Table) and isinstance(theirs, Table) and _shape(ours) == _shape(theirs):
            theirs = _thick_as(ours, theirs)
            rows = tuple(
                tuple(self._content(*cells) for cells in zip(*pair, strict=True))
                for pair in zip(ours.rows, theirs.rows, strict=True)
            )
            yield Unit(unit.sign, replace(ours, rows=rows))
        elif isinstance(ours, Box) and isinstance(theirs, Box):
            inner = to_body(self._lines(ours, theirs)).blocks
            kept = tuple(block for block in inner if isinstance(block, TEXT_BLOCKS))
            yield Unit(unit.sign, replace(ours, title=self._content(ours.title, theirs.title), blocks=kept))
        else:
            yield self.deleted(unit)
            yield self.inserted(new)

    def _lines(self, ours: Box, theirs: Box) -> list[Unit]:
        return rewritten(list(of_blocks(ours.blocks)), mended_ends(list(of_blocks(theirs.blocks))), self)

    def _content(self, ours: Content, theirs: Content) -> Content:
        return to_content(rewritten(list(of_content(ours)), list(of_content(theirs)), self))

    def _new_notes(self, unit: Unit) -> Marks:
        known = (self._notes.get(mark.value) for mark in unit.marks if mark.kind is MarkKind.NOTE)
        return frozenset(Mark(MarkKind.NOTE, name) for name in known if name)

    def _place(self, unit: Unit) -> str:
        return self._notes.get(unit.piece.note, "") if isinstance(unit.piece, Anchor) else ""

    def _change(
        self, kind: ChangeKind, by: Unit | None, former: Marks = NONE, form: TextBlock | None = None
    ) -> str:
        source = self._theirs.get(value_of(by.marks, _KINDS[kind]) or "") if by else None
        key = (kind, source, former, form)
        if key not in self._open:
            name = os.urandom(6).hex()
            author, time = (source.author, source.time) if source else (self._author, self._time)
            self.changes[name] = Change(name, kind, author or self._author, time, former, form)
            self._open[key] = name
        return self._open[key]


def _settled(piece: Picture | Table | Box) -> Picture | Table | Box:
    from newsroom.domain.changes import final

    block = final(Body((replace(piece, marks=NONE),))).blocks[0]
    return block if isinstance(block, Picture | Table | Box) else piece


def _thick_as(ours: Table, theirs: Table) -> Table:
    """Give a table whose first row has our emphasis where it reads the same: its boldness tells nothing."""
    pairs = zip(ours.rows[0], theirs.rows[0], strict=True)
    head = tuple(
        one if thin(content_for_readers(one)) == thin(content_for_readers(other)) else other
        for one, other in pairs
    )
    return replace(theirs, rows=(head, *theirs.rows[1:]))


def _shape(table: Table) -> list[int]:
    return [len(row) for row in table.rows]


def _unlike(unit: Unit, new: Unit) -> bool:
    ours, theirs = unit.piece, new.piece
    if isinstance(ours, Footnote) and isinstance(theirs, Footnote):
        return ours.content != theirs.content
    return type(ours) is not type(theirs) and not (unit.ends and new.ends)


def rewritten(old: Sequence[Unit], new: Sequence[Unit], scribe: Scribe) -> list[Unit]:
    """Give a text that stands here with the changes that make it the new one.

    What is not alive in the old text stays where it is; what is deleted in the new one is deleted here by
    the same author.
    """
    writer = _Writer(old, scribe)
    ours, theirs = _tokens([unit for unit in old if unit.alive]), _tokens(new)
    for same, gone, come in _fine(ours, theirs):
        if same:
            for one, other in zip(gone, come, strict=True):
                writer.keep(one, other)
        else:
            scribe.next()
            for unit in gone:
                writer.delete(unit)
            for unit in come:
                writer.insert(unit)
    scribe.next()
    return writer.finish()


class _Writer:
    """Goes through the units that stand here, one after the other."""

    def __init__(self, old: Sequence[Unit], scribe: Scribe) -> None:
        self._old, self._scribe = old, scribe
        self._at = 0
        self._done: list[Unit] = []

    def _reach(self) -> None:
        """Take along what is not alive before the next unit that is."""
        while self._at < len(self._old) and not self._old[self._at].alive:
            self._done.append(self._old[self._at])
            self._at += 1
        self._at += 1

    def keep(self, unit: Unit, new: Unit) -> None:
        self._reach()
        if has(new.marks, MarkKind.DELETED):
            self._done.append(self._scribe.deleted(unit, new))
            return
        if unit.look == new.look:
            self._scribe.next()
        self._done += self._scribe.kept(unit, new)

    def delete(self, unit: Unit) -> None:
        self._reach()
        self._done.append(self._scribe.deleted(unit))

    def insert(self, unit: Unit) -> None:
        if isinstance(unit.piece, Anchor):
            self._done += self._scribe.anchor(unit)
        elif unit.alive:
            self._done.append(self._scribe.inserted(unit))

    def finish(self) -> list[Unit]:
        return list(_without_places([*self._done, *self._old[self._at :]]))


def _without_places(units: Sequence[Unit]) -> Iterator[Unit]:
    """Give units in which the notes' places of a paragraph that goes as a whole go with it."""
    line: list[Unit] = []
    for unit in units:
        line.append(unit)
        if unit.ends or unit.whole:
            gone = unit.ends and not any(one.alive for one in line)
            mark = frozenset(one for one in unit.marks if one.kind is MarkKind.DELETED)
            yield from (one.marked(mark | one.marks) if gone and _is_place(one) else one for one in line)
            line = []
    yield from line


def _is_place(unit: Unit) -> bool:
    return isinstance(unit.piece, Anchor) and not has(unit.marks, MarkKind.DELETED)


_Token = tuple[str, list[Unit]]


def _tokens(units: Sequence[Unit]) -> list[_Token]:
    """Give the words and the other units."""
    done: list[_Token] = []
    word = False
    for unit in units:
        letter = len(unit.sign) == 1 and (unit.sign.isalnum() or unit.sign == "_")
        letter = letter and not unit.ends and not unit.whole and not isinstance(unit.piece, Anchor | Footnote)
        if letter and word and _marked_alike(done[-1][1][-1], unit):
            done[-1] = (done[-1][0] + unit.sign, done[-1][1])
            done[-1][1].append(unit)
        else:
            done.append((_key(unit), [unit]))
        word = letter
    return done


def _marked_alike(one: Unit, other: Unit) -> bool:
    """Tell whether two letters are of one word: a tracked change may part it."""
    return all(
        has(one.marks, kind) == has(other.marks, kind) for kind in (MarkKind.INSERTED, MarkKind.DELETED)
    )


def _key(unit: Unit) -> str:
    if unit.whole:
        return f"▣{type(unit.piece).__name__}"
    return f"\0{id(unit)}" if isinstance(unit.piece, Anchor) else unit.sign


def _flat(tokens: Sequence[_Token]) -> Iterator[Unit]:
    for _, units in tokens:
        yield from units


_Step = tuple[bool, int, int, int, int]


def _smooth(ours: Sequence[_Token], theirs: Sequence[_Token]) -> list[_Step]:
    """Give what is the same and what is not; a blank alone between two differences belongs to them."""
    found = list(steps([key for key, _ in ours], [key for key, _ in theirs]))
    done: list[_Step] = []
    for number, step in enumerate(found):
        around = theirs[found[max(number - 1, 0)][3] : found[min(number + 1, len(found) - 1)][4]]
        inside = 0 < number < len(found) - 1
        swallowed = inside and _blank(ours[step[1] : step[2]]) and _untold(around)
        same = step[0] and not swallowed
        if done and not same and not done[-1][0]:
            done[-1] = (False, done[-1][1], step[2], done[-1][3], step[4])
        else:
            done.append((same, *step[1:]))
    return done


def _blank(tokens: Sequence[_Token]) -> bool:
    return len(tokens) == 1 and tokens[0][0].isspace()


def _untold(tokens: Sequence[_Token]) -> bool:
    """Tell whether no tracked change of the file stands here."""
    return not any(mark.kind in TRACKED for unit in _flat(tokens) for mark in unit.marks)


def _fine(ours: Sequence[_Token], theirs: Sequence[_Token]) -> Iterator[tuple[bool, list[Unit], list[Unit]]]:
    """Give steps of units; where the file tells its changes, words that they part are compared by letters."""
    for same, first, last, start, end in _smooth(ours, theirs):
        old, new = list(_flat(ours[first:last])), list(_flat(theirs[start:end]))
        if same or not old or not new or _untold(theirs[start:end]) or len(old) + len(new) > _MOST_LETTERS:
            yield same, old, new
            continue
        keys = [_key(unit) for unit in old], [_key(unit) for unit in new]
        for like, first_, last_, start_, end_ in steps(*keys):
            yield like, old[first_:last_], new[start_:end_]
