"""Word files as other programs write them, with tracked changes and comments: each program has its own ways.

``libreoffice.docx`` and ``pandoc.docx`` beside the tests were written by those programs. The others are made here, in
the very markup of Word 365 (German and English), Word 2010, Word 2007, strict Word, Google Docs, Pages, OnlyOffice
and a converter that wraps everything in content controls.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "golden" / "docx"
MAIN = "http://schemas.openxmlformats.org"
MS = "http://schemas.microsoft.com/office"
OFFICE = f"{MAIN}/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}/wordprocessingml/2006/main" xmlns:r="{OFFICE}" xmlns:mc="{MAIN}/markup-compatibility/2006"'
    f' xmlns:w14="{MS}/word/2010/wordml" xmlns:w15="{MS}/word/2012/wordml" xmlns:w16cid="{MS}/word/2016/wordml/cid"'
    ' mc:Ignorable="w14 w15 w16cid"'
)
KINDS = {"commentsExtended": f"{MS}/2011/relationships/commentsExtended", "commentsIds": f"{MS}/2016/09/relationships/commentsIds",
         "people": f"{MS}/2011/relationships/people"}  # fmt: skip
EVA = 'w:author="Eva Brandt" w:date="2026-03-02T09:15:00Z"'
JAN = 'w:author="Jan Petersen" w:date="2026-03-02T10:40:00Z"'


def packed(body: str, **parts: str) -> bytes:
    """Give a Word file of a body and further parts by name."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
        f'{name if name != "document" else "document.main"}+xml"/>'
        for name in ("document", *parts)
    )
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{KINDS.get(name, f"{OFFICE}/{name}")}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, 1)
    )
    members = {
        "[Content_Types].xml": f'<Types xmlns="{MAIN}/package/2006/content-types"><Default Extension="rels" ContentType='
        f'"application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{MAIN}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{MAIN}/package/2006/relationships">{lines}</Relationships>',
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        **{f"word/{name}.xml": inner for name, inner in parts.items()},
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in members.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{inner}')
    return held.getvalue()


def styles(*named: tuple[str, str]) -> str:
    """Give paragraph styles by id and name."""
    return f"<w:styles {SPACES}>" + "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in named
    ) + "</w:styles>"  # fmt: skip


