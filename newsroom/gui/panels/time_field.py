"""A field for a time: typed in words or figures, the understood time is shown beneath."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.gui.browser.times import city, short
from newsroom.gui.parts import down, label, restyle
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, language, tell

if TYPE_CHECKING:
    from newsroom.gui.tasks import Task, Tasks
    from newsroom.text.dates import Parsed
    from newsroom.translation import Message

_PAUSE = 150


class TimeField(QWidget):
    """Gives an aware time or none; emits `changed` when another one was understood."""

    changed = Signal()

    def __init__(self, tasks: Tasks, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._when: datetime | None = None
        self._zone = "UTC"
        self.edit = QLineEdit(placeholderText=_("none"))
        self.edit.setAccessibleName(name)
        self.understood = label("", "tiny", wrap=True)
        column = down(self, 2)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.edit)
        column.addWidget(self.understood)
        self._pause = AfterPause(self._read, _PAUSE, self)
        self.edit.textEdited.connect(self._pause.ask)
        self.edit.editingFinished.connect(self._settle)
        self.setFocusProxy(self.edit)
        self._say("", "")

    def show_time(self, when: datetime | None, zone: str) -> None:
        """Show a time in a zone."""
        self._forget()
        self._when, self._zone = when, zone
        self.edit.setText(self._written())
        self._say("", "")

    def time(self) -> datetime | None:
        """Give the time last understood, or None where the field is empty."""
        return self._when

    @property
    def wrong(self) -> bool:
        """Tell whether what stands in the field is no time."""
        return bool(self.edit.property("wrong"))

    def settle(self) -> None:
        """Read at once what was just typed, for the story is about to be kept."""
        if self._pause.waiting() or self._task is not None:
            self._forget()
            typed = self._typed()
            if typed:
                self._understand(_parse(typed, self._zone, datetime.now(UTC), language()))
            else:
                self._take(None)

    def _forget(self) -> None:
        self._pause.forget()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _typed(self) -> str:
        return self.edit.text().split(" · ")[0].strip()

    def _written(self) -> str:
        return f"{short(self._when, self._zone)} · {city(self._zone)}" if self._when else ""

    def _read(self) -> None:
        self._forget()
        typed = self._typed()
        if not typed:
            self._take(None)
            return
        zone, base, tongue = self._zone, datetime.now(UTC), language()
        self._task = self._tasks.read(lambda: _parse(typed, zone, base, tongue), self._understand)

    def _understand(self, parsed: Parsed | None) -> None:
        self._task = None
        if parsed is None:
            self._say("bad", _("Not understood. Write it like {example}.", example=_example()))
        else:
            self._take(parsed.when, parsed.clocks)

    def _take(self, when: datetime | None, clocks: tuple[Message, ...] = ()) -> None:
        moved = when != self._when
        self._when = when
        understood = [_("Understood: {time}", time=self._written())] if when else []
        self._say("warn" if clocks else "good", "\n".join([*understood, *map(tell, clocks)]))
        if moved:
            self.changed.emit()

    def _settle(self) -> None:
        """Write the time as it was understood, once the field is left; a wrong one stays to be mended."""
        if self._pause.waiting():
            self._pause.now()
        elif self._task is None and not self.wrong:
            self.edit.setText(self._written())
            self._say("", "")

    def _say(self, tone: str, words: str) -> None:
        self.edit.setProperty("wrong", tone == "bad")
        restyle(self.edit)
        self.understood.setProperty("tone", tone or "tiny")
        self.understood.setText(words)
        self.understood.setVisible(bool(words))
        restyle(self.understood)


def _parse(typed: str, zone: str, base: datetime, tongue: str) -> Parsed | None:
    """Understand a typed time; the reader of dates is loaded at first use."""
    from newsroom.text.dates import parse

    try:
        return parse(typed, zone, base, tongue)
    except (ValueError, OverflowError):
        return None


def _example() -> str:
    return {"de": "27.03.2025 11:25", "en": "27/03/2025 11:25"}[language()]
