"""The forms a proof is set in, and the measures each takes from the house's print profile."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsroom.domain.print_profile import PrintProfile

_MILLIMETRE = 72 / 25.4
_WIDEST_GALLEY = 150.0
_READING_COLUMN = 124.0


class Form(StrEnum):
    """A form; its name is that of its template."""

    GALLEY = "galley"
    COLUMNS = "columns"
    READING = "reading"


FORMS = {"pdf": Form.GALLEY, "pdf-columns": Form.COLUMNS, "pdf-reading": Form.READING}
"""The forms by the names of their formats."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A form set by a profile, with the type that is there."""

    form: Form
    profile: PrintProfile
    face: str
    spare: float = 0
    """How much of the page's foot stays empty, in points, so that short columns end at one height."""

    @property
    def columns(self) -> int:
        """Give how many columns stand side by side."""
        return self.profile.columns_that_fit if self.form is Form.COLUMNS else 1

    @property
    def column(self) -> float:
        """Give how wide a column is, in points."""
        profile = self.profile
        if self.form is Form.READING:
            return _READING_COLUMN * _MILLIMETRE
        widest = profile.area if self.form is Form.COLUMNS else _WIDEST_GALLEY
        return min(profile.column_width, widest) * _MILLIMETRE

    @property
    def depth(self) -> float:
        """Give how tall the columns may be, in points."""
        one = self.profile
        return (one.paper[1] - one.top - one.bottom) * _MILLIMETRE

    @property
    def _tallest(self) -> float:
        """Give how tall a picture may be, in millimetres."""
        of_page = max(self.profile.paper[1] * 0.3, 60)
        return {Form.GALLEY: 150.0, Form.READING: 95.0, Form.COLUMNS: of_page}[self.form]

    def plain(self) -> dict[str, Any]:
        """Give the measures as the templates ask for them, in points."""
        one = self.profile
        reading = self.form is Form.READING
        width, height = one.paper
        top = {Form.GALLEY: 19.0, Form.READING: 26.0, Form.COLUMNS: one.headline}[self.form]
        size = 11.5 if reading else one.size
        return {
            "column": self.column,
            "columns": self.columns,
            "tallest": self._tallest * _MILLIMETRE,
            "size": size,
            "pitch": 17.0 if reading else max(one.pitch, size),
            "tracking": 0 if reading else one.tracking,
            "face": self.face,
            "justify": one.justified and not reading,
            "hyphenate": one.hyphenated,
            "indent": one.indent,
            "headline": top,
            "subheadline": one.subheadline if self.form is Form.COLUMNS else 12.0,
            "crosshead": 12.0 if reading else one.crosshead,
            "notes-below": self.form is not Form.COLUMNS,
            "spare": self.spare,
            "gutter": one.gutter * _MILLIMETRE,
            "width": width * _MILLIMETRE,
            "height": height * _MILLIMETRE,
            "left": one.left * _MILLIMETRE,
            "top": one.top * _MILLIMETRE,
            "bottom": one.bottom * _MILLIMETRE,
        }
