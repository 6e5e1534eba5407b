"""The history of a story, as the house's script draws it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph, block_text
from newsroom.domain.inline import text
from newsroom.domain.person import Role
from newsroom.domain.workflow import Transition
from newsroom.gui.past.feature import Past

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.article import Article
    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]

_WORDS = (("Wasser", "Nur Wasser"), ("Uhr", "Uhr am Abend"), ("der", "der neue"))


class PastScenes:
    """Makes a story with a past, and shows it."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._program, self._wait = program, wait
        self._wiring = program.wiring
        self._past = self._wiring.feature(Past)
        self._story = 0

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        return {
            "past": self._side_by_side,
            "past-in-line": partial(self._way, 1),
            "past-folded": self._folded,
            "past-left": self._past.leave,
        }

    def _side_by_side(self) -> None:
        if not self._story:
            self._story = self._made()
        self._wiring.session.open(self._story)
        self._wait(lambda: getattr(self._wiring.session.article, "id", 0) == self._story)
        self._past.look()
        self._settle()
        assert self._past.view is not None
        self._past.view.step(1)
        self._past.view.step(1)

    def _way(self, way: int) -> None:
        assert self._past.view is not None
        self._past.view.bar.way.setCurrentIndex(way)
        self._past.view.bar.way.activated.emit(way)
        self._settle()

    def _folded(self) -> None:
        assert self._past.view is not None
        self._past.view.bar.folded.setChecked(True)
        self._way(0)

    def _settle(self) -> None:
        self._wait(lambda: not self._past.busy and self._past.view is not None)

    def _made(self) -> int:
        """Give a story that was written, submitted, approved, and changed since."""
        editor = self._wiring.desk
        people = editor.people.all()
        writer = next((one for one in people if one.role is Role.JOURNALIST), editor.person)
        desk = editor.with_person(writer)
        cards = desk.lists.page().items
        stories = [desk.writing.open(card.id) for card in cards]
        kept = max(stories, key=lambda one: len(one.body.blocks))
        fresh = desk.writing.new(
            kicker=kept.kicker, headline=kept.headline, lead=kept.lead, body=kept.body, section=kept.section
        )
        story = desk.writing.save(fresh).article
        story = desk.writing.save(_changed(story, 0)).article
        story = desk.history.snapshot(story, "Vor der Kürzung").article
        story = desk.approval.move(story, Transition.SUBMIT, "Bitte bis 17 Uhr").article
        story = editor.approval.move(story, Transition.APPROVE).article
        for number in (1, 2):
            story = desk.writing.save(_changed(story, number)).article
        blocks = (*story.body.blocks[1:3], story.body.blocks[0], *story.body.blocks[3:])
        last = replace(
            story, body=Body(blocks), headline=f"{story.headline} – was jetzt gilt", keywords=("Region",)
        )
        return desk.writing.save(last).article.id


def _changed(story: Article, number: int) -> Article:
    """Give a story with some words changed."""
    old, new = _WORDS[number]
    blocks = [
        Paragraph(text(block_text(block).replace(old, new, 1))) if isinstance(block, Paragraph) else block
        for block in story.body.blocks
    ]
    added = (Paragraph(text("Mehr dazu soll am Freitag bekannt werden.")),) if number else ()
    return replace(story, body=Body((*blocks, *added)))
