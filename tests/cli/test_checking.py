"""``check --fix``: what is mended is told."""

from __future__ import annotations

import pytest

from newsroom.desk import open_desk
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Person
from newsroom.domain.workflow import State

TWICE = "Der Hafen ist ist zu, und und das bleibt auch so, wie der Rat am Abend mitteilte."


@pytest.fixture
def keep(story):
    """Keeps another story, with doubled words, and gives its number."""
    assert story

    def do(**fields):
        with open_desk() as desk:
            draft = desk.writing.new(headline="Der Rat tagt", body=paragraphs([TWICE]), **fields)
            return desk.library.stories.save(draft, Person("Malin Torbeck")).article.id

    return do


def test_what_was_mended_is_answered_and_saved(ask, keep):
    draft = keep()
    code, answer = ask("check", draft, "--fix", "--as", "Jelto Wiarda")
    assert code == 0
    (fixed,) = answer["fixed"]
    assert (fixed["id"], fixed["version"]) == (draft, 2)
    assert [(one["rule"], one["fix"]) for one in fixed["fixes"]] == [("doubled-word", "Take one out")] * 2
    assert "doubled-word" not in {one["rule"] for one in answer["stories"][0]["findings"]}
    assert ask("show", draft)[1]["body"][0]["text"].startswith("Der Hafen ist zu, und das")
    with open_desk() as desk:
        assert desk.library.history.revisions(draft)[0].person == "Jelto Wiarda"


def test_people_read_what_was_mended(call, keep):
    draft = keep()
    code, out, err = call("check", draft, "--fix")
    assert (code, err) == (0, "")
    assert f"  {draft}: “und” is written twice. Take one out." in out
    assert out.splitlines()[-1].endswith("2 mended.")


def test_an_approved_story_alone_is_forbidden_and_among_others_refused(ask, call, keep):
    bound, free = keep(state=State.APPROVED), keep()
    code, answer = ask("check", bound, "--fix")
    assert (code, answer["fixed"]) == (5, [])
    assert [(one["id"], one["kind"]) for one in answer["refused"]] == [(bound, "not-allowed")]
    code, _out, err = call("check", "--all", "--fix")
    assert code == 3
    assert err.startswith(f"No. {bound}: ")
    assert ask("show", free)[1]["version"] == 2


def test_without_fix_nothing_is_changed(ask, keep):
    draft = keep()
    assert ask("check", "--all")[1]["fixed"] == []
    assert ask("show", draft)[1]["version"] == 1
