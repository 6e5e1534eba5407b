"""The last word on foreign HTML: nh3 with a short list of what may stay, and our own filter of addresses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from newsroom.formats.addresses import picture_name, safe_address

if TYPE_CHECKING:
    from nh3 import Cleaner

_TAGS_WORDS = (
    "p h1 h2 h3 h4 h5 h6 blockquote ul ol li table thead tbody tfoot tr th td caption figure"
    " figcaption img a b strong i em cite u ins s strike del sup sub br hr pre div section article"
    " header footer main aside nav span q code dl dt dd address time"
)
_TAGS = frozenset(_TAGS_WORDS.split())
_GONE_WORDS = (
    "script style title template noscript svg math iframe object embed select textarea button"
    " video audio canvas head"
)
_GONE = frozenset(_GONE_WORDS.split())
_ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan"},
    "th": {"colspan"},
    "time": {"datetime"},
}
_CLASSES = {
    "p": {"kicker", "deck", "lead", "byline", "meta", "notice", "missing", "sign-off", "source"},
    "span": {"dateline", "credit", "section"},
    "aside": {"box"},
    "sup": {"footnote"},
    "ol": {"footnotes"},
}


def sanitise(markup: str) -> str:
    """Give HTML in which nothing lives: no script, no style, no address but a safe one; twice is once."""
    return _cleaner().clean(markup.replace("\r\n", "\n").replace("\r", "\n").replace("\0", ""))


@cache
def _cleaner() -> Cleaner:
    from nh3 import Cleaner

    return Cleaner(
        tags=set(_TAGS),
        clean_content_tags=set(_GONE),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_filtered,
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def _filtered(_tag: str, name: str, value: str) -> str | None:
    if name == "href":
        return safe_address(value) or None
    if name == "src":
        return picture_name(value) or None
    return value
