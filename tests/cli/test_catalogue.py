"""``newsroom sections``, ``genres``, ``people`` and ``keywords``."""

from __future__ import annotations

import json

import pytest

from newsroom.desk import open_desk


@pytest.fixture
def filled(tmp_path):
    with open_desk(tmp_path / "library.newsroom") as desk:
        for section, words in (("Sport", ("Öl", "Bahn")), ("Sport", ("öl",)), ("Region", ("Bahnen",))):
            desk.writing.save(desk.writing.new(headline="Der Hafen", section=section, keywords=words))
    return tmp_path / "library.newsroom"


def test_sections_are_listed_with_their_stories(filled, ask):
    assert ask("sections", "list") == (
        0,
        {"sections": [
            {"name": "Sport", "colour": "#3b6ea5", "retired": False, "stories": 2, "open": 2, "in_trash": 0,
             "former": []},
            {"name": "Region", "colour": "#b0563f", "retired": False, "stories": 1, "open": 1, "in_trash": 0,
             "former": []},
        ]},
    )  # fmt: skip


def test_a_section_is_renamed_looked_at_first_and_taken_back(filled, call, ask):
    assert call("sections", "rename", "Sport", "Spiele", "--dry-run")[1] == (
        "Sport → Spiele: 2 stories would change.\n"
    )
    code, answer = ask("sections", "rename", "sport", "Spiele")
    assert answer == {"renamed": {"from": "Sport", "to": "Spiele", "stories": 2, "finished": True}}
    assert call("sections", "undo")[1] == "Spiele → Sport: 2 stories changed.\n"
    assert [one["name"] for one in ask("sections", "list")[1]["sections"]] == ["Sport", "Region"]
    assert code == 0


def test_a_name_that_is_taken_asks_for_a_merge(filled, call, ask):
    code, _, err = call("sections", "rename", "Sport", "Region")
    assert (code, err) == (2, "“Region” is there already. Merge the two instead.\n")
    assert ask("sections", "merge", "Sport", "Region")[1]["renamed"]["stories"] == 2
    assert ask("sections", "list")[1]["sections"][0]["former"] == ["Sport"]


def test_sections_are_added_coloured_ordered_retired_and_deleted(filled, ask):
    ask("sections", "add", "Kultur")
    assert ask("sections", "colour", "Kultur", "#112233")[1]["sections"][0]["colour"] == "#112233"
    names = [one["name"] for one in ask("sections", "order", "Kultur", "Region")[1]["sections"]]
    assert names == ["Kultur", "Region", "Sport"]
    assert ask("sections", "retire", "Kultur")[1]["sections"][0]["retired"]
    assert not ask("sections", "bring-back", "Kultur")[1]["sections"][0]["retired"]
    assert ask("sections", "delete", "Kultur") == (0, {"deleted": "Kultur"})
    assert ask("sections", "delete", "Sport")[0] == 2


def test_keywords_are_listed_and_likely_twins_found(filled, call, ask):
    assert [one["name"] for one in ask("keywords", "list", "bahn")[1]["keywords"]] == ["Bahn", "Bahnen"]
    assert call("keywords", "twins")[1] == "Bahn (1)  Bahnen (1)\nÖl (1)  öl (1)\n"
    assert call("keywords", "merge", "öl", "Öl")[1] == "öl → Öl: 1 story changed.\n"


def test_people_are_renamed_and_retired(filled, call, ask):
    for name, role in (("Ida Quist", "chief"), ("Malin Torbeck", "editor")):
        call("people", "add", name, "--role", role)
    call("--as", "Ida Quist", "people", "rename", "Malin Torbeck", "Malin Hald")
    people = ask("--as", "Malin Torbeck", "people", "list")[1]["people"]
    assert [one["name"] for one in people] == ["Ida Quist", "Malin Hald"]
    call("--as", "Ida Quist", "people", "retire", "Malin Hald")
    assert "Editor, no longer here" in call("--as", "Ida Quist", "people", "list")[1]
    assert call("--as", "Malin Hald", "people", "list")[0] == 5


def test_lists_go_out_and_come_in_as_tables(filled, call, ask, tmp_path):
    table = tmp_path / "sections.csv"
    assert call("sections", "export", table)[1] == "2 names written.\n"
    assert table.read_text("utf-8-sig").splitlines()[1] == "Sport,#3b6ea5,,2"
    table.write_text("Ressort;Farbe;Retired\nsport;#010203;ja\nKultur;;\n", encoding="utf-8")
    found = ask("sections", "import", table)[1]["sections"]
    assert (found[0]["name"], found[0]["colour"], found[0]["retired"]) == ("Sport", "#010203", True)
    table.write_text(json.dumps({"keywords": [{"name": "Hafen"}, "Kran"]}), encoding="utf-8")
    assert [one["name"] for one in ask("keywords", "import", table)[1]["keywords"]] == ["Hafen", "Kran"]


@pytest.mark.parametrize("text", ["[", '{"a": 1}', "", "[[1]]", '"', "name\n\n"])
def test_a_table_of_nothing_brings_nothing(filled, call, text, tmp_path):
    table = tmp_path / "bad.json"
    table.write_text(text, encoding="utf-8")
    assert call("genres", "import", table)[0] in {0, 3}
