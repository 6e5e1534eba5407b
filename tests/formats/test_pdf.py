import hashlib
import io
import os
import re
import shutil
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from newsroom.domain.article import Article, Byline, OrderedLength
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Quote, Table, body
from newsroom.domain.inline import Footnote, LineBreak, Run, normal, text
from newsroom.domain.marks import BOLD, ITALIC, STRIKE, SUBSCRIPT, SUPERSCRIPT, UNDERLINE, link
from newsroom.domain.reader import reader_hash
from newsroom.formats import Audience, Writing
from newsroom.formats.pdf import FORMAT
from newsroom.formats.pdf.proofs import printed_lines
from newsroom.settings import House

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def _png(width=8, height=5):
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80\xa0\xc0" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PNG = _png()
ASSET = hashlib.sha256(PNG).hexdigest()
SENTENCE = "Die Straßenbahnhaltestellen werden nach Angaben der Verwaltung barrierefrei ausgebaut. "


@pytest.fixture
def story():
    marked = [Run(mark.kind.value + " ", frozenset({mark})) for mark in (BOLD, ITALIC, UNDERLINE, STRIKE)]
    first = normal(
        [
            Run(SENTENCE * 3),
            *marked,
            LineBreak(),
            Run("2", frozenset({SUPERSCRIPT})),
            Run("2", frozenset({SUBSCRIPT})),
            Run("dort", frozenset({link("https://example.org/seite")})),
            Footnote((Run("Eine Fußnote."),)),
        ]
    )
    return Article.new(
        kicker="Kommunales",
        headline="Haltestellen werden umgebaut",
        subheadline="Baubeginn im Frühjahr",
        lead=text("Ein Vorspann."),
        body=body(
            Paragraph(first),
            Crosshead(text("Zwischentitel")),
            ListItem(text("Punkt")),
            ListItem(text("Nummer"), ordered=True),
            Quote(text("Ein Zitat")),
            Picture(ASSET, text("Bildtext"), "Foto: Muster", "", "Eine Haltestelle"),
            Table(((text("Kopf"), text("Zahl")), (text("Zelle"), ())), 1),
            Box(text("Kasten"), (Paragraph(text("Im Kasten")),)),
        ),
        authors=(Byline("Anna Beispiel"),),
        dateline="KIEL",
        section="Lokales",
        genre="report",
        language="de-DE",
        slug="haltestellen",
        publish_time=datetime(2026, 3, 1, 12, 0, tzinfo=UTC),
        ordered_length=OrderedLength(40),
        sign_off="rf",
        correction_note="Berichtigt.",
    )


@pytest.fixture
def writing():
    return Writing(
        house=House(name="Kieler Bote"),
        now=NOW,
        genres={"report": "Bericht"},
        picture=lambda asset: PNG if asset == ASSET else None,
    )


def _read(data, tmp_path):
    """Give the words of each page as a program that is not ours reads them."""
    if not shutil.which("pdftotext"):
        pytest.skip("not installed: poppler, the foreign judge of PDF files")
    path = tmp_path / "proof.pdf"
    path.write_bytes(data)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode().split("\f")[:-1]


@pytest.mark.foreign
def test_the_proof_shows_every_fact_and_every_kind_of_block(story, writing, tmp_path):
    shown = "\n".join(_read(FORMAT.write(story, writing).data, tmp_path))
    head = (
        "Kommunales",
        "Haltestellen werden umgebaut",
        "Baubeginn im Frühjahr",
        "Anna Beispiel",
        "Lokales",
        "Bericht",
    )
    facts = (
        "Draft",
        "01.03.2026 13:00" if "01.03.2026" in shown else "1 Mar 2026 13:00",
        "ordered: 40 lines",
    )
    blocks = (
        "Ein Vorspann.",
        "KIEL",
        "Zwischentitel",
        "Punkt",
        "1.",
        "Ein Zitat",
        "Bildtext",
        "Foto: Muster",
    )
    rest = (
        "Kopf",
        "Zelle",
        "Kasten",
        "Im Kasten",
        "Eine Fußnote.",
        "dort",
        "rf",
        "Berichtigt.",
        "Kieler Bote",
    )
    for words in (*head, *facts, *blocks, *rest):
        assert words in shown, words


