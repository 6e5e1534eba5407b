"""Proofs of stories in each form: as PDF, as pictures of their pages, and as the lines they fill."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.print_profile import BUNDLED, named
from newsroom.formats import Writing, Written
from newsroom.formats.page_marks import title_of
from newsroom.formats.pdf import press
from newsroom.formats.pdf.binding import bound, page_count
from newsroom.formats.pdf.forms import Form, Setting
from newsroom.formats.pdf.gallery import Gallery
from newsroom.formats.pdf.press import NotSet, Press, Printed
from newsroom.formats.pdf.story import told
from newsroom.translation import N_, Message, _, msg, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from newsroom.domain.article import Article
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.formats.pdf.paper import Json

    Made = TypeVar("Made")

_LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180)))) + "–—„“”‚‘’…€•‹›"
_MOST_UNSHOWN = 5
_STEPS = 7
_SKETCH = 90.0


def proof(articles: Sequence[Article], writing: Writing, form: Form) -> Written:
    """Give one PDF with the proofs of stories; what cannot be shown on it is named.

    Of several stories each begins on a page of its own, behind a list of them.
    """
    if len(articles) == 1:
        printed, losses = _printed(articles[0], writing, form)
        return Written(printed.data, tuple(dict.fromkeys(losses)))
    return _collection(articles, writing, form)


def _collection(articles: Sequence[Article], writing: Writing, form: Form) -> Written:
    titles = [title_of(article, writing) for article in articles]
    first = page_count(_contents(titles, [0] * len(titles), articles, writing, 0)) + 1
    losses: list[Message] = []
    pieces: list[Printed] = []
    numbers: list[int] = []
    for article in articles:
        printed, found = _printed(article, writing, form, first)
        losses += found
        pieces.append(printed)
        numbers.append(first)
        first += page_count(printed.data)
    lowest = max((piece.rank for piece in pieces), default=0)
    contents = _contents(titles, numbers, articles, writing, lowest)
    return Written(bound(contents, (piece.data for piece in pieces)), tuple(dict.fromkeys(losses)))


def _contents(
    titles: list[str], numbers: list[int], articles: Sequence[Article], writing: Writing, rank: int
) -> bytes:
    """Give the list of what is in a collection, by its title and first page."""
    data = {
        **_facts(articles, ngettext("{n} story", "{n} stories", len(titles))),
        "lang": writing.language,
        "label": _("Contents"),
        "entries": list(zip(titles, numbers, strict=True)),
    }
    with _folder() as folder:
        ready = Press(press.contents(), data, folder, press.fonts(BUNDLED[0], ""))
        return ready.pdf(int(writing.now.timestamp()), rank).data


def _printed(article: Article, writing: Writing, form: Form, first: int = 0) -> tuple[Printed, list[Message]]:
    """Give the proof of one story, its pages numbered from the first in a collection, and what it lost."""
    seconds = int(writing.now.timestamp())

    def made(ready: Press) -> tuple[Printed, list[str]]:
        return ready.pdf(seconds), ready.unshown

    (printed, unshown), losses = _made(article, writing, form, made, first)
    if unshown:
        letters = " ".join("".join(unshown)[:_MOST_UNSHOWN])
        losses.append(msg(N_("The type has no sign for: {letters}"), letters=letters))
    if article.body.read_only:
        losses.append(msg(N_("A block of a newer version cannot be written.")))
    return printed, losses


def pages(
    article: Article, writing: Writing, form: Form = Form.GALLEY, *, paper: bool = False
) -> tuple[bytes, ...]:
    """Give the pages of a proof as pictures (PNG), fine enough for a screen or for paper."""
    fineness = press.PAPER if paper else press.SCREEN
    return _made(article, writing, form, lambda ready: ready.pictures(fineness))[0]


def sketch(article: Article, writing: Writing, form: Form) -> bytes:
    """Give a picture (PNG) of the first page as it stands in a collection, quickly made."""
    return _made(article, writing, form, lambda ready: ready.pictures(_SKETCH), first=1)[0][0]


def printed_lines(article: Article, writing: Writing) -> int:
    """Give how many lines the house's print numbers on the galley proof of a story."""
    return len(_made(article, writing, Form.GALLEY, lambda ready: ready.values("line"))[0])


def measured(profile: PrintProfile) -> PrintProfile:
    """Give a profile with the widths of its type's letters; where the type is missing, of what stands in."""
    face = profile.face if press.has(profile.face, profile.folder) else BUNDLED[0]
    with _folder() as folder:
        found = press.widths(face, profile.folder, _LETTERS, folder)
    return replace(profile, widths=tuple((letter, float(wide)) for letter, wide in found.items()))


def _made(
    article: Article, writing: Writing, form: Form, make: Callable[[Press], Made], first: int = 0
) -> tuple[Made, list[Message]]:
    """Give what is made of a story's proof, and what could not be shown."""
    profile = named(writing.house, writing.profile)
    losses, face = [], profile.face
    if not press.has(profile.face, profile.folder):
        face = BUNDLED[0]
        text = N_("The type “{face}” is not found here; {instead} stands in.")
        losses.append(msg(text, face=profile.face, instead=face))
    setting = Setting(form, profile, face)
    with _folder() as folder:
        gallery = Gallery(folder, writing)
        try:
            made = make(_ready(article, writing, setting, gallery, folder, first))
        except NotSet:
            gallery.close()  # bytes that begin like a picture may still be none
            made = make(_ready(article, writing, setting, gallery, folder, first))
        return made, [*losses, *gallery.losses]


def _ready(
    article: Article, writing: Writing, setting: Setting, gallery: Gallery, folder: Path, first: int
) -> Press:
    """Give a story that is set; where it fills one page of columns only, these end at one height."""

    def tried(spare: float) -> Press:
        return _press(article, writing, replace(setting, spare=spare), gallery, folder, first)

    ready = tried(0)
    if setting.columns == 1 or first or ready.values("pages") != [1]:
        return ready
    least, most = 0.0, setting.depth
    for _step in range(_STEPS):
        middle = (least + most) / 2
        least, most = (middle, most) if tried(middle).values("pages") == [1] else (least, middle)
    return tried(least)


def _press(
    article: Article, writing: Writing, setting: Setting, gallery: Gallery, folder: Path, first: int
) -> Press:
    names = {
        Form.GALLEY: _("Galley proof"),
        Form.COLUMNS: _("Newspaper columns"),
        Form.READING: _("Reading copy"),
    }
    story = told(article, writing, gallery, setting)
    data = {
        **_facts((article,), story["headline"]),
        "house": writing.house.name,
        "labels": {"proof": names[setting.form], "note": _("Editor's note")},
        "form": setting.plain(),
        "first": first,
        "story": story,
    }
    fonts = press.fonts(setting.face, setting.profile.folder)
    return Press(press.source(setting.form), data, folder, fonts)


def _facts(articles: Sequence[Article], title: str) -> Json:
    """Give what a file says of itself."""
    authors = (byline.name for article in articles for byline in article.authors)
    keywords = (word for article in articles for word in article.keywords)
    return {
        "title": title,
        "authors": list(dict.fromkeys(authors)),
        "keywords": list(dict.fromkeys(keywords)),
    }


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="newsroom-proof-") as name:
        yield Path(name)
