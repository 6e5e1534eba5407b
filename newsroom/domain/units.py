"""A text as a row of units: characters, objects, ends of paragraphs and whole blocks, each with its marks.

What a unit reads as is its sign. Units that are marked as deleted are not alive; a group is one paragraph of
the text, with what is not alive inside it, or one picture, table or box.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Block,
    Body,
    Box,
    Paragraph,
    Picture,
    Table,
    TextBlock,
    Unknown,
    form_of,
    normal_body,
)
from newsroom.domain.inline import Anchor, Content, Footnote, Inline, LineBreak, Run, normal
from newsroom.domain.marks import BOLD, NONE, TRACKED, MarkKind, Marks, has, without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

END = "¶"
_KINDS = (*TRACKED, MarkKind.NOTE)


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing of a text; a paragraph's end is an empty block of the paragraph's form."""

    sign: str
    piece: Inline | Block

    @property
    def marks(self) -> Marks:
        """Give its marks."""
        return NONE if isinstance(self.piece, Unknown) else self.piece.marks

    @property
    def ends(self) -> bool:
        """Tell whether it is the end of a paragraph."""
        return type(self.piece) is not Run and isinstance(self.piece, TEXT_BLOCKS)

    @property
    def whole(self) -> bool:
        """Tell whether it is a block of another kind than text."""
        return type(self.piece) is not Run and isinstance(self.piece, Picture | Table | Box | Unknown)

    @property
    def alive(self) -> bool:
        """Tell whether it is read: it is not deleted, and no note's place."""
        if type(self.piece) is Run and not self.piece.marks:  # nearly all are: most of the time goes here
            return True
        return not isinstance(self.piece, Anchor) and not has(self.marks, MarkKind.DELETED)

    @property
    def look(self) -> object:
        """Give all by which two units that are alive are the same: what it reads, its form and emphasis."""
        if type(self.piece) is Run and not self.piece.marks:
            return self.sign, NONE
        if self.ends or self.whole:
            return without_marks(self.piece)
        if isinstance(self.piece, Footnote):  # how its sign looks, each program has its own mind of
            return self.sign, self.piece.content
        return self.sign, without(self.marks, *_KINDS)

    def marked(self, marks: Marks) -> Unit:
        """Give it with other marks."""
        return self if isinstance(self.piece, Unknown) else Unit(self.sign, replace(self.piece, marks=marks))


def without_marks(piece: Inline | Block) -> Inline | Block:
    """Give a block without tracked changes and notes, as it is read."""
    from newsroom.domain.changes import for_readers

    if isinstance(piece, TEXT_BLOCKS):
        return form_of(piece)
    if isinstance(piece, Picture):  # its bytes, its frame and what is told of it are no text
        read = for_readers(Body((replace(piece, marks=NONE),))).blocks[0]
        return Picture("", read.caption) if isinstance(read, Picture) else piece
    if isinstance(piece, Table | Box):
        read = for_readers(Body((replace(piece, marks=NONE),))).blocks[0]
        return _plain_headed(read) if isinstance(read, Table) else read
    return piece


def _plain_headed(table: Table) -> Table:
    """Give a table as it is compared: word processors make its first row bold, and tell it no other way."""
    first, *others = table.rows
    return Table((tuple(map(thin, first)), *others))


def thin(content: Content) -> Content:
    """Give content without its boldness."""
    return normal(replace(piece, marks=piece.marks - {BOLD}) for piece in content)


def of_content(content: Content) -> Iterator[Unit]:
    """Give the units of what stands inside a block."""
    for piece in content:
        if isinstance(piece, Run):
            yield from (Unit(letter, Run(letter, piece.marks)) for letter in piece.text)
        elif isinstance(piece, LineBreak):
            yield Unit("\n", piece)
        else:
            yield Unit("*", piece)


def of_blocks(blocks: Iterable[Block]) -> Iterator[Unit]:
    """Give the units of blocks."""
    for block in blocks:
        if isinstance(block, TEXT_BLOCKS):
            yield from of_content(block.content)
            yield Unit(END, replace(block, content=()))
        else:
            yield Unit("▣", block)


def to_content(units: Iterable[Unit]) -> Content:
    """Give what stands inside a block again."""
    return normal(_pieces(units))


