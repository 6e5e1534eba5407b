"""What of a paste did not come along, counted by kind, so that it can be told in one quiet line."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from newsroom.domain.marks import SUBSCRIPT, SUPERSCRIPT
from newsroom.translation import Message, Ns_, msgs

if TYPE_CHECKING:
    from newsroom.formats.html.pasted.looks import Look

_Look = TypeVar("_Look", bound=tuple[str, ...])

_RAISED = frozenset({SUBSCRIPT, SUPERSCRIPT})
_WORDS = {
    "style": Ns_("{n} style", "{n} styles"),
    "colour": Ns_("{n} colour", "{n} colours"),
    "picture": Ns_("{n} picture", "{n} pictures"),
    "footnote": Ns_("{n} footnote", "{n} footnotes"),
    "comment": Ns_("{n} comment", "{n} comments"),
    "deletion": Ns_("{n} tracked deletion", "{n} tracked deletions"),
    "link": Ns_("{n} link", "{n} links"),
    "hidden": Ns_("{n} hidden part", "{n} hidden parts"),
    "control": Ns_("{n} form field", "{n} form fields"),
    "object": Ns_("{n} embedded object", "{n} embedded objects"),
    "script": Ns_("{n} script", "{n} scripts"),
}


@dataclass(slots=True)
class Lost:
    """Counts what is left out; of type and colours that which differs from most of the text."""

    counts: Counter[str] = field(default_factory=Counter)
    types: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    colours: Counter[tuple[str, str]] = field(default_factory=Counter)

    def seen(self, look: Look, size: int) -> None:
        """Note how a stretch of ordinary text looked; raised and lowered letters are small by nature."""
        if not look.marks & _RAISED:
            self.types[(*look.type, look.align)] += size
            self.colours[look.colour] += size

    def messages(self) -> tuple[Message, ...]:
        """Give each kind with its number."""
        self.counts["style"] = _others(self.types, ("", "", ""))
        self.counts["colour"] = _others(self.colours, ("", ""))
        return tuple(msgs(*words, self.counts[kind]) for kind, words in _WORDS.items() if self.counts[kind])


def _others(looks: Counter[_Look], unsaid: _Look) -> int:
    """Give how many looks there are beside that of most of the text; one of which nothing is said is none."""
    usual = max(looks, key=lambda look: looks[look], default=unsaid)
    return len(looks.keys() - {usual, unsaid})
