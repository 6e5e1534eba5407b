import base64
import re
from dataclasses import replace
from pathlib import Path

import html5lib

from newsroom.domain.article import Article
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Table, body
from newsroom.domain.inline import Footnote, text
from newsroom.domain.marks import BOLD, Mark, MarkKind, link
from newsroom.formats import Writing
from newsroom.formats.cms import MOST_BYTES, pieces

DELETED = Mark(MarkKind.DELETED, "1")
PNG = (Path(__file__).parents[2] / "resources/icons/newsroom-16.png").read_bytes()
PICTURE = Picture("a" * 64, text("Am Kai"), "Foto: B <C>", alternative="Ein “Kran”", name="kran.png")


def test_each_part_is_given_as_html_and_as_text():
    article = Article.new(
        headline="A < B",
        kicker="Dach",
        lead=text("Vorspann"),
        dateline="Rom",
        body=body(Paragraph((*text("fett", {BOLD}), *text("weg", {DELETED}))), Crosshead(text("Zwischen"))),
    )
    found = pieces(article, Writing())
    assert (found["headline"].html, found["headline"].text) == ("A &lt; B", "A < B")
    assert (found["kicker"].html, found["kicker"].text) == ("Dach", "Dach")
    assert (found["lead"].html, found["lead"].text) == ("<p>Vorspann</p>", "Vorspann")
    assert found["body"].html == "<p>Rom – <strong>fett</strong></p>\n<h2>Zwischen</h2>"
    assert found["body"].text == "Rom – fett\n\nZwischen"


def test_what_is_empty_gives_nothing():
    assert all(not piece.html + piece.text for piece in pieces(Article.new(), Writing()).values())


def test_pictures_go_along_as_figures_that_editors_upload():
    made = pieces(Article.new(body=body(PICTURE)), Writing(picture=lambda _asset: PNG))["body"].html
    data = base64.b64encode(PNG).decode()
    assert made == (
        f'<figure><img src="data:image/png;base64,{data}" alt="Ein “Kran”" width="16" height="16">'
        "<figcaption>Am Kai Foto: B &lt;C&gt;</figcaption></figure>"
    )


def test_a_picture_that_cannot_go_along_stands_as_its_name():
    story = Article.new(body=body(PICTURE), language="de-DE")
    expected = "<p>[Bild: kran.png – Ein “Kran”]<br>Am Kai Foto: B &lt;C&gt;</p>"
    assert pieces(story, Writing())["body"].html == expected
    heavy = PNG + b"\0" * MOST_BYTES
    assert pieces(story, Writing(picture=lambda _asset: heavy))["body"].html == expected


def test_links_footnotes_boxes_and_tables_need_no_class_and_no_id():
    story = Article.new(
        body=body(
            Paragraph(
                (
                    *text("Der ", ()),
                    *text("Link", {link("https://x.example/?a=1&b=2")}),
                    Footnote(text("Nein.")),
                )
            ),
            Box(text("Kasten"), (Paragraph(text("Im Kasten")), ListItem(text("Punkt")))),
            Table(((text("A"),), (text("1"),)), 1),
        )
    )
    made = pieces(story, Writing())["body"].html
    assert '<a href="https://x.example/?a=1&amp;b=2">Link</a><sup>1</sup>' in made
    assert "<h3>Kasten</h3>\n<p>Im Kasten</p>" in made
    assert made.endswith("<ol>\n<li>Nein.</li>\n</ol>")
    assert not re.search(r" (?:class|id|style|aria-\w+)=", made)
    html5lib.HTMLParser(strict=True).parseFragment(made)


def test_nothing_unsafe_goes_onto_the_clipboard():
    story = Article.new(
        body=body(Paragraph(text("x", {link("javascript:alert(1)")})), replace(PICTURE, asset="", name="<b>"))
    )
    made = pieces(story, Writing())["body"].html
    assert "javascript" not in made
    assert "&lt;b&gt;" in made
