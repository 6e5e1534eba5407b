"""The program works under people's own logins as it does elsewhere: each person at a desk of their own."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.desk.opening import acting
from newsroom.desk.reports import Renewal
from newsroom.domain.body import paragraphs, plain_text
from newsroom.domain.changeset import Changes
from newsroom.domain.channel import Channel
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import (
    EditedElsewhere,
    Embargoed,
    FourEyes,
    LegallyBlocked,
    LibraryUnusable,
    NotAllowed,
)
from newsroom.domain.listing import Draft
from newsroom.domain.notice import NoticeKind
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State, Transition
from newsroom.library import journal, open_library
from newsroom.library.articles import row_of
from newsroom.library.postgres.rights.guard import _beside
from tests.library.postgres.rights.newsroom import PEOPLE, SECRET, now, story, with_rights
from tests.postgres import name_of


def written(desk, headline, **fields):
    return desk.writing.save(story(headline, desk.person.name, **fields)).article


def tidy(house):
    """Give what the owner finds damaged or tampered with."""
    with house.open() as library:
        return library.check()


def test_a_story_goes_from_draft_to_print_and_back(house, anna, bruno, clara):
    begun = written(anna, "Der Damm wird höher")
    again = anna.writing.save(replace(begun, teaser="Um einen Meter.")).article
    sent = anna.approval.move(again, Transition.SUBMIT).article
    assert sent.state is State.FOR_REVIEW
    back = bruno.approval.move(
        bruno.library.stories.article(sent.id), Transition.RETURN, "Quelle fehlt"
    ).article
    sent = anna.approval.move(anna.library.stories.article(back.id), Transition.SUBMIT).article
    approved = bruno.approval.move(bruno.library.stories.article(sent.id), Transition.APPROVE).article
    assert approved.approved_by == "Bruno Hald"
    planned = bruno.approval.move(approved, Transition.SCHEDULE, at=now() + timedelta(days=1)).article
    out = bruno.approval.move(planned, Transition.PUBLISH).article
    assert out.state is State.PUBLISHED
    mended = anna.approval.move(
        anna.library.stories.article(out.id), Transition.CORRECT, "Zahl berichtigt"
    ).article
    assert mended.state is State.DRAFT
    assert bruno.library.stories.article(out.id).correction_note == "Zahl berichtigt"
    sent = anna.approval.move(mended, Transition.SUBMIT).article
    approved = bruno.approval.move(bruno.library.stories.article(sent.id), Transition.APPROVE).article
    out = bruno.approval.move(approved, Transition.PUBLISH).article
    gone = clara.approval.move(clara.library.stories.article(out.id), Transition.WITHDRAW).article
    assert gone.state is State.WITHDRAWN
    assert [one.action for one in anna.library.history.journal(out.id)][-1] == "withdraw"
    assert tidy(house) == ()


def test_an_approved_text_that_is_edited_is_for_review_again_and_undone_it_is_approved(house, anna, bruno):
    sent = anna.approval.move(written(anna, "Die Brücke trägt wieder"), Transition.SUBMIT).article
    approved = bruno.approval.move(bruno.library.stories.article(sent.id), Transition.APPROVE).article
    edited = anna.writing.save(replace(anna.library.stories.article(approved.id), body=paragraphs(("Neu.",))))
    assert edited.article.state is State.FOR_REVIEW
    assert edited.article.approved_by == ""
    anna.writing.undo(edited.changes)
    again = bruno.library.stories.article(approved.id)
    assert (again.state, again.approved_hash) == (State.APPROVED, approved.approved_hash)
    assert tidy(house) == ()


def test_what_readers_do_not_see_may_change_without_another_approval(anna, bruno):
    sent = anna.approval.move(written(anna, "Der Wald wächst nach"), Transition.SUBMIT).article
    approved = bruno.approval.move(bruno.library.stories.article(sent.id), Transition.APPROVE).article
    kept = anna.writing.save(
        replace(anna.library.stories.article(approved.id), editors_note="Bild folgt")
    ).article
    assert (kept.state, kept.approved_hash) == (State.APPROVED, approved.approved_hash)


def test_a_new_story_is_submitted_at_once(house, anna):
    sent = anna.approval.move(story("Ohne Umweg", anna.person.name), Transition.SUBMIT).article
    assert (sent.state, sent.version) == (State.FOR_REVIEW, 1)
    assert tidy(house) == ()


def test_an_author_is_told_that_the_approver_had_a_hand_in_the_text(anna, bruno):
    sent = anna.approval.move(written(anna, "Das Dach ist dicht"), Transition.SUBMIT).article
    edited = bruno.writing.save(
        replace(bruno.library.stories.article(sent.id), headline="Dach dicht")
    ).article
    bruno.approval.move(edited, Transition.APPROVE)
    told = {one.kind for one in anna.notices.page().items if one.story == sent.id}
    assert told == {NoticeKind.APPROVED, NoticeKind.EDITED}


def test_a_planned_draft_is_its_authors_and_whoever_began_it_may_approve(house, anna, bruno):
    topic, _changes = bruno.plan.new(now().date(), {"topic": "Hafenfest", "author": "Anna Berg"})
    begun = bruno.plan.begin([topic.id])
    assert begun.refused == ()
    draft = anna.writing.open(begun.stories[topic.id])
    assert draft.created_by == "Anna Berg"
    full = anna.writing.save(replace(draft, body=paragraphs(("Am Samstag beginnt das Fest.",)))).article
    sent = anna.approval.move(full, Transition.SUBMIT).article
    approved = bruno.approval.move(bruno.library.stories.article(sent.id), Transition.APPROVE).article
    assert approved.state is State.APPROVED
    assert tidy(house) == ()


def under_embargo(anna, bruno, headline):
    end = now() + timedelta(hours=5)
    sent = anna.approval.move(
        written(anna, headline, embargo=end, publish_time=end), Transition.SUBMIT
    ).article
    return bruno.approval.move(bruno.library.stories.article(sent.id), Transition.APPROVE).article


def test_under_embargo_a_page_goes_out_that_appears_after_it_and_the_web_waits(house, anna, bruno):
    page = under_embargo(anna, bruno, "Die Kläranlage wächst")
    assert (
        bruno.approval.move(page, Transition.PUBLISH, channels=(Channel.PRINT,)).article.state
        is State.PUBLISHED
    )
    other = under_embargo(anna, bruno, "Der Busplan ändert sich")
    with pytest.raises(Embargoed):
        bruno.approval.move(other, Transition.PUBLISH)
    assert tidy(house) == ()


@pytest.mark.parametrize(("fault", "error"), [("embargo", Embargoed), ("block", LegallyBlocked)])
def test_the_server_says_why_a_story_is_held_back(anna, bruno, clara, monkeypatch, fault, error):
    """As from a program that does not ask: it is another one's word against the server's."""
    one = under_embargo(anna, bruno, f"Zurückgehalten wegen {fault}")
    if fault == "block":
        one = bruno.writing.save(replace(one, embargo=None)).article
        clara.library.blocks.put([one.id], "Einstweilige Verfügung", clara.person)
    monkeypatch.setattr("newsroom.desk.approval.permit_channel", lambda *_given: None)
    with pytest.raises(error, match="server holds the story back"):
        bruno.approval.move(one, Transition.PUBLISH)


def test_a_chief_publishes_alone_with_a_reason_and_a_colleague_looks_later(house, clara, bruno):
    mine = written(clara, "Feuer im Hafen")
    out = clara.approval.move(mine, Transition.PUBLISH_ALONE, "Eilmeldung").article
    assert [one.card.id for one in bruno.approval.looks_due()] == [out.id]
    assert NoticeKind.EYES_DUE in {one.kind for one in bruno.notices.page().items if one.story == out.id}
    with pytest.raises(NotAllowed):
        clara.approval.look(out.id)
    bruno.approval.look(out.id, "Zahlen stimmen")
    assert bruno.approval.looks_due() == ()
    assert tidy(house) == ()


def test_no_one_approves_their_own(bruno):
    sent = bruno.approval.move(written(bruno, "Das Rathaus zieht um"), Transition.SUBMIT).article
    with pytest.raises(FourEyes):
        bruno.approval.move(sent, Transition.APPROVE)


def test_a_draft_is_its_authors_until_it_is_sent_and_editors(house, anna, bruno, desks):
    mine = written(anna, "Der geheime Fahrplan", keywords=("Fahrplan",))
    dirk = desks["dirk.mass"].library
    assert dirk.stories.articles([mine.id]) == ()
    assert dirk.lists.search("fahrplan").items == ()
    assert [hit.card.id for hit in anna.library.lists.search("fahrplan").items] == [mine.id]
    assert [hit.card.id for hit in bruno.library.lists.search("fahrplan").items] == [mine.id]
    assert "Fahrplan" not in dirk.house.keywords("Fahr")
    anna.approval.move(mine, Transition.SUBMIT)
    assert [hit.card.id for hit in dirk.lists.search("fahrplan").items] == [mine.id]


def test_a_like_draft_of_a_colleague_tells_reason_owner_and_state_only(house, anna):
    found = anna.library.doubles.headlines(f"{SECRET} im Rathaus")
    private = next(one for one in found if one.id == house.stories["secret"])
    assert (private.private, private.authors, private.state) == (True, "Dirk Maß", State.DRAFT)
    assert (private.headline, private.section, private.shared, private.time) == ("", "", (), None)
    assert private.kind is not None
    like = replace(story("Anderes", "Anna Berg"), body=_secret_body(house))
    told = next(one for one in anna.library.doubles.alike(like) if one.id == house.stories["secret"])
    assert told.body is not None
    assert SECRET not in repr(told)


def _secret_body(house):
    with house.open() as library:
        return library.stories.article(house.stories["secret"]).body


def test_unsaved_texts_are_seen_by_whoever_typed_them_alone(house, anna, bruno, clara):
    typed = story("Ungespeichertes", "Anna Berg")
    anna.library.drafts.keep("one session", typed)
    anna.library.drafts.keep("one session", replace(typed, headline="Ungespeichertes, weiter"))
    anna.library.drafts.renew("one session", "next session")
    (kept,) = (one for one in anna.library.drafts.all() if one.uid == typed.uid)
    assert isinstance(kept, Draft)
    assert kept.article.headline == "Ungespeichertes, weiter"
    assert bruno.library.drafts.all() == ()
    assert clara.library.drafts.all() == ()
    anna.library.drafts.drop("next session", typed.uid)
    assert anna.library.drafts.all() == ()


def test_stories_go_into_the_trash_and_come_out_again_and_undo_works(house, anna):
    mine = written(anna, "Alte Meldung")
    changes = anna.writing.trash([mine.id])
    assert anna.library.stories.article(mine.id).trashed is not None
    anna.writing.undo(changes)
    anna.writing.trash([mine.id])
    anna.writing.restore([mine.id])
    assert anna.library.stories.article(mine.id).trashed is None
    assert tidy(house) == ()


def test_a_stale_save_is_told(anna, bruno):
    mine = written(anna, "Zwei schreiben")
    bruno.writing.save(replace(mine, teaser="Vom Editor"))
    with pytest.raises(EditedElsewhere):
        anna.writing.save(replace(mine, teaser="Von Anna"))


def test_slugs_stay_apart_though_the_other_is_not_seen(house, anna, desks):
    hidden = written(desks["dirk.mass"], "Ein Slug für zwei")
    seen = written(anna, "Ein Slug für zwei")
    assert hidden.slug != seen.slug
    assert hidden.slug in seen.slug


def test_pictures_are_kept_and_shown(anna, bruno):
    name = anna.library.pictures.add(b"bytes of a picture", "image/png")
    assert anna.library.pictures.add(b"bytes of a picture", "image/png") == name
    assert bruno.library.pictures.get(name) == b"bytes of a picture"


def test_many_stories_come_in_at_once(house, bruno):
    stories = [
        (replace(story(f"Agentur {number}", ""), imported=True), f"wire {number}") for number in range(30)
    ]
    kept = bruno.library.stories.add_many(stories, bruno.person)
    assert len(kept) == len(stories)
    assert set(bruno.library.stories.known_source(["wire 3"])) == {"wire 3"}
    assert tidy(house) == ()


def test_many_stories_move_at_once(house, anna):
    ids = [written(anna, f"Zusammen {number}").id for number in range(4)]
    report = anna.moving.to_state(ids, State.FOR_REVIEW)
    assert sorted(report.moved) == ids
    assert len(anna.moving.to_section(ids, "Kultur").moved) == len(ids)
    assert tidy(house) == ()


def test_editors_look_after_the_catalogue_and_a_duty_editor_after_people(house, anna, bruno, clara):
    clara.people.add("Ferdi Noll", Role.JOURNALIST)
    assert anna.library.house.person("ferdi noll") is not None
    with pytest.raises(LibraryUnusable):
        anna.library.house.put_person(Person("Anna Berg", Role.CHIEF))
    with pytest.raises(LibraryUnusable):
        bruno.library.house.amend_settings(lambda settings: replace(settings, four_eyes=False))
    clara.library.house.amend_settings(lambda settings: replace(settings, zone="Europe/Berlin"))
    assert bruno.library.house.add_section("Hafen und Werft").name == "Hafen und Werft"


def test_a_story_is_edited_in_one_window(anna, bruno):
    mine = written(anna, "Wer schreibt hier")
    assert anna.library.editing.claim(mine.uid, "window of Anna") is None
    held = bruno.library.editing.claim(mine.uid, "window of Bruno")
    assert held is not None
    assert held.session == "window of Anna"
    anna.library.editing.release("window of Anna")


def test_whoever_logs_in_works_in_their_own_name(house, anna):
    assert acting(anna.library, "").name == "Anna Berg"
    with pytest.raises(NotAllowed, match="Anna Berg"):
        acting(anna.library, "Bruno Hald")


def test_a_role_counts_as_far_as_both_the_library_and_the_server_give_it(house, clara):
    with house.open("edda.lund") as edda:
        clara.people.add("Edda Lund", Role.JOURNALIST)
        assert edda.stories.articles([house.stories["secret"]]) == ()
        clara.people.add("Edda Lund", Role.CHIEF)
        assert len(edda.stories.articles([house.stories["secret"]])) == 1
        with pytest.raises(LibraryUnusable):
            edda.house.put_person(Person("Edda Lund", Role.CHIEF))
    with house.open() as library:
        library.rights.put_on()
    with house.open("edda.lund") as edda:
        edda.house.put_person(Person("Edda Lund", Role.EDITOR))
        assert edda.stories.undo(Changes(), PEOPLE["edda.lund"]) == Changes()


def test_only_whoever_keeps_the_server_gives_rights(clara):
    with pytest.raises(NotAllowed):
        clara.rights.on()
    with pytest.raises(NotAllowed):
        clara.rights.give("Anna Berg")


def test_a_newer_text_of_a_file_reaches_its_story_under_ones_own_login(anna, tmp_path):
    path = tmp_path / "damm.md"
    path.write_text("# Der Damm hält\n\nDer Rat sah ihn sich am Abend an.\n\nMehr im Januar.\n", "utf-8")
    (one,) = anna.intake.read([path]).imported
    path.write_text("# Der Damm hält\n\nDer Rat sah ihn sich am Morgen an.\n\nMehr im Januar.\n", "utf-8")
    report = anna.intake.read([path], renewal=Renewal.UPDATE)
    assert [renewed.id for renewed in report.renewed] == [one.id]
    anna.writing.undo(report.changes)
    assert "am Abend" in plain_text(anna.library.stories.article(one.id).body)


def test_a_file_of_anothers_draft_comes_in_as_ones_own(anna, desks, tmp_path):
    path = tmp_path / "kanal.md"
    path.write_text("# Der Kanal friert zu\n\nDas Eis trägt noch nicht.\n", "utf-8")
    (one,) = anna.intake.read([path]).imported
    path.write_text("# Der Kanal friert zu\n\nDas Eis trägt nun doch.\n", "utf-8")
    (own,) = desks["dirk.mass"].intake.read([path], renewal=Renewal.UPDATE).imported
    assert own.id != one.id


def test_a_login_that_was_retired_is_let_in_no_more(postgres):
    made = with_rights(postgres, postgres.library())
    with made.open() as library:
        library.rights.retire("dirk.mass")
        assert "Dirk Maß" in library.rights.report().without
    with pytest.raises(LibraryUnusable):
        made.open("dirk.mass")
    postgres.drop(made.url)


def test_with_rights_off_all_is_as_before(postgres):
    made = with_rights(postgres, postgres.library())
    with made.open() as library:
        assert not library.rights.take_off().on
        kept = library.stories.save(story("Wie vorher", "Anna Berg"), PEOPLE["anna.berg"]).article
        assert library.history.journal(kept.id)[0].person == "Anna Berg"
        assert library.check() == ()
    with pytest.raises(LibraryUnusable):
        open_library(made.address("anna.berg"))
    postgres.drop(made.url)


def test_rights_need_no_superuser_but_an_owner_who_may_make_roles(postgres):
    """As with a hosted server: whoever owns the database may make roles, and no more."""
    postgres.run("CREATE ROLE keeper LOGIN CREATEROLE")
    url = postgres.empty("OWNER keeper")
    postgres.run("ALTER SCHEMA public OWNER TO keeper", name_of(url))
    with open_library(postgres.url(name_of(url), "keeper")) as library:
        library.house.put_person(Person("Hanna Jung"))
        library.rights.put_on()
        login = library.rights.add("Hanna Jung", "", "a long password").name
        report = library.rights.report()
        assert report.on
        assert "keeper" in report.everything
        hanna = open_library(postgres.url(name_of(url), login))
        kept = hanna.stories.save(story("Auch hier", "Hanna Jung"), Person("Hanna Jung")).article
        hanna.close()
        assert library.check() == ()
        assert library.history.journal(kept.id)[0].person == "Hanna Jung"
        library.rights.password(login, "another password")
        library.rights.retire(login)
    postgres.drop(url)
    postgres.run("DROP ROLE keeper")


def test_a_login_that_worked_as_the_owner_does_so_no_more(postgres):
    made = with_rights(postgres, postgres.library())
    postgres.run('CREATE ROLE "old.hand" LOGIN IN ROLE postgres')
    postgres.run(f'ALTER ROLE "old.hand" IN DATABASE {made.database} SET role TO postgres')
    with made.open() as library:
        library.house.put_person(Person("Old Hand"))
        assert "old.hand" in library.rights.report().everything
        library.rights.add("Old Hand", "old.hand", "")
        assert "old.hand" not in library.rights.report().everything
    with made.open("old.hand") as own:
        assert own.login_person() == "Old Hand"
        assert own.stories.articles([made.stories["secret"]]) == ()
    postgres.drop(made.url)


def test_rights_of_an_older_program_are_put_on_anew_by_the_owner_alone(postgres):
    made = with_rights(postgres, postgres.library())
    postgres.run("COMMENT ON SCHEMA newsroom_rights IS 'older'", made.database)
    with pytest.raises(LibraryUnusable, match="brought up to date"):
        made.open("anna.berg")
    made.open().close()
    made.open("anna.berg").close()
    postgres.drop(made.url)


def test_the_journal_that_the_server_writes_is_the_one_the_program_writes(house, anna):
    """Signs that JSON escapes, and every way a time can end, are sealed as the program seals them."""
    note = 'A "quote", a \\ and\ttab, ß, 🙂, \u2028 and \x7f'
    mine = written(anna, "Zeichen im Protokoll")
    anna.library.stories.save(replace(mine, headline=note), anna.person, note=note)
    assert anna.library.history.journal(mine.id)[-1].note == cleaned(note)
    sealed = [row[0] for row in house.server.run("SELECT sealed FROM journal", house.database)]
    assert len(sealed) > 1
    assert [journal._seal(json.loads(line)) for line in sealed] == sealed
    assert tidy(house) == ()


def edited(article, number):
    words = plain_text(article.body).split()
    words[number * 5] = f"Wort{number}"
    return replace(article, body=paragraphs((" ".join(words),)))


def test_versions_of_ones_own_login_are_kept_small_and_read_again(house, anna):
    kept = [written(anna, "Klein im Bestand")]
    for number in range(19):
        kept.append(anna.writing.save(edited(kept[-1], number)).article)
    story = kept[0].id
    sizes = house.server.run(
        f"SELECT octet_length(story) + coalesce(length(packed), 0) FROM revision WHERE article_id = {story}",
        house.database,
    )
    assert sum(size for (size,) in sizes) * 4 < sum(len(row_of(one)[2].encode()) for one in kept)
    assert [anna.library.history.revision(story, one.version) for one in kept] == kept
    assert tidy(house) == ()
    with house.open() as library:
        assert library.history.verify(story) == ()
        while library.history.pack():
            pass
        assert [library.history.revision(story, one.version) for one in kept] == kept
    again = anna.writing.save(edited(anna.library.stories.article(story), 30)).article
    assert anna.library.history.revision(story, 21) == again


@pytest.mark.parametrize(
    ("key", "told"),
    [(1, '["Ein anderer Text"]'), (1, "[0,9]"), (7, '["x"]'), (1, '[0,2000,0,2000,"x"]'), (None, "[]")],
)
def test_steps_that_do_not_give_the_sealed_text_are_not_kept(house, anna, monkeypatch, key, told):
    mine = written(anna, "Falsche Schritte")

    def beside(one, _key=None):
        return json.dumps({**json.loads(_beside(one)), "key": key, "steps": told})

    monkeypatch.setattr("newsroom.library.postgres.rights.guard._beside", beside)
    again = anna.writing.save(edited(mine, 3)).article
    assert anna.library.history.revision(mine.id, 2) == again
    assert tidy(house) == anna.library.history.verify(mine.id) == ()


def test_no_login_thins_versions(clara):
    with pytest.raises(LibraryUnusable, match="may not do this"):
        clara.history.thin()
