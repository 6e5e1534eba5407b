"""The ways of a story on the command line: what goes, what is refused with a reason and code 5, and second eyes."""

import shutil

import pytest

from newsroom.desk import open_desk
from newsroom.domain.person import Role


@pytest.fixture(scope="module")
def staffed(shelf, tmp_path_factory):
    """The library with one story, and people, made once and copied for each test."""
    place = shutil.copy(shelf[0], tmp_path_factory.mktemp("staffed") / "library.newsroom")
    with open_desk(place) as desk:
        desk.people.add("Malin Torbeck", Role.JOURNALIST)
        desk.people.add("Jelto Wiarda", Role.EDITOR)
        desk.people.add("Ragna Hollmann", Role.CHIEF)
    return place


@pytest.fixture
def team(shelf, staffed, tmp_path):
    """The number of a story in a library that knows three people."""
    shutil.copy(staffed, tmp_path / "library.newsroom")
    return shelf[1]


@pytest.mark.long
def test_a_story_goes_from_draft_to_reserve_copy_to_print_and_is_corrected(ask, team):
    for who, words, state in (
        ("Malin Torbeck", ["submit"], "for-review"),
        ("Jelto Wiarda", ["return", "--note", "Zweite Quelle?"], "returned"),
        ("Malin Torbeck", ["submit"], "for-review"),
        ("Jelto Wiarda", ["approve", "--note", "gut"], "approved"),
        ("Jelto Wiarda", ["schedule", "--at", "2090-01-01 06:00"], "scheduled"),
        ("Jelto Wiarda", ["reserve"], "approved"),
        ("Jelto Wiarda", ["schedule", "--at", "2090-01-01 06:00"], "scheduled"),
        ("Jelto Wiarda", ["unschedule"], "approved"),
        ("Jelto Wiarda", ["schedule", "--at", "2090-01-01 06:00"], "scheduled"),
        ("Jelto Wiarda", ["publish", "--channel", "web", "--channel", "print"], "published"),
        ("Malin Torbeck", ["correct", "--note", "Der Name war falsch."], "draft"),
        ("Ragna Hollmann", ["withdraw", "--note", "Stimmt nicht."], "withdrawn"),
        ("Malin Torbeck", ["rework"], "draft"),
    ):
        code, answer = ask(words[0], team, *words[1:], "--as", who)
        assert (code, answer["stories"][0]["state"]) == (0, state)


@pytest.mark.parametrize(
    ("who", "words", "said"),
    [
        ("Malin Torbeck", ["publish"], "“Publish” is not possible from “Draft”"),
        ("Malin Torbeck", ["publish-alone", "--note", "Eilt"], "a duty editor can"),
        ("Ragna Hollmann", ["publish-alone"], "needs a reason"),
        ("Ragna Hollmann", ["withdraw"], "No reader has the story"),
        ("Jelto Wiarda", ["look"], "No second eyes are due"),
    ],
)
def test_what_the_rules_forbid_is_refused_with_a_reason(call, team, who, words, said):
    code, out, err = call(words[0], team, *words[1:], "--as", who)
    assert (code, out) == (5, "")
    assert said in err


def test_of_several_those_that_may_not_go_are_told_and_the_others_go(ask, call, wire, team):
    other = ask("import", wire("Die Schule in Wendelsbrück bleibt vorerst zu", "b.txt"))[1]["imported"][0][
        "id"
    ]
    call("submit", other, "--as", "Malin Torbeck")
    code, answer = ask("approve", team, other, 999, "--as", "Jelto Wiarda")
    assert code == 5
    assert [one["id"] for one in answer["stories"]] == [other]
    assert [(one["id"], one["kind"]) for one in answer["refused"]] == [
        (team, "not-allowed"),
        (999, "not-found"),
    ]
    code, out, err = call("approve", team, other, "--as", "Jelto Wiarda")
    assert (code, out) == (5, "")
    assert err.count("No. ") == 2


