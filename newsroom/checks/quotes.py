"""Quotation marks: each that opens closes, and all are of the story's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rule import Rule, found
from newsroom.domain.finding import Fix, Replacement
from newsroom.text.quote_reading import Passage as Reading
from newsroom.text.quotes import Fault, quoted_spans, unbalanced
from newsroom.text.typography import rules_for
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.checks.rule import Passage, Proof
    from newsroom.domain.finding import Finding
    from newsroom.text.quotes import QuoteFault

_TEXTS = {
    Fault.UNCLOSED: N_("This quotation never closes: {wanted} is missing."),
    Fault.UNOPENED: N_("This quotation never opens: {wanted} is missing."),
    Fault.WRONG_KIND: N_("These quotation marks are not those of the language: {wanted} is wanted."),
}
_LANGUAGES = frozenset({"de", "de-CH", "en"})


def _readings(proof: Proof) -> list[Reading]:
    return [Reading(part.text, "crosshead" if part.crosshead else "text") for part in proof.passages]


def quotes(proof: Proof) -> Iterator[Finding]:
    """Find quotations that never open or close, and marks of another language, once for a story."""
    if rules_for(proof.language) not in _LANGUAGES:
        return
    style = proof.context.house.quotes if rules_for(proof.language) == "de" else ""
    for fault in unbalanced(_readings(proof), proof.language, style):
        yield _told(proof, fault)


def _told(proof: Proof, fault: QuoteFault) -> Finding:
    passage = proof.passages[fault.paragraph]
    near = passage.text[max(fault.start - 20, 0) : fault.end + 20]
    replacements = tuple(
        Replacement(proof.place(proof.passages[edit.paragraph], edit.start, edit.end), edit.text)
        for edit in fault.edits
    )
    fix = Fix(msg(N_("Set the right marks")), replacements) if replacements else None
    text = msg(_TEXTS[fault.kind], wanted=fault.wanted)
    return found(proof.place(passage, fault.start, fault.end), text, near, fix=fix)


def outside(proof: Proof) -> list[str]:
    """Give the passages of a story with blanks in the place of what stands in quotation marks."""
    texts = [list(part.text) for part in proof.passages]
    for paragraph, start, end in quoted_spans(_readings(proof), proof.language):
        texts[paragraph][start:end] = " " * (end - start)
    return ["".join(text) for text in texts]


def spoken(proof: Proof) -> Iterator[tuple[Passage, str]]:
    """Give each passage with its text outside quotation marks, offsets kept."""
    return zip(proof.passages, outside(proof), strict=True)


RULES = (Rule(name="quotes", title=N_("Quotation marks open and close"), judge=quotes),)
