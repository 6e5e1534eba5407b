"""What a Word file tells about its story beside the text: core properties, and ours in the custom ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.formats.docx.runs_out import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsroom.domain.article import Article

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_META = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORM = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
UID, VERSION, PUBLISH, EMBARGO, DATELINE = (
    "Newsroom uid",
    "Newsroom version",
    "Newsroom publish time",
    "Newsroom embargo",
    "Newsroom dateline",
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DIGITS = 9
_NOBODY = frozenset(
    {"python-docx", "microsoft office user", "windows user", "user", "admin", "unknown author"}
)


def core(article: Article, language: str) -> bytes:
    """Give the core properties of a story."""
    keywords = article.keywords
    mark = "; " if any("," in word for word in keywords) else ", "
    words = (
        ("dc:title", article.headline),
        ("dc:creator", "; ".join(byline.name for byline in article.authors)),
        ("dc:subject", article.section),
        ("cp:keywords", mark.join(keywords)),
        ("dc:language", language),
    )
    inner = "".join(f"<{name}>{escaped(text)}</{name}>" for name, text in words if text)
    times = (("created", article.created), ("modified", article.modified))
    inner += "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{_seconds(when)}</dcterms:{name}>'
        for name, when in times
        if when
    )
    spaces = (
        f'xmlns:cp="{_META}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    return f"{HEAD}<cp:coreProperties {spaces}>{inner}</cp:coreProperties>".encode()


def _seconds(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def custom(article: Article | None) -> bytes:
    """Give our own properties, by which a story that comes back from Word is known again; several have none."""
    values = ((name, value) for name, value in (_custom(article) if article else ()) if value)
    inner = "".join(
        f'<property fmtid="{_FORM}" pid="{number}" name="{name}"><vt:lpwstr>{escaped(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(values, 2)
    )
    return f'{HEAD}<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{inner}</Properties>'.encode()


def _custom(article: Article) -> Iterator[tuple[str, str]]:
    yield UID, article.uid
    yield VERSION, str(article.version)
    yield PUBLISH, article.publish_time.isoformat() if article.publish_time else ""
    yield EMBARGO, article.embargo.isoformat() if article.embargo else ""
    yield DATELINE, article.dateline


@dataclass(frozen=True, slots=True)
class Told:
    """What the properties of a file tell; uid is empty where the story is not one of ours."""

    authors: tuple[str, ...] = ()
    section: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    uid: str = ""
    version: int = 0
    saved_by: str = ""
    saved: datetime | None = None
    dateline: str = ""
    publish_time: datetime | None = None
    embargo: datetime | None = None


def told(named: Mapping[str, str], ours: Mapping[str, str]) -> Told:
    """Make sense of core properties by local name, and of custom ones by name."""
    uid = ours.get(UID, "")
    keywords = named.get("keywords", "")
    return Told(
        authors=tuple(
            name for name in _split(named.get("creator", ""), ";") if name.casefold() not in _NOBODY
        ),
        section=named.get("subject", "").strip() if uid else "",
        keywords=_split(keywords, ";" if ";" in keywords else ","),
        language=named.get("language", "").strip(),
        uid=uid if _UUID.fullmatch(uid) else "",
        version=_count(ours.get(VERSION, "")),
        saved_by=_name(named.get("lastModifiedBy", "")),
        saved=_moment(named.get("modified", "")),
        dateline=ours.get(DATELINE, ""),
        publish_time=_moment(ours.get(PUBLISH, "")),
        embargo=_moment(ours.get(EMBARGO, "")),
    )


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0


def _name(text: str) -> str:
    name = " ".join(text.split())
    return "" if name.casefold() in _NOBODY else name


def _split(text: str, mark: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word.strip() for word in text.split(mark) if word.strip()))


def _moment(text: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when if when.tzinfo else None