def test_a_text_is_approved_as_it_was_read_and_no_other(ask, call, team):
    call("submit", team, "--as", "Malin Torbeck")
    read = ask("show", team)[1]["reader_hash"]
    call("set", team, "headline=Der Hafen bekommt doch einen Kran", "--as", "Malin Torbeck")
    code, _out, err = call("approve", team, "--seen", read, "--as", "Jelto Wiarda")
    assert (code, "Read it again" in err) == (5, True)
    now = ask("show", team)[1]["reader_hash"]
    assert call("approve", team, "--seen", now[:16], "--as", "Jelto Wiarda")[0] == 0
    call("set", team, "headline=Noch anders", "--as", "Malin Torbeck")
    shown = ask("show", team)[1]
    assert (shown["state"], shown["approved"]) == ("for-review", False)


def test_breaking_news_waits_for_second_eyes(ask, call, team):
    assert call("looks")[1].strip() == "No second eyes are due."
    call("publish-alone", team, "--note", "Brand im Hafen", "--as", "Ragna Hollmann")
    (due,) = ask("looks")[1]["looks"]
    assert (due["id"], due["by"], due["late"]) == (team, "Ragna Hollmann", False)
    assert "Ragna Hollmann" in call("looks")[1]
    assert call("look", team, "--as", "Ragna Hollmann")[0] == 5
    assert call("look", team, "--as", "Jelto Wiarda")[0] == 0
    assert ask("looks")[1]["looks"] == []


def test_one_person_is_told_that_the_rule_is_off(call, story):
    call("submit", story)
    code, _out, err = call("approve", story)
    assert (code, "one person" in err) == (0, True)


def test_channels_and_hours_that_there_are_not_are_named(call, team):
    assert call("publish", team, "--channel", "radio")[0] == 2
    assert call("schedule", team, "--at", "irgendwann", "--as", "Jelto Wiarda")[0] != 0


def test_a_checklist_is_set_written_and_read_again(ask, call, team, tmp_path):
    answer = ask("checklist", "set", "lead-missing", "required", "--at", "submit", "--section", "Region",
                 "--as", "Ragna Hollmann")[1]  # fmt: skip
    entry = {
        "rule": "lead-missing",
        "transition": "submit",
        "severity": "required",
        "genre": "",
        "section": "Region",
    }
    assert answer["entries"] == [entry]
    held = [
        one for one in answer["holding"] if one["rule"] == "lead-missing" and one["transition"] == "submit"
    ]
    assert [(one["severity"], one["own"]) for one in held] == [("required", True)]
    assert "●*" in call("checklist", "list", "--section", "Region")[1]
    assert call("checklist", "set", "quotes", "off", "--as", "Malin Torbeck")[0] == 5
    table = tmp_path / "list.csv"
    call("checklist", "export", table)
    call(
        "checklist",
        "set",
        "lead-missing",
        "default",
        "--at",
        "submit",
        "--section",
        "Region",
        "--as",
        "Ragna Hollmann",
    )
    assert ask("checklist", "list")[1]["entries"] == []
    ask("checklist", "import", table, "--as", "Ragna Hollmann")
    assert ask("checklist", "list")[1]["entries"] == [entry]


def test_lines_of_a_table_that_ask_nothing_are_told(call, ask, team, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text(
        "rule;transition;severity;genre;section\nnope;submit;off\nquotes;fly;off\nquotes;submit;loud\n"
        ";submit;off\nquotes;submit;off;poem\nquotes;submit;off;;Mars\nquotes;submit;required\n",
        encoding="utf-8",
    )
    code, answer = ask("checklist", "import", table, "--as", "Ragna Hollmann")
    assert code == 3
    assert [one["line"] for one in answer["bad"]] == [2, 3, 4, 5, 6, 7]
    assert [one["severity"] for one in ask("checklist", "list")[1]["entries"]] == ["required"]
    assert call("checklist", "import", table, "--replace", "--as", "Ragna Hollmann")[0] == 3
    assert call("checklist", "import", tmp_path / "none.csv", "--as", "Ragna Hollmann")[0] == 3
    assert call("checklist", "set", "quotes", "loud")[0] == 2
    assert call("checklist", "set", "quotes", "off", "--at", "fly")[0] == 2
