"""A paste and what is said of it, as the house's script draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

_PASTED = (
    '<h2>Was sich ändert</h2><p style="font-family:Calibri">Die Karten gibt es <b>am Kai</b> und im '
    '<a href="https://reederei.example/">Netz</a>.</p><ul><li>Erste Fahrt um 6 Uhr</li><li>Letzte Fahrt um 22 Uhr</li>'
    '</ul><p style="font-family:Arial">Sonntags gilt ein anderer Plan. <span style="font-family:Courier">Näheres</span>'
    ' am <span style="font-size:9pt">Montag</span>.<img src="x.png"></p>'
)


class Pastings:
    """Shows the line under a paste from another program."""

    def __init__(self, program: Program) -> None:
        assert program.wiring is not None
        self._edit = program.wiring.editor.body_edit

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        return {"paste": self._paste}

    def _paste(self) -> None:
        self._edit.setFocus()
        self._edit.moveCursor(self._edit.textCursor().MoveOperation.Start)
        data = QMimeData()
        data.setHtml(_PASTED)
        data.setText("Was sich ändert")
        self._edit.insertFromMimeData(data)
