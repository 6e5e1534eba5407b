"""Print at the desk: the house's profiles, their lines fitted to its printed stories, and pages on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.intake import read_body
from newsroom.domain.body import paragraphs
from newsroom.domain.errors import NotFound, Refused, WrongValue
from newsroom.domain.print_profile import (
    alike_in_type,
    from_file,
    of_house,
    proper,
    to_file,
    write_profiles,
)
from newsroom.translation import N_, language, msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.domain.print_profile import PrintProfile
    from newsroom.formats import Writing, Written
    from newsroom.text.calibration import Calibration, Printed

FORMS = ("pdf", "pdf-columns", "pdf-reading")
"""The formats a story is printed in."""
_LARGEST_FILE = 1_000_000
_MOST_LINES = 5_000


class Printing:
    """What knows how the house prints."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def profiles(self) -> tuple[PrintProfile, ...]:
        """Give the house's profiles, its own first."""
        return of_house(self._desk.preferences.house)

    def profile(self, name: str) -> PrintProfile:
        """Give a profile by its name, the first where none is given; raises NotFound."""
        profiles = self.profiles()
        found = next((one for one in profiles if one.name == name), None) if name else profiles[0]
        if found is None:
            names = ", ".join(one.name for one in profiles)
            text = N_("There is no print profile “{name}”. There are: {all}.")
            raise NotFound(msg(text, name=name, all=names))
        return found

    def put(self, profiles: Sequence[PrintProfile]) -> Changes:
        """Keep these as the house's profiles, the letters of their type measured; raises NotAllowed, WrongValue."""
        wanted = [self.measured(one) for one in map(proper, profiles)]
        names = [one.name for one in wanted]
        if not all(names) or len(set(names)) < len(names):
            raise WrongValue(msg(N_("Each print profile needs a name of its own.")))
        return self._desk.preferences.set_house({"print_profiles": write_profiles(wanted)})

    def measured(self, profile: PrintProfile) -> PrintProfile:
        """Give a profile with the widths of its type's letters, measured anew where its type is another."""
        kept = next((one for one in self.profiles() if one.name == profile.name), None)
        if profile.widths and kept and kept.widths and alike_in_type(kept, profile):
            return profile
        from newsroom.formats.pdf.proofs import measured

        return measured(profile)

    def faces(self, folder: str = "") -> tuple[str, ...]:
        """Give the types that can be set here, with those in a folder of the house."""
        from newsroom.formats.pdf.press import faces

        return faces(folder)

    def read(self, path: Path) -> tuple[PrintProfile, ...]:
        """Give the profiles of a file; raises Refused."""
        refused = Refused(msg(N_("“{file}” holds no print profiles."), file=path.name))
        try:
            if path.stat().st_size > _LARGEST_FILE:
                raise refused
            return from_file(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise refused from error

    def take_in(self, path: Path) -> Changes:
        """Keep the profiles of a file, in the place of those with the same names; raises as `read` and `put`."""
        coming = self.read(path)
        names = {one.name for one in coming}
        kept = self.profiles() if self._desk.preferences.house.print_profiles else ()
        return self.put([*(one for one in kept if one.name not in names), *coming])

    def write(self, path: Path, profiles: Sequence[PrintProfile] = ()) -> None:
        """Write profiles into a file, all of the house where none are given; raises NotWritten."""
        from newsroom.formats.files import atomic_write

        atomic_write(path, to_file(profiles or self.profiles()).encode())

    # Lines fitted to what was printed

    def printed(self, path: Path, lines: int) -> Printed:
        """Give a printed story that lies in a file, with the lines it had; raises WrongValue."""
        from newsroom.text.calibration import Printed

        if not 0 < lines <= _MOST_LINES:
            text = N_("“{file}” needs the number of its printed lines, from 1 to {most}.")
            raise WrongValue(msg(text, file=path.name, most=_MOST_LINES))
        return Printed(read_body(path, self._desk), lines, self._desk.house.language)

    def pasted(self, words: str, lines: int) -> Printed:
        """Give a printed story that was pasted; each line is a paragraph, as newspapers' systems copy them."""
        from newsroom.text.calibration import Printed

        parts = (" ".join(part.split()) for part in words.splitlines())
        return Printed(paragraphs(filter(None, parts)), lines, self._desk.house.language)

    def calibrate(self, profile: PrintProfile, stories: Sequence[Printed]) -> Calibration:
        """Give a profile fitted to printed stories; nothing is kept. Raises WrongValue where none has text."""
        from newsroom.text.calibration import calibrated

        told = [one for one in stories if one.paragraphs]
        if not told:
            raise WrongValue(msg(N_("There is no printed story to fit the lines to.")))
        return calibrated(self.measured(profile), told)

    def keep(self, profile: PrintProfile) -> Changes:
        """Keep one profile in the place of that with its name, or behind the others."""
        profiles = self.profiles()
        if profile.name in {one.name for one in profiles}:
            return self.put([profile if one.name == profile.name else one for one in profiles])
        return self.put([*profiles, profile])

    def characters(self, profile: PrintProfile) -> Mapping[str, int]:
        """Give by language about how many characters fill a line."""
        from newsroom.formats.pdf.specimen import SPECIMENS
        from newsroom.text.calibration import characters_in

        return {code: characters_in(profile, text, code) for code, text in SPECIMENS.items()}

    def shown(self, profile: PrintProfile) -> tuple[PrintProfile, Mapping[str, int], bytes]:
        """Give a profile measured, its characters per line by language, and a picture (PNG) of a specimen."""
        from newsroom.formats.pdf.proofs import measured
        from newsroom.formats.pdf.specimen import drawn

        fit = proper(profile)
        fit = fit if fit.widths else measured(fit)
        return fit, self.characters(fit), drawn(fit, self._desk.house.language)

    # Pages

    def pages(self, article: Article, form: str, profile: str, *, paper: bool = False) -> tuple[bytes, ...]:
        """Give the pages of a proof as pictures; no embargo forbids a proof, which is stamped. Raises LegallyBlocked."""
        from newsroom.formats.pdf.forms import FORMS as SET
        from newsroom.formats.pdf.proofs import pages

        ready, writing = self._ready(article, form, profile)
        return pages(ready, writing, SET[form], paper=paper)

    def pdf(self, article: Article, form: str, profile: str) -> Written:
        """Give a proof as PDF; no embargo forbids it, but a legal block does: raises LegallyBlocked."""
        from newsroom.formats import by_name

        ready, writing = self._ready(article, form, profile)
        write = by_name(form).write
        assert write
        return write(ready, writing)

    def save(self, article: Article, form: str, profile: str, path: Path) -> Written:
        """Write a proof as PDF into a file; raises NotWritten."""
        from newsroom.formats.files import atomic_write

        written = self.pdf(article, form, profile)
        atomic_write(path, written.data)
        return written

    def _ready(self, article: Article, form: str, profile: str) -> tuple[Article, Writing]:
        """Give a story with its pictures made ready for paper."""
        from newsroom.desk.renditions import rendered
        from newsroom.formats import Writing, by_name

        desk = self._desk
        desk.blocking.permit(article)
        writing = Writing(
            house=desk.house,
            now=desk.clock(),
            language=language(),
            genres={genre.key: genre.name for genre in desk.library.house.genres()},
            picture=desk.library.pictures.get,
            profile=profile,
        )
        return rendered(article, by_name(form), writing, desk.guard)
