"""Where a finding stands, in words."""

from __future__ import annotations

from newsroom.domain.finding import HEADER, Field, Place
from newsroom.translation import N_, Message, msg

FIELDS = {
    Field.HEADLINE: N_("Headline"),
    Field.KICKER: N_("Kicker"),
    Field.SUBHEADLINE: N_("Subheadline"),
    Field.LEAD: N_("Lead"),
    Field.BODY: N_("Text"),
    Field.TEASER: N_("Teaser"),
    Field.WEB_HEADLINE: N_("Web headline"),
    Field.SECTION: N_("Section"),
    Field.PUBLISH_TIME: N_("Publish time"),
    Field.EMBARGO: N_("Embargo"),
    Field.LANGUAGE: N_("Language"),
    Field.AUTHORS: N_("Byline"),
    Field.FOOTNOTE: N_("Footnote"),
    Field.CREDIT: N_("Picture credit"),
    Field.ALTERNATIVE: N_("Alternative text"),
}


def place_words(place: Place) -> Message:
    """Give a place as it is called: a field, or a paragraph of the text."""
    name = msg(FIELDS[place.field])
    if place.block == HEADER:
        return name
    return msg(N_("{field}, paragraph {n}"), field=name, n=place.block + 1)
