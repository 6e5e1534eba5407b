"""The style sheet and the Qt palette, made from the tokens."""

from __future__ import annotations

from dataclasses import fields
from string import Template

from PySide6.QtGui import QColor, QPalette

from newsroom.gui.theme.tokens import RADIUS, SMALL_SIZE, TINY_SIZE, Pair, Palette
from newsroom.resources import find


def sheet(palette: Palette) -> str:
    """Give the style sheet of the whole window."""
    words = {entry.name: getattr(palette, entry.name) for entry in fields(palette)}
    colours = {name: value for name, value in words.items() if isinstance(value, str)}
    pairs = {
        f"{name}_{part}": getattr(value, part)
        for name, value in words.items()
        if isinstance(value, Pair)
        for part in ("text", "ground")
    }
    template = Template(find("styles", "window.qss").read_text(encoding="utf-8"))
    sizes = {"radius": str(RADIUS), "small": str(SMALL_SIZE), "tiny": str(TINY_SIZE)}
    return template.substitute(colours, **pairs, **sizes)


def qt_palette(palette: Palette) -> QPalette:
    """Give Qt's own palette, for what the style sheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: palette.surface,
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.ground,
        QPalette.ColorRole.AlternateBase: palette.surface,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.faint,
        QPalette.ColorRole.Button: palette.raised,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.Highlight: palette.accent,
        QPalette.ColorRole.HighlightedText: palette.on_accent,
        QPalette.ColorRole.Link: palette.accent_text,
        QPalette.ColorRole.ToolTipBase: palette.raised,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Light: palette.raised,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Dark: palette.edge,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.off))
    return made
