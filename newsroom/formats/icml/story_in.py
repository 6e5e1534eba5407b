"""Makes a story of what was read: which line is the headline, the lead, the byline, and what is text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import AUTO, Article, ImportNote
from newsroom.domain.body import (
    Block,
    Body,
    Box,
    Crosshead,
    ListItem,
    Picture,
    Quote,
    Table,
    TextBlock,
    normal_body,
)
from newsroom.domain.body import Paragraph as Plain
from newsroom.domain.changes import final_content
from newsroom.domain.inline import Content, Inline, LineBreak, Run, cut, length, normal, plain
from newsroom.domain.style_map import BY_KEY
from newsroom.formats import By, Recognised
from newsroom.formats.bylines import people, without_form
from newsroom.formats.icml import facts
from newsroom.formats.icml.blocks_out import MOST_WORDS
from newsroom.formats.icml.flow_in import Figure, Grid, Paragraph, Part, joined
from newsroom.formats.icml.guessing import guessed
from newsroom.formats.icml.ids import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.formats import Reading
    from newsroom.formats.icml.gathered import Gathered
    from newsroom.formats.icml.origin import Told

_LINES = {
    "kicker": "kicker",
    "headline": "headline",
    "subheadline": "subheadline",
    "correction": "correction_note",
}
_FIELDS = {**_LINES, "byline": "authors", "lead": "lead", "sign-off": "sign_off"}
_GUESS, _STYLED = 70, 95
"""How surely a line is what its look, or its style, says."""
_FORCED = re.compile(" ?\n ?")
_CREDIT = frozenset({"credit"})


@dataclass(slots=True)
class _Story:
    """The fields of a story as its parts are sorted into them."""

    told: Told
    reading: Reading
    fields: dict[str, Any] = field(default_factory=dict)
    blocks: list[Block] = field(default_factory=list)
    notes: list[ImportNote] = field(default_factory=list)
    recognised: list[Recognised] = field(default_factory=list)
    _line: int = 0
    _before: str = ""
    _turns: Counter[str] = field(default_factory=Counter)

    @property
    def ours(self) -> bool:
        """Tell whether the file was written from a story of ours."""
        return self.told.origin is not None

    def take(self, part: Part) -> None:
        """Sort one part into its field."""
        key = ""
        if isinstance(part, Grid):
            self.blocks.append(_grid(part, ours=self.ours))
        elif isinstance(part, Figure):
            self._figure(part.path)
        else:
            key = part.key
            self._line += 1
            if self._head(part):
                self._recognise(part)
            elif not self._beside_picture(part):
                self._text(part)
        self._before = key or "object"

    def _recognise(self, line: Paragraph) -> None:
        """Remember which line was taken for which field."""
        words = plain(final_content(line.content()))
        sure = _GUESS if line.guessed else 100 if self.ours else _STYLED
        by = By.POSITION if line.guessed else By.STYLE
        self.recognised.append(Recognised(_FIELDS[line.key], self._line, words, by, sure))

    def _head(self, line: Paragraph) -> bool:
        """Take a line as a field; false where it is text, as a second headline further down is."""
        words = plain(final_content(line.content()))
        if line.key in _LINES:
            return self._words(_LINES[line.key], line.key, words)
        if line.key == "byline":
            self.fields["authors"] = (*self.fields.get("authors", ()), *self._people(words))
        elif line.key == "lead" and not self.blocks:
            before = self.fields.get("lead", ())
            self.fields["lead"] = normal(
                (*before, LineBreak(), *line.content()) if before else line.content()
            )
        elif line.key == "sign-off" and "sign_off" not in self.fields:
            self.fields["sign_off"] = self._initials(words)
        else:
            return False
        return True

    def _words(self, name: str, key: str, words: str) -> bool:
        if name not in self.fields:
            self.fields[name] = words if key == "correction" else _FORCED.sub(" ", words)
        elif self._before == key:
            self.fields[name] += ("\n" if key == "correction" else " ") + words
        else:
            return False
        return True

    def _people(self, words: str) -> tuple[Any, ...]:
        if self.ours and words == facts.text(self.told.facts, "byline"):
            return facts.authors(self.told.facts)
        return people(without_form(words, self.reading.house.byline_pattern, "{name}"))

    def _initials(self, words: str) -> str:
        if self.ours and words == facts.text(self.told.facts, "sign-off"):
            return facts.text(self.told.facts, "initials")
        return without_form(words, self.reading.house.sign_off_pattern, "{initials}")

    def _beside_picture(self, line: Paragraph) -> bool:
        """Take a line as the caption of the picture before it, or as the name of a picture's file."""
        last = self.blocks[-1] if self.blocks else None
        if line.key == "caption" and isinstance(last, Picture) and self._before in {"object", "figure"}:
            self.blocks[-1] = _captioned(last, line)
            return True
        words = plain(final_content(line.content())).strip()
        named = self.ours and line.key == "figure" and words in facts.named(self.told.facts)
        if named:
            self._figure(words)
        return bool(named)

    def _figure(self, path: str) -> None:
        name = path.rpartition("/")[2]
        short = "/".join(path.split("/")[-2:])  # the page desk's links lead from the root of its disk
        block = facts.pictured(self.told.facts, name, self._turns[name], Picture("", name=short))
        self._turns[name] += 1
        self.blocks.append(block)

    def _text(self, line: Paragraph) -> None:
        content = line.content(frozenset({"dateline"}))
        place = line.aside("dateline").strip()
        if not self.blocks and "dateline" not in self.fields:
            place, content = self._opening(place, content)
            if place:
                self.fields["dateline"] = self._place(place)
                if not content:
                    return
        if content or line.end or self.ours:
            self.blocks.append(block_of(line, content))

    def _opening(self, place: str, content: Content) -> tuple[str, Content]:
        """Give the dateline that opens a text, and what follows it."""
        known = facts.text(self.told.facts, "dateline")
        if not place and known and f"{plain(content)} ".startswith(f"{known} "):
            place, content = known, _behind(content, len(known))
        if place and plain(content).startswith(" "):
            content = _behind(content, 1)
        return place, content

    def _place(self, words: str) -> str:
        """Give the place that the house's pattern was filled with."""
        if self.ours and words == facts.text(self.told.facts, "dateline").strip():
            return facts.text(self.told.facts, "place")
        before, _, after = self.reading.house.dateline_pattern.partition("{place}")
        return words.strip().removeprefix(before.strip()).removesuffix(after.strip()).strip(" –-")


