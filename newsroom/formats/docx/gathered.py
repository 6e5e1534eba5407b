"""What gathers while a Word file is read: tracked changes, notes, pictures, and what is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.marks import NONE, Mark, MarkKind, Marks
from newsroom.domain.notes import Note, Reply
from newsroom.formats.docx.opened import W
from newsroom.translation import Message, msgs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from newsroom.domain.body import TextBlock

KINDS = {
    ChangeKind.INSERTION: MarkKind.INSERTED,
    ChangeKind.DELETION: MarkKind.DELETED,
    ChangeKind.FORMAT: MarkKind.FORMATTED,
}
_ALSO = "http://schemas.microsoft.com/office/word/20"
W14, W15 = f"{{{_ALSO}10/wordml}}", f"{{{_ALSO}12/wordml}}"
W16 = f"{{{_ALSO}23/wordml/word16du}}"

LOSSES: dict[str, Callable[[int], Message]] = {
    "link": lambda n: msgs(
        "One link with an unsafe address was removed; its text stays.",
        "{n} links with unsafe addresses were removed; their text stays.",
        n,
    ),
    "picture": lambda n: msgs(
        "One picture could not be kept: it is missing, or of a kind that is not PNG, JPEG, GIF or WebP.",
        "{n} pictures could not be kept: they are missing, or of kinds that are not PNG, JPEG, GIF or WebP.",
        n,
    ),
    "drawing": lambda n: msgs(
        "One drawing or chart was left out.", "{n} drawings or charts were left out.", n
    ),
    "formula": lambda n: msgs(
        "One formula was read as plain text.", "{n} formulas were read as plain text.", n
    ),
    "symbol": lambda n: msgs(
        "One sign of a symbol font was left out.", "{n} signs of symbol fonts were left out.", n
    ),
    "hidden": lambda n: msgs(
        "One stretch of hidden text was left out.", "{n} stretches of hidden text were left out.", n
    ),
    "merged": lambda n: msgs(
        "One merged table cell was taken apart.", "{n} merged table cells were taken apart.", n
    ),
    "nested": lambda n: msgs(
        "One table inside a table was read as text.", "{n} tables inside tables were read as text.", n
    ),
    "layout": lambda n: msgs(
        "One tracked change of a paragraph's or table's layout was taken as accepted.",
        "{n} tracked changes of layout were taken as accepted.",
        n,
    ),
    "row": lambda n: msgs(
        "One row of a table that was inserted or deleted is tracked in its words alone.",
        "{n} rows of tables that were inserted or deleted are tracked in their words alone.",
        n,
    ),
    "chunk": lambda n: msgs(
        "One embedded document was left out.", "{n} embedded documents were left out.", n
    ),
    "margin": lambda n: msgs(
        "One page header or footer was left out.", "{n} page headers or footers were left out.", n
    ),
    "unknown": lambda n: msgs(
        "One element is not known and was left out.", "{n} elements are not known and were left out.", n
    ),
}


@dataclass(slots=True)
class Gathered:
    """Everything that stands beside the text, filled while the text is read."""

    now: datetime
    notes: dict[str, Note] = field(default_factory=dict)
    changes: dict[str, Change] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    lost: Counter[str] = field(default_factory=Counter)
    objects: list[str] = field(default_factory=list)
    """What the embedded objects call themselves."""
    _running: dict[tuple[ChangeKind, str, str, Marks], str] = field(default_factory=dict)

    def change(self, kind: ChangeKind, element: _Element, former: Marks = NONE) -> Mark:
        """Give the mark of a tracked change; a change that goes on from the run before keeps its id."""
        author, time = element.get(W + "author", ""), _time(element)
        key = (kind, author, time, former)
        if key not in self._running:
            name = f"word-{len(self.changes) + 1}"
            self.changes[name] = Change(name, kind, author, moment(time, self.now), former)
            self._running[key] = name
        return Mark(KINDS[kind], self._running[key])

    def reformed(self, element: _Element, former: TextBlock) -> Mark:
        """Give the mark of a tracked change of a paragraph's form, with the form it had."""
        name = f"word-{len(self.changes) + 1}"
        when = moment(_time(element), self.now)
        who = element.get(W + "author", "")
        self.changes[name] = Change(name, ChangeKind.FORMAT, who, when, former_form=former)
        return Mark(MarkKind.FORMATTED, name)

    def untracked(self) -> None:
        """Say that text without a change was read, which ends all running ones."""
        self._running.clear()

    def losses(self) -> Iterator[Message]:
        """Give a sentence for each kind of thing that was lost."""
        if self.objects:
            names = ", ".join(dict.fromkeys(self.objects))
            yield msgs(
                "One embedded object was left out: {names}.",
                "{n} embedded objects were left out: {names}.",
                len(self.objects),
                names=names,
            )
        yield from (sentence(self.lost[kind]) for kind, sentence in LOSSES.items() if self.lost[kind])


def _time(element: _Element) -> str:
    """Give when something was said: Word's usual time is local and calls itself UTC, a newer one tells UTC."""
    return element.get(W16 + "dateUtc", "") or element.get(W + "date", "")


def moment(text: str, otherwise: datetime) -> datetime:
    """Give a time as Word writes it, in UTC where it names no zone."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return otherwise
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def notes(comments: _Element | None, threads: _Element | None, now: datetime) -> dict[str, Note]:
    """Give the comments as notes by Word's number, each with the answers under it."""
    if comments is None:
        return {}
    known = {line.get(W + "id", ""): line for line in comments.iter(W + "comment")}
    places = {key: _last_paragraph(line) for key, line in known.items()}
    rows = (
        {}
        if threads is None
        else {row.get(W15 + "paraId", ""): row for row in threads.iter(W15 + "commentEx")}
    )
    above = {key: _parent(rows, places[key]) for key in known}
    found: dict[str, Note] = {}
    for key, line in known.items():
        if above[key] in places.values() and above[key]:
            continue
        answers = (known[other] for other in known if above[other] and above[other] == places[key])
        row = rows.get(places[key])
        found[key] = Note(
            f"word-{key}",
            *_said(line, now),
            tuple(Reply(*_said(answer, now)) for answer in answers),
            resolved=row is not None and row.get(W15 + "done") in {"1", "true"},
        )
    return found


def _last_paragraph(comment: _Element) -> str:
    lines = comment.findall(W + "p")
    return lines[-1].get(W14 + "paraId", "") if lines else ""


def _parent(rows: dict[str, _Element], place: str) -> str:
    row = rows.get(place)
    return "" if row is None else row.get(W15 + "paraIdParent", "")


def _said(comment: _Element, now: datetime) -> tuple[str, datetime, str]:
    lines = ("".join(piece.text or "" for piece in line.iter(W + "t")) for line in comment.iter(W + "p"))
    return comment.get(W + "author", ""), moment(_time(comment), now), "\n".join(lines)
