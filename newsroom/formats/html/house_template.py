"""The house's own template of a page: what it must be, and how it is filled.

What comes out of it may hold no script, no handler and nothing that is drawn into it; words of a story that find a way
out of their place are found out too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Paragraph, body
from newsroom.domain.errors import Refused
from newsroom.domain.inline import text
from newsroom.formats.html.notices import words_for
from newsroom.formats.html.rendering import NO_WAY, Way, house_values, style_and_digest
from newsroom.formats.html.values import values_of
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from newsroom.formats import Writing
    from newsroom.formats.html.cage import Caged
    from newsroom.formats.html.images import Image

_ACTING = frozenset({"script", "iframe", "frame", "object", "embed", "applet", "base", "form"})
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "xlink:href", "poster"})
_SCHEME = re.compile(r"[\s\x00-\x20]*(?:javascript|vbscript|data(?!:image/))[\s\x00-\x20]*:", re.IGNORECASE)
_PROBE = "x onnewsroom=1"
_MARK = "newsroom-text-of-the-story"


def check(data: bytes) -> None:
    """Refuse bytes that are no template of a page, with the line of what is wrong; done in a reading process."""
    from newsroom.formats import Writing

    for article in (_sample(), Article.new()):
        writing = Writing()
        page = fill(data, values_of(article, writing, _no_image).values, writing).decode()
        if article.body.blocks and _MARK not in page:
            raise Refused(
                msg(
                    N_("The template does not show the text of a story: “{gap}” is missing in it."),
                    gap="{{ story.body }}",
                )
            )


def fill(data: bytes | None, story: dict[str, Any], writing: Writing, way: Way = NO_WAY) -> bytes:
    """Give a page by the house's template; raises Refused with the line of what is wrong."""
    if data is None:
        raise Refused(
            msg(N_("The house's template of a page is not in the library any more. Choose it again."))
        )
    caged = _compiled(data)
    page = caged.filled(_values(story, writing, way))
    _check_quiet(page, caged.source)
    return page.encode(errors="replace")


@lru_cache(maxsize=2)
def _compiled(data: bytes) -> Caged:
    from newsroom.formats.html.cage import caged

    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise Refused(msg(N_("The template is not in UTF-8. Save it so."))) from fault
    return caged(source)


def _values(story: dict[str, Any], writing: Writing, way: Way) -> dict[str, Any]:
    """Give what a template can say, all of it plain."""
    steps = {name: {"href": step.href, "title": step.title} if step else {}
             for name, step in (("earlier", way.earlier), ("later", way.later))}  # fmt: skip
    return {
        "story": story,
        "house": house_values(writing),
        "say": dict(words_for(story["language"])),
        "way": {"index": way.index, **steps},
        "style": style_and_digest()[0],
    }


def _check_quiet(page: str, source: str) -> None:
    """Refuse a page in which something could act, and say where in the template it comes from."""
    from selectolax.lexbor import LexborHTMLParser

    root = LexborHTMLParser(page).root
    for node in root.traverse() if root else ():
        word = _acts(node)
        if word == "onnewsroom":
            raise Refused(
                msg(
                    N_("In the template a value stands in a tag without quotation marks: put them around it.")
                )
            )
        if word:
            raise Refused(_acting(word, source))


def _acting(word: str, source: str) -> Message:
    from newsroom.formats.html.cage import wrong

    place = source.lower().find(word)
    told = msg(N_("“{word}” is not allowed, as it could act on the page"), word=word)
    return wrong(source.count("\n", 0, place) + 1 if place >= 0 else 1, told)


def _acts(node: LexborNode) -> str:
    """Give what about an element could act, or nothing."""
    tag, attributes = node.tag or "", node.attributes
    if tag in _ACTING and "ld+json" not in (attributes.get("type") or ""):
        return f"<{tag}"
    for name, value in attributes.items():
        if name.startswith("on"):
            return name
        if name in _ADDRESSES and _SCHEME.match(value or ""):
            return (value or "").partition(":")[0].strip().lower() + ":"
    refreshes = tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh"
    return "refresh" if refreshes else ""


def _no_image(_picture: object) -> Image | None:
    return None


def _sample() -> Article:
    """Give a story whose every field would break out of a place that is not kept shut."""
    return Article.new(
        headline=_PROBE, kicker=_PROBE, subheadline=_PROBE, lead=text(_PROBE), teaser=_PROBE, section=_PROBE,
        web_headline=_PROBE, dateline=_PROBE, source=_PROBE, rights=_PROBE, sign_off=_PROBE,
        keywords=(_PROBE,), authors=(Byline(_PROBE, _PROBE),), correction_note=_PROBE,
        body=body(Paragraph(text(_MARK))),
    )  # fmt: skip
