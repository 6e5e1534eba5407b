from __future__ import annotations

import csv
import os
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsroom import checks
from newsroom.checks import Context
from newsroom.domain.article import Article
from newsroom.domain.body import Box, Paragraph, body, paragraphs
from newsroom.domain.finding import Field
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import Mark, MarkKind
from newsroom.settings import House
from newsroom.translation import tell

ENGLISH = (
    "The harbour was closed for three days while workers cleared fallen trees from the pier. "
    "Ferries are running again, the shipping company said, and islanders were relieved to see them "
    "come in on Monday morning, most of them with parcels and fresh vegetables on board."
)
GERMAN = (
    "Der Hafen war drei Tage gesperrt, weil Arbeiter umgestürzte Bäume von der Mole räumen mussten. "
    "Nun fahren die Fähren wieder, teilte die Reederei mit, und die Menschen auf der Insel waren froh, "
    "sie am Montagmorgen einlaufen zu sehen, die meisten mit Paketen und frischem Gemüse an Bord."
)


def test_a_text_in_another_language_than_the_one_set_is_told(judge):
    assert judge("language", body=paragraphs([ENGLISH]), language="de-DE")


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("de-AT", [GERMAN]),
        ("auto", [ENGLISH]),
        ("de-DE", [ENGLISH[:120]]),
        ("de-DE", ["Er sagte:", f"„{ENGLISH}“"]),
    ],
)
def test_a_short_a_quoted_or_a_right_text_is_left_alone(judge, language, texts):
    assert not judge("language", body=paragraphs(texts), language=language)


def test_a_quotation_that_never_closes_is_found_at_its_opener(judge):
    (finding,) = judge("quotes", body=paragraphs(["Sie sagte: „Wir fahren wieder.", "Dann ging sie."]))
    assert (finding.place.block, finding.place.start, finding.place.end) == (0, 11, 12)


def test_marks_of_another_language_are_one_finding_with_one_fix(judge):
    texts = ["Sie sagte: “Wir fahren.”", "Und: “Bald auch nachts.”"]
    (finding,) = judge("quotes", body=paragraphs(texts))
    assert [(one.place.block, one.text) for one in finding.fix.replacements] == [
        (0, "„"),
        (0, "“"),
        (1, "„"),
        (1, "“"),
    ]


def test_a_doubled_word_is_found_and_taken_out(judge):
    (finding,) = judge("doubled-word", body=paragraphs(["Die Fähre fährt fährt wieder."]))
    (change,) = finding.fix.replacements
    assert "Die Fähre fährt fährt wieder."[change.place.start : change.place.end] == " fährt"
    assert change.text == ""


def test_a_place_leads_past_deleted_words_to_where_the_word_stands(judge):
    gone = Run("ganz ", frozenset({Mark(MarkKind.DELETED, "c1")}))
    source = body(Paragraph((Run("Die Fähre "), gone, Run("fährt fährt wieder."))))
    (finding,) = judge("doubled-word", body=source)
    assert "Die Fähre ganz fährt fährt wieder."[finding.place.start : finding.place.end] == " fährt"


def test_a_word_in_a_box_is_found_at_its_place_in_the_box(judge):
    source = body(Box(text("Info"), (Paragraph(text("Eins.")), Paragraph(text("Es es hat hat Platz.")))))
    (finding,) = judge("doubled-word", body=source)
    assert "Info\nEins.\nEs es hat hat Platz."[finding.place.start : finding.place.end] == " hat"


def test_house_rules_are_told_outside_quotes_with_the_wanted_word(judge, context):
    rules = (("Handy", "Mobiltelefon", "So schreibt das Haus.", ""), ("Flugzeugträger", "Schiff", "", ""))
    here = replace(context, house=House(house_words=rules))
    told = judge(
        "house-words", context=here, body=paragraphs(["Das Handy lag da.", "„Mein Handy!“, rief er. Handys."])
    )
    assert [(one.place.block, one.place.start) for one in told] == [(0, 4), (1, 24)]
    assert told[0].fix.replacements[0].text == "Mobiltelefon"


def house_words(judge, context, rules, **fields):
    return judge("house-words", context=replace(context, house=House(house_words=rules)), **fields)


def test_an_inflected_form_is_told_without_a_fix_that_might_not_fit(judge, context):
    (told,) = house_words(judge, context, (("Handy", "Mobiltelefon"),), body=paragraphs(["Zwei Handys."]))
    assert told.subject == "Handys"
    assert told.fix is None


