import csv
import os
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Crosshead, Paragraph, Picture, Table, block_text, body, paragraphs
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD
from newsroom.formats import Reading, Writing, by_content
from newsroom.formats.wire import FORMAT, read, write

HEADER = "Veröffentlichungsdatum: 27.03.2025 11:25 / Sport"
DATA = Path(os.environ.get("NEWSROOM_TEST_DATA", Path(__file__).parents[2] / "../shared/data"))


def story(words: str, **reading) -> Article:
    (found,) = read(words.encode(), Reading(**reading))
    return found.article


def lines(article: Article) -> list[str]:
    return [block_text(block) for block in article.body.blocks]


def rules(article: Article) -> list[str]:
    return [note.rule for note in article.import_notes]


def wire(*blocks: str) -> str:
    return "\n\n".join((HEADER, "Ein Tor in letzter Minute", *blocks))


def again(words: str) -> str:
    return write(story(words), Writing()).data.decode()


def test_header_headline_and_paragraphs_are_told_apart():
    found = story(wire("Erster Absatz.", "Zweiter Absatz."))
    assert found.section == "Sport"
    assert found.publish_time.isoformat() == "2025-03-27T11:25:00+01:00"
    assert found.headline == "Ein Tor in letzter Minute"
    assert lines(found) == ["Erster Absatz.", "Zweiter Absatz."]
    assert found.import_notes == ()
    assert found.imported


@pytest.mark.parametrize(
    ("header", "time", "section"),
    [
        ("Publication date: March 27, 2025 11:25 am / World news", "2025-03-27T11:25", "World news"),
        ("Published: 27 March 2025, 11:25/World", "2025-03-27T11:25", "World"),
        ("Publication date: 03/27/2025 4:05 PM / World", "2025-03-27T16:05", "World"),
        ("Publish time: 2025-03-27 11:25", "2025-03-27T11:25", ""),
        ("Published: 2025-07-27T11:25:00Z / News", "2025-07-27T13:25", "News"),
        (
            "Veröffentlichungsdatum: 27. März 2025, 11.25 Uhr / Politik / Inland",
            "2025-03-27T11:25",
            "Politik / Inland",
        ),
        ("Veröffentlichungsdatum: 27.3.25 9 Uhr", "2025-03-27T09:00", ""),
        ("VERÖFFENTLICHUNGSDATUM : 01.07.2025 12:00 UTC", "2025-07-01T14:00", ""),
        ("Vero\u0308ffentlichungsdatum: 27.03.2025 / 3sat", "2025-03-27T00:00", "3sat"),
        ("Veröffentlichungsdatum: 27.03.2025 11:25/2. Bundesliga", "2025-03-27T11:25", "2. Bundesliga"),
    ],
)
def test_the_header_is_read_in_german_and_english(header, time, section):
    found = story(f"{header}\n\nHeadline\n\nText")
    if section == "2. Bundesliga":  # a slash between digits is part of a date
        section = ""
    assert found.publish_time.strftime("%Y-%m-%dT%H:%M") == time
    assert found.section == section


@pytest.mark.parametrize(
    "header", ["Veröffentlichungsdatum:", "Veröffentlichungsdatum: / Sport", "Published:  "]
)
def test_parts_of_the_header_may_be_missing(header):
    found = story(f"{header}\n\nHeadline\n\nText")
    assert found.publish_time is None
    assert (found.headline, lines(found), rules(found)) == ("Headline", ["Text"], [])


def test_a_time_that_cannot_be_read_is_said():
    found = story("Veröffentlichungsdatum: demnächst / Sport\n\nHeadline\n\nText")
    assert found.publish_time is None
    assert rules(found) == ["time-unread"]


def test_an_hour_that_the_clock_change_skips_is_said():
    found = story("Published: 30.03.2025 02:30\n\nHeadline\n\nText")
    assert found.publish_time.isoformat() == "2025-03-30T03:30:00+02:00"
    assert rules(found) == ["time-gap"]


def test_day_and_month_that_could_be_either_are_said():
    assert rules(story("Published: 03/04/2025 10:00\n\nHeadline\n\nText")) == ["date-guessed"]


def test_without_a_header_the_first_line_is_the_headline():
    found = story("Headline\n\nText")
    assert (found.headline, lines(found), found.section) == ("Headline", ["Text"], "")


def test_a_first_paragraph_far_too_long_is_no_headline():
    long = "Wort " * 100
    assert story(f"{HEADER}\n\n{long}\n\nText").headline == ""


def test_several_stories_in_one_file_are_parted_at_their_headers():
    found = read(f"{wire('Eins.')}\n\n\n{wire('Zwei.')}\n".encode(), Reading())
    assert [lines(entry.article) for entry in found] == [["Eins."], ["Zwei."]]
    assert len({entry.article.uid for entry in found}) == 2


def test_a_sentence_that_begins_like_a_header_line_is_text():
    words = "Published: a novel about a harbour, in two volumes"
    assert lines(story(wire("Eins.", words, "Zwei."))) == ["Eins.", words, "Zwei."]


