from newsroom.domain.article import Article
from newsroom.domain.body import Crosshead, Paragraph, body
from newsroom.domain.inline import text
from newsroom.domain.marks import BOLD, Mark, MarkKind
from newsroom.formats import Writing
from newsroom.formats.cms import pieces

DELETED = Mark(MarkKind.DELETED, "1")


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
    assert (
        found["body"].html
        == '<p><span class="dateline">Rom –</span> <strong>fett</strong></p>\n<h2>Zwischen</h2>'
    )
    assert found["body"].text == "Rom – fett\n\nZwischen"


def test_what_is_empty_gives_nothing():
    assert all(not piece.html + piece.text for piece in pieces(Article.new(), Writing()).values())
