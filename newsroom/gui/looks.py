"""The editor's look, made from the palette of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.gui.theme.tokens import SANS, SERIF

if TYPE_CHECKING:
    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.theme.tokens import Palette


def editor_look(palette: Palette) -> EditorLook:
    """Give the editor's look for a palette."""
    from newsroom.gui.editor.look import EditorLook

    return EditorLook(
        ground=palette.ground,
        surface=palette.surface,
        line=palette.line,
        text=palette.text,
        muted=palette.faint,
        accent=palette.accent_text,
        selection=palette.chosen.ground if palette.on_accent == "#ffffff" else palette.card,
        warn=palette.warn,
        warn_ground=palette.warn_ground,
        warn_line=palette.warn_line,
        bad=palette.bad,
        note=palette.note,
        note_lit=palette.note_lit,
        authors=palette.authors,
        found=palette.found.ground,
        found_text=palette.found.text,
        here=palette.accent,
        here_text=palette.on_accent,
        serif=SERIF,
        sans=SANS,
    )
