"""The settings of a document: whether Word goes on tracking changes, and whether it parts words."""

from __future__ import annotations

from functools import lru_cache

from newsroom.formats.docx.opened import W, parsed
from newsroom.formats.docx.package import Part, part

_BEFORE = frozenset(
    W + name
    for name in (
        "writeProtection",
        "view",
        "zoom",
        "removePersonalInformation",
        "removeDateAndTime",
        "doNotDisplayPageBoundaries",
        "displayBackgroundShape",
        "printPostScriptOverText",
        "printFractionalCharacterWidth",
        "printFormsData",
        "embedTrueTypeFonts",
        "embedSystemFonts",
        "saveSubsetFonts",
        "saveFormsData",
        "mirrorMargins",
        "alignBordersAndEdges",
        "bordersDoNotSurroundHeader",
        "bordersDoNotSurroundFooter",
        "gutterAtTop",
        "hideSpellingErrors",
        "hideGrammaticalErrors",
        "activeWritingStyle",
        "proofState",
        "formsDesign",
        "attachedTemplate",
        "linkStyles",
        "stylePaneFormatFilter",
        "stylePaneSortMethod",
        "documentType",
        "mailMerge",
        "revisionView",
    )
)
"""What the schema wants before the sign that changes are tracked."""


@lru_cache(maxsize=8)
def settings(source: bytes, *, tracked: bool) -> Part:
    """Give the settings of a template; tracked lets Word note the changes of whoever writes on."""
    if not tracked:
        return part("word/settings.xml", source)
    from lxml import etree

    root = parsed(source)
    for one in list(root.iterchildren(W + "trackRevisions", W + "documentProtection")):
        root.remove(one)
    at = next((place for place, one in enumerate(root) if one.tag not in _BEFORE), len(root))
    root.insert(at, etree.SubElement(root, W + "trackRevisions"))
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return part("word/settings.xml", data)
