"""A story as plain values, one a field, and back; and the whole story as one JSON text.

Times stay datetimes for the table and become ISO 8601 in the JSON text; what is more than a value
(texts, bylines, notes) is JSON text in both. Equal stories give equal text, so its digest is the story's.
"""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import (
    AiUse,
    Article,
    Byline,
    ImportNote,
    LinkKind,
    OrderedLength,
    Priority,
    StoryLink,
    Unit,
)
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.codec import (
    dumps,
    dumps_content,
    loads,
    loads_content,
    read_marks,
    read_text_block,
    write_marks,
    write_text_block,
)
from newsroom.domain.counterpart import FIELDS, Counterpart, Wording
from newsroom.domain.errors import UnreadableText
from newsroom.domain.notes import as_values, from_values
from newsroom.domain.workflow import State
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

Fields = dict[str, Any]

_SAME = (
    "uid", "id", "version", "genre", "kicker", "headline", "subheadline", "teaser", "web_headline", "dateline",
    "sign_off", "section", "slug", "publish_time", "embargo", "embargo_line", "language", "detected_language",
    "source", "rights", "editors_note", "correction_note", "trashed", "approved_by", "approved_hash",
    "approved_at", "imported", "created_by", "created", "modified",
)  # fmt: skip
_TIMES = ("publish_time", "embargo", "trashed", "approved_at", "created", "modified")
_JSON = (
    "lead", "body", "authors", "keywords", "links", "notes", "changes", "import_notes", "dismissed",
)  # fmt: skip
_OTHER = "counterpart"
"""Stands in a story's values only where it has one, so that the digest of all others stays what it was."""


def fields_of(article: Article) -> Fields:
    """Give a story's fields as plain values."""
    length = article.ordered_length
    other = {_OTHER: dumps_counterpart(article.counterpart)} if article.counterpart else {}
    return {
        **other,
        **{name: getattr(article, name) for name in _SAME},
        "ordered_amount": length.amount if length else None,
        "ordered_unit": length.unit.value if length else "",
        "priority": article.priority.value,
        "ai_use": article.ai_use.value,
        "state": article.state.value,
        "lead": dumps_content(article.lead),
        "body": dumps(article.body),
        "authors": _text([[byline.name, byline.role] for byline in article.authors]),
        "keywords": _text(article.keywords),
        "links": _text([[link.kind.value, link.uid] for link in article.links]),
        "notes": _text([as_values(note) for note in article.notes]),
        "changes": _text([_change(change) for change in article.changes]),
        "import_notes": _text([_import_note(note) for note in article.import_notes]),
        "dismissed": _text(sorted(article.dismissed)),
    }


def article_of(fields: Mapping[str, Any]) -> Article:
    """Make a story from plain values; raises UnreadableText where a stored text is damaged."""
    try:
        return _article_of(fields)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as fault:
        raise UnreadableText(msg(N_("The stored text is damaged."))) from fault


def _article_of(fields: Mapping[str, Any]) -> Article:
    amount = fields["ordered_amount"]
    return Article(
        **{name: fields[name] for name in _SAME},
        ordered_length=None if amount is None else OrderedLength(amount, Unit(fields["ordered_unit"])),
        priority=Priority(fields["priority"]),
        ai_use=AiUse(fields["ai_use"]),
        state=State(fields["state"]),
        lead=loads_content(fields["lead"]),
        body=loads(fields["body"]),
        authors=tuple(Byline(*entry) for entry in json.loads(fields["authors"])),
        keywords=tuple(json.loads(fields["keywords"])),
        links=tuple(StoryLink(LinkKind(kind), uid) for kind, uid in json.loads(fields["links"])),
        notes=tuple(from_values(entry) for entry in json.loads(fields["notes"])),
        changes=tuple(_read_change(entry) for entry in json.loads(fields["changes"])),
        import_notes=tuple(_read_import_note(entry) for entry in json.loads(fields["import_notes"])),
        dismissed=frozenset(json.loads(fields["dismissed"])),
        counterpart=_counterpart(fields[_OTHER]) if fields.get(_OTHER) else None,
    )


def dumps_counterpart(other: Counterpart) -> str:
    """Give what a story knows of its other version as JSON text."""
    seen = other.considered
    lines = {name: getattr(seen, name) for name in FIELDS if name != "lead"}
    texts = {"lead": json.loads(dumps_content(seen.lead)), "body": json.loads(dumps(seen.body))}
    return _text({"uid": other.uid, **lines, **texts})


def _counterpart(stored: str) -> Counterpart:
    data = json.loads(stored)
    uid, lead, body = data.pop("uid"), loads_content(_text(data.pop("lead"))), loads(_text(data.pop("body")))
    return Counterpart(uid, Wording(**data, lead=lead, body=body))


def story_text(fields: Mapping[str, Any]) -> str:
    """Give all of a story as one JSON text, from its plain values."""
    parts = {
        name: value if name in _JSON or name == _OTHER else _text(_plain(value))
        for name, value in fields.items()
    }
    return "{" + ",".join(f'"{name}":{parts[name]}' for name in sorted(parts)) + "}"


def story_of(text: str) -> Article:
    """Make a story from its JSON text; raises UnreadableText where it is none."""
    try:
        data = json.loads(text)
        for name in _TIMES:
            data[name] = _time(data[name])
        for name in (*_JSON, *data.keys() & {_OTHER}):
            data[name] = _text(data[name])
    except (ValueError, KeyError, TypeError) as fault:
        raise UnreadableText(msg(N_("The stored text is damaged."))) from fault
    return article_of(data)


def digest_of(text: str) -> str:
    """Give the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""Gives data as JSON; one encoder for all, since `json.dumps` would make one for each of forty fields."""


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def _time(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _change(change: Change) -> list[Any]:
    entry = [change.id, change.kind.value, change.author, _plain(change.time), write_marks(change.former)]
    return entry if change.former_form is None else [*entry, write_text_block(change.former_form)]


def _read_change(entry: list[Any]) -> Change:
    name, kind, author, time, former, *form = entry
    moment, block = datetime.fromisoformat(time), read_text_block(form[0]) if form else None
    return Change(name, ChangeKind(kind), author, moment, read_marks(former), block)


def _import_note(note: ImportNote) -> list[Any]:
    return [note.rule, *_message(note.message), note.removed]


def _read_import_note(entry: list[Any]) -> ImportNote:
    rule, words, values, plural, removed = entry
    return ImportNote(rule, _read_message([words, values, plural]), removed)


def _message(message: Message) -> list[Any]:
    """Give a message as a list, which a message in one of its gaps becomes too."""
    values = [
        [name, _message(value) if isinstance(value, Message) else value] for name, value in message.values
    ]
    return [message.text, values, message.plural]


def _read_message(entry: list[Any]) -> Message:
    words, values, plural = entry
    read = ((name, _read_message(value) if isinstance(value, list) else value) for name, value in values)
    return Message(words, tuple(read), plural)


def dumps_message(message: Message | None) -> str:
    """Give a sentence as it is kept, or nothing for none."""
    return _text(_message(message)) if message else ""


def loads_message(stored: str) -> Message | None:
    """Read a sentence as it is kept; what cannot be read says nothing."""
    try:
        return _read_message(json.loads(stored)) if stored else None
    except (ValueError, TypeError, LookupError):
        return None
