"""Inline text as WordprocessingML: runs, breaks, links, footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from newsroom.domain.inline import NOT_TEXT, Anchor, Content, Footnote, Inline, LineBreak, Run
from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    MarkKind,
    Marks,
    has,
    value_of,
)
from newsroom.formats.docx.links import address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.formats.docx.review_out import Review

_TOGGLES = (  # in the order the schema wants
    (BOLD, "<w:b/><w:bCs/>"),
    (ITALIC, "<w:i/><w:iCs/>"),
    (STRIKE, "<w:strike/>"),
    (UNDERLINE, '<w:u w:val="single"/>'),
    (SUPERSCRIPT, '<w:vertAlign w:val="superscript"/>'),
    (SUBSCRIPT, '<w:vertAlign w:val="subscript"/>'),
)
_OBJECTS = {"\t": "<w:tab/>", "\u00ad": "<w:softHyphen/>", "\u2011": "<w:noBreakHyphen/>", "\n": "<w:br/>"}
_OBJECT = re.compile("([\t\n\u00ad\u2011])")


def escaped(text: str) -> str:
    """Give text that may stand in an element or an attribute."""
    safe = NOT_TEXT.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe.replace('"', "&quot;")


@dataclass(slots=True)
class Links:
    """The addresses that one part of the package names, each with its id."""

    ids: dict[str, str] = field(default_factory=dict)
    lost: int = 0

    def id(self, target: str) -> str:
        """Give the id of an address, the same for the same address."""
        return self.ids.setdefault(target, f"rLink{len(self.ids) + 1}")


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a story as they gather."""

    entries: list[str] = field(default_factory=list)
    links: Links = field(default_factory=Links)

    def add(self, note: Footnote) -> int:
        """Keep a footnote and give its number."""
        number = len(self.entries) + 1
        self.entries.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
            '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t>'
            f"</w:r>{inline(note.content, self.links, self)}</w:p></w:footnote>"
        )
        return number


def inline(content: Content, links: Links, footnotes: Footnotes, review: Review | None = None) -> str:
    """Give content as runs, those of one link within one hyperlink; with a review, changes and notes too."""
    return "".join(
        _linked(target, pieces, links, footnotes, review) for target, pieces in groupby(content, _target)
    )


def styled(text: str, style: str) -> str:
    """Give a run in a character style of ours."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{words(text)}</w:r>' if text else ""


def plain(text: str) -> str:
    """Give a run without marks, or nothing."""
    return f"<w:r>{words(text)}</w:r>" if text else ""


def _target(piece: Inline) -> str:
    marks: Marks = getattr(piece, "marks", frozenset())
    return (value_of(marks, MarkKind.LINK) or "") if marks else ""


def _linked(
    target: str, pieces: Iterable[Inline], links: Links, footnotes: Footnotes, review: Review | None
) -> str:
    place = address(target) if target else ""
    runs = "".join(_piece(piece, footnotes, review, linked=bool(place)) for piece in pieces)
    if not place:
        links.lost += bool(target)
        return runs
    if place.startswith("#"):
        return f'<w:hyperlink w:anchor="{escaped(place[1:])}">{runs}</w:hyperlink>'
    return f'<w:hyperlink r:id="{links.id(place)}">{runs}</w:hyperlink>'


def _piece(piece: Inline, footnotes: Footnotes, review: Review | None, *, linked: bool) -> str:
    if review is None:
        return _run(piece, footnotes, None, linked=linked)
    run = _run(piece, footnotes, review, linked=linked)
    tracked = run if isinstance(piece, Anchor) else review.track(piece.marks, run)
    return review.begins(piece) + tracked + review.ends(piece)


def _run(piece: Inline, footnotes: Footnotes, review: Review | None, *, linked: bool) -> str:
    if isinstance(piece, Run):
        form = _form(piece.marks, review, linked=linked)
        return f"<w:r>{form}{words(piece.text, deleted=has(piece.marks, MarkKind.DELETED))}</w:r>"
    if isinstance(piece, LineBreak):
        return f"<w:r>{_form(piece.marks, review, linked=linked)}<w:br/></w:r>"
    if isinstance(piece, Footnote):
        marks = _form(piece.marks, review, style="FootnoteReference")
        return f'<w:r>{marks}<w:footnoteReference w:id="{footnotes.add(piece)}"/></w:r>'
    return ""


def _form(marks: Marks, review: Review | None, *, linked: bool = False, style: str = "Hyperlink") -> str:
    """Give the properties of a run, with those it had before where that was tracked."""
    inner = _properties(marks, linked, style)
    if review is not None:
        inner += review.former(marks, lambda before: _properties(before, linked, style))
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


@lru_cache(maxsize=512)
def _properties(marks: Marks, linked: bool, style: str = "Hyperlink") -> str:
    inner = f'<w:rStyle w:val="{style}"/>' if linked or style != "Hyperlink" else ""
    return inner + "".join(xml for mark, xml in _TOGGLES if mark in marks)


def words(text: str, *, deleted: bool = False) -> str:
    """Give the text of a run; tabs, breaks and the two special hyphens are elements in Word."""
    name = "delText" if deleted else "t"
    if not _OBJECT.search(text):
        return f'<w:{name} xml:space="preserve">{escaped(text)}</w:{name}>'
    pieces = (piece for piece in _OBJECT.split(text) if piece)
    return "".join(
        _OBJECTS.get(piece) or f'<w:{name} xml:space="preserve">{escaped(piece)}</w:{name}>'
        for piece in pieces
    )
