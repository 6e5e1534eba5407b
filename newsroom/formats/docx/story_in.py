"""Makes a story of what was read: which line is the headline, the lead, the byline, and what is text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import AUTO, Article, Byline, ImportNote, new_uid
from newsroom.domain.body import Block, Body, Crosshead, ListItem, Paragraph, Picture, Quote, normal_body
from newsroom.domain.changes import final_content
from newsroom.domain.inline import Anchor, Content, Inline, LineBreak, Run, normal, plain
from newsroom.formats import By
from newsroom.formats.bylines import without_form
from newsroom.formats.docx.blocks_in import Flow, Line
from newsroom.formats.docx.recognising import guess, recognised
from newsroom.text import dates
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.formats import Reading, Recognised
    from newsroom.formats.docx.gathered import Gathered
    from newsroom.formats.docx.properties import Told

_BY = re.compile(r"^(?:von|by|text:)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|/|&|\bund\b|\band\b)\s*")
_WORDS = {"kicker": "kicker", "title": "headline", "subtitle": "subheadline", "sign-off": "sign_off"}
_WORDS["correction"] = "correction_note"


@dataclass(slots=True)
class _Story:
    """The fields of a story as its lines are sorted into them."""

    ours: bool
    reading: Reading
    fields: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)
    captionable: bool = False
    recognised: list[Recognised] = field(default_factory=list)

    def guess(self, parts: list[Flow]) -> list[Flow]:
        """Take what no style names by its place and wording; give what is left."""
        found = guess(parts, self.reading.house.agencies)
        self.fields |= found.fields
        self.recognised += found.recognised
        if "headline" in found.fields:
            words = N_("The headline was taken from the first paragraphs.")
            self.notes.append(ImportNote("headline", msg(words)))
        return found.parts

    def _tell(self, name: str, line: Line) -> None:
        """Keep that a style named the field of a line."""
        self.recognised.append(recognised(name, line, By.STYLE, 100 if self.ours else 95))

    def take(self, one: Flow) -> None:
        """Sort one line or block into its field."""
        if not isinstance(one, Line):
            self.blocks.append(one)
            self.captionable = isinstance(one, Picture)
        elif not self._header(one):
            self._text(one)

    def _header(self, line: Line) -> bool:
        """Take a line as a field; false where it is text, as a second title is."""
        if line.role in _WORDS:
            return self._words(line, _WORDS[line.role])
        if line.role == "lead":
            self._lead(line.content)
            self._tell("lead", line)
        elif line.role == "author":
            self._tell("authors", line)
            self.fields["authors"] = (*self.fields.get("authors", ()), *self._authors(line))
        elif line.role == "spacer":
            return not plain(line.content)
        else:
            return line.role == "date" and (self.ours or self._date(line))
        return True

    def _date(self, line: Line) -> bool:
        """Take a line in a style for dates as the publish time, where it is understood without guessing."""
        house = self.reading.house
        words = plain(final_content(line.content))
        found = dates.parse(words, house.zone, self.reading.now, house.language[:2])
        if found is None or found.guessed:
            return False
        self.fields["publish_time"] = found.when
        self._tell("publish_time", line)
        return True

    def _words(self, line: Line, name: str) -> bool:
        words = plain(final_content(line.content))
        if not words.strip():
            return not self.ours or line.role == "title"
        if name in self.fields:
            return False
        self._tell(name, line)
        if name == "sign_off":
            words = without_form(words, self.reading.house.sign_off_pattern, "{initials}")
        self.fields[name] = words if name == "correction_note" else " ".join(words.split("\n"))
        return True

    def _lead(self, content: Content) -> None:
        before = self.fields.get("lead", ())
        self.fields["lead"] = normal((*before, LineBreak(), *content) if before else content)

    def _authors(self, line: Line) -> Iterable[Byline]:
        role = line.aside.get("author role", "").removeprefix(" (").removesuffix(")")
        words = plain(final_content(line.content)).strip()
        if self.ours:
            return (Byline(without_form(words, self.reading.house.byline_pattern, "{name}"), role),)
        return tuple(Byline(name) for name in _AND.split(_BY.sub("", words)) if name)

    def _text(self, line: Line) -> None:
        if "dateline" in line.aside:
            self.fields["dateline"] = self._place(line.aside["dateline"])
            if not line.content:
                return
        last = self.blocks[-1] if self.blocks and self.captionable else None
        self.captionable = False
        if line.role == "caption" and isinstance(last, Picture):
            self.blocks[-1] = replace(last, caption=line.content, credit=_credit(line))
            return
        if line.role in {"title", "subtitle"}:
            line = replace(line, role="heading", level=1)
        if line.content or line.marks or self.ours:
            self.blocks.append(_with_credit(line).block())

    def _place(self, words: str) -> str:
        """Give the place that the house's pattern was filled with."""
        before, _, after = self.reading.house.dateline_pattern.partition("{place}")
        return words.strip().removeprefix(before.strip()).removesuffix(after.strip()).strip()


