from dataclasses import replace

import pytest

from newsroom.domain.card import Genre, Section
from newsroom.domain.errors import NotFound
from newsroom.domain.person import Person, Role
from newsroom.library.catalogue import PALETTE
from newsroom.settings import House


def test_a_story_s_section_joins_the_catalogue_with_a_colour(library, anna, story):
    for name in ("Welt", "Sport", "Welt", ""):
        library.stories.save(story(section=name), anna)
    assert [(section.name, section.colour) for section in library.house.sections()] == [
        ("Welt", PALETTE[0]), ("Sport", PALETTE[1]),
    ]  # fmt: skip


def test_a_section_is_changed_by_its_name_or_number(library):
    kept = library.house.put_section(Section("Welt", "#112233"))
    library.house.put_section(Section("Welt", "#445566"))
    library.house.put_section(replace(kept, colour="#778899", retired=True))
    assert [(section.colour, section.retired) for section in library.house.sections()] == [("#778899", True)]


def test_a_new_library_knows_the_usual_genres(library):
    genres = {genre.key: genre for genre in library.house.genres()}
    assert not genres["news"].wants_lead
    assert not genres["box"].wants_lead
    assert genres["report"].wants_lead
    library.house.put_genre(Genre("report", "Bericht", wants_lead=False))
    assert not next(genre for genre in library.house.genres() if genre.key == "report").wants_lead


def test_people_are_known_by_name_in_any_case(library):
    kept = library.house.put_person(Person("Änne Berg", Role.EDITOR, "äb"))
    assert kept.id
    assert library.house.person(" änne berg ") == kept
    library.house.put_person(Person("änne Berg", Role.CHIEF))
    assert [person.role for person in library.house.people()] == [Role.CHIEF]
    assert library.house.person("niemand") is None
    with pytest.raises(NotFound):
        library.house.put_person(Person("Weg", id=99))


def test_settings_of_the_house_are_kept(library):
    wanted = replace(House(), name="Bote", standing_heads=("Wetter",), house_words=(("a", "b", "c"),))
    before = library.seq()
    changes = library.house.set_settings(wanted)
    assert library.house.settings() == wanted
    assert changes.seq == library.seq() > before


def test_settings_this_program_does_not_know_are_passed_over(library):
    with library._store.writing() as connection:
        connection.exec_driver_sql(
            'UPDATE fact SET value = \'{"later": 1, "name": "Bote"}\' WHERE name = \'house\''
        )
    assert library.house.settings() == House(name="Bote")


def test_keywords_in_use_are_offered_the_most_used_first(library, anna, story):
    library.stories.save(story(keywords=("Öl", "Ölpreis")), anna)
    saved = library.stories.save(story(keywords=("Ölpreis", "Bahn")), anna).article
    assert library.house.keywords("oel") == ("Ölpreis", "Öl")
    library.stories.save(replace(saved, keywords=()), anna)
    assert library.house.keywords() == ("Öl", "Ölpreis")
    assert library.house.keywords("öl", limit=1) == ("Öl",)
