"""A story from a page as a browser saves it: its text found among all that surrounds it, its fields and pictures too.

Own, and no library: what is light and licensed well for it opens connections or drops pictures and captions.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from newsroom.domain.article import AUTO, Article, ImportNote
from newsroom.domain.body import Block, Body, Crosshead, Paragraph, Picture, Table, normal_body
from newsroom.domain.inline import Content, Run, cut, plain, text
from newsroom.domain.marks import BOLD
from newsroom.formats import Incoming, stamps
from newsroom.formats.bylines import people
from newsroom.formats.headlines import take_repeated, words_of
from newsroom.formats.html.blocks import Story
from newsroom.formats.html.carried import Found
from newsroom.formats.html.pasted.links import meant
from newsroom.formats.html.pasted.mending import ranked
from newsroom.formats.html.sanitising import sanitise
from newsroom.formats.html.saved.facts import Facts, facts_of
from newsroom.formats.html.saved.figures import dress
from newsroom.formats.html.saved.finding import Place, find
from newsroom.formats.html.saved.head import Head, mark_headline, take_head
from newsroom.formats.html.saved.waste import is_box, take_linked, take_waste, waste_message
from newsroom.formats.html.saved.words import named, rename, words
from newsroom.formats.html.tree import count_losses, loss_messages
from newsroom.formats.wire.dateline import take_dateline
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from newsroom.formats import Reading

_EVERYWHERE = ("script", "handler")
_CREDIT = re.compile(
    r"[\s(\[|–-]*((?:(?:Fotos?|Bild(?:er)?|Grafik|Karte|Illustration|Repro|Archiv|Symbolfoto|Photo(?:graph)?s?|Picture|Image)"
    r"\s*(?:by\b|von\b)?\s*[:/©]|©|Quelle:|Source:|Credit:)\s*[^()\[\]]{2,80}?)[)\]\s.]*\Z"
)
_PLACES = frozenset({"location", "dateline", "ort", "ortsmarke", "place", "city"})
_LONGEST_PLACE = 60
_REFERENCE = re.compile(r"\[\d{1,3}\]")
_MIDNIGHT = N_("The time of day is not given; midnight is taken.")


@dataclass(slots=True)
class _Page:
    """A page on its way to a story."""

    tree: LexborHTMLParser
    facts: Facts
    reading: Reading
    found: Found = field(default_factory=Found)
    lost: Counter[str] = field(default_factory=Counter)
    head: Head = field(default_factory=Head)
    place: str = ""


def read_saved(
    tree: LexborHTMLParser,
    markup: str,
    reading: Reading,
    parts: Mapping[str, bytes] | None = None,
    base: str = "",
) -> Incoming:
    """Give the story of a page; what stood around it is named in the losses. Parts are an archive's, by address."""
    assert tree.root is not None
    faults = count_losses(tree.root)
    facts = facts_of(tree, markup)
    page = _Page(tree, facts, reading, Found(parts or {}, base or facts.address, least=8))
    document = tree.css_first("#contents .doc-content")
    if document is not None:
        return _from_google(page, document)
    blocks, inner = _blocks(page)
    for kind in _EVERYWHERE:
        inner[kind] = faults[kind]
    losses = (*loss_messages(inner), *waste_message(page.lost), *_above(page.head.left))
    article = _article(page, blocks)
    shown = page.found.shown(article.body.blocks)
    return Incoming(article, losses=losses, pictures=shown, address=facts.address)


def _above(lines: int) -> tuple[Message, ...]:
    if not lines:
        return ()
    return (
        msgs("{n} line over the headline was left out.", "{n} lines over the headline were left out.", lines),
    )


def _blocks(page: _Page) -> tuple[list[Block], Counter[str]]:
    """Give the blocks of the story, and what of it was removed."""
    body = page.tree.body
    if body is None:
        return [], Counter()
    _mark_boxes(body)
    take_waste(page.tree, page.lost)
    mark_headline(body, page.facts.headline)
    place = find(body)
    take_linked(place.whole, place.text, page.lost)
    dress(place.whole, page.found)
    _mend_links(place.whole, page.found.base)
    page.head = take_head(place.whole)
    _mark_dateline(place.whole)
    inner = count_losses(place.whole)
    return _gathered(place, page), inner


def _mark_boxes(body: LexborNode) -> None:
    """Give the boxes of a story the class by which ours are known; an aside is the tag for them."""
    for node in list(body.css("aside, div, section")):
        if is_box(node) and node.parent is not None:
            node.attrs["class"] = "box"
            rename(node, "aside")


def _mend_links(root: LexborNode, base: str) -> None:
    """Make links whole by where the page came from, and free of detours; references to footnotes go."""
    for node in list(root.css("a")):
        address = node.attributes.get("href") or ""
        if address.startswith("#"):
            continue
        whole = urljoin(base, address) if base and address else address
        if address:
            node.attrs["href"] = meant(whole) or whole
    for node in list(root.css("sup")):
        if _REFERENCE.fullmatch(words(node)):
            node.decompose()


def _mark_dateline(root: LexborNode) -> None:
    """Mark the place that opens the text, where the page names it so."""
    from selectolax.lexbor import LexborHTMLParser

    for node in root.css("p > strong, p > b, p > span, p > em"):
        said = words(node)
        if named(node) & _PLACES and node.prev is None and len(said) <= _LONGEST_PLACE:
            made = LexborHTMLParser(f'<span class="dateline">{escape(said.rstrip(" .:–-"))}</span>')
            if (span := made.css_first("span")) is not None:
                node.insert_before(span)
                node.decompose()
            return


