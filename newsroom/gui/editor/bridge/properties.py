"""What a block and a run are, written into the properties of Qt's formats as stored words."""

from __future__ import annotations

import json
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextFormat

from newsroom.domain.body import Crosshead, ListItem, Paragraph, Quote
from newsroom.domain.codec import read_marks, write_marks
from newsroom.domain.marks import NONE

if TYPE_CHECKING:
    from newsroom.domain.body import TextBlock
    from newsroom.domain.inline import Content
    from newsroom.domain.marks import Marks

OBJECT_CHARACTER = "\ufffc"
LINE_SEPARATOR = "\u2028"
_FIRST = int(QTextFormat.Property.UserProperty)


class Prop(IntEnum):
    """Our properties on block, character and table formats."""

    KIND = _FIRST + 1
    LEVEL = _FIRST + 2
    ORDERED = _FIRST + 3
    END_MARKS = _FIRST + 4
    BOXED = _FIRST + 5
    DATA = _FIRST + 6
    MARKS = _FIRST + 7
    OBJECT = _FIRST + 8
    HEADER_ROWS = _FIRST + 9


class Inset(IntEnum):
    """What an object character stands for, as Qt asks who draws it."""

    PICTURE = int(QTextFormat.ObjectTypes.UserObject) + 1
    FOOTNOTE = int(QTextFormat.ObjectTypes.UserObject) + 2


class Kind(StrEnum):
    """What a block of the document is; a filler is no block of the story until it has text."""

    PARAGRAPH = "paragraph"
    CROSSHEAD = "crosshead"
    QUOTE = "quote"
    ITEM = "item"
    PICTURE = "picture"
    BOX_TITLE = "box-title"
    UNKNOWN = "unknown"
    CELL = "cell"
    FILLER = ""


def kind_of(form: QTextFormat) -> Kind:
    """Give the kind a block format names."""
    return Kind(form.stringProperty(Prop.KIND))


def marks_text(marks: Marks) -> str:
    """Give marks as the word that is kept in a format; no marks are no word."""
    return json.dumps(write_marks(marks), ensure_ascii=False) if marks else ""


def marks_of(form: QTextFormat, prop: Prop = Prop.MARKS) -> Marks:
    """Give the marks a format carries."""
    stored = form.stringProperty(prop)
    return read_marks(json.loads(stored)) if stored else NONE


def kind_of_block(block: TextBlock) -> Kind:
    """Give the kind of a text block."""
    if isinstance(block, Crosshead):
        return Kind.CROSSHEAD
    if isinstance(block, Quote):
        return Kind.QUOTE
    return Kind.ITEM if isinstance(block, ListItem) else Kind.PARAGRAPH


def text_block(form: QTextFormat, content: Content) -> TextBlock:
    """Make the text block that a block format describes; a filler with text is a paragraph."""
    marks = marks_of(form, Prop.END_MARKS)
    kind = kind_of(form)
    if kind is Kind.CROSSHEAD:
        return Crosshead(content, form.intProperty(Prop.LEVEL), marks)
    if kind is Kind.QUOTE:
        return Quote(content, marks)
    if kind is Kind.ITEM:
        return ListItem(content, form.boolProperty(Prop.ORDERED), form.intProperty(Prop.LEVEL), marks)
    return Paragraph(content, marks)
