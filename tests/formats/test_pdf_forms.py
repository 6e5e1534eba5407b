"""Newspaper columns, reading copies and collections, seen by programs that are not ours."""

import io
import random
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pytest
from PIL import Image

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Table, body
from newsroom.domain.inline import Footnote, Run, normal, text
from newsroom.domain.print_profile import Page, PrintProfile, write_profiles
from newsroom.formats import Audience, Writing, by_name
from newsroom.formats.pdf.proofs import measured, pages, printed_lines
from newsroom.settings import House
from newsroom.text.extent import measured as counted
from newsroom.text.type_lines import line_of

NAMES = ("pdf", "pdf-columns", "pdf-reading")
SENTENCE = "Die Straßenbahnhaltestellen werden nach Angaben der Verwaltung barrierefrei ausgebaut. "
PROFILE = PrintProfile(name="Lokales", page=Page.RHENISH, columns=6, gutter=4, headline=40)
ASSET = "a" * 64
_FOOT = 1300.0
"""Where the foot of the Rhenish page begins, in points from above."""


def _jpeg(width, height):
    out = io.BytesIO()
    Image.new("RGB", (width, height), (90, 120, 150)).save(out, "JPEG")
    return out.getvalue()


WIDE = _jpeg(1200, 700)


def _writing(*profiles, **more):
    house = House(name="Kieler Bote", print_profiles=write_profiles(profiles or [PROFILE]))
    now = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
    return Writing(house=house, now=now, picture=lambda asset: WIDE if asset == ASSET else None, **more)


def _story(**fields):
    noted = normal([Run(SENTENCE * 2), Footnote((Run("Stand im März."),)), Run(SENTENCE)])
    blocks = (
        Paragraph(noted),
        Picture(ASSET, text("Die Haltestelle am Markt"), "Foto: Muster"),
        Crosshead(text("Zwischentitel"), 3),
        Paragraph(text(SENTENCE * 4)),
        ListItem(text("Punkt")),
        Table(((text("Kopf"), text("Zahl")), (text("Zelle"), text("7"))), 1),
        Box(text("Kasten"), (Paragraph(text("Im Kasten")),)),
        Paragraph(text("Ganz zum Schluss.")),
    )
    first = {
        "headline": "Straßenbahnhaltestellenumbauplanungsverzögerung kostet Millionen",
        "lead": text("Ein Vorspann."),
        "body": body(*blocks),
        "authors": (Byline("Anna Beispiel"),),
        "language": "de-DE",
        "slug": "haltestellen",
    }
    return Article.new(**{**first, **fields})


def _poppler(tool, data, tmp_path, *options):
    if not shutil.which(tool):
        pytest.skip("not installed: poppler, the foreign judge of PDF files")
    path = tmp_path / "proof.pdf"
    path.write_bytes(data)
    done = subprocess.run([tool, *options, str(path), *(["-"] if tool == "pdftotext" else [])],
                          check=True, capture_output=True)  # fmt: skip
    return done.stdout.decode()


