"""Legal block: who sets and lifts it, with what reason; the story is found and nothing of it is taken."""

from __future__ import annotations

import pytest

from newsroom.domain.body import paragraphs
from newsroom.domain.errors import LegallyBlocked, NotAllowed, NotFound, WrongValue


@pytest.fixture
def story(newsroom):
    draft = newsroom.writing.new(headline="Der Hafen bleibt", body=paragraphs(["Der Rat hat entschieden."]))
    return newsroom.writing.save(draft).article


def at(newsroom, name):
    return newsroom.with_person(newsroom.library.house.person(name))


def test_a_blocked_story_is_found_and_says_by_whom_and_why(newsroom, story):
    at(newsroom, "Jelto Wiarda").blocking.set([story.id], "Unterlassung  27 O 12/26 ")
    assert [hit.card.id for hit in newsroom.lists.search("Hafen").items] == [story.id]
    block = newsroom.blocking.of(story)
    assert (block.person, block.reason) == ("Jelto Wiarda", "Unterlassung 27 O 12/26")
    with pytest.raises(NotAllowed, match=r"Jelto Wiarda.*27 O 12/26.*duty editor"):
        newsroom.output.permit(story)


def test_a_journalist_neither_sets_nor_lifts_and_an_editor_does_not_lift(newsroom, story):
    with pytest.raises(NotAllowed, match="an editor or duty editor can"):
        newsroom.blocking.set([story.id], "Unterlassung")
    editor = at(newsroom, "Jelto Wiarda")
    editor.blocking.set([story.id], "Unterlassung")
    with pytest.raises(NotAllowed, match="a duty editor can"):
        editor.blocking.lift([story.id], "erledigt")
    at(newsroom, "Ragna Hollmann").blocking.lift([story.id], "erledigt")
    assert newsroom.blocking.of(story) is None


def test_both_stand_in_the_journal_with_their_reasons_and_make_no_version(newsroom, story):
    chief = at(newsroom, "Ragna Hollmann")
    chief.blocking.set([story.id], "Unterlassung")
    chief.blocking.lift([story.id], "Vergleich")
    told = [(one.action, one.note, one.person) for one in newsroom.library.history.journal(story.id)]
    assert told[1:] == [
        ("blocked", "Unterlassung", "Ragna Hollmann"),
        ("unblocked", "Vergleich", "Ragna Hollmann"),
    ]
    assert newsroom.writing.open(story.id).version == story.version
    assert newsroom.library.check() == ()


def test_what_cannot_be_is_told_in_a_sentence(newsroom, story):
    chief = at(newsroom, "Ragna Hollmann")
    with pytest.raises(WrongValue, match="needs a reason"):
        chief.blocking.set([story.id], "  ")
    with pytest.raises(NotFound, match="999"):
        chief.blocking.set([story.id, 999], "Unterlassung")
    assert chief.blocking.all() == ()
    with pytest.raises(NotAllowed, match="nothing to lift"):
        chief.blocking.lift([story.id], "erledigt")


def test_a_new_story_that_is_like_a_blocked_one_is_warned_of_it(newsroom, story):
    at(newsroom, "Jelto Wiarda").blocking.set([story.id], "Unterlassung 27 O 12/26")
    new = newsroom.writing.new(
        headline="Der Hafen bleibt", body=paragraphs(["Etwas ganz anderes steht hier."])
    )
    (finding,) = [one for one in newsroom.proofing.findings(new) if one.rule == "legal-block"]
    assert "27 O 12/26" in str(finding.message)
    assert finding.like == (story.id,)
    other = newsroom.writing.new(headline="Die Ernte war gut", body=paragraphs(["Es gab viel Korn."]))
    assert not [one for one in newsroom.proofing.findings(other) if one.rule == "legal-block"]
    at(newsroom, "Ragna Hollmann").blocking.lift([story.id], "Vergleich")
    assert not [one for one in newsroom.proofing.findings(new) if one.rule == "legal-block"]


def test_a_block_stands_on_the_print_version_too_and_is_lifted_from_both(newsroom, story):
    chief = at(newsroom, "Ragna Hollmann")
    printed = newsroom.versions.derive(story).article
    chief.blocking.set([printed.id], "Unterlassung")
    assert {block.uid for block in chief.blocking.all()} == {story.uid, printed.uid}
    chief.blocking.lift([story.id], "Vergleich")
    assert chief.blocking.all() == ()


def test_neither_the_history_nor_an_emergency_file_takes_its_words_out(newsroom, story, tmp_path):
    at(newsroom, "Jelto Wiarda").blocking.set([story.id], "Unterlassung")
    with pytest.raises(LegallyBlocked, match="a duty editor can lift"):
        newsroom.history.report(story.id, tmp_path / "history.docx")
    with pytest.raises(LegallyBlocked):
        newsroom.output.rescue(story, tmp_path / "rescue.docx")
    assert list(tmp_path.glob("*.docx")) == []


def test_lists_are_told_which_stories_are_blocked_and_who_has_them(newsroom, story):
    other = newsroom.writing.save(newsroom.writing.new(headline="Die Ernte war gut")).article
    at(newsroom, "Jelto Wiarda").blocking.set([story.id], "Unterlassung")
    at(newsroom, "Jelto Wiarda").assigning.assign([other.id], "Jelto Wiarda", None)
    signs = newsroom.reviewing.signs(newsroom.library.lists.cards_of((story.id, other.id)))
    assert (signs.blocked, signs.holders) == ({story.id}, {other.id: "Jelto Wiarda"})
