"""What a window can do beside showing and keeping stories: each feature is one object that is given the room.

A new feature is a file or folder of its own and a line in `features`. It answers its actions and connects
itself to what it must hear of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_proofs import StoryProofs
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.tasks import Tasks


@dataclass(frozen=True, slots=True)
class Room:
    """The parts of a window at work, as a feature finds them."""

    desk: Desk
    tasks: Tasks
    session: StorySession
    editor: EditorPane
    window: MainWindow
    proofs: StoryProofs
    apply: Callable[[Changes], None]
    """Lets every part that is concerned show what changed in the library."""
    fail: Callable[[BaseException], None]
    """Tells what went wrong in the bar."""

    def say(self, tone: str, words: str) -> None:
        """Say one sentence in the notice bar; tone is calm, warn or bad."""
        self.window.notice.say(tone, words, ())


class Feature(Protocol):
    """Something a window can do."""

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give for the id of each action what it does."""


def features(room: Room) -> tuple[Feature, ...]:
    """Make everything that this window can do; a line for each."""
    from newsroom.gui.care import Care
    from newsroom.gui.editor.find.finder import Finder
    from newsroom.gui.editor.typing.feature import Typing
    from newsroom.gui.editor.typing.tidying import Tidying
    from newsroom.gui.length.feature import StoryLength
    from newsroom.gui.preferences.feature import Preferences
    from newsroom.gui.rescue import Rescue
    from newsroom.gui.shorthand.snippets import Snippets
    from newsroom.gui.shorthand.templates import Templates

    preferences = Preferences(room)
    typing = Typing(room, preferences.settings)
    made: list[Feature] = [preferences, typing]
    made.append(Care(room))
    made.append(StoryLength(room, preferences.settings))
    made.append(Finder(room))
    made.append(Rescue(room))
    made.append(Tidying(room, typing.language))
    made.append(Snippets(room, preferences.settings, typing))
    made.append(Templates(room, preferences.settings))
    return tuple(made)
