import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import block_text, paragraphs
from newsroom.domain.inline import text
from newsroom.formats import Reading, Writing, by_content
from newsroom.formats.text import FORMAT, read, write


def taken(words: str) -> Article:
    (found,) = read(words.encode(), Reading())
    return found.article


def lines(article: Article) -> list[str]:
    return [block_text(block) for block in article.body.blocks]


def test_a_short_first_paragraph_is_the_headline():
    found = taken("Ein Tor\n\nErster Absatz.\n \n\nZweiter Absatz.\n")
    assert found.headline == "Ein Tor"
    assert lines(found) == ["Erster Absatz.", "Zweiter Absatz."]


@pytest.mark.parametrize("words", ["Nur ein Satz.", "Wort " * 50 + "\n\nMehr."])
def test_a_sentence_alone_and_a_long_paragraph_are_text(words):
    found = taken(words)
    assert found.headline == ""
    assert lines(found)[0] == words.split("\n")[0].strip()


def test_a_repeated_headline_is_taken_out():
    found = taken("Ein Tor\n\nEin Tor\n\nText.")
    assert lines(found) == ["Text."]
    assert [note.rule for note in found.import_notes] == ["headline-repeated"]


def test_wrapped_lines_are_joined_and_told_and_short_ones_stay():
    long = "Diese Zeile ist so lang, dass ein Programm sie umbrach,"
    found = taken(f"K\n\n{long}\n{long}\nEnde.\n\nMusterweg 1\nNeustadt")
    assert lines(found) == [f"{long} {long} Ende.", "Musterweg 1\nNeustadt"]
    assert [note.rule for note in found.import_notes] == ["lines-joined"]


def test_plain_text_is_the_last_guess_and_noise_is_none():
    assert by_content(b"Some words.", "a.txt") is FORMAT
    assert by_content(b"Some words.", "a") is FORMAT
    assert FORMAT.sniff(bytes(range(30)) * 9, "a.txt") == 0


def test_what_readers_read_is_written():
    article = Article.new(kicker="Dach", headline="K", lead=text("Vorspann"), body=paragraphs(["A", "B"]))
    assert write(article, Writing()).data.decode() == "Dach\n\nK\n\nVorspann\n\nA\n\nB\n"


def test_an_embargo_line_holds_a_plain_text_back_too():
    found = taken("Sperrfrist: 28.03.2025 18:00\n\nEin Tor\n\nText.")
    assert found.embargo
    assert (found.headline, lines(found)) == ("Ein Tor", ["Text."])
    assert taken("Ein Film\n\nText.\n\nFrei ab 12 Jahren").embargo_line == ""


@pytest.mark.parametrize(("language", "word"), [("de-DE", "Korrektur"), ("en-GB", "Correction")])
def test_readers_are_told_of_a_correction_in_the_story_s_language(language, word):
    story = Article.new(
        headline="Ein Tor", body=paragraphs(["Text."]), language=language, correction_note="Es waren zwei."
    )
    assert write(story, Writing()).data.decode() == f"Ein Tor\n\nText.\n\n{word}: Es waren zwei.\n"
