from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from newsroom import resources
from newsroom.formats import writable

ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")


@pytest.mark.long
def test_a_list_is_newest_first_and_says_whether_there_is_more(ask, wire):
    for number in range(3):
        ask(
            "import",
            wire(f"Meldung Nummer {number} aus dem Hafen", f"{number}.txt", section=f"S{number % 2}"),
        )
    everything = ask("list")[1]
    assert len(everything["hits"]) == 3
    assert not everything["more"]
    assert set(everything["hits"][0]) >= {"id", "headline", "snippet", "section", "publish_time", "state"}
    short = ask("list", "--limit", "2")[1]
    assert (len(short["hits"]), short["more"]) == (2, True)
    assert [hit["section"] for hit in ask("list", "--section", "S1")[1]["hits"]] == ["S1"]
    assert ask("list", "--state", "published")[1]["hits"] == []
    assert len(ask("list", "--language", "de", "--state", "draft")[1]["hits"]) == 3


def test_a_day_as_an_end_is_in_the_list(ask, story):
    assert [
        hit["id"] for hit in ask("list", "--since", "19.11.2026", "--until", "19.11.2026")[1]["hits"]
    ] == [story]
    assert ask("list", "--until", "18.11.2026")[1]["hits"] == []
    assert ask("list", "--since", "2026-11-20")[1]["hits"] == []


def test_a_search_takes_any_input_as_words(ask, story):
    (hit,) = ask("search", "gemeinderat")[1]["hits"]
    assert hit["id"] == story
    assert "Gemeinderat" in hit["snippet"]
    assert ISO.fullmatch(hit["publish_time"])
    for words in ('" AND (', "'", "*", "NEAR(", ""):
        assert ask("search", words)[0] == 0


def test_a_word_behind_a_dash_is_left_out_of_a_search(ask, story):
    assert ask("search", "gemeinderat", "-kran")[1]["hits"] == []
    assert len(ask("search", "gemeinderat", "-banane")[1]["hits"]) == 1


def test_show_gives_every_field_and_the_text_in_blocks(ask, story):
    shown = ask("show", story)[1]
    wanted = (
        "id uid kicker headline subheadline lead body genre section publish_time embargo language state "
        "keywords words characters lines"
    )
    assert set(wanted.split()) <= set(shown)
    assert shown["publish_time"] == "2026-11-19T11:25:00+01:00"
    assert shown["body"][0]["type"] == "paragraph"
    assert shown["body"][0]["text"].startswith("Der Gemeinderat")
    assert shown["words"] > 20


def test_a_story_that_is_not_there_is_told(call):
    code, out, err = call("show", "77")
    assert (code, out) == (3, "")
    assert err.count("\n") == 1
    code, out, _err = call("show", "77", "--json")
    assert json.loads(out)["error"]["kind"] == "not-found"


def test_set_changes_fields_and_reads_the_body_from_a_file(ask, story, tmp_path):
    (tmp_path / "neu.md").write_text("Neuer Text.\n\n## Zwischentitel\n\nEnde.", encoding="utf-8")
    code, answer = ask(
        "set",
        story,
        "headline=Der Hafen wächst",
        "keywords=Hafen, Kran",
        "publish_time=20.11.2026 05:00",
        f"body=@{tmp_path / 'neu.md'}",
    )
    assert code == 0
    assert (answer["headline"], answer["keywords"], answer["version"]) == (
        "Der Hafen wächst",
        ["Hafen", "Kran"],
        2,
    )
    assert [block["text"] for block in answer["body"]] == ["Neuer Text.", "Zwischentitel", "Ende."]
    assert ask("show", story)[1] == answer


def test_set_refuses_what_does_not_fit_and_changes_nothing(call, ask, story):
    before = ask("show", story)[1]
    code, _out, err = call("set", story, "headline=Neu", "embargo=irgendwann vielleicht")
    assert code == 2
    assert err.count("\n") == 1
    assert ask("show", story)[1] == before


def test_lookalikes_say_why(ask, story):
    (match,) = ask("lookalikes", "Der Hafen von Wendelsbrück bleibt vorerst ohne Kran")[1]["matches"]
    assert (match["id"], match["kind"]) == (story, "equal")
    assert set(match) == {"id", "headline", "score", "kind", "text", "share", "shared", "draft_of"}
    assert ask("lookalikes", "--id", story)[1]["matches"] == []


def test_check_gives_findings_with_their_places(ask, story):
    ask("set", story, "body=Der Hafen ist ist zu.")
    (checked,) = ask("check", story)[1]["stories"]
    (found,) = [one for one in checked["findings"] if one["rule"] == "doubled-word"]
    assert set(found) == {"rule", "severity", "message", "field", "block", "start", "end", "like"}
    assert (found["field"], found["block"]) == ("body", 0)
    assert ask("check", "--all")[1]["stories"] == [checked]


@pytest.mark.parametrize("form", [form.name for form in writable()])
def test_a_story_leaves_in_every_format(ask, story, tmp_path, form):
    code, answer = ask("export", story, "--to", form, "--out", tmp_path / "out")
    assert code == 0
    (path,) = answer["written"]
    assert (tmp_path / "out").joinpath(path).stat().st_size


def test_an_embargo_forbids_an_export_for_readers(call, ask, story, tmp_path):
    ask("set", story, "embargo=01.01.2090 06:00")
    code, out, err = call("export", story, "--to", "html", "--out", tmp_path / "out")
    assert (code, out) == (5, "")
    assert "2090" in err
    assert not list(tmp_path.glob("out/*"))
    code, out, _err = call("export", story, "--to", "html", "--json")
    assert json.loads(out)["error"]["kind"] == "embargoed"
    assert call("export", story, "--to", "pdf", "--out", tmp_path / "proof")[0] == 0


