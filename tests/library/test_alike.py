"""Stories that are alike by their texts, what people decided of two, and the groups of a whole library."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsroom.domain.body import paragraphs
from newsroom.domain.lookalike import BodyKind, LikenessKind, Verdict
from newsroom.settings import House

NOUNS = [
    "Hafen",
    "Markt",
    "Bahnhof",
    "Deich",
    "Turm",
    "Park",
    "Schule",
    "Brücke",
    "Museum",
    "Rathaus",
    "Fähre",
    "Leuchtturm",
]


def sentences(town):
    """Give twelve sentences in which no three words stand twice in a row."""
    return tuple(
        f"{town}{noun} {noun.lower()}{number} baut{town} neu{noun}{number} aus{town}{number} bis{noun} Mai{number}."
        for number, noun in enumerate(NOUNS)
    )


SENTENCES, OTHERS = sentences("Lindholm"), sentences("Osterby")


@pytest.fixture
def written(library, anna, story):
    """Give a function that keeps a story of some sentences."""

    def keep(headline, sentences):
        made = replace(story(headline), body=paragraphs([" ".join(sentences)]))
        return library.stories.save(made, anna).article

    return keep


def texts(library, article):
    return [(match.id, match.body) for match in library.doubles.alike(article) if match.body]


def test_nearly_the_same_text_is_found_under_another_headline(library, written):
    first = written("Hafen wird größer", SENTENCES)
    second = written("Viel zu tun in Lindholm", (*SENTENCES[:9], *OTHERS[9:]))
    (match,) = library.doubles.alike(second)
    assert (match.id, match.kind, match.body) == (first.id, None, BodyKind.NEAR)
    assert 60 < match.share < 95


def test_a_cut_story_stands_in_the_whole_one_and_the_whole_one_holds_it(library, written):
    whole = written("Die ganze Meldung", SENTENCES)
    cut = written("Kurz gesagt", SENTENCES[:4])
    assert texts(library, cut) == [(whole.id, BodyKind.CONTAINED)]
    assert texts(library, whole) == [(cut.id, BodyKind.CONTAINS)]


def test_the_same_text_is_called_so(library, written):
    first, second = written("Eins", SENTENCES), written("Zwei", SENTENCES)
    assert texts(library, second) == [(first.id, BodyKind.SAME)]


def test_a_story_of_other_words_is_not_alike(library, written):
    written("Hafen", SENTENCES)
    assert texts(library, written("Rat", OTHERS)) == []


def test_an_ending_that_many_stories_have_makes_nothing_alike(library, written, monkeypatch):
    monkeypatch.setattr("newsroom.library.bodies.COMMON", 3)
    for number in range(6):
        written(f"Nr. {number}", (*SENTENCES, f"Nummer {number} dieser Reihe."))
    assert texts(library, written("Noch eine", SENTENCES)) == []


def test_a_changed_text_is_found_by_its_new_words_alone(library, anna, written):
    first, second = written("Eins", SENTENCES), written("Zwei", OTHERS)
    changed = replace(second, body=paragraphs([" ".join(SENTENCES)]))
    library.stories.save(changed, anna)
    assert texts(library, first) == [(second.id, BodyKind.SAME)]
    back = library.stories.save(replace(library.stories.article(second.id), body=second.body), anna)
    assert texts(library, first) == []
    assert back.article.id == second.id


def test_what_lies_in_the_trash_is_not_alike(library, anna, written):
    first, second = written("Eins", SENTENCES), written("Zwei", SENTENCES)
    library.stories.trash([first.id], anna)
    assert texts(library, second) == []


@pytest.mark.parametrize("verdict", list(Verdict))
def test_a_decision_is_kept_for_the_pair_and_makes_no_version(library, anna, written, verdict):
    first, second = written("Eins", SENTENCES), written("Zwei", SENTENCES)
    library.doubles.decide(second.uid, first.uid, verdict, anna)
    assert library.doubles.alike(first) == library.doubles.alike(second) == ()
    assert library.stories.article(second.id).version == second.version
    (decision,) = library.doubles.decisions(first.uid)
    assert (decision.uid, decision.verdict, decision.person) == (second.uid, verdict, anna.name)
    library.doubles.forget(first.uid, second.uid, anna)
    assert texts(library, second) == [(first.id, BodyKind.SAME)]


def test_a_decision_replaces_the_one_before_whichever_story_was_named_first(library, anna, written):
    first, second = written("Eins", SENTENCES), written("Zwei", SENTENCES)
    library.doubles.decide(first.uid, second.uid, Verdict.NOT_A_DUPLICATE, anna)
    library.doubles.decide(second.uid, first.uid, Verdict.UPDATE_OF, anna)
    assert [one.verdict for one in library.doubles.decisions(first.uid)] == [Verdict.UPDATE_OF]


def test_a_decision_counts_for_a_story_that_is_not_kept_yet(library, anna, written, story):
    first = written("Eins", SENTENCES)
    new = replace(story("Neu"), body=first.body)
    library.doubles.decide(new.uid, first.uid, Verdict.NOT_A_DUPLICATE, anna)
    assert library.doubles.alike(new) == ()


def test_the_whole_library_is_grouped_and_the_search_goes_on_where_it_ended(library, anna, written):
    one, two = written("Hafen wird größer gebaut", SENTENCES), written("Ganz anders", SENTENCES)
    three = written("Hafen wird größer gebaut", OTHERS)
    written("Etwas Eigenes", ("Nichts davon steht sonst irgendwo geschrieben in dieser kleinen Bibliothek.",))
    assert library.doubles.waiting() == 4
    assert library.doubles.search(House())
    assert library.doubles.waiting() == 0
    (group,) = library.doubles.groups().items
    assert set(group.stories) == {one.id, two.id, three.id}
    assert {(pair.kind, pair.body) for pair in group.pairs} == {
        (None, BodyKind.SAME), (LikenessKind.EQUAL, None),
    }  # fmt: skip
    library.doubles.decide(one.uid, two.uid, Verdict.NOT_A_DUPLICATE, anna)
    (group,) = library.doubles.groups().items
    assert set(group.stories) == {one.id, three.id}
    library.stories.save(replace(library.stories.article(three.id), headline="Neu gefasst"), anna)
    assert library.doubles.waiting() == 1
    library.doubles.search(House())
    assert library.doubles.groups().items == ()


def test_a_search_that_is_cancelled_goes_on_later(library, written):
    written("Eins", SENTENCES)
    assert not library.doubles.search(House(), cancelled=lambda: True)
    assert library.doubles.waiting() == 1


def journalled(library, article):
    return [(entry.action, entry.note) for entry in library.history.journal(article.id)][1:]


def test_decisions_stand_in_the_journals_of_both(library, anna, written):
    first, second = written("Eins", SENTENCES), written("Zwei", SENTENCES)
    library.doubles.decide(second.uid, first.uid, Verdict.UPDATE_OF, anna)
    library.doubles.forget(first.uid, second.uid, anna)
    assert journalled(library, second) == [("update-of", first.uid), ("undecided", first.uid)]
    assert journalled(library, first) == [("updated-by", second.uid), ("undecided", second.uid)]
    assert library.check() == ()


def test_a_decision_can_be_undone_to_what_was_decided_before(library, anna, written):
    first, second = written("Eins", SENTENCES), written("Zwei", SENTENCES)
    library.doubles.decide(first.uid, second.uid, Verdict.UPDATE_OF, anna)
    changes = library.doubles.decide(first.uid, second.uid, Verdict.NOT_A_DUPLICATE, anna)
    undone = library.stories.undo(changes, anna)
    assert [one.verdict for one in library.doubles.decisions(first.uid)] == [Verdict.UPDATE_OF]
    library.stories.undo(undone, anna)
    assert [one.verdict for one in library.doubles.decisions(first.uid)] == [Verdict.NOT_A_DUPLICATE]


def test_cards_of_both_stories_count_each_other_after_a_search(library, anna, written):
    first, second = written("Eins", SENTENCES), written("Zwei", SENTENCES)
    third = written("Drei", OTHERS)

    def shown():
        library.doubles.search(House())
        return [card.lookalikes for card in library.lists.cards_of([first.id, second.id, third.id])]

    assert shown() == [1, 1, 0]
    library.stories.save(replace(library.stories.article(second.id), body=third.body), anna)
    assert shown() == [0, 1, 1]


def test_a_cut_text_is_found_in_a_long_one_though_the_rest_is_another(library, written):
    long = written("Lang", (*SENTENCES, *OTHERS, *sentences("Mirow"), *sentences("Kappeln")))
    cut = written("Kurz", SENTENCES[2:8])
    assert texts(library, cut) == [(long.id, BodyKind.CONTAINED)]
    assert texts(library, long) == [(cut.id, BodyKind.CONTAINS)]


def test_an_ending_of_many_stories_does_not_make_two_alike_that_share_a_sentence(library, anna, story):
    ending = " ".join(sentences("Agentur"))
    many = [
        (replace(story(f"Nr. {n}"), body=paragraphs([f"{OTHERS[n % 12]} {n}", ending])), "")
        for n in range(60)
    ]
    library.stories.add_many(many, anna)
    new = replace(story("Neu"), body=paragraphs([f"{SENTENCES[0]} {OTHERS[1]} 1 {SENTENCES[2]}", ending]))
    assert texts(library, new) == []


def test_a_form_that_comes_back_makes_no_endless_group(library, anna, story, monkeypatch):
    monkeypatch.setattr("newsroom.library.groups.LARGEST", 4)
    library.stories.add_many([(story("Bericht aus dem Rathaus", f"Tag {n}."), "") for n in range(7)], anna)
    library.doubles.search(House())
    found = library.doubles.groups().items
    assert max(len(group.stories) for group in found) == 4
    assert all({pair.first, pair.second} <= set(group.stories) for group in found for pair in group.pairs)
