from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.naming import GAPS, file_name
from newsroom.domain.article import Article
from newsroom.domain.errors import WrongValue

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


def name(pattern, **fields):
    story = Article.new(**{"id": 7, "headline": "Der Hafen bleibt", "slug": "hafen", **fields})
    return file_name(story, pattern, ".docx", "Europe/Berlin", NOW)


def test_every_gap_is_filled():
    filled = name("{date} {slug} {section} {id} {headline} {state}", section="Region")
    assert filled == "2026-11-20 hafen region 7 Der Hafen bleibt draft.docx"


def test_the_date_is_that_of_the_publish_time_in_the_newsrooms_zone():
    assert name("{date}", publish_time=datetime(2026, 11, 20, 23, 30, tzinfo=UTC)) == "2026-11-21.docx"


def test_an_unknown_gap_is_refused_with_those_there_are():
    with pytest.raises(WrongValue) as refused:
        name("{title}")
    assert all(gap in str(refused.value) for gap in GAPS)


@given(st.text(max_size=60))
def test_no_headline_makes_a_name_that_leaves_the_folder(headline):
    made = name("{headline}", headline=headline)
    assert made.endswith(".docx")
    assert not set(made) & set('/\\:*?"<>|\0')
    assert made not in {".", ".."}


def test_a_pattern_that_gives_nothing_still_gives_a_name():
    assert name("{section}") == "story-7.docx"
