import io
from dataclasses import replace
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from newsroom.domain.body import Paragraph, Picture, body
from newsroom.domain.crop import Crop
from newsroom.domain.errors import Refused
from newsroom.domain.inline import plain, text

XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Bildagentur Nord"
 photoshop:Headline="Hafen" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights><rdf:Alt>
<rdf:li xml:lang="x-default">Alle Rechte bei Kern</rdf:li></rdf:Alt></dc:rights></rdf:Description></rdf:RDF></x:xmpmeta>"""


def photo(width=3_000, height=2_000, kind="JPEG", **choices):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Kamera mit Seriennummer"
    Image.effect_mandelbrot((width // 10, height // 10), (-2, -1, 1, 1), 20).resize((width, height)).save(
        out, kind, xmp=XMP, exif=exif, **choices
    )
    return out.getvalue()


@pytest.fixture(scope="module")
def large():
    return photo()


def exported(desk, picture, to):
    article = desk.writing.new(headline="Der Hafen", body=body(Paragraph(text("Text.")), picture))
    return desk.output.bytes(article, to)


def drawn(data):
    return Image.open(io.BytesIO(data))


def in_page(written):
    import base64
    import re

    found = re.search(rb"data:image/\w+;base64,([^\"]+)", written.data)
    assert found
    return base64.b64decode(found[1])


def in_word(written):
    with ZipFile(io.BytesIO(written.data)) as package:
        name = next(name for name in package.namelist() if name.startswith("word/media/"))
        return package.read(name)


def test_a_picture_comes_with_what_it_tells(desk, large):
    picture = desk.pictures.take(large, "hafen.jpg")
    assert plain(picture.caption) == "Hafen"
    assert picture.credit == "Bildagentur Nord"
    assert picture.name == "hafen.jpg"
    assert desk.library.pictures.get(picture.asset) == large
    assert desk.pictures.facts(picture.asset).width == 3_000


def test_the_same_picture_is_kept_once(desk, large):
    assert desk.pictures.take(large).asset == desk.pictures.take(large, "again.jpg").asset


def test_what_a_colleague_wrote_stands_before_what_the_picture_says(desk, large):
    kept = desk.pictures.take(large)
    told = desk.pictures.told(replace(kept, credit="Kern", caption=text("Morgens")))
    assert (told.credit, plain(told.caption)) == ("Kern", "Morgens")


@pytest.mark.parametrize("data", [b"", b"kein Bild", b"<svg/>", b"\xff\xd8\xff\xe0\0\x04ab"])
def test_what_is_no_picture_is_refused_and_not_kept(desk, data):
    with pytest.raises(Refused):
        desk.pictures.take(data)


def test_a_cut_off_picture_is_refused_and_not_kept(desk, large):
    with pytest.raises(Refused, match="cut off"):
        desk.pictures.take(large[: len(large) // 2])


def test_a_file_is_taken_by_what_is_in_it(desk, tmp_path, large):
    place = tmp_path / "hafen.txt"
    place.write_bytes(large)
    assert desk.pictures.take_file(place).name == "hafen.txt"
    with pytest.raises(Refused):
        desk.pictures.take_file(tmp_path / "fehlt.jpg")


def test_a_lost_picture_has_no_facts_and_no_preview(desk):
    assert desk.pictures.facts("0" * 64) is None
    assert desk.pictures.preview("0" * 64, 100) is None
    assert desk.pictures.facts("") is None


def test_a_preview_is_small_and_cut(desk, large):
    asset = desk.pictures.take(large).asset
    assert drawn(desk.pictures.preview(asset, 600)).size == (600, 400)
    assert drawn(desk.pictures.preview(asset, 600, Crop(0, 0, 5_000, 10_000))).size == (600, 800)


def test_on_the_web_a_picture_is_scaled_by_the_house(desk, large):
    desk.library.house.set_settings(replace(desk.house, picture_web_side=900))
    made = in_page(exported(desk, desk.pictures.take(large), "html"))
    assert drawn(made).size == (900, 600)
    assert b"Seriennummer" not in made
    assert b"Alle Rechte bei Kern" in made
    assert b"Bildagentur Nord" in made


def test_in_print_a_picture_is_scaled_by_dots_an_inch(desk, large):
    desk.library.house.set_settings(replace(desk.house, picture_dpi=100, picture_print_width=200))
    assert drawn(in_word(exported(desk, desk.pictures.take(large), "docx"))).width == 788
    pdf = pikepdf.open(io.BytesIO(exported(desk, desk.pictures.take(large), "pdf").data))
    assert [int(image.Width) for page in pdf.pages for image in page.get_images().values()] == [788]


def test_readers_see_only_the_part_that_was_chosen(desk, large):
    picture = replace(desk.pictures.take(large), crop=Crop(0, 0, 2_500, 5_000))
    for made in (in_page(exported(desk, picture, "html-fragment")), in_word(exported(desk, picture, "docx"))):
        assert drawn(made).size == (750, 1_000)


def test_word_gets_a_picture_that_it_can_show(desk):
    written = exported(desk, desk.pictures.take(photo(600, 400, "WEBP")), "docx")
    assert drawn(in_word(written)).format == "JPEG"
    assert not written.losses


def test_a_lost_picture_is_told_and_its_place_marked(desk):
    written = exported(desk, Picture("0" * 64, alternative="Schiffe"), "html")
    assert b"[Schiffe]" in written.data
    assert written.losses


def test_alternative_text_and_credit_are_written(desk, large):
    picture = replace(desk.pictures.take(large), alternative="Schiffe am Kai")
    page = exported(desk, picture, "html").data.decode()
    assert 'alt="Schiffe am Kai"' in page
    assert "Bildagentur Nord" in page
    with ZipFile(io.BytesIO(exported(desk, picture, "docx").data)) as package:
        assert 'descr="Schiffe am Kai"' in package.read("word/document.xml").decode()


def test_too_low_a_resolution_is_found(desk):
    small = desk.pictures.take(photo(300, 200))
    article = desk.writing.new(headline="Der Hafen", body=body(small))
    assert "picture-resolution" in {finding.rule for finding in desk.proofing.findings(article)}


def test_a_picture_beside_an_imported_file_tells_of_itself(desk, tmp_path, large):
    (tmp_path / "hafen.jpg").write_bytes(large)
    (tmp_path / "story.md").write_text("# Der Hafen\n\nText.\n\n![Schiffe](hafen.jpg)\n", encoding="utf-8")
    report = desk.intake.read([tmp_path / "story.md"])
    (block,) = [
        block for block in desk.writing.open(report.imported[0].id).body.blocks if isinstance(block, Picture)
    ]
    assert (block.credit, block.alternative) == ("Bildagentur Nord", "Schiffe")