def p(inner: str, style: str = "", more: str = "") -> str:
    """Give a paragraph."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f'<w:p w:rsidR="00A14C2B" w:rsidRDefault="00A14C2B"><w:pPr>{named}{more}</w:pPr>{inner}</w:p>'


def r(words: str, look: str = "") -> str:
    """Give a run."""
    form = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r w:rsidRPr="00B72D11">{form}<w:t xml:space="preserve">{words}</w:t></w:r>'


def gone(words: str, look: str = "") -> str:
    """Give a run whose text was deleted."""
    return r(words, look).replace("w:t ", "w:delText ").replace("/w:t>", "/w:delText>")


def comment(key: int, whose: str, words: str, place: str = "") -> str:
    """Give a comment."""
    named = f' w14:paraId="{place}" w14:textId="77777777"' if place else ""
    sign = '<w:r><w:rPr><w:rStyle w:val="Kommentarzeichen"/></w:rPr><w:annotationRef/></w:r>'
    return f'<w:comment w:id="{key}" {whose} w:initials="X"><w:p{named}>{sign}{r(words)}</w:p></w:comment>'


def inserted(words: str) -> str:
    """Give a run that Eva inserted."""
    return f'<w:ins w:id="91" {EVA}>{r(words)}</w:ins>'


def ranged(key: int, inner: str) -> str:
    """Give runs that a comment is about."""
    call = f'<w:r><w:rPr><w:rStyle w:val="Kommentarzeichen"/></w:rPr><w:commentReference w:id="{key}"/></w:r>'
    return f'<w:commentRangeStart w:id="{key}"/>{inner}<w:commentRangeEnd w:id="{key}"/>{call}'


GERMAN = styles(
    ("Standard", "Normal"),
    ("Titel", "Title"),
    ("berschrift2", "heading 2"),
    ("Listenabsatz", "List Paragraph"),
)


def word_365_german() -> bytes:
    """Every kind of change, answers, a comment that is done, people and durable ids."""
    body = (
        p(r("Neuer Anleger für Lindholm"), "Titel")
        + p(
            r("Der Rat hat ")
            + f'<w:del w:id="1" {EVA}>{gone("gestern ")}</w:del><w:ins w:id="2" {EVA}>{r("am Montag ")}</w:ins>'
            + ranged(0, ranged(1, r("einstimmig")))
            + r(" beschlossen, ")
            + r("den Anleger", f'<w:b/><w:rPrChange w:id="3" {JAN}><w:rPr><w:i/></w:rPr></w:rPrChange>')
            + r(" zu bauen.")
        )
        + p(
            r("Was es kostet"),
            "berschrift2",
            f'<w:pPrChange w:id="4" {JAN}><w:pPr><w:pStyle w:val="Standard"/></w:pPr></w:pPrChange>',
        )
        + p(r("Der erste Teil."), more=f'<w:rPr><w:del w:id="5" {EVA}/></w:rPr>')
        + p(r(" Der zweite Teil."), more=f'<w:rPr><w:ins w:id="6" {JAN}/></w:rPr>')
        + p(ranged(2, r("Der dritte Teil.")))
    )
    said = (
        comment(0, EVA, "Stimmt das?", "1A000001")
        + comment(1, JAN, "Ja, laut Protokoll.", "1A000002")
        + comment(2, JAN, "Erledigt.", "1A000003")
    )
    threads = (
        '<w15:commentEx w15:paraId="1A000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="1A000002" w15:paraIdParent="1A000001" w15:done="0"/>'
        '<w15:commentEx w15:paraId="1A000003" w15:done="1"/>'
    )
    ids = "".join(
        f'<w16cid:commentId w16cid:paraId="1A00000{number}" w16cid:durableId="2B00000{number}"/>'
        for number in (1, 2, 3)
    )
    return packed(
        body,
        styles=GERMAN,
        comments=f"<w:comments {SPACES}>{said}</w:comments>",
        commentsExtended=f"<w15:commentsEx {SPACES}>{threads}</w15:commentsEx>",
        commentsIds=f"<w16cid:commentsIds {SPACES}>{ids}</w16cid:commentsIds>",
        people=f'<w15:people {SPACES}><w15:person w15:author="Eva Brandt"/></w15:people>',
    )


def word_365_nested() -> bytes:
    """One inserts, another deletes of it; a field and a link in changes."""
    link = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://example.org/x" </w:instrText></w:r>'
    body = (
        p(r("Quay for Lindholm"), "Title")
        + p(
            r("The council ")
            + f'<w:ins w:id="1" {EVA}>{r("has finally ")}<w:del w:id="2" {JAN}>{gone("and at last ")}</w:del></w:ins>'
            + r("agreed. ")
            + f'{link}<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:ins w:id="3" {EVA}>{r("Minutes")}</w:ins>'
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        + p(
            f'<w:ins w:id="4" {JAN}>{r("A whole new paragraph.")}</w:ins>',
            more=f'<w:rPr><w:ins w:id="5" {JAN}/></w:rPr>',
        )
        + p(r("The end."))
    )
    return packed(body, styles=styles(("Title", "Title")))


def word_2010_moved() -> bytes:
    """Text that was moved, with the ranges around it; comments know no answers yet."""
    sign = 'w:name="move1"'
    body = (
        p(r("Moved sentence"), "Title")
        + p(
            f'<w:moveFromRangeStart w:id="1" {EVA} {sign}/><w:moveFrom w:id="2" {EVA}>{r("First this. ")}</w:moveFrom>'
            f'<w:moveFromRangeEnd w:id="1"/>' + r("Then that.")
        )
        + p(
            ranged(0, r("Here it goes. "))
            + f'<w:moveToRangeStart w:id="3" {EVA} {sign}/><w:moveTo w:id="4" {EVA}>{r("First this. ")}</w:moveTo>'
            + '<w:moveToRangeEnd w:id="3"/>'
        )
    )
    return packed(
        body,
        styles=styles(("Title", "Title")),
        comments=f"<w:comments {SPACES}>{comment(0, JAN, 'Better here.')}</w:comments>",
    )


def word_2007_bare() -> bytes:
    """A table that was inserted whole, and a list; an author without a time."""
    rows = "".join(
        f'<w:tr><w:trPr><w:ins w:id="{number}" {EVA}/></w:trPr>'
        + "".join(f"<w:tc><w:tcPr/>{p(inserted(cell))}</w:tc>" for cell in cells)
        + "</w:tr>"
        for number, cells in enumerate((("Ort", "Höhe"), ("Kai", "40 m")), 1)
    )
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'
    numbers = (
        f'<w:numbering {SPACES}><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    body = (
        p(r("Zahlen zum Kran"), "Titel")
        + p(r("Davor."))
        + f"<w:tbl><w:tblPr/>{rows}</w:tbl>"
        + p(r("Eins"), "Listenabsatz", place)
        + p(f'<w:ins w:id="7" w:author="Eva Brandt">{r("Zwei")}</w:ins>', "Listenabsatz", place)
        + p(r("Danach."))
    )
    return packed(body, styles=GERMAN, numbering=numbers)


def word_strict() -> bytes:
    """The strict form with its own namespaces."""
    held = io.BytesIO()
    swaps = (
        (f"{MAIN}/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    )
    with zipfile.ZipFile(io.BytesIO(word_365_nested())) as source, zipfile.ZipFile(held, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            for usual, strict in swaps:
                text = text.replace(usual, strict)
            target.writestr(name, text)
    return held.getvalue()


def google_docs() -> bytes:
    """Suggestions that all have the id 0, a look on every run, comments without initials."""
    look = '<w:rFonts w:ascii="Arial"/><w:rtl w:val="0"/>'
    body = (
        p(r("A new quay", look), "Title")
        + p(
            r("The ferry ", look)
            + f'<w:ins w:author="Eva Brandt" w:id="0" w:date="2026-03-02T09:15:27Z">{r("from Lindholm ", look)}</w:ins>'
            + f'<w:del w:author="Jan Petersen" w:id="0" w:date="2026-03-02T09:16:01Z">{gone("never ", look)}</w:del>'
            + '<w:commentRangeStart w:id="0"/>'
            + r("runs", look)
            + '<w:commentRangeEnd w:id="0"/><w:r><w:rPr/><w:commentReference w:id="0"/></w:r>'
            + r(" again.", look)
        )
        + p("")
        + p(r("Next week.", look))
    )
    said = (
        '<w:comment w:author="Jan Petersen" w:id="0" w:date="2026-03-02T09:20:00Z"><w:p>'
        f"{r('Since when?', look)}</w:p></w:comment>"
    )
    return packed(
        body, styles=styles(("Title", "Title")), comments=f"<w:comments {SPACES}>{said}</w:comments>"
    )


def pages() -> bytes:
    """Own style names, times with an offset, a change that goes across two paragraphs."""
    whose = 'w:author="Eva Brandt" w:date="2026-03-02T10:15:00+01:00"'
    body = (
        p(r("Der Kran"), "Titel")
        + p(
            r("Er steht") + f'<w:del w:id="1" {whose}>{gone(" noch.")}</w:del>',
            "Text",
            f'<w:rPr><w:del w:id="2" {whose}/></w:rPr>',
        )
        + p(f'<w:del w:id="3" {whose}>{gone("Er dreht sich")}</w:del>' + r(" still."), "Text")
        + p(r("Ende."), "Text")
    )
    return packed(body, styles=styles(("Titel", "Titel"), ("Text", "Text")))


def only_office() -> bytes:
    """Own attributes on changes, a deleted row in a table, extended comments with an answer."""
    whose = f'{EVA} oouserid="uid-1"'
    row = f"<w:tr><w:tc><w:tcPr/>{p(r('Kai'))}</w:tc><w:tc><w:tcPr/>{p(r('40 m'))}</w:tc></w:tr>"
    fallen = f'<w:del w:id="9" {EVA}/>'
    body = (
        p(r("Ein Kran"), "Title")
        + p(r("Am ") + f'<w:ins w:id="1" {whose}>{r("Kai")}</w:ins>' + ranged(1, r(" steht er.")))
        + f"<w:tbl><w:tblPr/>{row}{row.replace('<w:tr>', f'<w:tr><w:trPr>{fallen}</w:trPr>')}</w:tbl>"
        + p(r("Ende."))
    )
    said = comment(1, EVA, "Seit wann?", "00000001") + comment(2, JAN, "Seit März.", "00000002")
    threads = (
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
        '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>'
    )
    return packed(
        body.replace(" oouserid", " w:oouserid"),
        styles=styles(("Title", "Title")),
        comments=f"<w:comments {SPACES}>{said}</w:comments>",
        commentsExtended=f"<w15:commentsEx {SPACES}>{threads}</w15:commentsEx>",
    )


def in_controls() -> bytes:
    """A form whose text stands in content controls, with changes around and inside them."""
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('im Hafen')}</w:sdtContent></w:sdt>"
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r('Ein Formular'), 'Title')}</w:sdtContent></w:sdt>"
        + p(r("Der Kran ") + f'<w:ins w:id="1" {EVA}>{held}</w:ins>' + r(" steht."))
        + p(
            f'<w:smartTag w:uri="u" w:element="e"><w:del w:id="2" {JAN}>{gone("Lange.")}</w:del></w:smartTag>'
            + r("Kurz.")
        )
    )
    return packed(body, styles=styles(("Title", "Title")))


def python_docx() -> bytes:
    """A file of python-docx, with a comment of its own."""
    import docx

    made = docx.Document()
    made.add_heading("A crane", 0)
    line = made.add_paragraph("It stands ")
    said = line.add_run("at the quay")
    line.add_run(".")
    made.add_comment(said, text="Which one?", author="Eva Brandt", initials="EB")
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


MADE = (
    word_365_german,
    word_365_nested,
    word_2010_moved,
    word_2007_bare,
    word_strict,
    google_docs,
    pages,
    only_office,
    in_controls,
    python_docx,
)
FILES = {
    "libreoffice": (GOLDEN / "libreoffice.docx").read_bytes,
    "pandoc": (GOLDEN / "pandoc.docx").read_bytes,
    **{made.__name__: made for made in MADE},
}
"""What gives the bytes of each file."""