def _pieces(units: Iterable[Unit]) -> Iterator[Inline]:
    letters: list[str] = []
    marks: Marks = NONE
    for unit in units:
        piece = unit.piece
        if letters and not (isinstance(piece, Run) and piece.marks == marks):
            yield Run("".join(letters), marks)
            letters = []
        if isinstance(piece, Run):
            marks = piece.marks
            letters.append(piece.text)
        elif isinstance(piece, LineBreak | Anchor | Footnote):
            yield piece
    if letters:
        yield Run("".join(letters), marks)


def to_body(units: Iterable[Unit]) -> Body:
    """Give a text again; letters that no end follows are a paragraph."""
    blocks: list[Block] = []
    line: list[Unit] = []
    for unit in units:
        piece = unit.piece
        if isinstance(piece, TEXT_BLOCKS):
            blocks.append(replace(piece, content=to_content(line)))
            line = []
        elif isinstance(piece, Picture | Table | Box | Unknown):
            blocks += [Paragraph(to_content(line))] if line else []
            blocks.append(piece)
            line = []
        else:
            line.append(unit)
    blocks += [Paragraph(to_content(line))] if line else []
    return normal_body(Body(tuple(blocks)))


@dataclass(frozen=True, slots=True)
class Group:
    """One paragraph or whole block; text is what two versions of it are known by."""

    units: tuple[Unit, ...]
    text: str

    @property
    def living(self) -> tuple[Unit, ...]:
        """Give what is read of it."""
        return tuple(unit for unit in self.units if unit.alive)

    @property
    def look(self) -> tuple[object, ...]:
        """Give all by which two groups are the same; text that no living end follows has its last one."""
        living = self.living
        found = tuple(unit.look for unit in living)
        return found if not living or living[-1].ends or living[-1].whole else (*found, self.form)

    @property
    def form(self) -> TextBlock:
        """Give the form of its last end."""
        ends = [unit.piece for unit in self.units if isinstance(unit.piece, TEXT_BLOCKS)]
        return form_of(ends[-1]) if ends else Paragraph()


def groups_now(units: Iterable[Unit]) -> list[Group]:
    """Give a text's paragraphs as they are read, deletions made; what is not alive stays with what follows."""
    return _grouped(units, _is_alive, _is_alive)


def groups_before(units: Iterable[Unit]) -> list[Group]:
    """Give a text's paragraphs as they were, insertions not made."""
    return _grouped(units, lambda unit: not has(unit.marks, MarkKind.INSERTED), _was)


def _is_alive(unit: Unit) -> bool:
    return unit.alive


def _was(unit: Unit) -> bool:
    return not isinstance(unit.piece, Anchor) and not has(unit.marks, MarkKind.INSERTED)


def _grouped(
    units: Iterable[Unit], closes: Callable[[Unit], bool], reads: Callable[[Unit], bool]
) -> list[Group]:
    done: list[Group] = []
    line: list[Unit] = []
    for unit in units:
        if unit.whole and closes(unit):
            done += [_group(line, reads)] if line else []
            done.append(_group([unit], reads))
            line = []
            continue
        line.append(unit)
        if unit.ends and closes(unit):
            done.append(_group(line, reads))
            line = []
    return [*done, _group(line, reads)] if line else done


def _group(units: Sequence[Unit], reads: Callable[[Unit], bool]) -> Group:
    return Group(tuple(units), "".join(_words(unit) for unit in units if reads(unit) and not unit.ends))


def _words(unit: Unit) -> str:
    from newsroom.domain.body import block_text

    piece = unit.piece
    if not isinstance(piece, Run) and isinstance(piece, Picture | Table | Box | Unknown):
        return f"▣{type(piece).__name__} {block_text(piece)}"
    return unit.sign


def mended_ends(units: Sequence[Unit]) -> list[Unit]:
    """Give units in which text that no living end follows has its last end back, as it is read."""
    done = list(units)
    last: int | None = None
    open_ = False
    for number, unit in enumerate([*units, None]):
        if unit is None or (unit.whole and unit.alive):
            if open_ and last is not None:
                done[last] = done[last].marked(without(done[last].marks, MarkKind.DELETED))
            open_, last = False, None
        elif unit.ends:
            open_, last = (False, None) if unit.alive else (open_, number)
        elif unit.alive and not unit.whole:
            open_ = True
    return done
