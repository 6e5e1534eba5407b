"""What goes along when a story is handed over to another library: its former versions and its journal.

Two libraries that hold a story know each other's versions by their fingerprints: what people wrote, without
what each library counts and keeps for itself. So either sees which of both went on, without any record.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass, fields, is_dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newsroom.domain.codec import dumps, dumps_content
from newsroom.domain.notes import as_values

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Entry, Revision

OWN = frozenset(
    {
        *("uid", "id", "version", "slug", "state", "trashed", "approved_by", "approved_hash", "approved_at"),
        *("created_by", "created", "modified", "imported", "import_notes", "detected_language", "dismissed"),
        *("lead", "body", "notes", "changes", "links", "counterpart"),
    }
)
"""Fields that each library has for itself, or that are written below in a form of their own."""


@dataclass(frozen=True, slots=True)
class Former:
    """A version of a story and what the library says of it."""

    revision: Revision
    article: Article


@dataclass(frozen=True, slots=True)
class Past:
    """The versions of a story, oldest first, and its journal as evidence of who did what."""

    versions: tuple[Former, ...] = ()
    journal: tuple[Entry, ...] = ()


def fingerprint(article: Article) -> str:
    """Give what a version's words, fields, notes and changes are known by, whichever library holds it.

    A field that holds its usual value counts for nothing, so that programs which know fewer fields agree.
    """
    shared = ((entry.name, entry.default) for entry in fields(article) if entry.name not in OWN)
    held = {name: getattr(article, name) for name, usual in shared if getattr(article, name) != usual}
    values = {name: _plain(value) for name, value in held.items()}
    values["lead"], values["body"] = dumps_content(article.lead), dumps(article.body)
    values["notes"] = [as_values(note) for note in article.notes]
    values["changes"] = sorted([one.id, one.kind.value, one.author] for one in article.changes)
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return [_plain(part) for part in astuple(value)] if is_dataclass(type(value)) else value
