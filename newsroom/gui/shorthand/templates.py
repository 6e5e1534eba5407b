"""Story templates in the window: a new story from one, and one from the open story."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.template import template_of
from newsroom.gui.shorthand.templates_dialog import Offer, TemplateName, TemplatesDialog
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.domain.template import Template
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room


class Templates(QObject):
    """Lets stories begin from templates, and templates be made of stories."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings = room, settings

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"new-from-template": self.ask, "save-template": self.name}

    def ask(self) -> None:
        """Ask which template the new story begins from."""
        self._settings.renew()
        work = partial(_offers, self._room.desk, self._settings.may_set_house)
        self._room.tasks.read(work, self._show, self._room.fail)

    def _show(self, found: tuple[tuple[Offer, ...], dict[str, str]]) -> None:
        offers, genres = found
        said = {key: _(name) for key, name in genres.items()}
        dialog = TemplatesDialog(offers, said, self._room.window)
        dialog.chosen.connect(self._begin)
        dialog.dropped.connect(self._drop)
        dialog.open()

    def _begin(self, template: Template) -> None:
        self._room.window.stories.choose(0)
        self._room.session.begin(partial(self._room.desk.shorthand.begin, template))

    def name(self) -> None:
        """Ask what the template is called that the open story becomes."""
        self._settings.renew()
        story = self._room.session.current()
        genres = {genre.key: genre.name for genre in self._room.desk.library.house.genres()}
        name = _(genres.get(story.genre, "")) if story.genre else story.headline
        dialog = TemplateName(name, self._room.window, may_set_house=self._settings.may_set_house)
        dialog.named.connect(self._save)
        dialog.open()

    def _save(self, name: str, house: bool) -> None:
        story = self._room.session.current()
        template = template_of(name, story)
        work = partial(self._room.desk.shorthand.put_template, template, house=house, made_of=story)
        self._room.tasks.write(work, partial(self._saved, name), self._room.fail)

    def _saved(self, name: str, changes: Changes) -> None:
        self._kept(changes)
        self._room.say("calm", _("The template “{name}” is kept.", name=name.strip()))

    def _drop(self, offer: Offer) -> None:
        drop = self._room.desk.shorthand.drop_template
        work = partial(drop, offer.template.name, house=bool(offer.house))
        self._room.tasks.write(work, self._kept, self._room.fail)

    def _kept(self, changes: Changes) -> None:
        self._settings.renew()
        if changes:
            self._room.apply(changes)


def _offers(desk: Desk, may_set_house: bool) -> tuple[tuple[Offer, ...], dict[str, str]]:
    """Give the templates that are there, the person's own first, and the genres' names."""
    keep = desk.shorthand
    mine = (Offer(one, house=False, droppable=True) for one in keep.templates(house=False))
    theirs = (Offer(one, house=True, droppable=may_set_house) for one in keep.templates(house=True))
    brought = (Offer(one, house=None) for one in keep.brought())
    return (*mine, *theirs, *brought), {genre.key: genre.name for genre in desk.library.house.genres()}
