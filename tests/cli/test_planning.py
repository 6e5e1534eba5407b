"""The story list, assignments, notices and editions from the command line."""

from __future__ import annotations

import pytest


@pytest.fixture
def house(call, story):
    for name, role in (("Ragna Hollmann", "chief"), ("Jelto Wiarda", "journalist")):
        assert call("people", "add", name, "--role", role, "--sign-off", name[:2].lower())[0] == 0


@pytest.fixture
def ragna(ask, house):
    """Runs a command as the duty editor and gives its answer."""

    def do(*arguments):
        code, answer = ask(*arguments, "--as", "Ragna Hollmann")
        assert code == 0, answer
        return answer

    return do


def test_a_topic_is_planned_changed_ordered_and_becomes_a_draft(ragna, ask):
    first = ragna(
        "plan", "add", "Hafen", "wird", "tiefer", "--author", "je", "--section", "Region",
        "--length", "80", "--deadline", "23:30", "--picture", "--day", "tomorrow",
    )  # fmt: skip
    assert first["author"] == "Jelto Wiarda"
    assert first["length"] == {"amount": 80, "unit": "lines"}
    assert first["deadline"].startswith(f"{first['day']}T23:30")
    second = ragna("plan", "add", "Fähre fällt aus", "--day", "tomorrow")
    assert ragna("plan", "set", second["id"], "length=2000 characters", "picture=yes")["picture"]
    listed = ragna("plan", "move", second["id"], 1)["topics"]
    assert [one["topic"] for one in listed] == ["Fähre fällt aus", "Hafen wird tiefer"]
    (draft,) = ragna("plan", "draft", first["id"])["stories"]
    shown = ragna("show", draft["id"])
    assert (shown["headline"], shown["section"]) == ("Hafen wird tiefer", "Region")
    assert shown["authors"] == [{"name": "Jelto Wiarda", "role": ""}]
    assert shown["ordered_length"] == {"amount": 80, "unit": "lines"}
    assert ragna("plan", "list", "--day", "tomorrow")["topics"][1]["state"] == "draft"
    told = ask("notices", "--as", "Jelto Wiarda")[1]["notices"]
    assert [one["kind"] for one in told] == ["assigned"]
    assert ragna("plan", "remove", first["id"])["removed"] == [first["id"]]


def test_the_list_is_printed_on_one_page_and_as_a_table(ragna, call, tmp_path):
    for number in range(4):
        ragna("plan", "add", f"Thema {number}" + " und noch etwas dazu" * 4)
    ragna("plan", "print", tmp_path / "list.pdf")
    assert (tmp_path / "list.pdf").read_bytes().count(b"/Type /Page\n") <= 1
    ragna("plan", "print", tmp_path / "list.csv")
    assert len((tmp_path / "list.csv").read_text(encoding="utf-8-sig").splitlines()) == 5
    assert "Thema 3" in call("plan", "list")[1]


def test_stories_are_given_to_people_who_hear_of_it(ragna, ask, call, story):
    given = ragna("assign", story, "--to", "je", "--due", "tomorrow 15:00")["stories"][0]
    assert given["assigned"] == "Jelto Wiarda"
    assert "T15:00:00" in given["due"]
    assert [one["id"] for one in ask("todo", "mine", "--as", "Jelto Wiarda")[1]["hits"]] == [story]
    assert [one["id"] for one in ask("todo", "late", "--as", "Jelto Wiarda")[1]["hits"]] == [story]
    (told,) = ask("notices", "--seen", "--as", "Jelto Wiarda")[1]["notices"]
    assert told["message"].startswith("Ragna Hollmann assigned")
    assert call("notices", "--as", "Jelto Wiarda")[1].strip() == "No new notices."
    assert len(ask("notices", "--all", "--as", "Jelto Wiarda")[1]["notices"]) == 1
    assert ragna("assign", story, "--nobody")["stories"][0]["assigned"] is None


def test_an_edition_is_filled_ordered_and_sent_out(ragna, story, tmp_path):
    ragna("plan", "add", "Fähre fällt aus", "--section", "Region", "--length", "40")
    new = ragna("edition", "new", "Hauptausgabe", "--hour", "22:00", "--plan")
    assert [line["title"] for line in new["lines"]] == ["Region", "Fähre fällt aus"]
    number = new["id"]
    assert new["lines"][1]["lacking"] == ["lacking"]
    ragna("edition", "add", number, story, "--page", "region")
    shown = ragna("edition", "page", number, "Seite 1", "--at", 1)
    assert [line["page"] for line in shown["lines"]] == [True, True, False, False]
    shown = ragna("edition", "move", number, 4, 2)
    assert shown["lines"][1]["story"] == story
    assert shown["lines"][1]["lacking"] == ["not-approved"]
    shown = ragna("edition", "length", number, 2, "1 line")
    assert shown["lines"][1]["lacking"] == ["not-approved", "overset"]
    (written,) = ragna("edition", "export", number, "--to", "icml", "--out", tmp_path)["written"]
    assert "/01-" in written
    (whole,) = ragna("edition", "export", number, "--to", "docx", "--out", tmp_path)["written"]
    assert "/hauptausgabe-" in whole
    assert len(ragna("edition", "remove", number, 2)["lines"]) == 3
    assert ragna("edition", "set", number, "--name", "Landausgabe")["name"] == "Landausgabe"
    assert [one["name"] for one in ragna("edition", "list")["editions"]] == ["Landausgabe"]
    ragna("edition", "delete", number)
    assert ragna("edition", "list")["editions"] == []


REFUSED = (
    ("plan add Hafen --deadline bald", 2, "is no time, such as"),
    ("plan add Hafen --length viel", 2, "is no length"),
    ("plan add Hafen --day irgendwann", 2, "is no day, such as"),
    ("plan add Hafen --day 1.1.3000", 2, "further away than ten years"),
    ("plan set 1 picture=vielleicht", 2, "neither yes nor no"),
    ("plan set 1 farbe=rot", 2, "There is no field “farbe”"),
    ("plan set 1 topic=", 2, "Write what the story is about"),
    ("plan set 1 topic", 2, "is not FIELD=VALUE"),
    ("plan set 77 topic=x", 3, "no topic with the number 77"),
    ("plan draft 77", 3, "no topic with the number 77"),
    ("plan print list.txt", 2, "written as .pdf or .csv"),
    ("assign 1 --to Niemand", 3, "Nobody here is called “Niemand”. There are: Jelto Wiarda"),
    ("assign 77 --to je", 3, "no story with the number 77"),
    ("assign 1", 2, "Name a person with --to"),
    ("assign 1 --to je --due yesterday", 2, "This time has passed"),
    ("edition show 77", 3, "no edition with the number 77"),
    ("edition new Abend", 2, "There is an edition “Abend” on this day already"),
    ("edition export 1 --to docx", 2, "holds no story yet"),
    ("edition export 1", 2, "Name a format with --to"),
    ("edition move 1 5 1", 2, "there is no line 5"),
    ("edition add 1 77", 3, "no story with the number 77"),
)


@pytest.mark.long
def test_what_cannot_be_is_said_in_one_sentence(call, house):
    call("plan", "add", "Da", "--as", "Ragna Hollmann")
    call("edition", "new", "Abend", "--as", "Ragna Hollmann")
    for command, code, said in REFUSED:
        found, out, err = call(*command.split(), "--as", "Ragna Hollmann")
        assert (found, out, err.count("\n")) == (code, "", 1), command
        assert said in err
