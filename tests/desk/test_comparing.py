"""Two versions of a story beside each other."""

from __future__ import annotations

from dataclasses import replace

from newsroom.desk.comparing import compared
from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs

STORY = Article.new(headline="Der Hafen", section="Region", body=paragraphs(["Eins.", "Zwei."]))


def test_fields_that_hold_something_stand_beside_each_other():
    other = replace(STORY, headline="Der alte Hafen", teaser="Neu", body=paragraphs(["Eins.", "Drei."]))
    fields = {field.title: field for field in compared(STORY, other)}
    assert list(fields) == ["Headline", "Text", "Teaser", "Section"]
    assert [name for name, field in fields.items() if not field.same] == ["Headline", "Text", "Teaser"]
    assert [row.same for row in fields["Text"].rows] == [True, False]


def test_a_story_beside_itself_has_no_difference():
    assert all(field.same for field in compared(STORY, STORY))
