"""What a proof shows of a story, as plain data for the template: head, stamps, facts, and the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.article import Unit
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.print_profile import named
from newsroom.domain.reader import is_approved
from newsroom.formats.bylines import byline_of, sign_off_of
from newsroom.formats.bylines import named as person
from newsroom.formats.pdf.paper import Json, Paper
from newsroom.text import dates
from newsroom.text.extent import measured
from newsroom.text.type_lines import line_of
from newsroom.translation import _, fill, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.formats import Writing
    from newsroom.formats.pdf.forms import Setting
    from newsroom.formats.pdf.gallery import Gallery


def told(article: Article, writing: Writing, gallery: Gallery, setting: Setting) -> Json:
    """Give everything the template asks for of one story."""
    body, lead = for_readers(article.body), content_for_readers(article.lead)
    spoken = article.spoken_language or writing.house.language
    code, _dash, region = spoken.partition("-")
    paper = Paper(gallery, setting.columns)
    blocks = paper.blocks(body.blocks)
    above = paper.above(blocks)
    return {
        "lang": code if code.isascii() and len(code) in {2, 3} else "de",
        "region": region if len(region) == 2 and region.isalpha() else None,  # noqa: PLR2004 - ISO 3166
        "stamps": list(_stamps(article, writing)),
        "footer": _footer(article, writing),
        "facts": list(_facts(article, writing)),
        "length": _length(article, writing),
        "note": article.editors_note,
        "kicker": article.kicker,
        "headline": article.headline or _("Untitled"),
        "subheadline": article.subheadline,
        "byline": byline_of(article.authors, writing.house),
        "lead": paper.inline(lead),
        "dateline": _dateline(article, writing),
        "above": above,
        "blocks": [one for one in blocks if one not in above],
        "notes": paper.notes,
        "signoff": sign_off_of(article.sign_off, writing.house),
        "correction": article.correction_note,
    }


def _dateline(article: Article, writing: Writing) -> str:
    return fill(writing.house.dateline_pattern, {"place": article.dateline}) if article.dateline else ""


def _stamps(article: Article, writing: Writing) -> Iterator[Json]:
    """Give what is stamped on every page: whether it is approved, and until when it is held back."""
    if writing.report:
        return
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
    version = "" if writing.report else version
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
        (_("Authors"), ", ".join(map(person, article.authors))),
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
    line = line_of(named(house, writing.profile), article.spoken_language or house.language)
    found = measured(article, line, house.words_per_minute, dateline).length
    said = (
        ngettext("{n} line", "{n} lines", found.lines),
        ngettext("{n} word", "{n} words", found.words),
        ngettext("{n} character", "{n} characters", found.characters),
    )
    order = article.ordered_length
    ordered = [_("ordered: {n} {unit}", n=order.amount, unit=_(Unit(order.unit).label))] if order else []
    return ", ".join((*said, *ordered))