@pytest.mark.foreign
def test_words_are_hyphenated_as_the_language_wants(story, writing, tmp_path):
    shown = "\n".join(_read(FORMAT.write(story, writing).data, tmp_path))
    parted = [
        line.split()[-1].removesuffix("\u00ad") for line in shown.splitlines() if line.endswith("\u00ad")
    ]
    assert parted
    assert any(
        "Straßenbahnhaltestellen Verwaltung Angaben barrierefrei ausgebaut".count(part) for part in parted
    )


@pytest.mark.foreign
def test_lines_of_the_text_are_numbered_and_those_of_the_head_are_not(story, writing, tmp_path):
    lines = "\n".join(_read(FORMAT.write(story, writing).data, tmp_path)).splitlines()
    lead = next(line for line in lines if "Ein Vorspann." in line)
    assert lead.split()[0] == "1"
    headline = next(line for line in lines if "Haltestellen werden umgebaut" in line)
    assert not headline.split()[0].isdigit()


@pytest.mark.foreign
@pytest.mark.parametrize(
    ("fields", "stamps"),
    [
        ({}, ["Not approved"]),
        ({"embargo": datetime(2027, 1, 1, tzinfo=UTC)}, ["Embargoed until", "Not approved"]),
        ({"embargo": datetime(2025, 1, 1, tzinfo=UTC)}, ["Not approved"]),
        ({"embargo_line": "Sperrfrist: bald"}, ["Embargo unclear", "Not approved"]),
    ],
)
def test_the_state_is_stamped_on_every_page(story, writing, tmp_path, fields, stamps):
    long = replace(story, body=body(*(Paragraph(text(SENTENCE * 9)) for _ in range(12))), **fields)
    pages = _read(FORMAT.write(long, writing).data, tmp_path)
    assert len(pages) > 1
    for page in pages:
        header = page.splitlines()[0] + page.splitlines()[1]
        assert all(stamp in header for stamp in stamps)
        assert ("Embargo" in header) == any("Embargo" in stamp for stamp in stamps)


@pytest.mark.foreign
def test_an_approved_story_is_stamped_so_until_its_text_changes(story, writing, tmp_path):
    approved = replace(story, approved_hash=reader_hash(story), approved_by="Cora Chefin")
    assert "Not approved" not in "".join(_read(FORMAT.write(approved, writing).data, tmp_path))
    changed = replace(approved, headline="Doch nicht")
    assert "Not approved" in "".join(_read(FORMAT.write(changed, writing).data, tmp_path))


def test_the_proof_is_a_tagged_document_with_title_author_and_language(story, writing):
    data = FORMAT.write(story, writing).data
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    with pikepdf.open(io.BytesIO(data)) as read:
        assert str(read.docinfo["/Title"]) == "Haltestellen werden umgebaut"
        assert str(read.docinfo["/Author"]) == "Anna Beispiel"
        assert str(read.Root.Lang) == "de-DE"
        assert read.Root.MarkInfo.Marked
        width, height = (float(side) for side in read.pages[0].mediabox[2:])
        assert (round(width), round(height)) == (595, 842)


@pytest.mark.foreign
def test_all_type_is_inside_the_file(story, writing, tmp_path):
    if not shutil.which("pdffonts"):
        pytest.skip("not installed: poppler, the foreign judge of PDF files")
    (tmp_path / "proof.pdf").write_bytes(FORMAT.write(story, writing).data)
    listed = subprocess.run(["pdffonts", str(tmp_path / "proof.pdf")], check=True, capture_output=True)
    rows = listed.stdout.decode().splitlines()[2:]
    assert rows
    assert all("+Source" in row and "yes yes yes" in row for row in rows)


def test_the_same_story_at_the_same_time_gives_the_same_bytes(story, writing):
    assert FORMAT.write(story, writing).data == FORMAT.write(story, writing).data
    assert FORMAT.audience is Audience.PROOF


def test_a_picture_that_is_missing_or_broken_leaves_a_frame_and_is_named(story, writing):
    for bytes_found in (None, b"no picture", PNG[:40]):
        written = FORMAT.write(story, replace(writing, picture=lambda _asset, found=bytes_found: found))
        assert written.data.startswith(b"%PDF-")
        assert [str(loss) for loss in written.losses] == [
            f"The picture “{ASSET[:8]}” cannot be shown on the proof."
        ]


