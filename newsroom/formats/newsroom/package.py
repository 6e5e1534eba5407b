"""The package of a hand-over file: a zip written so that the same stories have the same bytes."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING, Any

from newsroom.domain.body import Picture
from newsroom.domain.errors import NotWritten, Refused, UnreadableText
from newsroom.domain.handover import Former, Past, fingerprint
from newsroom.domain.inline import NOT_TEXT
from newsroom.domain.listing import Entry, Revision
from newsroom.formats import Incoming, Written
from newsroom.formats.encodings import removed_message
from newsroom.formats.guard.archive import MOST_BYTES as MOST_UNPACKED
from newsroom.formats.guard.archive import MOST_MEMBERS, members
from newsroom.formats.guard.magic import MOST_BYTES
from newsroom.formats.guard.pictures import look
from newsroom.formats.newsroom.story import read_story, read_time, write_story, write_time
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.domain.article import Article
    from newsroom.formats import Reading, Writing

FORM = "newsroom-handover"
VERSION = 1
MIME = b"application/vnd.newsroom.handover+zip"
DOCUMENT = "handover.json"
Json = dict[str, Any]

_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DAMAGED = N_("The hand-over file is damaged: it was changed on its way. Ask for it again.")
_DAY = (1980, 1, 1, 0, 0, 0)


# Writing


def write_stories(articles: Sequence[Article], writing: Writing) -> Written:
    """Give stories as a hand-over file, and what could not go along; raises NotWritten where it is too large."""
    pasts = {article.uid: writing.past(article) for article in articles}
    document = {
        "form": FORM,
        "version": VERSION,
        "made": write_time(writing.now),
        "house": writing.house.name,
        "stories": [write_story(article) for article in articles],
    }
    pictures, missing = _pictures(articles, writing)
    parts = {DOCUMENT: _bytes(document)}
    parts |= {f"history/{uid}.json": _bytes(_history(past)) for uid, past in pasts.items() if past}
    data = _packed(parts, pictures)
    _check_size(len(parts) + len(pictures), sum(map(len, (*parts.values(), *pictures.values()))), len(data))
    told = msgs("{n} picture is missing in the library.", "{n} pictures are missing in the library.", missing)
    return Written(data, (told,) if missing else ())


def _bytes(data: Json) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()


def _history(past: Past) -> Json:
    versions = [{**_revision(one.revision), "story": write_story(one.article)} for one in past.versions]
    return {"versions": versions, "journal": [_entry(entry) for entry in past.journal]}


def _revision(one: Revision) -> Json:
    told = {"version": one.version, "time": write_time(one.time), "person": one.person}
    return {**told, "action": one.action, "note": one.note, "headline": one.headline}


def _entry(one: Entry) -> Json:
    told = {"number": one.number, "time": write_time(one.time), "person": one.person, "action": one.action}
    return {**told, "note": one.note, "version": one.version, "digest": one.digest}


def _pictures(articles: Iterable[Article], writing: Writing) -> tuple[dict[str, bytes], int]:
    """Give the pictures of stories by the names they have in the file, and how many are missing."""
    assets = dict.fromkeys(asset for article in articles for asset in assets_of(article))
    named: dict[str, bytes] = {}
    held = missing = 0
    for asset in assets:
        data = writing.picture(asset)
        if data is None:
            missing += 1
        else:
            named[_picture_name(asset, data)] = data
            held += len(data)
            _check_size(len(named), held, held)  # before memory is full of what would be refused
    return named, missing


def assets_of(article: Article) -> Iterator[str]:
    """Give the pictures that a story shows."""
    yield from (block.asset for block in article.body.blocks if isinstance(block, Picture) and block.asset)


def _picture_name(asset: str, data: bytes) -> str:
    size = look(data)
    return f"pictures/{asset}.{size.kind if size else 'bin'}"


def _packed(parts: Mapping[str, bytes], pictures: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype", _DAY), MIME)
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
        for name, data in pictures.items():
            package.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_STORED)
    return held.getvalue()


def _check_size(count: int, unpacked: int, packed: int) -> None:
    """Refuse to write what no library would read."""
    if count + 1 > MOST_MEMBERS or unpacked > MOST_UNPACKED or packed > MOST_BYTES:
        text = N_("These stories are too many for one hand-over file ({size} MB). Hand over fewer at once.")
        raise NotWritten(msg(text, size=-(-packed >> 20)))


# Reading


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the stories of a hand-over file; raises Refused."""
    del reading
    parts = members(data)
    try:
        document, noise = _loads(parts.get(DOCUMENT, b""))
        _check_form(document)
        stories = {entry["uid"]: entry for entry in reversed(document["stories"])}
        return tuple(_incoming(stories[uid], parts, noise) for uid in reversed(stories))
    except (ValueError, KeyError, TypeError, AttributeError, UnreadableText) as fault:
        raise Refused(Message(_DAMAGED)) from fault


