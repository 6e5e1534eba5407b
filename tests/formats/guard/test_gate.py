import hashlib
from dataclasses import replace

import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import Body, Paragraph, Picture, paragraphs
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Run
from newsroom.formats import Incoming
from newsroom.formats.guard import gate
from newsroom.formats.guard.gate import pass_gate

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03"
GIANT = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff"


def incoming(**fields) -> Incoming:
    return Incoming(Article.new(**fields))


def test_a_clean_story_passes_untouched():
    story = incoming(headline="Kurz", body=paragraphs(["Eins."]))
    assert pass_gate(story) == story


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"body": paragraphs(["wort " * 400_001])}, "too long"),
        ({"body": Body((Paragraph(),) * 50_001)}, "paragraphs"),
        ({"body": paragraphs(["x" * 5_001])}, "a word of more than 5000"),
        ({"headline": "x" * 5_001}, "a word of more than 5000"),
    ],
)
def test_what_no_editor_could_show_is_refused(fields, words):
    with pytest.raises(Refused, match=words):
        pass_gate(incoming(**fields))


def test_the_longest_word_and_the_longest_text_pass():
    pass_gate(incoming(body=paragraphs(["x" * 5_000, "wort " * 390_000])))


def test_what_is_no_text_is_removed_counted_and_told():
    dirty = Body((Paragraph((Run("a\ud800b\ufffe"),)),))
    cleaned = pass_gate(incoming(headline="Ku\0rz", body=dirty)).article
    assert cleaned.headline == "Kurz"
    assert cleaned.body == paragraphs(["ab"])
    (note,) = cleaned.import_notes
    assert (note.rule, str(note.message)) == ("characters-removed", "3 control characters were removed.")


def test_a_picture_that_is_none_or_giant_leaves_its_place_and_a_word():
    shas = {hashlib.sha256(data).hexdigest(): data for data in (PNG, GIANT, b"<svg/>")}
    story = incoming(headline="x", body=Body(tuple(Picture(sha) for sha in shas)))
    passed = pass_gate(replace(story, pictures=shas))
    assert [bool(block.asset) for block in passed.article.body.blocks] == [True, False, False]
    assert list(passed.pictures.values()) == [PNG]
    assert len(passed.losses) == 2


def test_the_limits_are_those_of_the_house():
    assert (gate.MOST_CHARACTERS, gate.MOST_BLOCKS, gate.LONGEST_WORD) == (2_000_000, 50_000, 5_000)
