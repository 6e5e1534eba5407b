"""What a clipboard holds, of any program: our own form, HTML, RTF or plain text, told apart by the name it comes with.

It is a format like the others so that it is read behind the guard; no file is ever of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, ImportNote
from newsroom.domain.body import Body, Paragraph, Table, Unknown
from newsroom.domain.codec import loads
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Run, normal
from newsroom.formats import Format, Incoming
from newsroom.formats.encodings import decode
from newsroom.translation import N_, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.body import Block
    from newsroom.domain.inline import Content, Inline
    from newsroom.formats import Reading

SMALL = 64 << 10
"""So many bytes are read in less than 30 ms."""

MOST_CELLS = 1_000
"""So many cells are put in within a tenth of a second."""

LINES = "table-to-lines"

HTML, RTF, TEXT, OWN = "clipboard.html", "clipboard.rtf", "clipboard.txt", "clipboard.newsroom"


def is_quick(data: bytes, name: str) -> bool:
    """Tell whether a paste is read so soon, and so surely, that the window may wait for it."""
    if len(data) > SMALL:
        return False
    if name != HTML:
        return True
    from newsroom.formats.html.pasted import is_quick as is_quick_html

    return is_quick_html(data.decode("utf-8", "replace").replace("\0", ""))


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the body of a paste in a story of its own; losses name what was left out, without a verb."""
    story = _read(data, reading)
    if story.article.body.empty:
        raise Refused(msg(N_("The clipboard holds no text.")))
    return (story if reading.name == OWN else _with_lines(story),)


def _with_lines(story: Incoming) -> Incoming:
    """Give a story whose large tables are lines of text: put in at once they would hold the window up."""
    blocks = story.article.body.blocks
    large = [block for block in blocks if isinstance(block, Table) and _cells(block) > MOST_CELLS]
    if not large:
        return story
    text = N_("a table of {n} cells became lines of text")
    words = msg(text, n=sum(map(_cells, large)))
    body = Body(tuple(part for block in blocks for part in (_lines(block) if block in large else (block,))))
    note = ImportNote(LINES, words)
    article = replace(story.article, body=body, import_notes=(*story.article.import_notes, note))
    return replace(story, article=article)


def _cells(table: Table) -> int:
    return sum(map(len, table.rows))


def _lines(block: Block) -> tuple[Block, ...]:
    """Give a table's rows as paragraphs, the cells of each parted by tabs, as a spreadsheet copies them."""
    assert isinstance(block, Table)
    return tuple(Paragraph(_line(row)) for row in block.rows)


def _line(row: Sequence[Content]) -> Content:
    pieces: list[Inline] = []
    for number, cell in enumerate(row):
        pieces += [*([Run("\t")] if number else []), *cell]
    return normal(pieces)


def _read(data: bytes, reading: Reading) -> Incoming:
    if reading.name == OWN:
        return own(data)
    if reading.name == HTML:
        from newsroom.formats.html.pasted import read as read_html

        body, losses = read_html(decode(data, reading.encoding).text)
        return Incoming(Article.new(body=body), losses=losses)
    if reading.name == RTF:
        from newsroom.formats.pasted.rtf import read as read_rtf

        return Incoming(Article.new(body=read_rtf(data)))
    from newsroom.formats.guard.gate import check_length
    from newsroom.formats.pasted.words import read as read_words

    text = decode(data, reading.encoding).text
    check_length(len(text))
    body, joined = read_words(text)
    notes = (ImportNote("lines-joined", msg(N_("Lines were joined to paragraphs."))),) if joined else ()
    return Incoming(Article.new(body=body, import_notes=notes))


def own(data: bytes) -> Incoming:
    """Give text of our own; parts of a newer version stay where they are, for they would lock this story."""
    body = loads(data.decode("utf-8", "replace"))
    known = tuple(block for block in body.blocks if not isinstance(block, Unknown))
    lost = len(body.blocks) - len(known)
    words = msgs("{n} part of a newer version", "{n} parts of a newer version", lost)
    return Incoming(Article.new(body=Body(known)), losses=(words,) if lost else ())


FORMAT = Format(name="pasted", title=N_("Clipboard"), extensions=(), mime="text/plain", read=read)
