"""Like a story on which a legal block stands: what may not be said there may not be said here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rule import Proof, Rule, found
from newsroom.domain.finding import Field, Place
from newsroom.domain.lookalike import LikenessKind
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.finding import Finding

_CLOSE = frozenset({LikenessKind.EQUAL, LikenessKind.VERY_LIKE})


def blocked(proof: Proof) -> Iterator[Finding]:
    """Find stories under a legal block that have nearly this headline, or this text: one finding each."""
    for match in proof.context.lookalikes:
        if match.blocked and (match.kind in _CLOSE or match.body):
            place = Place(Field.HEADLINE, start=0, end=len(proof.article.headline))
            text = N_("Like “{headline}”, on which a legal block stands: {reason}. Ask a duty editor first.")
            message = msg(text, headline=match.headline, reason=match.blocked.rstrip(". "))
            yield found(place, message, f"{match.uid}\n{match.blocked}", like=(match.id,))


RULES = (Rule(name="legal-block", title=N_("No story under a legal block is like this"), judge=blocked),)
