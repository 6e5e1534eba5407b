from __future__ import annotations

import hashlib
import shutil
import struct
import subprocess
import zlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from lxml import etree

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import (
    Body,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    block_text,
    body,
)
from newsroom.domain.crop import Crop
from newsroom.domain.inline import Anchor, Footnote, LineBreak, Run, text
from newsroom.domain.marks import BOLD, ITALIC, SUPERSCRIPT, UNDERLINE, Mark, MarkKind, link
from newsroom.formats import Audience, Reading, Writing, by_content
from newsroom.formats.icml import FORMAT
from newsroom.settings import House
from tests.formats.icml.strict import check, lines

GOLDEN = Path(__file__).with_name("golden.icml")
NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


def png(width=40, height=30, shade=128):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes((shade, 160, 192)) * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PNG = png()
ASSET = hashlib.sha256(PNG).hexdigest()
ADDRESS = "https://beispiel.example/a:b?c=1&d=2"


@pytest.fixture
def story():
    first = (
        Run("Der Rat hat "),
        Run("heute", frozenset({BOLD})),
        Run(" <Ja> & „Nein“ gesagt ", frozenset({ITALIC, link(ADDRESS)})),
        LineBreak(),
        Run("und ging", frozenset({UNDERLINE, Mark(MarkKind.NOTE, "n1")})),
        Run("2", frozenset({SUPERSCRIPT})),
        Footnote((Run("Siehe "), Run("dort", frozenset({link("https://beispiel.example/x")})))),
        Anchor("n2"),
        Run(" weg", frozenset({Mark(MarkKind.DELETED, "c1")})),
        Run(".", frozenset({Mark(MarkKind.INSERTED, "c1")})),
    )
    return Article(
        uid="01890a5d-ac96-774b-bcce-b302099a8057",
        version=3,
        kicker="Hafen",
        headline="Der Hafen bleibt",
        subheadline="Rat stimmt zu",
        lead=text("Nach langem Streit ist es entschieden."),
        dateline="KIEL",
        authors=(Byline("Ada Muster", "Text"),),
        sign_off="amu",
        section="Region",
        keywords=("Hafen", "Rat"),
        language="de-DE",
        correction_note="Eine frühere Fassung nannte das falsche Jahr.",
        body=body(
            Paragraph(first),
            Crosshead(text("Wie es weitergeht")),
            Paragraph(text("Nun wird gebaut.")),
            Quote(text("„Endlich!“")),
            ListItem(text("eins"), ordered=True),
            ListItem(text("darunter"), ordered=True, level=1),
            ListItem(text("Punkt")),
            Picture(
                ASSET, text("Der Kran"), "Foto: Bo Beispiel", name="Kran am Kai.png", alternative="Ein Kran"
            ),
            Table(((text("Jahr"), text("Zahl")), (text("2025"), ())), 1),
            Box(text("In Zahlen"), (Paragraph(text("Drei Kräne.")), ListItem(text("einer neu")))),
            Paragraph(text("Schluss.")),
        ),
    )


def write(story, **more):
    return FORMAT.write(story, Writing(now=NOW, picture={ASSET: PNG}.get, stem="hafen", **more))


def read(data, house=None):
    return FORMAT.read(data, Reading(house=house or House()))[0]


def test_a_rich_story_is_the_golden_file(story):
    written = write(story)
    check(written.data)
    assert written.losses == ()
    assert written.data.decode() == GOLDEN.read_text(encoding="utf-8")


def test_it_is_page_production_and_known_by_its_beginning(story):
    data = write(story).data
    assert FORMAT.audience is Audience.PAGE
    assert by_content(data, "story.xml") is FORMAT
    assert by_content(data.decode().encode("utf-16"), "x") is FORMAT


def test_each_part_has_the_style_of_the_house(story):
    house = House(indesign_styles=(("headline", "H1"), ("first", ""), ("after-crosshead", "GT ohne Einzug")))
    found = lines(check(write(story, house=house).data))
    assert found[1] == ("H1", "Der Hafen bleibt")
    assert [name for name, _ in found[5:8]] == ["Grundtext", "Zwischentitel", "GT ohne Einzug"]
    assert found[-2:] == [("Kürzel", "amu"), ("Korrekturhinweis", story.correction_note)]


def test_an_english_house_has_english_names(story):
    names = {name for name, _ in lines(check(write(story, house=House(language="en-GB")).data))}
    assert {"Headline", "Body First", "Body", "Crosshead", "Quote", "Caption"} <= names


