"""The house's own Word template: its styles, page, header and footer win; styles of ours that it lacks are added."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.formats.docx.opened import Opened, W, parsed
from newsroom.formats.docx.package import Base, made, ours, section
from newsroom.formats.docx.styles_in import NAMES, value
from newsroom.formats.guard import archive
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

Members = dict[str, bytes]
_MAIN = b"wordprocessingml.document.main+xml"
_OURS = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "_rels/.rels", "word/footnotes.xml")
"""What is written anew, whatever a template says there."""
_SAID = (
    "comments",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "people",
    "footnotes",
    "stylesWithEffects",
)
_REFERRING = frozenset(W + name for name in ("basedOn", "next", "link"))
_NOTES = re.compile(rb"<w:footnotePr>.*?</w:footnotePr>", re.DOTALL)
_SIGNS = b'<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
_LINKS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_NOTES_LINKS = "word/_rels/footnotes.xml.rels"
_WORDS = ("hyperlink", "image", "chart", "oleObject", "package", "aFChunk")
_LANGUAGE = re.compile(rb'(<w:lang\b[^>]*?w:val=")[^"]*(")')


def check(data: bytes) -> None:
    """Refuse bytes that are no Word file whose styles could be used."""
    opened = Opened(data)
    members = archive.members(data)
    styles = opened.xml("word/styles.xml")
    if opened.xml("word/document.xml") is None or styles is None or styles.find(W + "style") is None:
        raise Refused(msg(N_("This is no Word template: it holds no styles. Choose a .docx.")))
    if _MAIN not in members.get("[Content_Types].xml", b"").replace(b"template.main", b"document.main"):
        raise Refused(msg(N_("The template holds macros. Save it as a plain .docx.")))
    of_house(data)


@lru_cache(maxsize=4)
def of_house(data: bytes) -> Base:
    """Give what documents are made from with a template of the house; raises Refused."""
    own, members = ours().members, archive.members(data)
    page = section(members["word/document.xml"])
    members.update({name: own[name] for name in _OURS})
    lists, members["word/numbering.xml"] = _numbering(members.get("word/numbering.xml"), own)
    names, members["word/styles.xml"] = _styles(members["word/styles.xml"], own["word/styles.xml"], lists)
    settings = members.get("word/settings.xml", own["word/settings.xml"])
    members["word/settings.xml"] = _NOTES.sub(_SIGNS, settings)
    said = tuple(f"word/{kind}." for kind in _SAID)
    dropped = {name for name in members if name.startswith((*said, "docProps/thumbnail"))} - set(_OURS)
    members = {name: part for name, part in members.items() if name not in {*dropped, _NOTES_LINKS}}
    members[_LINKS] = _relations(members.get(_LINKS, own[_LINKS]), own[_LINKS])
    members[_TYPES] = _types(members[_TYPES], own[_TYPES], set(members))
    return made(members, page, names, lists)


def _styles(source: bytes, own: bytes, lists: int) -> tuple[dict[str, str], bytes]:
    """Give the names of our styles as they are here, and the styles with those of ours that were missing."""
    root = parsed(_LANGUAGE.sub(rb"\1de-DE\2", source))
    ids = {(one.get(W + "type"), _name(one)): one.get(W + "styleId", "") for one in root.iter(W + "style")}
    named = sorted(ids.items(), key=lambda one: -len(one[0][1]))  # the shortest name is the usual style
    roles = {(kind, NAMES[name]): key for (kind, name), key in named if name in NAMES}
    mine = list(parsed(own).iter(W + "style"))
    names: dict[str, str] = {}
    missing = []
    for style in mine:
        key, kind, name = style.get(W + "styleId", ""), style.get(W + "type"), _name(style)
        known = ids.get((kind, name)) or roles.get((kind, NAMES.get(name, "")))
        taken = f"Newsroom{key}" if key in ids.values() else key
        names[key] = known or taken
        missing += [] if known else [style]
    for style in missing:
        _fit(style, names, lists)
        root.append(style)
    return {key: name for key, name in names.items() if key != name}, _bytes(root)


def _fit(style: _Element, names: Mapping[str, str], lists: int) -> None:
    """Let a style of ours name others as they are named here; it is nobody's default."""
    style.set(W + "styleId", names[style.get(W + "styleId", "")])
    style.attrib.pop(W + "default", "")
    for one in style.iter():
        before = one.get(W + "val", "")
        if one.tag in _REFERRING:
            one.set(W + "val", names.get(before, before))
        elif one.tag == W + "numId":
            one.set(W + "val", str(int(before) + lists))


def _name(style: _Element) -> str:
    return value(style, "name").casefold()


def _numbering(source: bytes | None, own: Members | Mapping[str, bytes]) -> tuple[int, bytes]:
    """Give the highest number that a list has here, and the numbering with ours behind it."""
    if source is None:
        return 0, own["word/numbering.xml"]
    root = parsed(source)
    keys = [one.get(W + name, "") for tag, name in _NUMBERED for one in root.iter(W + tag)]
    highest = max((int(key) for key in keys if key.isdigit()), default=0)
    mine = parsed(own["word/numbering.xml"])
    forms, lines = list(mine.iter(W + "abstractNum")), list(mine.iter(W + "num"))
    for one in (*forms, *lines):
        for tag, name in _NUMBERED:
            if one.tag == W + tag:
                one.set(W + name, str(int(one.get(W + name, "0")) + highest + 1 - (tag == "num")))
    for line in lines:
        for form in line.iter(W + "abstractNumId"):
            form.set(W + "val", str(int(form.get(W + "val", "0")) + highest + 1))
    _insert(root, forms, lines)
    return highest, _bytes(root)


_NUMBERED = (("abstractNum", "abstractNumId"), ("num", "numId"))


def _insert(root: _Element, forms: list[_Element], lines: list[_Element]) -> None:
    """Put forms before all lists and lists behind them, as the schema wants it."""
    first = next(root.iterchildren(W + "num"), None)
    at = len(root) if first is None else root.index(first)
    for number, form in enumerate(forms):
        root.insert(at + number, form)
    end = next(root.iterchildren(W + "numIdMacAtCleanup"), None)
    for line in lines:
        root.insert(len(root) if end is None else root.index(end), line)


def _relations(source: bytes, own: bytes) -> bytes:
    """Give what the text refers to: pages and looks as in the template, nothing of its own words."""
    root = parsed(source)
    for line in list(root):
        if line.get("Type", "").rpartition("/")[2] in {*_SAID, *_WORDS}:
            root.remove(line)
    kinds = {line.get("Type") for line in root}
    for line in parsed(own):
        if line.get("Type") not in kinds:
            line.set("Id", f"rNewsroom-{line.get('Id')}")
            root.append(line)
    return _bytes(root)


def _types(source: bytes, own: bytes, kept: set[str]) -> bytes:
    """Give the types of what is kept, with those of our parts."""
    root = parsed(source.replace(b"template.main", b"document.main"))
    for line in list(root):
        if line.get("PartName", "").lstrip("/") not in {*kept, ""}:
            root.remove(line)
    known = {_subject(line) for line in root}
    kept |= {"word/footnotes.xml", "word/numbering.xml"}
    for line in parsed(own):
        needed = not line.get("PartName") or line.get("PartName", "").lstrip("/") in kept
        if _subject(line) not in known and needed:
            root.append(line)
    return _bytes(root)


def _subject(line: _Element) -> str:
    return (line.get("PartName") or line.get("Extension") or "").casefold()


def _bytes(root: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
