"""Pictures of a story: the files that lie beside it, and the frames that hold them in the text."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from newsroom.formats.files import safe_name
from newsroom.formats.guard.pictures import look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.domain.body import Picture
    from newsroom.formats import Writing
    from newsroom.formats.guard.pictures import Size
    from newsroom.formats.icml.ids import Ids

_WIDE = 170.0
"""How wide a picture is set, in points: 60 mm; the page gives it its own size."""
_ENDINGS = {"jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class Shown:
    """How a picture stands in the text: in a frame, or as the name of its file."""

    file: str
    frame: str = ""
    lost: bool = False


@dataclass(slots=True)
class Figures:
    """Places the pictures of one story."""

    writing: Writing
    ids: Ids
    framed: bool = True
    beside: dict[str, bytes] = field(default_factory=dict)
    told: defaultdict[str, list[Picture]] = field(default_factory=lambda: defaultdict(list))
    """The pictures as the story has them, by the name of their file."""
    _files: dict[str, str] = field(default_factory=dict)

    @property
    def folder(self) -> str:
        """Give the folder that the files lie in; it must not change with whose window writes."""
        word = "bilder" if self.writing.house.language.startswith("de") else "pictures"
        stem = safe_name(self.writing.stem, "") if self.writing.stem else ""
        return f"{stem}-{word}" if stem else word

    def add(self, block: Picture) -> Shown:
        """Place a picture."""
        data = self.writing.picture(block.asset) if block.asset else None
        size = look(data) if data else None
        name = self._name(block, size)
        source = self.writing.kept.get(block.asset, block)
        self.told[name].append(replace(block, asset=source.asset, crop=source.crop))
        if not data or not size:
            return Shown(name, lost=True)
        path = f"{self.folder}/{name}"
        self.beside[path] = data
        return Shown(name, self._frame(name, path, size) if self.framed else "")

    def _name(self, block: Picture, size: Size | None) -> str:
        """Give a file's name, the same for the same picture and for no other."""
        key = f"{block.asset} {block.name}"
        if key not in self._files:
            stem = PurePosixPath(block.name.replace("\\", "/")).stem or block.asset[:12] or "bild"
            ending = _ENDINGS.get(size.kind, f".{size.kind}") if size else ".jpg"
            taken: Mapping[str, str] = {name.casefold(): one for one, name in self._files.items()}
            names = (
                safe_name(f"{stem}{mark}{ending}") for mark in ("", *(f"-{n}" for n in range(2, 10_000)))
            )
            self._files[key] = next(name for name in names if name.casefold() not in taken)
        return self._files[key]

    def _frame(self, name: str, path: str, size: Size) -> str:
        half, tall = _WIDE / 2, _WIDE * size.height / size.width / 2
        scale = _WIDE / size.width
        corners = ((-half, -tall), (-half, tall), (half, tall), (half, -tall))
        points = "".join(_point(across, down) for across, down in corners)
        return (
            f'<Rectangle Self="{self.ids.give("frame", name)}" StrokeWeight="0"'
            f' ItemTransform="1 0 0 1 {half:g} {-tall:g}"><Properties><PathGeometry>'
            f'<GeometryPathType PathOpen="false"><PathPointArray>{points}</PathPointArray></GeometryPathType>'
            f'</PathGeometry></Properties><Image Self="{self.ids.give("image", name)}"'
            f' ItemTransform="{scale:.5f} 0 0 {scale:.5f} {-half:g} {-tall:g}"><Properties>'
            f'<Profile type="string">$ID/Embedded</Profile><GraphicBounds Left="0" Top="0" Right="{size.width}"'
            f' Bottom="{size.height}"/></Properties><Link Self="{self.ids.give("file", name)}"'
            f' LinkResourceURI="file:{quote(path)}"/></Image></Rectangle>'
        )


def _point(across: float, down: float) -> str:
    place = f"{across:g} {down:g}"
    return f'<PathPointType Anchor="{place}" LeftDirection="{place}" RightDirection="{place}"/>'
