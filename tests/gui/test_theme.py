from __future__ import annotations

from itertools import product

import pytest

from newsroom.domain.workflow import State
from newsroom.gui.theme.sheet import sheet
from newsroom.gui.theme.tokens import CONTRAST, DARK, LIGHT, Scheme, palette_of

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@PALETTES
def test_words_can_be_read_on_every_ground(palette):
    grounds = (palette.ground, palette.surface, palette.side, palette.raised, palette.hover, palette.card)
    words = (palette.text, palette.muted)
    poor = [pair for pair in product(words, grounds) if contrast(*pair) < 4.5]
    assert poor == []


@PALETTES
def test_placeholders_and_links_can_be_read_where_they_stand(palette):
    pairs = [
        (palette.faint, palette.ground),
        (palette.faint, palette.raised),
        (palette.accent_text, palette.ground),
        (palette.accent_text, palette.surface),
        (palette.accent_text, palette.warn_card),
        (palette.on_accent, palette.accent),
        (palette.on_good, palette.good_ground),
        (palette.on_good, palette.good_hover),
        (palette.bad, palette.surface),
        (palette.text, palette.bad_ground),
        (palette.text, palette.warn_ground),
        (palette.chosen.text, palette.chosen.ground),
        (palette.shared.text, palette.shared.ground),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@PALETTES
def test_the_changes_of_each_author_can_be_read_and_told_apart(palette):
    grounds = (palette.ground, palette.raised)
    assert [pair for pair in product(palette.authors, grounds) if contrast(*pair) < 4.5] == []
    assert len(set(palette.authors)) == len(palette.authors) >= 6


@PALETTES
def test_warnings_can_be_read(palette):
    pairs = [
        (palette.warn, palette.warn_card),
        (palette.warn, palette.ground),
        (palette.warn, palette.card),
        (palette.text, palette.warn_ground),
        (palette.text, palette.note),
        (palette.text, palette.note_lit),
        (palette.accent_text, palette.note),
        (palette.muted, palette.warn_card),
        (palette.text, palette.bad_ground),
        (palette.bad, palette.surface),
        (palette.good, palette.surface),
    ]
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


@PALETTES
@pytest.mark.parametrize("state", State)
def test_every_state_has_a_pill_that_can_be_read(palette, state):
    pair = palette.pills[state]
    assert contrast(pair.text, pair.ground) >= 4.5


@PALETTES
def test_the_style_sheet_has_no_gap_left(palette):
    assert "$" not in sheet(palette)


def test_the_look_follows_the_system_only_when_asked_to():
    assert palette_of(Scheme.SYSTEM, system_dark=True) is DARK
    assert palette_of(Scheme.SYSTEM, system_dark=False) is LIGHT
    assert palette_of(Scheme.LIGHT, system_dark=True) is LIGHT


@PALETTES
def test_a_field_that_cannot_be_changed_is_read_and_looks_it(palette):
    assert contrast(palette.off_words, palette.off_ground) >= 4.5
    assert palette.off_ground != palette.raised or "dashed" in palette.off_border


@PALETTES
def test_how_far_an_order_is_filled_is_seen(palette):
    bars = (palette.bar, palette.bar_short, palette.bar_over)
    assert len(set(bars)) == 3
    assert [bar for bar in bars if contrast(bar, palette.surface) < 3] == []
