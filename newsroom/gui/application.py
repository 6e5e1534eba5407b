"""Starts the window: seen first, filled as soon as the library is open."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from newsroom import __version__, translation
from newsroom.domain.errors import LoginRefused, NewsroomError
from newsroom.domain.server import is_address
from newsroom.gui import crash_note, qt_log
from newsroom.gui.garbage import Garbage
from newsroom.gui.imports import hasten
from newsroom.gui.kept import Kept
from newsroom.gui.libraries.recent import Recent
from newsroom.gui.main_window import MainWindow
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import Scheme
from newsroom.gui.theme.wardrobe import Wardrobe
from newsroom.translation import N_, _, tell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QTranslator

    from newsroom.desk import Desk
    from newsroom.gui.browser.browsing import Browsing
    from newsroom.gui.wiring import Wiring

_LOG = logging.getLogger(__name__)
_LOOKS = ("system", "light", "dark", "contrast")


def options(arguments: list[str]) -> argparse.Namespace:
    """Read what the command line asks of the window."""
    parser = argparse.ArgumentParser("newsroom-desk", description=_("Opens the newsroom's window."))
    parser.add_argument("--library", default="", help=_("The library: a file or an address"))
    parser.add_argument("--lang", default="", help=_("Language of the program: de or en"))
    parser.add_argument("--as", dest="person", default="", help=_("Who works"))
    parser.add_argument("--samples", action="store_true", help=_("Fill an empty library with sample stories"))
    return parser.parse_args(arguments)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The library to open: its place, a password that was typed, and whether to keep that."""

    place: str
    password: str = field(default="", repr=False)
    keep: bool = False


