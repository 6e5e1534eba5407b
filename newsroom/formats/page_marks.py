"""What a file for page production says of its story: its title with the embargo, and what did not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.text import dates
from newsroom.translation import N_, Message, _, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.formats import Writing


def title_of(article: Article, writing: Writing) -> str:
    """Give the title of a story on the page desk; while it is held back, that stands first."""
    return " · ".join(filter(None, (embargo_of(article, writing), article.headline or _("Untitled"))))


def embargo_of(article: Article, writing: Writing) -> str:
    """Give until when a story is held back, in words, or nothing."""
    if article.embargo_line:
        return _("Embargo unclear")
    if not article.embargo or article.embargo <= writing.now:
        return ""
    until = dates.show(article.embargo, writing.house.zone, writing.language)
    return _("Embargoed until {time}", time=until)


def losses(article: Article, lost_links: int) -> Iterator[Message]:
    """Give a sentence for each thing that has no place on a page."""
    if lost_links:
        yield msgs(
            "One link is left out, because its address is not safe or not whole.",
            "{n} links are left out, because their addresses are not safe or not whole.",
            lost_links,
        )
    if article.teaser:
        yield msg(N_("The teaser is not in the file."))
    if article.web_headline:
        yield msg(N_("The web headline is not in the file."))
