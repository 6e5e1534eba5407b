from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.domain.article import ImportNote, LinkKind, StoryLink
from newsroom.domain.changeset import Restore, Touched
from newsroom.domain.codec import dumps
from newsroom.domain.errors import EditedElsewhere, NotFound
from newsroom.domain.workflow import State
from newsroom.library.fields import fields_of, story_of, story_text
from newsroom.translation import msg, msgs
from tests.strategies import articles, words

LAW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
GIVEN_BY_SAVING = {"id", "version", "slug", "created", "created_by", "modified"}


@LAW
@given(articles())
@pytest.mark.long
def test_every_field_comes_back_as_it_was_saved(shared_library, anna, article):
    saved = shared_library.stories.save(article, anna).article
    again = shared_library.stories.article(saved.id)
    assert again == saved
    for entry in fields(article):
        if entry.name not in GIVEN_BY_SAVING:
            assert getattr(again, entry.name) == getattr(article, entry.name), entry.name


@LAW
@given(articles())
@pytest.mark.long
def test_a_story_as_one_text_comes_back_the_same(article):
    assert story_of(story_text(fields_of(article))) == article


@LAW
@given(articles())
@pytest.mark.long
def test_equal_stories_have_equal_text(article):
    twin = story_of(story_text(fields_of(article)))
    assert story_text(fields_of(twin)) == story_text(fields_of(article))


def test_a_message_within_an_import_note_comes_back_as_one(story):
    inner = msgs("One note is open.", "{n} notes are open.", 2)
    note = ImportNote("embargo", msg("Not yet possible: {reason}", reason=inner))
    noted = story(import_notes=(note,))
    assert story_of(story_text(fields_of(noted))).import_notes == noted.import_notes


@settings(LAW, max_examples=20)
@given(st.lists(articles(), min_size=1, max_size=3))
@pytest.mark.long
def test_many_added_at_once_are_as_if_saved_one_by_one(shared_library, anna, incoming):
    added = shared_library.stories.add_many([(article, "") for article in incoming], anna)
    for article, kept in zip(incoming, added, strict=True):
        one = shared_library.stories.save(replace(article, uid=article.uid[:-6] + "ffffff"), anna).article
        same = {name: getattr(kept, name) for name in ("id", "uid", "slug", "created", "modified")}
        assert replace(one, **same) == kept == shared_library.stories.article(kept.id)
        assert (
            len(shared_library.history.journal(kept.id))
            == len(shared_library.history.revisions(kept.id))
            == 1
        )


@given(words(), words())
def test_equal_bodies_have_equal_bytes(first, second):
    from newsroom.domain.body import paragraphs

    assert (dumps(paragraphs([first])) == dumps(paragraphs([second]))) == (
        paragraphs([first]) == paragraphs([second])
    )


def test_a_new_story_gets_a_number_a_version_and_its_author(library, anna, story):
    saved = library.stories.save(story(), anna)
    assert (saved.article.id, saved.article.version) == (1, 1)
    assert saved.article.created_by == "Anna Berg"
    assert saved.article.created == saved.article.modified
    assert saved.changes.concerns(Touched.ADDED)
    assert saved.changes.inverse == (Restore(1, 0),)
    assert library.stories.by_uid(saved.article.uid) == saved.article


def test_a_save_raises_the_version_and_keeps_who_began_it(library, anna, bruno, story):
    first = library.stories.save(story(), anna).article
    second = library.stories.save(replace(first, headline="Hafen wird flacher"), bruno).article
    assert second.version == 2
    assert second.created_by == "Anna Berg"
    assert library.stories.article(1).headline == "Hafen wird flacher"


def test_a_save_says_what_it_touched(library, anna, story):
    first = library.stories.save(story(), anna).article
    text = library.stories.save(replace(first, headline="Neu"), anna)
    state = library.stories.save(replace(text.article, state=State.FOR_REVIEW), anna)
    fields = library.stories.save(replace(state.article, section="Sport"), anna)
    assert text.changes.touched == {Touched.TEXT}
    assert state.changes.touched == {Touched.STATE}
    assert fields.changes.touched == {Touched.METADATA, Touched.SECTIONS}
    assert text.changes.seq < state.changes.seq < fields.changes.seq == library.seq()


