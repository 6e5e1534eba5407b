"""The dialog that finds in many stories, shows every replacement under its story and lets choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QProgressBar, QWidget

from newsroom.gui.editor.find.asked import Asked
from newsroom.gui.editor.find.preview import Group, Preview
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label, restyle
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from newsroom.desk.replacing import FindReport, FoundIn

_SIZE = (820, 620)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StoriesDialog(QDialog):
    """Emits `searched` with the number of the place to look in, `chosen` with the stories and their finds."""

    searched = Signal(int)
    chosen = Signal(object)
    stopped = Signal()

    def __init__(self, parent: QWidget, places: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Replace in stories"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._found: tuple[FoundIn, ...] = ()
        self.asked = Asked(self)
        self.where = Choice(_("Where"))
        self.where.addItems(list(places))
        self.seek = button(_("Search"), self.search)
        self.view = Preview()
        self.told = label("", "muted", wrap=True)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setAccessibleName(_("Progress"))
        self.no = button(_("Cancel"), self.reject)
        self.yes = button(_("Replace"), self._answer, "primary")
        self._lay_out()
        self.asked.changed.connect(self._stale)
        self.where.currentIndexChanged.connect(self._stale)
        self.view.preview.turned.connect(self._count)
        self._stale()
        self.asked.words.setFocus()

    def _lay_out(self) -> None:
        first = across(gap=4)
        first.addWidget(self.asked.words, 1)
        self.asked.lay_switches(first)
        first.addSpacing(4)
        first.addWidget(self.seek)
        form = QFormLayout()
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(label(_("Where"), "muted"), self.where)
        form.addRow(label(_("Find"), "muted"), first)
        form.addRow(label(_("Replace with"), "muted"), self.asked.new)
        end = across(gap=8)
        end.addWidget(self.told, 1)
        end.addWidget(self.progress)
        end.addWidget(self.no)
        end.addWidget(self.yes)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Replace in stories"), "title"))
        column.addLayout(form)
        column.addWidget(self.view, 1)
        column.addLayout(end)
        self.progress.setFixedWidth(140)
        self.progress.hide()

    # Searching

    def search(self, _checked: bool = False) -> None:
        """Ask for the search."""
        if self.asked.words.text():
            self.searched.emit(self.where.currentIndex())

    def _stale(self) -> None:
        """Show that what was found is not what is asked for now."""
        self._show(())
        self.stopped.emit()
        self.rest()
        self._say("")
        self.seek.setEnabled(bool(self.asked.words.text()))

    def busy(self, words: str, done: int, total: int) -> None:
        """Show how far the work is."""
        self._say(words)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress.show()

    def rest(self) -> None:
        """Show that no work goes on."""
        self.progress.hide()

    def show_report(self, report: FindReport) -> None:
        """Show what was found."""
        self.rest()
        self._show(report.stories)
        stories = ngettext("{n} story searched", "{n} stories searched", report.searched)
        if report.stories:
            found = ngettext("{n} find", "{n} finds", report.count)
            self._say(f"{found} · {stories}")
        else:
            self._say(f"{_('Nothing found')} · {stories}")

    def fail(self, words: str) -> None:
        """Say what went wrong."""
        self.rest()
        self._say(words, "bad")
        self.asked.mark_wrong(True)

    def _show(self, stories: tuple[FoundIn, ...]) -> None:
        self._found = stories
        self.view.show_groups([_group(story) for story in stories])
        self.asked.mark_wrong(False)

    def _say(self, words: str, tone: str = "muted") -> None:
        self.told.setText(words)
        if self.told.property("tone") != tone:
            self.told.setProperty("tone", tone)
            restyle(self.told)

    def _count(self) -> None:
        count = self.view.preview.count()
        self.yes.setText(ngettext("Replace {n}", "Replace {n}", count) if count else _("Replace"))
        self.yes.setEnabled(bool(count))
        if self._found and count < self.view.preview.total():
            self._say(_("{n} of {all} chosen", n=count, all=self.view.preview.total()))

    def _answer(self, _checked: bool = False) -> None:
        from dataclasses import replace

        pairs = zip(self._found, self.view.preview.chosen(), strict=True)
        self.chosen.emit(tuple(replace(story, finds=finds) for story, finds in pairs if finds))
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search with Enter in the fields, replace nothing by it."""
        if event.key() in _ENTER and (self.asked.words.hasFocus() or self.asked.new.hasFocus()):
            self.search()
        else:
            super().keyPressEvent(event)


def _group(story: FoundIn) -> Group:
    locked = tell(story.locked.message) if story.locked else ""
    return Group(story.headline or _("No headline"), story.finds, locked)
