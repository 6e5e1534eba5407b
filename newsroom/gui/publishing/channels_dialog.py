"""The house's channels: into which folder stories go, named how, in which formats, by which preset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLineEdit,
    QTabWidget,
    QWidget,
)

from newsroom.domain.channel import Channel
from newsroom.domain.publishing import ChannelPlan
from newsroom.gui.dialogs.export.form import offered_formats
from newsroom.gui.dialogs.export.pattern import PatternField
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOLD = {
    Channel.WEB: N_("For readers: nothing goes out before its embargo."),
    Channel.PRINT: N_("For the page: before an embargo only where the page appears at its time or later."),
    Channel.PARTNER: N_("For partners: before an embargo only by a preset that says that they keep it."),
}


class PlanForm(QWidget):
    """How stories go out by one channel."""

    def __init__(self, plan: ChannelPlan, presets: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self.folder = QLineEdit(plan.folder, placeholderText=_("Nothing is written by this channel yet"))
        self.folder.setAccessibleName(_("Folder"))
        self.choose = button(_("Choose …"), self._choose)
        self.names = PatternField()
        self.names.line.setText(plan.pattern)
        self.names.line.setPlaceholderText(_("As exported files are named"))
        self.formats = {name: QCheckBox(title) for title, name in offered_formats()}
        for name, box in self.formats.items():
            box.setChecked(name in plan.formats)
        self.preset = Choice(_("Preset"))
        self.preset.addItem(_("None"), "")
        for name in presets:
            self.preset.addItem(name, name)
        self.preset.setCurrentIndex(max(0, self.preset.findData(plan.preset)))
        self._lay_out()

    def _lay_out(self) -> None:
        row = across(gap=8)
        row.addWidget(self.folder, 1)
        row.addWidget(self.choose)
        form = QFormLayout(self, verticalSpacing=10, horizontalSpacing=12)
        form.setContentsMargins(16, 14, 16, 14)
        form.addRow(label(_(_TOLD[self._plan.channel]), "muted", wrap=True))
        form.addRow(label(_("Folder"), "muted"), row)
        form.addRow(label(_("Names"), "muted"), self.names)
        form.addRow(label(_("Formats"), "muted"), self._boxes())
        form.addRow(label(_("Preset"), "muted"), self.preset)

    def _boxes(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        half = (len(self.formats) + 1) // 2
        for place, box in enumerate(self.formats.values()):
            grid.addWidget(box, place % half, place // half)
        return grid

    def _choose(self) -> None:
        chooser = QFileDialog(self, _("Folder"))
        chooser.setFileMode(QFileDialog.FileMode.Directory)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.fileSelected.connect(self.folder.setText)
        chooser.open()

    def plan(self) -> ChannelPlan:
        """Give what the fields say."""
        return ChannelPlan(
            channel=self._plan.channel,
            folder=self.folder.text().strip(),
            pattern=self.names.line.text().strip(),
            formats=tuple(name for name, box in self.formats.items() if box.isChecked()),
            preset=str(self.preset.currentData() or ""),
        )


class ChannelsDialog(QDialog):
    """Emits `put` with the plans of all channels when they are to be kept."""

    put = Signal(object)

    def __init__(
        self, plans: Iterable[ChannelPlan], presets: Iterable[str], parent: QWidget, *, allowed: bool
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Channels"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(800, 500)
        names = tuple(presets)
        self.tabs = QTabWidget(documentMode=True)
        self.forms = tuple(PlanForm(plan, names) for plan in plans)
        for form in self.forms:
            form.setEnabled(allowed)
            self.tabs.addTab(form, _(form.plan().channel.label))
        self.wrong = label("", "bad", wrap=True)
        self.wrong.hide()
        self.yes = button(_("Save"), self._save, "primary")
        self.yes.setDefault(True)
        self.yes.setEnabled(allowed)
        ways = across(gap=8)
        ways.addStretch(1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.yes)
        words = (
            _(
                "What is published is written into these folders, and each file is kept exactly as it went out."
            )
            if allowed
            else _("What is published is written into these folders; a duty editor changes them.")
        )
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Channels"), "title"))
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.tabs, 1)
        column.addWidget(self.wrong)
        column.addLayout(ways)

    def _save(self) -> None:
        self.put.emit(tuple(form.plan() for form in self.forms))

    def tell(self, words: str) -> None:
        """Say what keeps the plans from being kept."""
        self.wrong.setText(words)
        self.wrong.show()
