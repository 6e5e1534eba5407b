"""Reads what stands inside a paragraph: runs, links, fields, footnotes, tracked changes, notes' places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.changes import ChangeKind, final_content
from newsroom.domain.inline import Anchor, Content, Footnote, Inline, LineBreak, Run, normal, plain
from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    NONE,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    TRACKED,
    UNDERLINE,
    Mark,
    MarkKind,
    Marks,
    has,
    link,
    without,
)
from newsroom.formats.docx.links import address
from newsroom.formats.docx.opened import R, W
from newsroom.formats.docx.styles_in import Style, switch
from newsroom.formats.docx.symbols import usual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element

    from newsroom.formats.docx.gathered import Gathered
    from newsroom.formats.docx.opened import Relation

    _Said = Mapping[str, _Element]

_NO_STYLE = Style()
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MIXED = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:(\\l)\s+)?"?([^"\s]+)"?', re.IGNORECASE)
_TOGGLES = {W + "b": BOLD, W + "i": ITALIC, W + "strike": STRIKE, W + "dstrike": STRIKE, W + "u": UNDERLINE}
_RAISED = {"superscript": SUPERSCRIPT, "subscript": SUBSCRIPT}
_ASIDE = frozenset({"dateline", "author role", "credit"})
_PLAIN = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "\u2011", W + "softHyphen": "\u00ad"}
_TEXT = frozenset({W + "t", W + "delText"})
_WHITE = re.compile("[\t\r\n]+")
_TRACKS = {
    W + "ins": ChangeKind.INSERTION,
    W + "moveTo": ChangeKind.INSERTION,
    W + "del": ChangeKind.DELETION,
    W + "moveFrom": ChangeKind.DELETION,
}
_SIGNS = {
    W + "br": "_break",
    W + "cr": "_break",
    W + "fldChar": "_field_sign",
    W + "instrText": "_instruction",
    W + "footnoteReference": "_footnote",
    W + "endnoteReference": "_footnote",
    W + "commentReference": "_commented",
    W + "drawing": "_drawn",
    W + "pict": "_drawn",
    W + "object": "_drawn",
    W + "sym": "_symbol",
}
"""Which method reads which sign inside a run."""
_RUN, _LOOK = W + "r", W + "rPr"
_SILENT = frozenset(
    W + name for name in ("pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")
)
_THROUGH = frozenset(W + name for name in ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo"))


@dataclass(slots=True)
class _Field:
    """A field such as a link or a page number: its instruction, and whether its result has begun."""

    words: str = ""
    shown: bool = False

    def target(self) -> str:
        found = _HYPERLINK.match(self.words)
        return ("#" if found[1] else "") + found[2] if found else ""


@dataclass(slots=True)
class InlineReader:
    """Reads the paragraphs of one part in order; fields and notes reach across paragraphs."""

    styles: Mapping[str, Style]
    relations: Mapping[str, Relation]
    gathered: Gathered
    footnote: Callable[[str, str], tuple[Run | LineBreak, ...]]
    drawing: Callable[[_Element, Marks], bool]
    _out: list[Inline] = field(default_factory=list)
    _aside: dict[str, str] = field(default_factory=dict)
    _fields: list[_Field] = field(default_factory=list)
    _noted: dict[str, bool] = field(default_factory=dict)
    _placed: set[str] = field(default_factory=set)
    _drawings: int = 0

    def content(self, paragraph: _Element) -> tuple[Content, Mapping[str, str]]:
        """Give the content of a paragraph, and what character styles of ours set apart, by their role."""
        outer = self._out, self._aside
        self._out, self._aside = [], {}
        self._children(paragraph, NONE)
        found = normal(self._out), self._aside
        self._out, self._aside = outer
        return found

    def _children(self, parent: Iterable[_Element], marks: Marks) -> None:
        for child in parent:
            tag = str(child.tag)
            if tag == _RUN:
                self._run(child, marks)
            elif tag not in _SILENT:
                self._child(child, tag, marks)

    def _child(self, child: _Element, tag: str, marks: Marks) -> None:
        if tag in _TRACKS:
            self._children(child, marks | {self.gathered.change(_TRACKS[tag], child)})
        elif tag == W + "hyperlink":
            self._children(child, marks | self._link(self._hyperlink(child)))
        elif tag == W + "fldSimple":
            simple = _Field(child.get(W + "instr", ""))
            self._children(child, marks | self._link(simple.target()))
        elif tag in _THROUGH:
            self._children(child, marks)
        elif tag.startswith(W + "comment"):
            self._note(child, tag)
        elif tag.startswith(_MATH):
            self._formula(child, marks)
        elif tag.startswith(_MIXED):
            self._alternative(child, marks)

    def _hyperlink(self, element: _Element) -> str:
        relation = self.relations.get(element.get(R + "id", ""))
        place = element.get(W + "anchor", "")
        target = relation.target if relation and relation.external else ""
        if not place:
            return target
        return f"{target}#{place}" if target or not place.startswith("_") else ""

    def _link(self, target: str) -> Marks:
        if not target:
            return NONE
        place = address(target)
        if not place:
            self.gathered.lost["link"] += 1
            return NONE
        return frozenset({link(place)})

    def _formula(self, element: _Element, marks: Marks) -> None:
        self.gathered.lost["formula"] += 1
        self._say("".join(piece.text or "" for piece in element.iter(_MATH + "t")), marks)

    def _alternative(self, element: _Element, marks: Marks) -> None:
        """Of two drawings of one thing take the first that can be read."""
        choices = element.findall(_MIXED + "Choice") + element.findall(_MIXED + "Fallback")
        for choice in choices:
            before = len(self._out), self._drawings
            self._drawings += sum(self.drawing(child, marks) for child in choice if _draws(child))
            rest = [child for child in choice if not _draws(child)]
            self._children(rest, marks)
            self._pieces(rest, marks)
            if (len(self._out), self._drawings) != before:
                return
        self.gathered.lost["drawing"] += 1

    def _note(self, element: _Element, tag: str) -> None:
        key = element.get(W + "id", "")
        if key not in self.gathered.notes:
            return
        if tag == W + "commentRangeStart":
            self._noted[key] = False
        elif not self._noted.pop(key, key in self._placed):
            self._out.append(Anchor(self.gathered.notes[key].id))
            self._placed.add(key)

    def _run(self, run: _Element, marks: Marks) -> None:
        properties = run[0] if len(run) else None
        if properties is None or properties.tag != _LOOK:
            self._pieces(run, marks)
            return
        said = {str(one.tag): one for one in properties}
        if switch(said.get(W + "vanish")):
            self.gathered.lost["hidden"] += 1
            return
        style = self._style(said)
        if style.role in _ASIDE:
            self._set_apart(run, style.role, marks)
            return
        self._pieces(run, marks | _letters(said, style) | self._format(said))

    def _set_apart(self, run: _Element, role: str, marks: Marks) -> None:
        before = len(self._out)
        self._pieces(run, marks)
        said = plain(final_content(tuple(self._out[before:])))
        del self._out[before:]
        self._aside[role] = self._aside.get(role, "") + said

    def _style(self, said: _Said) -> Style:
        named = said.get(W + "rStyle")
        return _NO_STYLE if named is None else self.styles.get(named.get(W + "val", ""), _NO_STYLE)

    def _format(self, said: _Said) -> Marks:
        """Read a tracked change of the letters' form, with the form they had."""
        changed = said.get(W + "rPrChange")
        if changed is None:
            return NONE
        old = {str(one.tag): one for before in changed.iterchildren(W + "rPr") for one in before}
        former = _letters(old, self._style(old))
        return frozenset({self.gathered.change(ChangeKind.FORMAT, changed, former)})

    def _pieces(self, run: Iterable[_Element], marks: Marks) -> None:
        for piece in run:
            tag = str(piece.tag)
            if tag in _TEXT:
                words = piece.text or ""
                self._say(_WHITE.sub(" ", words) if _WHITE.search(words) else words, marks)
            elif tag in _PLAIN:
                self._say(_PLAIN[tag], marks)
            elif tag in _SIGNS:
                getattr(self, _SIGNS[tag])(piece, marks)
            elif tag.startswith(_MIXED):
                self._alternative(piece, marks)

    def _say(self, words: str, marks: Marks) -> None:
        if not words or (self._fields and not all(field.shown for field in self._fields)):
            return
        self._out.append(Run(words, self._all(marks)))

    def _all(self, marks: Marks) -> Marks:
        """Add what fields and notes lay on the text, and end running changes where there is none."""
        if not any(mark.kind in TRACKED for mark in marks):
            self.gathered.untracked()
        if self._fields and not has(marks, MarkKind.LINK):
            marks |= self._link(next((found for one in self._fields if (found := one.target())), ""))
        for key in self._noted:
            self._noted[key] = True
            self._placed.add(key)
            marks |= {Mark(MarkKind.NOTE, self.gathered.notes[key].id)}
        return marks

    def _break(self, piece: _Element, marks: Marks) -> None:
        if piece.get(W + "type", "textWrapping") == "textWrapping":
            self._out.append(LineBreak(self._all(marks)))

    def _field_sign(self, piece: _Element, _marks: Marks) -> None:
        kind = piece.get(W + "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].shown = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _instruction(self, piece: _Element, _marks: Marks) -> None:
        if self._fields:
            self._fields[-1].words += piece.text or ""

    def _footnote(self, piece: _Element, marks: Marks) -> None:
        kind = "footnotes" if piece.tag == W + "footnoteReference" else "endnotes"
        content = self.footnote(kind, piece.get(W + "id", ""))
        self._out.append(Footnote(content, without(self._all(marks), MarkKind.SUPERSCRIPT)))

    def _drawn(self, piece: _Element, marks: Marks) -> None:
        if self.drawing(piece, marks):
            self._drawings += 1
        elif piece.tag == W + "object":
            kind = next((one.get("ProgID", "") for one in piece.iter(_OLE)), "")
            self.gathered.objects.append(kind.split(".")[0] or "OLE")
        else:
            self.gathered.lost["drawing"] += 1

    def _commented(self, piece: _Element, _marks: Marks) -> None:
        key = piece.get(W + "id", "")
        if key in self.gathered.notes and key not in self._placed and key not in self._noted:
            self._note(piece, W + "commentReference")

    def _symbol(self, piece: _Element, marks: Marks) -> None:
        """Read a sign of a symbol font as the usual sign that looks like it."""
        sign = usual(piece.get(W + "font", ""), piece.get(W + "char", ""))
        if sign:
            self._say(sign, marks)
        else:
            self.gathered.lost["symbol"] += 1


def _letters(said: _Said, style: Style) -> Marks:
    """Give the marks of letters: those of their style, switched on and off by their own properties."""
    marks = style.marks
    for tag, one in said.items():
        if tag in _TOGGLES:
            mark = frozenset({_TOGGLES[tag]})
            marks = marks | mark if switch(one) else marks - mark
        elif tag == W + "vertAlign" and (raised := _RAISED.get(one.get(W + "val", ""))):
            marks |= {raised}
    return marks


def _draws(element: _Element) -> bool:
    return element.tag in {W + "drawing", W + "pict", W + "object"}


def note_content(contents: list[Content]) -> tuple[Run | LineBreak, ...]:
    """Give the paragraphs of a footnote as one, changes accepted, without the space after its sign."""
    pieces: list[Inline] = []
    for number, content in enumerate(contents):
        pieces += [LineBreak(), *content] if number else content
    if pieces and isinstance(pieces[0], Run):
        pieces[0] = Run(pieces[0].text.removeprefix(" "), pieces[0].marks)
    return tuple(piece for piece in final_content(tuple(pieces)) if isinstance(piece, Run | LineBreak))
