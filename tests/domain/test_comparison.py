"""Two versions beside each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.comparison import compare, compare_words

TEXTS = st.lists(st.text(st.sampled_from("ab ä.\n"), max_size=12), max_size=6)


def shown(side):
    return "".join(f"[{part.text}]" if part.differs else part.text for part in side)


def said(side):
    return "".join(part.text for part in side)


def test_changed_words_are_marked_on_both_sides():
    row = compare_words("Der Rat tagt am Mittwoch im Saal.", "Der Rat tagt am Donnerstag im großen Saal.")
    assert shown(row.old) == "Der Rat tagt am [Mittwoch] im Saal."
    assert shown(row.new) == "Der Rat tagt am [Donnerstag] im [großen] Saal."


def test_a_space_between_two_changed_words_belongs_to_the_change():
    row = compare_words("am frühen Abend hier", "am späten Morgen hier")
    assert shown(row.new) == "am [späten Morgen] hier"


def test_a_paragraph_that_came_in_stands_alone_and_the_others_stay_beside_each_other():
    rows = compare(["Eins eins eins.", "Zwei zwei zwei."], ["Eins eins eins.", "Neu.", "Zwei zwei drei."])
    assert [(shown(row.old), shown(row.new)) for row in rows] == [
        ("Eins eins eins.", "Eins eins eins."),
        ("", "[Neu.]"),
        ("Zwei zwei [zwei].", "Zwei zwei [drei]."),
    ]
    assert [row.same for row in rows] == [True, False, False]


def test_paragraphs_that_share_nothing_are_not_laid_beside_each_other():
    rows = compare(["Alpha beta"], ["Gamma delta epsilon"])
    assert [(shown(row.old), shown(row.new)) for row in rows] == [
        ("[Alpha beta]", ""),
        ("", "[Gamma delta epsilon]"),
    ]


@given(TEXTS, TEXTS)
def test_nothing_is_lost_on_either_side(old, new):
    rows = compare(old, new)
    assert "".join(said(row.old) for row in rows) == "".join(old)
    assert "".join(said(row.new) for row in rows) == "".join(new)


@given(TEXTS)
def test_a_text_beside_itself_has_no_difference(text):
    assert all(row.same and not any(part.differs for part in row.old) for row in compare(text, text))


def test_a_huge_changed_paragraph_is_answered_whole():
    old = " ".join(f"w{number}" for number in range(20_000))
    row = compare_words(old, old.replace("w77 ", "neu ").replace("w9999 ", ""))
    assert said(row.old) == old
    assert shown(row.new).count("[") == 1
    assert "[neu]" in shown(row.new)
    assert [part.text.strip() for part in row.old if part.differs] == ["w77", "w9999"]


def test_many_changed_paragraphs_are_each_told():
    old = [f"Absatz {number} von vielen in diesem Text" for number in range(1500)]
    rows = compare(old, [f"{text} neu" for text in old])
    assert len(rows) == len(old)
    assert not any(row.same for row in rows)


def test_a_paragraph_that_moved_is_known_at_both_places_with_its_words_marked():
    first, second, third = "Der Rat tagt heute im Saal.", "Die Schule bleibt zu.", "Das Amt baut eine Brücke."
    rows = compare([first, second, third], [second, third, "Der Rat tagt morgen im Saal."])
    assert [(shown(row.old), shown(row.new), row.moved) for row in rows] == [
        ("Der Rat tagt [heute] im Saal.", "", 1),
        (second, second, 0),
        (third, third, 0),
        ("", "Der Rat tagt [morgen] im Saal.", 1),
    ]
    assert [row.places for row in rows] == [(0, None), (1, 0), (2, 1), (None, 2)]
    assert [row.same for row in rows] == [False, True, True, False]


def test_what_is_only_formatted_otherwise_differs_without_a_word():
    (row,) = compare(["Ein Satz."], ["Ein Satz."], ([("crosshead", 1)], [("paragraph", 1)]))
    assert row.reformed
    assert not row.same
    assert not any(part.differs for part in row.old)


@given(st.permutations(range(6)))
def test_paragraphs_in_another_order_are_all_moved_or_in_place(order):
    texts = [f"Absatz {chr(97 + number) * 5} ganz allein {chr(97 + number) * 7}" for number in range(6)]
    rows = compare(texts, [texts[number] for number in order])
    assert all(row.moved or row.same for row in rows)
    pairs = [row.moved for row in rows if row.moved]
    assert sorted(pairs) == sorted([*range(1, len(pairs) // 2 + 1)] * 2)
