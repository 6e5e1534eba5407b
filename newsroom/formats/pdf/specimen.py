"""A specimen of how a profile prints: one page with invented words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Crosshead, Paragraph, body
from newsroom.domain.inline import text
from newsroom.domain.print_profile import write_profiles
from newsroom.formats import Writing
from newsroom.formats.pdf.forms import Form
from newsroom.settings import House

if TYPE_CHECKING:
    from newsroom.domain.body import Block
    from newsroom.domain.print_profile import PrintProfile

SPECIMENS = {
    "de": (
        "Die Straßenbahn nach Birkenau fährt vom Frühjahr an alle zehn Minuten. Das hat der Stadtrat am "
        "Donnerstagabend nach langer Beratung beschlossen; die Mehrkosten von 240.000 Euro im Jahr trägt zur "
        "Hälfte der Landkreis. „Wir holen nach, was lange liegen geblieben ist“, sagte Bürgermeisterin "
        "Johanna Feldmann. An den Haltestellen werden Fahrgastinformationstafeln aufgestellt, und die "
        "Fahrradabstellanlagen am Bahnhof erhalten ein Dach. Die Opposition nannte den Zeitplan ehrgeizig."
    ),
    "en": (
        "Trams to Birchfield will run every ten minutes from the spring. The council decided so on Thursday "
        "night after a long debate; half of the extra cost of 240,000 pounds a year is borne by the county. "
        "“We are making up for what was left undone,” said Joanna Fielding, the mayor. Passenger information "
        "boards will be put up at the stops, and the bicycle stands at the station get a roof. The opposition "
        "called the timetable ambitious."
    ),
}
_HEADS = {
    "de": (
        "Nahverkehr",
        "Straßenbahn fährt alle zehn Minuten",
        "Stadtrat beschließt neuen Fahrplan",
        "Zeitplan",
    ),
    "en": ("Transport", "Trams every ten minutes", "Council agrees on a new timetable", "Timetable"),
}
_HEAD_HEIGHT = 75.0
_LINES_OF_ONE = 15
_MILLIMETRE = 72 / 25.4


def drawn(profile: PrintProfile, language: str) -> bytes:
    """Give a picture (PNG) of the first page of a specimen in a profile."""
    from newsroom.formats.pdf.proofs import sketch

    code = language.partition("-")[0]
    code = code if code in SPECIMENS else "en"
    kicker, headline, subheadline, crosshead = _HEADS[code]
    paragraph = Paragraph(text(SPECIMENS[code]))
    words: tuple[Block, ...] = (
        paragraph,
        paragraph,
        Crosshead(text(crosshead)),
        *(paragraph,) * _paragraphs(profile),
    )
    story = Article.new(
        kicker=kicker,
        headline=headline,
        subheadline=subheadline,
        authors=(Byline("Jo Muster"),),
        body=body(*words),
        language=language,
    )
    house = House(print_profiles=write_profiles([replace(profile, name=profile.name or "–")]))
    return sketch(story, Writing(house=house, language=code), Form.COLUMNS)


def _paragraphs(profile: PrintProfile) -> int:
    """Give about how many paragraphs fill the page."""
    lines = max(profile.paper[1] - _HEAD_HEIGHT, 0) * _MILLIMETRE / profile.pitch
    return max(1, round(profile.columns_that_fit * lines / _LINES_OF_ONE) - 3)
