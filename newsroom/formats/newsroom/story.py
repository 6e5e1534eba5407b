"""A story as plain JSON values with names that speak, and back; what is empty is left out."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
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
from newsroom.domain.notes import Note, Reply
from newsroom.domain.workflow import State
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.body import Body
    from newsroom.domain.inline import Content

Json = dict[str, Any]

_TIMES = ("publish_time", "embargo", "trashed", "approved_at", "created", "modified")
_WORDS = (
    *("uid", "genre", "kicker", "headline", "subheadline", "teaser", "web_headline", "dateline", "sign_off"),
    *("section", "slug", "embargo_line", "language", "detected_language", "source", "rights"),
    *("editors_note", "correction_note", "approved_by", "approved_hash", "created_by"),
)
_EARLIEST, _LATEST = 2, 9998
_MOST = 1_000_000_000
_MORE = "handover-more"
"""The import note that keeps fields which this version does not know."""


def write_story(article: Article) -> Json:
    """Give a story as JSON values, the fields of a newer program that came with it among them."""
    data = {
        entry.name: _written(entry.name, getattr(article, entry.name))
        for entry in fields(article)
        if entry.name != "id" and getattr(article, entry.name) != entry.default
    }
    more = [note for note in article.import_notes if note.rule == _MORE]
    for note in more:
        data = json.loads(str(dict(note.message.values)["more"])) | data
    if more:
        data["import_notes"] = [entry for entry in data["import_notes"] if entry["rule"] != _MORE]
    return {name: value for name, value in data.items() if value not in ({}, [])}


def _written(name: str, value: Any) -> Any:
    return _WRITERS[name](value) if name in _WRITERS and value is not None else value


def read_story(data: Json) -> Article:
    """Make a story from JSON values; raises ValueError, KeyError, TypeError or UnreadableText."""
    known = {name: value for name, value in data.items() if name in _NAMES}
    given = {name: _READERS.get(name, _as_is)(value) for name, value in known.items() if value is not None}
    more = {name: value for name, value in data.items() if name not in _NAMES}
    if more:
        given["import_notes"] = (*given.get("import_notes", ()), _kept(more))
    return Article(**given)


def _kept(more: Json) -> ImportNote:
    text = N_("The file holds what a newer program knows: {names}. It is kept for the way back.")
    held = json.dumps(more, ensure_ascii=False, sort_keys=True)
    return ImportNote(_MORE, msg(text, names=", ".join(sorted(more)), more=held))


def _as_is(value: Any) -> Any:
    return value


def write_time(when: datetime) -> str:
    """Give a time as ISO 8601 with its offset."""
    return when.isoformat()


def read_time(stored: str) -> datetime:
    """Read a time; raises ValueError for one that names no offset, or a year that no calendar of ours has."""
    when = datetime.fromisoformat(stored)
    if when.tzinfo is None or not _EARLIEST <= when.year <= _LATEST:
        raise ValueError(stored)
    return when


def _word(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _write_length(length: OrderedLength) -> Json:
    return {"amount": length.amount, "unit": length.unit.value}


def _read_length(data: Json) -> OrderedLength:
    amount = int(data["amount"])
    if not 0 <= amount <= _MOST:
        raise ValueError(amount)
    return OrderedLength(amount, Unit(data["unit"]))


def _write_note(note: Note) -> Json:
    replies = [{"author": one.author, "time": write_time(one.time), "text": one.text} for one in note.replies]
    return {
        "id": note.id,
        "author": note.author,
        "time": write_time(note.time),
        "text": note.text,
        "replies": replies,
        "resolved": note.resolved,
    }


def _read_note(data: Json) -> Note:
    replies = tuple(
        Reply(_word(one["author"]), read_time(one["time"]), _word(one["text"]))
        for one in data.get("replies", ())
    )
    words = (_word(data["id"]), _word(data["author"]), read_time(data["time"]), _word(data["text"]))
    return Note(*words, replies, data.get("resolved") is True)


def _write_change(change: Change) -> Json:
    data = {
        "id": change.id,
        "kind": change.kind.value,
        "author": change.author,
        "time": write_time(change.time),
        "former": write_marks(change.former),
    }
    form = change.former_form
    return data if form is None else data | {"former_form": write_text_block(form)}


def _read_change(data: Json) -> Change:
    form = read_text_block(data["former_form"]) if data.get("former_form") else None
    kind, author, time = ChangeKind(data["kind"]), _word(data["author"]), read_time(data["time"])
    return Change(_word(data["id"]), kind, author, time, read_marks(data.get("former", ())), form)


def _write_other(other: Counterpart) -> Json:
    seen = other.considered
    lines = {name: getattr(seen, name) for name in FIELDS if name != "lead"}
    return {"uid": other.uid, **lines, "lead": _write_content(seen.lead), "body": _write_body(seen.body)}


def _read_other(data: Json) -> Counterpart:
    lines = {name: _word(data.get(name, "")) for name in FIELDS if name != "lead"}
    seen = Wording(**lines, lead=_read_content(data["lead"]), body=_read_body(data["body"]))
    return Counterpart(_word(data["uid"]), seen)


def _write_content(content: Content) -> Any:
    return json.loads(dumps_content(content))


def _read_content(data: Any) -> Content:
    return loads_content(json.dumps(data))


def _write_body(body: Body) -> Any:
    return json.loads(dumps(body))


def _read_body(data: Any) -> Body:
    return loads(json.dumps(data))


def _write_import_note(note: ImportNote) -> Json:
    return {"rule": note.rule, "message": _write_message(note.message), "removed": note.removed}


def _read_import_note(data: Json) -> ImportNote:
    return ImportNote(_word(data["rule"]), _read_message(data["message"]), _word(data.get("removed", "")))


def _write_message(message: Message) -> Json:
    values = {
        name: _write_message(value) if isinstance(value, Message) else value for name, value in message.values
    }
    return {"text": message.text, "plural": message.plural, "values": values}


def _read_message(data: Json) -> Message:
    values = (
        (name, _read_message(value) if isinstance(value, dict) else _value(value))
        for name, value in data.get("values", {}).items()
    )
    return Message(_word(data["text"]), tuple(sorted(values, key=_first)), _word(data.get("plural", "")))


def _first(pair: tuple[str, Any]) -> str:
    return pair[0]


def _value(value: Any) -> str | int | float:
    if not isinstance(value, str | int | float):
        raise TypeError
    return value


def _each(one: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda values: [one(value) for value in values]


def _all(one: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda values: tuple(one(value) for value in values)


_WRITERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_TIMES, write_time),
    "lead": _write_content,
    "body": _write_body,
    "counterpart": _write_other,
    "ordered_length": _write_length,
    "authors": _each(lambda one: {"name": one.name, "role": one.role}),
    "keywords": list,
    "links": _each(lambda one: {"kind": one.kind.value, "uid": one.uid}),
    "notes": _each(_write_note),
    "changes": _each(_write_change),
    "import_notes": _each(_write_import_note),
    "dismissed": sorted,
}
_READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_TIMES, read_time),
    **dict.fromkeys(_WORDS, _word),
    "version": int,
    "imported": bool,
    "lead": _read_content,
    "body": _read_body,
    "counterpart": _read_other,
    "ordered_length": _read_length,
    "authors": _all(lambda one: Byline(_word(one["name"]), _word(one.get("role", "")))),
    "keywords": _all(_word),
    "priority": Priority,
    "ai_use": AiUse,
    "state": State,
    "links": _all(lambda one: StoryLink(LinkKind(one["kind"]), _word(one["uid"]))),
    "notes": _all(_read_note),
    "changes": _all(_read_change),
    "import_notes": _all(_read_import_note),
    "dismissed": lambda values: frozenset(map(_word, values)),
}
_NAMES = frozenset(_READERS)
