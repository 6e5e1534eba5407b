"""What went out of a story: when, by whom, by which channel, and its very files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, language, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.channel import Channel
    from newsroom.domain.publishing import Outgoing, Release

_NUMBER = Qt.ItemDataRole.UserRole


class ReleasesDialog(QDialog):
    """Emits `given_back` with the number of a sending, `sent` with a channel, and `again` to write what waits."""

    given_back = Signal(int)
    sent = Signal(object)
    again = Signal()

    def __init__(
        self,
        releases: Sequence[Release],
        waiting: Outgoing | None,
        channels: Sequence[Channel],
        zone: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What went out"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 420 if releases else 0)
        self.list = QTreeWidget()
        self.list.setAccessibleName(_("What went out"))
        self.list.setHeaderLabels([_("When"), _("What"), _("Channel"), _("Version"), _("By")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for release in reversed(releases):
            self._add(release, zone)
        self.list.currentItemChanged.connect(self._weigh)
        self.back = button(_("Give the files back …"), self._give_back)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("What went out"), "title"))
        column.addWidget(label(self._words(releases), "muted", wrap=True))
        column.addWidget(self.list, 1)
        if not releases:
            self.list.hide()
            self.back.hide()
        if waiting is not None:
            words = _("It waits to be written.") if waiting.fault is None else tell(waiting.fault)
            self.fault = label(words, "bad", wrap=True)
            column.addWidget(self.fault)
        column.addWidget(self._ways(waiting, channels))
        if (newest := self.list.topLevelItem(0)) is not None:
            self.list.setCurrentItem(newest)
        self._weigh()

    def _words(self, releases: Sequence[Release]) -> str:
        if not releases:
            return _(
                "Nothing of this story went out yet. It does when it is published, by the house’s channels."
            )
        return _("The library keeps each file exactly as it went out.")

    def _ways(self, waiting: Outgoing | None, channels: Sequence[Channel]) -> QWidget:
        holder = QWidget()
        row = across(holder, 8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        for channel in channels:
            words = _("Send to “{channel}”", channel=_(channel.label))
            row.addWidget(button(words, partial(self.sent.emit, channel)))
        if waiting is not None:
            row.addWidget(button(_("Try again"), self.again.emit))
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.accept, "primary"))
        return holder

    def _add(self, release: Release, zone: str) -> None:
        from newsroom.text import dates

        time = dates.show(release.time, zone, language())
        kind = _(release.kind.label) if release.written else _("Not written yet")
        told = [time, kind, _(release.channel.label), str(release.version), release.person]
        item = QTreeWidgetItem(self.list, told)
        item.setData(0, _NUMBER, release.number)
        for file in release.files:
            size = _("{n} bytes", n=file.size)
            child = QTreeWidgetItem(item, [f"{file.path} · {size}"])
            child.setFirstColumnSpanned(True)
            child.setToolTip(0, release.folder)
        item.setExpanded(True)

    def _number(self) -> int:
        item = self.list.currentItem()
        top = item.parent() or item if item else None
        return int(top.data(0, _NUMBER)) if top else 0

    def _weigh(self) -> None:
        self.back.setEnabled(bool(self._number()))

    def _give_back(self) -> None:
        self.given_back.emit(self._number())
