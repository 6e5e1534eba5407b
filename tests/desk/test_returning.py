from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.domain.approved import Evidence, Seal
from newsroom.domain.article import Byline, LinkKind
from newsroom.domain.body import Body, Paragraph, Picture, paragraphs, plain_text
from newsroom.domain.changes import final, original
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.notes import new_note
from newsroom.domain.workflow import State
from newsroom.formats import Writing, by_name
from newsroom.translation import tell

WORDS = (
    "Der Gemeinderat von Wendelsbrück hat am Donnerstag über den neuen Hafen beraten.",
    "Die nächste Sitzung findet im Januar statt, wie die Verwaltung am Abend mitteilte.",
    "Am Kai liegen derzeit neun Boote, und für alle ist im Winter genug Platz vorhanden.",
)


@pytest.fixture
def story(desk):
    article = desk.writing.new(
        headline="Der Hafen bleibt ohne Kran",
        authors=(Byline("Imke Sanders"),),
        body=paragraphs(WORDS),
    )
    return desk.writing.save(article).article


@pytest.fixture
def sent(tmp_path):
    """Writes a story as Word file, lets a colleague edit its paragraphs, and gives the path."""

    def send(article, edit=lambda document: None, name="zurück.docx", format_name="docx", by="M. Weber"):
        import docx

        data = by_name(format_name).write(article, Writing()).data
        document = docx.Document(io.BytesIO(data))
        edit(document)
        document.core_properties.last_modified_by = by
        document.core_properties.modified = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
        document.save(tmp_path / name)
        return tmp_path / name

    return send


def say(old, new):
    """Give an edit that puts a word in the place of another."""

    def edit(document):
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                run.text = run.text.replace(old, new)

    return edit


def test_a_returned_file_lands_on_its_story_as_tracked_changes_by_who_saved_it(desk, story, sent):
    report = desk.intake.read([sent(story, say("neun Boote", "zwölf Schiffe"))])
    (back,) = report.returned
    assert (report.imported, back.id, back.changes, back.authors) == ((), story.id, 1, ("M. Weber",))
    now = desk.writing.open(story.id)
    assert now.version == story.version + 1
    assert "zwölf Schiffe" in plain_text(final(now.body))
    assert original(now.body, now.changes) == story.body
    assert {change.author for change in now.changes} == {"M. Weber"}
    newest = desk.library.history.revisions(story.id)[0]
    assert (newest.action, newest.person, newest.note) == (
        "came-back",
        "Malin Torbeck",
        "zurück.docx · M. Weber",
    )


def test_the_same_file_again_does_nothing_and_says_so(desk, story, sent):
    path = sent(story, say("neun", "zwölf"))
    desk.intake.read([path])
    before = desk.writing.open(story.id)
    again = desk.intake.read([path])
    assert [one.id for one in again.known] == [story.id]
    resaved = desk.intake.read([sent(story, say("neun", "zwölf"), "nochmal.docx", by="A. Kern")])
    assert [(one.same, one.changes) for one in resaved.returned] == [(True, 0)]
    assert desk.writing.open(story.id) == before


def test_a_file_that_nobody_edited_makes_no_version(desk, story, sent):
    (back,) = desk.intake.read([sent(story)]).returned
    assert back.same
    assert tell(back.message) == "one file came back to “Der Hafen bleibt ohne Kran” without a change"
    assert desk.writing.open(story.id).version == story.version


def test_it_is_compared_with_the_version_that_was_sent_not_with_what_stands_here(desk, story, sent):
    path = sent(story, say("neun", "zwölf"))
    ours = paragraphs((WORDS[0].replace("Donnerstag", "Freitag"), *WORDS[1:]))
    desk.writing.save(replace(story, body=ours))
    (back,) = desk.intake.read([path]).returned
    assert back.changes == 1
    now = plain_text(final(desk.writing.open(story.id).body))
    assert "Freitag" in now
    assert "zwölf" in now


def test_fields_wait_to_be_taken_over_with_one_click(desk, story, sent):
    (back,) = desk.intake.read([sent(story, say("ohne Kran", "mit Kran"))]).returned
    assert back.untaken == 1
    now = desk.writing.open(story.id)
    (note,) = now.import_notes
    assert tell(note.message) == (
        "Headline in the returned file: “Der Hafen bleibt mit Kran”. "
        "It was not taken over; here it is “Der Hafen bleibt ohne Kran”."
    )
    taken = desk.proofing.undo_import_note(now, note)
    assert (taken.headline, taken.import_notes, taken.body) == ("Der Hafen bleibt mit Kran", (), now.body)


