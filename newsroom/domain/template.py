"""Story templates: what a new story begins with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsroom.domain import codec
from newsroom.domain.article import AUTO, OrderedLength, Unit
from newsroom.domain.body import EMPTY, Body
from newsroom.domain.errors import UnreadableText

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.inline import Content

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A named beginning of a story; what is empty is left to the writer."""

    name: str
    genre: str = ""
    section: str = ""
    kicker: str = ""
    headline: str = ""
    lead: Content = ()
    language: str = AUTO
    keywords: tuple[str, ...] = ()
    ordered_length: OrderedLength | None = None
    body: Body = EMPTY
    editors_note: str = ""
    """What the writer is reminded of; it never reaches readers."""

    def fields(self) -> dict[str, Any]:
        """Give the fields of a story that are set, by their names in `Article`."""
        given: dict[str, Any] = {
            name: getattr(self, name) for name in (*_WORDS, "keywords", "ordered_length")
        }
        given |= {"lead": self.lead, "body": self.body, "language": self.language}
        return {name: value for name, value in given.items() if value not in {"", (), None, AUTO, EMPTY}}


_WORDS = ("genre", "section", "kicker", "headline", "editors_note")


def template_of(name: str, article: Article) -> Template:
    """Make a template of a story as it stands; notes and changes are taken as readers would see them."""
    from newsroom.domain.changes import content_for_readers, for_readers

    return Template(
        name=name,
        lead=content_for_readers(article.lead),
        body=for_readers(article.body),
        language=article.language,
        keywords=article.keywords,
        ordered_length=article.ordered_length,
        **{field: getattr(article, field) for field in _WORDS},
    )


def read_templates(stored: Iterable[tuple[str, str]]) -> tuple[Template, ...]:
    """Read templates as settings keep them; one that cannot be read is left out."""
    return tuple(_read(stored))


def _read(stored: Iterable[tuple[str, str]]) -> Iterator[Template]:
    for name, text in stored:
        try:
            yield _loads(name, text)
        except (UnreadableText, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue


def write_templates(templates: Iterable[Template]) -> tuple[tuple[str, str], ...]:
    """Give templates as settings keep them."""
    return tuple((one.name, _dumps(one)) for one in templates)


def _dumps(one: Template) -> str:
    length = one.ordered_length
    data = {
        "version": VERSION,
        **{field: getattr(one, field) for field in _WORDS},
        "language": one.language,
        "keywords": list(one.keywords),
        "length": [length.amount, length.unit.value] if length else None,
        "lead": codec.dumps_content(one.lead),
        "body": codec.dumps(one.body),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _loads(name: str, text: str) -> Template:
    data = json.loads(text)
    length = data.get("length")
    return Template(
        name=name,
        language=str(data.get("language", AUTO)),
        keywords=tuple(str(word) for word in data.get("keywords", ())),
        ordered_length=OrderedLength(int(length[0]), Unit(length[1])) if length else None,
        lead=codec.loads_content(data.get("lead", "")),
        body=codec.loads(data["body"]),
        **{field: str(data.get(field, "")) for field in _WORDS},
    )
