"""Real dictionaries, and machines without them."""

from __future__ import annotations

import pytest

from newsroom.text.spelling import having, lacking, settled, speller
from newsroom.translation import tell


def marked(judge, *paragraphs):
    return [doubt.word for row in settled(map(judge.doubts, paragraphs)) for doubt in row]


GERMAN = (
    "Die Fähre nach Lindholm legt am Mittwoch wieder ab, sagte Hafenmeisterin Wiebke Thorvaldsen. "
    "Die Bürger:innen und Kolleg*innen freuen sich, Arbeits- und Sozialrecht hin oder her. "
    "„We never wanted this ferry to stop“, sagte Thorvaldsen dazu. Mehr unter www.example.org."
)
ENGLISH = (
    "The ferry to Lindholm sails again on Wednesday, said harbormaster Wiebke Thorvaldsen. "
    "It's the town's lifeline. “Das war ein guter Tag für alle”, she added."
)


def test_a_clean_german_story_has_no_mark(german):
    assert marked(german, GERMAN) == []


def test_slips_in_a_german_story_are_found(german):
    spoilt = (
        GERMAN.replace("wieder", "weider")
        .replace("sagte Hafen", "sgate Hafen")
        .replace("Sozialrecht", "Sozialrehct")
    )
    assert marked(german, spoilt) == ["weider", "sgate", "Sozialrehct"]


def test_a_clean_english_story_has_no_mark(english):
    assert marked(english, ENGLISH) == []


def test_slips_in_an_english_story_are_found(english):
    assert marked(english, "The goverment did not recieve the letter.") == ["goverment", "recieve"]


def test_what_was_meant_is_among_the_suggestions(german, english):
    assert "Regierung" in german.suggest("Regeirung")
    assert "receive" in english.suggest("recieve")


def test_swiss_german_wants_ss(german):
    swiss = speller("de-CH")
    assert swiss is not None
    assert marked(swiss, "Die Strasse ist gross.") == []
    assert marked(swiss, "Die Straße ist groß.") == ["Straße", "groß"]


def test_a_language_without_a_dictionary_names_what_brings_it(monkeypatch):
    having.speller.cache_clear()
    monkeypatch.setattr(having, "dictionary", lambda _tag: None)
    monkeypatch.setattr(having, "can_ask", lambda: True)
    message = lacking("da")
    having.speller.cache_clear()
    assert message is not None
    assert "sudo apt install libenchant-2-2 hunspell-da" in tell(message)


def test_without_the_binding_the_sentence_says_so(monkeypatch):
    having.speller.cache_clear()
    monkeypatch.setattr(having, "dictionary", lambda _tag: None)
    monkeypatch.setattr(having, "can_ask", lambda: False)
    monkeypatch.setattr(having, "_binding_is_missing", lambda: True)
    message = lacking("de-DE")
    having.speller.cache_clear()
    assert message is not None
    assert "pip install pyenchant; sudo apt install libenchant-2-2 hunspell-de-de" in tell(message)


def test_a_spoilt_dictionary_marks_nothing_and_is_told(monkeypatch):
    class Spoilt:
        def knows(self, _word):
            return False

        def suggest(self, _word):
            return ()

    having.speller.cache_clear()
    monkeypatch.setattr(having, "dictionary", lambda _tag: Spoilt())
    message = lacking("de-DE")
    assert speller("de-DE") is None
    having.speller.cache_clear()
    assert message is not None
    assert "--reinstall libenchant-2-2 hunspell-de-de" in tell(message)


@pytest.mark.timeout(10)
def test_a_dictionary_is_not_asked_about_a_giant_word(german):
    assert not german.knows("Haus" * 50_000)
    assert german.suggest("Haus" * 50_000) == ()
