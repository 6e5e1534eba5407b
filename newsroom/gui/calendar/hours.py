"""The measures of a grid of hours: where a moment stands in it, and which moment a place in it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

from newsroom.domain.timetable import Place, Row, moment, place_of, rows

if TYPE_CHECKING:
    from datetime import date, datetime

GUTTER = 52
WEEK_HOUR, DAY_HOUR = 56, 80
_MINUTES = 60


@dataclass(frozen=True)
class Hours:
    """Days beside each other, hours under each other, in a widget so many pixels wide."""

    days: tuple[date, ...]
    zone: str
    today: date
    width: int
    gutter: int = GUTTER

    @property
    def hour(self) -> int:
        """Give the height of an hour."""
        return DAY_HOUR if len(self.days) == 1 else WEEK_HOUR

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Give the hours, top to bottom."""
        return rows(self.days, self.zone)

    @property
    def height(self) -> int:
        """Give the height of all hours."""
        return len(self.rows) * self.hour

    def column(self, number: int) -> QRect:
        """Give the column of a day."""
        room = self.width - self.gutter
        left = self.gutter + room * number // len(self.days)
        right = self.gutter + room * (number + 1) // len(self.days)
        return QRect(left, 0, right - left, self.height)

    def top(self, row: Row, minute: int) -> int:
        """Give how far below the top a minute stands."""
        return self.rows.index(row) * self.hour + minute * self.hour // _MINUTES

    def spot_of(self, when: datetime) -> tuple[int, int] | None:
        """Give column and height of a moment, or nothing where it is of no day that is shown."""
        place = place_of(when, self.zone)
        if place.day not in self.days:
            return None
        return self.days.index(place.day), self.top(place.row, place.minute)

    def at(self, point: QPoint, step: int) -> datetime | None:
        """Give the moment at a point, on a full step of minutes; nothing where the clocks never show it."""
        if point.x() < self.gutter or not 0 <= point.y() < self.height:
            return None
        room = max(self.width - self.gutter, 1)
        number = min((point.x() - self.gutter) * len(self.days) // room, len(self.days) - 1)
        row, over = divmod(point.y(), self.hour)
        minute = (over * _MINUTES // self.hour + step // 2) // step * step
        if minute >= _MINUTES:
            row, minute = (row + 1, 0) if row + 1 < len(self.rows) else (row, _MINUTES - step)
        return moment(Place(self.days[number], self.rows[row], minute), self.zone)


@lru_cache(maxsize=8)
def measures(days: tuple[date, ...], zone: str, today: date, width: int) -> Hours:
    """Give the measures of a grid, made once for as long as it is not another."""
    return Hours(days, zone, today, width)