@pytest.mark.parametrize("state", [State.APPROVED, State.PUBLISHED])
def test_a_story_that_is_approved_or_published_stays_and_the_changes_stand_beside_it(
    desk, story, sent, state
):
    path = sent(story, say("neun", "zwölf"))
    closed = desk.library.stories.save(
        replace(story, state=state), desk.person, evidence=Evidence(Seal())
    ).article
    (back,) = desk.intake.read([path]).returned
    assert desk.writing.open(story.id) == closed
    beside = desk.writing.open(back.id)
    assert beside.id != story.id
    assert (beside.state, beside.links[0].kind, beside.links[0].uid) == (
        State.DRAFT,
        LinkKind.UPDATE_OF,
        story.uid,
    )
    assert "zwölf" in plain_text(final(beside.body))
    assert "stays so" in tell(back.messages[0])


def test_a_story_in_the_trash_one_that_is_unknown_and_another_text_come_in_as_new(desk, story, sent):
    trashed = sent(story, say("neun", "zwölf"))
    desk.writing.trash([story.id])
    foreign = sent(replace(story, uid="01990000-0000-7000-8000-000000000001"), name="fremd.docx")
    report = desk.intake.read([trashed, foreign])
    assert report.returned == ()
    assert ["trash" in tell(one.losses[0]) for one in report.imported] == [True, False]
    assert "not in this library" in tell(report.imported[1].losses[0])
    assert len({desk.writing.open(one.id).uid for one in report.imported} | {story.uid}) == 3


def test_another_text_under_the_storys_uid_is_a_story_of_its_own(desk, story, sent):
    other = replace(
        story, body=paragraphs(["Heavy rain fell over northern towns while trains stood still. " * 6])
    )
    report = desk.intake.read([sent(other)])
    assert "holds another text" in tell(report.imported[0].losses[0])
    assert desk.writing.open(story.id) == story


def test_changes_and_comments_that_we_sent_are_not_doubled(desk, story, sent):
    note = new_note("Malin Torbeck", datetime(2026, 11, 20, 8, tzinfo=UTC), "Stimmt das?")
    line = Paragraph((Run("Der Gemeinderat", frozenset({Mark(MarkKind.NOTE, note.id)})), Run(WORDS[0][15:])))
    noted = desk.writing.save(
        replace(story, body=Body((line, *story.body.blocks[1:])), notes=(note,))
    ).article
    (back,) = desk.intake.read([sent(noted, format_name="docx-review")]).returned
    assert back.same
    assert desk.writing.open(story.id) == noted


def test_two_files_of_one_story_in_one_import_both_land(desk, story, sent):
    one, two = (
        sent(story, say("neun", "zwölf"), "a.docx"),
        sent(story, say("Januar", "Mai"), "b.docx", by="A. Kern"),
    )
    report = desk.intake.read([one, two])
    assert [back.authors for back in report.returned] == [("M. Weber",), ("A. Kern",)]
    now = plain_text(final(desk.writing.open(story.id).body))
    assert "zwölf" in now
    assert "Mai" in now


def test_what_is_typed_and_not_saved_stays_a_draft(desk, story, sent):
    desk.writing.autosave(replace(story, headline="Gerade getippt"))
    desk.intake.read([sent(story, say("neun", "zwölf"))])
    (draft,) = desk.library.drafts.all()
    assert (draft.article.headline, draft.article.version) == ("Gerade getippt", story.version)


def test_what_word_cannot_hold_is_nobodys_edit(desk, story, sent):
    odd = desk.writing.save(
        replace(
            story,
            body=Body(
                (Paragraph((Run("Mit\tTabulator"),)), Picture("0" * 64, text("Bild")), *story.body.blocks)
            ),
        )
    ).article
    assert desk.intake.read([sent(odd)]).returned[0].same
    (back,) = desk.intake.read([sent(odd, say("neun", "zwölf"), "b.docx")]).returned
    assert back.changes == 1


def test_what_came_back_broken_harms_nothing(desk, story, sent):
    path = sent(story, say("neun", "zw\u00adölf"))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    report = desk.intake.read([path])
    assert len(report.refused) == 1
    assert desk.writing.open(story.id) == story


def test_a_page_desks_file_comes_back_the_same_way(desk, story, tmp_path):
    data = by_name("icml").write(story, Writing(house=desk.house)).data.decode("utf-8")
    path = tmp_path / "seite.icml"
    path.write_text(data, encoding="utf-8")
    assert [one.same for one in desk.intake.read([path]).returned] == [True]
    path.write_text(data.replace("neun Boote", "zwölf Boote"), encoding="utf-8")
    (back,) = desk.intake.read([path]).returned
    assert (back.id, back.changes, back.untaken) == (story.id, 1, 0)
