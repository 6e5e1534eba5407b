"""What bytes are by their first ones, and for those that we do not read a sentence with a way out."""

from __future__ import annotations

import re

from newsroom.domain.errors import Refused
from newsroom.translation import N_, Message, msg

MOST_BYTES = 50 << 20
"""A larger file is not looked at."""

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = ("EncryptedPackage".encode("utf-16-le"), "EncryptionInfo".encode("utf-16-le"))

_PICTURE = N_("This is a picture, not a text. Open a story and put the picture in there.")
_ARCHIVE = N_("This is an archive. Unpack it, then import the files in it.")
_PROGRAM = N_("This is a program, not a text.")
_SOUND = N_("This is sound or video, not a text.")
_PDF = N_("A PDF is a finished page whose text cannot be read safely. Import the file it was made from.")
_RTF = N_("RTF is not read. Open it in a word processor and save it as DOCX, then import that.")
_PAGE = N_(
    "This is an InDesign document. Save it as IDML in InDesign, or export its stories as ICML, then import that."
)
_TAGGED_TEXT = N_(
    "This is InDesign Tagged Text, which is not read. Export the story as ICML in InDesign, then import that."
)
_DATABASE = N_("This is a database, not a text. A library is opened, not imported.")
_OLD_OFFICE = N_("This is an old Word, Excel or PowerPoint file. Save it as DOCX, then import that.")
_PASSWORD = N_("This file is protected by a password. Save it without one, then import it again.")

_MAGIC = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RTF),
    (b"\x89PNG\r\n\x1a\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF87a", _PICTURE),
    (b"GIF89a", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"8BPS", _PICTURE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"BZh91AY", _ARCHIVE),
    (b"\xfd7zXZ\0", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\0", _PROGRAM),
    (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"\x1aE\xdf\xa3", _SOUND),
    (b"SQLite format 3\0", _DATABASE),
    (b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d", _PAGE),
)
_TAGGED = re.compile(rb"(?:\xff\xfe|\xfe\xff)?<(?:UNICODE|ASCII|ANSI|SJIS|BIG5|GB18030|KSC5601)-(?:WIN|MAC)>")
_BRANDS = re.compile(rb".{4}ftyp(?P<brand>heic|heix|mif1|avif)?", re.DOTALL)
_RIFF = re.compile(rb"RIFF.{4}(?P<kind>....)", re.DOTALL)
_SVG = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?(?:<!DOCTYPE svg\b[^>]{0,500}>\s*)?<svg\b",
    re.DOTALL,
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")


def is_zip(data: bytes) -> bool:
    """Tell whether bytes are a zip package, as DOCX is."""
    return data.startswith(_ZIP)


def check_size(size: int) -> None:
    """Refuse a file of so many bytes if it is empty or too large."""
    if not size:
        raise Refused(msg(N_("The file is empty.")))
    if size > MOST_BYTES:
        raise Refused(
            msg(
                N_(
                    "The file is too large: {size} MB, at most {most} are read. Split it, then import the parts."
                ),
                size=-(-size >> 20),
                most=MOST_BYTES >> 20,
            )
        )


def recognise(data: bytes) -> None:
    """Refuse bytes that are surely something we do not read, and say what they are."""
    check_size(len(data))
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise Refused(msg(N_("The file holds nothing but empty space.")))
    verdict = _verdict(data)
    if verdict:
        raise Refused(Message(verdict))


def _verdict(data: bytes) -> str:
    if data.startswith(_COMPOUND):
        return _PASSWORD if any(word in data for word in _ENCRYPTED) else _OLD_OFFICE
    for magic, sentence in _MAGIC:
        if data.startswith(magic):
            return sentence
    found = _BRANDS.match(data)
    if found:
        return _PICTURE if found["brand"] else _SOUND
    riff = _RIFF.match(data)
    if riff:
        return _PICTURE if riff["kind"] == b"WEBP" else _SOUND
    if _TAGGED.match(data[:60].replace(b"\0", b"")):
        return _TAGGED_TEXT
    return _PICTURE if _SVG.match(data[:2_000]) else ""
