"""The templates that the program brings: news item, interview, commentary, in German and English.

Their advice stands in the editor's note, so that none of it can reach readers by mistake.
"""

from __future__ import annotations

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.body import Body, Crosshead, Paragraph, body
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
            editors_note="Was ist geschehen, wann, wo und mit wem? Warum und wie? Wer sagt das? Was ging voraus, wie geht es weiter?",
        ),
        Template(
            name="Interview",
            genre="interview",
            kicker="Interview",
            ordered_length=_lines(120),
            editors_note="Wer spricht, und warum jetzt? Fragen fett, Antworten mager. Zum Schluss: zur Person.",
            body=_interview("Erste Frage?", "Zweite Frage?", "Zur Person"),
        ),
        Template(
            name="Kommentar",
            genre="commentary",
            kicker="Kommentar",
            ordered_length=_lines(60),
            editors_note="Der Anlass in einem Satz. Die Meinung, mit dem stärksten Grund zuerst. Was dagegen spricht. Was daraus folgt.",
        ),
    )


def _english() -> tuple[Template, ...]:
    return (
        Template(
            name="News item",
            genre="news",
            ordered_length=_lines(30),
            editors_note="What happened, when, where and to whom? Why and how? Who says so? What came before, what comes next?",
        ),
        Template(
            name="Interview",
            genre="interview",
            kicker="Interview",
            ordered_length=_lines(120),
            editors_note="Who speaks, and why now? Questions bold, answers plain. At the end: who they are.",
            body=_interview("First question?", "Second question?", "About"),
        ),
        Template(
            name="Commentary",
            genre="commentary",
            kicker="Commentary",
            ordered_length=_lines(60),
            editors_note="The occasion in one sentence. The opinion, its strongest reason first. What speaks against it. What follows.",
        ),
    )


def _interview(first: str, second: str, person: str) -> Body:
    """Give questions in bold, each with room for its answer, and a box's worth about the person."""
    questions = (Paragraph(text(words, _BOLD)) for words in (first, second))
    room = ((question, Paragraph()) for question in questions)
    return body(*(block for pair in room for block in pair), Crosshead(text(person)), Paragraph())