def test_names_follow_the_pattern(ask, story, tmp_path):
    answer = ask("export", story, "--to", "wire", "--out", tmp_path / "out", "--name", "{id}-{state}")[1]
    assert answer["written"] == [str(tmp_path / "out" / f"{story}-draft.txt")]


def test_people_are_added_and_listed_and_the_four_eyes_rule_begins(ask, call):
    ask("people", "add", "Malin Torbeck", "--role", "journalist")
    code, _out, err = call("people", "add", "Jelto Wiarda", "--role", "editor", "--role", "chief")
    assert code == 0
    assert "four-eyes" in err
    people = ask("people", "list")[1]["people"]
    assert [(one["name"], one["role"]) for one in people] == [
        ("Jelto Wiarda", "chief"),
        ("Malin Torbeck", "journalist"),
    ]


def test_a_story_is_approved_by_a_colleague_alone(ask, call, story):
    for name, role in (
        ("Malin Torbeck", "journalist"),
        ("Jelto Wiarda", "editor"),
        ("Ragna Hollmann", "chief"),
    ):
        call("people", "add", name, "--role", role)
    assert call("--as", "Malin Torbeck", "submit", story)[0] == 0
    assert call("approve", story, "--as", "Malin Torbeck")[0] == 5
    assert ask("approve", story, "--as", "Jelto Wiarda")[1]["stories"][0]["state"] == "approved"
    assert call("approve", story, "--as", "Nobody")[0] == 2


def test_the_trash_gives_back(ask, story):
    assert ask("trash", story)[1]["stories"][0]["trashed"]
    assert ask("list")[1]["hits"] == []
    assert [hit["id"] for hit in ask("list", "--trash")[1]["hits"]] == [story]
    assert not ask("restore", story)[1]["stories"][0]["trashed"]


def test_settings_of_the_house_are_shown_and_changed(ask, call):
    assert ask("settings", "list")[1]["settings"]["zone"] == "Europe/Berlin"
    changed = ask(
        "settings",
        "set",
        "zone=Europe/London",
        "characters_per_line=40",
        "four-eyes=yes",
        "standing_heads=Wetter, Lotto",
    )
    settings = changed[1]["settings"]
    assert (settings["zone"], settings["characters_per_line"], settings["four_eyes"]) == (
        "Europe/London",
        40,
        True,
    )
    for wrong in ("zone=Mars/Base", "characters_per_line=1000", "four_eyes=perhaps", "nonsense=1"):
        assert call("settings", "set", wrong)[0] == 2


def test_a_template_of_the_house_is_set_by_its_file(ask, call):
    template = resources.find("templates", "docx", "story.docx")
    kept = ask("settings", "set", "docx_template", template, "four_eyes=yes")[1]["settings"]
    assert len(kept["docx_template"]) == 64
    assert kept["four_eyes"]
    assert call("settings", "set", "docx_template", "nothing.docx")[0] != 0
    assert call("settings", "set", "docx_template")[0] == 2
    assert ask("settings", "set", "docx_template=")[1]["settings"]["docx_template"] == ""


@pytest.mark.parametrize("place", ["before", "after"])
def test_common_options_stand_before_or_after_the_command(call, story, tmp_path, place):
    options = ["--library", tmp_path / "library.newsroom", "--lang", "en", "--json"]
    words = [*options, "list"] if place == "before" else ["list", *options]
    code, out, _err = call(*words)
    assert code == 0
    assert json.loads(out)["hits"][0]["id"] == story


@pytest.mark.long
def test_two_who_set_fields_at_once_lose_nothing(ask, story):
    fields = ("kicker=Hafen", "subheadline=Kein Kran", "source=ona", "sign_off=mto")
    words = [sys.executable, "-m", "newsroom", "set", str(story)]
    running = [subprocess.Popen([*words, field], stdout=subprocess.DEVNULL) for field in fields]
    assert [process.wait() for process in running] == [0] * len(fields)
    shown = ask("show", story)[1]
    assert [f"{name}={shown[name]}" for name in ("kicker", "subheadline", "source", "sign_off")] == list(
        fields
    )


def test_settings_of_ones_own_stand_beside_those_of_the_house(ask, call):
    listed = ask("settings", "list")[1]
    assert listed["personal"]["type_quotes"] is True
    assert (
        ask("settings", "set", "type-quotes=no", "byline_pattern=Von {name}")[1]["personal"]["type_quotes"]
        is False
    )
    assert ask("settings", "get", "type_quotes")[1] == {"type_quotes": False}
    assert call("settings", "get", "byline-pattern")[1].strip() == "Von {name}"
    assert call("settings", "get", "nothing")[0] != 0
    table = call("settings", "list")[1]
    assert "Your own" in table
    assert "type_quotes" in table


def test_only_a_duty_editor_sets_what_holds_for_all(ask, call):
    call("people", "add", "Imke Sanders")
    call("people", "add", "Ragna Hollmann", "--role", "chief")
    code, _, told = call("settings", "set", "name=Bote", "--as", "Imke Sanders")
    assert code != 0
    assert "duty editor" in told
    assert call("settings", "set", "name=Bote", "--as", "Ragna Hollmann")[0] == 0
    assert call("settings", "set", "type-dashes=no", "--as", "Imke Sanders")[0] == 0
