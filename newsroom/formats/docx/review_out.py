"""Tracked changes and notes as Word's own: ``w:ins``, ``w:del``, ``w:rPrChange``, comments with their answers.

A note has one range in Word: from its first piece of text to its last. Answers have the range of their note.
Authors and times stand on every element; ids are counted through the whole document.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.domain.body import contents
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.inline import Anchor
from newsroom.domain.marks import NONE, MarkKind, Marks, value_of
from newsroom.formats.docx.runs_out import escaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.body import TextBlock
    from newsroom.domain.inline import Content, Inline
    from newsroom.domain.notes import Note, Reply

_KINDS = ((MarkKind.INSERTED, "ins", ChangeKind.INSERTION), (MarkKind.DELETED, "del", ChangeKind.DELETION))
_FIRST_PLACE = 0x10000001
"""Word's numbers of paragraphs in comments, which answers refer to; they stay below 0x80000000."""


@dataclass(slots=True)
class Review:
    """What colleagues said and changed, as it is written into one document."""

    now: datetime
    changes: dict[str, Change]
    notes: dict[str, Note]
    _left: Counter[str]
    _open: set[str] = field(default_factory=set)
    _number: int = 0
    _said: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def track(self, marks: Marks, runs: str) -> str:
        """Give runs inside the tracked changes that their marks name."""
        for kind, element, made in reversed(_KINDS):  # what one inserted another deletes, never the other way
            change = value_of(marks, kind)
            if change is not None:
                runs = f"<w:{element} {self._whose(change, made)}>{runs}</w:{element}>"
        return runs

    def end(self, marks: Marks) -> str:
        """Give the tracked change of a paragraph's end, as properties of its mark."""
        found = self.signs(marks)
        return f"<w:rPr>{found}</w:rPr>" if found else ""

    def signs(self, marks: Marks) -> str:
        """Give the signs that the end of a paragraph, or a row of a table, was inserted or deleted."""
        return "".join(
            f"<w:{element} {self._whose(change, made)}/>"
            for kind, element, made in _KINDS
            if (change := value_of(marks, kind)) is not None
        )

    def former_form(self, marks: Marks, shape: Callable[[TextBlock], str]) -> str:
        """Give the form that a paragraph had before it was changed."""
        change = value_of(marks, MarkKind.FORMATTED)
        known = self.changes.get(change) if change is not None else None
        if change is None or known is None or known.former_form is None:
            return ""
        whose = self._whose(change, ChangeKind.FORMAT)
        return f"<w:pPrChange {whose}><w:pPr>{shape(known.former_form)}</w:pPr></w:pPrChange>"

    def former(self, marks: Marks, look: Callable[[Marks], str]) -> str:
        """Give the look that text had before its form was changed."""
        change = value_of(marks, MarkKind.FORMATTED)
        if change is None:
            return ""
        known = self.changes.get(change)
        before = look(known.former if known else NONE)
        return f"<w:rPrChange {self._whose(change, ChangeKind.FORMAT)}><w:rPr>{before}</w:rPr></w:rPrChange>"

    def _whose(self, change: str, kind: ChangeKind) -> str:
        known = self.changes.get(change) or Change(change, kind, "", self.now)
        self._number += 1
        return f'w:id="{self._number}" w:author="{escaped(known.author)}" w:date="{_moment(known.time)}"'

    # Notes

    def begins(self, piece: Inline) -> str:
        """Give the beginnings of the notes that begin with a piece."""
        fresh = [note for note in _noted(piece) if note in self.notes and note not in self._open]
        self._open.update(fresh)
        return "".join(f'<w:commentRangeStart w:id="{key}"/>' for note in fresh for key in self._keys(note))

    def ends(self, piece: Inline) -> str:
        """Give the ends of the notes that end with a piece, with the signs that call them."""
        done = []
        for note in _noted(piece):
            self._left[note] -= 1
            if note in self.notes and not self._left[note]:
                done.append(note)
        keys = [key for note in done for key in self._keys(note)]
        return "".join(f'<w:commentRangeEnd w:id="{key}"/>{_CALL.format(key=key)}' for key in keys)

    def _keys(self, note: str) -> tuple[int, ...]:
        """Give Word's numbers of a note and its answers, which are numbered as they are met."""
        if note not in self._said:
            first = sum(map(len, self._said.values()))
            self._said[note] = tuple(range(first, first + 1 + len(self.notes[note].replies)))
        return self._said[note]

    def comments(self) -> tuple[str, str]:
        """Give the comments, and which of them answer others or are done."""
        said, threads = [], []
        for note, keys in self._said.items():
            first = self.notes[note]
            words: tuple[Note | Reply, ...] = (first, *first.replies)
            for key, one in zip(keys, words, strict=True):
                said.append(_comment(key, one.author, one.time, one.text))
                above = f' w15:paraIdParent="{_place(keys[0])}"' if key != keys[0] else ""
                threads.append(
                    f'<w15:commentEx w15:paraId="{_place(key)}"{above} w15:done="{int(first.resolved)}"/>'
                )
        return "".join(said), "".join(threads)


_CALL = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="{key}"/></w:r>'


def _comment(key: int, author: str, time: datetime, text: str) -> str:
    lines = text.split("\n")
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
    paragraphs = "".join(
        f'<w:p{_last(key) if number == len(lines) - 1 else ""}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
        f'{"" if number else sign}<w:r><w:t xml:space="preserve">{escaped(line)}</w:t></w:r></w:p>'
        for number, line in enumerate(lines)
    )
    letters = escaped("".join(word[0] for word in author.split())[:3])
    return (
        f'<w:comment w:id="{key}" w:author="{escaped(author)}" w:date="{_moment(time)}" w:initials="{letters}">'
        f"{paragraphs}</w:comment>"
    )


def _last(key: int) -> str:
    return f' w14:paraId="{_place(key)}"'


def _place(key: int) -> str:
    return f"{_FIRST_PLACE + key:08X}"


def _moment(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _noted(piece: Inline) -> Iterable[str]:
    if isinstance(piece, Anchor):
        return (piece.note,)
    return [mark.value for mark in sorted(piece.marks) if mark.kind is MarkKind.NOTE]


def review(article: Article, now: datetime) -> Review:
    """Give what is to be written of a story's changes and notes."""
    pieces = (piece for content in _contents(article) for piece in content)
    return Review(
        now,
        {change.id: change for change in article.changes},
        {note.id: note for note in article.notes},
        Counter(note for piece in pieces for note in _noted(piece)),
    )


def _contents(article: Article) -> Iterator[Content]:
    yield article.lead
    for block in article.body.blocks:
        yield from contents(block)
