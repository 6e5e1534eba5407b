"""Saved pages that are too much, broken or hostile, through the guard as the program uses it: told, or read in time."""

import base64
from pathlib import Path

import pytest

from newsroom.domain.body import Picture, plain_text
from newsroom.domain.errors import Refused
from newsroom.formats import Reading
from newsroom.formats.guard import Guard

PNG = (Path(__file__).parents[2] / "resources/icons/newsroom-32.png").read_bytes()
DATA = b"data:image/png;base64," + base64.b64encode(PNG)
HEAD = b"<!doctype html><html lang=de><title>T</title><body><article><h1>K</h1>"
PARAGRAPH = "<p>Ein Absatz, der lang genug ist, um als Text zu gelten, mit Größe und noch etwas mehr davon.</p>".encode()
MHTML = b'From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
PAGE = b"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: https://x.example/\r\n\r\n"


@pytest.fixture(scope="module")
def guard():
    with Guard(workers=1) as made:
        made.read(("page.html", HEAD + PARAGRAPH), Reading())
        yield made


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("paragraphs.html", HEAD + PARAGRAPH * 8_000),
        ("wrappers.html", HEAD + b"<div class='field card'>" * 40 + PARAGRAPH * 500 + b"</div>" * 40),
        ("divs.html", HEAD + b"<div class='teaser share'><span>x</span></div>" * 8_000 + PARAGRAPH),
        ("boxes.html", HEAD + b"<div class=infobox>" * 60 + PARAGRAPH + b"</div>" * 60),
        (
            "images.html",
            HEAD + PARAGRAPH + b"<div class=image><img src='https://x.example/a.png'></div>" * 8_000,
        ),
        ("inline.html", HEAD + PARAGRAPH + (b"<img src='" + DATA + b"'>") * 1_000),
        (
            "links.html",
            HEAD
            + b"<ul>"
            + b"<li><a href=/x>Ein Verweis auf irgend etwas</a></li>" * 8_000
            + b"</ul>"
            + PARAGRAPH,
        ),
        ("headings.html", HEAD + b"<h2>Zwischen</h2>" * 8_000 + PARAGRAPH),
        ("cells.html", HEAD + b"<table>" + b"<tr><td>x<td>y" * 10_000 + b"</table>" + PARAGRAPH),
        ("spans.html", HEAD + b"<span class='byline date'>von a</span>" * 8_000 + PARAGRAPH),
        (
            "data.html",
            HEAD.replace(b"<body>", b"<script type=application/ld+json>" + b"[" * 100_000 + b"</script>")
            + PARAGRAPH,
        ),
        ("styles.html", HEAD + b"<style>" + b".a{b:c}" * 500_000 + b"</style>" + PARAGRAPH),
    ],
)
def test_large_pages_are_read_in_time_or_refused_with_a_sentence(guard, name, data):
    try:
        (found,) = guard.read((name, data), Reading())
    except Refused as refused:
        pytest.fail(f"{name}: {refused}")
    assert "Ein Absatz" in plain_text(found.article.body)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "parts.mhtml",
            MHTML + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n" * 60_000,
            "more than 2000 parts",
        ),
        ("none.mht", MHTML + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n", "no page"),
        ("deep.mhtml", MHTML + PAGE + b"<div>" * 50_000, "nested too deeply"),
        ("giant.mhtml", MHTML + PAGE + b"<p>" + b"x " * (11 << 20), "too large"),
        ("deep.html", HEAD + b"<div>" * 101 + PARAGRAPH, "nested too deeply"),
    ],
)
def test_what_is_too_much_is_refused_with_its_own_sentence(guard, name, data, words):
    with pytest.raises(Refused, match=words) as caught:
        guard.read((name, data), Reading())
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_a_saved_page_is_read_in_the_encoding_it_is_in(guard, encoding):
    (found,) = guard.read(("page.html", (HEAD + PARAGRAPH * 3).decode().encode(encoding)), Reading())
    assert "Größe" in plain_text(found.article.body)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)", "https://x.example/a.png", "//x.example/a.png", "file:///etc/hostname", "/etc/hostname.png",
        "../../secret.png", "data:image/svg+xml;base64,PHN2Zz4=", "data:text/html;base64,PGI+", "cid:none", "C:\\x.png", "\\\\host\\x.png",
    ],
)  # fmt: skip
def test_a_picture_is_never_taken_from_elsewhere(guard, address):
    page = HEAD + PARAGRAPH + f"<figure><img src='{address}' alt='A'></figure>".encode()
    (found,) = guard.read(("page.html", page), Reading())
    (picture,) = (block for block in found.article.body.blocks if isinstance(block, Picture))
    assert (picture.asset, picture.name, picture.alternative) == ("", "", "A")
    assert found.pictures == {}
    assert "1 picture was left out; its place is kept." in map(str, found.losses)
