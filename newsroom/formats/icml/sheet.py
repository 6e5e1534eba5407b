"""The styles that a file uses, declared as InDesign wants them: a style of the same name in the page wins."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from newsroom.domain.inline import NOT_TEXT
from newsroom.domain.style_map import StyleKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsroom.domain.style_map import StyleMap

NO_PARAGRAPH = "$ID/NormalParagraphStyle"
NO_CHARACTER = "$ID/[No character style]"
NO_TABLE = "$ID/[No table style]"
_ELEMENTS = {
    StyleKind.PARAGRAPH: ("ParagraphStyle", NO_PARAGRAPH),
    StyleKind.CHARACTER: ("CharacterStyle", NO_CHARACTER),
    StyleKind.TABLE: ("TableStyle", NO_TABLE),
}
_LOOKS = {
    "headline": ' PointSize="28"',
    "kicker": ' PointSize="10"',
    "subheadline": ' PointSize="14"',
    "lead": ' FontStyle="Bold"',
    "crosshead": ' FontStyle="Bold"',
    "crosshead-2": ' FontStyle="Bold"',
    "crosshead-3": ' FontStyle="Bold"',
    "quote": ' LeftIndent="12"',
    "bullet": ' BulletsAndNumberingListType="BulletList" LeftIndent="12" FirstLineIndent="-12"',
    "number": ' BulletsAndNumberingListType="NumberedList" LeftIndent="12" FirstLineIndent="-12"',
    "table-head": ' FontStyle="Bold"',
    "box-title": ' FontStyle="Bold"',
    "bold": ' FontStyle="Bold"',
    "italic": ' FontStyle="Italic"',
    "bold-italic": ' FontStyle="Bold Italic"',
    "underline": ' Underline="true"',
    "strike": ' StrikeThru="true"',
    "superscript": ' Position="Superscript"',
    "subscript": ' Position="Subscript"',
}
"""How a style looks in a page that has none of this name."""


def written(words: str) -> str:
    """Give text that may stand in an element."""
    return escape(NOT_TEXT.sub("", words), quote=False)


def valued(words: str) -> str:
    """Give text that may stand in an attribute."""
    return escape(NOT_TEXT.sub("", words)).replace("\t", "&#9;").replace("\n", "&#10;")


def escaped_name(name: str) -> str:
    """Give a style's name as it stands in an id: a colon parts the group from the style."""
    return name.replace("%", "%25").replace(":", "%3a")


@dataclass(slots=True)
class Sheet:
    """Names the styles of a story and gathers those that are used."""

    names: StyleMap
    _used: dict[tuple[StyleKind, str], str] = field(default_factory=dict)

    def style(self, key: str, kind: StyleKind = StyleKind.PARAGRAPH) -> str:
        """Give the id of the style that an element is set in, ready for an attribute."""
        name = self.names.name(key) if key else ""
        if name:
            self._used.setdefault((kind, name), key)
        element, none = _ELEMENTS[kind]
        return valued(f"{element}/{escaped_name(name) or none}")

    def declared(self) -> str:
        """Give the groups that declare every style in use."""
        return "".join(
            f'<Root{element}Group Self="newsroom_{kind}_styles">\n{self._none(kind)}'
            f"{self._grouped(kind)}</Root{element}Group>\n"
            for kind, (element, _none) in ((one, _ELEMENTS[one]) for one in _ORDER)
        )

    def _none(self, kind: StyleKind) -> str:
        element, none = _ELEMENTS[kind]
        return f'<{element} Self="{element}/{none}" Name="{none}"/>\n'

    def _grouped(self, kind: StyleKind) -> str:
        """Give the styles of a kind, those of a group within it."""
        groups: dict[str, list[str]] = {}
        for (one, name), key in sorted(self._used.items()):
            if one is kind:
                groups.setdefault(name.rpartition(":")[0], []).append(_style(kind, name, key))
        return "".join(_group(kind, name.split(":") if name else [], lines) for name, lines in groups.items())


_ORDER = (StyleKind.CHARACTER, StyleKind.PARAGRAPH, StyleKind.TABLE)


def _style(kind: StyleKind, name: str, key: str) -> str:
    element, none = _ELEMENTS[kind]
    based = f'<Properties><BasedOn type="object">{element}/{none}</BasedOn></Properties>'
    return (
        f'<{element} Self="{valued(f"{element}/{escaped_name(name)}")}" Name="{valued(name)}"{_LOOKS.get(key, "")}>'
        f"{based}</{element}>\n"
    )


def _group(kind: StyleKind, path: list[str], lines: Iterable[str]) -> str:
    element = f"{_ELEMENTS[kind][0]}Group"
    inner = "".join(lines)
    for depth in range(len(path), 0, -1):
        name = ":".join(path[:depth])
        self_ = valued(f"{element}/{escaped_name(name)}")
        inner = f'<{element} Self="{self_}" Name="{valued(name)}">\n{inner}</{element}>\n'
    return inner


def attributes(values: Mapping[str, str]) -> str:
    """Give attributes as they stand in a tag."""
    return "".join(_attributes(values))


def _attributes(values: Mapping[str, str]) -> Iterator[str]:
    for name, value in values.items():
        yield f' {name}="{valued(value)}"'
