"""The fields of a preset: format, for whom, one file or many, and the names of the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from newsroom.domain.errors import NotFound, WrongValue
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.gui.dialogs.export.pattern import PatternField
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.formats import Audience, Format
    from newsroom.settings import House


def offered_formats() -> tuple[tuple[str, str], ...]:
    """Give title and name of each format that is written, those of extensions among them."""
    from newsroom.formats import writable

    return tuple((f"{_(one.title)} (.{one.extensions[0].lstrip('.')})", one.name) for one in writable())


class ProfileForm(QWidget):
    """Shows a preset and lets it be changed; `changed` tells of each change by hand."""

    changed = Signal()

    def __init__(self, print_profiles: Iterable[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.to = Choice(_("Format"))
        for title, name in offered_formats():
            self.to.addItem(title, name)
        self.audience = Choice(_("For whom"))
        self.each = QRadioButton(_("One file for each story"))
        self.one = QRadioButton(_("One file for all"))
        self.names = PatternField()
        self.pattern = self.names.line
        self.print_profile = Choice(_("Print profile"))
        self.print_profile.addItem(_("The first of the house"), "")
        for name in print_profiles:
            self.print_profile.addItem(name, name)
        self.renew = QCheckBox(_("Replace files of the same name"))
        self.honours = QCheckBox(_("These partners keep embargoes"))
        self._lay_out()
        self._connect()
        self._dress()

    def _lay_out(self) -> None:
        self._layouts = QButtonGroup(self)
        self.layouts = QWidget()
        ways = across(self.layouts, 16)
        ways.setContentsMargins(0, 0, 0, 0)
        for choice in (self.each, self.one):
            self._layouts.addButton(choice)
            ways.addWidget(choice)
        ways.addStretch(1)
        self.each.setChecked(True)
        self.form = QFormLayout(self, verticalSpacing=8, horizontalSpacing=12)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.form.addRow(label(_("Format"), "muted"), self.to)
        self.form.addRow(label(_("For whom"), "muted"), self.audience)
        self.form.addRow("", self.honours)
        self.form.addRow(label(_("Print profile"), "muted"), self.print_profile)
        self.form.addRow(label(_("Files"), "muted"), self.layouts)
        self.form.addRow(label(_("Names"), "muted"), self.names)
        self.form.addRow("", label(_("Slashes part folders, as in {section}/{date}-{slug}"), "muted"))
        self.form.addRow("", self.renew)

    def _connect(self) -> None:
        self.to.currentIndexChanged.connect(self._dress)
        self.to.activated.connect(self._tell)
        self.audience.currentIndexChanged.connect(self._show_rows)
        self.audience.activated.connect(self._tell)
        self.names.edited.connect(self._tell)
        self.print_profile.activated.connect(self._tell)
        for switch in (self.each, self.one, self.renew, self.honours):
            switch.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.changed.emit()

    def _format(self) -> Format | None:
        from newsroom.formats import by_name

        try:
            return by_name(self.to.currentData() or "")
        except NotFound:
            return None

    def _dress(self) -> None:
        """Offer what this format can do."""
        form = self._format()
        self.one.setEnabled(form is not None and form.collect is not None)
        self.one.setToolTip("" if self.one.isEnabled() else _("This format holds one story in a file."))
        if not self.one.isEnabled():
            self.each.setChecked(True)
        wished = self.audience.currentData()
        self.audience.clear()
        if form is not None:
            self.audience.addItem(
                _("{audience}, as this format is made", audience=_(form.audience.label)), ""
            )
            for other in _others(form):
                self.audience.addItem(_(other.label), other.value)
        self.audience.setCurrentIndex(max(self.audience.findData(wished or ""), 0))
        self.audience.setEnabled(self.audience.count() > 1)
        self._show_rows()

    def _show_rows(self) -> None:
        from newsroom.formats import Audience

        form = self._format()
        meant = self.audience.currentData() or (form.audience.value if form else "")
        self.form.setRowVisible(self.honours, meant == Audience.PARTNER.value)
        self.form.setRowVisible(self.print_profile, form is not None and form.name.startswith("pdf"))

    def profile(self) -> ExportProfile:
        """Give the preset as the fields show it."""
        partners = self.form.isRowVisible(self.honours)
        printed = self.form.isRowVisible(self.print_profile)
        return ExportProfile(
            name=self._name,
            format=self.to.currentData() or "",
            audience=self.audience.currentData() or "",
            layout=Layout.ONE if self.one.isChecked() else Layout.EACH,
            pattern=self.pattern.text().strip(),
            print_profile=self.print_profile.currentData() if printed else "",
            honours_embargo=partners and self.honours.isChecked(),
            renew=self.renew.isChecked(),
        )

    def show_profile(self, profile: ExportProfile) -> None:
        """Show a preset; a format that is no longer there leaves the choice empty."""
        self._name = profile.name
        self.to.setCurrentIndex(self.to.findData(profile.format))
        self._dress()
        self.audience.setCurrentIndex(max(self.audience.findData(profile.audience), 0))
        (self.one if profile.layout is Layout.ONE and self.one.isEnabled() else self.each).setChecked(True)
        self.pattern.setText(profile.pattern)
        if self.print_profile.findData(profile.print_profile) < 0:
            self.print_profile.addItem(profile.print_profile, profile.print_profile)
        self.print_profile.setCurrentIndex(self.print_profile.findData(profile.print_profile))
        self.renew.setChecked(profile.renew)
        self.honours.setChecked(profile.honours_embargo)
        self._show_rows()


def print_names(house: House) -> tuple[str, ...]:
    """Give the names of the house's print profiles."""
    from newsroom.domain.print_profile import of_house

    return tuple(profile.name for profile in of_house(house) if profile.name)


def _others(form: Format) -> tuple[Audience, ...]:
    """Give the audiences that a format may be sent to instead of its own, as the embargo allows."""
    from newsroom.desk.embargoes import audience_of
    from newsroom.formats import Audience

    found = []
    for audience in Audience:
        try:
            audience_of(form, ExportProfile(format=form.name, audience=audience.value))
        except WrongValue:
            continue
        if audience is not form.audience:
            found.append(audience)
    return tuple(found)
