"""``newsroom replace``."""

from __future__ import annotations

import pytest

from newsroom.desk import open_desk
from newsroom.domain.workflow import State


@pytest.fixture
def stories(monkeypatch, tmp_path):
    with open_desk(tmp_path / "library.newsroom") as desk:
        return [
            desk.library.stories.save(desk.writing.new(headline=head, state=state), desk.person).article.id
            for head, state in (("Der Hafen ist zu", State.DRAFT), ("Hafen offen", State.PUBLISHED))
        ]


def headlines(ask):
    return sorted(hit["headline"] for hit in ask("list")[1]["hits"])


def test_a_dry_run_shows_and_changes_nothing(ask, stories):
    code, answer = ask("replace", "hafen", "Kai", "--all", "--dry-run")
    assert (code, answer["searched"]) == (0, 2)
    by_id = {story["id"]: story for story in answer["stories"]}
    assert by_id[stories[0]]["finds"][0]["new"] == "Kai"
    assert by_id[stories[1]]["locked"]
    assert headlines(ask) == ["Der Hafen ist zu", "Hafen offen"]


def test_what_may_be_replaced_is_and_the_rest_is_named(ask, stories):
    code, answer = ask("replace", "hafen", "Kai", "--all")
    assert (code, [one["id"] for one in answer["replaced"]]) == (3, [stories[0]])
    assert [one["id"] for one in answer["refused"]] == [stories[1]]
    assert headlines(ask) == ["Der Kai ist zu", "Hafen offen"]


def test_expressions_take_groups(ask, stories):
    code, _ = ask("replace", r"(\w+) ist (\w+)", "$1 war $2", stories[0], "--regex")
    assert code == 0
    assert "Der Hafen war zu" in headlines(ask)


def test_a_state_chooses_stories_and_case_and_whole_words_count(ask, stories):
    assert ask("replace", "hafen", "Kai", "--state", "draft", "--case")[1]["replaced"] == []
    assert ask("replace", "Haf", "Kai", "--state", "draft", "--whole-word")[1]["replaced"] == []
    assert len(ask("replace", "Hafen", "Kai", "--state", "draft")[1]["replaced"]) == 1


def test_something_must_say_which_stories(ask, stories):
    code, answer = ask("replace", "a", "b")
    assert (code, answer["error"]["kind"]) == (2, "usage")


def test_a_wrong_expression_is_told_in_one_sentence(call, stories):
    code, _out, err = call("replace", "(a", "b", "--all", "--regex")
    assert code == 2
    assert "not closed, at place 3" in err


def test_people_see_a_table(call, stories):
    code, out, err = call("replace", "hafen", "Kai", "--all")
    assert code == 3
    assert "[Hafen]" in out
    assert "1 find, 1 story." in out
    assert str(stories[1]) in err


def test_of_a_story_under_a_legal_block_no_words_are_shown(ask, call, stories, tmp_path):
    with open_desk(tmp_path / "library.newsroom") as desk:
        desk.blocking.set((stories[0],), "27 O 12/26")
    _code, answer = ask("replace", ".*", "$0", "--regex", "--all", "--dry-run")
    (found,) = [one for one in answer["stories"] if one["id"] == stories[0]]
    assert {(one["found"], one["new"]) for one in found["finds"]} == {("…", "…")}
    told = call("replace", "Hafen", "Kai", "--all")[1]
    assert "ist zu" not in told
    assert headlines(ask) == ["Der Kai ist zu", "Hafen offen"]
