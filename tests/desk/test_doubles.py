"""What is decided of like stories stays; two that are open become one, and both come back."""

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.desk.doubles import Wanted
from newsroom.domain.article import Byline, LinkKind, StoryLink
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.lookalike import BodyKind, LikenessKind, Verdict
from newsroom.domain.workflow import State, Transition
from tests.desk.conftest import NOW

HEAD = "Fähre nach Lindholm fährt wieder"
TEXT = (
    "Nach elf Wochen Pause hat die Fähre zwischen Wendelsbrück und Lindholm am Montag wieder abgelegt.",
    "Der Kapitän begrüßte an Bord vierzig Gäste, die Reederei hatte zu Kaffee und Kuchen geladen.",
    "Im Winter war die Welle gebrochen, das Ersatzteil kam erst nach langer Suche aus einer Werft im Norden.",
)


def keep(desk, headline=HEAD, text=TEXT, **fields):
    fields = {"section": "Region", "publish_time": NOW, **fields}
    return desk.writing.save(desk.writing.new(headline=headline, body=paragraphs(text), **fields)).article


@pytest.fixture
def two(desk):
    return keep(desk), keep(desk, "Fähre nach Lindholm fährt heute wieder")


def headlines(desk, story):
    return [like.headline for like in desk.doubles.like(story)]


EVERY = Wanted()


def shown(desk, wanted=EVERY):
    return desk.doubles.page(wanted).items


def test_a_story_knows_what_is_like_it(desk, two):
    (like,) = desk.doubles.like(two[0])

    assert like.uid == two[1].uid
    assert like.kind in {LikenessKind.VERY_LIKE, LikenessKind.LIKE}
    assert like.body is BodyKind.SAME


def test_what_is_decided_is_not_shown_again_and_tells_by_whom(desk, two):
    desk.doubles.decide(two[0].uid, two[1].uid, Verdict.NOT_A_DUPLICATE)

    assert not desk.doubles.like(two[0])
    assert not desk.doubles.like(two[1])
    (told,) = desk.doubles.decided(two[0].uid)
    assert (told.headline, told.decision.person) == (two[1].headline, "Malin Torbeck")
    assert told.decision.time == NOW


def test_an_update_knows_which_of_both_it_is(desk, two):
    desk.doubles.decide(two[1].uid, two[0].uid, Verdict.UPDATE_OF)

    assert [told.updates for told in desk.doubles.decided(two[1].uid)] == [True]
    assert [told.updates for told in desk.doubles.decided(two[0].uid)] == [False]


def test_a_decision_is_taken_back(desk, two):
    desk.doubles.decide(two[0].uid, two[1].uid, Verdict.NOT_A_DUPLICATE)
    desk.doubles.forget(two[0].uid, two[1].uid)
    assert headlines(desk, two[0])


def test_a_decision_voids_no_approval_and_makes_no_version(newsroom, two):
    newsroom.doubles.decide(two[0].uid, two[1].uid, Verdict.NOT_A_DUPLICATE)

    assert newsroom.writing.open(two[0].id).version == two[0].version


def test_a_story_is_not_compared_with_itself(desk, two):
    with pytest.raises(WrongValue):
        desk.doubles.decide(two[0].uid, two[0].uid, Verdict.NOT_A_DUPLICATE)


def test_the_groups_are_found_step_by_step_and_a_group_is_decided_whole(desk, two):
    keep(desk, "Leitzins bleibt unverändert", ("Die Notenbank ließ am Donnerstag alles, wie es war.",))
    steps = []
    assert desk.doubles.search(lambda *step: steps.append(step))

    (group,) = shown(desk)
    assert {card.id for card in group.stories} == {one.id for one in two}
    assert steps
    desk.doubles.decide_all(group)
    assert not shown(desk)


def test_the_cards_of_both_say_how_many_are_like_them(desk, two):
    desk.doubles.search()
    assert [card.lookalikes for card in desk.lists.page().items] == [1, 1]


def test_called_off_the_work_goes_on_the_next_time(desk, two):
    assert not desk.doubles.search(cancelled=lambda: True)
    assert desk.doubles.search()
    assert desk.doubles.count() == (1, 2)


def test_groups_are_chosen_by_section_by_kind_and_by_what_is_not_out(desk, two):
    desk.doubles.search()

    assert shown(desk, Wanted(section="Region"))
    assert not shown(desk, Wanted(section="Sport"))
    assert shown(desk, Wanted(kinds=frozenset({BodyKind.SAME})))
    assert not shown(desk, Wanted(kinds=frozenset({BodyKind.CONTAINED})))
    assert shown(desk, Wanted(unpublished=True))


