"""An ICML file parsed with care, and what is looked up in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from newsroom.domain.errors import Refused
from newsroom.formats.guard.archive import check_markup
from newsroom.formats.icml.runs_out import address_of_file
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from lxml.etree import _Element

DEEPEST = 100
_NUMBER = "4"
_SEPARATOR = re.compile(r"[ \t]*[\r\n]+\s*|\t")


def parsed(data: bytes) -> _Element:
    """Parse XML without entities, network or document types, and not too deep; raises Refused."""
    from lxml import etree

    check_markup(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise Refused(
            msg(N_("The InDesign file is damaged or cut short. Export the story once more."))
        ) from fault
    _check_depth(root)
    return root


def _check_depth(root: _Element) -> None:
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEEPEST:
            raise Refused(msg(N_("The InDesign file nests its parts too deeply.")))
        waiting += [(child, depth + 1) for child in node]


def tag(node: _Element) -> str:
    """Give what an element is called, without its namespace; a processing instruction is ``?``."""
    name = str(node.tag)
    return "?" if name.startswith("<") else name.rpartition("}")[2]


def words_of(node: _Element) -> str:
    """Give all text that stands in the contents below an element."""
    return "".join(said(content) for content in node.iter("Content"))


def said(content: _Element) -> str:
    """Give the text of one content element; instructions in it are signs of InDesign's own.

    Behind the sign that numbers a footnote stands a tab, which is no text, as is what a program wraps it with.
    """
    before, behind = content.text or "", "".join(child.tail or "" for child in content)
    if any((child.text or "").strip() == _NUMBER for child in content):
        return before.strip() + _without_tab(behind)
    return before + behind


def _without_tab(words: str) -> str:
    found = _SEPARATOR.match(words)
    return words[found.end() :] if found else words


def targets(root: _Element) -> dict[str, str]:
    """Give the address behind each source of a link, by the source's id."""
    places = {
        place.get("Self", ""): place.get("DestinationURL", "")
        for place in root.iter("HyperlinkURLDestination")
    }
    found: dict[str, str] = {}
    for link in root.iter("Hyperlink"):
        key = (link.findtext("Properties/Destination") or link.get("Destination") or "").strip()
        stored, name = places.get(key, ""), link.get("Name", "")
        found[link.get("Source", "")] = name if address_of_file(name) == stored else stored
    return found


def picture_file(link: _Element) -> str:
    """Give the name of the file that a picture is linked to, without its folders."""
    return picture_path(link).rpartition("/")[2]


def picture_path(link: _Element) -> str:
    """Give the path of the file that a picture is linked to, as it is written."""
    address = link.get("LinkResourceURI", "")
    return unquote(address.removeprefix("file:")).replace("\\", "/")