def test_a_stale_save_is_refused_and_both_texts_are_kept(library, anna, bruno, story):
    first = library.stories.save(story(), anna).article
    ours = replace(first, headline="Unsere Fassung")
    library.drafts.keep("ours", ours)
    library.stories.save(replace(first, headline="Ihre Fassung"), bruno)
    with pytest.raises(EditedElsewhere, match="saved by someone else"):
        library.stories.save(ours, anna)
    assert library.stories.article(1).headline == "Ihre Fassung"
    assert [draft.article.headline for draft in library.drafts.all()] == ["Unsere Fassung"]
    assert len(library.history.revisions(1)) == len(library.history.journal(1)) == 2


def test_a_story_that_does_not_exist_is_told(library, anna, story):
    with pytest.raises(NotFound, match="number 7"):
        library.stories.article(7)
    with pytest.raises(NotFound, match="nowhere"):
        library.stories.by_uid("nowhere")
    with pytest.raises(NotFound):
        library.stories.save(replace(story(), id=7, version=1), anna)


def test_slugs_are_suggested_and_stand_once(library, anna, story):
    slugs = [library.stories.save(story("Größe zählt"), anna).article.slug for _ in range(3)]
    assert slugs == ["groesse-zaehlt", "groesse-zaehlt-2", "groesse-zaehlt-3"]
    many = library.stories.add_many([(story("Größe zählt"), ""), (story("Größe zählt"), "")], anna)
    assert [article.slug for article in many] == ["groesse-zaehlt-4", "groesse-zaehlt-5"]


def test_a_slug_stays_when_the_story_is_saved_again(library, anna, story):
    library.stories.save(story("Größe zählt"), anna)
    second = library.stories.save(story("Größe zählt"), anna).article
    assert library.stories.save(second, anna).article.slug == second.slug == "groesse-zaehlt-2"


def test_stories_without_a_headline_have_no_slug(library, anna, story):
    assert [library.stories.save(story(""), anna).article.slug for _ in range(2)] == ["", ""]


def test_a_source_is_known_again(library, anna, story):
    library.stories.add_many([(story(), "aa"), (story(), "aa#2")], anna)
    library.stories.save(story(), anna, source="bb")
    assert library.stories.known_source(["aa", "aa#2", "bb", "cc"]) == {"aa": 1, "aa#2": 2, "bb": 3}


def test_the_same_source_twice_is_the_first_story(library, anna, story):
    library.stories.add_many([(story(), "aa"), (story(), "aa")], anna)
    library.stories.save(story(), anna, source="aa")
    assert library.stories.known_source(["aa"]) == {"aa": 1}


def test_a_source_may_lead_to_another_story_and_is_forgotten_when_its_save_is_taken_back(
    library, anna, story
):
    library.stories.add_many([(story(), "aa"), (story(), "bb")], anna)
    library.stories.name_sources({"place": 1, "bb": 1})
    library.stories.name_sources({"place": 2})
    saved = library.stories.save(library.stories.article(1), anna, source="cc")
    assert library.stories.known_source(["place", "bb", "cc"]) == {"place": 2, "bb": 1, "cc": 1}
    library.stories.undo(saved.changes, anna)
    assert library.stories.known_source(["place", "bb", "cc"]) == {"place": 2, "bb": 1}


def test_what_is_no_text_never_enters(library, anna, story):
    saved = library.stories.save(story("Hafen\ud800\x00 tief", "Te\x07xt"), anna).article
    assert saved.headline == "Hafen tief"
    assert library.stories.article(saved.id) == saved


def test_links_lead_to_other_stories(library, anna, story):
    web = library.stories.save(story(), anna).article
    link = StoryLink(LinkKind.PRINT_VERSION_OF, web.uid)
    printed = library.stories.save(story(links=(link,)), anna).article
    unlinked = library.stories.save(replace(printed, links=()), anna).article
    assert library.history.revision(printed.id, 1).links == (link,)
    assert library.stories.article(unlinked.id).links == ()


def test_badges_make_no_version(library, anna, story):
    library.stories.save(story(), anna)
    library.stories.put_badges({1: (2, 3)})
    card = library.lists.cards().items[0]
    assert (card.lookalikes, card.findings, card.version) == (2, 3, 1)
    assert library.check() == ()
