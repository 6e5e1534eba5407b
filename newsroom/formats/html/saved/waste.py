"""What stands around a story on a page: found by tag, role and class, taken out, and counted to be named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.formats.html.saved.words import linked, named, weight, within, words
from newsroom.translation import N_, Message, Ns_, msg, msgs

if TYPE_CHECKING:
    from collections import Counter

    from selectolax.lexbor import LexborHTMLParser, LexborNode

CONSENT, COMMENTS, SHARES, ADVERTS, OFFERS, TEASERS, REFERENCES, MENUS, REST = (
    "consent", "comments", "shares", "adverts", "offers", "teasers", "references", "menus", "rest",
)  # fmt: skip
_SAID = {
    MENUS: Ns_("{n} menu", "{n} menus"),
    TEASERS: Ns_("{n} block of links to other stories", "{n} blocks of links to other stories"),
    SHARES: Ns_("{n} share bar", "{n} share bars"),
    COMMENTS: Ns_("readers' comments", "readers' comments"),
    ADVERTS: Ns_("{n} advertisement", "{n} advertisements"),
    OFFERS: Ns_("{n} offer of the publisher", "{n} offers of the publisher"),
    REFERENCES: Ns_("{n} list of references", "{n} lists of references"),
    CONSENT: Ns_("{n} cookie banner", "{n} cookie banners"),
}
_WORDS = {
    CONSENT: "cookie cookies consent gdpr cmp usercentrics onetrust didomi borlabs sourcepoint cookiebot",
    COMMENTS: "comment comments kommentar kommentare commentlist disqus respond talkback",
    SHARES: "share shares sharing sharedaddy sharebar social addtoany a2a shariff addthis teilen",
    ADVERTS: "ad ads advert advertisement advertising adslot anzeige werbung sponsored dfp doubleclick billboard",
    OFFERS: "newsletter subscribe subscription abo signup promo donate donation upsell",
    TEASERS: "related relatedposts recommend recommended recommendation recommendations outbrain taboola"
    " mostread meistgelesen crosslink crosslinks readmore trending popular",
    REFERENCES: "reflist",
    MENUS: "nav navi navigation navbar menu breadcrumb breadcrumbs pagination pager toc masthead topbar topnav sitemap"
    " navbox catlinks pagenav metanav",
    REST: "noprint editsection visuallyhidden hatnote sitenotice infobar taglist toolbar printonly abuse banners",
}
_CLASSES = {
    "hidden": REST, "sr-only": REST, "tags": REST, "tags-links": REST, "skip-link": MENUS, "search": MENUS,
    "sidebar": MENUS, "widget": MENUS, "widget-area": MENUS, "feed": TEASERS, "footer": MENUS, "author-box": REST,
}  # fmt: skip
"""Whole classes: as parts of others these words mean many things."""
_KIND_OF = {word: kind for kind, listed in _WORDS.items() for word in listed.split()}
_PAIRS = (
    ({"most", "read"}, TEASERS), ({"read", "more"}, TEASERS), ({"mehr", "thema"}, TEASERS), ({"read", "also"}, TEASERS),
    ({"visually", "hidden"}, REST), ({"screen", "reader"}, REST), ({"screenreader", "text"}, REST),
    ({"field", "tags"}, REST), ({"tags", "links"}, REST), ({"site", "header"}, MENUS), ({"site", "footer"}, MENUS),
    ({"page", "footer"}, MENUS), ({"site", "foot"}, MENUS), ({"site", "notice"}, REST), ({"feed", "list"}, TEASERS), ({"author", "box"}, REST),
    ({"paywall", "banner"}, OFFERS), ({"paywall", "offer"}, OFFERS), ({"paywall", "box"}, OFFERS),
    ({"paywall", "teaser"}, OFFERS), ({"paywall", "wall"}, OFFERS), ({"publish", "banner"}, REST),
)  # fmt: skip
_ROLES = {
    "navigation": MENUS, "search": MENUS, "banner": MENUS, "contentinfo": MENUS, "dialog": REST,
    "alertdialog": CONSENT, "complementary": TEASERS,
}  # fmt: skip
_TAGS = {
    "nav": MENUS, "form": REST, "button": REST, "dialog": REST, "input": REST, "select": REST, "textarea": REST,
    "amp-ad": ADVERTS, "amp-embed": ADVERTS, "amp-consent": CONSENT, "amp-sidebar": MENUS, "amp-list": TEASERS,
    "amp-social-share": SHARES, "amp-analytics": REST, "ins-ad": ADVERTS,
}  # fmt: skip
_TEASER = frozenset({"teaser", "teasers", "card", "cards"})
_BOXES = re.compile(
    r"info-?box|infokasten|fact-?box|faktenbox|faktbox|kasten|hintergrund-?box|sidebar-?box", re.IGNORECASE
)
_KEPT = frozenset({"html", "body", "main", "h1"})
_MUCH = 0.5
"""What holds so much of a page's running text is no waste, whatever it is called."""
_LINKY = 0.35


