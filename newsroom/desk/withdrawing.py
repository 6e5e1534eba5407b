"""The notice that takes the place of a withdrawn story: the same file, with nothing of what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.translation import fill

if TYPE_CHECKING:
    from newsroom.settings import House

_WORDS = {
    "de": ("Beitrag zurückgezogen", "Dieser Beitrag wurde am {date} zurückgezogen."),
    "en": ("Story withdrawn", "This story was withdrawn on {date}."),
}


def notice(article: Article, house: House) -> Article:
    """Give what stands in the place of a withdrawn story, in its language: when it was withdrawn, by the house's words."""
    from newsroom.text import dates

    language = article.spoken_language or house.language
    code = "de" if language[:2].lower() == "de" else "en"
    headline, words = _WORDS[code]
    assert article.modified is not None
    date = dates.show(article.modified, house.zone, code, "day")
    said = fill(house.withdrawal_notice.strip() or words, {"date": date, "headline": article.headline})
    return Article(
        uid=article.uid,
        id=article.id,
        version=article.version,
        headline=headline,
        body=paragraphs([said]),
        language=language,
        slug=article.slug,
        section=article.section,
        publish_time=article.publish_time,
        created=article.created,
        modified=article.modified,
        state=article.state,
    )
