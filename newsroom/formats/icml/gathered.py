"""What gathers while an InDesign story is read: tracked changes, notes, and what is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.inline import Anchor
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.notes import Note
from newsroom.translation import Message, msgs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from newsroom.formats import Reading

KINDS = {
    "InsertedText": (ChangeKind.INSERTION, MarkKind.INSERTED),
    "DeletedText": (ChangeKind.DELETION, MarkKind.DELETED),
}
LOSSES: dict[str, Callable[[int], Message]] = {
    "link": lambda n: msgs(
        "One link with an unsafe address was removed; its text stays.",
        "{n} links with unsafe addresses were removed; their text stays.",
        n,
    ),
    "frame": lambda n: msgs(
        "One text frame that is anchored in the story was left out.",
        "{n} text frames that are anchored in the story were left out.",
        n,
    ),
    "drawing": lambda n: msgs(
        "One drawing or chart was left out.", "{n} drawings or charts were left out.", n
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
    "hyphen": lambda n: msgs(
        "One soft hyphen of the page was taken out.", "{n} soft hyphens of the page were taken out.", n
    ),
    "unknown": lambda n: msgs(
        "One element is not known and was left out.", "{n} elements are not known and were left out.", n
    ),
}


@dataclass(slots=True)
class Gathered:
    """Everything that stands beside the text, filled while the text is read."""

    reading: Reading
    notes: list[Note] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    lost: Counter[str] = field(default_factory=Counter)
    _running: dict[tuple[str, str, str], Mark] = field(default_factory=dict)

    def change(self, element: _Element) -> Mark | None:
        """Give the mark of a tracked change, or None; one that goes on from the text before keeps its id."""
        kind = KINDS.get(element.get("ChangeType", ""))
        if kind is None:
            return None
        author, date = element.get("UserName", ""), element.get("Date", "")
        key = (kind[0].value, author, date)
        if key not in self._running:
            name = f"indesign-{len(self.changes) + 1}"
            self.changes.append(Change(name, kind[0], _person(author), self.moment(date)))
            self._running[key] = Mark(kind[1], name)
        return self._running[key]

    def untracked(self) -> None:
        """Say that text without a change was read, which ends all running ones."""
        self._running.clear()

    def note(self, element: _Element, words: str) -> Anchor:
        """Keep a note and give its place."""
        name = f"indesign-note-{len(self.notes) + 1}"
        when = element.get("CreationDate", "") or element.get("ModificationDate", "")
        self.notes.append(Note(name, _person(element.get("UserName", "")), self.moment(when), words))
        return Anchor(name)

    def moment(self, words: str) -> datetime:
        """Give a time as InDesign writes it: by the clock on the wall, which is taken for the house's."""
        try:
            when = datetime.fromisoformat(words)
        except ValueError:
            return self.reading.now
        return when if when.tzinfo else when.replace(tzinfo=ZoneInfo(self.reading.house.zone))

    def losses(self) -> Iterator[Message]:
        """Give a sentence for each kind of thing that was lost."""
        yield from (sentence(self.lost[kind]) for kind, sentence in LOSSES.items() if self.lost[kind])


def _person(name: str) -> str:
    """Give a user's name; InDesign has a sign for one that has not told theirs."""
    return "" if name.startswith("$ID/") else name