def _loads(data: bytes) -> tuple[Json, int]:
    """Give a JSON document cleaned of what is no text, and how much that was."""
    removed = 0

    def clean(value: Any) -> Any:
        nonlocal removed
        if isinstance(value, str):
            left = NOT_TEXT.sub("", value)
            removed += len(value) - len(left)
            return left
        if isinstance(value, list):
            return [clean(entry) for entry in value]
        return (
            {clean(name): clean(entry) for name, entry in value.items()} if isinstance(value, dict) else value
        )

    return clean(json.loads(data)), removed


def _check_form(document: Json) -> None:
    if document["form"] != FORM or not isinstance(document["version"], int):
        raise ValueError(FORM)
    if document["version"] > VERSION:
        text = N_(
            "The hand-over file is from a newer program (form {version}). Update this program to read it."
        )
        raise Refused(msg(text, version=document["version"]))


def _incoming(data: Json, parts: Mapping[str, bytes], noise: int) -> Incoming:
    if not _UID.fullmatch(data["uid"]):
        raise ValueError(data["uid"])
    article = read_story(data)
    pictures = {asset: found for asset in assets_of(article) if (found := _picture(asset, parts))}
    return Incoming(
        article,
        tuple(_losses(article, pictures, noise)),
        pictures=pictures,
        past=(*_fingerprints(parts.get(f"history/{article.uid}.json")), fingerprint(article)),
    )


def _picture(asset: str, parts: Mapping[str, bytes]) -> bytes | None:
    """Give the bytes of a picture where they are what its name says."""
    for kind in ("jpeg", "png", "webp", "gif"):
        data = parts.get(f"pictures/{asset}.{kind}")
        if data and hashlib.sha256(data).hexdigest() == asset:
            return data
    return None


def _losses(article: Article, pictures: Mapping[str, bytes], noise: int) -> Iterator[Message]:
    missing = sum(asset not in pictures for asset in dict.fromkeys(assets_of(article)))
    if missing:
        yield msgs("{n} picture did not come along.", "{n} pictures did not come along.", missing)
    if noise:
        yield removed_message(noise)


def _fingerprints(history: bytes | None) -> Iterator[str]:
    if history:
        yield from (fingerprint(former.article) for former in read_history(history).versions)


def read_history(data: bytes) -> Past:
    """Give the history that a hand-over file tells of a story; raises ValueError, KeyError or TypeError."""
    history, _noise = _loads(data)
    return Past(tuple(map(_former, history["versions"])), tuple(map(_read_entry, history["journal"])))


def _former(data: Json) -> Former:
    told = (str(data[name]) for name in ("person", "action", "note", "headline"))
    return Former(Revision(int(data["version"]), read_time(data["time"]), *told), read_story(data["story"]))


def _read_entry(data: Json) -> Entry:
    person, action, note, digest = (str(data[name]) for name in ("person", "action", "note", "digest"))
    return Entry(
        int(data["number"]), read_time(data["time"]), person, action, note, int(data["version"]), digest
    )