class Program(QObject):
    """One run of the program: a window, and the desk that is opened behind it."""

    def __init__(self, application: QApplication, kept: Kept, chosen: argparse.Namespace) -> None:
        super().__init__(application)
        self._application, self._kept, self._chosen = application, kept, chosen
        self._recent = Recent(kept)
        self.desk: Desk | None = None
        self.wiring: Wiring | None = None
        self._wanted = Wanted(chosen.library or os.environ.get("NEWSROOM_LIBRARY") or self._recent.last)
        self._leaving: Desk | None = None
        self._fills = False
        self._translator: QTranslator | None = None
        self._garbage = Garbage(application)
        self.wardrobe = Wardrobe(application, kept.scheme)
        translation.use(chosen.lang or kept.word("language") or translation.wanted([]))
        self.window = self._open_window()

    def _speak(self) -> None:
        """Let Qt speak the program's language."""
        from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

        spoken = translation.language()
        QLocale.setDefault(QLocale(spoken))
        if self._translator is not None:
            self._application.removeTranslator(self._translator)
        self._translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._translator.load(QLocale(spoken), "qtbase", "_", folder):
            self._application.installTranslator(self._translator)

    def _open_window(self) -> MainWindow:
        window = MainWindow(self.wardrobe, self._kept)
        window.painted.connect(self._painted)
        return window

    def _build(self) -> None:
        """Build the window's parts, and let its actions do what needs no library."""
        from newsroom.gui.libraries.opening import Libraries

        self._speak()
        self.window.build()
        actions = self.window.actions_
        actions.connect_all({f"look-{name}": partial(self._wear, name) for name in _LOOKS})
        actions.connect_all(
            {f"language-{code}": partial(self._switch, code) for code in translation.LANGUAGES}
        )
        self._libraries = Libraries(self.window, self._open_other, self._now_open)
        actions.connect_all({"quit": self._quit, "about": self._about, **self._libraries.handlers()})
        actions[f"look-{self.wardrobe.scheme.value}"].setChecked(True)
        actions[f"language-{translation.language()}"].setChecked(True)

    def show(self) -> None:
        """Show the window; all else waits until it was painted."""
        self.window.show()

    def _quit(self) -> None:
        self.window.close()

    # After the first paint

    def _painted(self) -> None:
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        """Open the library on a thread, and build the window meanwhile."""
        if self.desk is None:
            self.window.tasks.read(self._open_desk, self._attach, self._not_open)
        if not self.window.built:
            self._build()
        if self.desk is not None:
            self._attach(self.desk)

    def _open_desk(self) -> Desk:
        from newsroom.desk import open_desk

        if self._leaving is not None:
            self._leaving.close()
            self._leaving = None
        desk = open_desk(self._wanted.place or None, self._chosen.person, password=self._wanted.password)
        if self._wanted.keep:
            from newsroom.desk.passwords import keep
            from newsroom.domain.server import server_of

            keep(server_of(self._wanted.place), self._wanted.password)
        desk.lists.page()  # what the first page imports is imported here, off the window's thread
        return desk

    def _attach(self, desk: Desk) -> None:
        """Show the list; nothing else may stand before it in the readers' queue."""
        from newsroom.gui.browser.browsing import Browsing

        self._fills = self.desk is None and self._chosen.samples
        if self.desk is None:
            self._recent.note(self._wanted.place if is_address(self._wanted.place) else desk.library.location)
        self.desk, self.wiring = desk, None
        window, kept = self.window, self._kept
        window.stories.set_zone(desk.house.zone)
        browsing = Browsing(desk, window.tasks, window.sidebar, window.stories, window.top.search, window)
        listed = partial(self._listed, browsing)
        self._first = window.stories.model.turned.connect(listed)
        browsing.begin(kept.word("place"), kept.word("order"), headings=bool(kept.word("headings")))
        window.stories.cards.setFocus()

    def _listed(self, browsing: Browsing) -> None:
        """Load what can wait until stories are listed: all that the window does with them, off its thread."""
        from newsroom.gui.browser.story_list_model import Loading

        if self.window.stories.model.loading is Loading.FIRST:
            return
        QObject.disconnect(self._first)
        self.window.tasks.read(_load, lambda _loaded: self._wire(browsing))

    def _wire(self, browsing: Browsing) -> None:
        """Let the window do what it can do, beside showing the list."""
        from newsroom.gui.wiring import Wiring

        assert self.desk is not None, "a library is listed"
        self.wiring = Wiring(self.window, self.desk, browsing)
        self.wiring.begin()
        self._garbage.begin()
        self.window.tasks.read(self.wardrobe.icons.fetch, lambda _fetched: self.wardrobe.complete())
        if self._fills and not self.desk.lists.counts().all:
            self.wiring.arrivals.add_samples()

    def _not_open(self, error: BaseException) -> None:
        self._garbage.begin()
        self.wardrobe.complete()
        words = (
            tell(error.message) if isinstance(error, NewsroomError) else _("The library could not be opened.")
        )
        self.window.stories.title.setText(_("No library"))
        ways = [(_("Try again"), self._go_on), (_("Open another library …"), self._libraries.choose)]
        if isinstance(error, LoginRefused):
            ways.insert(0, (_("Name and password …"), partial(self._libraries.ask, self._wanted.place)))
        self.window.story.blank.say("offline", _("The library could not be opened"), words, ways)

    # Choices

    def _wear(self, name: str, _checked: bool = False) -> None:
        self.wardrobe.wear(Scheme(name))
        self._kept.keep("look", name)

    def _switch(self, code: str, _checked: bool = False) -> None:
        """Speak another language: the window is built anew, the desk stays open."""
        if code == translation.language() or self.desk is None:
            return
        self._kept.keep("language", code)
        self._renew_window(partial(translation.use, code))

    def _renew_window(self, between: Callable[[], object]) -> None:
        """Close the window, which saves what is open in it, and show a new one."""
        old = self.window
        self._application.setQuitOnLastWindowClosed(False)
        old.close()
        between()
        self.window = self._open_window()
        self._build()
        self.window.show()
        self._application.setQuitOnLastWindowClosed(True)
        old.deleteLater()

    def _now_open(self) -> str:
        return self.desk.library.location if self.desk is not None else ""

    def _open_other(self, place: str, password: str = "", keep: bool = False) -> None:
        """Open another library in a new window; the one that is open is let go of first."""
        self._renew_window(partial(self._want, Wanted(place, password, keep)))

    def _want(self, wanted: Wanted) -> None:
        self._leaving, self.desk = self.desk, None
        self._wanted = wanted
        self._recent.choose(wanted.place)

    def _about(self) -> None:
        from newsroom.gui.dialogs.question import Question

        words = _(
            "Version {version}. A story lives here from its first line to the printed page.",
            version=__version__,
        )
        Question(self.window, "Newsroom", words, _("Close")).ask(lambda _reason: None)

    def end(self) -> None:
        """Close the library, after the window has closed."""
        for desk in (self._leaving, self.desk):
            if desk is not None:
                desk.close()
        self._garbage.end()


def _load() -> None:
    """Import what the window is wired with; Python does it once, on whatever thread."""
    import newsroom.gui.wiring  # noqa: F401 - it is only to stand ready


def begin() -> QApplication:
    """Give the application, in the style and with the face that the window's frame is painted in."""
    hasten()
    gc.disable()  # until stories are listed: imports make no garbage, and looking for it costs a tenth of them
    application = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Newsroom")
    faces.register_first()
    return application


def run(arguments: list[str]) -> int:
    """Run the window until it is closed and give the exit code."""
    translation.use(translation.wanted(arguments))
    chosen = options(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    qt_log.listen()
    application = begin()
    folder = _config()
    with crash_note.kept(folder):
        program = Program(application, Kept(folder / "window.ini"), chosen)
        program.show()
        code = application.exec()
        program.end()
    return code


def _config() -> Path:
    """Give the folder of the person's settings, made where it is missing."""
    from newsroom.desk.personal import config_folder

    folder = config_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        _LOG.warning(N_("The folder for settings cannot be made: %s"), folder)
    return folder
