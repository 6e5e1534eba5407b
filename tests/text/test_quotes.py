"""Whether quotation marks balance. All sentences are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.quotes import Fault, Passage, quoted_spans, unbalanced


def faults(*paragraphs, language="de-DE"):
    passages = [Passage(text) for text in paragraphs]
    return [(fault.paragraph, fault.start, fault.kind.value) for fault in unbalanced(passages, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("„Ja“, sagte er. „Nein.", "de", [(0, 16, "unclosed")]),
        ("Er rief: „Ja, „so“ geht das.", "de", [(0, 9, "unclosed")]),
        ("Ja“, sagte er.", "de", [(0, 2, "unopened")]),
        ('"Ja", "nein', "de", [(0, 6, "unclosed")]),
        ("»Ja«, »nein", "de", [(0, 6, "unclosed")]),
        ("«Ja», «nein", "de-CH", [(0, 6, "unclosed")]),
        ("„Sie sagt ‚ja“", "de", [(0, 10, "unclosed")]),
        ("“Yes”, he said. “No.", "en", [(0, 16, "unclosed")]),
        ("“He said ‘no,” she said.", "en", [(0, 9, "unclosed")]),
        ("Yes,” he said.", "en", [(0, 4, "unopened")]),
    ],
)
def test_a_mark_without_its_partner_is_found(text, language, expected):
    assert faults(text, language=language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("„Ja“, sagte er, „nein.“", "de"),
        ("„Sie sagt ‚ja‘“ – und geht.", "de"),
        ("»Sie sagt ›ja‹«, (»so«)", "de"),
        ("Hans’ Haus, ’ne Idee, geht’s, im Sommer ’89 und Straus' Werk", "de"),
        ("„Das ist Hans’ Haus“, sagt sie.", "de"),
        ('Der Schirm misst 27" und das "A"-Team siegt 3"', "de"),
        ('Er sagt: "Nein –" und schweigt.', "de"),
        ("Mehr » hier", "de"),
        ("„… und dann“", "de"),
        ("« Oui », dit-elle.", "fr"),
        ("“It’s the boys’ ‘house’,” she said in the ’90s.", "en"),
        ("’Tis rock ’n’ roll, ‘em said.", "en"),
        ("5'10\" tall", "en"),
    ],
)
def test_balanced_and_doubtful_marks_are_left_alone(text, language):
    assert faults(text, language=language) == []


def test_a_quotation_may_go_on_in_the_next_paragraph():
    assert faults("„Erstens.", "„Zweitens.", "„Drittens.“") == []
    assert faults("“First.", "“Second.”", language="en") == []


def test_a_quotation_may_close_within_three_paragraphs():
    assert faults("„Erstens.", "Zweitens.", "Drittens.", "Viertens.“") == []
    assert faults("„Erstens.", "Zweitens.", "Drittens.", "Viertens.", "Fünftens.“") == [(0, 0, "unclosed")]


def test_crossheads_and_pictures_do_not_interrupt_a_quotation():
    passages = [
        Passage("„Erstens."),
        Passage("Das „Zwischen“", "crosshead"),
        Passage("Foto", "picture"),
        Passage("„Zweitens.“"),
    ]
    assert unbalanced(passages, "de") == []


def test_a_crosshead_is_balanced_for_itself():
    passages = [Passage("„Erstens“."), Passage("Das „Zwischen", "crosshead")]
    assert [(fault.paragraph, fault.kind) for fault in unbalanced(passages, "de")] == [(1, Fault.UNCLOSED)]


@pytest.mark.parametrize(
    ("text", "language", "style", "mended"),
    [
        ("“Ja”, sagt sie. “Nein”.", "de", "", "„Ja“, sagt sie. „Nein“."),
        ("„Ja”, sagt sie. „Nein“.", "de", "", "„Ja“, sagt sie. „Nein“."),
        ('„Ja", sagt sie.', "de", "guillemets", "»Ja«, sagt sie."),
        ("«Ja», sagt sie.", "de-AT", "", "„Ja“, sagt sie."),
        ("„Yes“, she says.", "en-GB", "", "“Yes”, she says."),
        ("»Ja«, sagt sie.", "de-CH", "", "«Ja», sagt sie."),
    ],
)
def test_marks_of_another_language_are_one_finding_with_one_fix(text, language, style, mended):
    (fault,) = unbalanced([Passage(text)], language, style)
    assert fault.kind is Fault.WRONG_KIND
    assert text[fault.start : fault.end] == fault.found
    for edit in reversed(fault.edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == mended
    assert unbalanced([Passage(text)], language, style) == []


@pytest.mark.parametrize("text", ["„Ja“", "»Ja«", '"Ja"'])
def test_either_german_house_style_is_right_and_straight_marks_are_no_fault(text):
    assert faults(text) == []


def test_quoted_text_is_known_with_its_marks():
    text = "Sie sagt „nein, ‚nie‘“ und geht."
    assert [text[start:end] for _, start, end in quoted_spans([Passage(text)], "de")] == ["„nein, ‚nie‘“"]


def test_a_long_quotation_covers_all_its_paragraphs_but_no_picture():
    passages = [
        Passage("Er: „Eins."),
        Passage("Foto", "picture"),
        Passage("Zwei“, sagt er."),
        Passage("Drei „offen"),
    ]
    assert quoted_spans(passages, "de") == [(0, 4, 10), (2, 0, 5), (3, 5, 11)]


MARKS = st.text(st.sampled_from("„“”«»\"'’‘‚ a.1-("), max_size=30)


@given(st.lists(MARKS, max_size=5), st.sampled_from(["de", "de-CH", "en", "fr"]))
def test_faults_and_spans_lie_inside_the_text(paragraphs, language):
    passages = [Passage(text) for text in paragraphs]
    for fault in unbalanced(passages, language):
        assert paragraphs[fault.paragraph][fault.start : fault.end] == fault.found
    for paragraph, start, end in quoted_spans(passages, language):
        assert 0 <= start < end <= len(paragraphs[paragraph])


@given(
    st.lists(st.sampled_from(["„ja“ ", "sagt ", "„sie ‚so‘“ ", "Hans’ ", "– ", "(„gut“) "]), max_size=8).map(
        "".join
    )
)
def test_a_well_set_text_is_never_at_fault(text):
    assert faults(text) == []
