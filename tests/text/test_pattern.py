"""What is looked for, and what takes its place."""

from __future__ import annotations

import threading
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.errors import WrongValue
from newsroom.text.pattern import LONGEST, Pattern, Sought

TEXT = "Die Bürger:innen, der Bürger und der Bürgermeister von Ost-Berlin. Geht’s gut? „Ja“, sagt die Straße."


def found(words, text=TEXT, **how):
    return [match.text for match in Pattern(Sought(words, **how)).matches(text)]


def replaced(words, new, text=TEXT, **how):
    done, at = [], 0
    for match in Pattern(Sought(words, **how), new).matches(text):
        done += (text[at : match.start], match.new)
        at = match.end
    return "".join((*done, text[at:]))


def test_words_are_found_in_any_case_unless_case_counts():
    assert found("bürger") == ["Bürger"] * 3
    assert found("bürger", case=True) == []


def test_a_whole_word_is_no_part_of_a_longer_or_gendered_one():
    assert found("Bürger", whole_word=True) == ["Bürger"]
    assert found("Bürger:innen", whole_word=True) == ["Bürger:innen"]
    assert found("straße", whole_word=True) == ["Straße"]


def test_a_hyphen_parts_words():
    assert found("ost", whole_word=True) == ["Ost"]
    assert found("st", whole_word=True) == []


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("geht's", "geht’s"),
        ("Donaudampf", "Donau\u00addampf"),
        ("10 Euro", "10\u00a0Euro"),
        ('"Ja"', "„Ja“"),
        ("Zürich", "Zu\u0308rich"),
        ("E-Mail", "E\u2011Mail"),
    ],
)
def test_words_are_found_however_they_are_set(words, text):
    assert found(words, f"vorn {text} hinten") == [text]


def test_signs_of_expressions_are_plain_signs_in_words():
    assert found("(a.b)*", "(a.b)* axb") == ["(a.b)*"]
    assert replaced("Euro", "$1 \\1", "10 Euro") == "10 $1 \\1"


@given(st.text(st.sampled_from("abäß.*+?()[]{}|^$\\# \u00ad'"), min_size=1, max_size=12))
def test_any_words_find_themselves(words):
    assert any(match.start == 2 for match in Pattern(Sought(words, case=True)).matches(f"¤¤{words}¤"))


def test_places_count_code_points():
    (match,) = Pattern(Sought("ja")).matches("😀😀 ja")
    assert (match.start, match.end) == (3, 5)


@pytest.mark.parametrize("new", ["$2.$1.", "${2}.${1}.", r"\2.\1.", r"\g<2>.\g<1>.", "${jahr}.${monat}."])
def test_groups_stand_in_the_replacement(new):
    assert replaced(r"(?P<monat>\d\d)/(?P<jahr>\d{4})", new, "am 05/2026", expression=True) == "am 2026.05."


def test_the_whole_find_and_the_sign_itself_can_be_written():
    assert replaced(r"\d+", r"$0 $$ = $& \\", "5", expression=True) == "5 $ = 5 \\"
    assert replaced("(a)|b", "[$1]", "ab", expression=True) == "[a][]"


def test_finds_of_nothing_are_none():
    assert found("x*", "aaxxa", expression=True) == ["xx"]


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("(a", "The expression has a bracket “(” that is not closed, at place 3."),
        ("a)", "The expression has a bracket “)” that nothing opens, at place 2."),
        ("*", "The expression has nothing to repeat at place 1."),
        ("\\", "The expression ends with a lone “\\”."),
        ("a(?z)", "The expression cannot be read at place 4."),
        ("(?R)", "An expression that calls itself cannot be used here."),
        ("(?:" * 600, "The expression is nested too deeply."),
        ("a" * (LONGEST + 1), "Look for 2000 characters at most."),
    ],
)
def test_what_is_wrong_with_an_expression_is_said_in_one_sentence(expression, sentence):
    with pytest.raises(WrongValue) as told:
        Pattern(Sought(expression, expression=True))
    assert str(told.value) == sentence


def test_a_group_that_is_not_there_is_named():
    with pytest.raises(WrongValue, match="no group “7”"):
        Pattern(Sought("(a)", expression=True), "$7")


@pytest.mark.parametrize("expression", [r"(\w+\s?)+$X", "(x+x+)+y", r"(.*)*(.*)*x\1y"])
def test_an_expression_that_never_ends_ends_with_a_sentence(expression):
    pattern = Pattern(Sought(expression, expression=True))
    with pytest.raises(WrongValue, match="takes too long"):
        list(pattern.matches("x" * 5000, monotonic() + 0.2))


def test_other_threads_run_while_an_expression_does_not_end():
    pattern = Pattern(Sought("(x+x+)+y", expression=True))

    def work():
        with pytest.raises(WrongValue):
            list(pattern.matches("x" * 5000, monotonic() + 0.5))

    worker = threading.Thread(target=work)
    worker.start()
    turns = 0
    while worker.is_alive():
        turns += 1
    assert turns > 1000  # a search that kept the lock would leave but a few
