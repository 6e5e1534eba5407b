"""What stands over a saved story: kicker, headline, deck, lead, byline and date, taken by name, place and pattern."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from newsroom.formats.html.saved.words import named, rename, spaced, within, words
from newsroom.text.terms import same_headline_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_NAMES = {
    "kicker": "kicker overline topline roofline dachzeile spitzmarke eyebrow",
    "deck": "subline subheadline subtitle subhead subheading unterzeile untertitel deck dek",
    "lead": "lead vorspann intro introduction standfirst summary excerpt anreisser abstract einleitung leadtext teaser",
    "byline": "byline author authors autor autoren verfasser writer contributor vcard submitted",
    "date": "date datum time published posted created timestamp",
    "section": "category rubrik ressort section channel cat",
    "other": "meta reading readingtime lesezeit icon plus badge info breadcrumb",
}
_FIELD_OF = {word: name for name, listed in _NAMES.items() for word in listed.split()}
_ORDER = ("kicker", "deck", "lead", "byline", "date", "section", "other")
_IN_TITLE = frozenset({"kicker", "other"})
"""What may stand inside the headline's own element."""
_SAID_ONCE = frozenset({"kicker", "deck"})
_DATED = frozenset({"date", "byline", "other"})
_LONGEST = {"lead": 1_200, "deck": 400, "byline": 200}
_USUAL = 160
_PARAGRAPH = 60
"""A paragraph of so many characters begins the text."""
_BLOCKS = "p, div, h1, h2, h3, ul, ol, table, figure, img, blockquote"
_NO_FIELDS = frozenset(
    [
        "figure",
        "img",
        "picture",
        "h1",
        "figcaption",
        "table",
        "tbody",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "body",
        "main",
        "article",
    ]
)
_MORE = "h1, img, h3, table, ul, ol, blockquote"
"""What holds one of these is more than a line over the story."""
_MOST_PARAGRAPHS = 3
_BYLINE = re.compile(
    r"(?:(?:posted|written|geschrieben|verfasst|story)\s+)?(?:von|by|interview|text|words)\b:?\s+[^\W\d_]",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(
    r"(?:posted|written|geschrieben|verfasst|story|interview|text|words)\b:?\s+", re.IGNORECASE
)
_AFTER_NAME = re.compile(r"[\s,;|·–-]+(?:on|am|at|in|vom)?\s*$", re.IGNORECASE)
_LONGEST_BYLINE = 120
_DATE = re.compile(
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,9})\s?\d{2,4}|\d{1,2} [^\W\d_]{3,9} \d{4}|\d{4}-\d\d-\d\d"
)


@dataclass(slots=True)
class Head:
    """What was found over a story, as text, and how many lines over the headline were left."""

    headline: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    times: list[str] = field(default_factory=list)
    left: int = 0


def take_head(root: LexborNode) -> Head:
    """Take what stands over the text out of the tree, and give it."""
    head = Head()
    title = root.css_first("h1")
    zone = list(_zone(root, title))
    gone: set[int] = set()
    for node in zone:
        if (node.parent is not None and node.parent.mem_id in gone) or _taken(node, title, head):
            gone.add(node.mem_id)
    tops = [node for node in zone if node.mem_id in gone and not (node.parent and node.parent.mem_id in gone)]
    for node in tops:
        node.decompose()
    title = root.css_first("h1")
    if title is not None:
        head.headline = words(title)
        head.left = _clear_above(root, title)
        title.decompose()
    return head


def _zone(root: LexborNode, title: LexborNode | None) -> Iterator[LexborNode]:
    """Give the elements before the first paragraph of the text, in order."""
    passed = title is None
    for node in root.traverse():
        if node.mem_id == root.mem_id:
            continue
        passed = passed or (title is not None and node.mem_id == title.mem_id)
        if passed and node.tag == "p" and len(words(node)) >= _PARAGRAPH and not _is_field(node):
            return
        yield node


def _is_field(node: LexborNode) -> bool:
    """Tell whether a paragraph is named as one of the fields, or stands in what is."""
    return any(_named_field(one) in {"lead", "deck"} for one in (node, *islice(within(node), 2))) or bool(
        _named_field(node)
    )


def _named_field(node: LexborNode) -> str:
    found = {_FIELD_OF[word] for word in named(node) if word in _FIELD_OF}
    return next((name for name in _ORDER if name in found), "")


