import codecs

import pytest

from newsroom.domain.errors import Refused, WrongValue
from newsroom.formats.encodings import decode, glimpse

WORDS = "Größe – „Ja“, sagte sie: 5 €"


def rules(decoded):
    return [note.rule for note in decoded.notes]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (WORDS.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16"),
    ],
)
def test_what_shows_its_encoding_is_read_without_a_word(data, encoding):
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.notes) == (WORDS, encoding, ())


def test_a_guess_is_said():
    decoded = decode(WORDS.encode("cp1252"))
    assert (decoded.text, decoded.encoding, rules(decoded)) == (WORDS, "cp1252", ["encoding-guessed"])


def test_another_encoding_can_be_chosen():
    assert decode("Škoda".encode("cp1250"), "cp1250").text == "Škoda"


def test_characters_that_the_encoding_cannot_give_are_counted():
    decoded = decode(b"a\xe4b", "utf-8")
    assert decoded.text == "a\ufffdb"
    assert rules(decoded) == ["characters-lost"]


def test_an_unknown_encoding_is_a_wrong_value():
    with pytest.raises(WrongValue):
        decode(b"x", "martian")
    with pytest.raises(WrongValue):
        decode(b"x", "zlib")


def test_every_kind_of_line_end_becomes_a_line_feed():
    assert decode("a\r\nb\rc\u2028d\x0be\u2029f".encode()).text == "a\nb\nc\nd\ne\n\nf"


def test_control_characters_are_removed_and_counted():
    decoded = decode("a\x00b\ufffec\x1b".encode())
    assert decoded.text == "abc"
    assert "3" in str(decoded.notes[0].message)


def test_what_is_mostly_control_characters_is_no_text():
    with pytest.raises(Refused, match="no text"):
        decode(bytes(range(32)) * 100)


def test_a_glimpse_bears_a_cut_character():
    assert glimpse("Größe".encode()[:4]).startswith("Gr")
