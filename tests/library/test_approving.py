"""Approvals at the door of the library: bound to the text that is kept, void when readers would see another."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newsroom.domain.approved import OVERRIDDEN, VOIDED, Approval, Evidence, Grade, Open, Seal
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import NotAllowed
from newsroom.domain.four_eyes import Standing
from newsroom.domain.reader import is_approved, reader_hash
from newsroom.domain.workflow import State
from newsroom.library import articles, open_library
from newsroom.library.rows import ARTICLE
from newsroom.text.query.reading import read
from newsroom.text.query.values import Standpoint
from tests.library.older import taken_back

DUE = datetime(2026, 1, 1, tzinfo=UTC)
FULL = Evidence(Seal())


@pytest.fixture
def approved(library, anna, bruno, story):
    kept = library.stories.save(story(), anna).article
    return library.stories.save(
        replace(kept, state=State.APPROVED),
        bruno,
        "approve",
        "gut so",
        evidence=Evidence(
            Seal(open=(Open("quotes", "recommended", "body"),), override="eilt"), ((OVERRIDDEN, "eilt"),)
        ),
    ).article


def test_an_approval_keeps_who_when_which_text_and_what_was_open(library, approved, bruno):
    assert is_approved(approved)
    assert library.approvals.of(approved.id) == (
        Approval(
            story=approved.id,
            number=1,
            version=2,
            grade=Grade.FULL,
            person=bruno.name,
            time=approved.approved_at,
            hash=reader_hash(approved),
            note="gut so",
            override="eilt",
            open=(Open("quotes", "recommended", "body"),),
        ),
    )
    assert [entry.action for entry in library.history.journal(approved.id)] == [
        "saved",
        "approve",
        OVERRIDDEN,
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Anders"},
        {"body": paragraphs(["Anders."])},
        {"authors": (Byline("Carl"),)},
        {"teaser": "Neu"},
        {"correction_note": "Falsch war der Name."},
    ],
)
@pytest.mark.parametrize("state", [State.APPROVED, State.SCHEDULED])
def test_another_text_for_readers_is_not_approved_whoever_saves_it(library, approved, anna, change, state):
    held = library.stories.save(replace(approved, state=state), anna, state.value).article
    saved = library.stories.save(replace(held, **change), anna).article
    assert (saved.state, saved.approved_by, saved.approved_hash, saved.approved_at) == (
        State.FOR_REVIEW,
        "",
        "",
        None,
    )
    assert library.history.revisions(saved.id)[0].action == VOIDED
    assert [one.hash for one in library.approvals.of(saved.id)] == [reader_hash(approved)]


def test_what_readers_do_not_see_leaves_the_approval(library, approved, anna):
    quiet = replace(approved, editors_note="morgen", section="Sport", publish_time=DUE, keywords=("Bau",))
    saved = library.stories.save(quiet, anna).article
    assert saved.state is State.APPROVED
    assert is_approved(saved)


def test_many_at_once_pass_the_same_door(library, approved, anna, story):
    other = library.stories.save(story("Anderes"), anna).article
    changed = [(replace(approved, headline="Neu"), "saved"), (replace(other, headline="Neues"), "saved")]
    saved = library.stories.save_many(changed, anna)
    assert [one.state for one in saved.articles] == [State.FOR_REVIEW, State.DRAFT]


def test_stories_are_written_in_one_place_alone():
    writes = re.compile(
        r"\b(?:update|insert|add)\((?:connection, )?(?:ARTICLE|TEXT)\b|\b(?:ARTICLE|TEXT)\.(?:update|insert)\("
    )
    room = Path(articles.__file__).parent
    found = {path.name for path in room.rglob("*.py") if writes.search(path.read_text(encoding="utf-8"))}
    assert found == {"articles.py", "pairs.py"}, "pairs.py counts lookalikes, nothing that readers see"


def test_nobody_writes_an_approval_into_a_story(library, anna, story):
    kept = library.stories.save(story(), anna).article
    forged = replace(kept, approved_by="Bruno Hald", approved_hash=reader_hash(kept), approved_at=DUE)
    assert not library.stories.save(forged, anna).article.approved_by
    for state in (State.APPROVED, State.SCHEDULED, State.PUBLISHED):
        with pytest.raises(NotAllowed, match="Have it approved first"):
            library.stories.save(replace(forged, state=state, version=2), anna)
    assert library.stories.article(kept.id).state is State.DRAFT


def test_an_approved_story_keeps_its_approval_whatever_a_window_says_of_it(library, approved, anna):
    blank = replace(approved, approved_by="", approved_hash="", approved_at=None)
    assert is_approved(library.stories.save(blank, anna).article)


def test_another_text_of_a_published_story_begins_an_update(library, approved, bruno):
    out = library.stories.save(replace(approved, state=State.PUBLISHED), bruno, "publish").article
    changed = library.stories.save(replace(out, headline="Neu"), bruno).article
    assert (changed.state, changed.approved_hash) == (State.DRAFT, "")
    standing = library.approvals.standings([out.id])[out.id]
    assert (standing.out, standing.was_out) == (out.version, True)


def test_what_is_undone_has_the_approval_that_it_had_and_publishing_is_not_undone(
    library, approved, anna, bruno
):
    voided = library.stories.save(replace(approved, headline="Neu"), anna)
    library.stories.undo(voided.changes, anna)
    again = library.stories.article(approved.id)
    assert (again.state, again.headline) == (State.APPROVED, approved.headline)
    assert is_approved(again)
    out = library.stories.save(replace(again, state=State.PUBLISHED), bruno, "publish")
    with pytest.raises(NotAllowed, match="that is not undone"):
        library.stories.undo(out.changes, bruno)
    begun = library.stories.save(replace(out.article, state=State.DRAFT), bruno, "update")
    library.stories.undo(begun.changes, bruno)
    assert is_approved(library.stories.article(approved.id))


def test_who_changed_the_text_is_remembered_and_who_renamed_is_not(library, anna, bruno, story):
    kept = library.stories.save(story(authors=(Byline("Bruno Hald"),)), anna).article
    assert library.approvals.standings([kept.id]) == {}
    kept = library.stories.save(replace(kept, headline="Neu", authors=()), bruno).article
    kept = library.stories.save(replace(kept, headline="Neuer"), anna).article
    kept = library.stories.save(replace(kept, authors=(Byline("Anna"),)), bruno, "renamed").article
    expected = Standing(hands=("bruno hald", "anna berg"), left_byline=("bruno hald",))
    assert library.approvals.standings([kept.id]) == {kept.id: expected}


def test_the_first_of_two_approvals_ends_with_the_text_it_was_given_to(library, anna, bruno, story):
    kept = library.stories.save(story(state=State.FOR_REVIEW), anna).article
    first = Evidence(Seal(grade=Grade.FIRST))
    half = library.stories.save(kept, bruno, "approve-first", evidence=first).article
    assert half.state is State.FOR_REVIEW
    assert not half.approved_hash
    assert library.approvals.standings([kept.id])[kept.id].first == "bruno hald"
    library.stories.save(replace(half, headline="Neu"), anna)
    assert library.approvals.standings([kept.id])[kept.id].first == ""


def test_second_eyes_are_due_until_somebody_looked(library, anna, bruno, story):
    ids = []
    for hours in (2, 1):
        kept = library.stories.save(story(f"Brand {hours}"), anna).article
        alone = Evidence(Seal(grade=Grade.ALONE, due=DUE + timedelta(hours=hours)))
        library.stories.save(replace(kept, state=State.PUBLISHED), bruno, "publish-alone", evidence=alone)
        ids.append(kept.id)
    assert library.approvals.due() == ((ids[1], DUE + timedelta(hours=1)), (ids[0], DUE + timedelta(hours=2)))
    looked = Evidence(Seal(grade=Grade.LOOKED))
    library.stories.save(library.stories.article(ids[1]), anna, "looked", evidence=looked)
    assert [story for story, _ in library.approvals.due()] == [ids[0]]
    withdrawn = replace(library.stories.article(ids[0]), state=State.WITHDRAWN)
    library.stories.save(withdrawn, bruno, "withdraw")
    assert library.approvals.due() == ()


def test_reserve_copy_is_found(library, approved, anna, story):
    library.stories.save(story("Nur ein Entwurf"), anna)
    library.stories.save(story("Mit Zeit", day=3, state=State.APPROVED), anna)
    found = library.lists.search(read("ist:stehsatz ", Standpoint(DUE, "Europe/Berlin", "Anna Berg"))).items
    assert [hit.card.id for hit in found] == [approved.id]


def test_approvals_go_with_a_copy(library, approved, anna, tmp_path):
    library.stories.save(replace(approved, headline="Neu"), anna)
    library.copy_to(tmp_path / "copy.newsroom", lambda *_: None, lambda: False)
    with open_library(tmp_path / "copy.newsroom") as copy:
        assert copy.approvals.of(approved.id) == library.approvals.of(approved.id)
        assert copy.approvals.standings([approved.id]) == library.approvals.standings([approved.id])


def test_a_text_changed_past_the_door_is_found_by_the_check(library, approved):
    assert library.check() == ()
    with library._store.writing() as connection:
        connection.execute(ARTICLE.update().values(approved_hash="12" * 32))
    assert "Have it approved again." in " ".join(str(message) for message in library.check())


def test_a_library_of_before_knows_its_approvals_and_what_was_out(
    where, library, approved, anna, bruno, story
):
    kept = library.stories.save(story("Zweite"), anna).article
    ready = library.stories.save(replace(kept, state=State.APPROVED), bruno, "approve", evidence=FULL).article
    out = library.stories.save(replace(ready, state=State.PUBLISHED), bruno, "publish").article
    library.stories.save(replace(out, state=State.DRAFT), anna, "update")
    library.close()
    taken_back(where, "0004")
    with open_library(where) as again:
        (one,) = again.approvals.of(approved.id)
        assert (one.person, one.hash, one.grade) == (bruno.name, reader_hash(approved), Grade.FULL)
        standing = again.approvals.standings([kept.id])[kept.id]
        assert (standing.was_out, standing.out) == (True, out.version)
        assert again.approvals.standings([approved.id]) == {}
        assert again.check() == ()
