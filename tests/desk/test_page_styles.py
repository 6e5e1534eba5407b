from __future__ import annotations

import pytest

from newsroom.domain.errors import NotAllowed, Refused
from newsroom.domain.style_map import StyleKind, StyleMap


def test_names_are_kept_for_the_house_and_used_by_every_file(desk):
    changes = desk.page_styles.put({"headline": "H1", "lead": "Vorspann"})
    assert changes
    assert desk.house.indesign_styles == (("headline", "H1"),)
    story = desk.writing.save(desk.writing.new(headline="Der Hafen")).article
    assert b'AppliedParagraphStyle="ParagraphStyle/H1"' in desk.output.bytes(story, "icml").data


def test_a_table_goes_out_and_comes_back(desk, tmp_path):
    place = tmp_path / "stile.csv"
    desk.page_styles.write(place, StyleMap({"quote": "Zitat groß"}))
    assert desk.page_styles.read(place).names["quote"] == "Zitat groß"


def test_names_are_read_from_a_file_of_the_house(desk, tmp_path):
    place = tmp_path / "seite.icml"
    story = desk.writing.save(desk.writing.new(headline="Der Hafen")).article
    place.write_bytes(desk.output.bytes(story, "icml").data)
    assert desk.page_styles.names_in(place).has(StyleKind.PARAGRAPH, "Überschrift")


def test_a_file_that_is_not_there_is_refused(desk, tmp_path):
    for way in (desk.page_styles.names_in, desk.page_styles.read):
        with pytest.raises(Refused):
            way(tmp_path / "weg.idml")


def test_only_who_may_set_the_house_keeps_names(newsroom):
    with pytest.raises(NotAllowed):
        newsroom.page_styles.put({"headline": "H1"})
