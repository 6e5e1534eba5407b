"""The text: not that of another story, whole or cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rule import Proof, Rule, found
from newsroom.domain.finding import Field, Place
from newsroom.domain.lookalike import BodyKind
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.finding import Finding

_TEXTS = {
    BodyKind.SAME: N_("Same text as “{headline}”"),
    BodyKind.NEAR: N_("Nearly the same text as “{headline}”"),
    BodyKind.CONTAINS: N_("Holds the text of “{headline}”"),
    BodyKind.CONTAINED: N_("Stands in the text of “{headline}”"),
}


def like(proof: Proof) -> Iterator[Finding]:
    """Find other stories with nearly this text: one finding that names the likest."""
    matches = [match for match in proof.context.lookalikes if match.body]
    if matches and matches[0].body:
        subject = "\n".join(match.uid for match in matches)
        message = msg(_TEXTS[matches[0].body], headline=matches[0].headline)
        yield found(Place(Field.BODY), message, subject, like=tuple(match.id for match in matches))


RULES = (Rule(name="text-like", title=N_("No other story has nearly this text"), judge=like),)
