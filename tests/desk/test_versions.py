from dataclasses import replace

import pytest

from newsroom.desk.versions import considered
from newsroom.domain.article import OrderedLength
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import WrongValue
from newsroom.domain.inline import text
from newsroom.domain.workflow import State

FERRY = (
    "Die Fähre nach Wendelsbrück fährt ab Montag wieder jede Stunde.",
    "Der Kapitän freut sich auf den Sommer und auf viele Gäste.",
)


@pytest.fixture
def web(desk):
    story = desk.writing.new(
        headline="Fähre fährt wieder", lead=text("Elf Wochen lang lag sie im Dock."), body=paragraphs(FERRY),
        ordered_length=OrderedLength(80),
    )  # fmt: skip
    return desk.writing.save(story).article


@pytest.fixture
def printed(desk, web):
    return desk.versions.derive(web).article


def test_a_print_version_has_the_text_and_a_length_and_a_state_of_its_own(web, printed):
    assert (printed.headline, printed.lead, printed.body) == (web.headline, web.lead, web.body)
    assert (printed.state, printed.ordered_length) == (State.DRAFT, None)
    assert printed.uid != web.uid
    assert printed.slug != web.slug


def test_both_versions_find_each_other(desk, web, printed):
    assert desk.versions.other(printed) == web
    assert desk.versions.other(web) == printed


def test_a_story_has_one_print_version(desk, web, printed):
    with pytest.raises(WrongValue):
        desk.versions.derive(web)
    with pytest.raises(WrongValue):
        desk.versions.derive(printed)


def test_a_print_version_in_the_trash_makes_room_for_another(desk, web, printed):
    desk.writing.trash([printed.id])
    assert desk.versions.other(web) is None
    assert desk.versions.derive(web).article.id != printed.id


def test_versions_are_no_doubles_of_each_other(desk, web, printed):
    assert desk.proofing.alike(web) == ()
    assert desk.proofing.alike(printed) == ()


def test_at_first_nothing_is_to_be_taken_over(desk, web, printed):
    assert desk.versions.step(printed).differences == ()
    assert desk.versions.step(web).differences == ()


def test_a_later_change_on_the_web_shows_in_print_until_it_is_considered(desk, web, printed):
    desk.writing.save(replace(web, headline="Fähre fährt ab Montag", body=paragraphs(FERRY[:1])))
    step = desk.versions.step(printed)
    assert [(one.field, one.after is None) for one in step.differences] == [
        ("headline", False),
        ("body", True),
    ]
    kept = desk.writing.save(considered(printed, step, step.differences[:1])).article
    assert [one.field for one in desk.versions.step(kept).differences] == ["body"]
    whole = desk.writing.save(considered(kept, desk.versions.step(kept), step.differences)).article
    assert desk.versions.step(whole).differences == ()


def test_a_later_change_in_print_shows_on_the_web(desk, web, printed):
    desk.writing.save(replace(printed, headline="Wieder jede Stunde"))
    step = desk.versions.step(web)
    assert step.in_print
    assert [one.after for one in step.differences] == ["Wieder jede Stunde"]


def test_what_is_considered_survives_the_library(desk, web, printed):
    assert desk.library.stories.article(printed.id) == printed
    assert desk.library.history.revision(printed.id, 1).counterpart == printed.counterpart
    assert desk.library.check() == ()


def test_considering_changes_nothing_that_readers_get(desk, web, printed):
    from newsroom.domain.reader import reader_hash

    desk.writing.save(replace(web, headline="Fähre fährt ab Montag"))
    step = desk.versions.step(printed)
    assert reader_hash(considered(printed, step, step.differences)) == reader_hash(printed)


def test_a_story_without_another_version_has_no_step(desk, web):
    assert desk.versions.step(web) is None
