"""What stands at the head of a story that comes in, line by line, and what each line is.

What was recognised wrongly is put right by saying what each line is: fields become paragraphs and paragraphs
fields, and nothing of their words is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Crosshead, Paragraph, normal_body
from newsroom.domain.changes import change_ids, content_for_readers
from newsroom.domain.inline import Content, LineBreak, normal, plain, text
from newsroom.domain.words import Labelled
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.domain.article import Article
    from newsroom.formats import Recognised

FIRST = 6
"""So many paragraphs are offered to be a field."""


_BYLINE = re.compile(r"(?:von|by|text:)\s+\w", re.IGNORECASE)
_NAMES = 6
_SHOWN = 120
SURE = 60
"""What was recognised less surely, out of 100, should be looked at."""


class Part(Labelled):
    """What a line at the head of a story is."""

    KICKER = "kicker", N_("Kicker")
    HEADLINE = "headline", N_("Headline")
    SUBHEADLINE = "subheadline", N_("Subheadline")
    LEAD = "lead", N_("Lead")
    BYLINE = "authors", N_("Byline")
    DATELINE = "dateline", N_("Dateline")
    CROSSHEAD = "crosshead", N_("Crosshead")
    TEXT = "text", N_("Text")
    OUT = "out", N_("Leave out")


ONCE = frozenset({Part.KICKER, Part.HEADLINE, Part.SUBHEADLINE, Part.DATELINE})
"""What only one line of a story can be."""
_ORDER = (Part.KICKER, Part.HEADLINE, Part.SUBHEADLINE, Part.BYLINE, Part.DATELINE, Part.LEAD)


@dataclass(frozen=True, slots=True)
class Line:
    """One line at the head of a story; block is its place in the text, or -1 where it is a field."""

    part: Part
    content: Content
    block: int = -1

    @property
    def words(self) -> str:
        """Give what it reads."""
        return plain(content_for_readers(self.content)).strip()


def lines_of(article: Article, first: int = FIRST) -> tuple[Line, ...]:
    """Give the fields that hold something, in the order of the page, and the first paragraphs."""
    fields = (Line(part, content) for part in _ORDER if (content := _field(article, part)))
    return (*fields, *_paragraphs(article, first))


def _field(article: Article, part: Part) -> Content:
    if part is Part.LEAD:
        return article.lead
    if part is Part.BYLINE:
        from newsroom.formats.bylines import named

        return text(", ".join(map(named, article.authors)))
    words: str = getattr(article, part.value)
    return text(words)


def _paragraphs(article: Article, first: int) -> Iterator[Line]:
    blocks = [
        (number, block)
        for number, block in enumerate(article.body.blocks)
        if isinstance(block, Paragraph | Crosshead) and plain(block.content).strip() and not block.marks
    ]
    for number, block in blocks[:first]:
        yield Line(Part.CROSSHEAD if isinstance(block, Crosshead) else Part.TEXT, block.content, number)


def chosen(parts: Sequence[Part], place: int, part: Part) -> tuple[Part, ...]:
    """Give what lines are after one of them became something else; of what stands once, the other is text."""
    return tuple(
        part if at == place else Part.TEXT if part in ONCE and old is part else old
        for at, old in enumerate(parts)
    )


def resorted(article: Article, parts: Sequence[Part]) -> Article:
    """Give a story whose first lines are what is said, a part for each of `lines_of`; the rest stays."""
    lines = lines_of(article)
    moved = [(line, part) for line, part in zip(lines, parts, strict=True) if line.part is not part]
    if not moved:
        return article
    touched = {part for line, new in moved for part in (line.part, new)}
    fields = {
        part.value: _value(
            part, [line.content for line, now in zip(lines, parts, strict=True) if now is part]
        )
        for part in _ORDER
        if part in touched
    }
    made = replace(article, **fields, body=_body(article, lines, parts))  # type: ignore[arg-type]  # each value is its field's
    notes = tuple(
        note for note in made.import_notes if note.rule != "headline" or Part.HEADLINE not in touched
    )
    standing = change_ids(Body((Paragraph(made.lead), *made.body.blocks)))
    return replace(made, import_notes=notes, changes=tuple(one for one in made.changes if one.id in standing))


def _value(part: Part, contents: Sequence[Content]) -> object:
    if part is Part.LEAD:
        return _joined(contents)
    words = " ".join(" ".join(plain(content_for_readers(one)).split()) for one in contents)
    if part is Part.BYLINE:
        from newsroom.formats.bylines import people

        return tuple(person for one in contents for person in people(plain(content_for_readers(one))))
    return words.strip(" .–—-:,") if part is Part.DATELINE else words


def _joined(contents: Iterable[Content]) -> Content:
    done: Content = ()
    for content in contents:
        done = normal((*done, LineBreak(), *content)) if done else content
    return done


def _body(article: Article, lines: Sequence[Line], parts: Sequence[Part]) -> Body:
    """Give the text: fields that became text come first, paragraphs that became fields are gone."""
    now = {line.block: (line, part) for line, part in zip(lines, parts, strict=True) if line.block >= 0}
    came = [_block(line.content, part) for line, part in zip(lines, parts, strict=True) if line.block < 0]
    stays = [
        block
        if number not in now or now[number][0].part is now[number][1]
        else _block(now[number][0].content, now[number][1])
        for number, block in enumerate(article.body.blocks)
    ]
    return normal_body(Body(tuple(block for block in (*came, *stays) if block is not None)))


def _block(content: Content, part: Part) -> Paragraph | Crosshead | None:
    """Give a line as a paragraph, or nothing where it is none."""
    if part is Part.TEXT:
        return Paragraph(content)
    return Crosshead(content) if part is Part.CROSSHEAD else None


_NAMED = {part.value: part.label for part in _ORDER}


def _guess(one: Recognised) -> Message:
    text = N_("{field} was only guessed, {by}: “{line}”")
    return msg(text, field=msg(_NAMED[one.field]), by=msg(one.by.label), line=one.text[:_SHOWN])


def doubts(article: Article, recognised: Sequence[Recognised] = ()) -> tuple[Message, ...]:
    """Give what was guessed of a story that came in, and what is missing."""
    guessed = tuple(note.message for note in article.import_notes if note.rule == "headline")
    guessed += tuple(_guess(one) for one in recognised if one.sure < SURE and one.field in _NAMED)
    if _BYLINE.match(article.headline) and len(article.headline.split()) <= _NAMES:
        guessed = (*guessed, msg(N_("What was taken for the headline looks like a byline.")))
    if not article.headline.strip():
        return (*guessed, msg(N_("No headline was recognised.")))
    if article.body.empty and not article.lead:
        return (*guessed, msg(N_("No text was recognised beside the headline.")))
    return guessed
