"""Two versions of a story beside each other, field by field, as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.comparison import Row, compare
from newsroom.domain.finding import Field
from newsroom.domain.strands import all_strands
from newsroom.translation import N_

if TYPE_CHECKING:
    from newsroom.domain.article import Article

_READ = (
    (Field.KICKER, N_("Kicker")),
    (Field.HEADLINE, N_("Headline")),
    (Field.SUBHEADLINE, N_("Subheadline")),
    (Field.LEAD, N_("Lead")),
    (Field.BODY, N_("Text")),
    (Field.TEASER, N_("Teaser")),
    (Field.WEB_HEADLINE, N_("Web headline")),
)
_LINES = (
    ("section", N_("Section")),
    ("dateline", N_("Dateline")),
    ("sign_off", N_("Sign-off")),
    ("source", N_("Source")),
    ("editors_note", N_("Editor's note")),
    ("correction_note", N_("Correction note")),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """One field of two versions; title is an English catalogue text."""

    title: str
    rows: tuple[Row, ...]

    @property
    def same(self) -> bool:
        """Tell whether the field reads the same in both."""
        return all(row.same for row in self.rows)


def compared(old: Article, new: Article) -> tuple[Compared, ...]:
    """Give the fields that hold something in either version; what is marked as deleted is not read."""
    ours, theirs = _texts(old), _texts(new)
    fields = [Compared(title, compare(ours[field], theirs[field])) for field, title in _READ]
    fields += [Compared(title, compare(_line(old, name), _line(new, name))) for name, title in _LINES]
    return tuple(field for field in fields if field.rows)


def _texts(article: Article) -> dict[Field, list[str]]:
    texts: dict[Field, list[str]] = {field: [] for field, _ in _READ}
    for strand in all_strands(article):
        texts[strand.field].append(strand.text)
    return texts


def _line(article: Article, name: str) -> list[str]:
    words: str = getattr(article, name)
    return [words] if words else []
