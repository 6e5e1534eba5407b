"""The fields of a print profile, in groups; emits `changed` with every keystroke that counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from newsroom.domain.print_profile import BOUNDS, Page
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import down, label
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.domain.print_profile import PrintProfile

_PAPER = (
    ("width", N_("Width, mm")),
    ("height", N_("Height, mm")),
    ("top", N_("Margin above, mm")),
    ("bottom", N_("Margin below, mm")),
    ("left", N_("Margin left, mm")),
    ("right", N_("Margin right, mm")),
)
_COLUMNS = (
    ("columns", N_("Number of columns")),
    ("gutter", N_("Gutter, mm")),
    ("column", N_("Width of a column, mm")),
)
_TYPE = (
    ("size", N_("Size, points")),
    ("leading", N_("From line to line, points")),
    ("tracking", N_("Tracking, thousandths")),
    ("indent", N_("First-line indent, ems")),
)
_HEADS = (
    ("headline", N_("Headline, points")),
    ("subheadline", N_("Subheadline, points")),
    ("crosshead", N_("Crosshead, points")),
)
_LINES = (("characters", N_("Characters per line")), ("measure", N_("Width against the type")))
_WHOLE = frozenset({"columns", "characters", "tracking"})
_FINE = frozenset({"measure"})
_AT_NOTHING = {
    "column": N_("from the page"),
    "leading": N_("a fifth more than the size"),
    "characters": N_("from the type"),
}
_SWITCHES = (("justified", N_("Justified")), ("hyphenated", N_("Words are divided")))


class ProfileForm(QScrollArea):
    """Shows one profile and gives it as it is edited."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, allowed: bool) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._profile: PrintProfile | None = None
        self.name, self.page, self.face = QLineEdit(), Choice(_("Page")), Choice(_("Type"))
        self.folder = QLineEdit(placeholderText=_("where the house's type lies"))
        self.numbers: dict[str, QDoubleSpinBox] = {}
        self.switches = {name: QCheckBox(_(title)) for name, title in _SWITCHES}
        self.about = label("", "muted", wrap=True)
        ground = QWidget()
        ground.setEnabled(allowed)
        self._lay_out(ground)
        self.setWidget(ground)
        self._connect()

    def _lay_out(self, ground: QWidget) -> None:
        column = down(ground, 6)
        column.setContentsMargins(0, 0, 12, 0)
        for page in Page:
            self.page.addItem(_(page.label), page.value)
        heads = (
            ("", ((_("Name"), self.name), (_("Page"), self.page)), _PAPER),
            (_("Columns"), (), _COLUMNS),
            (_("Type"), ((_("Type"), self.face), (_("Folder"), self.folder)), _TYPE),
        )
        for title, fields, numbers in heads:
            column.addLayout(self._group(title, fields, numbers))
        for switch in self.switches.values():
            column.addWidget(switch)
        column.addLayout(self._group(_("Headlines"), (), _HEADS))
        column.addLayout(self._group(_("Counting lines"), (), _LINES))
        column.addWidget(self.about)
        column.addStretch(1)

    def _group(
        self, title: str, fields: Iterable[tuple[str, QWidget]], numbers: Iterable[tuple[str, str]]
    ) -> QFormLayout:
        rows = QFormLayout()
        rows.setVerticalSpacing(6)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        if title:
            head = label(title, "head")
            head.setContentsMargins(0, 8, 0, 0)
            rows.addRow(head)
        for name, field in fields:
            field.setAccessibleName(name)
            rows.addRow(name, field)
        for name, words in numbers:
            rows.addRow(_(words), self._number(name, _(words)))
        return rows

    def _number(self, name: str, words: str) -> QDoubleSpinBox:
        least, most = BOUNDS[name]
        field = QDoubleSpinBox(minimum=least, maximum=most)
        field.setDecimals(0 if name in _WHOLE else 3 if name in _FINE else 1)
        field.setSingleStep(0.005 if name in _FINE else 1 if name in _WHOLE else 0.5)
        field.setSpecialValueText(_(_AT_NOTHING[name]) if name in _AT_NOTHING else "")
        field.setAccessibleName(words)
        self.numbers[name] = field
        return field

    def _connect(self) -> None:
        for edit in (self.name, self.folder):
            edit.textEdited.connect(self._tell)
        for choice in (self.page, self.face):
            choice.currentIndexChanged.connect(self._tell)
        for number in self.numbers.values():
            number.valueChanged.connect(self._tell)
        for switch in self.switches.values():
            switch.toggled.connect(self._tell)

    def _tell(self) -> None:
        self._weigh()
        self.changed.emit()

    def _weigh(self) -> None:
        own = self.page.currentData() == Page.CUSTOM.value
        for name in ("width", "height"):
            self.numbers[name].setEnabled(own)

    def show_faces(self, faces: Sequence[str]) -> None:
        """Offer these types; that of the profile is offered even where it is not there."""
        chosen = self.face.currentText()
        with QSignalBlocker(self.face):
            self.face.clear()
            self.face.addItems([*faces, *([chosen] if chosen and chosen not in faces else [])])
            self.face.setCurrentText(chosen)

    def show_profile(self, profile: PrintProfile) -> None:
        """Show a profile; that is no change."""
        self._profile = profile
        with QSignalBlocker(self):
            self.name.setText(_(profile.name))
            self.folder.setText(profile.folder)
            self.page.setCurrentIndex(self.page.findData(profile.page.value))
            if self.face.findText(profile.face) < 0:
                self.face.addItem(profile.face)
            self.face.setCurrentText(profile.face)
            for name, field in self.numbers.items():
                field.setValue(getattr(profile, name))
            for name, switch in self.switches.items():
                switch.setChecked(getattr(profile, name))
        self._weigh()

    def keep_widths(self, widths: tuple[tuple[str, float], ...]) -> None:
        """Have the letters of the type measured; what is being written stays as it is."""
        assert self._profile is not None
        face, folder = self.face.currentText(), self.folder.text().strip()
        self._profile = replace(self._profile, widths=widths, face=face, folder=folder)

    def profile(self) -> PrintProfile:
        """Give the profile as it is edited; letters of another type are not measured yet."""
        assert self._profile is not None
        values: dict[str, Any] = {name: field.value() for name, field in self.numbers.items()}
        values |= {name: int(values[name]) for name in ("columns", "characters")}
        values |= {name: switch.isChecked() for name, switch in self.switches.items()}
        made = replace(
            self._profile,
            name=self.name.text().strip(),
            page=Page(self.page.currentData()),
            face=self.face.currentText(),
            folder=self.folder.text().strip(),
            **values,
        )
        same = made.face == self._profile.face and made.folder == self._profile.folder
        return made if same else replace(made, widths=())