@pytest.mark.parametrize(
    ("word", "wanted", "text"),
    [
        ("Handy", "Handy-Telefon", "Das Handy-Telefon lag da."),
        ("Prozent", "Prozentpunkt", "Zwei Prozentpunkte mehr."),
        ("Rat", "Gemeinderat", "Das rät er, ratlos, Rate um Rate."),
        ("Kutter", "Boot", "Die Kutterfahrt und der Alt-Kutter."),
    ],
)
def test_a_house_rule_is_silent_inside_other_words_and_the_wanted_one(judge, context, word, wanted, text):
    assert not house_words(judge, context, ((word, wanted),), body=paragraphs([text]))


def test_a_phrase_is_found_over_a_no_break_space_and_with_a_sentences_capital(judge, context):
    rules = (("im endeffekt", "am Ende", "Floskel"),)
    (told,) = house_words(judge, context, rules, body=paragraphs(["Im\u00a0endeffekt fehlt Geld."]))
    assert told.fix.replacements[0].text == "Am Ende"


def test_a_rule_without_a_wanted_word_only_tells(judge, context):
    (told,) = house_words(
        judge, context, (("Wutbürger", "", "abwertend"),), body=paragraphs(["Der Wutbürger."])
    )
    assert tell(told.message) == "The house does not write “Wutbürger”. abwertend"
    assert told.fix is None


def test_house_rules_hold_in_the_headline_too(judge, context):
    rules = (("Handy", "Mobiltelefon"),)
    (told,) = house_words(judge, context, rules, headline="Handy im Hafen, „Handy“ dort")
    assert (told.place.field, told.place.start, told.place.end) == (Field.HEADLINE, 0, 5)


def test_a_house_rule_may_speak_of_quotations_too(judge, context):
    here = replace(context, house=House(house_words=(("Handy", "Mobiltelefon", "", "quotes-too"),)))
    assert judge("house-words", context=here, body=paragraphs(["„Mein Handy!“, rief er."]))


@pytest.mark.parametrize(
    ("written", "right"),
    [("Mittwoch, 27. März 2025", "Donnerstag"), ("Mittwoch, 26. März 2025", None), ("27. März 2025", None)],
)
def test_a_weekday_that_is_not_the_dates_own_is_told(judge, written, right):
    told = judge("weekday-date", body=paragraphs([f"Am {written} war es so weit."]))
    assert [one.fix.replacements[0].text for one in told] == ([right] if right else [])


def test_a_date_without_a_year_is_judged_only_near_the_publish_day(judge):
    assert judge("weekday-date", body=paragraphs(["Am Montag, 27. März, war es so weit."]))
    assert not judge("weekday-date", body=paragraphs(["Am Montag, 27. Oktober, ist es so weit."]))


def test_today_is_told_only_where_print_appears_later(judge, context):
    later = replace(context, house=House(print_days_later=1))
    source = paragraphs(["Die Fähre fährt heute wieder. „Bis heute habe ich gewartet“, sagt sie."])
    assert [one.place.start for one in judge("relative-day", context=later, body=source)] == [16]
    assert not judge("relative-day", body=source)


def test_real_german_stories_are_left_in_peace():
    data = Path(os.environ.get("NEWSROOM_TEST_DATA", "../shared/data")) / "german-news.csv"
    if not data.is_file():
        pytest.skip("the German stories for measuring are not here (NEWSROOM_TEST_DATA)")
    with data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=";", quotechar="'"))
    told: Counter[str] = Counter()
    for section, whole in rows:
        headline, _, rest = whole.partition(". ")
        story = Article.new(
            headline=headline[:110],
            section=section,
            language="de-AT",
            imported=True,
            publish_time=datetime(2016, 5, 1, tzinfo=UTC),
            body=paragraphs([rest]),
        )
        told.update(finding.rule for finding in checks.run(story, Context()))
    assert len(rows) > 500
    assert told["doubled-word"] == 3
    assert told.total() <= len(rows) / 20


@pytest.mark.timeout(20)
def test_twenty_thousand_house_rules_are_looked_at_in_no_time(judge, context):
    rules = (*((f"Wort{number}", "Anderes") for number in range(20_000)), ("Handy", "Mobiltelefon"))
    (told,) = house_words(judge, context, rules, body=paragraphs(["Das Handy lag da."]))
    assert told.subject == "Handy"
