"""Reads a Word file as one story, tracked changes and comments included, and names what it cannot keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.formats import Incoming, Origin
from newsroom.formats.docx import styles_in
from newsroom.formats.docx.blocks_in import BlockReader
from newsroom.formats.docx.gathered import Gathered, notes
from newsroom.formats.docx.opened import Opened, W, custom, texts
from newsroom.formats.docx.package import OWN_HEADER
from newsroom.formats.docx.properties import Told, told
from newsroom.formats.docx.story_in import article
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from newsroom.formats import Reading
    from newsroom.formats.docx.opened import Relation


def read_story(data: bytes, reading: Reading) -> Incoming:
    """Give the story of a Word file; raises Refused, with its own reason for each fault."""
    opened = Opened(data)
    top = opened.relations("")
    main = _of_kind(top, "officeDocument") or "word/document.xml"
    body = _body(opened, main)
    relations = opened.relations(main)
    known = _told(opened, top)
    gathered = _gathered(opened, relations, reading)
    reader = BlockReader(
        opened=opened,
        relations=relations,
        styles=styles_in.styles(opened, _of_kind(relations, "styles")),
        numbering=styles_in.numbering(opened, _of_kind(relations, "numbering")),
        gathered=gathered,
        ours=bool(known.uid),
    )
    try:
        story, taken = article(reader.flow(body), known, gathered, reading)
    except RecursionError as fault:
        raise Refused(msg(N_("The Word file nests its parts too deeply."))) from fault
    _count_margins(opened, relations, gathered)
    origin = Origin(known.uid, known.version, known.saved_by, known.saved) if known.uid else None
    losses = tuple(gathered.losses())
    return Incoming(story, losses, pictures=gathered.pictures, origin=origin, recognised=taken)


def _body(opened: Opened, main: str) -> _Element:
    root = opened.xml(main)
    body = None if root is None else root.find(W + "body")
    if body is None:
        raise Refused(msg(N_("The file is no Word document: it holds no text part.")))
    return body


def _of_kind(relations: Mapping[str, Relation], kind: str) -> str:
    return next((one.target for one in relations.values() if one.kind == kind and not one.external), "")


def _told(opened: Opened, top: Mapping[str, Relation]) -> Told:
    core, ours = (_of_kind(top, kind) for kind in ("core-properties", "custom-properties"))
    return told(texts(opened.xml(core)), custom(opened.xml(ours)))


def _gathered(opened: Opened, relations: Mapping[str, Relation], reading: Reading) -> Gathered:
    comments, threads = (_of_kind(relations, kind) for kind in ("comments", "commentsExtended"))
    found = notes(opened.xml(comments), opened.xml(threads), reading.now) if comments else {}
    return Gathered(reading.now, found)


def _count_margins(opened: Opened, relations: Mapping[str, Relation], gathered: Gathered) -> None:
    """Count the page headers and footers that say something: they are no part of a story."""
    for one in relations.values():
        if one.kind in {"header", "footer"} and not one.external and not one.target.endswith(OWN_HEADER):
            root = opened.xml(one.target)
            said = root is not None and any((piece.text or "").strip() for piece in root.iter(W + "t"))
            gathered.lost["margin"] += int(said)