def _credit(line: Line) -> str:
    words = line.aside.get("credit", "")
    return words.removeprefix(" ") if line.content else words


def _with_credit(line: Line) -> Line:
    """Keep a credit that stands under no picture as text."""
    if "credit" not in line.aside:
        return line
    return replace(line, content=normal((*line.content, Run(line.aside["credit"]))))


def article(
    flow: Iterable[Flow], told: Told, gathered: Gathered, reading: Reading
) -> tuple[Article, tuple[Recognised, ...]]:
    """Make the story of a file from its paragraphs and its properties, and tell which was taken for what."""
    parts = list(flow)
    story = _Story(bool(told.uid), reading)
    if not story.ours:
        parts = story.guess(parts)
    for one in parts:
        story.take(one)
    if told.dateline and "dateline" in story.fields:
        story.fields["dateline"] = told.dateline
    if not story.fields.get("authors"):
        story.fields["authors"] = tuple(map(Byline, told.authors))
    _place_notes(story, gathered)
    made = _with_facts(Article(uid=told.uid or new_uid(), **story.fields), story, told, gathered)
    return made, tuple(sorted(story.recognised, key=lambda one: one.line))


def _with_facts(made: Article, story: _Story, told: Told, gathered: Gathered) -> Article:
    return replace(
        made,
        body=normal_body(Body(tuple(story.blocks))),
        section=told.section,
        keywords=told.keywords,
        language=told.language or AUTO,
        publish_time=told.publish_time or made.publish_time,
        embargo=told.embargo,
        notes=tuple(gathered.notes.values()),
        changes=tuple(gathered.changes.values()),
        import_notes=tuple(story.notes),
        imported=True,
    )


def _place_notes(story: _Story, gathered: Gathered) -> None:
    """Give notes of the headline and other plain fields a place before the text."""
    if not gathered.notes:
        return
    placed = {note for content in _contents(story) for note in _noted(content)}
    homeless = [Anchor(note.id) for note in gathered.notes.values() if note.id not in placed]
    if not homeless:
        return
    for number, block in enumerate(story.blocks):
        if isinstance(block, Paragraph | Crosshead | Quote | ListItem):
            story.blocks[number] = replace(block, content=normal((*homeless, *block.content)))
            return
    story.blocks.append(Paragraph(tuple(homeless)))


def _contents(story: _Story) -> Iterable[Content]:
    from newsroom.domain.body import contents

    yield story.fields.get("lead", ())
    for block in story.blocks:
        yield from contents(block)


def _noted(content: Iterable[Inline]) -> set[str]:
    anchors = {piece.note for piece in content if isinstance(piece, Anchor)}
    marks = (mark for piece in content for mark in getattr(piece, "marks", ()))
    return anchors | {mark.value for mark in marks if mark.kind == "note"}
