"""What people decide of like stories, and two drafts that become one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.domain.article import Byline, LinkKind, StoryLink
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.lookalike import Verdict
from newsroom.domain.workflow import State

HEAD = "Der Hafen von Wendelsbrück bleibt vorerst ohne neuen Kran"


@pytest.fixture
def two(desk):
    """Two drafts on the same event."""
    made = (
        {
            "keywords": ("Hafen", "Kran"),
            "authors": (Byline("Imke Sanders"),),
            "editors_note": "Fotos folgen.",
        },
        {"keywords": ("kran", "Rat"), "authors": (Byline("Jonte Brix"),), "source": "Küstendienst"},
    )
    stories = (
        desk.writing.new(headline=HEAD, body=paragraphs([f"Text {n}."]), **one) for n, one in enumerate(made)
    )
    return [desk.writing.save(story).article for story in stories]


def test_a_decision_ends_the_hint_on_both_cards_and_makes_no_version(desk, two):
    assert desk.lists.page().items[0].lookalikes == 1
    desk.doubles.decide(two[1].uid, two[0].uid, Verdict.NOT_A_DUPLICATE)
    assert [card.lookalikes for card in desk.lists.page().items] == [0, 0]
    assert [card.version for card in desk.lists.page().items] == [1, 1]
    desk.doubles.forget(two[1].uid, two[0].uid)
    assert [card.lookalikes for card in desk.lists.page().items] == [1, 1]


def test_the_decision_stays_when_an_old_version_is_restored(desk, two):
    changed = desk.writing.save(replace(two[1], headline=HEAD + " heute"))
    desk.doubles.decide(two[1].uid, two[0].uid, Verdict.UPDATE_OF)
    desk.writing.undo(changed.changes)
    assert desk.proofing.alike(desk.writing.open(two[1].id)) == ()


def test_a_merger_joins_what_is_told_before_and_leaves_a_link(desk, two):
    first, second = two
    plan = desk.doubles.merger(first.id, second.id)
    assert dict(plan.gained) == {"Keywords": "Rat", "Byline": "Jonte Brix", "Source": "Küstendienst"}
    desk.doubles.merge(first.id, second.id)
    master, other = desk.writing.open(first.id), desk.writing.open(second.id)
    assert master.body == first.body
    assert master.keywords == ("Hafen", "Kran", "Rat")
    assert [byline.name for byline in master.authors] == ["Imke Sanders", "Jonte Brix"]
    assert (master.editors_note, master.source) == ("Fotos folgen.", "Küstendienst")
    assert other.trashed
    assert StoryLink(LinkKind.UPDATE_OF, first.uid) in other.links


def test_one_undo_takes_a_merger_back(desk, two):
    changes = desk.doubles.merge(two[0].id, two[1].id)
    desk.writing.undo(changes)
    master, other = (desk.writing.open(one.id) for one in two)
    assert (master.keywords, other.trashed, other.links) == (two[0].keywords, None, ())


@pytest.mark.parametrize("state", [State.APPROVED, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN])
def test_what_was_approved_is_linked_and_never_merged(desk, two, state):
    desk.library.stories.save(replace(two[1], state=state), desk.person)
    for pair in ((two[0].id, two[1].id), (two[1].id, two[0].id)):
        with pytest.raises(NotAllowed, match="link it as an update"):
            desk.doubles.merger(*pair)


def test_stories_under_a_standing_kicker_are_compared_with_none(desk, two):
    desk.preferences.set_house({"standing_kickers": ("Service",)})
    kept = desk.writing.save(replace(two[1], kicker="SERVICE")).article
    assert desk.proofing.alike(kept) == ()


def test_a_story_is_no_double_of_itself(desk, two):
    with pytest.raises(WrongValue):
        desk.doubles.merger(two[0].id, two[0].id)
    with pytest.raises(WrongValue):
        desk.doubles.decide(two[0].uid, two[0].uid, Verdict.NOT_A_DUPLICATE)
