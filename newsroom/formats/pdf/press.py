"""Has Typst set type; nobody else knows it.

A document's data goes in as JSON and is shown as text, never read as markup. The only folder that a document
can see was made for it; fonts are the house's, and the machine's only where a profile names one of those;
packages cannot be loaded.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsroom import resources
from newsroom.domain.print_profile import BUNDLED

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

    from newsroom.formats.pdf.forms import Form

SCREEN, PAPER = 168.0, 300.0
"""Pixels an inch, for a screen that is twice as fine as usual ones, and for a printer."""
_STANDARDS: tuple[tuple[PDFStandard, ...], ...] = (("a-2a", "ua-1"), ("a-2a",), ("a-2b",), ())
"""What a PDF shall be, from the most to the least: kept for ever and read aloud, kept for ever, tagged."""
_NO_LETTER = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
_DOCUMENT = ("shared", "{form}", "document")
_LETTERS = """#let data = json(bytes(sys.inputs.story))
#set text(font: (data.face,), size: 100pt, fallback: false)
#let wide(letter) = measure("n" + letter + "n").width / 1pt
#context [#metadata(data.letters.map(wide))<wide>]
"""


class NotSet(Exception):
    """Typst could not set a document."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the rank of the standards it keeps to; 0 is the highest."""

    data: bytes
    rank: int


class Press:
    """Sets one document whose data and pictures lie in a folder; the folder is the caller's."""

    def __init__(self, source: str, data: dict[str, Any], folder: Path, fonts: Fonts) -> None:
        import typst

        (folder / "document.typ").write_text(source, encoding="utf-8")
        nowhere = str(folder / "none")
        self._fault = typst.TypstError
        self._press: Compiler = typst.Compiler(
            str(folder / "document.typ"),
            root=str(folder),
            font_paths=fonts,
            ignore_system_fonts=True,
            sys_inputs={"story": json.dumps(data, ensure_ascii=False)},
            package_path=nowhere,
            package_cache_path=nowhere,
        )
        self.unshown: list[str] = []

    def pdf(self, seconds: int, rank: int = 0) -> Printed:
        """Give the document as PDF/A that is accessible, or as near to it as its story allows.

        A rank above 0 leaves the first standards out.
        """
        for number, standards in enumerate(_STANDARDS[rank:], rank):
            try:
                data = self._press.compile(format="pdf", timestamp=seconds, pdf_standards=list(standards))
            except self._fault as error:
                self.unshown += [one for one in _NO_LETTER.findall(error.message) if one not in self.unshown]
                if not standards:
                    raise NotSet(error.message) from error
            else:
                assert isinstance(data, bytes)  # a PDF is one file however many pages it has
                return Printed(data, number)
        raise NotSet

    def pictures(self, fineness: float) -> tuple[bytes, ...]:
        """Give the pages as pictures (PNG) of so many pixels an inch."""
        try:
            drawn = self._press.compile(format="png", ppi=fineness)
        except self._fault as error:
            raise NotSet(error.message) from error
        return (drawn,) if isinstance(drawn, bytes) else tuple(drawn or ())

    def values(self, label: str) -> list[Any]:
        """Give what the document says under a label."""
        try:
            found: list[Any] = json.loads(self._press.query(f"<{label}>", field="value"))
        except (self._fault, RuntimeError) as error:
            raise NotSet(str(error)) from error
        return found


def source(form: Form) -> str:
    """Give the template of a form."""
    names = (part.format(form=form.value) for part in _DOCUMENT)
    return "\n".join(
        resources.find("templates", "typst", f"{name}.typ").read_text(encoding="utf-8") for name in names
    )


def contents() -> str:
    """Give the template of the list of what stands in a collection."""
    return resources.find("templates", "typst", "contents.typ").read_text(encoding="utf-8")


def widths(face: str, folder: str, letters: str, at: Path) -> dict[str, float]:
    """Give how wide letters of a type are, in thousandths of its size; raises NotSet."""
    data = {"face": face, "letters": ["", *letters]}
    found = Press(_LETTERS, data, at, fonts(face, folder)).values("wide")[0]
    return {letter: round((wide - found[0]) * 10) for letter, wide in zip(letters, found[1:], strict=True)}


def has(face: str, folder: str = "") -> bool:
    """Tell whether a type is to be had: brought by the program, of the machine, or in the house's folder."""
    return face in BUNDLED or face in fonts(face, folder).families()


def faces(folder: str = "") -> tuple[str, ...]:
    """Give the types that are to be had, those that the program brings first."""
    others = sorted(set(_fonts(folder, machine=True).families()) - set(BUNDLED), key=str.casefold)
    return (*BUNDLED, *others)


def fonts(face: str, folder: str) -> Fonts:
    """Give the type to set with: the house's own, and more only where one of those is asked for."""
    return _fonts(folder, machine=face not in BUNDLED)


@cache
def _fonts(folder: str, *, machine: bool) -> Fonts:
    import typst

    own = [folder] if folder and machine and Path(folder).is_dir() else []
    places = [*map(str, resources.fonts()), *own]
    return typst.Fonts(include_system_fonts=machine, include_embedded_fonts=True, font_paths=places)
