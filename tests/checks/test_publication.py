from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newsroom.domain.body import Paragraph, body
from newsroom.domain.finding import Field, Place
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.note_places import add_note
from newsroom.domain.notes import Note, resolved
from newsroom.domain.workflow import State
from newsroom.translation import tell

PAST = datetime(2026, 3, 1, tzinfo=UTC)
LATER = datetime(2026, 3, 29, tzinfo=UTC)


def test_a_report_without_a_lead_is_told(judge):
    assert judge("lead-missing", genre="report")


@pytest.mark.parametrize(
    "fields",
    [
        {"genre": "report", "lead": text("Die Insel ist wieder zu erreichen.")},
        {"genre": "news-item"},
        {"genre": ""},
        {"genre": "report", "imported": True, "source": "npa"},
    ],
)
def test_no_lead_is_missed_where_none_is_wanted(judge, fields):
    assert not judge("lead-missing", **fields)


@pytest.mark.parametrize(
    ("rule", "empty"), [("section-missing", {"section": ""}), ("time-missing", {"publish_time": None})]
)
def test_section_and_time_are_asked_for_on_submit_only(judge, rule, empty):
    assert judge(rule, **empty)
    assert not judge(rule, **empty, state=State.FOR_REVIEW)


def test_a_publish_time_that_has_passed_is_told(judge):
    assert judge("time-past", publish_time=PAST)


@pytest.mark.parametrize("fields", [{"imported": True}, {"state": State.PUBLISHED}, {"publish_time": LATER}])
def test_a_past_time_is_no_fault_of_an_imported_or_published_story(judge, fields):
    assert not judge("time-past", **{"publish_time": PAST, **fields})


def test_an_embargo_after_the_publish_time_is_told(judge):
    assert judge("embargo", embargo=LATER)
    assert not judge("embargo", embargo=PAST)


def test_an_unreadable_embargo_line_is_told_with_its_words(judge):
    (finding,) = judge("embargo", embargo_line="Sperrfrist nach Redebeginn")
    assert "Sperrfrist nach Redebeginn" in str(finding.message)


def test_open_notes_are_told_at_the_place_of_the_first_in_the_text(judge, story):
    late = add_note(story, _note("late"), Place(Field.BODY, 1, 4, 9))
    noted = add_note(late, _note("early"), Place(Field.BODY, 0, 4, 9))
    (finding,) = judge("notes-open", state=State.FOR_REVIEW, notes=noted.notes, body=noted.body)
    assert finding.place == Place(Field.BODY, 0, 4, 4)


def test_a_note_without_a_place_is_open_work_until_it_is_resolved(judge):
    (finding,) = judge("notes-open", state=State.FOR_REVIEW, notes=(_note("gone"),))
    assert finding.place.field is Field.BODY
    assert not judge("notes-open", state=State.FOR_REVIEW, notes=(resolved(_note("gone")),))


def _note(name):
    return Note(name, "Imke", PAST, "Wer sagt das?")


def test_a_change_that_nobody_judged_is_told_in_lead_and_text(judge):
    new, gone = (frozenset({Mark(kind, kind[0])}) for kind in (MarkKind.INSERTED, MarkKind.DELETED))
    lead, story = text("Endlich", new), body(Paragraph(text("Alt", gone)))
    (finding,) = judge("changes-open", state=State.FOR_REVIEW, lead=lead, body=story)
    assert finding.subject == "d i"
    assert not judge("changes-open", state=State.FOR_REVIEW, lead=text("Endlich"))


def test_a_word_in_the_place_of_another_is_one_open_change_as_the_list_has_it(judge):
    new, gone = (frozenset({Mark(kind, kind[0])}) for kind in (MarkKind.INSERTED, MarkKind.DELETED))
    story = body(Paragraph((Run("Der "), Run("Kai", gone), Run("Hafen", new), Run(" ruht."))))
    (finding,) = judge("changes-open", state=State.FOR_REVIEW, body=story)
    assert tell(finding.message) == "One change is open."
