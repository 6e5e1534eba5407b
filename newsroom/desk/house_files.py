"""Files that settings of the house name: templates, kept in the library as pictures are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.desk.sources import load
from newsroom.domain.errors import NotFound, Refused
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.settings import Setting

MOST_BYTES = 5 << 20
"""A larger template is refused: it goes into every file that is written."""


@dataclass(frozen=True, slots=True)
class Check:
    """Looks at a template of the house; done in a reading process."""

    data: bytes
    form: str

    def run(self) -> None:
        """Raise Refused where it is no template of its format."""
        from newsroom.formats import by_name

        look = by_name(self.form).check_template
        if look is None:
            raise Refused(msg(N_("There is no template for “{form}”."), form=self.form))
        look(self.data)


def keep(desk: Desk, known: Setting, path: Path) -> str:
    """Keep the file of a setting and give its SHA-256; raises Refused with the reason."""
    from newsroom.formats import by_name

    data = load(path)
    if not isinstance(data, bytes):
        raise Refused(data.message)
    if len(data) > MOST_BYTES:
        raise Refused(
            msg(
                N_("The template is too large: at most {most} MB. Take pictures out of it."),
                most=MOST_BYTES >> 20,
            )
        )
    desk.guard.do(Check(data, known.file))
    return desk.library.pictures.add(data, by_name(known.file).mime)


def copy(kept: Callable[[str], bytes | None], name: str, known: Setting, path: Path) -> None:
    """Write a kept file to a place, or the sample where there is none; raises NotFound and NotWritten."""
    from newsroom import resources
    from newsroom.formats import by_name
    from newsroom.formats.files import atomic_write

    sample = by_name(known.file).sample_template
    data = kept(name) if name else resources.find(*sample).read_bytes() if sample else None
    if data is None:
        raise NotFound(msg(N_("The library holds no such file any more. Choose it again.")))
    atomic_write(path, data)
