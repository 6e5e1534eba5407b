"""Finding and replacing in many stories, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk.mending import spliced_content
from newsroom.desk.replacing import note_of
from newsroom.desk.splicing import tracked_splice
from newsroom.domain.body import Paragraph, Picture, block_text, body, paragraphs
from newsroom.domain.changes import final, final_content, original
from newsroom.domain.errors import WrongValue
from newsroom.domain.inline import Anchor, Footnote, Run, text
from newsroom.domain.ledger import Ledger
from newsroom.domain.marks import BOLD, Mark, MarkKind
from newsroom.domain.workflow import State
from newsroom.text.pattern import Sought

GONE = Mark(MarkKind.DELETED, "c1")


@pytest.fixture
def keep(desk):
    def do(*words, **fields):
        story = desk.writing.new(**{"headline": "Der Hafen", "body": paragraphs(words), **fields})
        return desk.library.stories.save(story, desk.person).article

    return do


def all_of(desk, new, words="hafen", **how):
    return desk.replacing.find(desk.lists.ids(), Sought(words, **how), new)


def test_the_preview_names_every_find_and_changes_nothing(desk, keep):
    story = keep("Im Hafen liegt Eis.", teaser="Hafen")
    keep("Nichts davon.", headline="Der Rat")
    report = all_of(desk, "Kai")
    assert (report.searched, report.count, [one.id for one in report.stories]) == (2, 3, [story.id])
    assert desk.writing.open(story.id).version == 1


def test_what_was_chosen_is_replaced_everywhere_and_one_undo_takes_all_back(desk, keep):
    stories = [keep("Im Hafen liegt Eis."), keep("Hafen, Hafen!", headline="Anderes")]
    report = all_of(desk, "Kai")
    done = desk.replacing.replace(report.stories, "Hafen → Kai")
    after = [desk.writing.open(story.id) for story in stories]
    assert [story.headline for story in after] == ["Der Kai", "Anderes"]
    assert [block_text(story.body.blocks[0]) for story in after] == ["Im Kai liegt Eis.", "Kai, Kai!"]
    assert desk.library.history.revisions(stories[0].id)[0].note == "Hafen → Kai"
    assert done.count == 4
    desk.writing.undo(done.changes)
    assert [desk.writing.open(story.id).body for story in stories] == [story.body for story in stories]


def test_marks_and_what_is_deleted_stay(desk, keep):
    bold = frozenset({BOLD})
    runs = (Run("Im Ha", bold), Run("xx", frozenset({GONE})), Run("fen.", bold))
    story = keep(body=body(Paragraph(runs), Picture("", text("Der Hafen"))))
    desk.replacing.replace(all_of(desk, "Kai").stories)
    first, picture = desk.writing.open(story.id).body.blocks
    assert first.content == (Run("Im Kai", bold), Run("xx", frozenset({GONE})), Run(".", bold))
    assert block_text(picture) == "Der Kai"


def test_notes_and_footnotes_inside_a_find_stay():
    note = Mark(MarkKind.NOTE, "n1")
    foot = Footnote((Run("Quelle"),))
    content = (Run("Ha"), foot, Anchor("n2"), Run("fen", frozenset({note})), Run(" zu"))
    done = spliced_content(content, 0, 5, "Kai")
    assert done == (Run("Kai", frozenset({note})), foot, Anchor("n2"), Run(" zu"))


def test_an_insertion_at_an_anchor_does_not_double_it():
    assert spliced_content((Run("ab"), Anchor("n"), Run("cd")), 2, 2, "X").count(Anchor("n")) == 1


@pytest.mark.parametrize("state", [State.APPROVED, State.SCHEDULED, State.PUBLISHED, State.WITHDRAWN])
def test_approved_and_published_text_is_named_and_left_alone(desk, keep, state):
    story = keep("Hafen", state=state)
    (found,) = all_of(desk, "Kai").stories
    assert found.locked is not None
    done = desk.replacing.replace([found])
    assert (done.replaced, [one.id for one in done.refused]) == ((), [story.id])
    assert desk.writing.open(story.id).version == 1


def test_a_story_that_went_on_since_the_preview_is_left_alone(desk, keep):
    story = keep("Hafen")
    found = all_of(desk, "Kai").stories
    desk.writing.save(replace(story, kicker="Eis"))
    done = desk.replacing.replace(found)
    assert "changed since" in str(done.refused[0].message)
    assert block_text(desk.writing.open(story.id).body.blocks[0]) == "Hafen"


def test_a_search_can_be_called_off(desk, keep):
    keep("Hafen")
    report = desk.replacing.find(desk.lists.ids(), Sought("Hafen"), cancelled=lambda: True)
    assert (report.cancelled, report.stories) == (True, ())


@pytest.mark.long
def test_an_expression_that_never_ends_is_told(desk, keep):
    keep("x" * 4000)
    with pytest.raises(WrongValue, match="too long"):
        all_of(desk, "", "(x+x+)+y", expression=True)


def test_the_note_says_what_became_of_what():
    assert note_of(Sought("alt"), "neu") == "alt → neu"
    assert note_of(Sought("weg"), "") == "weg → ∅"


def test_an_editor_s_replacements_in_another_s_story_are_tracked(newsroom, desk):
    story = newsroom.writing.save(
        newsroom.writing.new(
            headline="Der Hafen", lead=text("Im Hafen."), body=paragraphs(["Der Hafen ruht."])
        )
    ).article
    editor = desk.with_person(desk.library.house.person("Jelto Wiarda"))
    editor.replacing.replace(all_of(editor, "Kai").stories)
    after = editor.writing.open(story.id)
    assert after.headline == "Der Kai"
    assert block_text(after.body.blocks[0]) == "Der HafenKai ruht."
    assert block_text(final(after.body).blocks[0]) == "Der Kai ruht."
    assert original(after.body, after.changes) == story.body
    assert {change.author for change in after.changes} == {"Jelto Wiarda"}
    assert len(after.changes) == 4


def test_notes_and_footnotes_stay_where_a_replacement_is_tracked():
    foot = Footnote((Run("Quelle"),))
    ledger = Ledger("Jelto Wiarda")
    content = (Run("Ha"), foot, Anchor("n2"), Run("fen zu"))
    done = tracked_splice(ledger)(content, 0, 5, "Kai")
    assert final_content(done) == (Anchor("n2"), Run("Kai zu"))
    assert [piece for piece in done if isinstance(piece, Footnote)]
