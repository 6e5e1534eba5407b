"""The law of the Word format: what it can hold comes back as it was.

Different on purpose: a tab comes back as a space; a picture loses its creator (named as a loss), and one without
bytes is its caption alone; a link whose address is not safe is its text; superscript on a footnote's sign is how
every footnote looks; automatic language comes back as the one that was spoken; notes and changes stay at home.
"""

import struct
import zlib
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Body, Box, Crosshead, ListItem, Paragraph, Picture, Quote, Table, normal_body
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import NOT_TEXT, Anchor, Footnote, LineBreak, Run, normal
from newsroom.domain.marks import (
    BOLD,
    ITALIC,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT,
    UNDERLINE,
    Mark,
    MarkKind,
    link,
    without,
)
from newsroom.formats import Reading, Writing
from newsroom.formats.docx import FORMAT

ADDRESSES = ("https://example.org/ä?b=1&c=2", "mailto:rat@example.org", "#oben", "http://example.org/#x")
MARKS = (BOLD, ITALIC, UNDERLINE, STRIKE, SUPERSCRIPT, SUBSCRIPT, *map(link, ADDRESSES))
TRACKED = (Mark(MarkKind.INSERTED, "c1"), Mark(MarkKind.DELETED, "c2"), Mark(MarkKind.NOTE, "n1"))


def _png(shade):
    rows = b"\0" + bytes([shade, 0, 0])
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PICTURES = {sha256(data).hexdigest(): data for data in map(_png, range(3))}
letters = st.characters(exclude_categories=["Cs", "Cc"])
words = st.text(letters | st.sampled_from("\u00ad\u2011\u00a0\u202f„“»&<>\"' "), max_size=12).map(
    lambda text: NOT_TEXT.sub("", text)
)
line = words.map(str.strip)
marks = st.frozensets(st.sampled_from((*MARKS, *TRACKED)), max_size=3)
plain_marks = st.frozensets(st.sampled_from(MARKS), max_size=3)
runs = st.builds(Run, words, marks)
footnotes = st.builds(
    Footnote,
    st.lists(st.builds(Run, words, plain_marks) | st.builds(LineBreak, plain_marks), max_size=3).map(tuple),
    marks.map(lambda found: without(found, MarkKind.SUPERSCRIPT)),
)
content = st.lists(
    st.one_of(runs, runs, st.builds(LineBreak, marks), footnotes, st.just(Anchor("n2"))), max_size=5
).map(normal)
text_blocks = st.one_of(
    st.builds(Paragraph, content),
    st.builds(Crosshead, content, st.integers(1, 3)),
    st.builds(Quote, content),
    st.builds(ListItem, content, st.booleans(), st.integers(0, 8)),
)
tables = st.builds(
    Table,
    st.lists(st.lists(content, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple),
    st.integers(0, 2),
)
pictures = st.builds(Picture, st.sampled_from(sorted(PICTURES)), content, line, st.just(""), words, words)
boxes = st.builds(Box, content, st.lists(text_blocks, max_size=3).map(tuple))
bodies = st.lists(st.one_of(text_blocks, tables, pictures, boxes), max_size=6).map(
    lambda blocks: normal_body(Body(tuple(blocks)))
)
names = line.filter(bool)
moments = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - zone given beside
articles = st.builds(
    Article.new,
    kicker=line,
    headline=line,
    subheadline=line,
    lead=content,
    body=bodies,
    authors=st.lists(st.builds(Byline, names, line), min_size=1, max_size=3).map(tuple),
    dateline=st.sampled_from(["", "BERLIN", "Kiel/Lübeck"]),
    section=line,
    keywords=st.lists(names.filter(lambda word: not set(word) & set(",;")), max_size=3, unique=True).map(
        tuple
    ),
    language=st.sampled_from(["de-DE", "de-CH", "en-GB"]),
    sign_off=line,
    correction_note=line,
    publish_time=st.none() | moments,
    embargo=st.none() | moments,
)


def _again(article):
    written = FORMAT.write(article, Writing(picture=PICTURES.get))
    (incoming,) = FORMAT.read(written.data, Reading(now=datetime.now(UTC) - timedelta(days=1)))
    return written, incoming


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles)
@pytest.mark.long
def test_a_story_comes_back_from_word_as_readers_see_it(article):
    written, incoming = _again(article)
    back = incoming.article
    assert written.losses == ()
    assert incoming.losses == ()
    assert back.body == for_readers(article.body)
    assert back.lead == content_for_readers(article.lead)
    kept = (
        "uid",
        "kicker",
        "headline",
        "subheadline",
        "authors",
        "dateline",
        "section",
        "keywords",
        "language",
    )
    times = ("sign_off", "correction_note", "publish_time", "embargo")
    assert [getattr(back, name) for name in kept + times] == [getattr(article, name) for name in kept + times]


@settings(max_examples=30, deadline=None)
@given(bodies)
def test_every_story_is_an_archive_that_python_docx_opens(body):
    import io

    import docx

    data = FORMAT.write(Article.new(headline="H", body=body), Writing(picture=PICTURES.get)).data
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == "H"


def test_what_is_different_is_different_as_said():
    piece = Run("a\tb", frozenset({link("javascript:x")}))
    article = Article.new(headline="H", body=Body((Paragraph((piece,)), Picture("0" * 64, (Run("Bild"),)))))
    written, incoming = _again(article)
    assert incoming.article.body == Body((Paragraph((Run("a b"),)), Paragraph((Run("Bild"),))))
    assert len(written.losses) == 2
