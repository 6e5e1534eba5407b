"""The ids in a file: what has not changed keeps the one it had when the file is written again."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_ID = re.compile(r"[\w.$/%:-]{1,120}")
STORY, DOCUMENT = "story", "document"


@dataclass(slots=True)
class Ids:
    """Gives ids by what a thing is and says, so that a story written twice has the same."""

    uid: str
    former: dict[tuple[str, str], deque[str]] = field(default_factory=dict)
    _met: Counter[tuple[str, str]] = field(default_factory=Counter)

    def give(self, kind: str, says: str) -> str:
        """Give the id of a thing: the one it had, or one made of what it says."""
        says = bare(says)
        self._met[kind, says] += 1
        held = self.former.get((kind, says))
        if held:
            return held.popleft()
        source = f"{self.uid} {kind} {says} {self._met[kind, says]}"
        return "u" + hashlib.sha256(source.encode(errors="replace")).hexdigest()[:12]

    def one(self, kind: str, otherwise: str) -> str:
        """Give the id of a thing of which there is one."""
        held = self.former.get((kind, ""))
        return held[0] if held else otherwise


def bare(says: str) -> str:
    """Give what a thing says without its spaces and breaks, which a page may change."""
    return "".join(says.split())


def ids_of(uid: str, former: bytes | None) -> Ids:
    """Give the ids of a story that may have been written before; a former file that is none is no hindrance."""
    if not former:
        return Ids(uid)
    from newsroom.formats.icml.opened import parsed

    try:
        root = parsed(former)
    except Refused:
        return Ids(uid)
    found: dict[tuple[str, str], deque[str]] = defaultdict(deque)
    seen: set[str] = set()
    for kind, says, self_ in _all(root):
        if self_ not in seen and _ID.fullmatch(self_):
            seen.add(self_)
            found[kind, bare(says)].append(self_)
    return Ids(uid, dict(found))


def _all(root: _Element) -> Iterator[tuple[str, str, str]]:
    """Give each thing of a former file: its kind, what it says, its id."""
    from newsroom.formats.icml.opened import picture_file, targets, words_of

    addresses = targets(root)
    words: dict[str, str] = {}
    yield DOCUMENT, "", root.get("Self", "")
    yield from ((STORY, "", story.get("Self", "")) for story in root.iter("Story"))
    for source in root.iter("HyperlinkTextSource"):
        key = source.get("Self", "")
        words[key] = f"{addresses.get(key, '')} {words_of(source)}"
        yield "link", words[key], key
    for link in root.iter("Hyperlink"):
        yield "hyperlink", words.get(link.get("Source", ""), ""), link.get("Self", "")
    for table in root.iter("Table"):
        yield "table", words_of(table), table.get("Self", "")
    for frame in root.iter("Rectangle"):
        image = frame.find(".//Link")
        name = picture_file(image) if image is not None else ""
        yield "frame", name, frame.get("Self", "")
        yield from (("image", name, one.get("Self", "")) for one in frame.iter("Image"))
        yield from (("file", name, one.get("Self", "")) for one in frame.iter("Link"))
