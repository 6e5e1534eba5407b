"""The ways out of the story list: drafts, an edition, paper, a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.plan import Begun
    from newsroom.domain.changeset import Changes
    from newsroom.domain.edition import Edition
    from newsroom.gui.planning.plan_view import PlanView
    from newsroom.gui.room import Room


class PlanWays:
    """Sends topics on their way, and says in the view what came of it."""

    def __init__(self, view: PlanView, room: Room) -> None:
        self._view, self._room, self._plan = view, room, room.desk.plan

    def make_drafts(self) -> None:
        """Make drafts of the chosen topics."""
        numbers = [one.topic.id for one in self._view.table.chosen() if not one.topic.begun]
        if numbers and self._view.model.keeping:
            self._room.tasks.write(partial(self._plan.begin, numbers), self._begun, self._view.fail)

    def _begun(self, begun: Begun) -> None:
        view = self._view
        view.remember(begun.changes)
        told = []
        if begun.stories:
            told.append(ngettext("{n} draft made.", "{n} drafts made.", len(begun.stories)))
        told += [tell(one.error.message) for one in begun.refused[:1]]
        ways: list[tuple[str, Callable[[], None]]] = []
        if begun.stories:
            ways.append((_("Undo"), view.undo))
        if len(begun.stories) == 1:
            story = next(iter(begun.stories.values()))
            ways.append((_("Open the story"), partial(self._open, story)))
        view.line.say(" ".join(told), ways)
        view.reload()

    def _open(self, story: int, _checked: bool = False) -> None:
        self._view.opened.emit(story)

    def ask_edition(self) -> None:
        """Ask for the edition that takes the day's topics."""
        from newsroom.gui.dialogs.line_question import LineQuestion

        words = _("Its pages are the sections of the list; what is written meanwhile takes its place there.")
        question = LineQuestion(
            self._room.window, _("New edition"), words, _("Make"), now=_("Main edition"), needed=True
        )
        question.ask(self._make_edition)

    def _make_edition(self, name: str) -> None:
        day = self._view.day

        def work() -> tuple[Edition, Changes]:
            editions = self._room.desk.editions
            edition, changes = editions.new(name, day.isoformat())
            edition, more = editions.save(editions.with_topics(edition))
            return edition, changes | more

        self._room.tasks.write(work, self._made_edition, self._view.fail)

    def _made_edition(self, done: tuple[Edition, Changes]) -> None:
        edition, changes = done
        self._view.remember(changes)
        words = _("“{name}” holds the topics now.", name=edition.name)
        self._view.line.say(words, ((_("Show"), self._show_editions),))

    def _show_editions(self) -> None:
        self._room.browsing.view_asked.emit("view-editions")

    def ask_printer(self) -> None:
        """Show the page and ask where it shall be printed."""
        from newsroom.gui.planning.print_dialog import PlanPrintDialog

        dialog = PlanPrintDialog(self._room, self._view.day, self._room.window)
        dialog.saved_as.connect(self.ask_place)
        dialog.open()

    def ask_place(self) -> None:
        """Ask which file the list shall go into."""
        chooser = QFileDialog(self._room.window, _("Export the story list"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilters([_("PDF (*.pdf)"), _("Table (*.csv)")])
        chooser.setDefaultSuffix("pdf")
        chooser.filterSelected.connect(
            lambda kind: chooser.setDefaultSuffix("csv" if "csv" in kind else "pdf")
        )
        name = _("Story list").lower().replace(" ", "-")
        chooser.selectFile(f"{name}-{self._view.day.isoformat()}")
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.send)
        chooser.open()

    def send(self, name: str) -> None:
        """Write the list into a file."""
        work = partial(self._plan.write, self._view.day, Path(name))
        said = _("The story list is in {file}.", file=Path(name).name)
        self._room.tasks.read(work, lambda _nothing: self._view.line.say(said), self._view.fail)
