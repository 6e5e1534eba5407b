"""Words in so many lines and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont


def wrapped(words: str, font: QFont, widths: Sequence[int]) -> tuple[str, ...]:
    """Break words at spaces into lines, each of its own width; what does not fit is elided in the last."""
    metrics = QFontMetrics(font)
    lines: list[str] = []
    rest = words.split()
    for width in widths[:-1]:
        if metrics.horizontalAdvance(" ".join(rest)) <= width:
            break
        count = _fitting(metrics, rest, width)
        line = " ".join(rest[:count])
        lines.append(line if count > 1 else metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
        rest = rest[count:]
    if rest:
        last = widths[min(len(lines), len(widths) - 1)]
        lines.append(metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, last))
    return tuple(lines)


def _fitting(metrics: QFontMetrics, words: Sequence[str], width: int) -> int:
    """Give how many words fit a line, one at least."""
    count = 1
    while count < len(words) and metrics.horizontalAdvance(" ".join(words[: count + 1])) <= width:
        count += 1
    return count
