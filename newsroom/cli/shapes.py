"""What the command line answers in JSON; these shapes are a promise to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsroom.cli import failures
from newsroom.cli.failures import code_of, kind_of, sentence
from newsroom.domain.body import Box, Crosshead, ListItem, Picture, Table, block_text
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import plain
from newsroom.domain.reader import is_approved, reader_hash

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newsroom.desk.history import Two
    from newsroom.desk.replacing import FindReport, ReplaceReport
    from newsroom.desk.reports import ExportReport, ImportReport, ProofReport, Unwritten
    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.domain.card import StoryCard
    from newsroom.domain.comparison import Side
    from newsroom.domain.errors import Known
    from newsroom.domain.finding import Finding
    from newsroom.domain.listing import EarlierHit
    from newsroom.domain.lookalike import Lookalike
    from newsroom.domain.person import Person
    from newsroom.domain.timeline import Event
    from newsroom.text.length import Length
    from newsroom.text.searching import Find

Shape = dict[str, Any]


def time(when: datetime | None, zone: str) -> str | None:
    """Give a time as ISO 8601 with the offset of the newsroom's zone."""
    if when is None:
        return None
    from newsroom.text import dates

    return dates.iso(when, zone)


def finding(found: Finding) -> Shape:
    """Give a finding; field and offsets say where it stands, like lists other stories."""
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "message": sentence(found.message),
        "field": found.place.field.value,
        "block": found.place.block,
        "start": found.place.start,
        "end": found.place.end,
        "like": list(found.like),
    }


def import_report(report: ImportReport) -> Shape:
    """Give what an import did."""
    return {
        "imported": [
            {
                "id": one.id,
                "file": one.file,
                "headline": one.headline,
                "findings": [finding(found) for found in one.findings],
                "losses": [sentence(loss) for loss in one.losses],
                "doubts": [sentence(doubt) for doubt in one.doubts],
            }
            for one in report.imported
        ],
        "refused": [{"file": one.file, "reason": sentence(one.message)} for one in report.refused],
        "known": [{"file": one.file, "id": one.id} for one in report.known],
        "returned": [
            {
                "id": one.id,
                "file": one.file,
                "headline": one.headline,
                "changes": one.changes,
                "authors": list(one.authors),
                "not_taken_over": one.untaken,
                "notes": one.notes,
                "messages": [sentence(message) for message in one.messages],
            }
            for one in report.returned
        ],
        "updated": [
            {
                "id": one.id,
                "file": one.file,
                "headline": one.headline,
                "changes": one.changes,
                "not_taken_over": one.untaken,
                "messages": [sentence(message) for message in one.messages],
            }
            for one in report.renewed
        ],
        "left": [{"file": one.file, "id": one.id, "headline": one.headline} for one in report.left],
        "cancelled": report.cancelled,
        **(error(report.stopped) if report.stopped else {}),
    }


def proof_report(report: ProofReport) -> Shape:
    """Give what the checks found in stories, and what was mended."""
    return {
        "stories": [{"id": id_, "findings": [finding(one) for one in found]} for id_, found in report.judged],
        "fixed": [
            {"id": one.id, "version": one.version, "fixes": [_fix(found) for found in one.findings]}
            for one in report.fixed
        ],
        "refused": _unwritten(report.refused),
        "cancelled": report.cancelled,
        **(error(report.stopped) if report.stopped else {}),
    }


def _fix(found: Finding) -> Shape:
    """Give a finding that was mended, and what was done."""
    return {**finding(found), "fix": sentence(found.fix.label) if found.fix else None}


def _unwritten(stories: Iterable[Unwritten]) -> list[Shape]:
    return [{"id": one.id, "kind": kind_of(one.error), "reason": sentence(one.message)} for one in stories]


def find_report(report: FindReport) -> Shape:
    """Give what a search through stories found, each find with what would take its place."""
    return {
        "searched": report.searched,
        "stories": [
            {
                "id": one.id,
                "version": one.version,
                "headline": one.headline,
                "locked": sentence(one.locked.message) if one.locked else None,
                "finds": [_find(found) for found in one.finds],
            }
            for one in report.stories
        ],
        "cancelled": report.cancelled,
    }


def _find(found: Find) -> Shape:
    first, last = found.places[0], found.places[-1]
    return {
        "field": found.field.value,
        "block": first.block,
        "start": first.start,
        "end": last.end,
        "found": found.old,
        "new": found.new,
        "before": found.before,
        "after": found.after,
    }


def replace_report(report: ReplaceReport) -> Shape:
    """Give what was replaced in which stories."""
    return {
        "replaced": [
            {"id": one.id, "finds": [_find(found) for found in one.finds]} for one in report.replaced
        ],
        "refused": _unwritten(report.refused),
        "cancelled": report.cancelled,
        **(error(report.stopped) if report.stopped else {}),
    }


def error(one: Known) -> Shape:
    """Give an error as it is printed where nothing else is."""
    return {**failures.shape(kind_of(one), sentence(one.message), code_of(one))}


def export_report(report: ExportReport) -> Shape:
    """Give what an export did."""
    return {
        "written": [str(path) for path in report.written],
        "refused": _unwritten(report.refused),
        "losses": [{"file": str(loss.file), "message": sentence(loss.message)} for loss in report.losses],
    }


