"""What the view of editions asks before it does it: names, days and hours, pages, stories, and whether to delete."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsroom.desk.topic_cells import deadline_words
from newsroom.gui.browser.times import date_words
from newsroom.gui.faults import words_of
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.changeset import Changes
    from newsroom.domain.edition import Edition
    from newsroom.gui.planning.edition_dialog import EditionDialog
    from newsroom.gui.planning.edition_view import EditionView
    from newsroom.gui.room import Room


class EditionAsking:
    """Asks over the window, and has the view do what was answered."""

    def __init__(self, view: EditionView, room: Room) -> None:
        self._view, self._room, self._desk = view, room, room.desk.editions

    def new(self) -> None:
        """Ask what a new edition is called."""
        self._ask_facts(None)

    def change(self) -> None:
        """Ask what the edition shall be called, and when it appears."""
        if self._view.edition is not None:
            self._ask_facts(self._view.edition)

    def _ask_facts(self, edition: Edition | None) -> None:
        from newsroom.gui.planning.edition_dialog import EditionDialog

        zone = self._room.desk.zone
        hour = deadline_words(edition.hour, edition.day, zone) if edition else ""
        day = date_words(edition.day) if edition else ""
        dialog = EditionDialog(edition, day, hour, self._room.window)
        dialog.decided.connect(partial(self._keep_facts, dialog, edition))
        dialog.open()

    def _keep_facts(
        self, dialog: EditionDialog, edition: Edition | None, name: str, day: str, hour: str
    ) -> None:
        def work() -> tuple[Edition, Changes]:
            if edition is None:
                return self._desk.new(name, day, hour)
            return self._desk.save(self._desk.named(self._view.latest or edition, name, day, hour))

        def kept(done: tuple[Edition, Changes]) -> None:
            dialog.accept()
            self._room.apply(done[1])
            self._view.show_edition(done[0].id)

        self._room.tasks.write(work, kept, lambda error: dialog.refuse(words_of(error)))

    def page(self) -> None:
        """Ask for the title of a page."""
        from newsroom.gui.dialogs.line_question import LineQuestion

        words = _("Such as “Page 1” or a section; stories stand under it.")
        question = LineQuestion(self._room.window, _("New page"), words, _("Add"), needed=True)
        question.ask(self._view.writing.add_page)

    def story(self) -> None:
        """Ask for a story of the library."""
        from newsroom.gui.views.story_choice import StoryChoice

        room = self._room
        dialog = StoryChoice(room.desk, room.tasks, None, room.window, _("Add to edition"))
        dialog.chosen.connect(lambda story: self._view.writing.add_stories((story,)))
        dialog.open()

    def delete(self) -> None:
        """Ask whether the edition shall go."""
        from newsroom.gui.dialogs.question import Question

        edition = self._view.edition
        if edition is None:
            return
        words = _("“{name}” is deleted; its stories stay in the library.", name=edition.name)
        question = Question(self._room.window, _("Delete edition"), words, _("Delete"))
        question.ask(lambda _note: self._delete(edition))

    def _delete(self, edition: Edition) -> None:
        work = partial(self._desk.remove, edition.id)
        self._room.tasks.write(work, self._deleted, self._view.fail)

    def _deleted(self, changes: Changes) -> None:
        self._room.apply(changes)
        self._view.reload()
        back = partial(self._bring_back, changes)
        self._view.line.say(_("The edition is deleted."), ((_("Undo"), back),))

    def _bring_back(self, changes: Changes) -> None:
        work = partial(self._room.desk.writing.undo, changes)
        self._room.tasks.write(work, self._view.undone, self._view.fail)
