"""A story as an HTML page that needs nothing else, as a page with its pictures beside it, or as its one element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Picture, Unknown
from newsroom.formats import Written
from newsroom.formats.html.house_template import fill
from newsroom.formats.html.images import Beside, Inlined
from newsroom.formats.html.rendering import NO_WAY, Way, render
from newsroom.formats.html.values import Told, values_of
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block, Body
    from newsroom.formats import Writing


def write_page(article: Article, writing: Writing) -> Written:
    """Write a story as a page of its own, its pictures within it; raises Refused for a wrong house template."""
    told = values_of(article, writing, Inlined(writing))
    return Written(page_of(told, writing), losses_of(told.body, writing))


def write_fragment(article: Article, writing: Writing) -> Written:
    """Write a story's element alone."""
    told = values_of(article, writing, Inlined(writing))
    page = render("story.html", writing, told.values["language"], story=told.values)
    return Written(page, losses_of(told.body, writing))


def write_beside(article: Article, writing: Writing) -> Written:
    """Write a story as a page with its pictures in a folder beside it, each in sizes that browsers choose from."""
    beside = Beside(writing, f"{writing.stem or 'index'}-pictures")
    told = values_of(article, writing, beside)
    return Written(page_of(told, writing, Way(beside=True)), losses_of(told.body, writing), beside.files)


def page_of(told: Told, writing: Writing, way: Way = NO_WAY) -> bytes:
    """Give the page of a story, by the house's template where it has one."""
    if writing.house.html_template:
        return fill(writing.picture(writing.house.html_template), told.values, writing, way)
    return render("page.html", writing, told.values["language"], story=told.values, way=way)


def losses_of(shown: Body, writing: Writing) -> tuple[Message, ...]:
    """Say what of a text as readers see it a page does not show."""
    return tuple(_losses(shown.blocks, writing))


def _losses(blocks: Sequence[Block], writing: Writing) -> Iterator[Message]:
    if any(isinstance(block, Unknown) for block in blocks):
        yield msg(N_("A part of the text was made by a newer program and was left out."))
    missing = sum(
        isinstance(block, Picture) and not (block.asset and writing.picture(block.asset)) for block in blocks
    )
    if missing:
        yield msgs(
            "{n} picture is missing; its place is marked.",
            "{n} pictures are missing; their places are marked.",
            missing,
        )
