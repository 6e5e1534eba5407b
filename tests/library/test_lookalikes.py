from datetime import timedelta

import pytest

from newsroom.domain.article import LinkKind, StoryLink
from newsroom.domain.lookalike import LikenessKind


def ids(matches):
    return [match.id for match in matches]


@pytest.fixture
def filled(library, anna, story):
    heads = (
        "Bürgermeister eröffnet neue Brücke über die Elbe",
        "Feuerwehr rettet Katze vom Kirchturm in Altona",
        "Das Wetter",
    )
    library.stories.add_many(
        [(story(head, day=number * 7), "") for number, head in enumerate(heads, 1)], anna
    )
    return library


@pytest.mark.parametrize(
    "headline",
    [
        "Bürgermeister eröffnet neue Brücke über die Elbe",
        "Buergermeister eröffnet neue Brücke über die Elbe!",
        "Neue Brücke über die Elbe eröffnet Bürgermeister",
        "Bürgermiester eröffnet neue Brücke über die Elbe",
        "Bürgermeister eröffnet die neue Brücke über die Elbe heute",
    ],
)
def test_a_like_headline_is_found(filled, headline):
    assert ids(filled.doubles.headlines(headline, threshold=70)) == [1]


def test_a_match_says_how_it_is_alike(filled):
    match = filled.doubles.headlines("Buergermeister eröffnet neue Brücke über die Elbe")[0]
    assert (match.kind, match.score) == (LikenessKind.EQUAL, 100.0)
    assert "Brücke" in match.shared
    assert match.time == filled.stories.article(1).publish_time


@pytest.mark.parametrize("headline", ["Neue Schule in Altona", "", "!!!", "die der das"])
def test_another_headline_is_not(filled, headline):
    assert filled.doubles.headlines(headline) == ()


def test_a_story_is_not_like_itself(filled):
    headline = filled.stories.article(1).headline
    assert filled.doubles.headlines(headline, exclude=1) == ()


def test_the_window_of_days_bounds_what_is_merely_like(filled):
    headline, time = (
        "Bürgermeister eröffnet marode Brücke über die Elbe",
        filled.stories.article(1).publish_time,
    )
    near = time + timedelta(days=3)
    assert ids(filled.doubles.headlines(headline, near=near, days=3)) == [1]
    assert filled.doubles.headlines(headline, near=near + timedelta(minutes=2), days=3) == ()


def test_what_is_equal_or_very_like_is_found_however_old_it_is(filled):
    headline, years = (
        filled.stories.article(1).headline,
        filled.stories.article(1).publish_time + timedelta(days=1000),
    )
    for asked in (headline, f"{headline} heute"):
        assert ids(filled.doubles.headlines(asked, near=years, days=3)) == [1]


def test_standing_heads_are_silent(filled):
    assert ids(filled.doubles.headlines("Das Wetter")) == [3]
    assert filled.doubles.headlines("Das Wetter", standing_heads=("das wetter",)) == ()


@pytest.mark.parametrize("kind", [LinkKind.NOT_A_DUPLICATE_OF, LinkKind.UPDATE_OF])
def test_linked_stories_are_silent_in_both_directions(filled, anna, story, kind):
    first = filled.stories.article(1)
    twin = filled.stories.save(story(first.headline, links=(StoryLink(kind, first.uid),)), anna).article
    assert filled.doubles.headlines(first.headline, exclude=twin.id) == ()
    assert filled.doubles.headlines(first.headline, exclude=1) == ()
    assert len(filled.doubles.headlines(first.headline)) == 2


def test_the_most_alike_come_first(filled, anna, story):
    filled.stories.save(story("Bürgermeister eröffnet neue Brücke über Elbe und Alster", day=28), anna)
    matches = filled.doubles.headlines("Bürgermeister eröffnet neue Brücke über die Elbe", threshold=50)
    assert matches[0].id == 1
    assert [match.score for match in matches] == sorted((m.score for m in matches), reverse=True)
    assert len(filled.doubles.headlines(matches[0].headline, limit=1)) == 1
