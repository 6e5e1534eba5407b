from dataclasses import replace

import pytest

from newsroom.domain.changeset import Touched
from newsroom.domain.errors import EditedElsewhere, NotFound
from newsroom.domain.listing import Filter

TRASH = Filter(trash=True)


def test_each_save_leaves_a_version(library, anna, bruno, story):
    first = library.stories.save(story("Eins"), anna).article
    library.stories.save(replace(first, headline="Zwei"), bruno, "approved", "gut so")
    new, old = library.history.revisions(1)
    assert (old.version, old.headline, old.person, old.action) == (1, "Eins", "Anna Berg", "saved")
    assert (new.version, new.headline, new.person) == (2, "Zwei", "Bruno Hald")
    assert (new.action, new.note) == ("approved", "gut so")
    assert library.history.revision(1, 1) == first
    with pytest.raises(NotFound, match="no version 9"):
        library.history.revision(1, 9)


def test_the_trash_hides_a_story_and_gives_it_back(library, anna, story):
    library.stories.save(story(), anna)
    changes = library.stories.trash([1], anna)
    assert changes.touched == {Touched.TRASH}
    assert library.lists.cards().items == ()
    assert library.lists.search("hafen").items == ()
    assert library.doubles.headlines("Hafen wird tiefer") == ()
    assert [card.id for card in library.lists.cards(TRASH).items] == [1]
    assert [hit.card.id for hit in library.lists.search("hafen", TRASH).items] == [1]
    library.stories.restore([1], anna)
    assert [card.id for card in library.lists.cards().items] == [1]
    assert library.stories.article(1).trashed is None


def test_trashing_twice_changes_nothing_more(library, anna, story):
    library.stories.save(story(), anna)
    library.stories.trash([1, 1], anna)
    assert not library.stories.trash([1], anna)
    assert library.stories.article(1).version == 2


def test_undo_puts_the_former_text_back_as_a_new_version(library, anna, story):
    first = library.stories.save(story("Vorher"), anna).article
    second = library.stories.save(replace(first, headline="Nachher"), anna)
    undone = library.stories.undo(second.changes, anna)
    assert library.stories.article(1).headline == "Vorher"
    assert library.stories.article(1).version == 3
    assert len(library.history.journal(1)) == 3
    library.stories.undo(undone, anna)
    assert library.stories.article(1).headline == "Nachher"


def test_undoing_an_added_story_puts_it_into_the_trash(library, anna, story):
    library.stories.undo(library.stories.save(story(), anna).changes, anna)
    assert library.lists.count(TRASH) == 1


def test_undo_is_refused_where_the_story_went_on(library, anna, bruno, story):
    first = library.stories.save(story("Eins"), anna).article
    second = library.stories.save(replace(first, headline="Zwei"), anna)
    library.stories.save(replace(second.article, headline="Drei"), bruno)
    with pytest.raises(EditedElsewhere, match="changed since"):
        library.stories.undo(second.changes, anna)
    assert library.stories.article(1).headline == "Drei"


def test_undo_of_several_is_all_or_nothing(library, anna, story):
    library.stories.add_many([(story("Eins"), ""), (story("Zwei"), "")], anna)
    trashed = library.stories.trash([1, 2], anna)
    library.stories.save(library.stories.article(2), anna)
    with pytest.raises(EditedElsewhere):
        library.stories.undo(trashed, anna)
    assert library.lists.count(TRASH) == 2


def test_drafts_are_kept_by_story_and_session(library, story):
    one, two = story("Eins"), story("Zwei")
    library.drafts.keep("mine", one)
    library.drafts.keep("mine", replace(one, headline="Eins, weiter"))
    library.drafts.keep("other", two)
    assert {draft.article.headline for draft in library.drafts.all()} == {"Eins, weiter", "Zwei"}
    assert [draft.session for draft in library.drafts.all(exclude_session="mine")] == ["other"]
    library.drafts.drop("mine", one.uid)
    assert [draft.uid for draft in library.drafts.all()] == [two.uid]


def test_a_picture_is_kept_once_under_its_digest(library):
    name = library.pictures.add(b"bytes", "image/png")
    assert library.pictures.add(b"bytes", "image/png") == name
    assert library.pictures.get(name) == b"bytes"
    assert library.pictures.get("0" * 64) is None
