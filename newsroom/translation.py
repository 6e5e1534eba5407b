"""Every visible word, in the user's language: one gettext catalogue for window, command line and checks.

The source language is English. A sentence that is made where no language is known (a finding, an
error, an import note) travels as a `Message` and becomes words only where it is shown.
"""

from __future__ import annotations

import gettext as _gettext
import io
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from newsroom import resources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LANGUAGES = ("en", "de")
_THOUSANDS = {"en": ",", "de": "."}
_COUNTS = ("n", "most")
"""Gaps that hold a number of things, never a year or a number that names: their thousands are grouped."""
Value: TypeAlias = "str | int | float | Message"
"""What fills a gap; a message among them is said in the language of the sentence around it."""


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named gaps, kept untranslated: equal parts make equal messages."""

    text: str
    values: tuple[tuple[str, Value], ...] = ()
    plural: str = ""

    def __str__(self) -> str:
        """Give the English sentence, for logs and for tests."""
        return fill(self.plural if self.plural and self._count() != 1 else self.text, dict(self.values))

    def _count(self) -> Value:
        return dict(self.values).get("n", 1)


def msg(text: str, **values: Value) -> Message:
    """Make a message; gaps are written ``{name}``."""
    return Message(text, tuple(sorted(values.items())))


def msgs(text: str, plural: str, n: int, **values: Value) -> Message:
    """Make a message that counts: gap ``{n}`` chooses between its two forms."""
    return Message(text, tuple(sorted({**values, "n": n}.items())), plural)


def N_(text: str) -> str:
    """Mark a text for the catalogue and give it back untouched."""
    return text


def Ns_(text: str, plural: str) -> tuple[str, str]:
    """Mark the two forms of a counted text for the catalogue and give them back, for `msgs`."""
    return text, plural


_GAP = re.compile(r"([„“]?)\{(\w+)\}")
_INNER = str.maketrans("„“”»«", "‚‘’›‹")


def fill(text: str, values: Mapping[str, Value]) -> str:
    """Fill the gaps of a sentence; a gap without a value stays as it is written.

    What stands in quotation marks and brings its own gets single ones inside, as both languages set them.
    """

    def filled(gap: re.Match[str]) -> str:
        before, name = gap.groups()
        if name not in values:
            return gap[0]
        value = str(values[name])
        return before + (value.translate(_INNER) if before else value)

    return _GAP.sub(filled, text)


class _Speech:
    """The one language in use; a holder, so that `use` needs no global statement."""

    language = "en"
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def language() -> str:
    """Give the language in use, ``en`` or ``de``."""
    return _Speech.language


def use(code: str) -> str:
    """Speak this language from now on and give what is spoken: an unknown one becomes English."""
    chosen = code.replace("_", "-").split("-")[0].lower()
    _Speech.language = chosen if chosen in LANGUAGES else "en"
    _Speech.catalogue = _load(_Speech.language)
    return _Speech.language


def wanted(arguments: list[str], environment: Mapping[str, str] = os.environ) -> str:
    """Find the language asked for: ``--lang`` anywhere in the arguments, else the environment's."""
    for place, word in enumerate(arguments):
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
        if word == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    names = ("NEWSROOM_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return next((environment[name] for name in names if environment.get(name)), "en")


def _(text: str, /, **values: Value) -> str:
    """Say a text in the language in use and fill its gaps."""
    return fill(_Speech.catalogue.gettext(text) if text else "", _counted(values))


def ngettext(text: str, plural: str, n: int, /, **values: Value) -> str:
    """Say the form of a counted text that fits ``n``, which also fills the gap ``{n}``."""
    return fill(_Speech.catalogue.ngettext(text, plural, n), _counted({**values, "n": n}))


def grouped(number: int) -> str:
    """Write a number as the language in use groups its thousands."""
    return f"{number:,}".replace(",", _THOUSANDS[_Speech.language])


def tell(message: Message) -> str:
    """Say a message in the language in use, and the messages in its gaps too."""
    values = {name: tell(value) if isinstance(value, Message) else value for name, value in message.values}
    count = values.get("n", 1)
    if message.plural and isinstance(count, int):
        said = _Speech.catalogue.ngettext(message.text, message.plural, count)
        return fill(said, _counted({**values, "n": count}))
    return fill(_Speech.catalogue.gettext(message.text) if message.text else "", _counted(values))


def _counted(values: Mapping[str, Value]) -> dict[str, Value]:
    """Write out the numbers of things among what fills the gaps."""
    return {
        name: grouped(value) if name in _COUNTS and isinstance(value, int) else value
        for name, value in values.items()
    }


def _load(code: str) -> _gettext.NullTranslations:
    """Give the catalogue of a language, compiling it first where a checkout has only its source."""
    source = resources.find("locale", code, "LC_MESSAGES", "newsroom.po")
    compiled = source.with_suffix(".mo")
    if not source.is_file() and not compiled.is_file():
        return _gettext.NullTranslations()
    if not _fresh(source, compiled):
        return _gettext.GNUTranslations(io.BytesIO(_compile(source, compiled)))
    with compiled.open("rb") as file:
        return _gettext.GNUTranslations(file)


def _fresh(source: Path, compiled: Path) -> bool:
    if not compiled.is_file():
        return False
    return not source.is_file() or compiled.stat().st_mtime >= source.stat().st_mtime


def _compile(source: Path, compiled: Path) -> bytes:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalogue = read_po(file)
    held = io.BytesIO()
    write_mo(held, catalogue)
    with suppress(OSError):  # a read-only checkout compiles anew at each start
        compiled.write_bytes(held.getvalue())
    return held.getvalue()
