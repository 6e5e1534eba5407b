"""Plain text from a clipboard: tables, lists and quotations it shows are taken as such, Markdown as Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.domain.body import Block, Body, ListItem, Paragraph, Quote, Table, normal_body
from newsroom.domain.inline import text as content
from newsroom.formats.pasted.wrapped import joined, width_of, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.body import TextBlock

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LETTERS = str.maketrans(_LIGATURES)
_BULLET = re.compile(r"(?P<sign>[•◦▪▫‣●○■□\uf0b7\u2043])\s*(?=\S)")
_DASH = re.compile(r"[-*–]\s+(?=\S)")
_NUMBER = re.compile(r"(?P<n>\d{1,2})[.)]\s+(?=\S)")
_QUOTED = re.compile(r">+ ?")
_HEADING = re.compile(r"^#{1,6} \S.*$", re.MULTILINE)
_MARKDOWN = re.compile(
    r"\*\*\S[^*\n]{0,200}\*\*|\[[^\]\n]{1,200}\]\(https?://[^\s)]{1,2000}\)|^\|(?:.{0,500}\|)+$", re.MULTILINE
)
_LONGEST_MARKDOWN = 400_000


def read(text: str) -> tuple[Body, bool]:
    """Give the body of a plain text, and whether lines were joined to paragraphs."""
    words = text.translate(_LETTERS).replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    lines = words.split("\n")
    rows = [line.split("\t") for line in lines]
    if len(rows) > 1 and len(rows[0]) > 1 and len({len(row) for row in rows}) == 1:
        return normal_body(
            Body((Table(tuple(tuple(content(cell.strip()) for cell in row) for row in rows)),))
        ), False
    if is_markdown(words):
        from newsroom.formats.markdown_blocks import blocks_of

        return normal_body(Body(blocks_of(words)[0])), False
    return _read_lines(words, [" ".join(line.split(" ")).strip() for line in lines])


def is_markdown(text: str) -> bool:
    """Tell whether a text is surely Markdown: a heading and a second sign, or two signs that nothing else has."""
    if len(text) > _LONGEST_MARKDOWN:
        return False
    signs = len(_MARKDOWN.findall(text))
    return signs > 1 or (bool(signs) and bool(_HEADING.search(text))) or len(_HEADING.findall(text)) > 1


def _read_lines(words: str, lines: list[str]) -> tuple[Body, bool]:
    width = width_of(lines)
    known = words_in(words) if width else frozenset()
    apart = "" in lines
    blocks: list[Block] = []
    for chunk in _chunks(lines):
        listed = list(_listed(chunk))
        if listed:
            blocks += listed
        elif all(line.startswith(">") for line in chunk):
            blocks.append(Quote(content(" ".join(_QUOTED.sub("", line, count=1) for line in chunk).strip())))
        elif width:
            blocks += [Paragraph(content(one)) for one in joined(chunk, width, known)]
        elif apart:
            blocks.append(Paragraph(content("\n".join(chunk))))
        else:
            blocks += [Paragraph(content(line)) for line in chunk]
    return normal_body(Body(tuple(blocks))), bool(width)


def _chunks(lines: list[str]) -> Iterator[list[str]]:
    """Give the lines between empty lines; lists, quotations and other lines apart."""
    chunk: list[str] = []
    for line in lines:
        if chunk and (not line or _sort(line) != _sort(chunk[0])) and not (line and _follows(chunk, line)):
            yield chunk
            chunk = []
        if line:
            chunk.append(line)
    if chunk:
        yield chunk


def _sort(line: str) -> str:
    if line.startswith(">"):
        return "quote"
    if _BULLET.match(line):
        return "bullet"
    return "dash" if _DASH.match(line) else "number" if _NUMBER.match(line) else ""


def _follows(chunk: list[str], line: str) -> bool:
    """Tell whether a line goes on with the last entry of a list: it begins in small letters, as after a break."""
    return _sort(chunk[0]) == "bullet" and not _sort(line) and line[0].islower()


def _listed(chunk: list[str]) -> Iterator[TextBlock]:
    """Give the entries of a list, or nothing where the lines are none."""
    sort = _sort(chunk[0])
    if sort == "bullet":
        entries: list[str] = []
        for line in chunk:
            if _BULLET.match(line):
                entries.append(_BULLET.sub("", line, count=1))
            else:
                entries[-1] += " " + line
        yield from (ListItem(content(entry)) for entry in entries)
    elif sort == "dash" and len(chunk) > 1:
        yield from (ListItem(content(_DASH.sub("", line, count=1))) for line in chunk)
    elif sort == "number" and len(chunk) > 1 and _counts_up(chunk):
        yield from (ListItem(content(_NUMBER.sub("", line, count=1)), ordered=True) for line in chunk)


def _counts_up(chunk: list[str]) -> bool:
    numbers = [int(found["n"]) for found in map(_NUMBER.match, chunk) if found]
    return numbers == list(range(1, len(chunk) + 1))
