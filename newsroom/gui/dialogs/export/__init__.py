"""Sending stories out: what goes where, the house's presets, and what became of it."""

from newsroom.gui.dialogs.export.dialog import ExportDialog
from newsroom.gui.dialogs.export.form import offered_formats

__all__ = ["ExportDialog", "offered_formats"]