def _behind(content: Content, characters: int) -> Content:
    """Give content without its first characters; what stands among them and is none, such as a note, stays."""
    kept: list[Inline] = []
    for piece in content:
        gone = min(characters, length(piece))
        characters -= gone
        if not gone:
            kept.append(piece)
        elif isinstance(piece, Run):
            kept.append(Run(piece.text[gone:], piece.marks))
    return normal(kept)


def block_of(line: Paragraph, content: Content) -> TextBlock:
    """Give a line as a block of text."""
    if line.key == "crosshead" or line.key.startswith("crosshead-"):
        return Crosshead(content, int(line.key[-1]) if line.key[-1].isdigit() else 1, line.end)
    if line.key in {"headline", "subheadline"}:
        return Crosshead(content, 1, line.end)
    if line.key == "quote":
        return Quote(content, line.end)
    if line.key in {"bullet", "number"}:
        return ListItem(content, line.key == "number", line.level, line.end)
    return Plain(content, line.end)


def _captioned(picture: Picture, line: Paragraph) -> Picture:
    """Give a picture its caption, and its credit where that has a style of its own or is known."""
    content, credit = line.content(_CREDIT), line.aside("credit")
    words = plain(content)
    if not credit and picture.credit and words.endswith(picture.credit):
        credit, content = picture.credit, cut(content, 0, len(words) - len(picture.credit))
        words = plain(content)
    if credit and words.endswith(" "):
        content = cut(content, 0, len(words) - 1)
    return replace(picture, caption=content, credit=credit or picture.credit)


def _grid(grid: Grid, *, ours: bool) -> Block:
    """Give a table, or the box that a table of one cell is."""
    single = len(grid.rows) == 1 and len(grid.rows[0]) == 1
    if grid.key == "box" or (single and not (ours and grid.key == "table")):
        lines = [line for row in grid.rows for cell in row for line in cell]
        if not ours:
            lines = [line for line in lines if line.content()]
        titled = bool(lines) and lines[0].key == "box-title"
        rest = lines[titled:]
        return Box(lines[0].content() if titled else (), tuple(block_of(one, one.content()) for one in rest))
    return Table(tuple(tuple(map(joined, row)) for row in grid.rows), grid.heads)


def _meant(part: Part, shared: Mapping[str, Any]) -> Part:
    """Give a part as the element that it was written as, where its style serves others too."""
    if isinstance(part, Grid):
        rows = tuple(tuple(tuple(_line(one, shared) for one in cell) for cell in row) for row in part.rows)
        return replace(part, rows=rows)
    return _line(part, shared) if isinstance(part, Paragraph) else part


def _line(line: Paragraph, shared: Mapping[str, Any]) -> Paragraph:
    said = bare(plain(final_content(line.content())))[:MOST_WORDS]
    match shared.get(said):
        case [str(meant), taken] if taken == line.key and meant in BY_KEY:
            return replace(line, key=meant)
    return line


def article(
    parts: Iterable[Part], told: Told, gathered: Gathered, reading: Reading
) -> tuple[Article, tuple[Recognised, ...]]:
    """Make the story of a file from its parts and its label, and give which lines were taken for its fields."""
    story = _Story(told, reading)
    shared = told.facts.get("shared")
    held = tuple(_meant(one, shared) if isinstance(shared, dict) else one for one in parts)
    if not story.ours and not any(isinstance(one, Paragraph) and one.key == "headline" for one in held):
        held, story.notes = guessed(held)
    for part in held:
        story.take(part)
    known = told.facts
    made = Article.new(
        **story.fields,
        body=normal_body(Body(tuple(story.blocks))),
        section=facts.text(known, "section"),
        keywords=facts.words(known, "keywords"),
        language=facts.text(known, "language") or AUTO,
        publish_time=facts.moment(known, "publish"),
        embargo=facts.moment(known, "embargo"),
        notes=tuple(gathered.notes),
        changes=tuple(gathered.changes),
        import_notes=tuple(story.notes),
        imported=True,
    )
    return made, tuple(story.recognised)
