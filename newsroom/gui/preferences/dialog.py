"""The preferences: groups at the left, settings with their help at the right, each change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from newsroom.gui.parts import across, button, down, label
from newsroom.gui.preferences.entry_field import EntryField
from newsroom.settings import GROUPS, House, Kind, Personal, described
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.gui.preferences.settings import Settings

_SIZE = (820, 600)
_GROUPS_WIDTH = 220


class Section(QWidget):
    """The settings of one group that are one kind's: the person's or the house's."""

    def __init__(self, title: str, words: str, fields: Iterable[EntryField]) -> None:
        super().__init__()
        self.fields = tuple(fields)
        column = down(self, 14)
        column.setContentsMargins(0, 0, 0, 18)
        self.head = label(title, "title")
        column.addWidget(self.head)
        column.addWidget(label(words, "muted", wrap=True))
        for field in self.fields:
            column.addWidget(field)

    def narrow(self, typed: str) -> bool:
        """Show what matches, and nothing where nothing does; tell whether something is shown."""
        for field in self.fields:
            field.setVisible(field.matches(typed))
        found = any(not field.isHidden() for field in self.fields)
        self.setVisible(found)
        return found


class PreferencesDialog(QDialog):
    """Sets what a person and a house may set; what is wrong is said beside its field."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._settings = settings
        self.sought = QLineEdit(placeholderText=_("Find a setting …"))
        self.sought.setAccessibleName(_("Find a setting"))
        self.sought.setClearButtonEnabled(True)
        self.groups = QListWidget()
        self.groups.setAccessibleName(_("Groups"))
        self.none = label(_("No setting has these words."), "muted", wrap=True)
        self.sections: dict[str, list[Section]] = {group: list(self._sections(group)) for group in GROUPS}
        self._titles = [group for group, sections in self.sections.items() if sections]
        self.groups.addItems([_(group) for group in self._titles])
        self._lay_out()
        self.groups.currentRowChanged.connect(self._show_group)
        self.sought.textChanged.connect(self._narrow)
        settings.changed.connect(self._show_files)
        settings.file_refused.connect(self._explain_file)
        self.groups.setCurrentRow(0)

    def _sections(self, group: str) -> Iterable[Section]:
        mine = list(self._fields(group, Personal))
        if mine:
            yield Section(_(group), _("For you alone, in every library."), mine)
        theirs = list(self._fields(group, House))
        if theirs:
            allowed = self._settings.may_set_house
            words = _("For everyone in this library.")
            if not allowed:
                words += " " + _("Only a duty editor changes the settings of the house.")
            for field in theirs:
                field.field.setEnabled(allowed)
            yield Section(_(group), words, theirs)

    def _fields(self, group: str, kind: type[House | Personal]) -> Iterable[EntryField]:
        mine = kind is Personal
        held = self._settings.personal if mine else self._settings.house
        for name, known in described(kind).items():
            if known.group == group and not known.elsewhere:
                field = EntryField(known, getattr(held, name))
                field.settled.connect(self._set_mine if mine else self._set_theirs)
                field.file_chosen.connect(self._settings.set_file)
                field.file_copied.connect(self._settings.copy_file)
                yield field

    def _files(self) -> Iterable[EntryField]:
        fields = (field for many in self.sections.values() for one in many for field in one.fields)
        return (field for field in fields if field.known.kind is Kind.FILE)

    def _show_files(self) -> None:
        """Show which files are kept now."""
        for field in self._files():
            field.take(getattr(self._settings.house, field.known.name))

    def _explain_file(self, name: str, words: str) -> None:
        """Say beside its field what is wrong with a file."""
        for field in self._files():
            if field.known.name == name:
                field.explain(words)

    def _set_mine(self, name: str, value: object) -> None:
        self._settings.set_personal({name: value})

    def _set_theirs(self, name: str, value: object) -> None:
        self._settings.set_house({name: value})

    def _lay_out(self) -> None:
        page = QWidget()
        column = down(page, 6)
        column.setContentsMargins(4, 0, 16, 0)
        column.addWidget(self.none)
        self._stack(column)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(page)
        self.groups.setFixedWidth(_GROUPS_WIDTH)
        sides = across(gap=20)
        sides.addWidget(self.groups)
        sides.addWidget(self.area, 1)
        ways = across()
        ways.addStretch(1)
        done = button(_("Done"), self.accept, "primary")
        done.setAutoDefault(False)  # Enter in a field settles it and closes nothing
        ways.addWidget(done)
        whole = down(self, 12)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.addWidget(self.sought)
        whole.addLayout(sides, 1)
        whole.addLayout(ways)

    def _stack(self, column: QVBoxLayout) -> None:
        for sections in self.sections.values():
            for number, section in enumerate(sections):
                section.head.setVisible(not number)
                column.addWidget(section)
        column.addStretch(1)

    def _show_group(self, row: int) -> None:
        """Show one group, unless settings are being looked for in all of them."""
        if self.sought.text().strip():
            return
        chosen = self._titles[max(row, 0)]
        for group, sections in self.sections.items():
            for section in sections:
                section.setVisible(section.narrow("") and group == chosen)
        self.none.hide()
        self.area.verticalScrollBar().setValue(0)

    def _narrow(self, typed: str) -> None:
        """Show of all groups what was looked for."""
        if not typed.strip():
            self._show_group(self.groups.currentRow())
            return
        found = [section.narrow(typed) for sections in self.sections.values() for section in sections]
        self.none.setVisible(not any(found))

    def done(self, result: int) -> None:
        """Take over what is being written before the dialog closes."""
        for sections in self.sections.values():
            for section in sections:
                for field in section.fields:
                    if field.field.isEnabled():
                        field.finish()
        super().done(result)

    def heads(self) -> list[QLabel]:
        """Give the heads of the groups that are shown."""
        return [one.head for many in self.sections.values() for one in many if one.isVisible()]
