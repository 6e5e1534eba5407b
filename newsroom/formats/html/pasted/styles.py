"""As much of CSS as programs put onto the clipboard: declarations, and rules for a tag, a class, or both."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Declarations = dict[str, str]
LONGEST_SHEET = 1 << 20
"""A longer style sheet is not looked at."""

_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
_MARKS = ("<!--", "-->")


def declared(text: str) -> Declarations:
    """Give the declarations of a style attribute, names and values in lower case."""
    found: Declarations = {}
    for part in text.lower().split(";"):
        name, colon, value = part.partition(":")
        if colon:
            found[name.strip()] = value.strip().removesuffix("!important").rstrip()
    return found


@dataclass(slots=True)
class Sheet:
    """Gives what the rules of a page's style sheets say about an element."""

    rules: dict[tuple[str, str], Declarations] = field(default_factory=dict)
    """Declarations by tag and class in lower case; either may be empty."""

    def read(self, text: str) -> None:
        """Take in a style sheet; selectors that ask for more than a tag and a class are left."""
        for mark in _MARKS:
            text = text.replace(mark, "")
        for part in text[:LONGEST_SHEET].split("}"):
            selectors, brace, body = part.rpartition("{")
            if brace and "@" not in selectors:
                self._add(selectors.rpartition("*/")[2], declared(body))

    def _add(self, selectors: str, said: Declarations) -> None:
        for selector in selectors.split(","):
            found = _SIMPLE.fullmatch(selector.strip())
            if found and found[0]:
                key = ((found[1] or "").lower(), (found[2] or "").lower())
                self.rules.setdefault(key, {}).update(said)

    def of(self, tag: str, classes: Iterable[str]) -> Declarations:
        """Give what holds for an element by its tag and classes, the closer rule over the wider one."""
        if not self.rules:
            return {}
        found = dict(self.rules.get((tag, ""), ()))
        for name in classes:
            found |= self.rules.get(("", name.lower()), {})
            found |= self.rules.get((tag, name.lower()), {})
        return found
