"""Pictures: whose they are, what they show those who cannot see them, and whether they are sharp in print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rule import Rule, found
from newsroom.domain.body import Picture
from newsroom.domain.changes import content_for_readers
from newsroom.domain.finding import Field, Place
from newsroom.domain.inline import plain
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.checks.rule import Proof
    from newsroom.domain.finding import Finding

MILLIMETRES = 25.4
"""So many are an inch."""
_LONG = 40


def credit_missing(proof: Proof) -> Iterator[Finding]:
    """Find pictures that do not say whose they are."""
    for number, block, name in _pictures(proof):
        if not block.credit.strip():
            yield _finding(number, block, msg(N_("The picture “{name}” has no credit."), name=name))


def alternative_missing(proof: Proof) -> Iterator[Finding]:
    """Find pictures that say nothing to who cannot see them."""
    for number, block, name in _pictures(proof):
        if not block.alternative.strip():
            yield _finding(number, block, msg(N_("The picture “{name}” has no alternative text."), name=name))


def caption_missing(proof: Proof) -> Iterator[Finding]:
    """Find pictures without a caption."""
    for number, block, name in _pictures(proof):
        if not plain(content_for_readers(block.caption)).strip():
            yield _finding(number, block, msg(N_("The picture “{name}” has no caption."), name=name))


def resolution_low(proof: Proof) -> Iterator[Finding]:
    """Find pictures with too few pixels for the width at which the house prints pictures."""
    house = proof.context.house
    wanted = pixels(house.picture_print_width, house.picture_dpi)
    for number, block, name in _pictures(proof):
        size = proof.context.picture_sizes.get(block.asset)
        wide = block.crop.size(*size)[0] if size else wanted
        if wide < wanted:
            text = N_(
                "The picture “{name}” is {pixels} pixels wide; print wants {wanted} ({width} mm at {dpi} dpi)."
            )
            told = msg(
                text,
                name=name,
                pixels=wide,
                wanted=wanted,
                width=house.picture_print_width,
                dpi=house.picture_dpi,
            )
            yield _finding(number, block, told, f" {wide}")


def pixels(millimetres: float, dpi: float) -> int:
    """Give how many pixels a width on paper takes."""
    return round(millimetres / MILLIMETRES * dpi)


def _pictures(proof: Proof) -> Iterator[tuple[int, Picture, str]]:
    """Give the pictures with their block's number and a name that tells them from each other."""
    count = 0
    for number, block in enumerate(proof.article.body.blocks):
        if isinstance(block, Picture):
            count += 1
            said = block.name or plain(content_for_readers(block.caption)).strip() or block.alternative
            yield number, block, _short(said) or str(count)


def _short(words: str) -> str:
    return words if len(words) <= _LONG else f"{words[: _LONG - 1].rstrip()}…"


def _finding(number: int, block: Picture, message: Message, more: str = "") -> Finding:
    return found(Place(Field.BODY, number), message, f"{block.asset or block.name}{more}")


RULES = (
    Rule(name="picture-credit", title=N_("Pictures name their credit"), judge=credit_missing),
    Rule(name="picture-alt", title=N_("Pictures have an alternative text"), judge=alternative_missing),
    Rule(name="picture-caption", title=N_("Pictures have a caption"), judge=caption_missing),
    Rule(name="picture-resolution", title=N_("Pictures are sharp in print"), judge=resolution_low),
)
