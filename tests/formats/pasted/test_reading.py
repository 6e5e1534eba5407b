"""How pasted HTML, links and lines are read, case by case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.body import (
    Body,
    Crosshead,
    ListItem,
    Paragraph,
    Quote,
    Table,
    contents,
    normal_body,
    plain_text,
)
from newsroom.domain.errors import Refused
from newsroom.domain.inline import Footnote, LineBreak, Run, text
from newsroom.domain.marks import BOLD, ITALIC, UNDERLINE, MarkKind, link, value_of
from newsroom.formats.addresses import safe_address
from newsroom.formats.html.pasted import read
from newsroom.formats.html.pasted.links import meant
from newsroom.formats.html.pasted.styles import Sheet, declared
from newsroom.formats.pasted.rtf import read as read_rtf
from newsroom.formats.pasted.words import read as read_words
from newsroom.formats.pasted.wrapped import mended, words_in
from tests.formats.html.payloads import PAYLOADS


def blocks(html):
    return read(html)[0].blocks


def losses(html):
    return [str(message) for message in read(html)[1]]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_acts_gets_into_a_body(payload):
    body, _ = read(payload)
    pieces = [piece for block in body.blocks for content in contents(block) for piece in content]
    found = [value_of(piece.marks, MarkKind.LINK) for piece in pieces if isinstance(piece, Run)]
    assert all(address is None or safe_address(address) for address in found)
    assert body == normal_body(body)


@given(st.text(alphabet="<>/pbiulaotdr =\"'&;!-[]x \n\xa0", max_size=200))
def test_any_markup_is_read_or_refused(markup):
    try:
        body, _ = read(markup)
    except Refused:
        return
    assert body == normal_body(body)


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("font-weight:700", {BOLD}),
        ("FONT-WEIGHT: Bold !important", {BOLD}),
        ("font-weight:500", set()),
        ("font-style:oblique", {ITALIC}),
        ("text-decoration-line:underline", {UNDERLINE}),
        ("font: italic bold 12px Times", {BOLD, ITALIC}),
    ],
)
def test_emphasis_is_taken_from_styles(style, marks):
    assert blocks(f"<span style='{style}'>x</span>") == (Paragraph(text("x", frozenset(marks))),)


def test_what_a_style_takes_back_is_not_there():
    assert blocks("<b style='font-weight:normal'>x</b>") == (Paragraph(text("x")),)
    assert blocks("<u style='text-decoration:none'>x</u>") == (Paragraph(text("x")),)


def test_rules_of_a_style_sheet_count_and_closer_ones_more():
    sheet = Sheet()
    sheet.read(
        "<!-- p.a, .b {font-weight:bold} /* x */ p {font-weight:normal; color:red} div > p {color:blue} -->"
    )
    assert sheet.of("p", ["a"]) == {"font-weight": "bold", "color": "red"}
    assert sheet.of("i", ["b"]) == {"font-weight": "bold"}
    assert declared("a:b;;c: d ; e") == {"a": "b", "c": "d"}


def test_levels_of_headings_are_those_of_the_text_itself():
    assert [block.level for block in blocks("<h3>a</h3><h5>b</h5><h3>c</h3><h6>d</h6>")] == [1, 2, 1, 3]


def test_a_heading_is_bold_by_nature():
    assert blocks("<h2><b>Kopf</b></h2>") == (Crosshead(text("Kopf")),)


def test_an_entry_of_two_paragraphs_stays_one_entry():
    (item,) = blocks("<ul><li><p>eins</p><p>zwei</p></li></ul>")
    assert item == ListItem((Run("eins"), LineBreak(), Run("zwei")))


def test_a_nested_list_keeps_its_kind_and_level():
    found = blocks("<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>")
    assert [(block.ordered, block.level) for block in found] == [(True, 0), (False, 1), (True, 0)]


def test_hard_spaces_that_are_dress_become_one_space_and_single_ones_stay():
    assert blocks("a&nbsp; b &nbsp;c&nbsp;&nbsp;d 6&nbsp;km&nbsp;") == (Paragraph(text("a b c d 6\xa0km")),)


def test_a_table_that_only_places_things_gives_what_stands_in_it():
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    assert blocks(f"<table><tr><td><p>vorn</p>{inner}</td></tr></table>") == (
        Paragraph(text("vorn")),
        Table(((text("a"), text("b")),)),
    )


def test_a_footnote_whose_text_was_not_copied_is_counted():
    assert blocks('<p>x<a href="#_ftn1">[1]</a></p>') == (Paragraph(text("x")),)
    assert losses('<p>x<a href="#_ftn1">[1]</a></p>') == ["1 footnote"]


def test_a_footnote_stands_where_its_sign_stood():
    html = '<p>x<a href="#ftnt1">[1]</a></p><div><p><a id="ftnt1" href="#ftnt_ref1">[1]</a> Quelle</p></div>'
    assert blocks(html) == (Paragraph((Run("x"), Footnote((Run("Quelle"),)))),)


def test_lines_of_a_pdf_shown_in_a_browser_are_joined():
    lines = (
        "Der Hafen von Tarholm bekommt eine neue Mole. Das hat",
        "der Rat nach langen Verhand-",
        "lungen beschlossen. Die Arbeiten sollen im Frühjahr",
        "beginnen und zwei Jahre dauern.",
    )
    html = "".join(f'<span dir="ltr">{line}</span><br role="presentation">' for line in lines)
    assert blocks(html) == (
        Paragraph(
            text(
                "Der Hafen von Tarholm bekommt eine neue Mole. Das hat der Rat nach langen Verhandlungen beschlossen."
                " Die Arbeiten sollen im Frühjahr beginnen und zwei Jahre dauern."
            )
        ),
    )


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("https://www.google.com/url?q=https://a.example/b%3Fc%3D1&sa=D", "https://a.example/b?c=1"),
        (
            "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=5",
            "https://a.example/",
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2F%3Ffbclid%3Dx&h=1", "https://a.example/"),
        ("https://a.example/?utm_source=x&b=1&utm_medium=y#z", "https://a.example/?b=1#z"),
        (
            "https://www.google.com/url?q=javascript:alert(1)",
            "https://www.google.com/url?q=javascript:alert(1)",
        ),
        ("https://evil.example/url?q=https://a.example/", "https://evil.example/url?q=https://a.example/"),
        ("javascript:alert(1)", ""),
        ("file:///etc/passwd", ""),
        ("https://[", "https://["),
    ],
)
def test_links_lead_where_they_were_meant_to(address, target):
    assert meant(address) == target


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Verhand-", "lungen", "Verhandlungen"),
        ("Nord-", "Süd", "Nord-Süd"),
        ("Haupt-", "und Nebenweg", "Haupt- und Nebenweg"),
        ("Wän\u00ad", "de", "Wände"),
        ("2025-", "2026", "2025-2026"),
        ("E-", "mail", "E-mail"),
        ("gut-", "gelaunt", "gut-gelaunt"),
        ("das ist –", "ja", "das ist – ja"),
    ],
)
def test_a_broken_word_is_mended_by_what_the_text_shows(before, after, expected):
    assert mended(before, after, words_in("Ein gut-gelaunter, gut-gelaunt grüßender Mann")) == expected


def test_lines_that_were_not_broken_by_a_column_are_left_alone():
    names = "\n".join(
        f"{name} aus Tarholm, Vorsitzende des Vereins" for name in ("Anna", "Berta", "Clara", "Dora")
    )
    body, joined = read_words(names)
    assert not joined
    assert len(body.blocks) == 4


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("• eins\n• zwei", (ListItem(text("eins")), ListItem(text("zwei")))),
        ("- eins\n- zwei", (ListItem(text("eins")), ListItem(text("zwei")))),
        ("1. eins\n2. zwei", (ListItem(text("eins"), ordered=True), ListItem(text("zwei"), ordered=True))),
        ("1. Mai", (Paragraph(text("1. Mai")),)),
        ("– Nein, sagte er.", (Paragraph(text("– Nein, sagte er.")),)),
        ("> eins\n> zwei", (Quote(text("eins zwei")),)),
        ("a\n\nb\nc", (Paragraph(text("a")), Paragraph(text("b\nc")))),
        ("# nur ein Wort", (Paragraph(text("# nur ein Wort")),)),
    ],
)
def test_plain_text_shows_its_lists_and_quotations(words, expected):
    assert read_words(words)[0] == Body(expected)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_as_rtf(data):
    assert isinstance(plain_text(read_rtf(b"\\rtf1 " + data)), str)


def test_deep_rtf_is_refused():
    with pytest.raises(Refused):
        read_rtf(b"{" * 300)


def test_a_table_in_rtf_is_a_table():
    assert read_rtf(rb"\rtf1 a\cell b\cell\row c\cell d\cell\row\pard danach\par").blocks == (
        Table(((text("a"), text("b")), (text("c"), text("d")))),
        Paragraph(text("danach")),
    )


def test_a_link_in_a_web_page_is_kept_without_its_underline():
    assert blocks("<a href='https://a.example/'><u>x</u></a>") == (
        Paragraph(text("x", frozenset({link("https://a.example/")}))),
    )