def _taken(node: LexborNode, title: LexborNode | None, head: Head) -> bool:
    """Tell whether an element is one of the fields, and keep what it says."""
    if node.tag in _NO_FIELDS or node.css_first(_MORE) is not None or _in_figure(node):
        return False
    if len(node.css("p")) > _MOST_PARAGRAPHS:
        return False
    if node.tag == "time":
        head.times.append(node.attributes.get("datetime") or words(node))
        return True
    said = spaced(node)
    name = _named_field(node) or _by_place(node, title, said)
    if not name or len(said) > _LONGEST.get(name, _USUAL) or _misplaced(node, name, title):
        return False
    times = [one.attributes.get("datetime") or words(one) for one in node.css("time")]
    head.times += times or ([said] if name in _DATED and _DATE.search(said) else [])
    return _kept(node, "byline" if name == "other" and _BYLINE.match(said) else name, said, head)


def _misplaced(node: LexborNode, name: str, title: LexborNode | None) -> bool:
    """Tell whether an element is part of the headline and called like something that is none."""
    if title is None or name in _IN_TITLE:
        return False
    return any(one.mem_id == title.mem_id for one in within(node))


def _kept(node: LexborNode, name: str, said: str, head: Head) -> bool:
    """Keep what a field says; one that says something else a second time stays in the text, a lead goes on."""
    before = head.fields.get(name, "")
    if name == "byline":
        inner = node.css_first("[rel=author], [itemprop=author], .author")
        head.fields.setdefault(name, _person_line(words(inner) if inner is not None else said))
    elif name == "other":
        _look_inside(node, head)
    elif name == "lead" and before and said not in before:
        head.fields[name] = f"{before} {said}"
    elif before and before != said and name in _SAID_ONCE:
        return False
    else:
        head.fields.setdefault(name, said)
    return True


def _in_figure(node: LexborNode) -> bool:
    parent = node.parent
    return parent is not None and (parent.tag == "figure" or _in_figure(parent))


def _look_inside(node: LexborNode, head: Head) -> None:
    """Take a byline out of a line that holds date, reading time and more."""
    for inner in node.css("span, div, a, p"):
        if _named_field(inner) == "byline":
            head.fields.setdefault("byline", _person_line(words(inner)))


def _by_place(node: LexborNode, title: LexborNode | None, said: str) -> str:
    """Give what a nameless element is by how it reads and where it stands."""
    leaf = node.css_first(_BLOCKS) is None
    if (
        leaf
        and node.tag in {"p", "div"}
        and len(said) <= _LONGEST_BYLINE
        and _BYLINE.match(said)
        and said[-1:] not in ".?!"
    ):
        return "byline"
    below = title is not None and node.tag == "h2" and _before(node) == title.mem_id
    return "deck" if below else ""


def _before(node: LexborNode) -> int:
    before = node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    return before.mem_id if before is not None else 0


def _person_line(said: str) -> str:
    """Give the people of a byline, without the date behind them."""
    found = _DATE.search(said)
    people = _BEFORE_NAME.sub("", said[: found.start()] if found else said, count=1)
    return _AFTER_NAME.sub("", people).strip()


def mark_headline(body: LexborNode, told: str) -> None:
    """Make the heading that says what the page's head says its first-rank one, and no other."""
    wanted = same_headline_key(told)
    heads = [(same_headline_key(words(node)), node) for node in body.css("h1, h2, h3")]
    known = [(key, node) for key, node in heads if key and key in wanted]
    first = max((one for one in known if wanted.startswith(one[0])), key=_length, default=None)
    if first is None or any(node.tag == "h1" and len(key) > len(first[0]) for key, node in known):
        return
    for _, node in heads:
        rank = "h1" if node.mem_id == first[1].mem_id else "h2"
        if "h1" in {rank, node.tag} and rank != node.tag:
            rename(node, rank)


def _length(one: tuple[str, LexborNode]) -> tuple[int, bool]:
    return len(one[0]), one[1].tag == "h1"


def _clear_above(root: LexborNode, title: LexborNode) -> int:
    """Take out the lines over the headline that are no field and no picture, and count them."""
    lines, holders = 0, {node.mem_id for node in within(title)}
    for node in list(root.traverse()):
        if node.mem_id == title.mem_id:
            return lines
        if node.mem_id in holders or node.parent is None or _in_figure(node):
            continue
        if words(node) and node.css_first("img") is None and node.css_first(_BLOCKS) is None:
            lines += 1
            node.decompose()
    return lines