def test_notes_stay_at_home_and_changes_are_final(story):
    written = write(replace(story, editors_note="Vertraulich"))
    first = lines(check(written.data))[5][1]
    assert first.startswith("KIEL – Der Rat hat heute <Ja> & „Nein“ gesagt \u2028und ging2")
    assert first.endswith(".")
    assert " weg" not in first
    assert b"n1" not in written.data
    assert b"Vertraulich" not in written.data


def test_pictures_lie_beside_and_are_linked_by_a_relative_name(story):
    written = write(story)
    assert written.beside == {"hafen-bilder/Kran am Kai.png": PNG}
    (found,) = check(written.data).iter("Link")
    assert found.get("LinkResourceURI") == "file:hafen-bilder/Kran%20am%20Kai.png"


def test_pictures_may_be_named_instead_of_anchored(story):
    house = House(indesign_pictures=False)
    written = write(story, house=house)
    assert written.beside
    found = lines(check(written.data))
    assert ("Bildrahmen", "Kran am Kai.png") in found
    assert not list(check(written.data).iter("Rectangle"))
    assert read(written.data, house).article.body == read(write(story).data).article.body


def test_two_pictures_of_one_name_are_two_files(story):
    other = png(shade=5)
    held = {ASSET: PNG, hashlib.sha256(other).hexdigest(): other}
    blocks = (*story.body.blocks, *(Picture(asset, name="kran am kai.PNG") for asset in held))
    written = FORMAT.write(replace(story, body=Body(blocks)), Writing(picture=held.get))
    assert len({name.casefold() for name in written.beside}) == len(written.beside) == 3


def test_a_picture_comes_back_as_the_story_has_it(story):
    kept = replace(story.body.blocks[7], asset="ab" * 32, crop=Crop(100, 100, 5000, 5000))
    written = write(story, kept={ASSET: kept})
    root = etree.fromstring(written.data)
    (found,) = root.iter("Link")
    found.set("LinkResourceURI", "file:/C:/Seiten/heute/Kran%20am%20Kai.png")
    assert read(etree.tostring(root)).article.body.blocks[7] == kept


def test_a_picture_that_the_page_put_in_is_named_by_its_file(story):
    root = etree.fromstring(write(story).data)
    (found,) = root.iter("Link")
    found.set("LinkResourceURI", "file:/C:/Seiten/heute/anderes.tif")
    picture = read(etree.tostring(root)).article.body.blocks[7]
    assert (picture.asset, picture.name) == ("", "heute/anderes.tif")


def test_an_embargo_stands_first_in_the_title(story):
    held = replace(story, embargo=NOW + timedelta(hours=5))
    title = check(write(held).data).find("Story").get("StoryTitle")
    assert title.startswith("Embargoed until")
    assert title.endswith("Der Hafen bleibt")
    assert check(write(replace(held, embargo=NOW)).data).find("Story").get("StoryTitle") == "Der Hafen bleibt"
    unclear = replace(story, embargo_line="Sperrfrist irgendwann")
    assert check(write(unclear).data).find("Story").get("StoryTitle").startswith("Embargo unclear")


def test_what_has_no_place_on_a_page_is_named(story):
    wanting = replace(
        story,
        teaser="t",
        web_headline="w",
        body=body(
            Paragraph((Run("x", frozenset({link("javascript:x")})),)), Picture("0" * 64, name="weg.jpg")
        ),
    )
    written = write(wanting)
    check(written.data)
    assert len(written.losses) == 4


def test_a_story_comes_back_even_where_one_style_serves_for_many_parts(story):
    shared = (
        "kicker",
        "lead",
        "first",
        "quote",
        "bullet",
        "caption",
        "box-title",
        "sign-off",
        "correction",
        "figure",
    )
    house = House(indesign_styles=tuple((key, "Grundtext") for key in shared), indesign_pictures=False)
    back, usual = read(write(story, house=house).data, house).article, read(write(story).data).article
    assert back.body == usual.body
    for name in ("kicker", "headline", "lead", "sign_off", "correction_note", "authors"):
        assert (name, getattr(back, name)) == (name, getattr(usual, name))


# Ids


def ids(root):
    """Give the ids of links, tables and frames by what they say."""
    found = {}
    for one in root.iter("HyperlinkTextSource", "Table", "Rectangle"):
        says = "".join("".join(part.itertext()) for part in one.iter("Content")) or one.find(".//Link").get(
            "LinkResourceURI"
        )
        found[one.tag, says] = one.get("Self")
    return found


