"""``newsroom doubles``: groups, stories, decisions."""

from __future__ import annotations

import pytest

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs


@pytest.fixture
def filled(tmp_path):
    with open_desk(tmp_path / "library.newsroom") as desk:
        for headline in ("Der Hafen bleibt heute zu", "Der Hafen bleibt heute zu", "Rat vertagt sich"):
            text = f"{headline}. Mehr dazu am Abend, sagte die Verwaltung."
            desk.writing.save(desk.writing.new(headline=headline, body=paragraphs([text])))
    return tmp_path / "library.newsroom"


def test_groups_are_listed_and_a_decision_ends_one(filled, ask):
    code, answer = ask("doubles")
    assert code == 0
    assert [[one["id"] for one in group["stories"]] for group in answer["groups"]] == [[2, 1]]

    assert ask("doubles", "decide", "2", "1", "--not-a-duplicate") == (
        0,
        {"stories": [2, 1], "decision": "not-a-duplicate"},
    )
    assert ask("doubles")[1]["groups"] == []
    ask("doubles", "decide", "1", "2", "--undecided")
    assert len(ask("doubles")[1]["groups"]) == 1


def test_what_is_like_some_stories_is_told_in_words(filled, call, ask):
    assert ask("doubles", "1")[1]["stories"][0]["matches"][0]["id"] == 2
    assert "headline" in call("doubles", "1")[1]
    assert call("doubles", "3")[1] == "No two stories are alike, or all were decided.\n"


def test_a_decision_wants_two_stories_and_one_answer(filled, ask):
    for words in (("decide", "1", "--update-of"), ("decide", "1", "2"), ("1", "--update-of"), ("eins",)):
        assert ask("doubles", *words)[0] == 2
