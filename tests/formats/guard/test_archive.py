import io
import random
import zipfile

import pytest

from newsroom.domain.errors import Refused
from newsroom.formats.guard.archive import check, members

XML = b"<?xml version='1.0'?><a>" + b"words " * 50 + b"</a>"


def packed(*parts, method=zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as package:
        for name, data in parts or (("a.xml", XML),):
            package.writestr(name, data)
    return held.getvalue()


def twice_the_same() -> bytes:
    return packed(("a.xml", XML), ("b.xml", XML)).replace(b"b.xml", b"a.xml")


def overlapping() -> bytes:
    """Two directory entries that point at the same bytes."""
    data = bytearray(packed(("a.xml", XML), ("b.xml", XML)))
    second = data.rindex(b"PK\x01\x02")
    data[second + 42 : second + 46] = (0).to_bytes(4, "little")
    return bytes(data)


def flagged_as_encrypted() -> bytes:
    data = bytearray(packed())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def with_a_lie_about_its_size() -> bytes:
    """The directory says a hundred bytes; there are ten million."""
    data = bytearray(packed(("a.bin", random.Random(1).randbytes(1000) * 10_000)))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (100).to_bytes(4, "little")
    return bytes(data)


def test_an_honest_package_is_unpacked():
    assert members(packed(("a.xml", XML), ("b/c.bin", b"\1\2"))) == {"a.xml": XML, "b/c.bin": b"\1\2"}


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: packed(*((f"{n}.bin", b"") for n in range(2_001))), "2001 parts"),
        (lambda: packed(*((f"{n}.bin", b"") for n in range(4_100))), "4100 parts"),
        (twice_the_same, "same name"),
        (lambda: packed(("a.xml", XML), ("A.XML", XML)), "same name"),
        (lambda: packed(("../a.xml", XML)), "leads out"),
        (lambda: packed(("a/../../b.xml", XML)), "leads out"),
        (lambda: packed(("/etc/a.xml", XML)), "leads out"),
        (lambda: packed(("C:/a.xml", XML)), "leads out"),
        (lambda: packed(("..\\a.xml", XML)), "leads out"),
        (flagged_as_encrypted, "password"),
        (overlapping, "over each other"),
        (lambda: packed(("a.bin", bytes(120 << 20))), "unpack to 120 MB"),
        (lambda: packed(("a.bin", bytes(5 << 20))), "unpack to 5 MB"),
        (
            lambda: packed(("a.xml", random.Random(1).randbytes(21 << 20)), method=zipfile.ZIP_STORED),
            "20 MB of text",
        ),
        (with_a_lie_about_its_size, "damaged"),
        (lambda: packed(("a.xml", XML), method=zipfile.ZIP_LZMA), "unusual"),
        (lambda: packed()[:-30], "damaged"),
        (lambda: packed()[:60], "damaged"),
        (lambda: packed().replace(b"PK\x01\x02", b"PK\x01\x03"), "damaged"),
        (lambda: packed(("a.xml", b"")), "empty"),
        (lambda: packed(("a.xml", b" \n")), "empty"),
    ],
)
def test_a_hostile_or_damaged_package_is_refused_with_its_reason(make, words):
    data = make()
    with pytest.raises(Refused, match=words):
        check(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize(
    "markup", ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<!doctype a><a/>", "<a><!ENTITY b 'c'></a>"]
)
def test_document_types_and_entities_are_refused_in_every_encoding(markup, encoding):
    with pytest.raises(Refused, match="document type"):
        check(packed(("a.xml", markup.encode(encoding))))


def test_a_rare_encoding_that_could_hide_them_is_refused():
    with pytest.raises(Refused, match="utf-7"):
        check(packed(("a.xml", b"<?xml version='1.0' encoding='utf-7'?><a/>")))


def test_a_small_part_of_spaces_is_no_bomb():
    check(packed(("a.bin", b" " * (1 << 20))))


def test_random_changes_never_raise_anything_but_a_refusal():
    chance = random.Random(7)
    good = packed(("a.xml", XML), ("b.xml", XML))
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            check(bytes(data))
        except Refused:
            continue
