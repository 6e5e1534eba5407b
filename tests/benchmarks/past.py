"""How soon the history of a story is seen, from the key on, in a process of its own; beside a bare list of the same rows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from newsroom.gui.application import Program

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE, _GLANCE = 60, 0.0005
_SIZE = 1440, 900


def seen(library: Path, story: int) -> dict[str, float]:
    """Give milliseconds until the timeline is painted, until two versions stand beside it, and of a bare list.

    Work is processor time of the whole program, which holds on a busy machine too; again is of a history that was
    open before.
    """
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    arguments = [sys.executable, "-m", "tests.benchmarks.past", str(library), str(story)]
    done = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, check=True, timeout=120)
    return dict(json.loads(done.stdout.splitlines()[-1]))


class _Watch:
    """Notes when the clock stood at what, from the beginning on."""

    def __init__(self) -> None:
        self._begun = time.perf_counter(), time.process_time()

    def now(self) -> tuple[float, float]:
        """Give milliseconds since, of the clock and of the processor."""
        return (time.perf_counter() - self._begun[0]) * 1000, (time.process_time() - self._begun[1]) * 1000


def _wait(application: QApplication, done: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not done():
        application.processEvents()
        time.sleep(_GLANCE)
        if time.monotonic() > end:
            raise TimeoutError


def _measure(library: str, story: int) -> dict[str, float]:
    from newsroom.gui.application import Program, begin, options
    from newsroom.gui.kept import Kept

    application = begin()
    program = Program(application, Kept(Path(library).with_suffix(".ini")), options(["--library", library]))
    program.show()
    program.window.resize(*_SIZE)
    _open(application, program, story)
    first, again = _key(application, program), _key(application, program)
    bare = _bare(application, program)
    program.window.close()
    program.end()
    return {**first, **{f"{name} again": value for name, value in again.items()}, **bare}


def _open(application: QApplication, program: Program, story: int) -> None:
    _wait(application, lambda: program.wiring and program.window.stories.model.items)
    assert program.wiring is not None
    session = program.wiring.session
    _rest(application)  # a window opens the last story by itself
    session.open(story)
    _wait(application, lambda: session.article is not None and session.article.id == story)
    _rest(application)


def _rest(application: QApplication) -> None:
    begun = time.monotonic()
    _wait(application, lambda: time.monotonic() > begun + 1)


def _key(application: QApplication, program: Program) -> dict[str, float]:
    """Press the key of the history, and leave it again."""
    from newsroom.gui.past.feature import Past

    assert program.wiring is not None
    past, marks = program.wiring.feature(Past), _Marks()
    if past.view is not None:
        past.view.list.show_events((), "UTC", past.view.list.model_.now)  # type: ignore[arg-type]  # it was shown before
    watch = _Watch()
    program.window.actions_["history"].trigger()
    view = past.view
    assert view is not None
    marks.watch(view.list.viewport(), lambda: view.list.model_.rowCount() > 0, "timeline", watch)
    marks.watch(view.sheet.viewport(), lambda: view.two is not None and not past.busy, "beside", watch)
    _wait(application, lambda: len(marks.found) == 2)
    marks.forget()
    _wait(application, lambda: not past.busy)
    past.leave()
    view.two = None
    _rest(application)
    (timeline, work), (beside, both) = marks.found["timeline"], marks.found["beside"]
    return {"timeline": timeline, "timeline work": work, "beside": beside, "beside work": both}


class _Marks:
    """Notes when a widget was painted for the first time with what it shall show."""

    def __init__(self) -> None:
        self.found: dict[str, tuple[float, float]] = {}
        self._eyes: list[tuple[QObject, QObject]] = []

    def watch(self, widget: QObject, ready: Callable[[], bool], name: str, watch: _Watch) -> None:
        """Note under a name when a widget was painted and was ready."""
        from PySide6.QtCore import QEvent, QObject, QTimer

        marks = self

        class Eye(QObject):
            def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint and name not in marks.found and ready():
                    QTimer.singleShot(0, lambda: marks.found.setdefault(name, watch.now()))
                return False

        eye = Eye()
        widget.installEventFilter(eye)
        self._eyes.append((widget, eye))

    def forget(self) -> None:
        """Look no longer."""
        for widget, eye in self._eyes:
            widget.removeEventFilter(eye)


def _bare(application: QApplication, program: Program) -> dict[str, float]:
    """Show the words of the same rows in a bare list."""
    from PySide6.QtCore import QStringListModel
    from PySide6.QtWidgets import QListView

    from newsroom.gui.past.feature import Past

    assert program.wiring is not None
    view = program.wiring.feature(Past).view
    assert view is not None
    model = view.list.model_
    rows = [str(model.index(row).data()) for row in range(model.rowCount())]
    marks, watch = _Marks(), _Watch()
    bare = QListView()
    bare.setModel(QStringListModel(rows, bare))
    marks.watch(bare.viewport(), lambda: True, "bare", watch)
    bare.resize(*_SIZE)
    bare.show()
    _wait(application, lambda: marks.found)
    bare.close()
    seen, work = marks.found["bare"]
    return {"bare": seen, "bare work": work}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(sys.argv[1], int(sys.argv[2]))) + "\n")
