"""The laws of HTML: what a page can hold comes back as it was, and no word of the rest is lost.

Different on purpose: white space is one space, as a browser shows it; two line breaks part a paragraph; what is empty
vanishes; lists begin at the left and go one level deeper at a time; a table of one cell is only a frame; a link inside the
text is its words; a picture loses its creator, its crop and its source type, and one without bytes is its place.
"""

import struct
import zlib
from dataclasses import replace
from hashlib import sha256

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import Article
from newsroom.domain.body import (
    Body,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    contents,
    normal_body,
)
from newsroom.domain.inline import Footnote, LineBreak, Run, normal, plain
from newsroom.domain.marks import BOLD, ITALIC, STRIKE, SUBSCRIPT, SUPERSCRIPT, UNDERLINE, link
from newsroom.formats import Reading, Writing
from newsroom.formats.html.page import write_fragment, write_page
from newsroom.formats.html.reading import read
from tests.strategies import bodies


def _png(shade):
    rows = b"\0" + bytes([shade, 0, 0])
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


PICTURES = {sha256(data).hexdigest(): data for data in map(_png, range(3))}
WRITING = Writing(picture=PICTURES.get)
MARKS = (
    BOLD,
    ITALIC,
    UNDERLINE,
    STRIKE,
    SUPERSCRIPT,
    SUBSCRIPT,
    link("https://x.example/?a=1&b='2'"),
    link("mailto:a@x.example"),
)

words = st.text(st.sampled_from("abcßÄé&<>\"'„“–\u00a0\u00ad\u202f😀日"), min_size=1, max_size=8).filter(
    lambda text: text.strip()
)
marks = st.frozensets(st.sampled_from(MARKS), max_size=3)
runs = st.builds(Run, words, marks)
rest = st.one_of(
    runs.map(lambda run: (run,)),
    st.tuples(st.builds(LineBreak), runs),
    st.tuples(st.builds(Footnote, st.builds(Run, words, marks).map(lambda run: (run,)))),
)
content = st.builds(
    lambda first, more: normal((first, *(piece for some in more for piece in some))),
    runs,
    st.lists(rest, max_size=3),
)
items = st.lists(st.tuples(st.sampled_from((-8, 0, 0, 1)), content, st.booleans()), min_size=1, max_size=5)


def _nested(entries):
    """Give items of lists, none more than one level deeper than the one before."""
    level = 0
    for number, (step, words_, ordered) in enumerate(entries):
        level = min(max(level + step, 0), 8) if number else 0
        yield ListItem(words_, ordered, level)


def _shown(asset, caption, credit, alternative):
    name = f"{asset}.png"
    return Picture(asset, caption, credit, alternative=alternative, name="" if asset in PICTURES else name)


cells = st.lists(st.lists(content, min_size=2, max_size=3).map(tuple), min_size=2, max_size=3)
tables = cells.map(lambda rows: Table(tuple((*row, *[((Run("x")),)] * (3 - len(row))) for row in rows), 1))
pictures = st.builds(
    _shown,
    st.sampled_from(sorted(PICTURES)),
    content.map(lambda found: tuple(p for p in found if isinstance(p, Run))),
    words.map(str.strip),
    words.map(str.strip),
)
simple = st.one_of(
    st.builds(Paragraph, content), st.builds(Crosshead, content, st.integers(1, 3)), st.builds(Quote, content)
)
boxes = st.builds(Box, content, st.lists(st.builds(Paragraph, content), min_size=1, max_size=2).map(tuple))
tidy = st.lists(
    st.one_of(
        simple.map(lambda one: (one,)), items.map(lambda found: tuple(_nested(found))), tables.map(lambda one: (one,)),
        pictures.map(lambda one: (one,)), boxes.map(lambda one: (one,)),
    ),
    max_size=4,
).map(lambda found: normal_body(Body(tuple(block for some in found for block in some))))  # fmt: skip


def back(source: Body, write):
    (found,) = read(write(Article.new(headline="Überschrift 1", body=source), WRITING).data, Reading())
    return found


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(tidy, st.sampled_from([write_page, write_fragment]))
def test_what_a_page_can_hold_comes_back_as_it_was(source, write):
    found = back(source, write)
    assert found.article.body == source
    assert found.losses == ()
    assert set(found.pictures) == {block.asset for block in source.blocks if isinstance(block, Picture)}


def said(source: Body) -> str:
    """Give all words of a text, footnotes behind the content they stand in, without white space."""
    pieces = [piece for block in source.blocks for content_ in contents(block) for piece in content_]
    text = plain(pieces) + "".join(plain(piece.content) for piece in pieces if isinstance(piece, Footnote))
    return "".join(sorted("".join(text.split())))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(bodies(tracked=False, notes=False), st.sampled_from([write_page, write_fragment]))
def test_no_word_is_lost_and_a_second_journey_changes_nothing(source, write):
    once = back(source, write).article.body
    twice = back(once, write).article.body
    assert said(once) == said(source)
    assert unnamed(twice) == unnamed(once)


def unnamed(source: Body) -> Body:
    """Give a text without what is known of lost pictures, and items without the level that an empty one gave them."""
    return Body(tuple(map(_bare, source.blocks)))


def _bare(block):
    if isinstance(block, Picture):
        return replace(block, alternative="", name="")
    if isinstance(block, ListItem):
        return replace(block, level=0)
    return replace(block, blocks=tuple(map(_bare, block.blocks))) if isinstance(block, Box) else block
