"""Proofs of stories in each form: as PDF, as pictures of their pages, and as the lines they fill."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.print_profile import BUNDLED, named
from newsroom.formats import Writing, Written
from newsroom.formats.pdf import press
from newsroom.formats.pdf.forms import Form, Setting
from newsroom.formats.pdf.gallery import Gallery
from newsroom.formats.pdf.press import NotSet, Press
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


def proof(articles: Sequence[Article], writing: Writing, form: Form) -> Written:
    """Give one PDF with the proofs of stories; what cannot be shown on it is named."""
    losses = []
    if any(article.body.read_only for article in articles):
        losses.append(msg(N_("A block of a newer version cannot be written.")))
    seconds = int(writing.now.timestamp())

    def printed(ready: Press) -> tuple[bytes, list[str]]:
        return ready.pdf(seconds), ready.unshown

    (data, unshown), found = _made(articles, writing, form, printed)
    losses += found
    if unshown:
        letters = " ".join("".join(unshown)[:_MOST_UNSHOWN])
        losses.append(msg(N_("The type has no sign for: {letters}"), letters=letters))
    return Written(data, tuple(dict.fromkeys(losses)))


def pages(
    article: Article, writing: Writing, form: Form = Form.GALLEY, *, paper: bool = False
) -> tuple[bytes, ...]:
    """Give the pages of a proof as pictures (PNG), fine enough for a screen or for paper."""
    return _made((article,), writing, form, lambda ready: ready.pictures(paper=paper))[0]


def printed_lines(article: Article, writing: Writing) -> int:
    """Give how many lines the house's print numbers on the galley proof of a story."""
    return len(_made((article,), writing, Form.GALLEY, lambda ready: ready.values("line"))[0])


def measured(profile: PrintProfile) -> PrintProfile:
    """Give a profile with the widths of its type's letters; where the type is missing, of what stands in."""
    face = profile.face if press.has(profile.face, profile.folder) else BUNDLED[0]
    with _folder() as folder:
        found = press.widths(face, profile.folder, _LETTERS, folder)
    return replace(profile, widths=tuple((letter, float(wide)) for letter, wide in found.items()))


def _made(
    articles: Sequence[Article], writing: Writing, form: Form, make: Callable[[Press], Made]
) -> tuple[Made, list[Message]]:
    """Give what is made of the stories, and what could not be shown."""
    profile = named(writing.house, writing.profile)
    losses, face = [], profile.face
    if not press.has(profile.face, profile.folder):
        face = BUNDLED[0]
        text = N_("The type “{face}” is not found here; {instead} stands in.")
        losses.append(msg(text, face=profile.face, instead=face))
    setting = Setting(form, profile, face)
    with _folder() as folder:
        gallery = Gallery(folder, writing)
        ready = _press(articles, writing, setting, gallery, folder)
        try:
            made = make(ready)
        except NotSet:
            gallery.close()  # bytes that begin like a picture may still be none
            made = make(_press(articles, writing, setting, gallery, folder))
        return made, [*losses, *gallery.losses]


def _press(
    articles: Sequence[Article], writing: Writing, setting: Setting, gallery: Gallery, folder: Path
) -> Press:
    profile = setting.profile
    stories = [told(article, writing, gallery, setting) for article in articles]
    fonts = press.fonts(setting.face, profile.folder)
    return Press(press.source(setting.form), _document(articles, stories, writing, setting), folder, fonts)


def _document(articles: Sequence[Article], stories: list[Json], writing: Writing, setting: Setting) -> Json:
    titles = [story["headline"] for story in stories]
    several = ngettext("{n} story", "{n} stories", len(titles))
    authors = (byline.name for article in articles for byline in article.authors)
    keywords = (word for article in articles for word in article.keywords)
    names = {
        Form.GALLEY: _("Galley proof"),
        Form.COLUMNS: _("Newspaper columns"),
        Form.READING: _("Reading copy"),
    }
    return {
        "title": titles[0] if len(titles) == 1 else several,
        "authors": list(dict.fromkeys(authors)),
        "keywords": list(dict.fromkeys(keywords)),
        "house": writing.house.name,
        "labels": {"proof": names[setting.form], "note": _("Editor's note"), "contents": _("Contents")},
        "form": setting.plain(),
        "stories": stories,
    }


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="newsroom-proof-") as name:
        yield Path(name)
