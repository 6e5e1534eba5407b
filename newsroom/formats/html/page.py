"""A story as an HTML page that needs nothing else, as a page with its pictures beside it, or as its one element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Unknown
from newsroom.domain.changes import for_readers
from newsroom.formats import Written
from newsroom.formats.html.house_template import fill
from newsroom.formats.html.images import Beside, Inlined
from newsroom.formats.html.rendering import NO_WAY, Way, render
from newsroom.formats.html.values import Told, values_of
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.formats import Writing


def write_page(article: Article, writing: Writing) -> Written:
    """Write a story as a page of its own, its pictures within it; raises Refused for a wrong house template."""
    return Written(
        page_of(values_of(article, writing, Inlined(writing)), writing), losses_of(article, writing)
    )


def write_fragment(article: Article, writing: Writing) -> Written:
    """Write a story's element alone."""
    told = values_of(article, writing, Inlined(writing)).values
    return Written(render("story.html", writing, told["language"], story=told), losses_of(article, writing))


def write_beside(article: Article, writing: Writing) -> Written:
    """Write a story as a page with its pictures in a folder beside it, each in sizes that browsers choose from."""
    beside = Beside(writing, f"{writing.stem or 'index'}-pictures")
    page = page_of(values_of(article, writing, beside), writing, Way(beside=True))
    return Written(page, losses_of(article, writing), beside.files)


def page_of(told: Told, writing: Writing, way: Way = NO_WAY) -> bytes:
    """Give the page of a story, by the house's template where it has one."""
    asset = getattr(writing.house, "html_template", "")
    if asset:
        return fill(writing.picture(asset), told.values, writing, way)
    return render("page.html", writing, told.values["language"], story=told.values, way=way)


def losses_of(article: Article, writing: Writing) -> tuple[Message, ...]:
    """Say what of a story a page does not show."""
    return tuple(_losses(article, writing))


def _losses(article: Article, writing: Writing) -> Iterator[Message]:
    blocks = for_readers(article.body).blocks
    if any(isinstance(block, Unknown) for block in blocks):
        yield msg(N_("A part of the text was made by a newer program and was left out."))
    assets = [getattr(block, "asset", None) for block in blocks]
    missing = sum(asset is not None and not (asset and writing.picture(asset)) for asset in assets)
    if missing:
        yield msgs(
            "{n} picture is missing; its place is marked.",
            "{n} pictures are missing; their places are marked.",
            missing,
        )
