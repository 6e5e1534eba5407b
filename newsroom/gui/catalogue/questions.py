"""Questions about an entry: whether two shall be one, whether bylines follow, which role a person has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from newsroom.domain.catalogue import Entry, Kind, Preview
from newsroom.domain.person import Role
from newsroom.gui.catalogue.entry_model import CHIP, chip, title_of
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import down, label
from newsroom.gui.prompt import Prompt
from newsroom.gui.throttle import AfterPause
from newsroom.text.terms import folded
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WIDTH = 460
_PAUSE = 150
_ENTRY = Qt.ItemDataRole.UserRole


def told(seen: Preview) -> str:
    """Give what a rename or merge would do, in a few sentences."""
    parts = []
    if seen.stories:
        open_ = ngettext("{n} of them open", "{n} of them open", seen.entry.open)
        count = ngettext("{n} story follows", "{n} stories follow", seen.stories)
        parts.append(f"{count}, {open_}.")
    elif seen.entry.kind is not Kind.PERSON:
        parts.append(_("No story changes."))
    if seen.templates:
        parts.append(ngettext("{n} template follows.", "{n} templates follow.", seen.templates))
    if seen.target is not None:
        parts.append(_("“{name}” then means “{other}”.", name=title_of(seen.entry), other=seen.name))
    parts.append(_("Old versions stay as they were, approvals stand. It can be taken back."))
    return " ".join(parts)


class Confirm(Prompt):
    """Asks before stories change; calls with whether bylines shall follow."""

    def __init__(
        self, parent: QWidget, title: str, seen: Preview, yes: str, call: Callable[[bool], None]
    ) -> None:
        super().__init__(parent, title, yes, width=_WIDTH)
        self.follow = byline_box(seen)
        self.stack(title, label(told(seen), "muted", wrap=True), self.follow)
        self.accepted.connect(lambda: call(self.follow.isChecked()))


def byline_box(seen: Preview | None) -> QCheckBox:
    """Give the box that asks whether bylines follow; it is hidden where there are none."""
    made = QCheckBox()
    dress_byline_box(made, seen)
    return made


def dress_byline_box(box: QCheckBox, seen: Preview | None) -> None:
    """Ask by a box whether so many bylines follow; what is approved or published never does."""
    count = seen.bylines if seen else 0
    words = ngettext(
        "The byline of {n} story that is not approved follows",
        "The bylines of {n} stories that are not approved follow",
        count,
    )
    box.setText(words)
    box.setVisible(count > 0)


class MergeDialog(Prompt):
    """Asks into which entry one is merged; emits `weighed` with a name that is looked at, and `chosen` at the end."""

    weighed = Signal(str)
    sought = Signal(str)
    chosen = Signal(str, bool)

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        title = _("Merge “{name}” into …", name=title_of(entry))
        super().__init__(parent, title, _("Merge"))
        self.resize(_WIDTH, 460)
        self._entry = entry
        self._offered: tuple[Entry, ...] = ()
        self.line = QLineEdit(placeholderText=_("Find …"))
        self.line.setAccessibleName(_("Find"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Merge into"))
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(CHIP, CHIP))
        self.about = label("", "muted", wrap=True)
        self.about.setMinimumHeight(56)
        self.about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.follow = byline_box(None)
        self._seeking = AfterPause(lambda: self.sought.emit(self.line.text()), _PAUSE, self)
        self.stack(title, self.line, self.list, self.about, self.follow, gap=10)
        self.line.textChanged.connect(lambda _text: self._seeking.ask())
        self.list.currentItemChanged.connect(self._weigh)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.accepted.connect(self._answer)
        self._weigh()
        self.line.setFocus()

    def offer(self, entries: Sequence[Entry]) -> None:
        """Offer these entries, but not the one that is merged."""
        self.list.clear()
        self._offered = tuple(entry for entry in entries if entry.name != self._entry.name)
        for entry in self._offered:
            count = ngettext("{n} story", "{n} stories", entry.live)
            item = QListWidgetItem(f"{title_of(entry)}   {count}")
            item.setData(_ENTRY, entry)
            if entry.colour:
                item.setIcon(chip(entry.colour, faint=entry.retired))
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(self._likeliest())

    def _likeliest(self) -> int:
        """Give the row of an entry that is written almost the same, or the first."""
        key = folded(self._entry.title)
        return next((row for row, one in enumerate(self._offered) if folded(one.title) == key), 0)

    def target(self) -> Entry | None:
        """Give the entry that is chosen."""
        item: QListWidgetItem | None = self.list.currentItem()  # PySide's stub says it is never None
        found: Entry | None = item.data(_ENTRY) if item is not None else None
        return found

    def tell(self, seen: Preview) -> None:
        """Tell what the merge would do."""
        target = self.target()
        if target is not None and seen.target is not None and seen.target.name == target.name:
            self.about.setText(told(seen))
            dress_byline_box(self.follow, seen)

    def _weigh(self, *_why: object) -> None:
        target = self.target()
        self.yes.setEnabled(target is not None)
        self.about.setText("")
        if target is not None:
            self.weighed.emit(target.name)

    def _answer(self) -> None:
        target = self.target()
        if target is not None:
            self.chosen.emit(target.name, not self.follow.isHidden() and self.follow.isChecked())


class RoleForm(Prompt):
    """Asks what a person is and how they sign; calls with both."""

    def __init__(self, entry: Entry, parent: QWidget, call: Callable[[Role, str], None]) -> None:
        super().__init__(parent, entry.title, _("Keep"), width=_WIDTH)
        self.role = Choice(_("Role"))
        for role in Role:
            self.role.addItem(_(role.label), role)
        self.role.setCurrentIndex(self.role.findData(entry.role))
        self.sign_off = QLineEdit(entry.sign_off)
        self.sign_off.setAccessibleName(_("Sign-off"))
        self.sign_off.setMaxLength(40)
        fields = down(gap=6)
        for field in (self.role, self.sign_off):
            fields.addWidget(label(field.accessibleName(), "head"))
            fields.addWidget(field)
            fields.addSpacing(6)
        self.stack(entry.title, fields, gap=6)
        self.accepted.connect(lambda: call(Role(self.role.currentData()), self.sign_off.text()))
