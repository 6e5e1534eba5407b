"""Draws the pictures of the sample stories into ``resources/sample``: flat, calm, a few kilobytes each."""

from __future__ import annotations

import math
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from newsroom import resources

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT = 960, 540
INK, MUTED, ACCENT, AMBER, PAPER = "#1f2933", "#6b7785", "#1f5fbf", "#d98a1c", "#f7f5f0"


class Sheet:
    """A picture being drawn: the few shapes that our drawings are made of."""

    def __init__(self, ground: str) -> None:
        self.image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        self.image.fill(QColor(ground))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def area(self, points: Sequence[tuple[float, float]], colour: str) -> None:
        """Fill a polygon."""
        self._fill(colour)
        self.painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0) -> None:
        """Fill a rectangle."""
        self._fill(colour)
        self.painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle around a point."""
        self._fill(colour)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def line(
        self, points: Sequence[tuple[float, float]], colour: str, width: float, *, dashed: bool = False
    ) -> None:
        """Draw a soft line through points."""
        pen = QPen(QColor(colour), width, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPath(_through(points))

    def words(
        self, x: float, y: float, text: str, colour: str = INK, size: int = 24, *, bold: bool = False
    ) -> None:
        """Write text whose middle of the baseline is the point."""
        font = QFont("Source Sans Pro")
        font.setPixelSize(size)
        font.setBold(bold)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        width = self.painter.fontMetrics().horizontalAdvance(text)
        self.painter.drawText(QPointF(x - width / 2, y), text)

    def save(self, name: str) -> None:
        """Write the picture, packed as small as it goes."""
        self.painter.end()
        self.image.save(str(ROOT / "resources" / "sample" / name), quality=0)

    def _fill(self, colour: str) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QBrush(QColor(colour)))


def _through(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Give a smooth path through the points, each bend led by the points around it."""
    known = [points[0], *points, points[-1]]
    path = QPainterPath(QPointF(*points[0]))
    for before, start, end, after in zip(known, known[1:], known[2:], known[3:], strict=False):
        path.cubicTo(_towards(start, before, end), _towards(end, after, start), QPointF(*end))
    return path


def _towards(point: tuple[float, float], back: tuple[float, float], on: tuple[float, float]) -> QPointF:
    return QPointF(point[0] + (on[0] - back[0]) / 6, point[1] + (on[1] - back[1]) / 6)


def draw_map() -> None:
    """Draw the river, both towns, the ferry's way and the long way round."""
    sheet = Sheet("#f3f2ea")
    sheet.area([(0, 0), (250, 0), (170, 90), (90, 120), (0, 190)], "#e1ead6")
    sheet.area([(960, 300), (960, 540), (700, 540), (760, 420)], "#e1ead6")
    river = [(-60, 470), (110, 452), (300, 380), (480, 270), (640, 200), (800, 130), (1010, 40)]
    sheet.line(river, "#bcd6ec", 96)
    sheet.line(river, "#cbe0f1", 76)
    sheet.line(
        [(400, 222), (280, 190), (170, 270), (120, 380), (150, 490), (300, 512), (460, 470), (598, 352)],
        "#ffffff",
        14,
    )
    sheet.line(
        [(400, 222), (280, 190), (170, 270), (120, 380), (150, 490), (300, 512), (460, 470), (598, 352)],
        MUTED,
        5,
    )
    sheet.line([(404, 228), (594, 346)], ACCENT, 6, dashed=True)
    for x, y in ((400, 222), (598, 352)):
        sheet.disc(x, y, 16, "#ffffff")
        sheet.disc(x, y, 11, ACCENT)
    sheet.words(424, 186, "Wendelsbrück", size=32, bold=True)
    sheet.words(710, 366, "Ammerhafen", size=32, bold=True)
    sheet.words(592, 272, "8 Minuten", ACCENT, 27, bold=True)
    sheet.words(396, 452, "38 Kilometer", MUTED, 25)
    sheet.words(56, 394, "Hohenorle", MUTED, 22)
    sheet.words(850, 118, "Orle", "#5b86ad", 28)
    sheet.save("karte-faehre.png")


def draw_chart() -> None:
    """Draw the ferry's passengers by year as columns."""
    sheet = Sheet("#ffffff")
    sheet.words(228, 62, "Fahrgäste je Jahr in Tausend", size=28, bold=True)
    figures = {2020: 402, 2021: 448, 2022: 517, 2023: 566, 2024: 589, 2025: 611}
    for step in range(4):
        sheet.line([(60, 470 - step * 120), (900, 470 - step * 120)], "#e4e7eb", 2)
    for place, (year, figure) in enumerate(figures.items()):
        x, height = 90 + place * 138, figure * 0.6
        sheet.box(x, 470 - height, 84, height, ACCENT if year == max(figures) else "#9dbde6")
        sheet.words(x + 42, 458 - height, str(figure), size=24, bold=year == max(figures))
        sheet.words(x + 42, 506, str(year), MUTED, 22)
    sheet.save("fahrgaeste.png")


