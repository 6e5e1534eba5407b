from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.crop import SCALE, WHOLE, Crop, settled, shaped
from tests.strategies import crops

sides = st.integers(1, 12_000)


@given(st.builds(Crop, *[st.integers(-2 * SCALE, 2 * SCALE)] * 4))
def test_a_settled_rectangle_lies_inside_the_picture(crop):
    kept = settled(crop)
    assert kept.left >= 0
    assert kept.top >= 0
    assert 1 <= kept.width <= SCALE - kept.left
    assert 1 <= kept.height <= SCALE - kept.top
    assert settled(kept) == kept


@given(crops(), sides, sides)
def test_at_least_one_pixel_of_the_picture_is_shown_and_none_beside_it(crop, width, height):
    left, top, right, bottom = crop.box(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height


@given(sides, sides)
def test_the_whole_picture_is_every_pixel(width, height):
    assert WHOLE.size(width, height) == (width, height)


def test_a_shape_is_cut_around_the_middle():
    crop = shaped(WHOLE, 1.0, 3000, 2000)
    assert crop.size(3000, 2000) == (2000, 2000)
    assert (crop.left, crop.top) == (1667, 0)


@given(crops(), st.sampled_from((1.0, 1.5, 16 / 9, 0.8)), sides, sides)
def test_a_shape_stays_inside_what_was_shown(crop, ratio, width, height):
    cut = shaped(crop, ratio, width, height)
    assert cut.width <= crop.width + 1
    assert cut.height <= crop.height + 1
    assert settled(cut) == cut
