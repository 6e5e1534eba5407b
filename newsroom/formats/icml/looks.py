"""What marks look like in InDesign: one character style, and overrides for what it does not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    MarkKind,
    has,
)

if TYPE_CHECKING:
    from newsroom.domain.marks import Marks
    from newsroom.domain.style_map import StyleMap

_EMPHASIS = {
    frozenset({BOLD, ITALIC}): ("bold-italic", "Bold Italic"),
    frozenset({BOLD}): ("bold", "Bold"),
    frozenset({ITALIC}): ("italic", "Italic"),
}
OVERRIDES = (
    (UNDERLINE, "underline", ("Underline", "true")),
    (STRIKE, "strike", ("StrikeThru", "true")),
    (SUPERSCRIPT, "superscript", ("Position", "Superscript")),
    (SUBSCRIPT, "subscript", ("Position", "Subscript")),
)


def look(marks: Marks, names: StyleMap) -> tuple[str, dict[str, str]]:
    """Give the element whose character style a run is set in, or nothing, and the overrides beside it."""
    key, over = _emphasis(marks, names)
    for mark, own, (name, value) in OVERRIDES:
        if mark not in marks:
            continue
        if not key and not over and names.name(own):
            key = own
        else:
            over[name] = value
    if not key and has(marks, MarkKind.LINK) and names.name("link"):
        key = "link"
    return key, over


def _emphasis(marks: Marks, names: StyleMap) -> tuple[str, dict[str, str]]:
    found = _EMPHASIS.get(marks & {BOLD, ITALIC})
    if found is None:
        return "", {}
    key, style = found
    return (key, {}) if names.name(key) else ("", {"FontStyle": style})
