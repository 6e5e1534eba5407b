"""A story's history as a report: who did what when, what its text was at each decision, and whether it holds."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from newsroom.desk.comparing import compared
from newsroom.domain.article import Article
from newsroom.domain.body import Crosshead, Paragraph, Table, body
from newsroom.domain.errors import NotFound, UnreadableText
from newsroom.domain.inline import Run, text
from newsroom.domain.inlining import Fate, row_in_line
from newsroom.domain.marks import BOLD, NONE, STRIKE, UNDERLINE
from newsroom.domain.timeline import SAVED, told
from newsroom.text import dates
from newsroom.translation import _, language, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.body import Block
    from newsroom.domain.comparison import Row
    from newsroom.domain.inline import Content
    from newsroom.domain.marks import Mark, Marks
    from newsroom.domain.timeline import Event
    from newsroom.formats import Format
    from newsroom.translation import Message

_MOST = 40
"""So many decisions are told with what changed up to them, the newest first."""
_SEALED = 12
"""So many digits of a seal are enough to tell it from others."""
_USUAL = {".docx": "docx", ".html": "html", ".pdf": "pdf-reading"}
_FATES = {Fate.STAYS: NONE, Fate.GOES: frozenset({STRIKE}), Fate.COMES: frozenset({UNDERLINE})}


def written(desk: Desk, story: int, path: Path) -> tuple[Message, ...]:
    """Write the report into a file and give what its format cannot hold; raises NotFound, WrongValue, NotWritten."""
    from newsroom.desk.placing import put
    from newsroom.formats import Writing

    form = _form(path)
    assert form.write is not None
    writing = Writing(house=desk.house, now=desk.clock(), language=language(), report=True)
    done = form.write(report(desk, story), writing)
    put(path, done, form)
    return tuple(done.losses)


def _form(path: Path) -> Format:
    from newsroom.desk.targets import by_ending, writable

    usual = _USUAL.get(path.suffix.lower())
    return writable(usual) if usual else by_ending(path)


def report(desk: Desk, story: int) -> Article:
    """Give a story's history as a story of its own, in the language in use; raises NotFound."""
    events = desk.history.timeline(story)
    headline = next((event.headline for event in events if event.headline), "") or str(story)
    blocks = [
        _state_of(desk.history.verify(story)),
        Crosshead(text(_("Versions and actions"))),
        Table((_heads(), *(_line(event, desk.zone) for event in events)), header_rows=1),
        *_decisions(desk, story, events),
    ]
    return Article.new(
        kicker=_("History"),
        headline=headline,
        subheadline=_number(events),
        body=body(*blocks),
        language=language(),
        publish_time=desk.clock(),
    )


def _number(events: Sequence[Event]) -> str:
    versions = sum(len(event.kept) for event in events)
    people = len({event.person for event in events})
    return " · ".join(
        (
            ngettext("{n} version kept", "{n} versions kept", versions),
            ngettext("{n} person", "{n} people", people),
        )
    )


def _state_of(found: tuple[Message, ...]) -> Paragraph:
    words = " ".join(map(tell, found)) or _("The journal was verified: nothing was changed from outside.")
    return Paragraph((Run(words, frozenset({BOLD})),))


def _heads() -> tuple[Content, ...]:
    words = (_("When"), _("Person"), _("Action"), _("Version"), _("Seal"))
    return tuple(text(word) for word in words)


def _line(event: Event, zone: str) -> tuple[Content, ...]:
    versions = f"{event.first}–{event.last}" if event.first != event.last else str(event.last or "")
    what = " · ".join(part for part in (told(event), event.note) if part)
    cells = (dates.show(event.time, zone, language()), event.person, what, versions, event.digest[:_SEALED])
    return tuple(text(cell) for cell in cells)


def _decisions(desk: Desk, story: int, events: Sequence[Event]) -> Iterator[Block]:
    """Give for each decision what changed since the one before, words that went struck, those that came underlined."""
    steps = [event for event in reversed(events) if event.kept and event.action != SAVED]
    if events and (not steps or steps[-1].last < max(event.last for event in events)):
        steps.append(next(event for event in events if event.kept))
    for before, event in list(pairwise(steps))[::-1][:_MOST]:
        first, last = before.kept[-1], event.kept[-1]
        words = _(
            "From version {first} to version {last}: {action}", first=first, last=last, action=told(event)
        )
        yield Crosshead(text(words))
        try:
            yield from _changes(desk, story, first, last)
        except (UnreadableText, NotFound) as error:
            yield Paragraph(text(tell(error.message)))


def _changes(desk: Desk, story: int, first: int, last: int) -> Iterator[Block]:
    old, new = desk.history.version(story, first), desk.history.version(story, last)
    fields = [field for field in compared(old, new, desk.zone) if not field.same]
    if not fields:
        yield Paragraph(text(_("Both read the same.")))
    for field in fields:
        yield Paragraph((Run(_(field.title), frozenset({BOLD})),))
        yield from (Paragraph(_marked(row)) for row in field.rows if not row.same)


def _marked(row: Row) -> Content:
    if row.moved:
        words, mark = (_("moved from here"), STRIKE) if row.old else (_("moved to here"), UNDERLINE)
        parts = [Run(_plain(part.text), _marks(mark, on=part.differs)) for part in row.old or row.new]
        return (Run(f"({words}) "), *parts)
    words = _("formatted otherwise")
    told = (Run(f"({words}) "),) if row.reformed else ()
    return (*told, *(Run(_plain(part.text), _FATES[part.fate]) for part in row_in_line(row)))


def _plain(words: str) -> str:
    return words.replace("\n", " ").replace("\t", " · ")


def _marks(mark: Mark, *, on: bool) -> Marks:
    return frozenset({mark}) if on else NONE