def saved_by_incopy(data):
    """Give a file with the ids that InCopy makes, and with all references to them."""
    root = etree.fromstring(data)
    renamed = {}
    for number, one in enumerate(
        root.iter("Story", "HyperlinkTextSource", "Hyperlink", "Table", "Rectangle", "Image", "Link")
    ):
        renamed[one.get("Self")] = f"u{number + 256:x}"
        one.set("Self", renamed[one.get("Self")])
    for one in root.iter("Hyperlink"):
        one.set("Source", renamed[one.get("Source")])
    root.set("Self", "d")
    return etree.tostring(root)


def test_an_edit_in_the_middle_keeps_the_ids_of_all_else(story):
    former = saved_by_incopy(write(story).data)
    before = ids(etree.fromstring(former))
    blocks = list(story.body.blocks)
    blocks[2] = Paragraph(
        (*text("Nun wird "), Run("bald", frozenset({link("https://neu.example/")})), *text(" gebaut."))
    )
    blocks[8] = Table(((text("Jahr"), text("Zahl")), (text("2026"), ())), 1)
    root = check(write(replace(story, body=Body(tuple(blocks))), former=former).data)
    after = ids(root)
    assert {key: after[key] for key in before if key in after} == {
        key: before[key] for key in before if key in after
    }
    assert len(set(before) & set(after)) == len(before) - 1
    assert root.find("Story").get("Self") == etree.fromstring(former).find("Story").get("Self")
    assert root.get("Self") == "d"


def test_writing_over_what_incopy_saved_changes_no_id(story):
    former = saved_by_incopy(write(story).data)
    assert ids(check(write(story, former=former).data)) == ids(etree.fromstring(former))


@pytest.mark.parametrize("former", [b"", b"no xml", b"<!DOCTYPE a><a/>", b"<Document/>", b"\0\xff" * 9])
def test_what_lay_there_before_may_be_anything(story, former):
    assert write(story, former=former).data == write(story).data


def test_an_id_that_would_break_the_file_is_not_kept(story):
    root = etree.fromstring(write(story).data)
    for one in root.iter("Story", "Table", "HyperlinkTextSource", "Rectangle"):
        one.set("Self", f'x" a="<{one.get("Self")}>')
    assert write(story, former=etree.tostring(root)).data == write(story).data


# Foreign judges

pandoc = pytest.mark.skipif(
    shutil.which("pandoc") is None, reason="pandoc is not installed, because packaging/judges.sh was not run"
)


@pytest.mark.foreign
@pandoc
def test_pandoc_makes_the_same_paragraphs_of_the_same_story(tmp_path):
    blocks = (
        Paragraph(
            (
                Run("Der Rat hat "),
                Run("heute", frozenset({BOLD})),
                Run(" "),
                Run("Ja gesagt.", frozenset({ITALIC})),
            )
        ),
        Paragraph(
            (*text("Siehe "), Run("dort", frozenset({link("https://beispiel.example/a?b=c:d")})), *text("."))
        ),
        Quote(text("Endlich!")),
        Paragraph((*text("Mit Fußnote"), Footnote((Run("Darunter."),)), *text("."))),
        Paragraph(text("Schluss & Ende <hier>.")),
    )
    source = tmp_path / "story.md"
    source.write_text(
        "Der Rat hat **heute** *Ja gesagt.*\n\nSiehe [dort](https://beispiel.example/a?b=c:d).\n\n> Endlich!\n\n"
        "Mit Fußnote[^1].\n\nSchluss & Ende \\<hier\\>.\n\n[^1]: Darunter.\n",
        encoding="utf-8",
    )
    theirs = subprocess.run(
        ["pandoc", "-s", "-f", "markdown-smart", "-t", "icml", str(source)],
        check=True,
        capture_output=True,
        timeout=60,
    ).stdout
    mine = check(FORMAT.write(Article.new(headline="x", body=Body(blocks)), Writing()).data)
    said = [words.replace("\t", "") for _, words in lines(mine)][1:]
    assert [words.replace("\t", "") for _, words in lines(etree.fromstring(theirs))] == said
    urls = [one.get("DestinationURL") for one in etree.fromstring(theirs).iter("HyperlinkURLDestination")]
    assert [one.get("Name") for one in mine.iter("HyperlinkURLDestination")] == urls
    (back,) = FORMAT.read(theirs, Reading())
    assert [block_text(one) for one in back.article.body.blocks] == [block_text(one) for one in blocks][1:]
    assert back.article.headline == block_text(blocks[0])
    assert back.origin is None
