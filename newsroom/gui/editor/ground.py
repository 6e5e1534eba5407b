"""What the widgets of a page wear beside their own type."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QFont, QPalette

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from newsroom.gui.editor.look import EditorLook


def for_lead(look: EditorLook) -> EditorLook:
    """Give the look of the lead, a little larger and stronger than the text."""
    return replace(look, weight=QFont.Weight.DemiBold.value, body=look.body + 1)


def paint_ground(look: EditorLook, widgets: Iterable[QWidget]) -> None:
    """Paint widgets and what is selected in them in the colours of a look."""
    colours = {
        QPalette.ColorRole.Base: look.ground,
        QPalette.ColorRole.Window: look.ground,
        QPalette.ColorRole.Text: look.text,
        QPalette.ColorRole.Highlight: look.selection,
        QPalette.ColorRole.HighlightedText: look.text,
    }
    for widget in widgets:
        palette = widget.palette()
        for role, colour in colours.items():
            palette.setColor(role, QColor(colour))
        widget.setPalette(palette)


def paint_placeholder(widget: QWidget, look: EditorLook) -> None:
    """Show the placeholder of a widget in the quiet colour of a look."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(look.muted))
    widget.setPalette(palette)
