"""What is noted in a story is for colleagues: no format writes a word of it for readers or partners."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from newsroom.domain.notes import Note, Reply
from newsroom.formats import Audience, Writing, writable
from tests.strategies import NOTE_IDS, articles

NOW = datetime(2026, 5, 4, tzinfo=UTC)
SECRETS = ("Quellenschutzvermerk", "Bitteaufkeinenfalldrucken", "Ohrenzeugin")
OUTWARD = [
    one.name for one in writable() if one.audience in {Audience.READER, Audience.PARTNER, Audience.PAGE}
]
NOTES = tuple(
    Note(name, SECRETS[2], NOW, SECRETS[0], (Reply(SECRETS[2], NOW, SECRETS[1]),), resolved=place == 1)
    for place, name in enumerate(NOTE_IDS)
)


def members(data):
    """Give the bytes of a file, and of the files in it where it is an archive."""
    yield data
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield from (archive.read(name) for name in archive.namelist())


def test_there_are_formats_for_readers():
    assert {"docx", "html", "wire", "text"} <= set(OUTWARD)


@pytest.mark.parametrize("name", OUTWARD)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(article=articles())
def test_no_word_of_a_note_reaches_readers(name, article):
    wanted = next(one for one in writable() if one.name == name)
    assert wanted.write
    noted = replace(article, notes=NOTES, embargo=None, embargo_line="")
    data = wanted.write(noted, Writing(now=NOW)).data
    for part in members(data):
        for secret in SECRETS:
            assert secret.encode() not in part
