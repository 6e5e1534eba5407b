"""What a window can do beside showing and keeping stories: each feature is one object that is given the room.

A new feature is a file or folder of its own and a line in `features`. It answers its actions and connects
itself to what it must hear of. This file brings all of them with it, so that they are imported together, on a
thread, while the first stories are being looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.gui.bulk.feature import of_list
from newsroom.gui.care import Care
from newsroom.gui.catalogue.feature import CatalogueFeature
from newsroom.gui.checklists.feature import ChecklistsFeature
from newsroom.gui.chips.feature import Chips
from newsroom.gui.commands.feature import Commands
from newsroom.gui.desk_views import DeskViews
from newsroom.gui.doubles.feature import DoublesFeature
from newsroom.gui.editor.blocks.feature import Blocks
from newsroom.gui.editor.find.finder import Finder
from newsroom.gui.editor.invisibles import Invisibles
from newsroom.gui.editor.pictures.illustrating import Illustrating
from newsroom.gui.editor.signs import Signs
from newsroom.gui.editor.spelling.feature import Spelling
from newsroom.gui.editor.tracking.feature import Tracking
from newsroom.gui.editor.typing.feature import Typing
from newsroom.gui.editor.typing.tidying import Tidying
from newsroom.gui.house_rules.feature import HouseRulesFeature
from newsroom.gui.length.feature import StoryLength
from newsroom.gui.libraries.copying import Copying
from newsroom.gui.notes.desk_notes import DeskNotes
from newsroom.gui.page_styles.feature import PageStylesFeature
from newsroom.gui.past.feature import Past
from newsroom.gui.planning.feature import Planning
from newsroom.gui.preferences.feature import Preferences
from newsroom.gui.printing.feature import Printing
from newsroom.gui.publishing.feature import PublishingFeature
from newsroom.gui.rescue import Rescue
from newsroom.gui.review.feature import Reviews
from newsroom.gui.review.standing import Standings
from newsroom.gui.shelf.feature import ShelfFeature
from newsroom.gui.shorthand.snippets import Snippets
from newsroom.gui.shorthand.templates import Templates
from newsroom.gui.stories.feature import Stories
from newsroom.gui.versions.feature import PrintVersions
from newsroom.gui.views.beside import Beside
from newsroom.gui.views.focus import Focus
from newsroom.gui.views.reading import OtherViews
from newsroom.gui.views.zoom import Zoom

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Feature, Room


def features(room: Room) -> tuple[Feature, ...]:
    """Make everything that this window can do."""
    preferences = Preferences(room)
    settings, typing = preferences.settings, Typing(room, preferences.settings)
    views = DeskViews(room)
    return (
        preferences,
        typing,
        views,
        *_of_the_library(room, settings),
        *_of_the_text(room),
        *_of_words(room, settings, typing),
        *_of_what_is_seen(room, settings, views),
        *_of_approval(room, views),
    )


def _of_the_library(room: Room, settings: Settings) -> Iterable[Feature]:
    yield of_list(room)
    yield Care(room)
    yield Chips(room)
    yield Copying(room)
    yield CatalogueFeature(room, settings)
    yield ChecklistsFeature(room, settings)
    yield Commands(room)
    yield DeskNotes(room)
    yield PageStylesFeature(room, settings)
    yield Past(room)
    yield Planning(room)
    yield PublishingFeature(room)
    yield Rescue(room)
    yield ShelfFeature(room)
    yield Stories(room)


def _of_the_text(room: Room) -> Iterable[Feature]:
    yield Blocks(room)
    yield Finder(room)
    yield Illustrating(room)
    yield Signs(room)
    yield Tracking(room)


def _of_approval(room: Room, views: DeskViews) -> Iterable[Feature]:
    reviews = Reviews(room)
    yield reviews
    yield Standings(room, reviews, views)


def _of_words(room: Room, settings: Settings, typing: Typing) -> Iterable[Feature]:
    yield Spelling(room, settings, typing)
    yield HouseRulesFeature(room, settings)
    yield Tidying(room, typing.language)
    yield Snippets(room, settings, typing)
    yield Templates(room, settings)


def _of_what_is_seen(room: Room, settings: Settings, views: DeskViews) -> Iterable[Feature]:
    zoom = Zoom(room)
    beside = Beside(room, zoom)
    yield from (zoom, Focus(room), OtherViews(room, zoom), beside, PrintVersions(room, beside))
    yield DoublesFeature(room, beside, views.deciding)
    yield Invisibles(room)
    yield StoryLength(room, settings)
    yield Printing(room, settings)
