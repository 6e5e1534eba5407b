"""Inline text as character style ranges: emphasis, line breaks, links, footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from newsroom.domain.inline import Content, Footnote, Inline, LineBreak, Run, plain
from newsroom.domain.marks import NONE, MarkKind, Marks, value_of, without
from newsroom.domain.style_map import StyleKind
from newsroom.formats.addresses import safe_address
from newsroom.formats.icml.looks import look
from newsroom.formats.icml.sheet import attributes, valued, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.formats.icml.ids import Ids
    from newsroom.formats.icml.sheet import Sheet

FORCED = "\u2028"
"""InDesign's forced line break."""
NUMBER = "<?ACE 4?>"
"""Where InDesign sets the number of a footnote."""
_CLOSE = "</CharacterStyleRange>"


def address_of_file(target: str) -> str:
    """Give an address as it stands in the file: a second colon in one has crashed InDesign."""
    scheme, colon, rest = target.partition(":")
    return scheme + colon + rest.replace(":", "%3a")


def ended(ranges: list[str], plainly: str) -> str:
    """Give the ranges of a paragraph with the sign that ends it, which stands in the last of them."""
    if ranges and ranges[-1].endswith(_CLOSE):
        return "".join(ranges[:-1]) + ranges[-1][: -len(_CLOSE)] + "<Br/>" + _CLOSE
    return "".join(ranges) + f"{plainly}<Br/>{_CLOSE}"


@dataclass(slots=True)
class RunWriter:
    """Writes content and gathers the links that stand in it."""

    sheet: Sheet
    ids: Ids
    lost_links: int = 0
    _targets: dict[str, str] = field(default_factory=dict)
    _hyperlinks: list[str] = field(default_factory=list)

    def ranges(self, content: Iterable[Inline]) -> list[str]:
        """Give content as ranges, those of one link within its source."""
        done: list[str] = []
        for target, together in groupby(content, _target):
            pieces = tuple(together)
            done += self._linked(target, pieces) if target else self._plain(pieces)
        return done

    def styled(self, words: str, key: str = "") -> list[str]:
        """Give words in the character style of an element, or in none."""
        lines = words.replace("\r\n", "\n").replace("\n", FORCED)
        named = key if key and self.sheet.names.name(key) else ""
        return [self.range(f"<Content>{written_lines(lines)}</Content>", named)] if words else []

    def range(self, inner: str, key: str = "", over: dict[str, str] | None = None) -> str:
        """Give a range around what stands in it."""
        return self.open(key, over) + inner + _CLOSE

    def open(self, key: str = "", over: dict[str, str] | None = None) -> str:
        """Give the beginning of a range."""
        style = self.sheet.style(key, StyleKind.CHARACTER)
        return f'<CharacterStyleRange AppliedCharacterStyle="{style}"{attributes(over or {})}>'

    def _plain(self, pieces: Iterable[Inline]) -> list[str]:
        return [self._range(marks, tuple(same)) for (marks, _note), same in groupby(pieces, _alike)]

    def _range(self, marks: Marks, pieces: tuple[Inline, ...]) -> str:
        key, over = look(marks, self.sheet.names)
        if isinstance(pieces[0], Footnote):
            return self.range("".join(map(self._footnote, pieces)), key, over)
        words = "".join(piece.text if isinstance(piece, Run) else FORCED for piece in pieces)
        return self.range(f"<Content>{written_lines(words)}</Content>", key, over)

    def _footnote(self, piece: Inline) -> str:
        assert isinstance(piece, Footnote)
        opened = f'<ParagraphStyleRange AppliedParagraphStyle="{self.sheet.style("footnote")}">'
        number = self.range(f"<Content>{NUMBER}\t</Content>")
        return f"<Footnote>{opened}{number}{''.join(self.ranges(piece.content))}</ParagraphStyleRange></Footnote>"

    def _linked(self, target: str, pieces: Content) -> list[str]:
        safe = safe_address(target)
        inner = self._plain(pieces)
        if not safe:
            self.lost_links += 1
            return inner
        words = plain(pieces)
        source = self.ids.give("link", f"{safe} {words}")
        self._hyperlinks.append(self._hyperlink(source, safe, words))
        opened = f'<HyperlinkTextSource Self="{source}" Name="{valued(words[:40])}" Hidden="false">'
        return [f"{opened}{''.join(inner)}</HyperlinkTextSource>"]

    def _hyperlink(self, source: str, target: str, words: str) -> str:
        place = self._targets.setdefault(target, f"HyperlinkURLDestination/{target.replace(':', '%3a')}")
        number = list(self._targets).index(target) + 1
        own = self.ids.give("hyperlink", f"{target} {words}")
        return (
            f'<Hyperlink Self="{own}" Name="{valued(target)}" Source="{source}" Visible="false"'
            f' DestinationUniqueKey="{number}"><Properties><BorderColor type="enumeration">Black</BorderColor>'
            f'<Destination type="object">{written(place)}</Destination></Properties></Hyperlink>\n'
        )

    def links(self) -> str:
        """Give the addresses and the links to them, which stand behind the story."""
        targets = "".join(
            f'<HyperlinkURLDestination Self="{valued(place)}" Name="{valued(target)}"'
            f' DestinationURL="{valued(address_of_file(target))}" DestinationUniqueKey="{number}"/>\n'
            for number, (target, place) in enumerate(self._targets.items(), 1)
        )
        return targets + "".join(self._hyperlinks)


def written_lines(words: str) -> str:
    """Give text with its forced line breaks."""
    return FORCED.join(map(written, words.split(FORCED)))


def _target(piece: Inline) -> str:
    """Give the address that a piece is linked to; the sign of a footnote, which may hold links itself, is not."""
    marks: Marks = NONE if isinstance(piece, Footnote) else getattr(piece, "marks", NONE)
    return (value_of(marks, MarkKind.LINK) or "") if marks else ""


def _alike(piece: Inline) -> tuple[Marks, bool]:
    """Give what pieces of one range share: their marks, and whether they are footnotes."""
    known = isinstance(piece, Run | LineBreak | Footnote)
    marks = without(piece.marks, MarkKind.NOTE) if known else NONE
    return marks, isinstance(piece, Footnote)
