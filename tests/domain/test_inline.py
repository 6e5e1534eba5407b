from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.domain.body import normal_body
from newsroom.domain.inline import (
    NOT_TEXT,
    Footnote,
    LineBreak,
    Run,
    cut,
    normal,
    plain,
    text,
)
from newsroom.domain.marks import BOLD, SUBSCRIPT, SUPERSCRIPT, Mark, MarkKind, link
from tests.strategies import bodies, contents

LAW = settings(max_examples=50, deadline=None)
BOLDED = frozenset({BOLD})


@LAW
@given(contents())
def test_the_normal_form_is_its_own(content):
    assert normal(content) == content


@LAW
@given(bodies())
def test_the_normal_form_of_a_body_is_its_own(source):
    assert normal_body(source) == source


@LAW
@given(st.text())
def test_any_text_becomes_text(words):
    content = text(words)
    assert not any(NOT_TEXT.search(piece.text) for piece in content if isinstance(piece, Run))
    assert normal(content) == content


def test_equal_neighbours_are_one_and_empty_runs_none():
    assert normal((Run("a"), Run(""), Run("b"), Run("c", BOLDED))) == (Run("ab"), Run("c", BOLDED))


def test_a_line_feed_is_a_line_break():
    assert text("a\r\nb\rc\u2028d") == (
        Run("a"), LineBreak(), Run("b"), LineBreak(), Run("c"), LineBreak(), Run("d"),
    )  # fmt: skip


def test_marks_that_stand_once_are_settled():
    run = Run("a", frozenset({link("https://b"), link("https://a"), SUPERSCRIPT, SUBSCRIPT}))
    assert normal((run,)) == (Run("a", frozenset({link("https://a"), SUPERSCRIPT})),)


def test_a_footnote_carries_no_notes_of_its_own():
    note = Mark(MarkKind.NOTE, "n1")
    assert normal((Footnote((Run("a", frozenset({note, BOLD})),)),)) == (Footnote((Run("a", BOLDED),)),)


@LAW
@given(contents(), st.data())
def test_two_cuts_are_the_whole(content, data):
    words = plain(content)
    place = data.draw(st.integers(0, len(words)))
    assert plain(cut(content, 0, place)) == words[:place]
    assert plain(cut(content, place, len(words))) == words[place:]


@LAW
@given(contents(), st.data())
def test_a_cut_gives_what_stands_between(content, data):
    words = plain(content)
    start, end = sorted((data.draw(st.integers(0, len(words))), data.draw(st.integers(0, len(words)))))
    assert plain(cut(content, start, end)) == words[start:end]
