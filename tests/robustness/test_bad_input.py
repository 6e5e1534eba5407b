"""Each row of the table of bad input that touches import, through the guard as the program uses it."""

import io
import random
import zipfile

import pytest

from newsroom.domain.body import Picture, plain_text
from newsroom.domain.errors import Refused
from newsroom.formats import Reading
from newsroom.formats.guard import Guard

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
STORY = "Veröffentlichungsdatum: 27.03.2025 11:25 / Sport\n\nEin Tor\n\nText.".encode()


@pytest.fixture(scope="module")
def guard():
    with Guard(workers=1) as made:
        made.read(("story.txt", STORY), Reading())
        yield made


def packed(*parts) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            package.writestr(name, data)
    return held.getvalue()


TYPES = ("[Content_Types].xml", b"<?xml version='1.0'?><Types/>")
EVIL = b"<?xml version='1.0'?><!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("bomb.docx", packed(TYPES, ("word/document.xml", b" " * (110 << 20))), "unpack to 111 MB"),
        ("entity.docx", packed(TYPES, ("word/document.xml", EVIL)), "document type"),
        (
            "entity16.docx",
            packed(TYPES, ("word/document.xml", EVIL.decode().encode("utf-16"))),
            "document type",
        ),
        ("cut.docx", packed(TYPES, ("word/document.xml", b"<a/>"))[:-40], "damaged"),
        ("hollow.docx", packed(TYPES, ("word/document.xml", b"")), "empty"),
        ("old.docx", COMPOUND + "WordDocument".encode("utf-16-le"), "old Word"),
        ("locked.docx", COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("climb.docx", packed(TYPES, ("../../etc/cron", b"x")), "leads out"),
        ("other.zip", packed(("a.txt", b"x")), "no DOCX"),
        ("empty.txt", b"", "empty"),
        ("spaces.txt", b" \n" * 500, "empty space"),
        ("noise.txt", random.Random(3).randbytes(50_000), "no text|not known"),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
        ("page.pdf", b"%PDF-1.7 ...", "PDF"),
        ("deep.html", b"<div>" * 100_000 + b"x", "nested too deeply"),
        ("tables.html", b"<table><tr><td>" * 3_000 + b"x", "nested too deeply"),
        ("giant.html", b"<p>" + b"x " * (11 << 20), "too large"),
        ("word.txt", b"K\n\n" + b"x" * 5_001, "a word of more than"),
        ("long.txt", b"K\n\n" + b"word " * 500_000, "too long"),
        ("many.txt", b"K\n\n" + b"a\n\n" * 50_001, "paragraphs"),
    ],
)
def test_each_is_refused_with_its_own_sentence_and_reading_goes_on(guard, name, data, words):
    with pytest.raises(Refused, match=words) as caught:
        guard.read((name, data), Reading())
    assert str(caught.value).endswith(".")
    assert guard.read(("story.txt", STORY), Reading())[0].article.headline == "Ein Tor"


def test_what_hangs_a_parser_is_stopped_by_the_clock():
    attributes = b"<p " + b" ".join(b"a%d=1" % number for number in range(150_000)) + b">x"
    with Guard(workers=1, deadline=1) as guard:
        guard.read(("story.txt", STORY), Reading())
        with pytest.raises(Refused, match="longer than 1 seconds"):
            guard.read(("hang.html", attributes), Reading())


def test_a_hostile_page_loses_what_acts_and_keeps_its_text_and_places(guard):
    page = (
        b"<h1>K</h1><p onclick=x>Text <a href='javascript:x'>Wort</a>"
        b"<img src='https://x.example/a.png' alt='Bild'><p style='background:url(x)'>Ende<script>1</script>"
    )
    (found,) = guard.read(("page.html", page), Reading())
    assert "Text Wort" in plain_text(found.article.body)
    assert "Ende" in plain_text(found.article.body)
    assert any(
        isinstance(block, Picture) and block.alternative == "Bild" for block in found.article.body.blocks
    )
    assert len(found.losses) == 5


def test_lone_surrogates_and_controls_are_removed_counted_and_told(guard):
    (found,) = guard.read(("a.txt", "K\n\nEin\x00 Text\ufffe mit\x1b Resten.".encode()), Reading())
    assert plain_text(found.article.body) == "Ein Text mit Resten."
    assert "3 control characters" in str(found.article.import_notes[0].message)


def test_a_headline_that_is_a_path_is_only_words(guard):
    (found,) = guard.read(("a.txt", STORY.replace(b"Ein Tor", b"../../x")), Reading())
    assert found.article.headline == "../../x"


def test_a_deep_page_can_be_imported_as_plain_text_if_asked(guard):
    (found,) = guard.read(
        ("deep.html", b"<div>" * 500 + b"K\n\nText" + b"</div>" * 500), Reading(), format="text"
    )
    assert "Text" in plain_text(found.article.body)
    assert "<div>" not in plain_text(found.article.body)


def test_random_changes_to_real_files_never_break_the_guard(guard):
    chance = random.Random(11)
    page = b"<article><h1>K</h1><p>Text <b>fett</b></p><ul><li>A</ul><table><tr><td>1</table></article>"
    seeds = (STORY, page, packed(TYPES, ("word/document.xml", b"<a>x</a>")))
    mutants = []
    for number in range(300):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        mutants.append((f"{number}.bin", bytes(data)))
    outcomes = list(guard.read_many(mutants, Reading()))
    assert len(outcomes) == 300
    assert all(outcome.stories or outcome.refused for outcome in outcomes)
    broken = [outcome for outcome in outcomes if outcome.refused and "broke down" in str(outcome.refused)]
    assert broken == []