def _gathered(place: Place, page: _Page) -> list[Block]:
    from selectolax.lexbor import LexborHTMLParser

    german = page.facts.language.lower().startswith("de") or not page.facts.language
    for node in place.whole.css("p[class], ol[class], sup[class]"):
        del node.attrs["class"]  # by these our own pages know their fields; here they mean anything
    story = Story(fields={"headline": ()}, quotes="„“" if german else "“”")
    clean = LexborHTMLParser(sanitise(place.whole.html or "")).body
    if clean is not None:
        story.take(clean)
        story.flush()
    page.place = plain(story.fields.get("dateline", ()))
    blocks = [_settled(block, page.found) for block in story.blocks if not _is_frame(block)]
    while blocks and isinstance(blocks[-1], Crosshead):
        blocks.pop()  # what it headed was left out
    return list(ranked(blocks))


def _is_frame(block: Block) -> bool:
    """Tell whether a table is one without words."""
    return isinstance(block, Table) and not any(plain(cell).strip() for row in block.rows for cell in row)


def _settled(block: Block, found: Found) -> Block:
    """Give a picture with its bytes named and its credit parted from its caption."""
    block = found.named(block)
    if not isinstance(block, Picture):
        return block
    if block.credit:
        return replace(block, credit=block.credit.strip().strip("()[]").strip())
    said = plain(block.caption)
    match = _CREDIT.search(said)
    if not match:
        return block
    return replace(block, caption=cut(block.caption, 0, match.start()), credit=match[1].strip())


def _from_google(page: _Page, document: LexborNode) -> Incoming:
    """Give the story of a page that Google Docs published: there styles say what is bold."""
    from newsroom.formats.html.pasted import read as read_styled

    for name in ("title", "subtitle"):
        node = document.css_first(f"p.{name}")
        if node is not None:
            page.head.fields["deck" if name == "subtitle" else "headline"] = words(node)
            node.decompose()
    page.head.headline = page.head.fields.get("headline", "")
    styles = "".join(node.html or "" for node in page.tree.css("style"))
    body, losses = read_styled(f"<html><head>{styles}</head><body>{document.html or ''}</body></html>")
    return Incoming(_article(page, list(body.blocks)), losses=losses)


def _article(page: _Page, blocks: Iterable[Block]) -> Article:
    """Give the story: what the text shows wins over what the page's head says, but for people and times."""
    head, facts, said = page.head, page.facts, page.head.fields
    headline = head.headline or facts.headline
    kicker = said.get("kicker", "")
    if kicker and headline.startswith(kicker) and len(headline) > len(kicker):
        headline = headline[len(kicker) :].lstrip(" :–-")
    blocks, repeated = take_repeated(headline, list(blocks), words_of)
    lead, blocks = _lead(said.get("lead", ""), facts.description, blocks)
    dateline, agency, blocks = _dateline(blocks, page.reading)
    published, notes = _published(page)
    return Article.new(
        headline=headline,
        kicker=kicker,
        subheadline=said.get("deck", ""),
        lead=lead,
        authors=people(", ".join(facts.authors) or said.get("byline", "")),
        dateline=page.place or dateline,
        source=agency or facts.site,
        section=facts.section or said.get("section", ""),
        keywords=facts.keywords,
        publish_time=published,
        language=facts.language or AUTO,
        body=normal_body(Body(tuple(blocks))),
        imported=True,
        import_notes=(*repeated, *notes),
    )


def _lead(said: str, description: str, blocks: tuple[Block, ...]) -> tuple[Content, tuple[Block, ...]]:
    """Give the lead: what is called so, or a first paragraph that is bold or is what the page's head says."""
    if said:
        return text(said), blocks
    first = next((number for number, block in enumerate(blocks) if isinstance(block, Paragraph)), None)
    if first is None or sum(isinstance(block, Paragraph) for block in blocks) < 2:  # noqa: PLR2004 - a lead leads to a text
        return (), blocks
    content = blocks[first].content  # type: ignore[union-attr]  # a paragraph, as just asked
    runs = [piece for piece in content if isinstance(piece, Run)]
    bold = bool(runs) and all(BOLD in run.marks for run in runs) and not plain(content).rstrip().endswith("?")
    if bold or (description and plain(content).strip() == description):
        return text(plain(content)), (*blocks[:first], *blocks[first + 1 :])
    return (), blocks


def _dateline(blocks: tuple[Block, ...], reading: Reading) -> tuple[str, str, tuple[Block, ...]]:
    """Give place and agency that open the first paragraph, and the blocks without them."""
    first = next((number for number, block in enumerate(blocks) if isinstance(block, Paragraph)), None)
    if first is None:
        return "", "", blocks
    block = blocks[first]
    assert isinstance(block, Paragraph)
    said = plain(block.content)
    place, agency, (rest, *_) = take_dateline((said,), reading.house.agencies)
    if not place:
        return "", "", blocks
    kept = Paragraph(cut(block.content, len(said) - len(rest), len(said)))
    return place, agency, (*blocks[:first], kept, *blocks[first + 1 :])


def _published(page: _Page) -> tuple[datetime | None, tuple[ImportNote, ...]]:
    """Give the first time that the page states, and what was guessed in it."""
    for said in (page.facts.published, *page.head.times):
        stamp = stamps.read(said, page.reading.house.zone)
        if stamp:
            note = () if stamp.timed else (ImportNote("date-guessed", msg(_MIDNIGHT)),)
            return stamp.when, (*stamp.notes, *note)
    return None, ()
