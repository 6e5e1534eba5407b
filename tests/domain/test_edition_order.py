"""Putting the lines of an edition into another order loses none and doubles none."""

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.edition import Part
from newsroom.domain.edition_order import end_of_page, inserted, moved, removed, stepped, with_pages

PAGES = tuple(
    Part(name, page=name.isupper()) if name.isupper() else Part(uid=name)
    for name in ("A", "a", "b", "B", "c", "C")
)


def names(parts):
    return "".join(part.title or part.uid for part in parts)


def test_a_page_takes_its_stories_along():
    assert with_pages(PAGES, [0]) == (0, 1, 2)
    assert names(moved(PAGES, [0], 6)[0]) == "BcCAab"
    assert names(moved(PAGES, [3], 0)[0]) == "BcAabC"


def test_a_story_goes_alone():
    assert names(moved(PAGES, [4], 1)[0]) == "AcabBC"
    assert moved(PAGES, [1], 3)[1] == 2


def test_steps_go_past_a_story_or_a_whole_page():
    assert names(stepped(PAGES, [2], -1)[0]) == "AbaBcC"
    assert names(stepped(PAGES, [2], 1)[0]) == "AaBbcC"
    assert names(stepped(PAGES, [3], -1)[0]) == "BcAabC"
    assert names(stepped(PAGES, [0], 1)[0]) == "BcAabC"
    assert names(stepped(PAGES, [0], -1)[0]) == names(PAGES)
    assert names(stepped(PAGES, [5], 1)[0]) == names(PAGES)


def test_a_page_that_goes_leaves_its_stories():
    assert names(removed(PAGES, [0])) == "abBcC"


def test_no_story_is_held_twice():
    parts = inserted(
        PAGES, [Part(uid="a"), Part(uid="x"), Part(uid="x"), Part("t", topic=5), Part("t", topic=5)]
    )
    assert names(parts) == "AabBcCxt"


def test_the_end_of_a_page_is_before_the_next():
    assert [end_of_page(PAGES, title) for title in ("a", "B", "C", "D")] == [3, 5, 6, None]


@given(
    st.lists(st.booleans(), max_size=12),
    st.sets(st.integers(0, 14), max_size=6),
    st.integers(-2, 16),
    st.sampled_from([-1, 1]),
)
def test_nothing_is_lost_on_the_way(pages, places, to, step):
    parts = tuple(Part(str(number), page=page) for number, page in enumerate(pages))
    within = {place for place in places if place < len(parts)}
    for found in (moved(parts, places, to)[0], stepped(parts, within, step)[0]):
        assert sorted(part.title for part in found) == sorted(part.title for part in parts)