def test_merging_joins_what_the_other_knew_and_says_it_before(desk):
    first = keep(desk, keywords=("Fähre",), editors_note="Foto folgt", authors=(Byline("Imke Sanders"),))
    second = keep(
        desk,
        keywords=("fähre", "Lindholm"),
        editors_note="Zahl prüfen",
        source="ona",
        authors=(Byline("Jelto Wiarda"),),
    )
    plan = desk.doubles.joining(first.id, second.id)
    assert {gain.title: gain.words for gain in plan.gains} == {
        "Keywords": ("Lindholm",),
        "Byline": ("Jelto Wiarda",),
        "Editor's note": ("Zahl prüfen",),
        "Source": ("ona",),
    }

    desk.doubles.merge(first.id, second.id)

    master, gone = desk.writing.open(first.id), desk.writing.open(second.id)
    assert (master.keywords, master.source) == (("Fähre", "Lindholm"), "ona")
    assert master.body == first.body
    assert gone.trashed
    assert StoryLink(LinkKind.MERGED_INTO, master.uid) in gone.links


def test_one_undo_takes_both_back(desk, two):
    changes = desk.doubles.merge(two[0].id, two[1].id)
    desk.writing.undo(changes)

    after = [desk.writing.open(one.id) for one in two]
    assert [one.trashed for one in after] == [None, None]
    assert [one.links for one in after] == [(), ()]


def approved(newsroom, **fields):
    story = keep(newsroom, **fields)
    newsroom.approval.move(story, Transition.SUBMIT)
    editor = newsroom.with_person(newsroom.library.house.person("Jelto Wiarda"))
    return editor.approval.move(editor.writing.open(story.id), Transition.APPROVE).article


def test_an_approval_ends_where_readers_would_see_something_else_and_that_is_said(newsroom):
    first = approved(newsroom, authors=(Byline("Imke Sanders"),))
    second = keep(newsroom, authors=(Byline("Jelto Wiarda"),), keywords=("Hafen",))
    plan = newsroom.doubles.joining(first.id, second.id)

    assert plan.voids
    newsroom.doubles.merge(first.id, second.id)
    assert newsroom.writing.open(first.id).state is State.FOR_REVIEW


def test_an_approval_stays_where_readers_see_the_same(newsroom):
    first = approved(newsroom, authors=(Byline("Imke Sanders"),))
    second = keep(newsroom, authors=(Byline("Imke Sanders"),), keywords=("Hafen",))

    assert not newsroom.doubles.joining(first.id, second.id).voids
    newsroom.doubles.merge(first.id, second.id)
    assert newsroom.writing.open(first.id).state is State.APPROVED


def test_what_was_published_is_never_merged(newsroom):
    story = approved(newsroom, publish_time=NOW - timedelta(days=1))
    chief = newsroom.with_person(newsroom.library.house.person("Ragna Hollmann"))
    published = chief.approval.move(story, Transition.PUBLISH).article
    other = keep(newsroom)

    for pair in ((published.id, other.id), (other.id, published.id)):
        with pytest.raises(NotAllowed, match="published"):
            newsroom.doubles.merge(*pair)


def test_what_lies_in_the_trash_is_not_merged(desk, two):
    desk.writing.trash([two[1].id])
    with pytest.raises(NotAllowed, match="trash"):
        desk.doubles.merge(two[0].id, two[1].id)


def test_a_story_that_is_not_saved_yet_is_compared_too(desk, two):
    fresh = desk.writing.new(headline="", body=paragraphs(TEXT[:2]), publish_time=NOW)
    relations = {like.body for like in desk.doubles.like(replace(fresh, headline="Etwas anderes"))}
    assert relations <= {BodyKind.CONTAINED, BodyKind.NEAR}
    assert relations


def test_stories_under_a_standing_kicker_are_compared_with_none(desk, two):
    desk.preferences.set_house({"standing_kickers": ("Service",)})
    kept = desk.writing.save(replace(two[1], kicker="SERVICE")).article
    assert desk.proofing.alike(kept) == ()


def test_pages_give_every_group_once(desk):
    for number, word in enumerate(("Hafen", "Markt", "Deich", "Turm", "Park")):
        for section in ("Region", "Sport"):
            text = (f"{word}: Die {word}leute tagen, weil {word} {number} neu gebaut wird.",)
            keep(desk, f"{word} wird neu gebaut", text, section=section)
    desk.doubles.search()
    assert desk.doubles.count() == (5, 10)
    seen, first = [], 0
    while True:
        page = desk.doubles.page(Wanted(section="Sport"), first, limit=2)
        seen += [one.stories[0].headline for one in page.items]
        first = page.next
        if not first:
            break
    assert sorted(seen) == sorted(
        f"{word} wird neu gebaut" for word in ("Hafen", "Markt", "Deich", "Turm", "Park")
    )


def test_the_mark_on_a_twin_goes_with_its_partner_and_comes_back_with_it(desk, two):
    ids = [story.id for story in two]
    desk.doubles.search()

    def marks():
        return {card.id: card.lookalikes for card in desk.library.lists.cards_of(ids)}

    assert marks() == dict.fromkeys(ids, 1)
    gone = desk.moving.to_trash([ids[0]]).changes
    assert marks()[ids[1]] == 0
    assert desk.doubles.count() == (0, 0)
    assert desk.doubles.groups().items == ()
    desk.writing.undo(gone)
    assert marks() == dict.fromkeys(ids, 1)
    assert desk.doubles.count() == (1, 2)
