"""What is asked of the search index, in the index's own terms: rows of tokens in one of its two columns.

Each kind of database says it in its own words; here it is decided which tokens are looked for.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from newsroom.domain.query import Field, Has, InLanguage, Is, Term, Thing, Trait
from newsroom.library import labels
from newsroom.text.terms import folded_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.query import Part

LANGUAGES = ("de", "en")
"""The languages whose forms of a word are looked for."""

_JUDGED = frozenset({Thing.FINDINGS, Thing.DOUBLES})


class Row(NamedTuple):
    """Tokens that stand in a row in a column, ``words`` or ``stems``; with begun the last may go on."""

    column: str
    tokens: tuple[str, ...]
    begun: bool = False


class Match(NamedTuple):
    """For each of the wanted one of its rows must stand in a story, and none of the unwanted."""

    wanted: tuple[tuple[Row, ...], ...]
    unwanted: tuple[Row, ...] = ()

    def fits(self, words: str, stems: str) -> bool:
        """Tell whether what the index would hold of a story is what is asked for."""
        columns = {"words": f" {words} ", "stems": f" {stems} "}
        present = all(any(_stands(row, columns) for row in rows) for rows in self.wanted)
        return present and not any(_stands(row, columns) for row in self.unwanted)


def _stands(row: Row, columns: dict[str, str]) -> bool:
    return f" {' '.join(row.tokens)}{'' if row.begun else ' '}" in columns[row.column]


ANY_STORY = (Row("words", (labels.STORY,)),)


def rows(part: Part) -> tuple[Row, ...]:
    """Give the rows by which the index finds what a part asks for; none where it knows nothing of it."""
    if isinstance(part, Term):
        return tuple(dict.fromkeys(_of_term(part)))
    if isinstance(part, Has) and part.thing not in _JUDGED:
        return (Row("words", (labels.has(part.thing),)),)
    if isinstance(part, Is) and part.trait is Trait.IMPORTED:
        return (Row("words", (labels.IMPORTED,)),)
    if isinstance(part, InLanguage):
        return (Row("words", (labels.spoken(part.code),)),)
    return ()


def by_person(names: Iterable[str]) -> tuple[Row, ...]:
    """Give rows that find every story of a person by the names they had, and maybe some of another."""
    words = (folded_words(name) for name in names)
    return tuple(Row("words", _labelled(found, Field.AUTHOR)) for found in words if found)


def in_headlines(part: Part) -> tuple[Row, ...]:
    """Give the rows that find words in headlines alone, for words that may stand anywhere."""
    if not isinstance(part, Term) or part.field:
        return ()
    return rows(replace(part, field=Field.HEADLINE))


def _of_term(term: Term) -> Iterator[Row]:
    inflected = term.field is None or term.field in labels.INFLECTED
    if term.exact or term.begun or not inflected or len(term.words) > 1:
        yield Row("words", _labelled(term.words, term.field), term.begun)
    if term.exact or not inflected:
        return
    for forms in _forms(term.words):
        yield Row("stems", _labelled(forms, term.field))
    if len(term.words) > 1:
        yield from _joined(term)


def _forms(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    for language in LANGUAGES:
        yield tuple(stem(word, language) for word in words)


def _joined(term: Term) -> Iterator[Row]:
    """Give a word that was typed with hyphens as it is written without."""
    whole = "".join(term.words)
    if term.begun:
        yield Row("words", _labelled((whole,), term.field), begun=True)
    for forms in _forms((whole,)):
        yield Row("stems", _labelled(forms, term.field))


def _labelled(words: tuple[str, ...] | list[str], field: Field | None) -> tuple[str, ...]:
    label = labels.LABELS[field] if field else ""
    return tuple(label + word for word in words)
