"""Sections, genres, people and keywords: renamed, merged, retired, deleted, and nothing orphaned."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.catalogue import RENAMED, Kind
from newsroom.domain.errors import EditedElsewhere, NotAllowed, NotFound, WrongValue
from newsroom.domain.listing import Filter
from newsroom.domain.person import Role
from newsroom.domain.template import Template
from newsroom.domain.workflow import Transition
from newsroom.library import usage


def save(desk, headline="Der Hafen", **fields):
    return desk.writing.save(desk.writing.new(headline=headline, authors=(), **fields)).article


def done(desk, job):
    return desk.catalogue.finish(job)[0]


def now(desk, story):
    return desk.library.stories.article(story.id)


def right(desk):
    """Tell whether the running counts are those of the stories."""
    return desk.library.check() == ()


@pytest.fixture
def chief(newsroom):
    return newsroom.with_person(newsroom.library.house.person("Ragna Hollmann"))


# Sections


def test_a_renamed_section_takes_its_stories_along(desk):
    story, other = save(desk, section="Sport"), save(desk, section="Region")
    job = desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele")
    assert (job.total, job.finished) == (1, False)
    assert done(desk, job).finished
    assert now(desk, story).section == "Spiele"
    assert now(desk, other).version == other.version
    assert desk.lists.page(Filter(section="Spiele")).items[0].id == story.id
    assert desk.lists.counts().sections == {"Spiele": 1, "Region": 1}
    assert [one.name for one in desk.library.house.sections()] == ["Spiele", "Region"]
    assert right(desk)


def test_a_rename_stands_in_the_journal_and_leaves_old_versions_as_they_were(desk):
    story = save(desk, section="Sport")
    done(desk, desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    entry = desk.library.history.journal(story.id)[-1]
    assert (entry.action, entry.note, entry.version) == (RENAMED, "Sport → Spiele", 2)
    assert desk.library.history.revision(story.id, 1).section == "Sport"
    assert now(desk, story).modified == story.modified


def test_an_approval_stands_when_the_section_is_renamed(chief, newsroom):
    story = save(newsroom, section="Sport")
    story = newsroom.approval.move(story, Transition.SUBMIT).article
    story = chief.approval.move(story, Transition.APPROVE).article
    done(chief, chief.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    renamed = now(chief, story)
    assert (renamed.state, renamed.approved_hash) == (story.state, story.approved_hash)
    assert chief.approval.move(renamed, Transition.PUBLISH).article.section == "Spiele"


def test_a_name_that_is_there_offers_a_merge(desk):
    save(desk, section="Sport")
    save(desk, section="SPORT")
    seen = desk.catalogue.preview(Kind.SECTION, "SPORT", "Sport")
    assert (seen.target.name, seen.stories) == ("Sport", 1)
    with pytest.raises(WrongValue, match="Merge the two"):
        desk.catalogue.rename(Kind.SECTION, "SPORT", "Sport")
    done(desk, desk.catalogue.rename(Kind.SECTION, "SPORT", "Sport", merge=True))
    assert desk.lists.counts().sections == {"Sport": 2}
    assert [one.name for one in desk.library.house.sections()] == ["Sport"]


def test_stories_in_the_trash_follow_too(desk):
    story = save(desk, section="Sport")
    desk.writing.trash([story.id])
    done(desk, desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    desk.writing.restore([story.id])
    assert desk.lists.counts().sections == {"Spiele": 1}
    assert right(desk)


def test_while_stories_follow_the_old_section_is_still_there(desk, monkeypatch):
    monkeypatch.setattr("newsroom.library.renaming.PAGE", 2)
    for _ in range(5):
        save(desk, section="Sport")
    job = desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele")
    job, changes = desk.catalogue.go_on(job)
    assert (job.done, len(changes.stories), job.finished) == (2, 2, False)
    assert {one.name: one.retired for one in desk.library.house.sections()} == {
        "Spiele": False,
        "Sport": True,
    }
    assert desk.lists.counts().sections == {"Spiele": 2, "Sport": 3}
    assert [one.name for one in desk.catalogue.entries(Kind.SECTION)] == ["Spiele"]
    assert desk.catalogue.unfinished() == (job,)
    assert done(desk, job).done == 5
    assert [one.name for one in desk.library.house.sections()] == ["Spiele"]
    assert desk.catalogue.unfinished() == ()


def test_another_window_goes_on_where_one_was_closed(desk, monkeypatch):
    monkeypatch.setattr("newsroom.library.renaming.PAGE", 1)
    stories = [save(desk, section="Sport") for _ in range(3)]
    desk.catalogue.go_on(desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    with open_desk(desk.library.location, "Malin Torbeck") as other:
        (job,) = other.catalogue.left()
        done(other, job)
    assert {now(desk, story).section for story in stories} == {"Spiele"}


def test_who_still_writes_the_old_name_means_the_new_one(desk):
    open_elsewhere = save(desk, section="Sport")
    done(desk, desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    assert save(desk, section="Sport").section == "Spiele"
    late = desk.writing.save(replace(open_elsewhere, headline="Der Hafen von heute")).article
    assert (late.section, late.headline, late.version) == ("Spiele", "Der Hafen von heute", 3)


def test_a_story_that_someone_else_changed_too_is_still_a_conflict(desk):
    mine = save(desk, section="Sport")
    desk.writing.save(replace(mine, headline="Anders"))
    done(desk, desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    with pytest.raises(EditedElsewhere):
        desk.writing.save(replace(mine, headline="Meins"))


def test_two_renames_after_each_other_end_at_the_last_name(desk, monkeypatch):
    monkeypatch.setattr("newsroom.library.renaming.PAGE", 1)
    stories = [save(desk, section="Sport") for _ in range(3)]
    first, _ = desk.catalogue.go_on(desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    second = desk.catalogue.rename(Kind.SECTION, "Spiele", "Freizeit")
    done(desk, second)
    done(desk, first)
    assert {now(desk, story).section for story in stories} == {"Freizeit"}
    assert [one.name for one in desk.library.house.sections()] == ["Freizeit"]


def test_two_windows_cannot_rename_one_section_in_two_ways(desk):
    save(desk, section="Sport")
    with open_desk(desk.library.location, "Malin Torbeck") as other:
        seen = other.catalogue.preview(Kind.SECTION, "Sport", "Freizeit")
        desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele")
        from newsroom.desk.catalogue import _wanted

        with pytest.raises(EditedElsewhere, match="meanwhile"):
            other.library.catalogue.begin(_wanted(seen, bylines=False), other.person)


def test_a_rename_is_taken_back_with_the_stories_written_since(desk):
    save(desk, section="Sport")
    done(desk, desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    save(desk, section="Spiele")
    done(desk, desk.catalogue.undo(desk.catalogue.last()))
    assert desk.lists.counts().sections == {"Sport": 2}
    assert right(desk)


def test_a_merge_is_taken_back_but_for_what_was_changed_since(desk):
    moved, changed, always = (
        save(desk, section="Spiele"),
        save(desk, section="Spiele"),
        save(desk, section="Sport"),
    )
    desk.catalogue.colour("Spiele", "#123456")
    done(desk, desk.catalogue.rename(Kind.SECTION, "Spiele", "Sport", merge=True))
    desk.writing.save(replace(now(desk, changed), section="Region"))
    desk.writing.save(replace(now(desk, moved), headline="Neu"))
    done(desk, desk.catalogue.undo(desk.catalogue.last()))
    found = [now(desk, story).section for story in (moved, changed, always)]
    assert found == ["Spiele", "Region", "Sport"]
    assert {one.name: one.colour for one in desk.library.house.sections()}["Spiele"] == "#123456"
    assert right(desk)


def test_half_a_rename_is_taken_back(desk, monkeypatch):
    monkeypatch.setattr("newsroom.library.renaming.PAGE", 1)
    stories = [save(desk, section="Sport") for _ in range(3)]
    job, _ = desk.catalogue.go_on(desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele"))
    done(desk, desk.catalogue.undo(job))
    assert {now(desk, story).section for story in stories} == {"Sport"}
    assert [(one.name, one.retired) for one in desk.library.house.sections()] == [("Sport", False)]


def test_templates_of_the_house_and_ones_own_follow_and_come_back(desk):
    shorthand = desk.shorthand
    shorthand.put_template(Template(name="Spiel", section="Sport"), house=True)
    shorthand.put_template(Template(name="Meins", section="Sport"), house=False)
    save(desk, section="Sport")
    save(desk, section="Spiele")
    assert desk.catalogue.preview(Kind.SECTION, "Sport", "Spiele").templates == 1
    job = done(desk, desk.catalogue.rename(Kind.SECTION, "Sport", "Spiele", merge=True))
    assert [one.section for one in shorthand.templates(house=True)] == ["Spiele"]
    assert [one.section for one in shorthand.templates(house=False)] == ["Spiele"]
    desk.catalogue.undo(job)
    assert [one.section for one in shorthand.templates(house=True)] == ["Sport"]


def test_a_retired_section_keeps_its_stories(desk):
    story = save(desk, section="Sport")
    desk.catalogue.retire(Kind.SECTION, "Sport")
    (entry,) = desk.catalogue.entries(Kind.SECTION)
    assert (entry.retired, entry.live, entry.open) == (True, 1, 1)
    assert now(desk, story).section == "Sport"
    desk.catalogue.retire(Kind.SECTION, "Sport", retired=False)
    assert not desk.library.house.sections()[0].retired


def test_only_what_nothing_uses_is_deleted(desk):
    story = save(desk, section="Sport")
    with pytest.raises(WrongValue, match="used by stories"):
        desk.catalogue.delete(Kind.SECTION, "Sport")
    desk.writing.save(replace(story, section=""))
    desk.shorthand.put_template(Template(name="Spiel", section="Sport"), house=True)
    with pytest.raises(WrongValue, match="template"):
        desk.catalogue.delete(Kind.SECTION, "Sport")
    desk.shorthand.drop_template("Spiel", house=True)
    desk.catalogue.delete(Kind.SECTION, "Sport")
    assert desk.catalogue.entries(Kind.SECTION) == ()


def test_sections_are_added_coloured_and_put_in_order(desk):
    names = [desk.catalogue.add(Kind.SECTION, name).id for name in ("Politik", "Sport", "Region")]
    desk.catalogue.order(Kind.SECTION, names[::-1])
    desk.catalogue.colour("Sport", "#AABBCC")
    found = desk.catalogue.entries(Kind.SECTION)
    assert [one.name for one in found] == ["Region", "Sport", "Politik"]
    assert found[1].colour == "#aabbcc"
    with pytest.raises(WrongValue):
        desk.catalogue.colour("Sport", "red")
    with pytest.raises(WrongValue):
        desk.catalogue.add(Kind.SECTION, "sport")


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "\u202eabc"])
def test_a_name_that_cannot_be_seen_is_refused(desk, name):
    save(desk, section="Sport")
    with pytest.raises(WrongValue):
        desk.catalogue.rename(Kind.SECTION, "Sport", name)


def test_only_a_duty_editor_changes_the_catalogue(newsroom):
    save(newsroom, section="Sport")
    for work in (
        lambda: newsroom.catalogue.rename(Kind.SECTION, "Sport", "Spiele"),
        lambda: newsroom.catalogue.retire(Kind.SECTION, "Sport"),
        lambda: newsroom.catalogue.delete(Kind.SECTION, "Sport"),
        lambda: newsroom.catalogue.add(Kind.SECTION, "Spiele"),
        lambda: newsroom.catalogue.order(Kind.SECTION, ()),
    ):
        with pytest.raises(NotAllowed):
            work()


# Genres


def test_a_genre_gets_another_name_and_its_stories_stay_as_they_are(desk):
    story = save(desk, genre="report")
    job = desk.catalogue.rename(Kind.GENRE, "report", "Hintergrund")
    assert job.finished
    assert now(desk, story).version == story.version
    assert desk.catalogue.find(Kind.GENRE, "Hintergrund").name == "report"
    desk.catalogue.undo(job)
    assert desk.catalogue.find(Kind.GENRE, "report").title == "Report"


def test_genres_merge_and_come_back(desk):
    story = save(desk, genre="feature")
    seen = desk.catalogue.preview(Kind.GENRE, "feature", "Report")
    assert (seen.target.name, seen.stories) == ("report", 1)
    job = done(desk, desk.catalogue.rename(Kind.GENRE, "feature", "Report", merge=True))
    assert now(desk, story).genre == "report"
    assert "feature" not in {one.key for one in desk.library.house.genres()}
    assert save(desk, genre="feature").genre == "report"
    done(desk, desk.catalogue.undo(job))
    assert now(desk, story).genre == "feature"
    assert right(desk)


def test_genres_are_added_retired_and_deleted(desk):
    entry = desk.catalogue.add(Kind.GENRE, "Große Reportage")
    assert entry.name == "grosse-reportage"
    desk.catalogue.retire(Kind.GENRE, entry.name)
    assert desk.catalogue.find(Kind.GENRE, "Große Reportage").retired
    desk.catalogue.wants_lead(entry.name, wanted=False)
    assert not desk.catalogue.find(Kind.GENRE, entry.name).wants_lead
    desk.catalogue.delete(Kind.GENRE, entry.name)
    with pytest.raises(NotFound):
        desk.catalogue.find(Kind.GENRE, entry.name)


# Keywords


def test_keywords_merge_in_the_order_of_each_story(desk):
    one = save(desk, keywords=("Öl", "Bahn", "Erdöl"))
    two = save(desk, keywords=("Öl",))
    done(desk, desk.catalogue.rename(Kind.KEYWORD, "Öl", "Erdöl", merge=True))
    assert (now(desk, one).keywords, now(desk, two).keywords) == (("Erdöl", "Bahn"), ("Erdöl",))
    assert desk.library.house.keywords() == ("Erdöl", "Bahn")
    assert [hit.card.id for hit in desk.lists.search("Erdöl").items] == [two.id, one.id]
    assert right(desk)
    done(desk, desk.catalogue.undo(desk.catalogue.last()))
    assert (now(desk, one).keywords, now(desk, two).keywords) == (("Öl", "Bahn", "Erdöl"), ("Öl",))
    assert right(desk)


@pytest.mark.parametrize("word", ['say "hi"', "100 %", "a_b", "back\\slash", "Ö%l_", "'; DROP TABLE article"])
def test_a_keyword_of_any_signs_is_renamed_and_no_other(desk, word):
    save(desk, keywords=("axb", "100 x", "Oxl-"))
    story = save(desk, keywords=(word, "Bahn"))
    done(desk, desk.catalogue.rename(Kind.KEYWORD, word, "Neu"))
    assert now(desk, story).keywords == ("Neu", "Bahn")
    assert right(desk)


def test_retired_keywords_are_not_offered(desk):
    save(desk, keywords=("Öl", "Bahn"))
    desk.catalogue.retire(Kind.KEYWORD, "Öl")
    assert desk.library.house.keywords() == ("Bahn",)
    desk.catalogue.retire(Kind.KEYWORD, "Öl", retired=False)
    assert desk.library.house.keywords() == ("Bahn", "Öl")


def test_a_keyword_can_be_kept_before_a_story_has_it(desk):
    desk.catalogue.add(Kind.KEYWORD, "Hafen")
    assert desk.library.house.keywords("haf") == ("Hafen",)
    desk.catalogue.delete(Kind.KEYWORD, "Hafen")
    assert desk.library.house.keywords("haf") == ()


def test_of_several_spellings_one_is_offered_and_they_are_likely_twins(desk):
    for words in (("Sport",), ("Sport",), ("sport", "Fähre"), ("Fähren", "Faehre")):
        save(desk, keywords=words)
    assert desk.library.house.keywords("sp") == ("Sport",)
    assert [[one.name for one in group] for group in desk.catalogue.twins()] == [
        ["Faehre", "Fähre", "Fähren"],
        ["Sport", "sport"],
    ]


def test_thousands_of_keywords_come_page_by_page(desk):
    save(desk, keywords=tuple(f"Wort {number}" for number in range(500)))
    first = desk.catalogue.keywords(limit=300)
    rest = desk.catalogue.keywords(after=first[-1], limit=300)
    assert len({one.name for one in (*first, *rest)}) == 500
    assert [one.name for one in desk.catalogue.keywords("wort 499")] == ["Wort 499"]


# People


def test_a_person_gets_another_name_and_keeps_their_stories(chief, newsroom):
    newsroom.writing.save(newsroom.writing.new(headline="Meins"))
    done(chief, chief.catalogue.rename(Kind.PERSON, "Malin Torbeck", "Malin Hald"))
    person = chief.library.house.person("Malin Torbeck")
    assert (person.name, person.former) == ("Malin Hald", ("malin torbeck",))
    again = chief.with_person(person)
    assert sum(again.lists.counts().mine.values()) == 1
    assert len(again.lists.page(Filter(author="Malin Hald")).items) == 1
    assert chief.catalogue.find(Kind.PERSON, "Malin Hald").live == 1


def test_nobody_approves_their_own_story_under_a_new_name(chief, newsroom):
    editor = newsroom.with_person(newsroom.library.house.person("Jelto Wiarda"))
    story = editor.approval.move(
        editor.writing.save(editor.writing.new(headline="Meins")).article, Transition.SUBMIT
    )
    done(chief, chief.catalogue.rename(Kind.PERSON, "Jelto Wiarda", "Jelto Hald"))
    renamed = chief.with_person(chief.library.house.person("Jelto Hald"))
    with pytest.raises(NotAllowed):
        renamed.approval.move(story.article, Transition.APPROVE)


def test_bylines_follow_where_wanted_but_never_approved_ones(chief, newsroom):
    by = (Byline("Malin Torbeck", "Fotos"), Byline("Ida Quist"))
    draft = newsroom.writing.save(newsroom.writing.new(headline="Entwurf", authors=by)).article
    out = newsroom.approval.move(newsroom.writing.new(headline="Raus", authors=by), Transition.SUBMIT).article
    out = chief.approval.move(out, Transition.APPROVE).article
    assert chief.catalogue.preview(Kind.PERSON, "Malin Torbeck", "Malin Hald").bylines == 1
    job = done(chief, chief.catalogue.rename(Kind.PERSON, "Malin Torbeck", "Malin Hald", bylines=True))
    assert now(chief, draft).authors == (Byline("Malin Hald", "Fotos"), Byline("Ida Quist"))
    assert now(chief, out).authors == by
    done(chief, chief.catalogue.undo(job))
    assert now(chief, draft).authors == by
    assert right(chief)


def test_two_entries_of_one_person_merge(chief):
    chief.people.add("M. Torbeck", Role.EDITOR)
    done(chief, chief.catalogue.rename(Kind.PERSON, "M. Torbeck", "Malin Torbeck", merge=True))
    assert chief.library.house.person("M. Torbeck").name == "Malin Torbeck"
    assert len(chief.people.all()) == 3
    chief.catalogue.undo(chief.catalogue.last())
    assert len(chief.people.all()) == 4


def test_a_retired_person_does_not_act_and_the_last_duty_editor_stays(chief):
    chief.catalogue.retire(Kind.PERSON, "Jelto Wiarda")
    with pytest.raises(NotAllowed, match="no longer here"):
        open_desk(chief.library.location, "Jelto Wiarda")
    with pytest.raises(NotAllowed, match="yourself"):
        chief.catalogue.retire(Kind.PERSON, "Ragna Hollmann")
    chief.people.add("Neu", Role.CHIEF)
    chief.catalogue.person("Neu", Role.EDITOR, "nn")
    with pytest.raises(NotAllowed):
        chief.catalogue.person("Ragna Hollmann", Role.EDITOR, "")


# The law: whatever is done, nothing is orphaned and the counts are those of the stories


NAMES = ("Sport", "sport", "Region", "Öl", "Oel")
KINDS = st.sampled_from((Kind.SECTION, Kind.KEYWORD, Kind.GENRE))
STEP = st.tuples(
    st.sampled_from(("save", "trash", "rename", "merge", "page", "undo", "retire", "delete", "finish")),
    KINDS,
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.integers(0, 5),
)


def act(desk, stories, what, kind, one, other, number):
    catalogue, story = desk.catalogue, stories[number % len(stories)]
    if what == "save":
        values = {"section": one, "keywords": (one, other), "genre": ("news", "report", "box")[number % 3]}
        desk.writing.save(replace(now(desk, story), **values))
    elif what == "trash":
        lies = now(desk, story).trashed
        (desk.writing.restore if lies else desk.writing.trash)([story.id])
    elif what in {"rename", "merge"}:
        catalogue.rename(kind, one, other, merge=what == "merge")
    elif what == "undo":
        last = catalogue.last()
        if last:
            catalogue.undo(last)
    elif what == "retire":
        catalogue.retire(kind, one, retired=number % 2 == 0)
    elif what == "delete":
        catalogue.delete(kind, one)
    else:
        for job in catalogue.unfinished():
            catalogue.go_on(job) if what == "page" else catalogue.finish(job)


@pytest.fixture(scope="module")
def wide(tmp_path_factory):
    with open_desk(tmp_path_factory.mktemp("wide") / "library.newsroom", "Malin Torbeck") as desk:
        yield desk


@settings(max_examples=12)
@given(steps=st.lists(STEP, min_size=3, max_size=14))
@pytest.mark.long
def test_nothing_is_orphaned_and_the_counts_are_right_whatever_is_done(wide, steps):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("newsroom.library.renaming.PAGE", 2)
        stories = [save(wide, section=NAMES[n % 3], keywords=NAMES[n:], genre="news") for n in range(4)]
        for what, kind, one, other, number in steps:
            with suppress(WrongValue, NotFound, EditedElsewhere):
                act(wide, stories, what, kind, one, other, number)
            assert_counts(wide)
        assert_whole(wide, stories)
        for job in wide.catalogue.unfinished():
            wide.catalogue.finish(job)
        assert_whole(wide, stories)
        assert not {one.name for one in wide.library.house.sections() if one.name in _gone(wide)}


def _gone(desk):
    from newsroom.library import former

    with desk.library._store.reading() as connection:
        return former.targets(connection, Kind.SECTION)


def assert_counts(desk):
    with desk.library._store.reading() as connection:
        assert usage.is_right(connection)
    counts = desk.lists.counts()
    assert sum(counts.sections.values()) == counts.all


def assert_whole(desk, stories):
    sections = {one.name for one in desk.library.house.sections()}
    genres = {one.key for one in desk.library.house.genres()}
    for story in desk.library.stories.articles([one.id for one in stories]):
        assert story.section in sections
        assert story.genre in genres
