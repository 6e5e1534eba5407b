import io

import pytest
from PIL import Image

from newsroom.domain.errors import Refused
from newsroom.formats.guard.pictures import measure


def drawn(kind: str, **options) -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (31, 17), "red").save(held, kind, **options)
    return held.getvalue()


@pytest.mark.parametrize(
    ("kind", "mime", "options"),
    [
        ("PNG", "image/png", {}),
        ("GIF", "image/gif", {}),
        ("JPEG", "image/jpeg", {}),
        ("JPEG", "image/jpeg", {"progressive": True}),
        ("WEBP", "image/webp", {}),
        ("WEBP", "image/webp", {"lossless": True}),
        ("WEBP", "image/webp", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}),
    ],
)
def test_kind_and_size_are_known_from_the_first_bytes(kind, mime, options):
    size = measure(drawn(kind, **options))
    assert (size.mime, size.width, size.height) == (mime, 31, 17)


@pytest.mark.parametrize("data", [b"", b"<svg xmlns='x'/>", drawn("BMP"), b"RIFF1234WAVE"])
def test_what_is_none_of_the_four_kinds_is_refused(data):
    with pytest.raises(Refused, match="PNG, JPEG, GIF"):
        measure(data)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP"])
def test_a_picture_cut_off_in_its_header_is_damaged(kind):
    with pytest.raises(Refused):
        measure(drawn(kind)[:9])


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded():
    giant = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (30_000).to_bytes(4, "big") * 2
    with pytest.raises(Refused, match="900 megapixels"):
        measure(giant)