@pytest.mark.foreign
@pytest.mark.parametrize("name", NAMES)
def test_text_stands_in_order_with_its_hyphens_and_all_type_is_inside(name, tmp_path):
    data = by_name(name).write(_story(), _writing()).data
    words = _poppler("pdftotext", data, tmp_path, "-raw")
    joined = re.sub(r"[\u00ad-]\s+", "", words).replace("\n", " ")
    places = [
        joined.find(one) for one in ("Ein Vorspann.", "Zwischentitel", "Im Kasten", "Ganz zum Schluss.")
    ]
    assert -1 not in places
    assert places == sorted(places)
    assert re.sub(r"\s+", " ", joined).count("barrierefrei") >= 5
    assert "Not approved" in joined
    rows = _poppler("pdffonts", data, tmp_path).splitlines()[2:]
    assert rows
    assert all("yes yes yes" in row for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_each_form_is_kept_for_ever_and_read_aloud(name):
    data = by_name(name).write(_story(), _writing()).data
    with pikepdf.open(io.BytesIO(data)) as read:
        with read.open_metadata() as told:
            assert (told["pdfaid:part"], told["pdfaid:conformance"], told["pdfuaid:part"]) == ("2", "A", "1")
        assert str(read.Root.Lang) == "de-DE"
        assert str(read.docinfo["/Title"]).startswith("Straßenbahn")
        assert read.Root.MarkInfo.Marked
        with read.open_outline() as outline:
            assert [entry.title for entry in outline.root[0].children] == ["Zwischentitel"]


def test_columns_stand_on_the_page_of_the_profile():
    for profile, size in (
        (PROFILE, (350, 510)),
        (replace(PROFILE, page=Page.BERLINER, columns=5), (315, 470)),
    ):
        data = by_name("pdf-columns").write(_story(), _writing(profile)).data
        with pikepdf.open(io.BytesIO(data)) as read:
            box = [float(side) * 25.4 / 72 for side in read.pages[0].mediabox[2:]]
        assert [round(side) for side in box] == list(size)


@pytest.mark.foreign
def test_short_columns_end_at_one_height(tmp_path):
    story = _story(body=body(*(Paragraph(text(SENTENCE * 5)) for _ in range(5))), lead=())
    data = by_name("pdf-columns").write(story, _writing()).data
    words = re.findall(
        r'xMin="([\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="([\d.]+)">(\w+)',
        _poppler("pdftotext", data, tmp_path, "-bbox"),
    )
    ends = {}
    for left, bottom, _word in words:
        if float(bottom) > _FOOT:
            continue
        column = int((float(left) - 40) // 153.07)
        ends[column] = max(ends.get(column, 0), float(bottom))
    assert len(ends) == 6
    assert max(ends.values()) < 510 * 72 / 25.4 / 2


def test_a_profile_is_chosen_by_its_name():
    second = PrintProfile(name="Magazin", page=Page.A3, columns=2)
    data = by_name("pdf-columns").write(_story(), _writing(PROFILE, second, profile="Magazin")).data
    with pikepdf.open(io.BytesIO(data)) as read:
        assert round(float(read.pages[0].mediabox[2]) * 25.4 / 72) == 297


@pytest.mark.foreign
def test_several_stories_are_one_document_with_contents_outline_and_structure(tmp_path):
    stories = [
        _story(headline=f"Geschichte {n}", language=code)
        for n, code in ((1, "de-DE"), (2, "en-GB"), (3, "de-AT"))
    ]
    data = by_name("pdf").collect(stories, _writing()).data
    listed = _poppler("pdftotext", data, tmp_path, "-layout").split("\f")
    entries = re.findall(r"Geschichte (\d)\s+(\d+)", listed[0])
    assert [number for number, _page in entries] == ["1", "2", "3"]
    for number, page in entries:
        assert f"Geschichte {number}" in listed[int(page) - 1]
        assert re.search(rf"\s{page}\s*$", listed[int(page) - 1].rstrip())
    with pikepdf.open(io.BytesIO(data)) as read:
        with read.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["Contents", *(s.headline for s in stories)]
            targets = [read.pages.index(pikepdf.Page(entry.destination[0])) + 1 for entry in outline.root[1:]]
        assert targets == [int(page) for _number, page in entries]
        assert str(read.docinfo["/Title"]) == "3 stories"
        _check_structure(read)
    assert not _poppler("pdfinfo", data, tmp_path, "-struct-text").count("Syntax")


def _check_structure(read):
    """Every page and annotation finds its elements under the number it names, and no number is given twice."""
    nums = read.Root.StructTreeRoot.ParentTree.Nums
    keys = [int(nums[at]) for at in range(0, len(nums), 2)]
    assert keys == sorted(set(keys))
    named = [int(page.StructParents) for page in read.pages if "/StructParents" in page]
    named += [int(one.StructParent) for page in read.pages for one in page.get("/Annots", ())]
    assert sorted(named) == sorted(set(named))
    assert set(named) <= set(keys)
    ids = [str(one) for one in list(read.Root.StructTreeRoot.IDTree.Names)[::2]]
    assert len(ids) == len(set(ids))
    assert sum("Note" in one for one in ids) == 3
    assert set(_heads(read.Root.StructTreeRoot.K[0])) <= set(ids)
    assert list(_heads(read.Root.StructTreeRoot.K[0]))
    assert {str(one.Lang) for one in list(read.Root.StructTreeRoot.K[0].K)[-3:]} == {
        "de-DE",
        "en-GB",
        "de-AT",
    }


def _heads(element):
    """Give the names of the heads that the cells of tables name."""
    for facts in element.get("/A", ()) if isinstance(element, pikepdf.Dictionary) else ():
        yield from map(str, facts.get("/Headers", ()) if isinstance(facts, pikepdf.Dictionary) else ())
    held = element.get("/K", ()) if isinstance(element, pikepdf.Dictionary) else ()
    for one in held if isinstance(held, pikepdf.Array) else ():
        if isinstance(one, pikepdf.Dictionary):
            yield from _heads(one)


def test_signs_without_a_glyph_are_named_and_the_rest_is_written():
    story = _story(body=body(Paragraph(text("Freude 😀 und שלום"))))
    written = by_name("pdf-reading").write(story, _writing())
    assert any("The type has no sign for: 😀" in str(loss) for loss in written.losses)
    assert written.data.startswith(b"%PDF-")


def test_a_type_that_is_not_there_is_named_and_another_stands_in():
    written = by_name("pdf").write(_story(), _writing(replace(PROFILE, face="Nirgends Antiqua")))
    assert [str(loss) for loss in written.losses] == [
        "The type “Nirgends Antiqua” is not found here; Source Serif Pro stands in."
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "blocks",
    [
        (Paragraph(text("a" * 5000)),),
        (Table(tuple((text(f"Zeile {n}"), text("x"), text("y")) for n in range(1000)), 1),),
        (Picture("b" * 64, text("fehlt")),),
        (Paragraph(text("")), Crosshead(text(""), 3)),
    ],
    ids=["a giant word", "a thousand rows", "no picture", "nothing"],
)
def test_bad_input_is_set_and_stays_on_the_page(name, blocks):
    narrow = PrintProfile(name="eng", columns=8, gutter=3)
    written = by_name(name).write(_story(body=body(*blocks)), _writing(narrow))
    assert written.data.startswith(b"%PDF-")


@pytest.mark.foreign
def test_a_giant_word_ends_lines_inside_its_column(tmp_path):
    data = (
        by_name("pdf-columns")
        .write(_story(body=body(Paragraph(text("a" * 3000)))), _writing(PrintProfile(name="A4", columns=3)))
        .data
    )
    boxes = re.findall(r'xMax="([\d.]+)"', _poppler("pdftotext", data, tmp_path, "-bbox"))
    assert max(map(float, boxes)) <= 210 * 72 / 25.4


def _sentence(chance):
    """Give an invented sentence."""
    who = (
        "Der Stadtrat",
        "Die Bürgermeisterin",
        "Das Tiefbauamt",
        "Ein Sprecher der Verkehrsbetriebe",
        "Die Opposition",
    )
    when = (
        "am Dienstag",
        "nach langer Beratung",
        "im nichtöffentlichen Teil der Sitzung",
        "gestern",
        "vor Ort",
    )
    did = (
        "den Umbau der Haltestellen",
        "die Finanzierungsvereinbarung",
        "den Rückzug",
        "40 neue Fahrradstellplätze",
    )
    what = (
        "begrüßt",
        "überraschend abgelehnt",
        "angekündigt",
        "als Kraftakt bezeichnet",
        "in Frage gestellt",
    )
    return f"{chance.choice(who)} hat {chance.choice(when)} {chance.choice(did)} {chance.choice(what)}."


@pytest.mark.parametrize("face", ["Source Serif Pro", "Source Sans Pro"])
@pytest.mark.parametrize("justified", [True, False])
def test_lines_counted_from_the_type_are_those_that_are_set(face, justified):
    """Within a line in forty over a whole story, where only running text is set."""
    profile = measured(PrintProfile(name="P", face=face, column=45, justified=justified))
    chance = random.Random(7)
    mixed = [" ".join(_sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(60)]
    story = Article.new(body=body(*(Paragraph(text(one)) for one in mixed)), language="de-DE")
    set_lines = printed_lines(story, _writing(profile))
    lines = counted(story, line_of(profile, "de-DE"), 220).length.lines
    assert abs(lines - set_lines) <= set_lines / 40


def test_pages_are_drawn_as_pictures():
    drawn = pages(_story(), _writing(PrintProfile(name="A4")))
    assert all(page.startswith(b"\x89PNG") for page in drawn)


def test_all_forms_are_proofs_and_collect():
    assert all(by_name(name).audience is Audience.PROOF and by_name(name).collect for name in NAMES)