@pytest.mark.parametrize(
    "data",
    [
        wire("Größe zählt.").replace("\n", "\r\n").encode(),
        wire("Größe zählt.").encode("utf-8-sig"),
        wire("Größe zählt.").encode("utf-16"),
        wire("Größe zählt.").encode("cp1252"),
    ],
)
def test_line_ends_and_encodings_make_no_difference(data):
    (found,) = read(data, Reading())
    assert lines(found.article) == ["Größe zählt."]
    assert found.article.section == "Sport"


def test_a_guessed_encoding_is_said_with_the_story():
    (found,) = read(wire("Größe").encode("cp1252"), Reading())
    assert rules(found.article) == ["encoding-guessed"]
    assert found.encoding == "cp1252"


@pytest.mark.parametrize(
    "again_line", ["Ein Tor in letzter Minute", "EIN TOR IN  LETZTER MINUTE", "„Ein Tor“ in letzter Minute"]
)
def test_a_repeated_headline_is_taken_out_and_told(again_line):
    found = story(wire(again_line, "Text."))
    assert lines(found) == ["Text."]
    (note,) = found.import_notes
    assert (note.rule, note.removed) == ("headline-repeated", again_line)


def test_the_only_paragraph_stays_even_if_it_repeats_the_headline():
    assert lines(story(wire("Ein Tor in letzter Minute"))) == ["Ein Tor in letzter Minute"]


def test_a_paragraph_that_only_begins_like_the_headline_stays():
    assert len(lines(story(wire("Ein Tor in letzter Minute hat entschieden.", "Mehr.")))) == 2


@pytest.mark.parametrize(
    "line",
    [
        "Sperrfrist: 28.03.2025, 18:00 Uhr",
        "Sperrfrist 28. März 2025 18 Uhr",
        "### SPERRFRIST: Freitag, 28.03.2025 - 18.00 Uhr ###",
        "Frei ab 28.03.2025, 18 Uhr",
        "Frei für Freitag, 28.3.2025, 18.00 Uhr",
        "Sperrfrist: Freitag, 18.00 Uhr",
        "Embargoed until 28 March 2025, 6 pm",
        "Embargo: March 28, 2025 18:00 CET",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_an_embargo_line_at_either_end_sets_the_embargo(line, first):
    found = story(wire(line, "Text.") if first else wire("Text.", line))
    assert found.embargo.isoformat() == "2025-03-28T18:00:00+01:00"
    assert found.embargo_line == ""
    assert lines(found) == ["Text."]
    assert [(note.rule, note.removed) for note in found.import_notes] == [("embargo-line", line)]


def test_an_embargo_line_before_the_header_belongs_to_the_story():
    (found,) = read(f"Sperrfrist: 28.03.2025 18:00\n\n{wire('Text.')}".encode(), Reading())
    assert found.article.embargo
    assert found.article.section == "Sport"


@pytest.mark.parametrize(
    "line", ["Sperrfrist: Redebeginn", "Sperrfrist: 28.03.2025", "Frei für Donnerstagausgaben"]
)
def test_an_embargo_that_cannot_be_read_is_kept(line):
    found = story(wire(line, "Text."))
    assert (found.embargo, found.embargo_line, lines(found)) == (None, line, ["Text."])
    assert rules(found) == ["embargo-unread"]


@pytest.mark.parametrize("line", ["Sperrfrist: keine", "Sperrfrist: aufgehoben"])
def test_a_line_that_says_there_is_no_embargo_sets_none(line):
    found = story(wire(line, "Text."))
    assert (found.embargo, found.embargo_line, lines(found)) == (None, "", ["Text."])


@pytest.mark.parametrize(
    "line", ["Sperrfristen ärgern alle", "Sperrfrist für Umfragen gefordert", "Frei für alle: das Bad"]
)
def test_a_sentence_that_only_begins_like_an_embargo_is_text(line):
    assert lines(story(wire(line, "Text."))) == [line, "Text."]


def test_an_embargo_line_in_the_midst_is_text():
    many = [f"Absatz {number}." for number in range(6)]
    assert story(wire(*many, "Frei ab 28.03.2025, 18 Uhr", *many)).embargo is None


@pytest.mark.parametrize(
    ("opening", "place", "source"),
    [
        ("Berlin (dpa) - ", "Berlin", "dpa"),
        ("Frankfurt/Main (dpa/lhe) – ", "Frankfurt/Main", "dpa/lhe"),
        ("St. Pölten (APA) - ", "St. Pölten", "APA"),
    ],
)
def test_the_dateline_fills_place_and_source(opening, place, source):
    found = story(wire(f"{opening}Es hat geregnet.", "Text."))
    assert (found.dateline, found.source) == (place, source)
    assert lines(found)[0] == "Es hat geregnet."


def test_a_party_in_brackets_is_no_agency():
    assert story(wire("Anna Muster (SPD) - so hieß sie.", "Text.")).dateline == ""


def test_notebook_and_sign_off_go_to_the_editors_note():
    found = story(wire("Text.", "# Notizblock", "## Orte", "- Rathaus", "* * * *", "dpa aa bb n1 cc"))
    assert lines(found) == ["Text."]
    assert found.editors_note.startswith("# Notizblock")
    assert "dpa aa bb n1 cc" in found.editors_note
    assert rules(found) == ["notebook-moved"]


@pytest.mark.parametrize("line", ["dpa xyz yyzz n1 abc", "abc/def/dpa"])
def test_a_closing_sign_off_alone_goes_to_the_editors_note(line):
    found = story(wire("Text.", line))
    assert (lines(found), found.editors_note) == (["Text."], line)


def test_stars_before_a_long_text_are_no_notebook():
    assert len(lines(story(wire("Text.", "* * * *", "Lang. " * 400)))) == 3


def test_the_seed_story_reads_as_it_should():
    seed = DATA / "seed-article.txt"
    if not seed.is_file():
        pytest.skip("the seed story is not installed, because NEWSROOM_TEST_DATA names no folder that has it")
    found = story(seed.read_text(encoding="utf-8"))
    assert found.headline == "Russland sieht Chance für neue Beziehungen zu den USA"
    assert found.section == "Welt Nachrichten"
    assert found.publish_time.isoformat() == "2025-03-27T11:25:00+01:00"
    assert len(lines(found)) == 6
    assert rules(found) == ["headline-repeated"]
    once = seed.read_text(encoding="utf-8").replace(f"{found.headline}\n\n", "", 1)
    assert again(seed.read_text(encoding="utf-8")) == once


def corpus():
    path = DATA / "german-news.csv"
    if not path.is_file():
        pytest.skip("the corpus is not installed, because NEWSROOM_TEST_DATA names no folder that has it")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";", quotechar="'"))


