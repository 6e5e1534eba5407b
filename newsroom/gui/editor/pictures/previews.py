"""Pictures as the page shows them: looked at, cut and decoded off the window's thread, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from newsroom.domain.crop import Crop

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.body import Picture
    from newsroom.gui.tasks import Tasks

STEPS = (360, 720, 1440, 2880)
"""Pictures are made at these widths, so that a window that grows asks seldom."""
KEPT = 48
"""So many pictures are kept, of some 2 MB each at the usual width."""
Key = tuple[str, Crop, int]


class Previews(QObject):
    """Gives pictures at once where they are there, and else asks for them; one is made at a time."""

    sized = Signal()
    """The sizes of some pictures are known that were not."""
    arrived = Signal()
    """A picture can be shown that could not."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._tasks = desk, tasks
        self._sizes: dict[str, tuple[int, int] | None] = {}
        self._unsized: list[str] = []
        self._made: OrderedDict[Key, QImage] = OrderedDict()
        self._fitted: OrderedDict[tuple[Key, int, int], QImage] = OrderedDict()
        self._wanted: list[Key] = []
        self._busy = False
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._ask)

    @property
    def quiet(self) -> bool:
        """Tell whether nothing is being asked for."""
        return not (self._busy or self._wanted or self._unsized)

    def size(self, asset: str) -> tuple[int, int] | None:
        """Give a picture's pixels across and down, or None while they are not known."""
        if asset and asset not in self._sizes and asset not in self._unsized:
            self._unsized.append(asset)
            self._soon.start()
        return self._sizes.get(asset)

    def lost(self, asset: str) -> bool:
        """Tell whether a picture is surely not to be had."""
        return not asset or (asset in self._sizes and self._sizes[asset] is None)

    def image(self, picture: Picture, size: QSize, ratio: float) -> QImage | None:
        """Give a picture's part that is shown, at a size, or None while it is not there."""
        if self.lost(picture.asset):
            return None
        wide = round(size.width() * ratio)
        key = (picture.asset, picture.crop, next((step for step in STEPS if step >= wide), STEPS[-1]))
        if key in self._made:
            self._made.move_to_end(key)
            return self._fit(key, wide, round(size.height() * ratio))
        if key not in self._wanted:
            self._wanted.append(key)
            self._soon.start()
        return None

    def _fit(self, key: Key, wide: int, high: int) -> QImage:
        """Give a picture at exactly the size it is drawn, made once."""
        fitted = self._fitted.get((key, wide, high))
        if fitted is None:
            smooth = Qt.TransformationMode.SmoothTransformation
            fitted = self._made[key].scaled(wide, high, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            _keep(self._fitted, (key, wide, high), fitted)
        return fitted

    def _ask(self) -> None:
        """Ask for all sizes, then for the picture that was wanted last, which is the one in sight."""
        if self._busy:
            return
        if self._unsized:
            self._busy = True
            self._tasks.read(partial(_sizes, self._desk, tuple(self._unsized)), self._take_sizes, self._fail)
        elif self._wanted:
            self._busy = True
            key = self._wanted[-1]
            self._tasks.read(partial(_image, self._desk, key), partial(self._take, key), self._fail)

    def _take_sizes(self, found: dict[str, tuple[int, int] | None]) -> None:
        self._sizes |= found
        self._unsized = [asset for asset in self._unsized if asset not in found]
        self._go_on()
        self.sized.emit()

    def _take(self, key: Key, image: QImage) -> None:
        self._wanted = [other for other in self._wanted if other != key]
        if image.isNull():
            self._sizes[key[0]] = None
            self.sized.emit()
        else:
            _keep(self._made, key, image)
        self._go_on()
        self.arrived.emit()

    def _go_on(self) -> None:
        self._busy = False
        self._soon.start()

    def _fail(self, _error: BaseException) -> None:
        """Leave what cannot be had; it is asked for again when it is next looked at."""
        self._busy = False
        self._unsized.clear()
        self._wanted.clear()


def _keep(kept: OrderedDict, key: object, image: QImage) -> None:  # type: ignore[type-arg]  # of either kind of key
    kept[key] = image
    while len(kept) > KEPT:
        kept.popitem(last=False)


def _sizes(desk: Desk, assets: tuple[str, ...]) -> dict[str, tuple[int, int] | None]:
    facts = {asset: desk.pictures.facts(asset) for asset in assets}
    return {asset: (found.width, found.height) if found else None for asset, found in facts.items()}


def _image(desk: Desk, key: Key) -> QImage:
    asset, crop, width = key
    data = desk.pictures.preview(asset, width, crop)
    return QImage.fromData(data) if data else QImage()