def take_waste(tree: LexborHTMLParser, lost: Counter[str]) -> None:
    """Take out of a tree what is no story, and count it by kind."""
    root = tree.body
    if root is None:
        return
    whole = weight(root)
    for node in [*root.css("style, script, noscript, link, template")]:
        node.decompose()
    gone: set[int] = set()
    for node in list(root.traverse()):
        if node.parent is not None and node.parent.mem_id in gone:
            gone.add(node.mem_id)
            continue
        kind = _kind(node, whole)
        if kind:
            gone.add(node.mem_id)
            lost[kind] += kind != REST
    _drop(root, gone)


def _drop(root: LexborNode, gone: set[int]) -> None:
    """Take out the outermost of the nodes that are to go."""
    tops = [
        node
        for node in root.traverse()
        if node.mem_id in gone and (node.parent is None or node.parent.mem_id not in gone)
    ]
    for node in tops:
        node.decompose()


def _kind(node: LexborNode, whole: int) -> str:
    """Give what kind of waste an element is, or nothing."""
    tag = node.tag or ""
    if tag in _KEPT or is_box(node):
        return ""
    kind = _by_tag(node, tag) or _by_name(node)
    if not kind or node.css_first("h1, main, [itemprop~=articleBody]") is not None:
        return ""
    if kind not in {COMMENTS, CONSENT} and whole and weight(node) > whole * _MUCH:
        return ""
    return kind


def _by_tag(node: LexborNode, tag: str) -> str:
    attributes = node.attributes
    if "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", ""):
        return REST
    if tag == "aside":
        return TEASERS
    if tag in {"header", "footer"} and not _in_story(node):
        return MENUS
    if tag == "footer" and not named(node) & {"meta", "byline", "submitted", "author", "source"}:
        return REST
    return _TAGS.get(tag) or _ROLES.get((attributes.get("role") or "").lower(), "")


def _in_story(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in {"article", "main"} or parent.attributes.get("role") == "main":
            return True
        parent = parent.parent
    return False


def _by_name(node: LexborNode) -> str:
    said = named(node)
    if not said:
        return ""
    for pair, kind in _PAIRS:
        if pair <= said:
            return kind
    whole = (node.attributes.get("class") or "").lower().split()
    found = {_KIND_OF[word] for word in said if word in _KIND_OF}
    found |= {_CLASSES[name] for name in whole if name in _CLASSES}
    for kind in (CONSENT, COMMENTS, SHARES, ADVERTS, OFFERS, TEASERS, REFERENCES, MENUS, REST):
        if kind in found:
            return kind
    return TEASERS if said & _TEASER and _is_teaser(node) else ""


def _is_teaser(node: LexborNode) -> bool:
    """Tell whether what is called a teaser leads elsewhere: a story's own lead is called so too."""
    heads = node.css_first("h1, h2, h3, h4, a h2, a h3")
    return linked(node) > _LINKY or (heads is not None and node.css_first("a") is not None)


def is_box(node: LexborNode) -> bool:
    """Tell whether an element is a box that belongs to the story."""
    said = node.attributes.get("class") or ""
    return node.tag in {"aside", "div", "section"} and (said == "box" or bool(_BOXES.search(said)))


def take_linked(root: LexborNode, text: LexborNode, lost: Counter[str]) -> None:
    """Take lists of links out of what stands around the story's own text."""
    held = {node.mem_id for node in (*text.traverse(), *within(text))}
    for node in list(root.css("div, section, ul, ol, table")):
        free = node.parent is not None and node.mem_id not in held and node.css_first("h1") is None
        if free and len(node.css("a")) > 1 and linked(node) > _MUCH and words(node):
            node.decompose()
            lost[TEASERS] += 1


def waste_message(lost: Counter[str]) -> tuple[Message, ...]:
    """Give one sentence on what was left out around a story."""
    listed: Message | None = None
    for kind, forms in _SAID.items():
        if lost[kind]:
            one = msgs(*forms, lost[kind])
            listed = msg(N_("{some}, {more}"), some=listed, more=one) if listed else one
    return (msg(N_("Left out around the text: {list}."), list=listed),) if listed else ()
