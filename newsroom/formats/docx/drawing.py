"""The drawing that shows a picture inside a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.formats.guard.pictures import Size

WIDEST = 5_760_000
"""The widest a picture is set, in English Metric Units: 16 cm."""
TALLEST = 7_560_000
_PIXEL = 9525
_NO_ROOM = 'distT="0" distB="0" distL="0" distR="0"'


def drawing(image: Size, relation: str, number: int, name: str, alternative: str) -> str:
    """Give the drawing of a picture in a line of its own; name and alternative text are escaped already."""
    scale = min(1.0, WIDEST / (image.width * _PIXEL), TALLEST / (image.height * _PIXEL))
    wide, high = (max(1, int(side * _PIXEL * scale)) for side in (image.width, image.height))
    shown = f'id="{number}" name="{name}" descr="{alternative}"'
    main = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<w:drawing><wp:inline xmlns:wp="{main}/wordprocessingDrawing" {_NO_ROOM}><wp:extent cx="{wide}" cy="{high}"/>'
        f'<wp:docPr {shown}/><a:graphic xmlns:a="{main}/main"><a:graphicData uri="{main}/picture">'
        f'<pic:pic xmlns:pic="{main}/picture"><pic:nvPicPr><pic:cNvPr {shown}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
