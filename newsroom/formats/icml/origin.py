"""How a file says which story it was written from: in the story's label, and in its metadata.

InDesign and InCopy keep both when they save: labels are where scripts keep their notes, the metadata is what the
program shows as file information.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsroom.formats import Origin
from newsroom.formats.icml.opened import tag
from newsroom.formats.icml.sheet import valued, written

if TYPE_CHECKING:
    from lxml.etree import _Element

    from newsroom.domain.article import Article

UID, VERSION, FACTS = "newsroom.uid", "newsroom.version", "newsroom.facts"
_SPACE = "urn:newsroom:story"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_IN_PACKET = re.compile(
    r"newsroom:(?P<name>uid|version)(?:\s*=\s*[\"'](?P<value>[^\"'<]{1,60})|>(?P<text>[^<]{1,60})<)"
)
_SAVED = re.compile(r"xmp:ModifyDate(?:\s*=\s*[\"']|>)(?P<when>[0-9T:.+Z-]{10,40})")
_MOST_FACTS = 500_000


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of itself: where it comes from, and facts that have no place in the text."""

    origin: Origin | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def label(article: Article, facts: dict[str, Any]) -> str:
    """Give the properties of a story that carry its origin."""
    pairs = (
        (UID, article.uid),
        (VERSION, str(article.version)),
        (FACTS, json.dumps(facts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)),
    )
    inner = "".join(f'<KeyValuePair Key="{key}" Value="{valued(value)}"/>' for key, value in pairs)
    return f"<Properties><Label>{inner}</Label></Properties>"


def packet(article: Article) -> str:
    """Give the metadata of a story: title, people, and its origin once more."""
    people = "".join(f"<rdf:li>{written(one.name)}</rdf:li>" for one in article.authors)
    creator = f"<dc:creator><rdf:Seq>{people}</rdf:Seq></dc:creator>" if people else ""
    title = f'<rdf:li xml:lang="x-default">{written(article.headline)}</rdf:li>'
    inner = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:newsroom="{_SPACE}"'
        f' newsroom:uid="{article.uid}" newsroom:version="{article.version}">'
        f"<dc:title><rdf:Alt>{title}</rdf:Alt></dc:title>{creator}"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).replace("]]>", "]]&gt;")
    contents = f"<Properties><Contents><![CDATA[{inner}]]></Contents></Properties>"
    return f"<MetadataPacketPreference>{contents}</MetadataPacketPreference>"


def told(story: _Element) -> Told:
    """Give what a story says of its origin, by its label, or by its metadata where that is gone."""
    pairs = {
        pair.get("Key", ""): pair.get("Value", "")
        for block in story.iterchildren("Properties")
        for pair in block.iter("KeyValuePair")
    }
    facts = _facts(pairs.get(FACTS, ""))
    origin = _origin(pairs.get(UID, ""), pairs.get(VERSION, ""))
    if origin is None:
        found = {
            match["name"]: match["value"] or match["text"] for match in _IN_PACKET.finditer(_packet(story))
        }
        origin = _origin(found.get("uid", ""), found.get("version", ""))
    if origin is None:
        return Told()
    return Told(replace(origin, time=_saved(_packet(story))), facts)


def _saved(packet: str) -> datetime | None:
    """Give when the page desk's program saved the file, where its metadata tells it with its zone."""
    found = _SAVED.search(packet)
    try:
        when = datetime.fromisoformat(found["when"]) if found else None
    except ValueError:
        return None
    return when if when and when.tzinfo else None


def _packet(story: _Element) -> str:
    packets = (one for one in story if tag(one) == "MetadataPacketPreference")
    return next((one.findtext("Properties/Contents") or "" for one in packets), "")


def _origin(uid: str, version: str) -> Origin | None:
    uid = uid.strip().lower()
    if not _UUID.fullmatch(uid):
        return None
    known = version.isascii() and version.isdigit() and len(version) < 10  # noqa: PLR2004 - no one saves so often
    return Origin(uid, int(version) if known else 0)


def _facts(text: str) -> dict[str, Any]:
    """Give the facts of a label, or none where somebody has changed them into something else."""
    if not text or len(text) > _MOST_FACTS:
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
