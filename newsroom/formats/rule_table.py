"""The rules of the house as a table: CSV or TSV, one rule a line, safe to open in a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.house_rule import QUOTES_TOO, HouseRule
from newsroom.formats.encodings import decode
from newsroom.formats.spreadsheet import bare, contents, rows, written
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

MOST_BYTES = 5_000_000
MOST_RULES = 20_000
LONGEST = 200
_HEADS = ("word", "wanted", "reason", "quotes")
_FIRST_HEADS = frozenset({"word", "words", "wort", "wörter", "falsch", "statt", "instead of"})
_YES = frozenset({"1", "x", "yes", "ja", "true", "wahr", QUOTES_TOO})
_NO = frozenset({"", "0", "-", "no", "nein", "false", "falsch"})


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that is no rule, and why."""

    line: int
    text: str
    reason: Message


@dataclass(frozen=True, slots=True)
class RulesRead:
    """The rules of a table and the rows that are none."""

    rules: tuple[HouseRule, ...]
    bad: tuple[BadRow, ...] = ()


def read_file(path: Path) -> RulesRead:
    """Give the rules of a file; raises Refused."""
    too_large = msg(N_("“{name}” is too large for a list of house rules."), name=path.name)
    return read_rules(contents(path, MOST_BYTES, too_large))


def read_rules(data: bytes) -> RulesRead:
    """Give the rules of a table in any usual encoding, parted by tab, semicolon or comma; raises Refused."""
    text = decode(data).text
    rules: dict[str, HouseRule] = {}
    bad: list[BadRow] = []
    for line, cells in _rows(text):
        found = _rule(cells)
        if isinstance(found, HouseRule) and found.word in rules:
            found = msg(N_("This word stands in the table before."))
        if isinstance(found, HouseRule) and len(rules) >= MOST_RULES:
            found = msg(N_("The table has more than {n} rules."), n=MOST_RULES)
        if isinstance(found, HouseRule):
            rules[found.word] = found
        else:
            bad.append(BadRow(line, " · ".join(cells)[:LONGEST], found))
    return RulesRead(tuple(rules.values()), tuple(bad))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold something, with their lines, the head left out."""
    first = True
    for line, read in rows(text):
        cells = [bare(" ".join(cell.split())) for cell in read]
        head, first = first and bool(cells) and cells[0].casefold() in _FIRST_HEADS, False
        if any(cells) and not head:
            yield line, cells


def _rule(cells: Sequence[str]) -> HouseRule | Message:
    """Give the rule of a row, or why it is none."""
    word, wanted, reason, quotes = (*cells, "", "", "", "")[:4]
    if not any(map(str.isalnum, word)):
        return msg(N_("The word is missing."))
    if max(map(len, (word, wanted, reason))) > LONGEST:
        return msg(N_("A cell has more than {n} characters."), n=LONGEST)
    if word == wanted:
        return msg(N_("The wanted word is the same."))
    if quotes.casefold() not in _YES | _NO:
        return msg(N_("“{value}” in the fourth column is neither yes nor no."), value=quotes)
    return HouseRule(word, wanted, reason, quotes.casefold() in _YES)


def write_rules(rules: Iterable[HouseRule]) -> bytes:
    """Give the table of rules as CSV in UTF-8 that spreadsheets recognise; no cell is a formula."""
    lines = ((rule.word, rule.wanted, rule.reason, "yes" if rule.in_quotes else "") for rule in rules)
    return written(_HEADS, lines)
