"""Bodies and contents as versioned JSON: the same text has the same bytes, and no newer block is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Block,
    Body,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    TextBlock,
    Unknown,
    normal_body,
)
from newsroom.domain.crop import WHOLE, Crop
from newsroom.domain.errors import UnreadableText
from newsroom.domain.inline import Anchor, Content, Footnote, Inline, LineBreak, Run, normal
from newsroom.domain.marks import Mark, MarkKind, Marks
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

VERSION = 1
Json = dict[str, Any]

_TEXT_NAMES = frozenset({"type", "content", "marks"})
_WORDS = ("credit", "creator", "alternative", "name")
_NAMES = {
    "paragraph": _TEXT_NAMES,
    "crosshead": _TEXT_NAMES | {"level"},
    "quote": _TEXT_NAMES,
    "item": _TEXT_NAMES | {"ordered", "level"},
    "picture": frozenset({"type", "asset", "caption", *_WORDS, "source_type", "crop", "marks"}),
    "table": frozenset({"type", "rows", "header_rows", "marks"}),
    "box": frozenset({"type", "title", "blocks", "marks"}),
}
_TEXT_KINDS = frozenset({"paragraph", "crosshead", "quote", "item"})
_INLINES = ({"text", "marks"}, {"break"}, {"anchor"}, {"anchor", "marks"}, {"footnote", "marks"})
_MARKS = frozenset(kind.value for kind in MarkKind)


def dumps(source: Body) -> str:
    """Write a body as JSON text; equal bodies give equal text."""
    blocks = [_write_block(block) for block in normal_body(source).blocks]
    return _text({"version": VERSION, "blocks": blocks})


def loads(stored: str) -> Body:
    """Read a body from JSON text; raises UnreadableText where it is none."""
    try:
        data = json.loads(stored)
        return normal_body(Body(tuple(_read_block(block) for block in data["blocks"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableText(msg(N_("The stored text is damaged."))) from fault


def dumps_content(content: Content) -> str:
    """Write content as JSON text."""
    return _text(write_content(normal(content)))


def loads_content(stored: str) -> Content:
    """Read content from JSON text; raises UnreadableText where it is none."""
    try:
        return normal(read_content(json.loads(stored))) if stored else ()
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise UnreadableText(msg(N_("The stored text is damaged."))) from fault


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _write_block(block: Block) -> Json:
    if isinstance(block, TEXT_BLOCKS):
        return write_text_block(block)
    if isinstance(block, Picture):
        return write_picture(block)
    if isinstance(block, Table):
        rows = [[write_content(cell) for cell in row] for row in block.rows]
        return _marked(block.marks) | {"type": "table", "rows": rows, "header_rows": block.header_rows}
    if isinstance(block, Box):
        inner = [write_text_block(item) for item in block.blocks]
        return _marked(block.marks) | {"type": "box", "title": write_content(block.title), "blocks": inner}
    return dict(json.loads(block.data))


def write_picture(block: Picture) -> Json:
    """Give a picture as plain JSON values; what came with a later version stands there only where it says something."""
    data = _marked(block.marks) | {"type": "picture", "asset": block.asset}
    data |= {"caption": write_content(block.caption), **{name: getattr(block, name) for name in _WORDS}}
    if block.source_type:
        data["source_type"] = block.source_type
    if block.crop != WHOLE:
        data["crop"] = _write_crop(block.crop)
    return data


def _write_crop(crop: Crop) -> list[int]:
    return [crop.left, crop.top, crop.width, crop.height]


def _read_crop(data: Iterable[Any]) -> Crop:
    return Crop(*map(int, data))


def _marked(marks: Marks) -> Json:
    return {"marks": write_marks(marks)} if marks else {}


def write_text_block(block: TextBlock) -> Json:
    """Give a text block as plain JSON values."""
    data = _marked(block.marks) | {"content": write_content(block.content)}
    if isinstance(block, Paragraph):
        return {"type": "paragraph", **data}
    if isinstance(block, Crosshead):
        return {"type": "crosshead", "level": block.level, **data}
    if isinstance(block, Quote):
        return {"type": "quote", **data}
    return {"type": "item", "ordered": block.ordered, "level": block.level, **data}


def write_content(content: Iterable[Inline]) -> list[Any]:
    """Give content as plain JSON values; a run without marks is a string."""
    return [_write_inline(piece) for piece in content]


def _write_inline(piece: Inline) -> Any:
    if isinstance(piece, Run):
        return {"text": piece.text, "marks": write_marks(piece.marks)} if piece.marks else piece.text
    if isinstance(piece, LineBreak):
        return {"break": write_marks(piece.marks)}
    if isinstance(piece, Anchor):
        return _marked(piece.marks) | {"anchor": piece.note}
    return {"footnote": write_content(piece.content), "marks": write_marks(piece.marks)}


def write_marks(marks: Marks) -> list[Any]:
    """Give marks as plain JSON values, sorted; a mark without value is its kind."""
    return [[mark.kind.value, mark.value] if mark.value else mark.kind.value for mark in sorted(marks)]


def _read_block(data: Json) -> Block:
    """Read a block; one that holds anything we do not know is kept whole, for we must not drop it."""
    if not _known(data):
        return Unknown(_text(data))
    kind, marks = data["type"], read_marks(data.get("marks", []))
    if kind == "picture":
        return read_picture(data)
    if kind == "table":
        rows = tuple(tuple(read_content(cell) for cell in row) for row in data["rows"])
        return Table(rows, int(data.get("header_rows", 0)), marks)
    if kind == "box":
        inner = tuple(read_text_block(part) for part in data["blocks"])
        return Box(read_content(data["title"]), inner, marks)
    return read_text_block(data)


def read_picture(data: Json) -> Picture:
    """Make a picture from plain JSON values."""
    words = {name: str(data.get(name, "")) for name in (*_WORDS, "source_type")}
    crop = _read_crop(data["crop"]) if "crop" in data else WHOLE
    marks = read_marks(data.get("marks", []))
    return Picture(data["asset"], read_content(data["caption"]), **words, crop=crop, marks=marks)


def read_text_block(data: Json) -> TextBlock:
    """Make a text block from plain JSON values."""
    kind = data["type"]
    content, marks = read_content(data["content"]), read_marks(data.get("marks", []))
    if kind == "paragraph":
        return Paragraph(content, marks)
    if kind == "crosshead":
        return Crosshead(content, int(data["level"]), marks)
    if kind == "quote":
        return Quote(content, marks)
    return ListItem(content, bool(data["ordered"]), int(data["level"]), marks)


def _known(data: Json, kinds: Container[str] = _NAMES) -> bool:
    """Tell whether a block, all its entries, inlines and marks are of kinds we know."""
    kind = data["type"]
    if kind not in kinds or kind not in _NAMES or not data.keys() <= _NAMES[kind]:
        return False
    inner = (_known(block, _TEXT_KINDS) for block in data.get("blocks", ()))
    return _known_marks(data.get("marks", ())) and all(map(_known_content, _contents(data))) and all(inner)


def _contents(data: Json) -> Iterator[list[Any]]:
    yield from (data[name] for name in ("content", "caption", "title") if name in data)
    for row in data.get("rows", ()):
        yield from row


def _known_content(content: list[Any]) -> bool:
    return all(isinstance(piece, str) or _known_inline(piece) for piece in content)


def _known_inline(piece: Json) -> bool:
    if piece.keys() not in _INLINES:
        return False
    footnote = piece.get("footnote", [])
    plain = all(isinstance(part, str) or part.keys() & {"text", "break"} for part in footnote)
    marks: Iterable[Any] = piece.get("marks") or piece.get("break") or ()
    return plain and _known_marks(marks) and _known_content(footnote)


def _known_marks(marks: Iterable[Any]) -> bool:
    return all((mark if isinstance(mark, str) else mark[0]) in _MARKS for mark in marks)


def read_content(data: Iterable[Any]) -> Content:
    """Make content from plain JSON values."""
    return tuple(_read_inline(piece) for piece in data)


def _read_inline(data: Any) -> Inline:
    if isinstance(data, str):
        return Run(data)
    if "break" in data:
        return LineBreak(read_marks(data["break"]))
    if "anchor" in data:
        return Anchor(data["anchor"], read_marks(data.get("marks", [])))
    if "footnote" in data:
        inner = (_read_inline(piece) for piece in data["footnote"])
        pieces = tuple(piece for piece in inner if isinstance(piece, Run | LineBreak))
        return Footnote(pieces, read_marks(data["marks"]))
    return Run(data["text"], read_marks(data["marks"]))


def read_marks(data: Iterable[Any]) -> Marks:
    """Make marks from plain JSON values."""
    return frozenset(
        Mark(MarkKind(mark)) if isinstance(mark, str) else Mark(MarkKind(mark[0]), mark[1]) for mark in data
    )
