"""The law of ICML: what a page can hold comes back as it was.

Different on purpose: notes and changes stay at home; a table has at least one row that is no head; the zero-width
sign by which InDesign marks its anchors is no text; a line of spaces alone is not written; the sign of a footnote is
not linked.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings

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


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(articles())
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
