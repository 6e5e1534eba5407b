from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.desk import Desk
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import EditedElsewhere
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State, Transition

GERMAN = "Der Gemeinderat hat am Donnerstag über den neuen Hafen beraten und am Ende nichts entschieden."


def test_a_new_story_carries_its_writers_byline_and_the_section_last_written_for(newsroom):
    first = newsroom.writing.new(headline="Eins", section="Region")
    assert first.authors == (Byline("Malin Torbeck"),)
    newsroom.writing.save(first)
    assert newsroom.writing.new().section == "Region"


def test_saving_detects_the_language_and_keeps_who_began(desk):
    saved = desk.writing.save(desk.writing.new(headline="Hafen", body=paragraphs([GERMAN]))).article
    assert saved.detected_language == "de"
    assert saved.created_by == desk.person.name
    assert desk.writing.open(saved.id) == saved


def test_a_stale_save_is_told_and_loses_nothing(desk):
    story = desk.writing.save(desk.writing.new(headline="Eins")).article
    desk.writing.save(replace(story, headline="Zwei"))
    with pytest.raises(EditedElsewhere):
        desk.writing.save(replace(story, headline="Drei"))
    assert desk.writing.open(story.id).headline == "Zwei"


def test_a_draft_of_another_session_can_be_recovered_and_discarded(desk):
    story = desk.writing.save(desk.writing.new(headline="Eins")).article
    desk.writing.autosave(replace(story, headline="Eins und mehr"))
    assert desk.writing.recoverable() == ()
    desk.writing.leave()
    later = Desk(desk.library, desk.person)
    (draft,) = later.writing.recoverable()
    assert draft.article.headline == "Eins und mehr"
    later.writing.discard(draft)
    assert later.writing.recoverable() == ()


def test_saving_ends_the_draft(desk):
    story = desk.writing.save(desk.writing.new(headline="Eins")).article
    desk.writing.autosave(replace(story, headline="Zwei"))
    desk.writing.save(replace(story, headline="Zwei"))
    assert desk.library.drafts.all() == ()


def test_changing_approved_text_voids_the_approval_and_renaming_a_section_does_not(newsroom):
    story = newsroom.writing.save(
        newsroom.writing.new(headline="Hafen", body=paragraphs([GERMAN]), section="Region")
    ).article
    submitted = newsroom.approval.move(story, Transition.SUBMIT).article
    editor = newsroom.with_person(Person("Jelto Wiarda", Role.EDITOR))
    approved = editor.approval.move(submitted, Transition.APPROVE).article
    moved = newsroom.writing.save(replace(approved, section="Politik")).article
    assert moved.state is State.APPROVED
    changed = newsroom.writing.save(replace(moved, headline="Hafen zu")).article
    assert (changed.state, changed.approved_by, changed.approved_hash) == (State.FOR_REVIEW, "", "")


def test_the_trash_gives_back_what_was_laid_into_it(desk):
    story = desk.writing.save(desk.writing.new(headline="Eins")).article
    changes = desk.writing.trash([story.id])
    assert desk.writing.open(story.id).trashed
    desk.writing.undo(changes)
    assert not desk.writing.open(story.id).trashed
    desk.writing.trash([story.id])
    desk.writing.restore([story.id])
    assert not desk.writing.open(story.id).trashed
