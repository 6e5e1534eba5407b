from __future__ import annotations

from dataclasses import replace

from newsroom.domain.errors import EditedElsewhere, NotFound


def test_many_stories_are_saved_at_once_and_undone_at_once(library, anna, story):
    kept = [library.stories.save(story(headline=f"Hafen {n}"), anna).article for n in range(3)]
    given = [(replace(one, section="Kultur"), "refiled") for one in kept]
    saved = library.stories.save_many(given, anna, "alle zusammen")
    assert [(one.section, one.version) for one in saved.articles] == [("Kultur", 2)] * 3
    newest = library.history.revisions(kept[0].id)[0]
    assert (newest.action, newest.note) == ("refiled", "alle zusammen")
    library.stories.undo(saved.changes, anna)
    assert {one.section for one in library.stories.articles([one.id for one in kept])} == {kept[0].section}


def test_what_others_saved_meanwhile_or_never_was_is_left_and_told(library, anna, story):
    kept = [library.stories.save(story(headline=f"Hafen {n}"), anna).article for n in range(2)]
    library.stories.save(replace(kept[0], headline="Anders"), anna)
    given = [(replace(one, section="Kultur"), "refiled") for one in (*kept, replace(kept[0], id=999))]
    saved = library.stories.save_many(given, anna)
    assert [one.id for one in saved.articles] == [kept[1].id]
    assert {id_: type(error) for id_, error in saved.refused.items()} == {
        kept[0].id: EditedElsewhere,
        999: NotFound,
    }
    assert library.stories.article(kept[0].id).headline == "Anders"
