"""Reads and writes XMP, the way in which pictures tell what they show, whose they are and how they were made."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from newsroom.formats.pictures.facts import Words

MOST_BYTES = 1 << 20
"""More XMP than this is not read: it holds a camera's history, or is a bomb."""

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_SOURCE_TYPES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
_NAMES = {
    f"{{{_DC}}}description": "caption",
    f"{{{_DC}}}creator": "creator",
    f"{{{_DC}}}rights": "rights",
    f"{{{_PHOTOSHOP}}}Headline": "headline",
    f"{{{_PHOTOSHOP}}}Credit": "credit",
    f"{{{_PHOTOSHOP}}}Source": "source",
    f"{{{_CORE}}}AltTextAccessibility": "alternative",
    f"{{{_EXTENSION}}}DigitalSourceType": "source_type",
}


def words_of_xmp(packet: bytes, language: str = "") -> dict[str, str]:
    """Give what XMP says by our names, in a language where it speaks several; damaged XMP says nothing."""
    root = _parsed(packet.strip(b"\0 \r\n\t")) if len(packet) <= MOST_BYTES else None
    told: dict[str, str] = {}
    for name, value in _values(root, language) if root is not None else ():
        if value.strip():
            told.setdefault(name, value.strip())
    kind = told.get("source_type", "").rstrip("/").rpartition("/")[2]
    return {**told, "source_type": kind if kind.isascii() and kind.isalnum() else ""}


def _parsed(packet: bytes) -> _Element | None:
    """Parse without entities, network or document types."""
    from lxml import etree

    if not packet or b"<!" in packet.replace(b"\0", b"").replace(b"<!--", b""):
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True
    )
    try:
        return etree.fromstring(packet, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _values(root: _Element, language: str) -> Iterator[tuple[str, str]]:
    for description in root.iter(f"{_RDF}Description"):
        for key, value in description.attrib.items():
            if key in _NAMES:
                yield _NAMES[str(key)], str(value)
        for child in description:
            if child.tag in _NAMES:
                yield _NAMES[str(child.tag)], _value(child, language)


def _value(element: _Element, language: str) -> str:
    """Give an element's text: of translations the one wanted, of a list all."""
    entries = list(element.iter(f"{_RDF}li"))
    if not entries:
        return element.get(f"{_RDF}resource") or element.text or ""
    if element.find(f"{_RDF}Alt") is None:
        return ", ".join(entry.text or "" for entry in entries)
    spoken = {(entry.get(_LANGUAGE) or "").lower(): entry.text or "" for entry in entries}
    bare = {key.partition("-")[0]: words for key, words in reversed(spoken.items()) if key != "x-default"}
    wanted = bare.get(language.partition("-")[0].lower(), "")
    return wanted or spoken.get("x-default", "") or entries[0].text or ""


def packet_of(words: Words) -> bytes:
    """Give XMP that says whose a picture is and how it was made, and nothing else; empty where nothing is known."""
    entries = [
        _list("dc:creator", "Seq", words.creator),
        _translated("dc:rights", words.rights),
        _translated("Iptc4xmpCore:AltTextAccessibility", words.alternative),
        _plain("photoshop:Credit", words.credit),
        _plain("Iptc4xmpExt:DigitalSourceType", words.source_type and _SOURCE_TYPES + words.source_type),
    ]
    inner = "".join(entries)
    if not inner:
        return b""
    spaces = (
        f'xmlns:dc="{_DC}" xmlns:photoshop="{_PHOTOSHOP}" xmlns:Iptc4xmpCore="{_CORE}"'
        f' xmlns:Iptc4xmpExt="{_EXTENSION}"'
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{_RDF[1:-1]}"><rdf:Description rdf:about="" {spaces}>{inner}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _plain(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>" if value else ""


def _list(name: str, kind: str, value: str, attribute: str = "") -> str:
    inner = f"<rdf:{kind}><rdf:li{attribute}>{escape(value)}</rdf:li></rdf:{kind}>"
    return f"<{name}>{inner}</{name}>" if value else ""


def _translated(name: str, value: str) -> str:
    return _list(name, "Alt", value, ' xml:lang="x-default"')
