"""The page of the panel on the picture the caret is at: its words, its size, its part that is shown."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtWidgets import QWidget

from newsroom.gui.editor.pictures import verbs
from newsroom.gui.editor.pictures.crop_field import CropField
from newsroom.gui.panels.choice import Choice
from newsroom.gui.panels.form import add_below, lay_out
from newsroom.gui.panels.note_field import NoteField
from newsroom.gui.panels.panel_line import PanelLine
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from newsroom.domain.body import Picture
    from newsroom.domain.crop import Crop
    from newsroom.gui.editor.pictures.previews import Previews
    from newsroom.gui.editor.text_edit import TextEdit

SHAPES = (
    (N_("Whole picture"), 0.0),
    (N_("Landscape 16:9"), 16 / 9),
    (N_("Landscape 3:2"), 3 / 2),
    (N_("Landscape 4:3"), 4 / 3),
    (N_("Square"), 1.0),
    (N_("Portrait 3:4"), 3 / 4),
    (N_("Portrait 2:3"), 2 / 3),
)
_MADE = {
    "trainedAlgorithmicMedia": N_("Made by AI"),
    "compositeWithTrainedAlgorithmicMedia": N_("Changed with the help of AI"),
}

_INCH = 25.4


class PicturePage(QWidget):
    """Shows and changes the words and the part of one picture; the text itself keeps them."""

    replace_asked = Signal()

    def __init__(self, edit: TextEdit, previews: Previews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit, self._previews = edit, previews
        self._dpi, self._width = 200, 0
        self._last: tuple[QWidget | None, int] = (None, 0)
        self.shown: verbs.Shown | None = None
        self.alternative = NoteField(_("Alternative text"), _("What the picture shows"), 2)
        self.credit = PanelLine(_("Credit"), _("none"))
        self.creator = PanelLine(_("Creator"), _("none"))
        self.facts = label("", "muted", wrap=True)
        self.part = CropField(edit.look, _("Part of the picture that is shown"))
        self.shape = Choice(_("Shape"))
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        for name, ratio in SHAPES:
            self.shape.addItem(_(name), ratio)
        self.shape.insertItem(1, _("Free"), -1.0)
        self.other = button(_("Replace …"), self.replace_asked.emit)
        self.away = button(_("Remove"), self._remove)
        fields = QWidget()
        rows = (
            (_("Alternative text"), self.alternative),
            (_("Credit"), self.credit),
            (_("Creator"), self.creator),
            (_("Part that is shown"), self.part),
            (_("Shape"), self.shape),
        )
        add_below(lay_out(fields), rows)
        buttons = across(gap=8)
        buttons.addWidget(self.other)
        buttons.addWidget(self.away)
        buttons.addStretch(1)
        column = down(self, 8)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.facts)
        column.addWidget(fields)
        column.addSpacing(4)
        column.addLayout(buttons)

    def _listen(self) -> None:
        self.alternative.edited.connect(partial(self._write, self.alternative))
        self.credit.textEdited.connect(partial(self._write, self.credit))
        self.creator.textEdited.connect(partial(self._write, self.creator))
        self.part.changed.connect(self._cut)
        self.shape.activated.connect(self._shape)
        self._previews.arrived.connect(self.show_size)

    def show_picture(self, shown: verbs.Shown | None, *, read_only: bool) -> None:
        """Show a picture, or none."""
        before, self.shown = self.shown, shown
        if shown is None or shown.position != (before.position if before else -1):
            self._last = (None, 0)
        if shown is None:
            return
        picture = shown.picture
        if self.alternative.words() != picture.alternative:
            self.alternative.show_words(picture.alternative)
        for line, words in ((self.credit, picture.credit), (self.creator, picture.creator)):
            if line.text() != words:
                line.show_words(words)
        for part in (
            self.alternative,
            self.credit,
            self.creator,
            self.part,
            self.shape,
            self.other,
            self.away,
        ):
            part.setEnabled(not read_only)
        self.show_size()

    def show_size(self) -> None:
        """Show how large the picture is, and the picture where it is there."""
        if self.shown is None:
            return
        picture = self.shown.picture
        size = self._previews.size(picture.asset)
        self.facts.setText("\n".join(filter(None, (picture.name, *self._told()))))
        pixels = size or (3, 2)
        room = self.part.room(self.part.width()).toSize().expandedTo(QSize(16, 16))
        whole = replace(picture, crop=type(picture.crop)())
        image = self._previews.image(whole, room, self.devicePixelRatioF())
        self.part.show_picture(image, pixels, picture.crop)
        self._show_shape()

    def _told(self) -> tuple[str, ...]:
        assert self.shown is not None
        picture = self.shown.picture
        size = self._previews.size(picture.asset)
        if self._previews.lost(picture.asset):
            return (_("The picture is missing."),)
        if size is None:
            return ("",)
        wide, high = picture.crop.size(*size)
        whole = _("{width} × {height} pixels", width=size[0], height=size[1])
        cut = _("{width} × {height} pixels of it are shown", width=wide, height=high)
        made = _(_MADE[picture.source_type]) if picture.source_type in _MADE else ""
        return (whole, cut if (wide, high) != size else "", made, self._printed(wide))

    def set_print(self, dpi: int, width: int) -> None:
        """Say with how many dots an inch, and how wide in millimetres, the house prints pictures."""
        self._dpi, self._width = dpi, width

    def _printed(self, wide: int) -> str:
        room = int(wide / self._dpi * _INCH)
        if room < self._width:
            return _("Too few pixels for print: {width} mm at {dpi} dpi", width=room, dpi=self._dpi)
        return _("Sharp in print up to {width} mm ({dpi} dpi)", width=room, dpi=self._dpi)

    def _show_shape(self) -> None:
        """Name the shape where it is one that can be chosen."""
        assert self.shown is not None
        crop = self.shown.picture.crop
        whole = crop == type(crop)()
        with QSignalBlocker(self.shape):
            self.shape.setCurrentIndex(0 if whole else self._same_shape(crop))

    def _same_shape(self, crop: Crop) -> int:
        assert self.shown is not None
        size = self._previews.size(self.shown.picture.asset) or (3, 2)
        wide, high = crop.size(*size)
        near = (
            place
            for place in range(2, self.shape.count())
            if abs(wide / high / self.shape.itemData(place) - 1) < 0.01  # noqa: PLR2004 - a hundredth is a pixel or two
        )
        return next(near, 1)

    def _write(self, field: QWidget, _words: str = "") -> None:
        """Put the words into the text, where they are kept; what is typed in one go is one step to undo."""
        if self.shown is None:
            return
        picture = replace(
            self.shown.picture,
            alternative=" ".join(self.alternative.words().split("\n")).strip(),
            credit=self.credit.text().strip(),
            creator=self.creator.text().strip(),
        )
        now = self._edit.document().availableUndoSteps()
        self._put(picture, goes_on=(field, now) == self._last)
        self._last = (field, self._edit.document().availableUndoSteps())

    def _cut(self, crop: Crop) -> None:
        if self.shown is not None:
            self._put(replace(self.shown.picture, crop=crop))
            self.show_size()

    def _put(self, picture: Picture, *, goes_on: bool = False) -> None:
        assert self.shown is not None
        if picture != self.shown.picture:
            position = self.shown.position
            self.shown = verbs.Shown(position, picture)
            verbs.change(self._edit, position, picture, goes_on=goes_on)

    def _shape(self, place: int) -> None:
        ratio = self.shape.itemData(place)
        if ratio >= 0:
            self.part.shape(ratio)

    def _remove(self) -> None:
        if self.shown is not None:
            verbs.remove(self._edit, self.shown)
            self._edit.setFocus()
