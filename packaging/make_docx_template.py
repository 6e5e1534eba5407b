"""Makes the house's Word template from nothing but this file, and has python-docx read it back.

Run from the top of the checkout: ``python packaging/make_docx_template.py``. The same file gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx

TARGET = Path("resources/templates/docx/story.docx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SERIF = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="Georgia" w:cs="Georgia"/>'
SANS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
ACCENT = '<w:color w:val="1F5FA8"/>'
QUIET = '<w:color w:val="5A6472"/>'


def size(points: float) -> str:
    """Give the size of type, which Word counts in half points."""
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def space(before: int = 0, after: int = 0, line: int = 276) -> str:
    """Give the space around a paragraph in twentieths of a point."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


BOLD = "<w:b/><w:bCs/>"
ITALIC = "<w:i/><w:iCs/>"
KEEP = "<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"

# id, name, based on, next, paragraph properties, run properties
PARAGRAPHS = (
    ("Kicker", "Kicker", "Normal", "Title", KEEP + space(0, 40), SANS + BOLD + ACCENT + size(10)),
    ("Title", "Title", "Normal", "Subtitle", KEEP + space(0, 80, 252), BOLD + size(22)),
    ("Subtitle", "Subtitle", "Normal", "Author", KEEP + space(0, 120, 252), QUIET + size(14)),
    ("Author", "Author", "Normal", "Abstract", KEEP + space(), SANS + BOLD + size(9)),
    ("Date", "Date", "Normal", "Abstract", KEEP + space(0, 120), SANS + QUIET + size(9)),
    ("Abstract", "Abstract", "Normal", "FirstParagraph", space(80, 200), BOLD + size(12)),
    *(
        (
            f"Heading{level}",
            f"heading {level}",
            "Normal",
            "BodyText",
            f'{KEEP}{space(240, 80)}<w:outlineLvl w:val="{level - 1}"/>',
            SANS + BOLD + (QUIET if level > 1 else "") + size(13 - level),
        )
        for level in (1, 2, 3)
    ),
    ("BodyText", "Body Text", "Normal", "BodyText", space(0, 120), ""),
    ("FirstParagraph", "First Paragraph", "BodyText", "BodyText", "", ""),
    (
        "BlockText",
        "Block Text",
        "Normal",
        "BodyText",
        space(120, 160) + '<w:ind w:left="567" w:right="567"/>',
        ITALIC,
    ),
    ("Caption", "caption", "Normal", "BodyText", "<w:keepLines/>" + space(40, 200), SANS + size(9)),
    (
        "ListBullet",
        "List Bullet",
        "Normal",
        "ListBullet",
        '<w:numPr><w:numId w:val="1"/></w:numPr>' + space(0, 60) + "<w:contextualSpacing/>",
        "",
    ),
    (
        "ListNumber",
        "List Number",
        "Normal",
        "ListNumber",
        '<w:numPr><w:numId w:val="2"/></w:numPr>' + space(0, 60) + "<w:contextualSpacing/>",
        "",
    ),
    ("TableText", "Table Text", "Normal", "TableText", space(30, 30, 252), SANS + size(9)),
    ("BoxTitle", "Box Title", "Normal", "BoxText", KEEP + space(40, 80), SANS + BOLD + size(11)),
    ("BoxText", "Box Text", "Normal", "BoxText", space(0, 80), SANS + size(9.5)),
    ("FootnoteText", "footnote text", "Normal", "FootnoteText", space(0, 20, 240), size(9)),
    ("SignOff", "Sign-off", "Normal", "BodyText", space(120, 0) + '<w:jc w:val="right"/>', ITALIC),
    ("CorrectionNote", "Correction Note", "Normal", "BodyText", space(240, 0), SANS + ITALIC + size(9)),
    ("Spacer", "Spacer", "Normal", "BodyText", '<w:spacing w:before="0" w:after="0"/>', size(6)),
    ("CommentText", "annotation text", "Normal", "CommentText", space(0, 0, 240), size(10)),
)

CHARACTERS = (
    ("Hyperlink", "Hyperlink", ACCENT + '<w:u w:val="single"/>'),
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("CommentReference", "annotation reference", size(8)),
    ("Dateline", "Dateline", '<w:smallCaps/><w:spacing w:val="10"/>'),
    ("AuthorRole", "Author Role", '<w:b w:val="0"/><w:bCs w:val="0"/>' + QUIET),
    ("Credit", "Credit", QUIET),
)
BUILT_IN = frozenset(
    [
        "Title",
        "Subtitle",
        "Date",
        "BodyText",
        "BlockText",
        "Caption",
        "ListBullet",
        "ListNumber",
        "FootnoteText",
        "CommentText",
        "Heading1",
        "Heading2",
        "Heading3",
        "Hyperlink",
        "FootnoteReference",
        "CommentReference",
    ]
)


def _custom(key: str) -> str:
    return "" if key in BUILT_IN else ' w:customStyle="1"'


