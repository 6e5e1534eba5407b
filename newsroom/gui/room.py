"""What a feature of the window is given, and what is asked of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.gui.browser.browsing import Browsing
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.many import Many
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
    browsing: Browsing
    apply: Callable[[Changes], None]
    """Lets every part that is concerned show what changed in the library."""
    fail: Callable[[BaseException], None]
    """Tells what went wrong in the bar."""

    many: Many
    """Changes many stories, one change at a time."""

    def say(self, tone: str, words: str) -> None:
        """Say one sentence in the notice bar; tone is calm, warn or bad."""
        self.window.notice.say(tone, words, ())


class Feature(Protocol):
    """Something a window can do."""

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give for the id of each action what it does."""
