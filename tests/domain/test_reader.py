from dataclasses import replace

import pytest
from hypothesis import given, settings

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Paragraph, body, paragraphs
from newsroom.domain.changes import for_readers
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD, Mark, MarkKind
from newsroom.domain.reader import is_approved, reader_hash, reader_text, reads_same
from newsroom.library.next_version import clean
from tests.strategies import articles

STORY = Article.new(headline="Hafen", lead=text("Vorspann"), body=paragraphs(["Der Text."]))
READ = {
    "kicker": "x", "headline": "x", "subheadline": "x", "web_headline": "x", "teaser": "x", "dateline": "x",
    "sign_off": "x", "correction_note": "x", "authors": (Byline("x"),), "lead": text("x"),
    "body": paragraphs(["x"]),
}  # fmt: skip
UNREAD = {
    "genre": "x", "section": "x", "slug": "x", "keywords": ("x",), "source": "x", "editors_note": "x",
    "created_by": "x", "version": 9, "imported": True,
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_what_readers_see_changes_the_hash(name):
    assert reader_hash(replace(STORY, **{name: READ[name]})) != reader_hash(STORY)


@pytest.mark.parametrize("name", UNREAD)
def test_what_readers_do_not_see_leaves_it(name):
    assert reader_hash(replace(STORY, **{name: UNREAD[name]})) == reader_hash(STORY)


def test_emphasis_is_seen():
    bold = body(Paragraph((Run("Der Text.", frozenset({BOLD})),)))
    assert reader_hash(replace(STORY, body=bold)) != reader_hash(STORY)


def test_a_note_is_not_seen():
    noted = body(Paragraph((Run("Der Text.", frozenset({Mark(MarkKind.NOTE, "n1")})),)))
    assert reader_hash(replace(STORY, body=noted)) == reader_hash(STORY)


def test_text_that_moves_from_one_field_to_the_next_is_seen():
    one, other = replace(STORY, kicker="ab", headline="c"), replace(STORY, kicker="a", headline="bc")
    assert reader_hash(one) != reader_hash(other)


@settings(max_examples=30, deadline=None)
@given(articles())
def test_accepting_all_changes_is_no_change_for_readers(article):
    assert reader_hash(article) == reader_hash(replace(article, body=for_readers(article.body)))


def test_an_approval_holds_for_exactly_that_text():
    approved = replace(STORY, approved_hash=reader_hash(STORY))
    assert is_approved(approved)
    assert not is_approved(replace(approved, headline="Hafem"))
    assert not is_approved(STORY)


@settings(max_examples=30, deadline=None)
@given(articles(), articles())
@pytest.mark.long
def test_what_is_equal_at_a_glance_is_what_reads_the_same(one, other):
    mixed = replace(other, **{name: getattr(one, name) for name in READ})
    assert reads_same(one, mixed)
    assert reader_hash(one) == reader_hash(mixed)
    assert reads_same(one, other) == (reader_text(one) == reader_text(other))


@settings(max_examples=30, deadline=None)
@given(articles())
def test_the_text_that_is_kept_parts_its_fields_without_doubt(article):
    assert reader_text(clean(article)).count("\x1e") == len(READ)