def _paragraph_style(key: str, name: str, based: str, follows: str, block: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph"{_custom(key)} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:next w:val="{follows}"/><w:qFormat/>'
        + (f"<w:pPr>{block}</w:pPr>" if block else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _character_style(key: str, name: str, run: str) -> str:
    return (
        f'<w:style w:type="character"{_custom(key)} w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{run}</w:rPr></w:style>'
    )


def _borders(*sides: str, weight: int, colour: str) -> str:
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="{colour}"/>' for side in sides
    )
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def _table_style(key: str, name: str, borders: str, margin: int, extra: str = "") -> str:
    cells = "".join(
        f'<w:{side} w:w="{wide}" w:type="dxa"/>'
        for side, wide in (("top", margin), ("left", 113), ("bottom", margin), ("right", 113))
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{borders}<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>'
        f"{extra}</w:style>"
    )


TABLES = (
    (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    ),
    _table_style(
        "StoryTable",
        "Story Table",
        _borders("top", "bottom", "insideH", weight=4, colour="A0A8B4"),
        28,
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>',
    ),
    _table_style("StoryBox", "Story Box", _borders("top", "bottom", weight=12, colour="1F5FA8"), 85),
)


def styles() -> str:
    """Give the styles part; the writer puts the story's language in the place of de-DE."""
    return (
        f"{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{SERIF}{size(11)}"
        '<w:lang w:val="de-DE" w:eastAsia="de-DE" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:widowControl/>{space()}</w:pPr><w:rPr><w:lang w:val="de-DE"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
        + "".join(TABLES)
        + "".join(_paragraph_style(*row) for row in PARAGRAPHS)
        + "".join(_character_style(*row) for row in CHARACTERS)
        + "</w:styles>"
    )


def _level(number: int, form: str, text: str) -> str:
    left = 340 * (number + 1)
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="340"/></w:pPr></w:lvl>'
    )


def numbering() -> str:
    """Give the numbering part: 1 is the list with bullets, 2 the one with numbers."""
    bullets = "".join(_level(number, "bullet", "•–▪"[number % 3]) for number in range(9))
    numbers = "".join(_level(number, "decimal", f"%{number + 1}.") for number in range(9))
    return (
        f"{HEAD}<w:numbering {W}>"
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )


SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:autoHyphenation/><w:consecutiveHyphenLimit w:val="3"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="de-DE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)
FOOTNOTES = (
    f'{HEAD}<w:footnotes {W} {R}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
    '</w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
DOCUMENT = (
    f'{HEAD}<w:document {W} {R}><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr></w:p><w:sectPr>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417"'
    ' w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>'
)
CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:language>de-DE</dc:language></cp:coreProperties>"
)
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006"
APP = f'{HEAD}<Properties xmlns="{EXTENDED}/extended-properties"><Application>Newsroom</Application></Properties>'
CUSTOM = f'{HEAD}<Properties xmlns="{EXTENDED}/custom-properties"/>'

FONTS = (
    f"{HEAD}<w:fonts {W}>"
    '<w:font w:name="Georgia"><w:altName w:val="Source Serif Pro"/><w:family w:val="roman"/></w:font>'
    '<w:font w:name="Arial"><w:altName w:val="Source Sans Pro"/><w:family w:val="swiss"/></w:font></w:fonts>'
)


def theme() -> str:
    """Give the least theme that the schema allows; no style of ours refers to it."""
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "5A6472", "lt2": "EEF1F4"}
    colours |= {f"accent{number}": "1F5FA8" for number in range(1, 7)}
    colours |= {"hlink": "1F5FA8", "folHlink": "5A6472"}
    palette = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items())
    faces = "".join(
        f'<a:{use}Font><a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/></a:{use}Font>'
        for use, face in (("major", "Arial"), ("minor", "Georgia"))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Newsroom"><a:themeElements>'
        f'<a:clrScheme name="Newsroom">{palette}</a:clrScheme><a:fontScheme name="Newsroom">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="Newsroom"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


PARTS = {
    "word/document.xml": (f"{WORDML}.document.main+xml", DOCUMENT),
    "word/styles.xml": (f"{WORDML}.styles+xml", styles()),
    "word/numbering.xml": (f"{WORDML}.numbering+xml", numbering()),
    "word/settings.xml": (f"{WORDML}.settings+xml", SETTINGS),
    "word/footnotes.xml": (f"{WORDML}.footnotes+xml", FOOTNOTES),
    "word/fontTable.xml": (f"{WORDML}.fontTable+xml", FONTS),
    "word/theme/theme1.xml": ("application/vnd.openxmlformats-officedocument.theme+xml", theme()),
    "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", CORE),
    "docProps/app.xml": ("application/vnd.openxmlformats-officedocument.extended-properties+xml", APP),
    "docProps/custom.xml": ("application/vnd.openxmlformats-officedocument.custom-properties+xml", CUSTOM),
}


RELATED = ("styles", "numbering", "settings", "footnotes", "fontTable")


def _relations(*rows: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, 1)
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def _content_types() -> str:
    pictures = (("png", "image/png"), ("jpeg", "image/jpeg"), ("gif", "image/gif"))
    xml = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))
    known = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in (*xml, *pictures))
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in PARTS.items()
    )
    return f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{known}{parts}</Types>'


def template() -> bytes:
    """Give the bytes of the template."""
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/extended-properties", "docProps/app.xml"),
            (f"{OFFICE}/custom-properties", "docProps/custom.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((f"{OFFICE}/{kind}", f"{kind}.xml") for kind in RELATED),
            (f"{OFFICE}/theme", "theme/theme1.xml"),
        ),
        **{name: text for name, (_, text) in PARTS.items()},
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def main() -> None:
    """Write the template and let python-docx count its styles."""
    data = template()
    read = docx.Document(io.BytesIO(data))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(data)
    print(f"{TARGET}: {len(data)} bytes, {len(list(read.styles))} styles")


if __name__ == "__main__":
    main()
