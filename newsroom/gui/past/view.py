"""The history of a story in the editor's place: two versions beside each other, the timeline at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from newsroom.gui.comparing.sheet import Sheet
from newsroom.gui.parts import across, button, down, label, line, named
from newsroom.gui.past.bar import CompareBar
from newsroom.gui.past.events import EventList
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from PySide6.QtGui import QImage

    from newsroom.desk.comparing import Compared
    from newsroom.desk.history import Two
    from newsroom.domain.article import Article
    from newsroom.domain.comparison import Row
    from newsroom.domain.timeline import Event
    from newsroom.gui.icons import Icons
    from newsroom.gui.theme.tokens import Palette

_SIDE = 292


class PastView(QWidget):
    """Shows what it is given and tells what is wanted of it."""

    left = Signal()
    restore_asked = Signal(int)
    row_asked = Signal(object, object)
    snapshot_asked = Signal()
    report_asked = Signal()

    def __init__(self, palette: Palette, icons: Icons) -> None:
        super().__init__()
        named(self, "pastView")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = label("", "head")
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back = button(_("‹ Back"), self.left.emit)
        self.snapshot = button(_("Keep a snapshot …"), self.snapshot_asked.emit)
        self.place = button(_("Restore this place"), self._restore_place)
        self.place.setToolTip(
            _("The paragraph or field that is looked at comes back as it was in the older version")
        )
        self.restore = button(_("Restore this version"), self._restore)
        self.bar = CompareBar(icons)
        self.names = label("", "muted"), label("", "muted")
        self.sheet = Sheet(palette, page=True)
        self.list = EventList(palette)
        self.proof = label("", "muted", wrap=True)
        self.report = button(_("Export as a report …"), self.report_asked.emit)
        self.two: Two | None = None
        self._pictures: Mapping[str, QImage] = {}
        self._newest = 0
        self._at = -1
        self._writable = True
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = named(QWidget(), "viewHead")
        row = across(head, 10)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        row.addWidget(self.snapshot)
        row.addWidget(self.place)
        row.addWidget(self.restore)
        names = across(gap=48)
        names.setContentsMargins(34, 8, 34, 4)
        for name in self.names:
            names.addWidget(name, 1)
        pages = down(gap=0)
        pages.addLayout(names)
        pages.addWidget(self.sheet, 1)
        halves = across(gap=0)
        halves.addLayout(pages, 1)
        halves.addWidget(line(upright=True))
        halves.addWidget(self._side())
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (head, self.bar):
            column.addWidget(part)
        column.addLayout(halves, 1)

    def _side(self) -> QWidget:
        side = named(QWidget(), "pastSide")
        side.setFixedWidth(_SIDE)
        foot = down(gap=8)
        foot.setContentsMargins(14, 8, 14, 12)
        foot.addWidget(self.proof)
        foot.addWidget(self.report)
        column = down(side, 0)
        column.setContentsMargins(0, 10, 0, 0)
        heading = label(_("History"), "head")
        heading.setContentsMargins(14, 0, 14, 6)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addWidget(line())
        column.addLayout(foot)
        return side

    def _connect(self) -> None:
        self.bar.stepped.connect(self.step)
        self.bar.shown.connect(self._draw)
        self.sheet.filled.connect(self._filled)
        self.sheet.row_asked.connect(self._offer)
        keys = (("Esc", self.left.emit), ("N", partial(self.step, 1)), ("P", partial(self.step, -1)))
        for key, act in keys:
            made = QShortcut(QKeySequence(key), self, act)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.list)

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self.list.painter_.palette = palette
        self.list.viewport().update()
        self.sheet.wear(palette)
        self._draw()

    # What is shown

    def show_events(self, events: Sequence[Event], headline: str, zone: str, now: datetime) -> None:
        """Show a story's timeline."""
        self.title.setText(headline or _("No headline"))
        self.list.show_events(events, zone, now)
        self.bar.offer(events, zone, now)
        self._newest = max((version for event in events for version in event.kept), default=0)

    def allow(self, *, writable: bool) -> None:
        """Offer ways back where the story may be changed."""
        self._writable = writable
        self.snapshot.setEnabled(writable)
        self._weigh()

    def show_two(self, two: Two, pictures: Mapping[str, QImage]) -> None:
        """Show two versions."""
        self.two, self._pictures, self._at = two, pictures, -1
        self.bar.choose(two.old.version, two.new.version)
        self.list.choose(two.new.version)
        for name, article in zip(self.names, (two.old, two.new), strict=True):
            _name(name, article)
        self._weigh()
        self._draw()

    def tell(self, words: str) -> None:
        """Say in the sheet's place why nothing is shown."""
        self.two = None
        self.sheet.setPlainText(words)
        self.bar.tell_places(-1, 0)
        self._weigh()

    def tell_proof(self, words: str, tone: str) -> None:
        """Say whether the story's journal holds."""
        self.proof.setText(words)
        self.proof.setProperty("tone", tone)
        self.proof.style().unpolish(self.proof)
        self.proof.style().polish(self.proof)

    def _draw(self) -> None:
        if self.two is None:
            return
        self.names[0].setVisible(not self.bar.inline)
        whole = not self.bar.folded.isChecked()
        self.sheet.show_fields(self.two.fields, whole=whole, inline=self.bar.inline, pictures=self._pictures)

    def _filled(self) -> None:
        """Go on from the place that was looked at before the same two were drawn anew."""
        if 0 <= self._at < self.sheet.differences:
            self.sheet.look_at(self._at)
        self._count()

    def _count(self) -> None:
        self._at = self.sheet.at
        self.place.setEnabled(self._writable and self.sheet.difference() is not None)
        self.bar.tell_places(self._at, self.sheet.differences)

    def step(self, step: int) -> None:
        """Look at the next difference, or the one before."""
        self.sheet.go(step)
        self._count()

    # Ways back

    def _weigh(self) -> None:
        """Offer to restore the older of two versions; restoring the newest would change nothing."""
        able = self._writable and self.two is not None and self.two.old.version < self._newest
        self.restore.setEnabled(able)
        self.place.setEnabled(self._writable and self.two is not None and self.sheet.difference() is not None)
        if self.two is not None:
            self.restore.setText(_("Restore version {n}", n=self.two.old.version))
            self.restore.setAccessibleName(self.restore.text())

    def _restore(self) -> None:
        if self.two is not None:
            self.restore_asked.emit(self.two.old.version)

    def _restore_place(self) -> None:
        found = self.sheet.difference()
        if found is not None:
            self.row_asked.emit(*found)

    def _offer(self, field: Compared, row: Row, at: QPoint) -> None:
        """Offer to bring one difference back."""
        self._count()
        if not self._writable:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = _("Restore this paragraph") if field.field == "body" else _("Restore this field")
        menu.addAction(words, partial(self.row_asked.emit, field, row))
        menu.popup(at)


def _name(name: QLabel, article: Article) -> None:
    """Say over a column which version it is, where it stood, and how long it is."""
    from newsroom.domain.reader import reader_words

    words = ngettext("{n} word", "{n} words", len(reader_words(article).split()))
    version = _("Version {n}", n=article.version)
    name.setText(" · ".join((version, _(article.state.label), words)))