def hit(card: StoryCard, snippet: str, zone: str) -> Shape:
    """Give an entry of a list or of what a search found."""
    return {
        "id": card.id,
        "headline": card.headline,
        "snippet": snippet,
        "section": card.section,
        "publish_time": time(card.publish_time, zone),
        "state": card.state.value,
        "language": card.language,
    }


def earlier_hit(found: EarlierHit, zone: str) -> Shape:
    """Give a story that an earlier version of was found, and which."""
    return {
        **hit(found.card, found.snippet, zone),
        "version": found.version,
        "saved": time(found.time, zone),
        "person": found.person,
    }


def match(other: Lookalike) -> Shape:
    """Give a story with a like headline."""
    return {
        "id": other.id,
        "headline": other.headline,
        "score": round(other.score, 1),
        "kind": other.kind.value if other.kind else None,
        "text": other.body.value if other.body else None,
        "share": other.share,
        "shared": list(other.shared),
        "draft_of": other.authors if other.private else None,
    }


def person(one: Person) -> Shape:
    """Give someone who works here."""
    return {"name": one.name, "role": one.role.value, "sign_off": one.sign_off, "retired": one.retired}


def story(article: Article, length: Length, zone: str) -> Shape:
    """Give a whole story, its text as readers get it."""
    ordered = article.ordered_length
    return {
        "id": article.id,
        "uid": article.uid,
        "version": article.version,
        "kicker": article.kicker,
        "headline": article.headline,
        "subheadline": article.subheadline,
        "lead": plain(content_for_readers(article.lead)),
        "body": [block(one) for one in for_readers(article.body).blocks],
        "teaser": article.teaser,
        "web_headline": article.web_headline,
        "genre": article.genre,
        "section": article.section,
        "slug": article.slug,
        "dateline": article.dateline,
        "authors": [{"name": byline.name, "role": byline.role} for byline in article.authors],
        "sign_off": article.sign_off,
        "keywords": list(article.keywords),
        "language": article.spoken_language,
        "language_setting": article.language,
        "ordered_length": {"amount": ordered.amount, "unit": ordered.unit.value} if ordered else None,
        "priority": int(article.priority.value),
        "source": article.source,
        "rights": article.rights,
        "ai_use": article.ai_use.value,
        "editors_note": article.editors_note,
        "correction_note": article.correction_note,
        "trashed": article.trashed is not None,
        **_moments(article, zone),
        **_measures(length),
    }


def _moments(article: Article, zone: str) -> Shape:
    return {
        "state": article.state.value,
        "approved": is_approved(article),
        "approved_by": article.approved_by,
        "reader_hash": reader_hash(article),
        "publish_time": time(article.publish_time, zone),
        "embargo": time(article.embargo, zone),
        "embargo_line": article.embargo_line,
        "created": time(article.created, zone),
        "modified": time(article.modified, zone),
    }


def _measures(length: Length) -> Shape:
    return {
        "words": length.words,
        "characters": length.characters,
        "characters_without_spaces": length.characters_without_spaces,
        "lines": length.lines,
        "standard_pages": round(length.standard_pages, 2),
        "reading_seconds": length.reading_seconds,
    }


def block(one: Block) -> Shape:
    """Give a block: its type, its plain text, and what its type has beside."""
    shape: Shape = {"type": type(one).__name__.lower(), "text": block_text(one)}
    if isinstance(one, Crosshead):
        return {**shape, "level": one.level}
    if isinstance(one, ListItem):
        return {**shape, "type": "list-item", "ordered": one.ordered, "level": one.level}
    if isinstance(one, Picture):
        return {
            **shape,
            "asset": one.asset,
            "credit": one.credit,
            "alternative": one.alternative,
            "name": one.name,
        }
    if isinstance(one, Table):
        return {
            **shape,
            "rows": [[plain(cell) for cell in row] for row in one.rows],
            "header_rows": one.header_rows,
        }
    if isinstance(one, Box):
        return {**shape, "title": plain(one.title), "blocks": [block(inner) for inner in one.blocks]}
    return shape


def event(one: Event, zone: str) -> Shape:
    """Give one line of a story's timeline; versions are those that are still kept."""
    return {
        "time": time(one.time, zone),
        "since": time(one.since, zone),
        "person": one.person,
        "action": one.action,
        "note": one.note,
        "first": one.first,
        "last": one.last,
        "versions": list(one.kept),
        "digest": one.digest,
    }


def two(found: Two) -> Shape:
    """Give what differs between two versions, field by field."""
    return {
        "old": found.old.version,
        "new": found.new.version,
        "fields": [
            {
                "field": field.field,
                "rows": [
                    {
                        "old": _side(row.old),
                        "new": _side(row.new),
                        "moved": row.moved,
                        "reformed": row.reformed,
                    }
                    for row in field.rows
                    if not row.same
                ],
            }
            for field in found.fields
            if not field.same
        ],
    }


def _side(side: Side) -> list[Shape]:
    return [{"text": part.text, "differs": part.differs} for part in side]
