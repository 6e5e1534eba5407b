"""Which dictionary a language wants."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import SimpleNamespace

import pytest

from newsroom.text.spelling import dictionaries
from newsroom.text.spelling.dictionaries import Chosen, choose, packages
from newsroom.text.spelling.variants import Variant, accepted

ALL = ("de_AT", "de_BE", "de_CH", "de_DE", "en_GB", "en_US", "fr_FR", "pt_BR")


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("de-DE", "de_DE"),
        ("de", "de_DE"),
        ("de-AT", "de_AT"),
        ("DE_ch", "de_CH"),
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("fr-CA", "fr_FR"),
        ("zh-Hant-TW", None),
        ("", None),
    ],
)
def test_a_language_gets_its_own_dictionary_or_the_next_best(tag, name):
    chosen = choose(tag, ALL)
    assert (chosen.name if chosen else None) == name


def test_swiss_and_british_spelling_are_read_out_of_the_usual_dictionary_where_their_own_is_missing():
    assert choose("de-CH", ("de_DE",)) == Chosen("de_DE", Variant.SWISS)
    assert choose("de-AT", ("de_DE",)) == Chosen("de_DE", Variant.OWN)
    assert choose("en-GB", ("en_US",)) == Chosen("en_US", Variant.BRITISH)
    assert choose("en", ("en_US",)) == Chosen("en_US", Variant.BRITISH)
    assert choose("en-US", ("en_US",)) == Chosen("en_US", Variant.OWN)


def test_only_a_stranger_of_the_same_language_stands_in():
    assert choose("de-DE", ("de_BE", "fr_FR")) == Chosen("de_BE")
    assert choose("de-DE", ("fr_FR",)) is None


def test_the_packages_of_a_language_are_named():
    assert packages("de-DE") == ("libenchant-2-2", "hunspell-de-de")
    assert packages("de-AT") == ("libenchant-2-2", "hunspell-de-at")
    assert packages("da") == ("libenchant-2-2", "hunspell-da")


@pytest.mark.parametrize(
    ("word", "right"), [("Strasse", True), ("Straße", False), ("Wasser", True), ("Gasse", False)]
)
def test_swiss_spelling_has_ss_and_no_sharp_s(word, right):
    assert accepted(word, Variant.SWISS, {"Straße", "Wasser"}.__contains__) is right


@pytest.mark.parametrize("word", ["colour", "organise", "centre", "travelled", "analyse", "dialogue"])
def test_british_spelling_is_known_by_its_american_counterpart(word):
    american = {"color", "organize", "center", "traveled", "analyze", "dialog"}
    assert accepted(word, Variant.BRITISH, american.__contains__)
    assert not accepted(word, Variant.OWN, american.__contains__)


def test_a_word_of_very_many_ss_is_answered_at_once():
    asked = []
    accepted("ss" * 30, Variant.SWISS, lambda word: bool(asked.append(word)))
    assert len(asked) <= 16


def test_threads_that_ask_at_once_share_one_dictionary(monkeypatch):
    made = []

    class SlowBroker:
        """Stands in for the machine's dictionaries, slowly, so that threads would meet in it."""

        def list_languages(self):
            return ["de_DE"]

        def request_dict(self, name):
            made.append(name)
            gate.wait(0.05)
            return object()

    gate = Event()
    monkeypatch.setattr(dictionaries, "_broker", SlowBroker)
    monkeypatch.setattr(dictionaries, "can_ask", lambda: True)
    monkeypatch.setitem(sys.modules, "enchant.errors", SimpleNamespace(Error=Exception))
    monkeypatch.setitem(sys.modules, "enchant", SimpleNamespace())
    dictionaries._dictionary.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(dictionaries.dictionary, ["de-DE"] * 4))
    dictionaries._dictionary.cache_clear()
    assert made == ["de_DE"]
    assert len(set(map(id, found))) == 1
