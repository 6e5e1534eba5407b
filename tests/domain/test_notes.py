from datetime import UTC, datetime, timedelta

from newsroom.domain.notes import Reply, answered, new_note, put, resolved, rewritten, without_note

NOW = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(minutes=4)


def test_each_note_has_an_id_of_its_own():
    names = {new_note("Imke", NOW, "Wer sagt das?").id for _ in range(50)}
    assert len(names) == 50


def test_a_note_takes_the_place_of_the_one_with_its_id():
    first, second = new_note("Imke", NOW, "eins"), new_note("Imke", NOW, "zwei")
    notes = put(put((), first), second)
    assert put(notes, rewritten(first, "neu")) == (rewritten(first, "neu"), second)
    assert without_note(notes, first.id) == (second,)


def test_an_answer_opens_a_resolved_note_again():
    done = resolved(new_note("Imke", NOW, "Quelle?"))
    assert done.resolved
    open_again = answered(done, Reply("Bruno", LATER, "Liegt vor."))
    assert not open_again.resolved
    assert open_again.latest == LATER
    assert resolved(open_again, done=False) == open_again
