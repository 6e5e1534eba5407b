import hashlib
import io
import struct
import zipfile
import zlib
from datetime import UTC, datetime

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Table, body, plain_text
from newsroom.domain.changes import ChangeKind, final, original
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Anchor, Footnote, LineBreak, Run, plain, text
from newsroom.domain.marks import BOLD, ITALIC, UNDERLINE, Mark, MarkKind, link
from newsroom.formats import Reading
from newsroom.formats.docx import FORMAT

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
MAIN = "http://schemas.openxmlformats.org"
SPACES = (
    f'xmlns:w="{MAIN}/wordprocessingml/2006/main" xmlns:r="{MAIN}/officeDocument/2006/relationships"'
    f' xmlns:a="{MAIN}/drawingml/2006/main" xmlns:wp="{MAIN}/drawingml/2006/wordprocessingDrawing"'
    f' xmlns:mc="{MAIN}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:m="{MAIN}/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
STYLES = (
    "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
        for key, name, more in (
            ("T", "Titel", ""),
            ("U", "Untertitel", ""),
            ("D", "Dachzeile", ""),
            ("V", "Vorspann", ""),
            ("A", "Autorenzeile", ""),
            ("Z", "Datum", ""),
            ("H1", "Überschrift 1", ""),
            ("H2", "heading 2", ""),
            ("Own", "Hausstil", '<w:basedOn w:val="H2"/>'),
            ("L", "Punkte", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr>'),
        )
    )
    + '<w:style w:type="character" w:styleId="F"><w:name w:val="Strong"/></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>'
)


def _word(inner, members=None, relations=()):
    """Make a Word file by hand, as programs that are not ours write them."""
    kinds = {"styles": STYLES, "numbering": NUMBERING, **(members or {})}
    lines = "".join(
        f'<Relationship Id="r-{kind}" Type="{MAIN}/officeDocument/2006/relationships/{kind}" Target="{kind}.xml"/>'
        for kind in kinds
    )
    lines += "".join(
        f'<Relationship Id="{key}" Type="x/{kind}" Target="{target}" {mode}/>'
        for key, kind, target, mode in relations
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="a" Type="{MAIN}/officeDocument" Target="word/document.xml"/>'
            '<Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/></Relationships>',
        )
        archive.writestr(
            "docProps/core.xml", '<c xmlns:dc="d"><dc:creator>Otto Word; Ida Text</dc:creator></c>'
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{lines}</Relationships>")
        archive.writestr("word/document.xml", f"<w:document {SPACES}><w:body>{inner}</w:body></w:document>")
        for kind, content in kinds.items():
            root = {"commentsExtended": "w15:commentsEx"}.get(kind, f"w:{kind}")
            archive.writestr(f"word/{kind}.xml", f"<{root} {SPACES}>{content}</{root}>")
        for _key, kind, target, _mode in relations:
            if kind == "image" and not target.startswith("http"):
                archive.writestr(f"word/{target}", PNG if target.endswith("png") else b"<svg/>")
    return held.getvalue()


def _png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    rows = zlib.compress(b"\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


PNG = _png()


def _p(inner, style="", more=""):
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inner}</w:p>"


def _r(words, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


TITLE = _p(_r("Kopf"), "T")


def _read(inner, members=None, relations=()):
    (incoming,) = FORMAT.read(_word(inner, members, relations), Reading(now=NOW))
    return incoming


def _first(inner, members=None, relations=()):
    return _read(TITLE + inner, members, relations).article.body.blocks[0]


def test_german_style_names_say_what_a_line_is():
    lines = (
        ("D", "Dach"),
        ("T", "Titel"),
        ("U", "Unter"),
        ("A", "Von Anna Beispiel und Ben Muster"),
        ("V", "Vor"),
    )
    read = _read("".join(_p(_r(words), style) for style, words in lines) + _p(_r("Text"))).article
    assert (read.kicker, read.headline, read.subheadline, plain(read.lead)) == (
        "Dach",
        "Titel",
        "Unter",
        "Vor",
    )
    assert read.authors == (Byline("Anna Beispiel"), Byline("Ben Muster"))
    assert read.body == body(Paragraph(text("Text")))
    assert read.import_notes == ()


def test_authors_come_from_the_properties_where_no_line_names_them():
    assert _read(TITLE).article.authors == (Byline("Otto Word"), Byline("Ida Text"))


def test_a_line_in_a_style_for_dates_is_the_publish_time_where_it_is_clear():
    read = _read(TITLE + _p(_r("27.03.2026, 11:25 Uhr"), "Z") + _p(_r("Irgendwann"), "Z")).article
    assert read.publish_time == datetime(2026, 3, 27, 10, 25, tzinfo=UTC)
    assert read.body == body(Paragraph(text("Irgendwann")))


def test_a_footnote_that_calls_itself_ends():
    call = '<w:r><w:footnoteReference w:id="3"/></w:r>'
    notes = f'<w:footnote w:id="3"><w:p>{_r("Siehe")}{call}</w:p></w:footnote>'
    assert _first(_p(call), {"footnotes": notes}).content == (Footnote((Run("Siehe"),)),)


def test_deep_nesting_is_read_or_refused_but_never_a_crash():
    inner = "<w:ins>" * 200 + _r("tief") + "</w:ins>" * 200
    assert plain_text(_read(TITLE + _p(inner)).article.body) == "tief"
    with pytest.raises(Refused):
        _read(TITLE + _p("<w:ins>" * 9000 + _r("tief") + "</w:ins>" * 9000))


def test_headings_are_known_by_name_by_inheritance_and_by_outline():
    inner = _p(_r("eins"), "H1") + _p(_r("zwei"), "Own") + _p(_r("drei"), "", '<w:outlineLvl w:val="2"/>')
    found = _read(TITLE + inner).article.body
    assert found == body(Crosshead(text("eins"), 1), Crosshead(text("zwei"), 2), Crosshead(text("drei"), 3))


@pytest.mark.parametrize(
    "first",
    [
        _p(_r("Die Überschrift", "<w:b/>")),
        _p(_r("Die Überschrift", '<w:sz w:val="36"/>')),
        _p(_r("Die Überschrift"), "H1"),
        _p(_r("Die Überschrift")),
    ],
)
def test_without_a_title_the_first_loud_or_first_line_is_the_headline(first):
    read = _read(first + _p(_r("Und der Text.")) + _p("")).article
    assert read.headline == "Die Überschrift"
    assert read.body == body(Paragraph(text("Und der Text.")))
    assert [note.rule for note in read.import_notes] == ["headline"]


def test_a_short_line_over_a_bold_headline_is_the_kicker():
    read = _read(_p(_r("Lokales")) + _p(_r("Überschrift", "<w:b/>")) + _p(_r("Text."))).article
    assert (read.kicker, read.headline, plain_text(read.body)) == ("Lokales", "Überschrift", "Text.")


def test_letters_keep_their_marks():
    inner = _r("b", "<w:b/>") + _r("n", '<w:b w:val="0"/>') + _r("f", '<w:rStyle w:val="F"/>')
    inner += _r("i", "<w:i/>") + _r("u", '<w:u w:val="single"/>') + _r("x", '<w:u w:val="none"/>')
    marks = [(piece.text, set(piece.marks)) for piece in _first(_p(inner)).content]
    assert marks == [
        ("b", {BOLD}),
        ("n", set()),
        ("f", {BOLD}),
        ("i", {ITALIC}),
        ("u", {UNDERLINE}),
        ("x", set()),
    ]


def test_special_signs_are_kept_and_tabs_become_spaces():
    inner = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>„c“</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>"
    )
    assert _first(_p(inner)).content == (Run("a b"), LineBreak(), Run("„c“\u2011\u00ad"))


def test_links_are_read_from_relations_and_from_fields():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.example/" </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{_r("zwei")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    simple = f'<w:fldSimple w:instr="PAGE">{_r("7")}</w:fldSimple>'
    inner = f'<w:hyperlink r:id="h">{_r("eins")}</w:hyperlink>{field}{simple}'
    found = _first(_p(inner), relations=[("h", "hyperlink", "https://a.example/", 'TargetMode="External"')])
    assert found.content == (
        Run("eins", frozenset({link("https://a.example/")})),
        Run("zwei", frozenset({link("https://b.example/")})),
        Run("7"),
    )


def test_an_unsafe_link_keeps_its_text_and_is_named():
    inner = _p(f'<w:hyperlink r:id="h">{_r("eins")}</w:hyperlink>')
    read = _read(
        TITLE + inner, relations=[("h", "hyperlink", "javascript:alert(1)", 'TargetMode="External"')]
    )
    assert read.article.body == body(Paragraph(text("eins")))
    assert [str(loss) for loss in read.losses] == [
        "One link with an unsafe address was removed; its text stays."
    ]


def test_lists_are_known_by_numbering_and_by_style():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>'
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    inner = _p(_r("eins"), "", numbered) + _p(_r("Punkt"), "L") + _p(_r("keiner"), "L", none)
    items = (
        ListItem(text("eins"), ordered=True),
        ListItem(text("Punkt"), level=1),
        Paragraph(text("keiner")),
    )
    assert _read(TITLE + inner).article.body == body(*items)


def _tracked(kind, inner, author="Eva", time="2026-01-05T10:00:00Z"):
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="{time}">{inner}</w:{kind}>'


def test_tracked_insertions_and_deletions_become_ours():
    deleted = '<w:r><w:delText xml:space="preserve">alt</w:delText></w:r>'
    inner = _p(
        _r("Das ist ") + _tracked("del", deleted) + _tracked("ins", _r("ne") + _r("u", "<w:b/>")) + _r(".")
    )
    read = _read(TITLE + inner).article
    assert plain_text(final(read.body)) == "Das ist neu."
    assert plain_text(original(read.body)) == "Das ist alt."
    assert [(change.kind, change.author, change.time) for change in read.changes] == [
        (ChangeKind.DELETION, "Eva", datetime(2026, 1, 5, 10, tzinfo=UTC)),
        (ChangeKind.INSERTION, "Eva", datetime(2026, 1, 5, 10, tzinfo=UTC)),
    ]


def test_two_insertions_apart_are_two_changes():
    inner = _p(_tracked("ins", _r("a")) + _r(" fest ") + _tracked("ins", _r("b")))
    assert len(_read(TITLE + inner).article.changes) == 2


def test_moved_text_is_deleted_here_and_inserted_there():
    inner = _p(_tracked("moveFrom", _r("weg")) + _r("bleibt") + _tracked("moveTo", _r("her")))
    read = _read(TITLE + inner).article
    assert (plain_text(final(read.body)), plain_text(original(read.body))) == ("bleibther", "wegbleibt")


def test_a_tracked_join_and_a_tracked_split_of_paragraphs_are_kept():
    mark = '<w:rPr><w:{} w:id="1" w:author="Eva" w:date="2026-01-05T10:00:00Z"/></w:rPr>'
    joined = _read(TITLE + _p(_r("eins"), "", mark.format("del")) + _p(_r("zwei"))).article.body
    split = _read(TITLE + _p(_r("eins"), "", mark.format("ins")) + _p(_r("zwei"))).article.body
    assert (len(final(joined).blocks), len(original(joined).blocks)) == (1, 2)
    assert (len(final(split).blocks), len(original(split).blocks)) == (2, 1)


def test_a_tracked_format_keeps_the_former_marks():
    changed = '<w:b/><w:rPrChange w:id="1" w:author="Eva" w:date="2026-01-05T10:00:00Z"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    read = _read(TITLE + _p(_r("Wort", changed))).article
    assert final(read.body) == body(Paragraph((Run("Wort", frozenset({BOLD})),)))
    assert original(read.body, read.changes) == body(Paragraph((Run("Wort", frozenset({ITALIC})),)))


COMMENTS = "".join(
    f'<w:comment w:id="{key}" w:author="{author}" w:date="2026-01-05T10:00:00Z">'
    f'<w:p w14:paraId="P{key}">{_r(words)}</w:p></w:comment>'
    for key, author, words in ((0, "Eva", "Stimmt das?"), (1, "Otto", "Ja."), (2, "Eva", "Hier fehlt etwas."))
)


def test_comments_become_notes_with_their_range_their_place_and_their_answers():
    threads = (
        '<w15:commentEx w15:paraId="P0" w15:done="1"/><w15:commentEx w15:paraId="P1" w15:paraIdParent="P0"/>'
    )
    start, end = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'
    reference = '<w:r><w:commentReference w:id="{}"/></w:r>'
    inner = _r("a ") + start.format(0) + _r("strittig") + end.format(0) + reference.format(0)
    inner += _r(" b") + reference.format(2)
    read = _read(TITLE + _p(inner), {"comments": COMMENTS, "commentsExtended": threads}).article
    assert [(note.text, note.author, note.resolved) for note in read.notes] == [
        ("Stimmt das?", "Eva", True),
        ("Hier fehlt etwas.", "Eva", False),
    ]
    assert [reply.text for reply in read.notes[0].replies] == ["Ja."]
    noted = frozenset({Mark(MarkKind.NOTE, read.notes[0].id)})
    assert read.body == body(
        Paragraph((Run("a "), Run("strittig", noted), Run(" b"), Anchor(read.notes[1].id)))
    )


def test_a_comment_on_the_headline_keeps_a_place_in_the_text():
    reference = '<w:r><w:commentReference w:id="2"/></w:r>'
    read = _read(
        _p(_r("Kopf") + reference, "T") + _p(_r("Text")), {"comments": COMMENTS.replace("P1", "")}
    ).article
    assert Anchor("word-2") in read.body.blocks[0].content


def test_footnotes_stand_where_they_are_called():
    notes = f'<w:footnote w:id="3"><w:p><w:r><w:footnoteRef/></w:r>{_r(" Siehe ")}{_r("dort", "<w:i/>")}</w:p></w:footnote>'
    inner = _p(_r("Text") + '<w:r><w:footnoteReference w:id="3"/></w:r>')
    found = _first(inner, {"footnotes": notes})
    assert found.content == (Run("Text"), Footnote((Run("Siehe "), Run("dort", frozenset({ITALIC})))))


def _cell(inner, more=""):
    return f"<w:tc><w:tcPr>{more}</w:tcPr>{inner}</w:tc>"


def test_tables_keep_rows_cells_and_head():
    head = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{_cell(_p(_r('A')))}{_cell(_p(_r('B')))}</w:tr>"
    both = _cell(_p(_r("c")) + _p(_r("d")), '<w:gridSpan w:val="2"/>')
    wide = f"<w:tr>{both}</w:tr>"
    read = _read(f"{TITLE}<w:tbl>{head}{wide}</w:tbl>")
    rows = ((text("A"), text("B")), ((Run("c"), LineBreak(), Run("d")), ()))
    assert read.article.body == body(Table(rows, 1))
    assert [str(loss) for loss in read.losses] == ["One merged table cell was taken apart."]


def test_a_table_of_one_cell_is_a_box():
    inner = _p(_r("Hintergrund", "<w:b/>")) + _p(_r("Wissenswertes"))
    found = _first(f"<w:tbl><w:tr>{_cell(inner)}</w:tr></w:tbl>")
    assert found == Box(text("Hintergrund"), (Paragraph(text("Wissenswertes")),))


def test_a_text_box_is_read_once_and_becomes_a_box():
    held = f"<w:txbxContent>{_p(_r('Im Kasten'))}</w:txbxContent>"
    drawn = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wps:txbx>"
        f"{held}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{held}"
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    read = _read(TITLE + _p(_r("Text") + drawn))
    assert read.article.body == body(Paragraph(text("Text")), Box((), (Paragraph(text("Im Kasten")),)))
    assert read.losses == ()


def test_content_controls_are_looked_through():
    inline = f"<w:sdt><w:sdtContent>{_r('innen')}</w:sdtContent></w:sdt>"
    inner = f"<w:sdt><w:sdtContent>{_p(inline)}</w:sdtContent></w:sdt>"
    assert _first(inner) == Paragraph(text("innen"))


def _drawing(key):
    blip = f'<wp:docPr id="1" name="Grafik 3" descr="Leute"/><a:blip r:embed="{key}"/>'
    return _p(f"<w:r><w:drawing><wp:inline>{blip}</wp:inline></w:drawing></w:r>")


def test_pictures_come_with_their_bytes_and_their_alternative_text():
    read = _read(TITLE + _drawing("i"), relations=[("i", "image", "media/a.png", "")])
    asset = hashlib.sha256(PNG).hexdigest()
    assert read.article.body == body(Picture(asset, alternative="Leute"))
    assert read.pictures == {asset: PNG}


@pytest.mark.parametrize(
    ("target", "mode"),
    [("media/a.svg", ""), ("media/none.gif", ""), ("https://example.org/a.png", 'TargetMode="External"')],
)
def test_a_picture_that_cannot_be_kept_leaves_its_place_and_is_named(target, mode):
    read = _read(TITLE + _drawing("i"), relations=[("i", "image", target, mode)])
    assert read.article.body == body(Picture("", alternative="Leute"))
    assert len(read.losses) == 1
    assert read.pictures == {}


def test_what_cannot_be_kept_is_named():
    inner = (
        '<w:r><w:sym w:font="Webdings" w:char="F0E0"/></w:r><w:r><w:object/></w:r><w:r><w:drawing/></w:r>'
        f"<m:oMath><m:r><m:t>E=mc²</m:t></m:r></m:oMath>{_r('geheim', '<w:vanish/>')}"
    )
    read = _read(TITLE + _p(inner))
    assert plain_text(read.article.body) == "E=mc²"
    assert [str(loss).split(" ")[1] for loss in read.losses] == [
        "embedded",
        "drawing",
        "formula",
        "sign",
        "stretch",
    ]


def _without(name):
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_word(TITLE))) as source, zipfile.ZipFile(held, "w") as target:
        for member in source.namelist():
            if member != name:
                target.writestr(member, source.read(member))
    return held.getvalue()


