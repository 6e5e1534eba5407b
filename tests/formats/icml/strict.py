"""A checker of ICML that knows nothing of our writer: what InDesign wants of a document that stands alone."""

from __future__ import annotations

import re

from lxml import etree

_KINDS = {
    "Paragraph": "RootParagraphStyleGroup",
    "Character": "RootCharacterStyleGroup",
    "Table": "RootTableStyleGroup",
}
_INSIDE = {
    "ParagraphStyleRange": {"Story", "Cell", "Footnote", "Note", "Change"},
    "CharacterStyleRange": {"ParagraphStyleRange", "HyperlinkTextSource", "Change"},
    "Content": {"CharacterStyleRange"},
    "Br": {"CharacterStyleRange"},
    "HyperlinkTextSource": {"ParagraphStyleRange", "CharacterStyleRange"},
    "Footnote": {"CharacterStyleRange"},
    "Table": {"CharacterStyleRange"},
    "Cell": {"Table"},
    "Rectangle": {"CharacterStyleRange"},
    "Image": {"Rectangle"},
    "Link": {"Image"},
}


def check(data: bytes):
    """Raise AssertionError at the first rule that is broken; give the root."""
    head = data[:400].decode()
    assert head.startswith('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>')
    root = etree.fromstring(data)
    instructions = []
    before = root.getprevious()
    while before is not None:
        instructions.insert(0, before)
        before = before.getprevious()
    assert [one.target for one in instructions] == ["aid", "aid"]
    assert 'type="snippet"' in instructions[0].text
    assert 'SnippetType="InCopyInterchange"' in instructions[1].text
    assert root.tag == "Document"
    assert root.get("DOMVersion") == "8.0"
    assert [one.tag for one in root].count("Story") == 1
    _check_styles(root)
    _check_places(root)
    _check_ids(root)
    _check_tables(root)
    _check_links(root)
    return root


def _check_styles(root):
    for kind, group in _KINDS.items():
        held = root.find(group)
        assert held is not None
        assert held.get("Self")
        ids = [one.get("Self") for one in held.iter(f"{kind}Style")]
        assert len(ids) == len(set(ids))
        used = {one.get(f"Applied{kind}Style") for one in root.iter() if one.get(f"Applied{kind}Style")}
        assert used <= set(ids), used - set(ids)
        for one in ids:
            assert one.startswith(f"{kind}Style/")
            assert ":" not in one
        based = {one.text for one in held.iter("BasedOn")}
        assert based <= set(ids)
    for one in root.iter("ParagraphStyleRange"):
        assert one.get("AppliedParagraphStyle")
    for one in root.iter("CharacterStyleRange"):
        assert one.get("AppliedCharacterStyle")


def _check_places(root):
    story = root.find("Story")
    for one in root.iter(*_INSIDE):
        above = one.getparent()
        assert above.tag in _INSIDE[one.tag], (one.tag, above.tag)
        if one.tag in {"ParagraphStyleRange", "CharacterStyleRange", "HyperlinkTextSource", "Table", "Cell"}:
            assert not (one.text or "").strip()
    for flow in (story, *root.iter("Cell", "Footnote")):
        lines = flow.findall("ParagraphStyleRange")
        for place, line in enumerate(lines):
            breaks = [
                one for one in line.iter("Br") if next(one.iterancestors("ParagraphStyleRange")) is line
            ]
            last = place == len(lines) - 1
            assert len(breaks) == (0 if last else 1)
            if not last:
                final = line[-1]
                assert final.tag == "CharacterStyleRange"
                assert final[-1].tag == "Br"
    for content in root.iter("Content"):
        assert "\n" not in "".join(content.itertext())


def _check_ids(root):
    ids = [one.get("Self") for one in root.iter() if one.get("Self")]
    assert len(ids) == len(set(ids)), [one for one in ids if ids.count(one) > 1]


def _check_tables(root):
    for table in root.iter("Table"):
        rows, columns = (
            int(table.get("BodyRowCount")) + int(table.get("HeaderRowCount")),
            int(table.get("ColumnCount")),
        )
        assert int(table.get("BodyRowCount")) >= 1
        names = [cell.get("Name") for cell in table.findall("Cell")]
        assert sorted(names) == sorted(f"{column}:{row}" for row in range(rows) for column in range(columns))
        assert all(cell.find("ParagraphStyleRange") is not None for cell in table.findall("Cell"))


def _check_links(root):
    sources = {one.get("Self") for one in root.iter("HyperlinkTextSource")}
    places = {one.get("Self") for one in root.iter("HyperlinkURLDestination")}
    for place in root.iter("HyperlinkURLDestination"):
        assert place.get("DestinationURL").count(":") <= 1
        assert ":" not in place.get("Self")
    links = root.findall("Hyperlink")
    assert {one.get("Source") for one in links} == sources
    assert {one.findtext("Properties/Destination") for one in links} == places
    for one in root.iter("Link"):
        assert re.fullmatch(r"file:[\w%.~/()-]+", one.get("LinkResourceURI"))


def lines(root):
    """Give style and text of each paragraph of the story itself."""
    story = root.find("Story")
    return [
        (
            line.get("AppliedParagraphStyle").partition("/")[2],
            "".join("".join(one.itertext()) for one in line.iter("Content")),
        )
        for line in story.findall("ParagraphStyleRange")
    ]
