"""Putting pages on paper: pictures of pages go to a printer, or into a PDF in a printer's place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from newsroom.domain.errors import NotWritten
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtPrintSupport import QPrinter

_RANGE = re.compile(r"(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?")
_MILLIMETRES = 1000.0
_LARGEST = 297.0 * 1.01, 420.0 * 1.01
"""The largest paper that is asked of a printer, A3; larger pages are made as small as the paper."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is printed where; without a printer, into a file."""

    printer: str = ""
    file: Path | None = None
    copies: int = 1
    pages: tuple[int, ...] = ()
    """The numbers of the pages; all where there are none."""
    title: str = ""


def page_numbers(typed: str, pages: int) -> tuple[int, ...] | None:
    """Read ``1-3, 5`` within so many pages; nothing typed is all of them, None is what cannot be read."""
    if not typed.strip():
        return tuple(range(1, pages + 1))
    chosen: dict[int, None] = {}
    for part in typed.split(","):
        found = _RANGE.fullmatch(part.strip())
        if not found:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        if not 1 <= first <= last <= pages:
            return None
        chosen |= dict.fromkeys(range(first, last + 1))
    return tuple(chosen)


def printers() -> tuple[str, ...]:
    """Give the names of the printers, the usual one first; asking the system may take a moment."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    names = list(QPrinterInfo.availablePrinterNames())
    return tuple(sorted(names, key=lambda name: name != usual))


def put_on_paper(pages: Sequence[bytes], job: Job) -> int:
    """Print pages, each the bytes of a picture, and give how many; raises NotWritten."""
    images = [QImage.fromData(data) for data in pages]
    images = [images[number - 1] for number in job.pages] if job.pages else images
    printer = _printer(job, images[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise NotWritten(msg(N_("The printer “{name}” takes no pages."), name=job.printer or str(job.file)))
    for number, image in enumerate(images):
        if number:
            printer.newPage()
        painter.drawImage(_fitted(image, printer), image)
    painter.end()
    return len(images)


def _printer(job: Job, first: QImage) -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if job.file is None:
        printer.setPrinterName(job.printer)
    else:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(job.file))
    printer.setDocName(job.title)
    printer.setCopyCount(job.copies)
    size, way = _paper(first), QPageLayout.Orientation.Portrait
    if size.width() > size.height():  # paper lies upright in a printer
        size, way = size.transposed(), QPageLayout.Orientation.Landscape
    if size.width() <= _LARGEST[0] and size.height() <= _LARGEST[1]:
        paper = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
        printer.setPageLayout(QPageLayout(paper, way, QMarginsF()))
    printer.setFullPage(True)
    return printer


def _paper(image: QImage) -> QSizeF:
    """Give how large the page of a picture is, in millimetres."""
    across, down = image.dotsPerMeterX() or 1, image.dotsPerMeterY() or 1
    return QSizeF(image.width() * _MILLIMETRES / across, image.height() * _MILLIMETRES / down)


def _fitted(image: QImage, printer: QPrinter) -> QRectF:
    """Give where a picture goes, as large as the paper lets it."""
    from PySide6.QtPrintSupport import QPrinter

    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / image.width(), paper.height() / image.height())
    wide, tall = image.width() * scale, image.height() * scale
    return QRectF((paper.width() - wide) / 2, (paper.height() - tall) / 2, wide, tall)