def _locked():
    data = bytearray(_word(TITLE))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "damaged or cut short"),
        (_word(TITLE)[:700], "damaged or cut short"),
        (_word(TITLE).replace(b"<w:body>", b"<w:b<dy>"), "damaged or cut short"),
        (_without("word/document.xml"), "no Word document"),
        (_locked(), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old form"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_is_refused_says_why(data, reason):
    with pytest.raises(Refused, match=reason):
        FORMAT.read(data, Reading(now=NOW))


def test_a_document_type_is_refused_and_no_entity_is_read(tmp_path):
    (tmp_path / "secret").write_text("geheim")
    entity = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        main = f"{entity}<w:document {SPACES}><w:body>{_p(_r('&x;'))}</w:body></w:document>"
        archive.writestr("word/document.xml", main)
    with pytest.raises(Refused, match="document type"):
        FORMAT.read(held.getvalue(), Reading(now=NOW))


def test_a_file_of_python_docx_is_read():
    import docx

    made = docx.Document()
    made.add_heading("Der Titel", 0)
    made.add_paragraph("Ein Punkt", style="List Bullet")
    made.add_paragraph("Eine Nummer", style="List Number")
    made.add_paragraph("Ein Zitat", style="Quote")
    held = io.BytesIO()
    made.save(held)
    (read,) = FORMAT.read(held.getvalue(), Reading(now=NOW))
    assert read.article.headline == "Der Titel"
    kinds = [type(block).__name__ for block in read.article.body.blocks]
    assert kinds == ["ListItem", "ListItem", "Quote"]
    assert [block.ordered for block in read.article.body.blocks[:2]] == [False, True]
    assert read.article.authors == ()


@pytest.mark.parametrize(
    "names",
    [
        ("Titre", "Titre 1", "Chapeau", "Légende"),
        ("Título", "Título 2", "Entradilla", "Leyenda"),
        ("Titolo", "Titolo 1", "Sommario", "Didascalia"),
        ("Schlagzeile", "Überschrift 3", "Vorspann", "Bildzeile"),
        ("title", "heading 1", "Abstract", "caption"),
    ],
)
def test_styles_are_known_in_the_languages_of_their_programs(names):
    own = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{number}"><w:name w:val="{name}"/></w:style>'
        for number, name in enumerate(names)
    )
    read = _read(
        _p(_r("K"), "s0") + _p(_r("V"), "s2") + _p(_r("Z"), "s1") + _p(_r("T")), {"styles": own}
    ).article
    assert (read.headline, plain(read.lead)) == ("K", "V")
    assert isinstance(read.body.blocks[0], Crosshead)


