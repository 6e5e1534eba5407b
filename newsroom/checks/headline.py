"""The headline: there, not too long, not said again in the text, not like another story's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rule import Passage, Proof, Rule, found
from newsroom.domain.finding import Field, Place
from newsroom.domain.lookalike import LikenessKind
from newsroom.domain.workflow import Transition
from newsroom.text.terms import same_headline_key
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.finding import Finding
    from newsroom.domain.lookalike import Lookalike


def _place(proof: Proof) -> Place:
    return Place(Field.HEADLINE, start=0, end=len(proof.article.headline))


def missing(proof: Proof) -> Iterator[Finding]:
    """Find a headline that is not there."""
    if not proof.article.headline.strip():
        yield found(_place(proof), msg(N_("The headline is missing.")))


def long(proof: Proof) -> Iterator[Finding]:
    """Find a headline longer than the house wants."""
    size, most = len(proof.article.headline), proof.context.house.headline_warning
    if size >= most:
        text = N_("The headline has {n} characters; from {most} it is hard to set.")
        yield found(_place(proof), msg(text, n=size, most=most), proof.article.headline)


def repeated(proof: Proof) -> Iterator[Finding]:
    """Find the headline said again in the first two paragraphs, or taken out there by the import."""
    for note in proof.article.import_notes:
        if note.rule == "headline-repeated":
            yield found(_place(proof), note.message, note.removed)
    paragraphs = [passage for passage in proof.body() if not passage.crosshead and passage.text.strip()]
    wanted = same_headline_key(proof.article.headline)
    if len(paragraphs) > 1 and wanted:
        yield from (_repeated(proof, one) for one in paragraphs[:2] if same_headline_key(one.text) == wanted)


def _repeated(proof: Proof, passage: Passage) -> Finding:
    place = proof.place(passage, 0, len(passage.text))
    return found(place, msg(N_("This paragraph repeats the headline.")), passage.text)


def like(proof: Proof) -> Iterator[Finding]:
    """Find other stories with a headline like this one: one finding that names the likest."""
    matches = [match for match in proof.context.lookalikes if match.kind]
    if matches:
        ids = tuple(match.id for match in matches)
        subject = "\n".join([proof.article.headline, *(match.uid for match in matches)])
        yield found(_place(proof), _likeness(matches[0], len(matches) - 1), subject, like=ids)


_EQUAL = N_("Same headline as “{headline}”")
_VERY_LIKE = N_("Very like “{headline}”")
_LIKE = N_("Like “{headline}”")
_TEXTS = {
    LikenessKind.EQUAL: (_EQUAL, N_("Same headline as “{headline}” and {n} more")),
    LikenessKind.VERY_LIKE: (_VERY_LIKE, N_("Very like “{headline}” and {n} more")),
    LikenessKind.LIKE: (_LIKE, N_("Like “{headline}” and {n} more")),
}


def _likeness(match: Lookalike, more: int) -> Message:
    if match.private:
        return msg(N_("Like a draft of {name}"), name=match.authors)
    alone, with_others = _TEXTS[match.kind or LikenessKind.LIKE]
    if not more:
        return msg(alone, headline=match.headline)
    return msg(with_others, headline=match.headline, n=more)


RULES = (
    Rule(
        name="headline-missing",
        title=N_("Headline is there"),
        judge=missing,
        moments=frozenset({Transition.SUBMIT, Transition.APPROVE, Transition.PUBLISH}),
        required=frozenset({Transition.SUBMIT, Transition.APPROVE, Transition.PUBLISH}),
    ),
    Rule(name="headline-long", title=N_("Headline is not too long"), judge=long),
    Rule(name="headline-repeated", title=N_("Headline is not repeated in the text"), judge=repeated),
    Rule(name="headline-like", title=N_("No other story has a headline like this"), judge=like),
)
