import json

import pytest
from hypothesis import given, settings

from newsroom.domain.body import Body, Paragraph, Picture, Unknown, body
from newsroom.domain.codec import dumps, dumps_content, loads, loads_content
from newsroom.domain.crop import Crop
from newsroom.domain.errors import UnreadableText
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD, ITALIC
from tests.strategies import bodies, contents


@given(bodies())
def test_a_body_comes_back_as_it_was_written(source):
    assert loads(dumps(source)) == source


@given(contents())
def test_content_comes_back_as_it_was_written(source):
    assert loads_content(dumps_content(source)) == source


@settings(max_examples=50, deadline=None)
@given(bodies(), bodies())
def test_equal_bodies_and_only_those_have_equal_bytes(one, other):
    assert (dumps(one) == dumps(other)) == (one == other)


def test_the_order_in_which_marks_were_set_leaves_no_trace():
    one = body(Paragraph((Run("a", frozenset([BOLD, ITALIC])),)))
    other = body(Paragraph((Run("a", frozenset([ITALIC, BOLD])),)))
    assert dumps(one) == dumps(other)


@pytest.mark.parametrize(
    "block",
    [
        {"type": "poem", "lines": ["a"]},
        {"type": "paragraph", "content": [{"text": "a", "marks": ["blink"]}]},
        {"type": "paragraph", "content": [{"formula": "a"}]},
        {"type": "paragraph", "content": [], "marks": [["folded", "c1"]]},
        {"type": "paragraph", "content": [{"footnote": [{"formula": "a"}], "marks": []}]},
        {"type": "paragraph", "content": [{"footnote": [{"text": "a", "marks": ["blink"]}], "marks": []}]},
        {"type": "paragraph", "content": [{"footnote": [{"anchor": "n1"}], "marks": []}]},
        {"type": "paragraph", "content": ["a"], "align": "right"},
        {"type": "paragraph", "content": [{"text": "a", "marks": [], "voice": "x"}]},
        {"type": "box", "title": [], "blocks": [{"type": "poem"}]},
        {"type": "box", "title": [{"formula": "a"}], "blocks": []},
        {"type": "picture", "asset": "", "caption": [{"formula": "a"}]},
        {"type": "picture", "asset": "", "caption": [], "frame": "gold"},
        {"type": "table", "rows": [[[{"text": "a", "marks": ["blink"]}]]], "header_rows": 0},
    ],
)
def test_what_a_newer_version_wrote_is_kept_to_the_byte(block):
    stored = json.dumps({"version": 2, "blocks": [block]})
    read = loads(stored)
    assert read.read_only
    assert isinstance(read.blocks[0], Unknown)
    assert json.loads(dumps(read))["blocks"] == [block]


@pytest.mark.parametrize(
    "stored", ["", "{", "[]", "null", "3", '{"blocks": 1}', '{"blocks": [1]}', '{"blocks": [{}]}', '"a"']
)
def test_a_damaged_body_is_told(stored):
    with pytest.raises(UnreadableText):
        loads(stored)


@pytest.mark.parametrize("stored", ["{", "3", "[3]", "[{}]", '[{"text": 3}]', "[null]"])
def test_damaged_content_is_told(stored):
    with pytest.raises(UnreadableText):
        loads_content(stored)


def test_content_is_read_by_people():
    assert dumps(Body((Paragraph(text("Größe")),))) == (
        '{"blocks":[{"content":["Größe"],"type":"paragraph"}],"version":1}'
    )


def test_a_picture_that_is_shown_whole_is_written_as_before():
    assert '"crop"' not in dumps(Body((Picture("", text("Hafen")),)))
    assert '"crop":[10,0,20,30]' in dumps(Body((Picture("", crop=Crop(10, 0, 20, 30)),)))
