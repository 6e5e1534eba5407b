"""The house's presets: listed, added, changed, removed, and carried from library to library as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QWidget

from newsroom.domain.errors import NewsroomError
from newsroom.domain.export_profile import ExportProfile
from newsroom.gui.dialogs.export.form import ProfileForm
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Iterable


class PresetsDialog(QDialog):
    """Emits `put` with all presets when they are to be kept, and asks for files to bring in or write."""

    put = Signal(object)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(
        self,
        profiles: Iterable[ExportProfile],
        print_profiles: Iterable[str],
        parent: QWidget,
        *,
        allowed: bool,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Presets of exports"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(760, 460)
        self._profiles: list[ExportProfile] = []
        self._allowed = allowed
        self.list = QListWidget()
        self.list.setAccessibleName(_("Presets"))
        self.name = QLineEdit(placeholderText=_("Name of the preset"))
        self.name.setAccessibleName(_("Name of the preset"))
        self.form = ProfileForm(print_profiles)
        self.wrong = label("", "bad", wrap=True)
        self.add = button(_("Add"), self._add)
        self.remove = button(_("Remove"), self._remove)
        self.yes = button(_("Save"), self._save, "primary")
        self._lay_out()
        self.show_all(profiles)
        self._connect()

    def _lay_out(self) -> None:
        left, right, both = down(gap=8), down(gap=10), across(gap=18)
        left.addWidget(self.list, 1)
        under = across(gap=8)
        for part in (self.add, self.remove):
            part.setAutoDefault(False)
            part.setEnabled(self._allowed)
            under.addWidget(part)
        left.addLayout(under)
        right.addWidget(self.name)
        right.addWidget(self.form)
        right.addStretch(1)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        ways = across(gap=8)
        for words, asked in ((_("Import …"), self.import_asked), (_("Export …"), self.export_asked)):
            way = button(words, asked.emit)
            way.setAutoDefault(False)
            ways.addWidget(way)
        ways.addStretch(1)
        ways.addWidget(button(_("Cancel"), self.reject))
        ways.addWidget(self.yes)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Presets of exports"), "title"))
        words = (
            _("They hold for everyone in this library.")
            if self._allowed
            else _("They hold for everyone in this library; a duty editor changes them.")
        )
        column.addWidget(label(words, "muted", wrap=True))
        column.addLayout(both, 1)
        column.addWidget(self.wrong)
        column.addLayout(ways)
        self.wrong.hide()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.name.textEdited.connect(self._take)
        self.form.changed.connect(self._take)

    def show_all(self, profiles: Iterable[ExportProfile]) -> None:
        """Show presets as the library holds them."""
        self._profiles = list(profiles)
        self.list.clear()
        self.list.addItems([one.name for one in self._profiles])
        self.list.setCurrentRow(0 if self._profiles else -1)
        self._show(self.list.currentRow())

    def _show(self, row: int) -> None:
        there = 0 <= row < len(self._profiles)
        for part in (self.name, self.form):
            part.setEnabled(there and self._allowed)
        self.remove.setEnabled(there and self._allowed)
        profile = self._profiles[row] if there else ExportProfile(format="docx")
        self.form.blockSignals(True)
        self.form.show_profile(profile)
        self.form.blockSignals(False)
        self.name.setText(profile.name)
        self._weigh()

    def _take(self) -> None:
        """Hold what the fields say as the preset that is shown."""
        row = self.list.currentRow()
        item = self.list.item(row)
        if 0 <= row < len(self._profiles) and item is not None:
            self._profiles[row] = replace(self.form.profile(), name=self.name.text().strip())
            item.setText(self._profiles[row].name)
        self._weigh()

    def _add(self) -> None:
        self._profiles.append(replace(self.form.profile(), name=_("New preset")))
        self.list.addItem(self._profiles[-1].name)
        self.list.setCurrentRow(len(self._profiles) - 1)
        self.name.selectAll()
        self.name.setFocus()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._profiles):
            del self._profiles[row]
            self.show_all(self._profiles)

    def _weigh(self) -> None:
        """Say what is wrong with a preset before it is kept."""
        words = self._fault()
        self.wrong.setText(words)
        self.wrong.setVisible(bool(words))
        self.yes.setEnabled(self._allowed and not words)

    def _fault(self) -> str:
        from newsroom.desk.profiles import check

        names = [one.name.casefold() for one in self._profiles]
        if len(set(names)) < len(names):
            return _("Two presets cannot have the same name.")
        for profile in self._profiles:
            try:
                check(profile)
            except NewsroomError as error:
                return _("{name}: {reason}", name=profile.name or "…", reason=tell(error.message))
        return ""

    def _save(self) -> None:
        self.put.emit(tuple(self._profiles))
        self.accept()
