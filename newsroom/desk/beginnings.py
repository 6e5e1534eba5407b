"""The templates that the program brings: news item, interview, commentary, in German and English."""

from __future__ import annotations

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.body import Crosshead, Paragraph, body
from newsroom.domain.inline import text
from newsroom.domain.marks import BOLD
from newsroom.domain.template import Template

_BOLD = frozenset({BOLD})


def brought(language: str) -> tuple[Template, ...]:
    """Give them in the language of a house's stories, German or else English."""
    return _german() if language[:2].lower() == "de" else _english()


def _lines(amount: int) -> OrderedLength:
    return OrderedLength(amount, Unit.LINES)


def _german() -> tuple[Template, ...]:
    return (
        Template(
            name="Meldung",
            genre="news",
            ordered_length=_lines(30),
            body=body(
                Paragraph(text("Was ist geschehen, wann, wo und mit wem?")),
                Paragraph(text("Warum und wie? Wer sagt das?")),
                Paragraph(text("Was ging voraus, wie geht es weiter?")),
            ),
        ),
        Template(
            name="Interview",
            genre="interview",
            kicker="Interview",
            ordered_length=_lines(120),
            body=body(
                Paragraph(text("Wer spricht, und warum jetzt?")),
                Paragraph(text("Erste Frage?", _BOLD)),
                Paragraph(text("Antwort.")),
                Paragraph(text("Zweite Frage?", _BOLD)),
                Paragraph(text("Antwort.")),
                Crosshead(text("Zur Person")),
                Paragraph(text("Geboren, Beruf, Amt.")),
            ),
        ),
        Template(
            name="Kommentar",
            genre="commentary",
            kicker="Kommentar",
            ordered_length=_lines(60),
            body=body(
                Paragraph(text("Der Anlass in einem Satz.")),
                Paragraph(text("Die Meinung, mit dem stärksten Grund zuerst.")),
                Paragraph(text("Was dagegen spricht, und warum es nicht genügt.")),
                Paragraph(text("Was daraus folgt.")),
            ),
        ),
    )


def _english() -> tuple[Template, ...]:
    return (
        Template(
            name="News item",
            genre="news",
            ordered_length=_lines(30),
            body=body(
                Paragraph(text("What happened, when, where and to whom?")),
                Paragraph(text("Why and how? Who says so?")),
                Paragraph(text("What came before, what comes next?")),
            ),
        ),
        Template(
            name="Interview",
            genre="interview",
            kicker="Interview",
            ordered_length=_lines(120),
            body=body(
                Paragraph(text("Who speaks, and why now?")),
                Paragraph(text("First question?", _BOLD)),
                Paragraph(text("Answer.")),
                Paragraph(text("Second question?", _BOLD)),
                Paragraph(text("Answer.")),
                Crosshead(text("About")),
                Paragraph(text("Born, profession, office.")),
            ),
        ),
        Template(
            name="Commentary",
            genre="commentary",
            kicker="Commentary",
            ordered_length=_lines(60),
            body=body(
                Paragraph(text("The occasion in one sentence.")),
                Paragraph(text("The opinion, its strongest reason first.")),
                Paragraph(text("What speaks against it, and why that is not enough.")),
                Paragraph(text("What follows.")),
            ),
        ),
    )
