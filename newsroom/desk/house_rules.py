"""The house's rules of wording and the words it has taught: read, changed, brought in and sent out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.house_rule import HouseRule

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.changeset import Changes
    from newsroom.formats.rule_table import RulesRead
    from newsroom.settings import House


class HouseRules:
    """What the house writes, and how."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[HouseRule, ...]:
        """Give the rules, in the order of their words."""
        return self.of(self._desk.house)

    @staticmethod
    def of(house: House) -> tuple[HouseRule, ...]:
        """Give the rules that settings of the house hold."""
        return in_order(map(HouseRule.from_entry, house.house_words))

    def learned(self) -> tuple[str, ...]:
        """Give the words that spelling knows for the house."""
        return self._desk.house.learned_words

    def put(self, rules: Iterable[HouseRule], without: Iterable[str] = ()) -> Changes:
        """Take rules in, each in the place of one of the same word, and others out; raises NotAllowed."""
        new, gone = tuple(rules), frozenset(without)

        def change(house: House) -> House:
            before = (HouseRule.from_entry(entry) for entry in house.house_words)
            kept = {rule.word: rule for rule in before if rule.word not in gone}
            kept |= {rule.word: rule for rule in new}
            return replace(house, house_words=tuple(rule.entry() for rule in in_order(kept.values())))

        return self._desk.preferences.amend_house(change)

    def learn(self, *words: str) -> Changes:
        """Teach spelling words for everyone; raises NotAllowed."""
        return self._teach(words, ())

    def forget(self, *words: str) -> Changes:
        """Take words back that spelling was taught; raises NotAllowed."""
        return self._teach((), words)

    def _teach(self, new: Iterable[str], gone: Iterable[str]) -> Changes:
        added, dropped = set(new), set(gone)

        def change(house: House) -> House:
            words = (set(house.learned_words) | added) - dropped
            return replace(house, learned_words=tuple(sorted(words, key=str.casefold)))

        return self._desk.preferences.amend_house(change)

    def read(self, path: Path) -> RulesRead:
        """Give the rules of a table in a file, and the rows that are none; raises Refused."""
        from newsroom.formats.rule_table import read_file

        return read_file(path)

    def write(self, path: Path) -> None:
        """Write all rules as a table into a file; raises NotWritten."""
        from newsroom.formats.files import atomic_write
        from newsroom.formats.rule_table import write_rules

        atomic_write(path, write_rules(self.all()))


def in_order(rules: Iterable[HouseRule]) -> tuple[HouseRule, ...]:
    """Give rules in the order of their words."""
    return tuple(sorted(rules, key=lambda rule: (rule.word.casefold(), rule.word)))
