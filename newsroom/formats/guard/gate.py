"""The gate after reading: what comes out must be fit for an editor, and clean."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, ImportNote
from newsroom.domain.body import Body, Box, Picture, Table, block_text, contents, normal_body
from newsroom.domain.errors import Refused
from newsroom.domain.inline import NOT_TEXT, Content, Footnote, Inline, Run, normal, plain
from newsroom.formats.encodings import removed_message
from newsroom.formats.guard.pictures import measure
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.formats import Incoming

MOST_CHARACTERS = 2_000_000
MOST_BLOCKS = 50_000
LONGEST_WORD = 5_000

_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")


def pass_gate(incoming: Incoming) -> Incoming:
    """Give the story cleaned of what is no text and of unfit pictures; raises Refused past a limit."""
    article = incoming.article
    check(article.body, (plain(article.lead), *_words(article)))
    return _pictures_checked(replace(incoming, article=_clean(incoming.article)))


def check(body: Body, others: Iterable[str] = ()) -> None:
    """Raise Refused where a text, and what stands beside it, is more than an editor can show."""
    texts = [*(block_text(block) for block in body.blocks), *others]
    check_length(sum(map(len, texts)))
    if _blocks(body) > MOST_BLOCKS:
        raise Refused(msg(N_("The text has more than {most} paragraphs. Split it."), most=MOST_BLOCKS))
    if any(_WORD.search(words) for words in texts):
        raise Refused(
            msg(
                N_("The text holds a word of more than {most} characters: it is no story."), most=LONGEST_WORD
            )
        )


def check_length(characters: int) -> None:
    """Raise Refused where a text has more characters than an editor can show."""
    if characters > MOST_CHARACTERS:
        words = N_("The text is too long: a story has {most} characters at most. Split it.")
        raise Refused(msg(words, most=MOST_CHARACTERS))


def _words(article: Article) -> Iterator[str]:
    values = (getattr(article, entry.name) for entry in fields(article))
    yield from (value for value in values if isinstance(value, str))


def _blocks(body: Body) -> int:
    inner = sum(len(block.blocks) for block in body.blocks if isinstance(block, Box))
    cells = sum(len(row) for block in body.blocks if isinstance(block, Table) for row in block.rows)
    return len(body.blocks) + inner + cells


def _clean(article: Article) -> Article:
    """Remove what is no text from every field, and say how much it was."""
    cleaned = {name: NOT_TEXT.sub("", value) for name, value in _dirty_fields(article)}
    removed = sum(len(getattr(article, name)) - len(value) for name, value in cleaned.items())
    in_text = sum(map(_noise, (article.lead, *(c for block in article.body.blocks for c in contents(block)))))
    if not removed + in_text:
        return article
    note = ImportNote("characters-removed", removed_message(removed + in_text))
    kept = replace(article, **cleaned, import_notes=(*article.import_notes, note))  # type: ignore[arg-type]  # all are text fields
    return replace(kept, lead=normal(kept.lead), body=normal_body(kept.body))


def _dirty_fields(article: Article) -> Iterator[tuple[str, str]]:
    for entry in fields(article):
        value = getattr(article, entry.name)
        if isinstance(value, str) and NOT_TEXT.search(value):
            yield entry.name, value


def _noise(content: Content) -> int:
    return sum(_noise_in(piece) for piece in content)


def _noise_in(piece: Inline) -> int:
    if isinstance(piece, Footnote):
        return sum(_noise_in(inner) for inner in piece.content)
    return len(NOT_TEXT.findall(piece.text)) if isinstance(piece, Run) else 0


def _pictures_checked(incoming: Incoming) -> Incoming:
    """Drop pictures that are none, or too large to decode; their places stay in the text."""
    faults = {asset: fault for asset, data in incoming.pictures.items() if (fault := _fault(data))}
    if not faults:
        return incoming
    blocks = tuple(
        replace(block, asset="") if isinstance(block, Picture) and block.asset in faults else block
        for block in incoming.article.body.blocks
    )
    kept = {asset: data for asset, data in incoming.pictures.items() if asset not in faults}
    article = replace(incoming.article, body=Body(blocks))
    return replace(incoming, article=article, pictures=kept, losses=(*incoming.losses, *faults.values()))


def _fault(data: bytes) -> Message | None:
    try:
        measure(data)
    except Refused as fault:
        return fault.message
    return None