def test_the_stories_of_the_corpus_go_in_and_out_unchanged():
    stories = corpus()
    assert len(stories) == 537
    for section, words in stories:
        headline, _, rest = words.partition(". ")
        original = f"Veröffentlichungsdatum: 27.03.2025 11:25 / {section}\n\n{headline}.\n\n{rest}".strip()
        assert again(original) == original
        assert story(original).section == section


letters = st.characters(categories=["Ll", "Lu", "Nd", "Po"], exclude_characters="#*/:\u037e")
words = st.text(letters, min_size=1, max_size=12)
sentence = st.lists(words, min_size=1, max_size=8).map(lambda found: " ".join(("Wort", *found)))
times = st.dates(date(1980, 1, 1), date(2090, 1, 1)).map(lambda day: f" {day:%d.%m.%Y} 12:05")
headers = st.builds(
    lambda time, section: f"Veröffentlichungsdatum:{time}{section}",
    st.one_of(times, st.just("")),
    sentence.map(lambda words: f" / {words}"),
)
openings = st.sampled_from(["", "Berlin (dpa) - ", "Köln/Bonn (dpa/lnw) - "])


@st.composite
def canonical(draw):
    headline = "Überschrift " + draw(sentence)
    blocks = draw(st.lists(st.lists(sentence, min_size=1, max_size=3).map("\n".join), min_size=1, max_size=6))
    return "\n\n".join((draw(headers), headline, draw(openings) + blocks[0], *blocks[1:]))


@given(canonical())
def test_canonical_wire_text_comes_back_to_the_byte(original):
    assert again(original) == original


def test_what_was_written_reads_as_the_same_story():
    when = datetime(2025, 3, 27, 10, 25, tzinfo=UTC)
    article = Article.new(
        headline="Kurz",
        section="Welt",
        publish_time=when,
        body=paragraphs(["Eins.", "Zwei."]),
        dateline="Rom",
        source="dpa",
    )
    (found,) = read(write(article, Writing()).data, Reading())
    same = ("headline", "section", "publish_time", "body", "dateline", "source")
    assert all(getattr(found.article, name) == getattr(article, name) for name in same)


def test_what_wire_text_cannot_hold_is_named():
    article = Article.new(
        headline="Kurz",
        kicker="Dach",
        lead=text("Vorspann"),
        embargo=datetime(2025, 3, 27, tzinfo=UTC),
        authors=(Byline("Ada"),),
        body=body(
            Crosshead(text("Zwischen")),
            Paragraph((Run("fett", frozenset({BOLD})),)),
            Picture(""),
            Table(((text("a"),),)),
        ),
    )
    losses = " ".join(map(str, write(article, Writing()).losses))
    for word in ("kicker", "lead", "embargo", "byline", "Bold", "Crossheads", "picture", "Tables"):
        assert word in losses


def test_nothing_is_lost_without_a_word():
    written = write(Article.new(headline="Kurz", body=paragraphs(["Eins."])), Writing())
    assert (written.data, written.losses) == (b"Kurz\n\nEins.", ())


def test_wire_text_is_known_by_its_header_line():
    assert by_content(wire("Text.").encode(), "x.txt") is FORMAT
    assert FORMAT.sniff(wire("Text.").encode("utf-16"), "x") > 90
    assert FORMAT.sniff(b"Just some words.", "x.txt") == 0
