"""Several stories as a folder that needs nothing else: an index by section and time, a page each, pictures beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from newsroom.formats import Written
from newsroom.formats.files import safe_name
from newsroom.formats.html.images import Beside
from newsroom.formats.html.notices import words_for
from newsroom.formats.html.page import losses_of, page_of
from newsroom.formats.html.rendering import Step, Way, render
from newsroom.formats.html.values import Told, moment, values_of
from newsroom.text.slug import slug
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.domain.article import Article
    from newsroom.formats import Writing

_TEASER_WIDTH = 400
"""A picture beside a teaser is shown half as wide; screens have up to two dots a pixel."""
_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Page:
    """A story with the name of its file."""

    article: Article
    name: str
    told: Told


def write_story(article: Article, writing: Writing) -> Written:
    """Write one story as a folder: its index has one entry."""
    return write_folder((article,), writing)


def write_folder(articles: Sequence[Article], writing: Writing) -> Written:
    """Write an index, and beside it the stories and their pictures; the newest stand first in each section."""
    before = "" if writing.stem in {"", "index"} else f"{writing.stem}-"
    stories, beside = f"{before}stories", Beside(writing, f"{before}pictures", "../")
    names = _names(articles)
    pages = [
        _Page(one, name, values_of(one, writing, beside)) for one, name in zip(articles, names, strict=True)
    ]
    sections = list(_sections(pages, writing))
    ordered = [page for _, members in sections for page in members]
    index = f"../{writing.stem or 'index'}.html"
    files = {
        f"{stories}/{page.name}": page_of(page.told, writing, _way(ordered, number, index))
        for number, page in enumerate(ordered)
    }
    data = _index(sections, writing, stories, len(pages))
    return Written(data, _losses(pages, writing), {**files, **beside.files})


def _names(articles: Iterable[Article]) -> Iterator[str]:
    """Give each story a file name of its own."""
    given: set[str] = set()
    for article in articles:
        stem = article.slug or slug(article.headline) or "story"
        tries = (stem, *(f"{stem}-{number}" for number in range(2, len(given) + 3)))
        name = next(name for name in map(_file, tries) if name.casefold() not in given)
        given.add(name.casefold())
        yield name


def _file(stem: str) -> str:
    return safe_name(f"{stem}.html")


def _sections(pages: Iterable[_Page], writing: Writing) -> Iterator[tuple[str, list[_Page]]]:
    """Give the pages by section, in the order in which sections first appear; those without one come last."""
    found: dict[str, list[_Page]] = {}
    for page in pages:
        found.setdefault(page.article.section, []).append(page)
    nowhere = found.pop("", [])
    other = words_for(writing.house.language)["other" if found else "all"]
    for name, members in (*found.items(), (other, nowhere)):
        if members:
            yield name, sorted(members, key=_time, reverse=True)


def _time(page: _Page) -> datetime:
    return page.article.publish_time or page.article.modified or _EARLIEST


def _way(ordered: Sequence[_Page], number: int, index: str) -> Way:
    earlier = ordered[number - 1] if number else None
    later = ordered[number + 1] if number + 1 < len(ordered) else None
    return Way(True, index, _step(earlier), _step(later))


def _step(page: _Page | None) -> Step | None:
    return Step(page.name, page.told.values["title"] or "–") if page else None


def _index(sections: Iterable[tuple[str, list[_Page]]], writing: Writing, folder: str, total: int) -> bytes:
    language = writing.house.language
    entries = [
        {
            "id": f"section-{number}",
            "name": name,
            "stories": list(map(partial(_teaser, folder=folder), pages)),
        }
        for number, (name, pages) in enumerate(sections, 1)
    ]
    return render(
        "index.html",
        writing,
        language,
        sections=entries,
        total=total,
        now=moment(writing.now, writing, language),
    )


def _teaser(page: _Page, folder: str) -> dict[str, Any]:
    words = ("kicker", "title", "description", "byline", "published", "language")
    return {
        **{name: page.told.values[name] for name in words},
        "href": f"{folder}/{page.name}",
        "image": _small(page.told),
    }


def _small(told: Told) -> str:
    """Give the smallest version of a story's picture that is sharp beside a teaser, from where the index stands."""
    if not told.image:
        return ""
    steps = [step.rsplit(" ", 1) for step in told.image.srcset.split(", ") if step]
    fit = (name for name, width in steps if int(width[:-1]) >= _TEASER_WIDTH)
    return next(fit, told.image.src).removeprefix("../")


def _losses(pages: Iterable[_Page], writing: Writing) -> tuple[Message, ...]:
    """Say what is missing, and on which page."""
    named = N_("“{headline}”: {loss}")
    return tuple(
        msg(named, headline=page.article.headline, loss=loss)
        for page in pages
        for loss in losses_of(page.told.body, writing)
    )
