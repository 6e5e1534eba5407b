"""Where a story holds what is looked for."""

from __future__ import annotations

from time import monotonic

import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import WrongValue
from newsroom.domain.finding import Field
from newsroom.domain.strands import strands
from newsroom.text.pattern import Pattern, Sought
from newsroom.text.searching import Scope, search

STORY = Article.new(
    headline="Der Hafen bleibt zu", body=paragraphs(["Im Hafen liegt Eis.", "Der Hafen wartet."])
)


def test_finds_come_in_reading_order_with_the_words_around_them():
    finds = list(search(strands(STORY), Pattern(Sought("hafen"), "Kai")))
    assert [(one.field, one.places[0].block) for one in finds] == [
        (Field.HEADLINE, -1), (Field.BODY, 0), (Field.BODY, 1)
    ]  # fmt: skip
    assert (finds[1].before, finds[1].old, finds[1].new, finds[1].after) == (
        "Im ",
        "Hafen",
        "Kai",
        " liegt Eis.",
    )


def test_a_search_stays_inside_its_scope():
    scope = Scope(Field.BODY, (0, 5), (1, 9))
    assert [one.places[0].block for one in search(strands(STORY), Pattern(Sought("Hafen")), scope)] == [1]


def test_one_deadline_holds_for_all_texts():
    story = Article.new(body=paragraphs(["x" * 4000] * 50))
    with pytest.raises(WrongValue, match="too long"):
        list(search(strands(story), Pattern(Sought("(x+x+)+y", expression=True)), until=monotonic() + 0.2))
