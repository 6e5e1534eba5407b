import json

import pytest

from newsroom.domain.print_profile import (
    Page,
    PrintProfile,
    from_file,
    named,
    of_house,
    proper,
    read_profiles,
    to_file,
    write_profiles,
)
from newsroom.settings import House

PAGE = PrintProfile(
    name="Lokales",
    page=Page.RHENISH,
    columns=6,
    gutter=4,
    face="Source Sans Pro",
    size=8.6,
    leading=10,
    tracking=-5,
    justified=False,
    indent=0.5,
    widths=((" ", 230), ("a", 505)),
)


def test_a_profile_comes_back_from_the_settings_and_from_a_file():
    assert read_profiles(write_profiles([PAGE])) == (PAGE,)
    assert from_file(to_file([PAGE, PrintProfile(name="Zweites")])) == (PAGE, PrintProfile(name="Zweites"))


def test_a_house_without_profiles_prints_as_its_former_settings_say():
    (first,) = of_house(House(print_column=62, print_type="Source Sans Pro", print_size=88))
    assert (first.column_width, first.face, first.size) == (62, "Source Sans Pro", 8.8)
    assert first.characters == House().characters_per_line


def test_a_profile_is_found_by_name_and_the_first_one_stands_in():
    house = House(print_profiles=write_profiles([PAGE, PrintProfile(name="Magazin")]))
    assert named(house, "Magazin").name == "Magazin"
    assert named(house, "").name == "Lokales"
    assert named(house, "gone").name == "Lokales"


def test_columns_share_the_page_between_the_margins():
    assert PrintProfile(name="x", columns=3, gutter=5, left=15, right=15).column_width == pytest.approx(
        170 / 3
    )
    assert PrintProfile(name="x", columns=3, column=80).columns_that_fit == 2
    assert PrintProfile(name="x", columns=3).columns_that_fit == 3


def test_numbers_out_of_bounds_are_brought_back_and_columns_never_vanish():
    wild = proper(PrintProfile(name="  a  b ", columns=40, size=900, left=500, right=500, characters=-1))
    assert (wild.name, wild.size, wild.characters) == ("a b", 24, 0)
    assert wild.column_width >= 15
    with pytest.raises(ValueError, match="size"):
        proper(PrintProfile(name="x", size=float("nan")))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"form": "other", "version": 1, "profiles": []}',
        '{"form": "newsroom-print-profiles", "version": 99, "profiles": []}',
        '{"form": "newsroom-print-profiles", "version": 1, "profiles": [{"name": "x", "size": "wide"}]}',
        '{"form": "newsroom-print-profiles", "version": 1, "profiles": [1]}',
        "[" * 100_000,
    ],
)
def test_a_file_that_holds_no_profiles_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - whatever is wrong, it is one fault to the reader
        from_file(text)


def test_a_damaged_profile_is_left_out_and_a_newer_one_read_as_far_as_it_is_known():
    stored = (("broken", "{"), ("newer", json.dumps({"columns": 2, "colour": "red"})))
    assert [(one.name, one.columns) for one in read_profiles(stored)] == [("newer", 2)]
