"""Draws the real window offscreen, for the tour and for looking at."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Self

from newsroom import translation
from newsroom.domain.errors import NotWritten
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.gui.application import Program

SIZES = ((1440, 900), (1280, 720))
_PATIENCE = 20_000
_DIALOGS = (
    "preferences",
    "catalogue",
    "snippets",
    "new-from-template",
    "house-rules",
    "page-styles",
    "print-profiles",
)
"""Actions whose dialogs are drawn over the window."""


def draw(library: str, folder: Path, language: str = "") -> list[Path]:
    """Draw the window with a story open, light and dark, and give the files."""
    from newsroom.gui.theme.tokens import Scheme

    _make(folder)
    with _Stage(library, folder, language or translation.language()) as stage:
        stage.open_telling_story()
        return [stage.shoot(f"desk-{scheme.value}", scheme) for scheme in (Scheme.LIGHT, Scheme.DARK)]


def draw_all(library: str, folder: Path) -> list[Path]:
    """Draw every view in every palette, both languages and two sizes."""
    from newsroom.gui.theme.tokens import Scheme

    _make(folder)
    done: list[Path] = []
    for code in translation.LANGUAGES:
        with _Stage(library, folder, code) as stage:
            for name, view in stage.views().items():
                view()
                done += [
                    stage.shoot(f"{name}-{scheme.value}-{code}-{width}", scheme, width, height)
                    for scheme in (Scheme.LIGHT, Scheme.DARK, Scheme.CONTRAST)
                    for width, height in SIZES
                ]
    return done


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        text = N_("The folder {folder} cannot be made: {reason}.")
        reason = error.strerror or type(error).__name__
        raise NotWritten(msg(text, folder=str(folder), reason=reason)) from error


class _Stage:
    """The program offscreen, with an event loop that waits for what a picture needs."""

    def __init__(self, library: str, folder: Path, language: str) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtWidgets import QApplication

        self._spoken = translation.language()
        self._application = QApplication.instance() or QApplication(["newsroom"])
        self._library, self._folder, self._language = library, folder, language
        self.program: Program

    def __enter__(self) -> Self:
        from newsroom.gui.application import Program, options
        from newsroom.gui.kept import Kept
        from newsroom.gui.theme import type as faces

        faces.register_first()
        chosen = options(["--library", self._library, "--lang", self._language])
        self._application.setStyle("Fusion")  # type: ignore[attr-defined]  # a QApplication, made above
        self.program = Program(self._application, Kept(self._folder / ".window.ini"), chosen)  # type: ignore[arg-type]  # as above
        self.program.window.resize(*SIZES[0])
        self.program.show()
        self.wait(lambda: self.program.wiring is not None and bool(self.program.window.stories.model.items))
        return self

    def __exit__(self, *_details: object) -> None:
        self.program.window.close()
        self.program.end()
        (self._folder / ".window.ini").unlink(missing_ok=True)
        self.program.window.deleteLater()
        translation.use(self._spoken)

    def wait(self, ready: Callable[[], bool]) -> None:
        """Let events pass until something is so; give up after a while."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        look = QTimer(interval=20)
        look.timeout.connect(lambda: loop.quit() if ready() else None)
        look.start()
        QTimer.singleShot(_PATIENCE, loop.quit)
        loop.exec()
        look.stop()

    def open_telling_story(self) -> None:
        """Open the story that has most to show: findings and lookalikes."""
        from newsroom.gui.editor.pictures.illustrating import Illustrating

        desk, wiring = self.program.desk, self.program.wiring
        assert desk is not None
        assert wiring is not None
        cards = desk.lists.page().items

        def telling(story: int) -> tuple[bool, int]:
            article = desk.writing.open(story)
            likes = desk.proofing.alike(article)
            return bool(likes), len(desk.proofing.findings(article))

        best = max(cards, key=lambda card: telling(card.id))
        wiring.session.open(best.id)
        lists = self.program.window.panel.lookalikes
        self.wait(lambda: wiring.session.article is not None and wiring.proofs.done and lists.isVisible())
        previews = wiring.feature(Illustrating).previews
        self.program.window.grab()  # what is painted is asked for
        self.wait(lambda: previews.quiet)

    def views(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        from newsroom.gui.board.scenes import DeskScenes
        from newsroom.gui.commands.pictures import Seeking
        from newsroom.gui.editor.pasting_scenes import Pastings
        from newsroom.gui.editor.pictures.scenes import Scenes
        from newsroom.gui.editor.tracking.scenes import TrackedScenes
        from newsroom.gui.past.scenes import PastScenes
        from newsroom.gui.planning.scenes import PlanScenes
        from newsroom.gui.review.scenes import ReviewScenes
        from newsroom.gui.views.pictures import Views

        window = self.program.window

        def page(number: int) -> Callable[[], None]:
            return lambda: window.panel.tabs.setCurrentIndex(number)

        return {
            "desk": self.open_telling_story,
            "findings": page(1),
            "history": page(2),
            "search": self._search,
            "more": self._unfold,
            "length": self._overfill,
            **{name: partial(self._ask, name) for name in _DIALOGS},
            **Pastings(self.program).named(),
            **Views(self.program, self.wait).named(),
            **Seeking(self.program, self.wait).named(),
            **Scenes(self.program, self.wait).named(),
            **TrackedScenes(self.program, self.wait).named(),
            "dialogs-left": self._leave_dialogs,
            **DeskScenes(self.program, self.wait).named(),
            **PlanScenes(self.program, self.wait).named(),
            **PastScenes(self.program, self.wait).named(),
            **ReviewScenes(self.program, self.wait).named(),
        }

    def _ask(self, action: str) -> None:
        """Show the dialog of an action, in the place of another one."""
        from PySide6.QtWidgets import QDialog

        window = self.program.window
        self._leave_dialogs()
        window.actions_[action].trigger()
        self.wait(lambda: any(dialog.isVisible() for dialog in window.findChildren(QDialog)))

    def _leave_dialogs(self) -> None:
        """Close what the actions asked."""
        from PySide6.QtWidgets import QDialog

        for dialog in self.program.window.findChildren(QDialog):
            dialog.reject()
        self.wait_a_moment()

    def _overfill(self) -> None:
        """Order fewer lines than the story has."""
        self.program.window.panel.publication.amount.setValue(18)
        bar = self.program.window.status.length.bar
        self.wait(bar.isVisible)

    def _unfold(self) -> None:
        """Show the further fields, from the lowest up."""
        from PySide6.QtWidgets import QScrollArea

        further = self.program.window.panel.publication.further
        further.unfold()
        self.wait_a_moment()
        area = self.program.window.panel.pages.currentWidget()
        assert isinstance(area, QScrollArea)
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)

    def _search(self) -> None:
        window = self.program.window
        window.panel.tabs.setCurrentIndex(0)
        window.top.search.setText("Fähre")
        self.wait(lambda: bool(window.stories.model.items))

    def shoot(self, name: str, scheme: object, width: int = SIZES[0][0], height: int = SIZES[0][1]) -> Path:
        """Draw the window into a file."""
        from newsroom.formats.files import atomic_write
        from newsroom.gui.theme.tokens import Scheme

        assert isinstance(scheme, Scheme)
        self.program.wardrobe.wear(scheme)
        self.program.window.resize(width, height)
        self.wait_a_moment()
        path = self._folder / f"{name}.png"
        atomic_write(path, _png(self.program.window))
        return path

    def wait_a_moment(self) -> None:
        """Let layouts and paints that are due happen."""
        turns: list[int] = []

        def counted() -> bool:
            turns.append(1)
            return len(turns) > 3  # noqa: PLR2004 - a few rounds of the event loop

        self.wait(counted)


def _png(window: object) -> bytes:
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QDialog, QWidget

    assert isinstance(window, QWidget)
    drawn = window.grab()
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            painter = QPainter(drawn)
            painter.drawPixmap(window.rect().center() - dialog.rect().center(), dialog.grab())
            painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawn.save(buffer, "PNG")
    return bytes(data.data())
