from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.card import StoryCard
from newsroom.gui.calendar.blocks import HEIGHT, TALL, Spot, arranged

HOUR = 56
SPOTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 24 * HOUR)), max_size=60).map(
    lambda places: [
        Spot(StoryCard(number, str(number), 1, "x"), day, top) for number, (day, top) in enumerate(places)
    ]
)


def test_stories_of_one_hour_stand_side_by_side():
    spots = [Spot(StoryCard(number, "u", 1, "x"), 0, 100 + number) for number in range(3)]
    blocks, more = arranged(spots, 4, HOUR)
    assert [(block.lane, block.lanes) for block in blocks] == [(0, 3), (1, 3), (2, 3)]
    assert not more


def test_a_story_that_is_alone_for_a_while_is_tall():
    spots = [Spot(StoryCard(number, "u", 1, "x"), 0, top) for number, top in enumerate((0, 30, 100))]
    blocks, _more = arranged(spots, 2, HOUR)
    assert [block.height for block in blocks] == [HEIGHT, TALL, TALL]


@given(SPOTS, st.integers(1, 5))
def test_every_story_is_there_once_and_none_covers_another(spots, most):
    blocks, more = arranged(spots, most, HOUR)
    shown = [block.spot.card.id for block in blocks]
    hidden = [card.id for one in more for card in one.cards]
    assert sorted(shown + hidden) == [spot.card.id for spot in spots]
    assert all(block.lane < block.lanes <= most for block in blocks)
    by_lane = {}
    for block in sorted(blocks, key=lambda block: block.spot.top):
        before = by_lane.get((block.spot.day, block.lane))
        assert (
            before is None or before.spot.top + before.height <= block.spot.top or before.lanes != block.lanes
        )
        by_lane[block.spot.day, block.lane] = block
