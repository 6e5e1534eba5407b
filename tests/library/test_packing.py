"""Versions are stored small and come back to the byte."""

from __future__ import annotations

import json
import random
import string
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from newsroom.domain.body import paragraphs
from newsroom.domain.errors import UnreadableText
from newsroom.library.articles import row_of
from newsroom.library.packing import STEPS, pack, steps, unpack
from newsroom.library.rows import REVISION

LONG = " ".join(random.Random(4).choices([*string.ascii_lowercase, "Hafen", "Fähre"], k=40_000)).encode()


@pytest.fixture
def where(owned):
    """Who touches the tables from outside, or takes rows out of them, owns the library."""
    return owned


@given(st.binary(max_size=400), st.binary(max_size=400))
def test_what_is_packed_beside_anything_comes_back(text, base):
    assert unpack(pack(text, base), base) == text
    assert unpack(pack(text)) == text


@given(st.text(alphabet="abß🙂", max_size=300), st.text(alphabet="abß🙂", max_size=300))
def test_what_is_told_in_steps_of_anything_comes_back(text, base):
    assert unpack(STEPS + json.dumps(steps(text, base)).encode(), base.encode()) == text.encode()


def test_an_edited_text_is_told_in_few_steps():
    base = LONG.decode()
    changed = f"{base[:9_000]}#neu#{base[9_000:]}"
    assert steps(changed, base) == [0, 9_000, "#neu#", 0, len(base) - 9_000]


@pytest.mark.parametrize("base", [b"", LONG, LONG[:20_000], b"x" * 5_000 + LONG])
def test_a_text_longer_than_a_deflater_looks_back_comes_back(base):
    assert unpack(pack(LONG, base), base) == LONG


def test_a_long_text_beside_its_earlier_one_takes_next_to_nothing():
    changed = LONG[:30_000] + b" neu " + LONG[30_000:]
    assert len(pack(changed, LONG)) * 50 < len(changed)


@pytest.mark.parametrize(
    "packed", [b"", b"\x02abc", b"\x02[0,0.5]", b"\x01\xff\xff", pack(LONG)[:-9], pack(b"x" * 9)[:-1]]
)
def test_a_damaged_text_is_refused(packed):
    with pytest.raises(UnreadableText, match="damaged"):
        unpack(packed)


def test_versions_of_a_story_take_a_fifth_of_their_text(library, anna, story):
    words = "Der Hafen von Wendelach wird tiefer und breiter, sagte die Sprecherin am Montag. "
    texts = tuple(f"{words * 3} Absatz {number}" for number in range(6))
    saved = library.stories.save(story("Hafen", *texts), anna).article
    for number in range(19):
        body = paragraphs((*texts, f"Stand {number}: {words}"))
        saved = library.stories.save(replace(saved, body=body), anna).article
    with library._store.reading() as connection:
        rows = connection.execute(select(REVISION.c.packed, REVISION.c.story)).all()
    small = sum(len(row.packed) for row in rows)
    assert all(row.story == "" for row in rows)
    assert small * 5 < 20 * len(row_of(saved)[2].encode())
    assert library.history.revision(1, 20) == saved
    assert len(library.history.revision(1, 1).body.blocks) == 6
    assert library.check() == library.history.verify() == ()


def test_versions_that_an_older_program_left_plain_are_read_and_gone_on_from(library, anna, story):
    first = library.stories.save(story("Eins"), anna).article
    with library._store.writing() as connection:
        connection.execute(update(REVISION).values(story=row_of(first)[2], packed=None))
    second = library.stories.save(replace(first, headline="Zwei"), anna).article
    assert library.history.revision(1, 1) == first
    assert library.history.revision(1, 2) == second
    assert library.check() == library.history.verify() == ()


def test_a_version_that_cannot_be_read_is_named_and_spoils_no_other(library, anna, story):
    first = library.stories.save(story("Eins"), anna).article
    second = library.stories.save(replace(first, headline="Zwei"), anna).article
    with library._store.writing() as connection:
        connection.execute(update(REVISION).where(REVISION.c.version == 1).values(packed=b"\x01junk"))
    with pytest.raises(UnreadableText, match="Version 1 of story 1 cannot be read"):
        library.history.revision(1, 1)
    third = library.stories.save(replace(second, headline="Drei"), anna).article
    assert library.history.revision(1, 3) == third
    assert [str(one) for one in library.history.verify() if "Version 3" in str(one)] == []


def test_a_story_of_many_kinds_of_fields_keeps_them_all(library, anna, story):
    made = story("Eins", publish_time=datetime(2025, 5, 1, tzinfo=UTC), keywords=("Bau",), kicker="Lage")
    saved = library.stories.save(made, anna).article
    again = library.stories.save(replace(saved, kicker="Neue Lage"), anna).article
    assert library.history.revision(1, 1) == saved
    assert library.history.revision(1, 2) == again