def test_a_style_that_is_not_described_is_known_by_its_id():
    read = _read(_p(_r("K"), "Title") + _p(_r("Z"), "berschrift2") + _p(_r("T"), "Nothing")).article
    assert (read.headline, read.body) == ("K", body(Crosshead(text("Z"), 2), Paragraph(text("T"))))


def test_signs_of_symbol_fonts_become_usual_ones():
    inner = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    assert plain(_first(_p(inner)).content) == "→≥"
    told = _read(TITLE + _p('<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'))
    assert any("symbol" in one.text for one in told.losses)


def test_embedded_objects_are_named():
    inner = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" ProgID="Excel.Sheet.12"/></w:object></w:r>'
    assert [str(one) for one in _read(TITLE + _p(_r("T") + inner)).losses] == [
        "One embedded object was left out: Excel."
    ]


def test_what_no_style_names_is_recognised_by_place_look_and_wording():
    lead = "Nach langem Streit steht der Kran wieder am Hafen, wie die Verwaltung am Montag mitteilte."
    read = _read(
        _p(_r("Hafen"))
        + _p(_r("Der Kran steht", "<w:b/>"))
        + _p(_r("Von Sina Holm und Jan van der Berg"))
        + _p(_r(lead, "<w:b/>"))
        + _p(_r("WENDELSBRÜCK – Er ist 40 Meter hoch."))
        + _p(_r("Mehr folgt."))
    )
    article = read.article
    assert (article.kicker, article.headline, article.dateline) == ("Hafen", "Der Kran steht", "WENDELSBRÜCK")
    assert [one.name for one in article.authors] == ["Sina Holm", "Jan van der Berg"]
    assert article.lead == text(lead)
    assert plain_text(article.body) == "Er ist 40 Meter hoch.\n\nMehr folgt."
    taken = [(one.field, one.line, one.by.value) for one in read.recognised]
    assert taken == [
        ("kicker", 1, "position"),
        ("headline", 2, "position"),
        ("authors", 3, "pattern"),
        ("lead", 4, "position"),
        ("dateline", 5, "pattern"),
    ]
    assert all(one.sure < 95 for one in read.recognised)
    assert read.recognised[4].text.startswith("WENDELSBRÜCK – Er")


@pytest.mark.parametrize(
    "words", ["Von Montag an fährt die Fähre wieder.", "Von hier", "By the way", "Von Hand"]
)
def test_a_sentence_that_begins_like_a_byline_is_none(words):
    read = _read(_p(_r("Überschrift", "<w:b/>")) + _p(_r(words)) + _p(_r("Text.")))
    assert [one.field for one in read.recognised] == ["headline"]
    assert plain_text(read.article.body).startswith(words)


def test_styles_name_fields_surely():
    read = _read(TITLE + _p(_r("Von Sina Holm"), "A") + _p(_r("Text.")))
    assert [(one.field, one.by.value, one.sure) for one in read.recognised] == [
        ("headline", "style", 95),
        ("authors", "style", 95),
    ]
