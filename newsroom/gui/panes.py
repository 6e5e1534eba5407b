"""Going from pane to pane with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession

    Panes = Callable[[], Sequence[tuple[QWidget, QWidget]]]


def seen(window: MainWindow, session: StorySession, editor: EditorPane) -> Sequence[tuple[QWidget, QWidget]]:
    """Give the window's panes, each with the widget in it that takes the focus."""
    story = editor.headline if session.article is not None else window.story.blank
    cover = window.columns.cover
    return (
        (window.top, window.top.search),
        (window.sidebar, window.sidebar),
        *([(cover, cover.entry())] if cover else []),
        (window.stories, window.stories.cards),
        (window.story, story),
        (window.panel, window.panel.tabs),
        *([(window.whole, window.whole)] if window.whole else []),
    )


class PaneKeys:
    """Goes around the panes that are seen; each is a holder and the widget in it that takes the focus."""

    def __init__(self, panes: Panes) -> None:
        self._panes = panes

    def next(self) -> None:
        """Go to the pane after the one that has the focus."""
        self._go(1)

    def previous(self) -> None:
        """Go to the pane before it."""
        self._go(-1)

    def _go(self, step: int) -> None:
        seen = [pane for pane in self._panes() if pane[0].isVisible() and pane[1].isEnabled()]
        focus = QApplication.focusWidget()
        here = [
            place
            for place, (holder, _w) in enumerate(seen)
            if focus and (holder is focus or holder.isAncestorOf(focus))
        ]
        if seen:
            place = (here[0] + step) % len(seen) if here else 0
            seen[place][1].setFocus(Qt.FocusReason.ShortcutFocusReason)
