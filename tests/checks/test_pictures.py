from dataclasses import replace

import pytest

from newsroom.checks import Context
from newsroom.domain.body import Paragraph, Picture, body
from newsroom.domain.crop import Crop
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.settings import House
from newsroom.translation import tell

WHOLE = Picture(
    "a" * 64, text("Der Hafen am Morgen."), "Foto: Kern", "Ina Kern", "Schiffe am Kai", "hafen.jpg"
)


def story(*pictures):
    return body(Paragraph(text("Text.")), *pictures)


@pytest.mark.parametrize("rule", ["picture-credit", "picture-alt", "picture-caption", "picture-resolution"])
def test_a_picture_with_everything_is_left_alone(judge, rule):
    assert not judge(rule, body=story(WHOLE))


@pytest.mark.parametrize(
    ("rule", "lacking"),
    [
        ("picture-credit", {"credit": " "}),
        ("picture-alt", {"alternative": ""}),
        ("picture-caption", {"caption": ()}),
    ],
)
def test_what_a_picture_lacks_is_found_with_its_name_and_place(judge, rule, lacking):
    (finding,) = judge(rule, body=story(WHOLE, replace(WHOLE, **lacking)))
    assert finding.place.block == 2
    assert "hafen.jpg" in tell(finding.message)


def test_a_caption_that_is_deleted_with_tracking_is_missing(judge):
    gone = (Run("Der Hafen", frozenset({Mark(MarkKind.DELETED, "c1")})),)
    assert judge("picture-caption", body=story(replace(WHOLE, caption=gone)))


def test_a_picture_without_any_name_is_counted(judge):
    (_, second) = judge("picture-credit", body=story(Picture("a"), Picture("b")))
    assert "“2”" in tell(second.message)


def sized(context: Context, *size: int) -> Context:
    house = House(picture_dpi=254, picture_print_width=100)
    return replace(context, picture_sizes={WHOLE.asset: size}, house=house)


def test_too_few_pixels_for_print_are_found(judge, context):
    (finding,) = judge("picture-resolution", sized(context, 999, 2_000), body=story(WHOLE))
    assert "999 pixels wide; print wants 1000" in tell(finding.message)


def test_enough_pixels_and_unknown_ones_are_no_finding(judge, context):
    assert not judge("picture-resolution", sized(context, 1_000, 10), body=story(WHOLE))
    assert not judge("picture-resolution", body=story(WHOLE))


def test_only_what_is_shown_of_a_picture_counts(judge, context):
    half = replace(WHOLE, crop=Crop(0, 0, 5_000, 10_000))
    assert judge("picture-resolution", sized(context, 1_900, 900), body=story(half))
    assert not judge("picture-resolution", sized(context, 2_000, 900), body=story(half))