def draw_street() -> None:
    """Draw a row of gabled houses at night; one window is lit."""
    sheet = Sheet("#1d2940")
    chance = random.Random(9)  # noqa: S311 - a drawing, no secret
    for _star in range(60):
        sheet.disc(chance.uniform(0, WIDTH), chance.uniform(0, 230), chance.uniform(0.8, 1.8), "#5d6c8a")
    sheet.disc(800, 90, 34, "#dfe3ea")
    sheet.disc(786, 82, 32, "#1d2940")
    for place, (wide, tall) in enumerate(
        [(150, 250), (130, 300), (170, 235), (140, 285), (160, 260), (150, 310), (130, 240)]
    ):
        _house(sheet, -40 + place * 146, wide, tall, lit=place == 3)  # noqa: PLR2004 - the fourth is the bakery
    sheet.box(0, 462, WIDTH, 78, "#151e30")
    sheet.area([(398, 462), (540, 462), (600, 540), (340, 540)], "#3a3a3d")
    sheet.save("kanalstrasse.png")


def _house(sheet: Sheet, x: float, wide: float, tall: float, *, lit: bool) -> None:
    top = 462 - tall
    sheet.area(
        [(x, 462), (x, top + 70), (x + wide / 2, top), (x + wide, top + 70), (x + wide, 462)], "#26344f"
    )
    sheet.line([(x + wide, top + 70), (x + wide, 462)], "#1d2940", 3)
    for row in range(2):
        for column in range(2):
            sheet.box(x + wide * (0.2 + 0.36 * column), top + 92 + row * 62, wide * 0.2, 36, "#1a2538", 2)
    if lit:
        sheet.box(x + wide * 0.1, 384, wide * 0.8, 78, "#f3b94d", 3)
        sheet.line([(x + wide * 0.5, 386), (x + wide * 0.5, 460)], "#a8742a", 4)
        for loaf in range(4):
            sheet.disc(x + wide * (0.22 + 0.19 * loaf), 452, 10, "#a8642a")


def draw_lighthouse() -> None:
    """Draw a headland at dusk and the beam of its lamp."""
    sheet = Sheet("#f2c9a1")
    for place, colour in enumerate(["#5f7896", "#8793a8", "#b5a7ae", "#dcb9a6"]):
        sheet.box(0, place * 70, WIDTH, 72, colour)
    sheet.area([(262, 118), (960, 20), (960, 190)], "#f8e3b4")
    sheet.box(0, 350, WIDTH, 190, "#44607c")
    for y, x in ((380, 520), (410, 640), (440, 470), (470, 720), (505, 560)):
        sheet.line([(x, y), (x + 150, y)], "#6c88a3", 3)
    sheet.area([(0, 300), (120, 268), (300, 290), (420, 352), (470, 400), (360, 440), (0, 470)], "#22303f")
    sheet.area([(216, 292), (232, 142), (280, 142), (296, 292)], "#efe9df")
    for y in (178, 232):
        spread = (y - 142) * 0.107
        sheet.box(231 - spread, y, 50 + 2 * spread, 24, "#b0463c")
    sheet.box(228, 132, 56, 12, "#22303f", 2)
    sheet.box(238, 100, 36, 34, "#fff1c4")
    sheet.area([(232, 102), (256, 76), (280, 102)], "#22303f")
    sheet.save("gannet-point.png")


def draw_boat() -> None:
    """Draw a rowing four on quiet water, and those who wait on the bank."""
    sheet = Sheet("#dde8e6")
    sheet.area([(0, 190), (200, 150), (460, 182), (700, 140), (960, 176), (960, 250), (0, 250)], "#a9c2b4")
    sheet.box(0, 236, WIDTH, 230, "#bcd3dc")
    for place in range(9):
        y = 262 + place * 22
        sheet.line([(60 + 83 * place % 500, y), (300 + 83 * place % 500, y)], "#cfe0e6", 3)
    sheet.area([(180, 340), (790, 340), (740, 362), (230, 362)], "#8a4b2a")
    for place in range(5):
        x = 276 + place * 104
        cox = place == 4  # noqa: PLR2004 - the last one steers
        sheet.area(
            [(x - 14, 342), (x + 14, 342), (x + (0 if cox else 18), 298), (x - (12 if cox else -4), 298)],
            ACCENT,
        )
        sheet.disc(x + (-5 if cox else 12), 284, 12, "#3a2f2a")
        if not cox:
            sheet.line([(x + 10, 322), (x - 66, 398)], INK, 4)
            sheet.disc(x - 68, 400, 7, AMBER)
    sheet.area([(0, 462), (300, 446), (620, 462), (960, 440), (960, 540), (0, 540)], "#6f8f78")
    for place in range(4):
        across = 690 + place * 54 + 6 * math.sin(place * 2)
        sheet.box(across - 9, 420, 18, 52, "#33495e", 8)
        sheet.disc(across, 410, 10, "#3a2f2a")
    sheet.save("patience.png")


DRAWINGS: tuple[Callable[[], None], ...] = (draw_map, draw_chart, draw_street, draw_lighthouse, draw_boat)


def main() -> None:
    """Draw them all."""
    application = QGuiApplication(sys.argv[:1])
    for folder in resources.fonts():
        for file in folder.glob("*.ttf"):
            QFontDatabase.addApplicationFont(str(file))
    for draw in DRAWINGS:
        draw()
    application.quit()


if __name__ == "__main__":
    main()
