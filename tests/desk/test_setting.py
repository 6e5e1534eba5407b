from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newsroom.desk.setting import settable
from newsroom.domain.article import AUTO, Byline, OrderedLength, Priority, Unit
from newsroom.domain.body import plain_text
from newsroom.domain.errors import WrongValue
from newsroom.domain.inline import plain


def set_to(desk, **values):
    return desk.writing.set_fields(desk.writing.new(headline="Hafen"), values)


def test_a_line_is_kept_without_superfluous_spaces(desk):
    assert set_to(desk, headline="  Der   Hafen\tbleibt ").headline == "Der Hafen bleibt"


def test_lists_are_parted_by_commas_and_hold_each_entry_once(desk):
    assert set_to(desk, keywords="Hafen, Rat,, Hafen ;Geld").keywords == ("Hafen", "Rat", "Geld")


def test_an_author_may_have_a_role(desk):
    authors = set_to(desk, authors="Malin Torbeck, Jonte Sievers (Fotos)").authors
    assert authors == (Byline("Malin Torbeck"), Byline("Jonte Sievers", "Fotos"))


@pytest.mark.parametrize(
    ("typed", "length"),
    [
        ("42 lines", OrderedLength(42)),
        ("42 Zeilen", OrderedLength(42)),
        ("42", OrderedLength(42)),
        ("2.000 Zeichen", OrderedLength(2000, Unit.CHARACTERS)),
        ("2,000 characters", OrderedLength(2000, Unit.CHARACTERS)),
        ("300 words", OrderedLength(300, Unit.WORDS)),
        ("", None),
    ],
)
def test_an_ordered_length_is_read_in_both_languages(desk, typed, length):
    assert set_to(desk, ordered_length=typed).ordered_length == length


@pytest.mark.parametrize(
    "typed", ["27.03.2025 11:25", "27. März 2025 11.25 Uhr", "2025-03-27 11:25", "27 March 2025 11:25"]
)
def test_a_time_is_read_in_the_newsrooms_zone(desk, typed):
    assert set_to(desk, publish_time=typed).publish_time == datetime(
        2025, 3, 27, 11, 25, tzinfo=ZoneInfo("Europe/Berlin")
    )


def test_setting_the_embargo_ends_the_line_that_could_not_be_read(desk):
    story = desk.writing.new(headline="Hafen", embargo_line="Sperrfrist irgendwann")
    assert desk.writing.set_fields(story, {"embargo": ""}).embargo_line == ""
    told = desk.writing.set_fields(story, {"embargo": "01.12.2026 06:00"})
    assert told.embargo_line == ""
    assert told.embargo == datetime(2026, 12, 1, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(("typed", "tag"), [("DE_at", "de-AT"), ("en", "en"), ("", AUTO), ("AUTO", AUTO)])
def test_a_language_becomes_its_tag(desk, typed, tag):
    assert set_to(desk, language=typed).language == tag


def test_a_priority_is_told_by_number_or_by_name(desk):
    assert set_to(desk, priority="1").priority is Priority.FLASH
    assert set_to(desk, priority="urgent").priority is Priority.URGENT


def test_a_genre_is_told_by_key_or_by_name(desk):
    genre = desk.library.house.genres()[0]
    assert set_to(desk, genre=genre.key.upper()).genre == genre.key
    assert set_to(desk, genre=genre.name).genre == genre.key


def test_paragraphs_of_the_body_are_parted_by_empty_lines(desk):
    story = set_to(desk, body="Erster Absatz.\n\nZweiter Absatz.", lead="Der Vorspann.")
    assert plain_text(story.body) == "Erster Absatz.\n\nZweiter Absatz."
    assert plain(story.lead) == "Der Vorspann."


def test_the_body_is_read_from_a_file_in_any_format(desk, tmp_path):
    (tmp_path / "text.md").write_text("Ein *Absatz*.\n\n## Zwischentitel\n\nNoch einer.", encoding="utf-8")
    story = set_to(desk, body=f"@{tmp_path / 'text.md'}")
    assert plain_text(story.body) == "Ein Absatz.\n\nZwischentitel\n\nNoch einer."


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("nonsense", "x"),
        ("state", "published"),
        ("headline", "x" * 501),
        ("publish_time", "irgendwann einmal vielleicht"),
        ("ordered_length", "viel"),
        ("ordered_length", "0 lines"),
        ("ordered_length", "12 Ellen"),
        ("language", "deutsch und englisch"),
        ("genre", "roman"),
        ("priority", "9"),
        ("ai_use", "maybe"),
        ("body", "@/nowhere/at/all.txt"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_one_sentence(desk, field, typed):
    with pytest.raises(WrongValue) as refused:
        set_to(desk, **{field: typed})
    assert "\n" not in str(refused.value)
    assert str(refused.value).endswith(".")


def test_every_field_that_can_be_set_can_be_emptied_or_says_why_not(desk):
    for field in settable():
        if field == "ai_use":
            continue
        assert set_to(desk, **{field: ""}).headline in {"Hafen", ""}


def test_an_embargo_in_the_past_is_a_slip(desk):
    story = desk.writing.new(headline="Hafen")
    with pytest.raises(WrongValue, match="is over already"):
        desk.writing.set_fields(story, {"embargo": "01.12.2019 06:00"})
