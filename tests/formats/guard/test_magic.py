import pytest

from newsroom.domain.errors import Refused
from newsroom.formats.guard.magic import MOST_BYTES, check_size, is_zip, recognise

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\n\t", "empty space"),
        (b"\xff\xfe", "empty space"),
        (COMPOUND + "WordDocument".encode("utf-16-le"), "old Word"),
        (COMPOUND + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture"),
        (b"<?xml version='1.0'?>\n<svg xmlns='x'>", "picture"),
        (b"\0\0\0\x18ftypheic", "picture"),
        (b"\0\0\0\x18ftypisom", "video"),
        (b"RIFF\0\0\0\0WAVEfmt ", "sound"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"\x7fELF\2", "program"),
        (b"SQLite format 3\0", "database"),
    ],
)
def test_each_known_stranger_has_a_sentence_of_its_own(data, words):
    with pytest.raises(Refused, match=words):
        recognise(data)


@pytest.mark.parametrize("data", [b"words", b"<p>words", b"PK\x03\x04", "Größe".encode("utf-16")])
def test_what_may_be_a_story_passes(data):
    recognise(data)
    assert is_zip(data) == data.startswith(b"PK")


def test_a_file_over_fifty_megabytes_is_refused_by_its_size_alone():
    check_size(MOST_BYTES)
    with pytest.raises(Refused, match="51 MB"):
        check_size(MOST_BYTES + 1)
