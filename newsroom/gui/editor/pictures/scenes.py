"""Pictures, tables, boxes and footnotes, as the house's script draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.body import Body, Box, Crosshead, ListItem, Paragraph, Picture, Table
from newsroom.domain.inline import Footnote, Run, text
from newsroom.gui.editor.invisibles import Invisibles
from newsroom.gui.editor.pictures import verbs
from newsroom.gui.editor.pictures.illustrating import PAGE, Illustrating

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]

_ROWS = (
    ("Strecke", "Preis", "Dauer"),
    ("Lindholm", "12 Euro", "40 Minuten"),
    ("Nordholm", "9 Euro", "25 Minuten"),
)
_AROUND = 360


class Scenes:
    """Shows a picture that is chosen, and a text with everything that can be put in."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._program, self._wait = program, wait
        self._wiring, self._window = program.wiring, program.window
        self._picture = Picture("", text("Die Fähre am Kai, kurz vor der ersten Fahrt."), "Karte: Redaktion")

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        return {"picture": self._chosen, "blocks": self._blocks, "invisibles": self._invisibles}

    def _chosen(self) -> None:
        """Choose the first picture that a story of the library shows."""
        desk = self._program.desk
        assert desk is not None
        ids = (card.id for card in desk.lists.page().items)
        story = next(id_ for id_ in ids if any(_shown(block) for block in desk.writing.open(id_).body.blocks))
        self._wiring.session.open(story)
        self._wait(
            lambda: self._wiring.session.article is not None and self._wiring.session.article.id == story
        )
        edit = self._wiring.editor.body_edit
        number, block = next(pair for pair in enumerate(edit.body().blocks) if _shown(pair[1]))
        assert isinstance(block, Picture)
        self._picture = block
        edit.setTextCursor(edit.select(number, 0, 0))
        shown = verbs.meant(edit)
        assert shown is not None
        edit.setFocus()
        verbs.choose(edit, shown.position)
        editor = self._wiring.editor
        editor.ensureVisible(0, editor.page.height_of(edit, shown.position), 0, _AROUND)
        self._wait(lambda: self._wiring.feature(Illustrating).page.shown is not None)
        self._window.panel.show_page(PAGE)
        self._settle()

    def _blocks(self) -> None:
        """Show a table, a box and footnotes in a new story, which nobody keeps."""
        self._wiring.session.begin()
        self._wait(lambda: self._wiring.session.article is not None and not self._wiring.session.article.id)
        opening = (
            *text("Nach elf Wochen legt das Schiff wieder ab"),
            _note("So der Hafenmeister."),
            Run(". "),
        )
        body = Body(
            (
                Paragraph((*opening, Run("Am Kai warten viele"), _note("Gezählt um neun Uhr."), Run("."))),
                Table(tuple(tuple(text(cell) for cell in row) for row in _ROWS), 1),
                Crosshead(text("Was sich ändert")),
                Box(
                    text("Die Fähre in Zahlen"),
                    tuple(ListItem(text(words)) for words in ("48 Autos", "300 Menschen")),
                ),
                Box(
                    (),
                    (Paragraph(text("Ein\u00a0Kasten ohne Titel, mit 12\u202f% mehr Hafen\u00admeistern.")),),
                ),
                self._picture,
            )
        )
        edit = self._wiring.editor.body_edit
        edit.set_body(body)
        edit.moveCursor(QTextCursor.MoveOperation.Start)
        self._settle()

    def _invisibles(self) -> None:
        if not self._wiring.feature(Invisibles).on:
            self._wiring.feature(Invisibles).switch()
        self._settle()

    def _settle(self) -> None:
        self._window.repaint()
        self._wait(lambda: self._wiring.feature(Illustrating).previews.quiet)


def _shown(block: object) -> bool:
    return isinstance(block, Picture) and bool(block.asset)


def _note(words: str) -> Footnote:
    return Footnote((Run(words),))
