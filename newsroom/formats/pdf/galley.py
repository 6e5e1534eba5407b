"""What a galley proof shows, as plain data for the template: head, stamps, facts, and the text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Protocol

from newsroom.domain.article import Unit
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Quote, Table
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Footnote, LineBreak, Run
from newsroom.domain.marks import MarkKind, value_of
from newsroom.domain.reader import is_approved
from newsroom.formats.bylines import byline_of, named, sign_off_of
from newsroom.text import dates
from newsroom.text.extent import measured
from newsroom.translation import _, fill, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.domain.inline import Content, Inline
    from newsroom.formats import Writing
    from newsroom.settings import House

Json = dict[str, Any]
_MILLIMETRE = 72 / 25.4
_AVERAGE = 0.46
"""How wide a character is, in parts of the type's size."""
_LINKS = ("http://", "https://", "mailto:")


class Pictures(Protocol):
    """Where the pictures of a story are put, so that the document sees them."""

    def file(self, asset: str, name: str) -> str:
        """Give the name of a picture's file, or nothing where it cannot be shown."""
        ...


def galley(article: Article, writing: Writing, pictures: Pictures) -> Json:
    """Give everything the template asks for."""
    body, lead = for_readers(article.body), content_for_readers(article.lead)
    spoken = article.spoken_language or writing.house.language
    code, _dash, region = spoken.partition("-")
    return {
        "title": article.headline or _("Untitled"),
        "authors": [byline.name for byline in article.authors],
        "keywords": list(article.keywords),
        "lang": code if code.isascii() and len(code) in {2, 3} else "de",
        "region": region if len(region) == 2 and region.isalpha() else None,  # noqa: PLR2004 - ISO 3166
        "print": _profile(writing.house),
        "house": writing.house.name,
        "labels": {"proof": _("Galley proof"), "note": _("Editor's note")},
        "stamps": list(_stamps(article, writing)),
        "footer": _footer(article, writing),
        "facts": list(_facts(article, writing)),
        "note": article.editors_note,
        "kicker": article.kicker,
        "headline": article.headline,
        "subheadline": article.subheadline,
        "byline": byline_of(article.authors, writing.house),
        "lead": _inline(lead),
        "dateline": _dateline(article, writing),
        "blocks": _blocks(body.blocks, pictures),
        "signoff": sign_off_of(article.sign_off, writing.house),
        "correction": article.correction_note,
    }


def _profile(house: House) -> Json:
    """Give how the house prints: width of a column in points, type, and its size in points."""
    size = house.print_size / 10
    wide = house.print_column * _MILLIMETRE
    usual = min(max(house.characters_per_line * size * _AVERAGE, 42 * _MILLIMETRE), 104 * _MILLIMETRE)
    return {"column": wide or usual, "face": house.print_type, "size": size}


def _dateline(article: Article, writing: Writing) -> str:
    return fill(writing.house.dateline_pattern, {"place": article.dateline}) if article.dateline else ""


def _stamps(article: Article, writing: Writing) -> Iterator[Json]:
    """Give what is stamped on every page: whether it is approved, and until when it is held back."""
    if article.embargo_line:
        yield {"tone": "alarm", "text": _("Embargo unclear")}
    elif article.embargo and article.embargo > writing.now:
        until = dates.show(article.embargo, writing.house.zone, writing.language)
        yield {"tone": "wait", "text": _("Embargoed until {time}", time=until)}
    if is_approved(article):
        yield {"tone": "calm", "text": _("Approved")}
    else:
        yield {"tone": "alarm", "text": _("Not approved")}


def _footer(article: Article, writing: Writing) -> str:
    printed = dates.show(writing.now, writing.house.zone, writing.language)
    version = _("Version {number}", number=article.version) if article.version else _("Not saved yet")
    return " · ".join(filter(None, (article.slug, version, _("Printed {time}", time=printed))))


