import io
import struct
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from newsroom.domain.crop import Crop
from newsroom.domain.errors import Refused
from newsroom.formats.guard import Guard
from newsroom.formats.guard.pictures import measure
from newsroom.formats.pictures.cleaning import cleaned
from newsroom.formats.pictures.facts import Look, Words
from newsroom.formats.pictures.rendering import Render
from newsroom.formats.pictures.xmp import packet_of, words_of_xmp

KINDS = ("PNG", "JPEG", "GIF", "WEBP")
GPS = 0x8825


def quarters(width=400, height=200, mode="RGB"):
    """A picture whose quarters are red, green, blue and white, reading order."""
    made = Image.new("RGB", (width, height), "white")
    for number, colour in enumerate(("red", "lime", "blue")):
        corner = (number % 2 * width // 2, number // 2 * height // 2)
        made.paste(colour, (*corner, corner[0] + width // 2, corner[1] + height // 2))
    return made.convert(mode)


def saved(image, kind="JPEG", **choices):
    out = io.BytesIO()
    image.save(out, kind, **choices)
    return out.getvalue()


def shown(data):
    return Image.open(io.BytesIO(data))


def colour(data, x, y):
    """The nearest of the four colours at a place given in parts of the size."""
    image = shown(data).convert("RGB")
    found = image.getpixel((int(x * image.width), int(y * image.height)))
    named = {"red": (255, 0, 0), "green": (0, 255, 0), "blue": (0, 0, 255), "white": (255, 255, 255)}
    return min(named, key=lambda name: sum(abs(a - b) for a, b in zip(named[name], found, strict=True)))


def with_place(orientation=1):
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Kamera mit Seriennummer"
    exif.get_ifd(GPS)[2] = (52.0, 31.0, 0.0)
    return exif


def iptc(entries, *, coded=True):
    stream = b"\x1c\x01\x5a\x00\x03\x1b%G" if coded else b""
    for number, value in entries:
        stream += b"\x1c\x02" + bytes([number]) + struct.pack(">H", len(value)) + value
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(stream)) + stream + b"\0" * (len(stream) % 2)
    body = b"Photoshop 3.0\0" + block
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def with_iptc(*entries, coded=True):
    data = saved(quarters())
    return data[:2] + iptc(entries, coded=coded) + data[2:]


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Bildagentur Nord"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">The harbour</rdf:li><rdf:li xml:lang="de-DE">Der Hafen</rdf:li>
</rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Ina Kern</rdf:li><rdf:li>Ole Voss</rdf:li></rdf:Seq></dc:creator>
<core:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">Ships at a quay</rdf:li></rdf:Alt></core:AltTextAccessibility>
<ext:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</ext:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize("kind", KINDS)
def test_the_size_of_each_kind_is_seen(kind):
    facts = Look(saved(quarters(), kind)).run()
    assert (facts.width, facts.height) == (400, 200)
    assert facts.mime == f"image/{kind.lower()}"


def test_dots_an_inch_are_told():
    assert Look(saved(quarters(), dpi=(300, 300))).run().dpi == 300
    assert Look(saved(quarters(), "GIF")).run().dpi == 0


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_counts_as_it_stands_upright(orientation):
    facts = Look(saved(quarters(), exif=with_place(orientation))).run()
    assert (facts.width, facts.height) == ((400, 200) if orientation < 5 else (200, 400))


def test_what_an_agency_wrote_into_iptc_is_read():
    data = with_iptc((120, b"Der Hafen\r\nam Morgen"), (80, b"Ina Kern"), (80, b"Ole Voss"), (110, b"dpa"))
    words = Look(data).run().words
    assert words.caption == "Der Hafen am Morgen"
    assert words.creator == "Ina Kern, Ole Voss"
    assert words.credit == "dpa"


def test_older_iptc_is_read_in_its_own_letters():
    data = with_iptc((120, "Größe".encode("cp1252")), coded=False)
    assert Look(data).run().words.caption == "Größe"


def test_what_xmp_says_is_read_in_the_language_of_the_house():
    data = saved(quarters(), xmp=XMP.encode())
    words = Look(data, "de-AT").run().words
    assert words.caption == "Der Hafen"
    assert words.creator == "Ina Kern, Ole Voss"
    assert words.credit == "Bildagentur Nord"
    assert words.alternative == "Ships at a quay"
    assert words.source_type == "trainedAlgorithmicMedia"
    assert Look(data, "fr").run().words.caption == "The harbour"


@pytest.mark.parametrize(
    "packet",
    [
        b"",
        b"<x",
        b"\xff\xfe\0",
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b"<x>" * 5_000,
        b"<x/>" + b" " * (2 << 20),
    ],
)
def test_damaged_and_hostile_xmp_says_nothing(packet):
    assert not any(words_of_xmp(packet).values())


@given(
    st.builds(Words, *[st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20)] * 7)
)
def test_what_is_written_as_xmp_is_read_again(words):
    told = words_of_xmp(packet_of(words))
    for name in ("creator", "credit", "rights", "alternative"):
        value = getattr(words, name)
        assert told.get(name, "") == value.strip() or "\ufffe" in value or "\uffff" in value


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_cut_as_it_stands_upright(orientation):
    upright = shown(Render(saved(quarters(), quality=95, exif=with_place(orientation)), paper=True).run())
    corner = Render(
        saved(quarters(), quality=95, exif=with_place(orientation)), Crop(5_000, 5_000, 5_000, 5_000)
    ).run()
    wide, high = upright.size
    assert shown(corner).size == (wide // 2, high // 2)
    assert colour(corner, 0.5, 0.5) == colour(saved(upright, "PNG"), 0.75, 0.75)


def test_a_picture_that_is_turned_by_its_camera_is_turned_upright():
    made = Render(saved(quarters(), quality=95, exif=with_place(6))).run()
    assert shown(made).size == (200, 400)
    assert [colour(made, x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)] == [
        "blue",
        "red",
        "white",
        "green",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_a_large_picture_is_scaled_and_a_small_one_is_not(kind):
    assert shown(Render(saved(quarters(), kind), width=100).run()).size == (100, 50)
    assert shown(Render(saved(quarters(), kind), height=50).run()).size == (100, 50)
    assert shown(Render(saved(quarters(), kind), width=4_000).run()).size == (400, 200)


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_fits_keeps_every_pixel(kind):
    data = saved(quarters(), kind)
    made = Render(data, words=Words(credit="dpa")).run()
    assert shown(made).format == kind
    assert shown(made).convert("RGB").tobytes() == shown(data).convert("RGB").tobytes()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
@pytest.mark.parametrize("width", [0, 100])
def test_place_and_device_never_leave_the_house_and_the_owner_stays_named(kind, width):
    data = saved(quarters(), kind, exif=with_place(), xmp=XMP.encode())
    made = Render(data, width=width, words=Words(creator="Ina Kern", credit="dpa")).run()
    assert b"Seriennummer" not in made
    assert not shown(made).getexif().get_ifd(GPS)
    words = Look(made).run().words
    assert (words.creator, words.credit, words.caption) == ("Ina Kern", "dpa", "")


def test_comments_and_a_second_picture_behind_the_first_are_left():
    data = saved(quarters(), comment="geheim") + saved(quarters(), exif=with_place())
    made = Render(data).run()
    assert b"geheim" not in made
    assert b"Seriennummer" not in made


def test_a_moving_gif_goes_on_moving():
    data = saved(
        quarters(), "GIF", save_all=True, append_images=[quarters(mode="L")], loop=0, comment=b"geheim"
    )
    made = Render(data).run()
    assert shown(made).n_frames == 2
    assert b"geheim" not in made


@pytest.mark.parametrize(
    ("kind", "clear", "made"), [("WEBP", False, "JPEG"), ("WEBP", True, "PNG"), ("GIF", False, "PNG")]
)
def test_on_paper_goes_only_what_every_program_takes(kind, clear, made):
    image = quarters(mode="RGBA" if clear else "RGB")
    if clear:
        image.putalpha(120)
    assert shown(Render(saved(image, kind), paper=True).run()).format == made


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_colours_is_scaled(mode):
    image = Image.new("I;16", (400, 200), 40_000) if mode == "I;16" else quarters(mode=mode)
    assert shown(Render(saved(image, "PNG"), width=100).run()).size == (100, 50)


def test_the_colours_of_the_press_become_those_of_the_screen():
    made = Render(saved(quarters(mode="CMYK"), quality=95)).run()
    assert shown(made).mode == "RGB"
    assert colour(made, 0.25, 0.25) == "red"
    assert shown(Render(saved(quarters(mode="CMYK")), paper=True).run()).mode == "CMYK"


def test_the_colour_profile_stays():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(quarters(), icc_profile=profile)
    assert shown(Render(data).run()).info["icc_profile"] == profile
    assert shown(Render(data, width=100).run()).info["icc_profile"] == profile


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_that_is_cut_off_is_refused(kind):
    noise = Image.effect_noise((300, 200), 60).convert("RGB")
    data = saved(noise, kind)
    with pytest.raises(Refused, match=r"damaged|cut off"):
        Look(data[: len(data) // 2]).run()


def test_a_bomb_is_refused_by_its_header():
    head = struct.pack(">II5B", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I4s", 13, b"IHDR")
        + head
        + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    )
    with pytest.raises(Refused, match="megapixels"):
        Look(bomb).run()


@pytest.mark.parametrize(
    "data", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"BM" + b"\0" * 60, b"", b"GIF89a"]
)
def test_what_is_no_picture_of_ours_is_refused(data):
    with pytest.raises(Refused):
        Look(data).run()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_a_damaged_picture_is_shown_or_refused_and_nothing_else(kind, data):
    whole = bytearray(saved(quarters(40, 20), kind, **({} if kind == "GIF" else {"exif": with_place()})))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    for errand in (Look(bytes(whole)), Render(bytes(whole)), Render(bytes(whole), width=10)):
        with suppress(Refused):
            assert errand.run()


@given(st.sampled_from(KINDS), st.data())
def test_cleaning_twice_is_cleaning_once(kind, data):
    choices = {} if kind == "GIF" else {"exif": with_place(), "xmp": XMP.encode()}
    image = quarters(data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40)))
    once = cleaned(saved(image, kind, **choices), packet_of(Words(credit="dpa")))
    assert cleaned(once, packet_of(Words(credit="dpa"))) == once
    assert measure(once) == measure(saved(image, kind))


@pytest.mark.long
def test_the_largest_picture_is_made_small_in_a_reading_process():
    large = saved(Image.effect_noise((8_000, 5_000), 5), "PNG", compress_level=1)
    with Guard(workers=1) as guard:
        assert guard.do(Look(large, whole=False)).width == 8_000
        assert shown(guard.do(Render(large, width=500))).size == (500, 312)
        with pytest.raises(Refused, match="none of PNG"):
            guard.do(Look(b"nothing"))
