from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.desk.naming import GAPS, collection_name, file_name
from newsroom.domain.article import Article, Byline
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


@pytest.mark.parametrize(
    ("pattern", "made"),
    [
        ("{section}/{date}-{slug}", "region/2026-11-20-hafen.docx"),
        ("{year}/{month}/{day}/{id}", "2026/11/20/7.docx"),
        ("/{section}//{slug}/", "region/hafen/story-7.docx"),
        ("../../{slug}", "hafen.docx"),
        ("{headline}/{slug}", "Der Hafen bleibt/hafen.docx"),
        ("CON/{slug}", "_CON/hafen.docx"),
        ("{slug} {version} {language} {author}", "hafen 3 de-DE imke-sanders.docx"),
    ],
)
def test_slashes_in_the_pattern_part_folders(pattern, made):
    more = {"version": 3, "language": "de-DE", "authors": (Byline("Imke Sanders"),)}
    assert name(pattern, section="Region", **more) == made


def test_a_slash_in_a_headline_makes_no_folder():
    assert name("{headline}", headline="CDU/CSU: ../Haushalt") == "CDU-CSU- ..-Haushalt.docx"


@pytest.mark.parametrize("pattern", ["{slug", "slug}", "{{slug}}", "{}", "a/b/c/d/e/f/g/h/i/j/{slug}"])
def test_a_pattern_that_is_wrong_is_refused(pattern):
    with pytest.raises(WrongValue):
        name(pattern)


def test_one_file_for_all_is_named_by_what_the_pattern_says_of_the_time():
    for pattern, made in (
        ("{section}/{date}-{slug}", "2026-11-20.docx"),
        ("woche-{year}", "woche-2026.docx"),
        ("{slug}", "2026-11-20-1300.docx"),
    ):
        assert collection_name(pattern, ".docx", "Europe/Berlin", NOW) == made
