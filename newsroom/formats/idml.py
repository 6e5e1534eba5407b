"""InDesign pages (IDML): each text of a page that is a story, ours among them, which the page desk has changed."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.body import plain_text
from newsroom.domain.errors import Refused
from newsroom.domain.style_map import style_map
from newsroom.formats import Format, Incoming, Reading
from newsroom.formats.guard import archive
from newsroom.translation import N_, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

MOST = 300
"""A page with more texts than these is a book."""
LONG = 200
"""A text of so many characters is a story; what is shorter is a caption, a folio, an advertisement."""
_STORY = re.compile(r"Stories/[^/]+\.xml")


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the stories of a page, those of ours with their origin; raises Refused."""
    from newsroom.formats.icml import styles_in
    from newsroom.formats.icml.opened import parsed, targets
    from newsroom.formats.icml.reader import story_of

    members = archive.members(data)
    styles = parsed(members["Resources/Styles.xml"]) if "Resources/Styles.xml" in members else None
    map_ = parsed(members["designmap.xml"])
    names = style_map(reading.house.indesign_styles, reading.house.language)
    known = styles_in.Styles(names, styles_in.declared(styles) if styles is not None else {})
    links = targets(map_)
    roots = (parsed(part) for part in _stories(map_, members))
    found = [story_of(story, known, links, reading) for root in roots for story in root.iter("Story")]
    return _worth_reading(found)


def _stories(map_: _Element, members: Mapping[str, bytes]) -> list[bytes]:
    """Give the parts that hold texts, in the order of the document; raises Refused for a book."""
    order = [one.get("src", "") for one in map_.iterchildren("{*}Story")]
    listed = [name for name in dict.fromkeys(order) if name in members and _STORY.fullmatch(name)]
    if len(listed) > MOST:
        text = N_("The page has more than {most} texts. Export the stories as ICML in InDesign.")
        raise Refused(msg(text, most=MOST))
    return [members[name] for name in listed]


def _worth_reading(found: list[Incoming]) -> tuple[Incoming, ...]:
    """Give the stories among the texts of a page; how many short ones stay behind is told with the first."""
    kept = [one for one in found if one.origin or _length(one) >= LONG]
    kept = kept or [one for one in found if _length(one)]
    if not kept:
        text = N_("There is no story on this page. Export the stories as ICML in InDesign.")
        raise Refused(msg(text))
    left = sum(1 for one in found if _length(one)) - len(kept)
    if left > 0:
        told = msgs(
            "{n} short text of the page, such as a caption, was left out.",
            "{n} short texts of the page, such as captions, were left out.",
            left,
        )
        kept[0] = replace(kept[0], losses=(*kept[0].losses, told))
    return tuple(kept)


def _length(incoming: Incoming) -> int:
    return len(incoming.article.headline) + len(plain_text(incoming.article.body))


def sniff(data: bytes, _name: str) -> int:
    """Tell how surely bytes are an IDML package: by what the archive holds, never by the name."""
    if not data.startswith(b"PK\x03\x04") or b"designmap.xml" not in data:
        return 0
    try:
        names = set(zipfile.ZipFile(io.BytesIO(data)).namelist())
    except archive.FAULTS:
        return 0
    return 90 if "designmap.xml" in names else 0


FORMAT = Format(
    name="idml",
    title=N_("InDesign page (IDML)"),
    extensions=(".idml",),
    mime="application/vnd.adobe.indesign-idml-package",
    read=read,
    sniff=sniff,
)
