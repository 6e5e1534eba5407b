"""Whether the text is written in the language that is set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.quotes import outside
from newsroom.checks.rule import Rule, found
from newsroom.domain.article import AUTO
from newsroom.domain.finding import Field, Place
from newsroom.domain.words import language_name
from newsroom.text.language import detect, same_language
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.checks.rule import Proof
    from newsroom.domain.finding import Finding

LEAST = 200
"""So many characters outside quotes are needed to judge."""
CERTAIN = 0.9


def language(proof: Proof) -> Iterator[Finding]:
    """Find a text whose detected language is certainly not the one set."""
    wanted = proof.article.language
    text = "\n".join(outside(proof))
    if wanted in {"", AUTO} or len(text) < LEAST:
        return
    spoken = detect(text, proof.context.house.detectable)
    if spoken.code and spoken.certainty >= CERTAIN and not same_language(spoken.code, wanted):
        message = msg(
            N_("The text reads as {found}, but the language is set to {wanted}."),
            found=msg(language_name(spoken.code)),
            wanted=msg(language_name(wanted)),
        )
        yield found(Place(Field.LANGUAGE), message, f"{wanted} {spoken.code}")


RULES = (Rule(name="language", title=N_("The language is the one set"), judge=language),)
