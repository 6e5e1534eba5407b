"""The law of ICML: what a page can hold comes back as it was.

Different on purpose: notes and changes stay at home; a table has at least one row that is no head; the zero-width
sign by which InDesign marks its anchors is no text; a line of spaces alone is not written; the sign of a footnote is
not linked.
"""

from __future__ import annotations

import copy
import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from newsroom.domain.body import Box, Picture, Table, normal_body
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Footnote, Run, normal
from newsroom.domain.marks import MarkKind, without
from newsroom.formats import Origin, Reading, Writing
from newsroom.formats.bylines import byline_of
from newsroom.formats.icml import FORMAT
from newsroom.settings import House
from tests.formats.icml.strict import check
from tests.strategies import articles

LINES = ("kicker", "headline", "subheadline", "correction_note", "sign_off")
FACTS = ("section", "keywords", "language", "publish_time", "embargo", "dateline")


def seen(words):
    return words.replace("\ufeff", "")


def on_page(content):
    """Give content as it stands on a page."""
    return normal(_piece(one) for one in content)


def _piece(one):
    if isinstance(one, Run):
        return replace(one, text=seen(one.text))
    if isinstance(one, Footnote):
        return replace(one, content=on_page(one.content), marks=without(one.marks, MarkKind.LINK))
    return one


def block_on_page(block):
    if isinstance(block, Picture):
        return replace(block, caption=on_page(block.caption), credit=seen(block.credit) or block.credit)
    if isinstance(block, Table):
        rows = tuple(tuple(map(on_page, row)) for row in block.rows)
        return replace(block, rows=rows, header_rows=min(block.header_rows, len(rows) - 1))
    if isinstance(block, Box):
        return Box(on_page(block.title), tuple(map(block_on_page, block.blocks)))
    return replace(block, content=on_page(block.content))


def again(article, house=None):
    written = FORMAT.write(article, Writing(house=house or House()))
    check(written.data)
    (incoming,) = FORMAT.read(written.data, Reading(house=house or House()))
    return incoming


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
@pytest.mark.long
def test_a_story_comes_back_from_the_page_as_readers_see_it(article):
    incoming = again(article)
    back, final = incoming.article, for_readers(article.body)
    assert incoming.origin == Origin(article.uid, article.version)
    assert incoming.losses == ()
    assert back.body == normal_body(replace(final, blocks=tuple(map(block_on_page, final.blocks))))
    assert back.lead == on_page(content_for_readers(article.lead))
    for name in LINES:
        words = getattr(article, name)
        assert (name, getattr(back, name)) == (
            name,
            (words if name == "sign_off" else seen(words)) if words.strip() else "",
        )
    for name in FACTS:
        assert (name, getattr(back, name)) == (name, getattr(article, name))
    shown = seen(byline_of(article.authors, House())).strip()
    assert back.authors == (article.authors if shown else ())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
def test_a_story_written_twice_is_the_same_file(article):
    first = FORMAT.write(article, Writing()).data
    assert FORMAT.write(article, Writing(former=first)).data == first
    assert FORMAT.write(article, Writing()).data == first


def saved(data, seed):
    """Give a file as another program might save it: ranges split anywhere, attributes in another order, indented."""
    chance = random.Random(seed)
    root = etree.fromstring(data)
    for one in list(root.iter("CharacterStyleRange")):
        held = one.find("Content")
        if (
            held is None
            or len(held)
            or not held.text
            or len(one) > 1
            or one.getparent().tag == "HyperlinkTextSource"
        ):
            continue
        place = chance.randint(0, len(held.text))
        twin = copy.deepcopy(one)
        held.text, twin[0].text = held.text[:place], held.text[place:]
        one.addnext(twin)
    for one in root.iter():
        pairs = list(one.attrib.items())
        chance.shuffle(pairs)
        one.attrib.clear()
        one.attrib.update(pairs)
    if chance.random() > 0.5:
        etree.indent(root, "  ")
    return etree.tostring(root, xml_declaration=True, encoding=chance.choice(("UTF-8", "UTF-16")))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles(), st.integers(0, 2**32))
def test_what_another_program_saves_without_an_edit_reads_the_same(article, seed):
    written = FORMAT.write(article, Writing()).data
    (before,) = FORMAT.read(written, Reading())
    (after,) = FORMAT.read(saved(written, seed), Reading())
    assert after.article.body == before.article.body
    assert after.article.lead == before.article.lead
    for name in (*LINES, *FACTS, "authors"):
        assert (name, getattr(after.article, name)) == (name, getattr(before.article, name))
