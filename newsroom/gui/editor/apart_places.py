"""Where in a field the words are that stand apart: a footnote is its number, a picture's own words the picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk.mending import respelt
from newsroom.domain.apart import footnote_at
from newsroom.domain.body import contents
from newsroom.domain.finding import HEADER, Field
from newsroom.domain.inline import Footnote
from newsroom.domain.marks import MarkKind, has
from newsroom.gui.editor.blocks import footnotes
from newsroom.gui.editor.bridge.properties import Inset, marks_of
from newsroom.gui.editor.insets import inset_at
from newsroom.gui.editor.pictures import verbs

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from newsroom.domain.finding import Place, Replacement
    from newsroom.domain.inline import Content
    from newsroom.gui.editor.text_edit import TextEdit


def cursor_over(edit: TextEdit, place: Place) -> QTextCursor:
    """Give a cursor over the footnote or the picture that a place is of."""
    if place.field is Field.FOOTNOTE:
        found = _note(edit, place)
        return footnotes.over(edit, found[0]) if found else edit.select(_block(place), 0, 0)
    shown = verbs.at(edit.select(_block(place), 0, 0).block())
    return footnotes.over(edit, shown.position) if shown else edit.select(_block(place), 0, 0)


def put(edit: TextEdit, replacement: Replacement) -> None:
    """Put a text in the place of a stretch of a footnote, a credit or an alternative text."""
    place = replacement.place
    if place.field is Field.FOOTNOTE:
        found = _note(edit, place)
        if found is not None:
            position, begin = found
            content = footnotes.content_at(edit, position)
            note = respelt(Footnote(footnotes.inner(content)), replacement, begin)
            footnotes.change(edit, position, note.content)
        return
    shown = verbs.at(edit.select(_block(place), 0, 0).block())
    if shown is not None:
        old: str = getattr(shown.picture, place.field.value)
        new = old[: place.start] + replacement.text + old[place.end :]
        picture = replace(shown.picture, **{place.field.value: " ".join(new.split("\n"))})  # type: ignore[arg-type]  # both are words
        verbs.change(edit, shown.position, picture)


def _block(place: Place) -> int:
    return 0 if place.block == HEADER else place.block


def _note(edit: TextEdit, place: Place) -> tuple[int, int] | None:
    """Give where a footnote stands in the field, and where its words begin among those of its block."""
    wanted, begin = footnote_at(_texts(edit, place), place.start)
    numbers = edit.insets.footnotes.places
    inside = [at for at in numbers if edit.place(at)[0] == _block(place)]
    if not 0 <= wanted < len(inside):
        return None
    position = inside[wanted]
    return (position + 1 if _is_struck(edit, position) else position), begin


def _is_struck(edit: TextEdit, position: int) -> bool:
    """Tell whether a footnote was struck since it was found: what took its place stands right behind it."""
    struck = has(marks_of(footnotes.over(edit, position).charFormat()), MarkKind.DELETED)
    return struck and inset_at(edit.document(), position + 1) == Inset.FOOTNOTE


def _texts(edit: TextEdit, place: Place) -> tuple[Content, ...]:
    blocks = edit.body().blocks
    return tuple(contents(blocks[_block(place)])) if _block(place) < len(blocks) else ()