def test_a_tall_picture_stays_on_its_page(story, writing):
    tall = _png(8, 4000)
    data = FORMAT.write(story, replace(writing, picture=lambda _asset: tall)).data
    with pikepdf.open(io.BytesIO(data)) as read:
        heights = [
            float(operands[3])
            for page in read.pages
            for operands, operator in pikepdf.parse_content_stream(page, "cm")
            if str(operator) == "cm"
        ]
    assert max(map(abs, heights)) < 800


def test_text_is_never_read_as_markup(writing):
    evil = '#read("/etc/passwd") $x$ *a* @b <c> \\ #import "@preview/x:1.0.0" // `'
    article = Article.new(
        headline=evil,
        kicker=evil,
        section=evil,
        lead=text(evil),
        body=body(
            Paragraph(text(evil, {link("javascript:alert(1)")})), Picture("../../etc/passwd", text(evil))
        ),
    )
    written = FORMAT.write(article, writing)
    with pikepdf.open(io.BytesIO(written.data)) as read:
        assert str(read.docinfo["/Title"]) == evil
    assert b"javascript" not in written.data


def test_an_empty_story_and_one_in_an_unknown_language_have_proofs_too(writing):
    for article in (Article.new(), Article.new(headline="語", language="x-klingon", body=body(Quote()))):
        assert FORMAT.write(article, writing).data.startswith(b"%PDF-")


def test_a_proof_opens_no_connection_and_no_file_but_its_own(story, writing):
    """Typst is watched from below: what it opens is the house's fonts and the folder made for the proof."""
    if not shutil.which("strace"):
        pytest.skip("not installed: strace, which sees what a program opens")
    script = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from newsroom.domain.article import Article\n"
        "from newsroom.formats import Writing\n"
        "from newsroom.formats.pdf import FORMAT\n"
        "FORMAT.write(Article.new(headline='a'), Writing())\n"
        "import os; os.access('/begin-of-watch', 0)\n"
        "FORMAT.write(Article.new(headline='b'), Writing())\n"
        "os.access('/end-of-watch', 0)\n"
    )
    done = subprocess.run(
        ["strace", "-f", "-e", "trace=openat,open,connect,access,faccessat", sys.executable, "-c", script],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    seen = done.stderr.decode().split("/begin-of-watch")[1].split("/end-of-watch")[0]
    assert "connect(" not in seen
    opened = [line for line in seen.splitlines() if "open" in line and "O_DIRECTORY" not in line]
    assert any(
        "newsroom-proof-" in line or "galley.typ" in line or "font_source" in line for line in opened
    ), opened


def _numbers(pages):
    """Give the line numbers that stand left of the text on each page."""
    found = [re.match(r"\s{0,12}(\d{1,3})(?=\s)", line) for page in pages for line in page.splitlines()]
    return [int(one[1]) for one in found if one]


@pytest.mark.foreign
@pytest.mark.parametrize("size", [96, 120])
def test_printed_lines_are_those_another_program_counts_on_the_proof(writing, tmp_path, size):
    body_text = body(*(Paragraph(text(SENTENCE * number)) for number in range(1, 8)))
    one = Article.new(headline="Haltestellen", lead=text(SENTENCE), body=body_text, language="de-DE")
    printed = replace(writing, house=House(print_column=62, print_size=size))
    pages = _read(FORMAT.write(one, printed).data, tmp_path)
    counted = printed_lines(one, printed)
    assert counted > 20
    assert max(_numbers(pages)) == counted


def test_printed_lines_follow_the_print_profile(writing):
    one = Article.new(body=body(Paragraph(text(SENTENCE * 12))), language="de-DE")

    def lines(**profile):
        return printed_lines(one, replace(writing, house=House(**profile)))

    assert lines(print_column=40) > lines(print_column=60) > lines(print_column=120)
    assert lines(print_column=60, print_size=120) > lines(print_column=60, print_size=80)
    assert lines(print_column=60, print_type="Source Sans Pro") < lines(print_column=60)
    assert lines(print_column=60) == lines(print_column=60)


def test_words_are_divided_by_the_language_of_the_story(writing):
    one = Article.new(
        body=body(Paragraph(text("Straßenbahnhaltestellenbarrierefreiheit " * 20))), language="de-DE"
    )
    house = replace(writing, house=House(print_column=42))
    assert printed_lines(one, house) < printed_lines(replace(one, language="fi-FI"), house)
