import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.article import Byline, Priority
from newsroom.domain.body import Crosshead, ListItem, Paragraph, Picture, Quote, Table, body
from newsroom.domain.inline import LineBreak, Run, plain, text
from newsroom.domain.marks import BOLD, ITALIC, STRIKE, link
from newsroom.formats import Reading, by_content
from newsroom.formats.markdown import FORMAT, read

HEAD = """---
Überschrift: "Ein Tor"
kicker: Fußball
lead: Vorspann: kurz
publish time: 27.03.2025 11:25
embargo: 2025-03-27 18:00
language: de-AT
keywords: [Tor, "Sieg", Tor]
byline: Ada Muster (Fotos) und Bo Beispiel
priority: 2
section: Sport
genre: report
dateline: Wien
source: APA
---
"""


def taken(words: str):
    (found,) = read(words.encode(), Reading())
    return found


def rules(found):
    return [note.rule for note in found.article.import_notes]


def test_the_head_fills_the_fields_by_german_and_english_names():
    found = taken(HEAD + "\nText.").article
    assert (found.headline, found.kicker, plain(found.lead)) == ("Ein Tor", "Fußball", "Vorspann: kurz")
    assert found.publish_time.isoformat() == "2025-03-27T11:25:00+01:00"
    assert found.embargo.isoformat() == "2025-03-27T18:00:00+01:00"
    assert (found.language, found.section, found.genre) == ("de-AT", "Sport", "report")
    assert found.keywords == ("Tor", "Sieg")
    assert found.authors == (Byline("Ada Muster", "Fotos"), Byline("Bo Beispiel"))
    assert (found.priority, found.dateline, found.source) == (Priority.URGENT, "Wien", "APA")
    assert found.body == body(Paragraph(text("Text.")))


@pytest.mark.parametrize("line", ["colour: red", "no colon here", "priority: 9", "language: klingonisch!"])
def test_what_the_head_says_in_vain_is_told(line):
    found = taken(f"---\n{line}\n---\n# K\n\nText.")
    assert len(found.losses) == 1
    assert found.article.headline == "K"


def test_an_embargo_that_cannot_be_read_is_kept_and_told():
    found = taken("---\nembargo: bald\n---\n# K\n\nText.")
    assert found.article.embargo_line == "bald"
    assert rules(found) == ["embargo-unread"]


def test_a_publish_time_that_cannot_be_read_is_told():
    assert rules(taken("---\ndate: bald\n---\n# K\n\nText.")) == ["time-unread"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a\nb", body(Paragraph(text("a b")))),
        ("a  \nb", body(Paragraph((Run("a"), LineBreak(), Run("b"))))),
        ("x\n\n## Z\n\n### T", body(Paragraph(text("x")), Crosshead(text("Z")), Crosshead(text("T"), 2))),
        ("> a\n>\n> b", body(Quote(text("a")), Quote(text("b")))),
        (
            "- a\n  1. b\n- c",
            body(ListItem(text("a")), ListItem(text("b"), ordered=True, level=1), ListItem(text("c"))),
        ),
        (
            "**a** *b* ~~c~~ [d](https://x.example)",
            body(
                Paragraph(
                    (
                        *text("a", {BOLD}),
                        *text(" "),
                        *text("b", {ITALIC}),
                        *text(" "),
                        *text("c", {STRIKE}),
                        *text(" "),
                        *text("d", {link("https://x.example")}),
                    )
                )
            ),
        ),
        (
            "| a | b |\n|---|---|\n| 1 | 2 |",
            body(Table(((text("a"), text("b")), (text("1"), text("2"))), 1)),
        ),
        (
            '![Alt](rathaus.jpg "Das Rathaus | Foto: A")',
            body(Picture("", text("Das Rathaus"), "Foto: A", alternative="Alt", name="rathaus.jpg")),
        ),
        ("`a *b*` <b>c</b>", body(Paragraph(text("a *b* <b>c</b>")))),
        ("```\na\n  b\n```", body(Paragraph((Run("a"), LineBreak(), Run("  b"))))),
    ],
)
def test_each_sign_becomes_the_block_or_mark_that_it_means(words, expected):
    assert taken("---\nheadline: K\n---\n" + words).article.body == expected


@pytest.mark.parametrize(
    "words", ["Bürger*innen und Leser*innen", "jede*r und keine*r", "Bürger_innen und Leser_innen"]
)
def test_gender_signs_are_letters_and_never_emphasis(words):
    assert taken(f"# K\n\n{words}").article.body == body(Paragraph(text(words)))


def test_a_word_with_a_gender_star_can_be_italic_as_a_whole():
    assert taken("# K\n\n*Bürger\\*innen* und *Leser*innen*").article.body == body(
        Paragraph((*text("Bürger*innen", {ITALIC}), *text(" und "), *text("Leser*innen", {ITALIC})))
    )


def test_a_heading_that_opens_the_text_is_the_headline_and_a_repeated_one_is_taken_out():
    found = taken("# Ein Tor\n\nEin Tor\n\nText.")
    assert found.article.headline == "Ein Tor"
    assert found.article.body == body(Paragraph(text("Text.")))
    assert rules(found) == ["headline-repeated"]


def test_unsafe_links_and_far_pictures_are_left_out_and_counted():
    found = taken(
        "# K\n\n[a](javascript:alert(1)) [b](/etc/passwd) ![c](https://x.example/c.png) ![d](../d.png)"
    )
    assert [str(loss) for loss in found.losses] == [
        "2 unsafe links were removed; their text is kept.",
        "2 pictures were left out; their places are kept.",
    ]
    assert all(not getattr(block, "name", "") for block in found.article.body.blocks)


def test_markdown_is_known_by_its_ending_its_head_or_its_signs():
    assert by_content(b"words", "a.md") is FORMAT
    assert by_content(HEAD.encode(), "a.txt") is FORMAT
    assert FORMAT.sniff(b"# K\n\n- a\n- **b**\n", "a") > 0
    assert FORMAT.sniff(b"Words alone.", "a.txt") == 0


@given(st.text(max_size=200))
def test_any_text_is_read(words):
    assert len(read(words.encode(errors="replace"), Reading())) == 1


def test_a_head_makes_it_markdown_even_where_a_key_looks_like_wire_text():
    data = b"---\nheadline: Die Zahlen\nsection: Region\npublish time: 2026-11-13 05:00\n---\n\nEin Absatz.\n"
    found = by_content(data, "zahlen.md")
    assert found is not None
    assert found.name == "markdown"
