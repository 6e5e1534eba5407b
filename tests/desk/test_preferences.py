import json

import pytest

from newsroom.desk.housekeeping import shown
from newsroom.desk.personal import PersonalFile
from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.person import Role
from newsroom.settings import GROUPS, House, Kind, Personal, described


def test_a_persons_settings_are_kept_in_their_file_and_the_houses_in_the_library(desk):
    desk.preferences.set_typed({"type-quotes": "no", "characters_per_line": "30"})
    assert desk.preferences.personal.type_quotes is False
    assert desk.house.characters_per_line == 30
    assert PersonalFile().read().type_quotes is False


def test_either_all_typed_settings_hold_or_none(desk):
    for values in (
        {"type-quotes": "no", "characters_per_line": "9"},
        {"type-quotes": "no", "nothing": "9"},
        {"type-quotes": "perhaps", "characters_per_line": "30"},
        {"snippet_key": "enter"},
        {"byline_pattern": "Von"},
        {"language": "Deutsch"},
        {"detectable": "de, English"},
        {"my_snippets": "a|b"},
    ):
        with pytest.raises(WrongValue):
            desk.preferences.set_typed(values)
    assert desk.preferences.personal == Personal()
    assert desk.house == House()


def test_only_a_duty_editor_sets_what_holds_for_all(newsroom):
    assert not newsroom.preferences.may_set_house
    with pytest.raises(NotAllowed):
        newsroom.preferences.set_house({"name": "Bote"})
    chief = newsroom.with_person(newsroom.library.house.person("Ragna Hollmann"))
    assert chief.person.role is Role.CHIEF
    chief.preferences.set_house({"name": "Bote"})
    assert newsroom.house.name == "Bote"


def test_entries_may_be_written_without_their_last_parts(desk):
    desk.preferences.set_typed({"house_words": "Handy|Mobiltelefon; Event | Ereignis | zu englisch"})
    assert desk.house.house_words == (
        ("Handy", "Mobiltelefon", "", ""),
        ("Event", "Ereignis", "zu englisch", ""),
    )
    assert shown(desk.house.house_words).startswith("Handy|Mobiltelefon||; ")


def test_a_spoilt_file_reads_as_if_nothing_had_been_set(tmp_path):
    kept = PersonalFile(tmp_path)
    for words in ("", "{", "[]", '{"type_quotes": "no", "snippet_key": 5, "my_snippets": [["a"], 3]}'):
        kept.path.write_text(words, encoding="utf-8")
        assert PersonalFile(tmp_path).read() == Personal()


def test_what_a_newer_program_set_survives(tmp_path):
    kept = PersonalFile(tmp_path)
    kept.path.write_text('{"version": 2, "from_tomorrow": [1], "type_quotes": false}', encoding="utf-8")
    kept.write(kept.read())
    stored = json.loads(kept.path.read_text(encoding="utf-8"))
    assert (stored["from_tomorrow"], stored["type_quotes"]) == ([1], False)


def test_what_another_window_wrote_is_read(tmp_path):
    one, other = PersonalFile(tmp_path), PersonalFile(tmp_path)
    assert one.read().type_dashes
    other.write(Personal(type_dashes=False, my_snippets=(("mfg", "x"),)))
    assert one.read() == Personal(type_dashes=False, my_snippets=(("mfg", "x"),))


@pytest.mark.parametrize("kind", [House, Personal])
def test_every_setting_says_what_it_is(kind):
    for name, known in described(kind).items():
        assert known.title, name
        assert known.group in GROUPS, name
        assert known.kind is not Kind.CHOICE or known.default in known.choices, name
        assert known.kind is not Kind.NUMBER or known.least <= known.default <= known.most, name