def _facts(article: Article, writing: Writing) -> Iterator[Json]:
    """Give the facts of the head, each with its label; one that is not set shows a dash."""
    zone, language = writing.house.zone, writing.language
    rows = (
        (_("Section"), article.section),
        (_("Genre"), writing.genres.get(article.genre, article.genre)),
        (_("State"), _state(article)),
        (_("Priority"), _(article.priority.label)),
        (_("Publish time"), dates.show(article.publish_time, zone, language) if article.publish_time else ""),
        (_("Embargo"), _embargo(article, writing)),
        (_("Authors"), ", ".join(map(named, article.authors))),
        (_("Length"), _length(article, writing)),
    )
    yield from ({"label": label, "value": value or "–"} for label, value in rows)


def _state(article: Article) -> str:
    said = _(article.state.label)
    if is_approved(article) and article.approved_by:
        return _("{state}, by {name}", state=said, name=article.approved_by)
    return said


def _embargo(article: Article, writing: Writing) -> str:
    if article.embargo:
        return dates.show(article.embargo, writing.house.zone, writing.language)
    return article.embargo_line


def _length(article: Article, writing: Writing) -> str:
    """Give lines, words and characters of what is set, and the lines that were ordered."""
    house, dateline = writing.house, _dateline(article, writing)
    found = measured(article, house.characters_per_line, house.words_per_minute, dateline).length
    said = (
        ngettext("{n} line", "{n} lines", found.lines),
        ngettext("{n} word", "{n} words", found.words),
        ngettext("{n} character", "{n} characters", found.characters),
    )
    order = article.ordered_length
    ordered = [_("ordered: {n} {unit}", n=order.amount, unit=_(Unit(order.unit).label))] if order else []
    return ", ".join((*said, *ordered))


def _blocks(blocks: Iterable[Block], pictures: Pictures) -> list[Json]:
    """Give the blocks; numbered entries carry their number, which begins anew after any other block."""
    done: list[Json] = []
    numbers: defaultdict[int, int] = defaultdict(int)
    for block in blocks:
        if not isinstance(block, ListItem):
            numbers.clear()
        else:
            for deeper in [level for level in numbers if level > block.level]:
                del numbers[deeper]
            numbers[block.level] += block.ordered
        done += [
            {**one, "number": numbers[block.level] if isinstance(block, ListItem) else 0}
            for one in _block(block, pictures)
        ]
    return done


def _block(block: Block, pictures: Pictures) -> Iterator[Json]:
    if isinstance(block, Paragraph):
        yield {"kind": "paragraph", "content": _inline(block.content)}
    elif isinstance(block, Crosshead):
        yield {"kind": "crosshead", "level": block.level, "content": _inline(block.content)}
    elif isinstance(block, Quote):
        yield {"kind": "quote", "content": _inline(block.content)}
    elif isinstance(block, ListItem):
        content = _inline(block.content)
        yield {"kind": "item", "level": block.level, "ordered": block.ordered, "content": content}
    elif isinstance(block, Picture):
        yield _picture(block, pictures)
    elif isinstance(block, Table):
        yield _table(block)
    elif isinstance(block, Box):
        yield {"kind": "box", "title": _inline(block.title), "blocks": _blocks(block.blocks, pictures)}


def _picture(block: Picture, pictures: Pictures) -> Json:
    return {
        "kind": "picture",
        "file": pictures.file(block.asset, block.name),
        "missing": _("Picture: {name}", name=block.name or block.alternative or "–"),
        "alternative": block.alternative,
        "content": _inline(block.caption),
        "credit": block.credit,
    }


def _table(block: Table) -> Json:
    rows = [[{"content": _inline(cell)} for cell in row] for row in block.rows]
    head = block.header_rows
    return {"kind": "table", "width": len(rows[0]), "head": rows[:head], "rows": rows[head:]}


def _inline(content: Content | tuple[Run | LineBreak, ...]) -> list[Json]:
    return [made for piece in content for made in _piece(piece)]


def _piece(piece: Inline) -> Iterator[Json]:
    if isinstance(piece, Run):
        target = value_of(piece.marks, MarkKind.LINK) or ""
        marks = sorted(mark.kind.value for mark in piece.marks)
        address = target if target.lower().startswith(_LINKS) else ""
        yield {"kind": "text", "text": piece.text, "marks": marks, "link": address}
    elif isinstance(piece, LineBreak):
        yield {"kind": "break"}
    elif isinstance(piece, Footnote):
        yield {"kind": "note", "content": _inline(piece.content)}
