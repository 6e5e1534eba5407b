"""How the fields of the panel stand: names at the left, or above where a field wants the whole width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from newsroom.gui.parts import label

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME_WIDTH = 96


def lay_out(holder: QWidget) -> QFormLayout:
    """Give an empty form in a widget."""
    form = QFormLayout(holder)
    form.setContentsMargins(0, 0, 0, 0)
    form.setHorizontalSpacing(8)
    form.setVerticalSpacing(6)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def add_beside(form: QFormLayout, rows: Iterable[tuple[str, QWidget]]) -> None:
    """Add fields with their names at the left."""
    for name, field in rows:
        words = label(name, "muted", wrap=True)
        words.setFixedWidth(_NAME_WIDTH)
        words.setMinimumHeight(28)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        words.setBuddy(field)
        form.addRow(words, field)


def add_below(form: QFormLayout, rows: Iterable[tuple[str, QWidget]]) -> None:
    """Add fields under their names, as wide as the form."""
    for name, field in rows:
        words = label(name, "muted", wrap=True)
        words.setBuddy(field)
        words.setContentsMargins(0, 4, 0, 0)
        form.addRow(words)
        form.addRow(field)
