"""Sending stories out: the embargo obeyed by audience, each file whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.desk.dispatch import Dispatch, Way, gone, read
from newsroom.desk.embargoes import appears, audience_of, permit, trust
from newsroom.desk.naming import check_pattern
from newsroom.desk.placing import Places, put
from newsroom.desk.renditions import rendered
from newsroom.desk.reports import ExportReport, Unwritten
from newsroom.desk.targets import collectable, target, writable
from newsroom.domain.errors import Embargoed, LibraryUnusable, NotAllowed, NotFound
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.domain.handover import Former, Past
from newsroom.formats import Audience
from newsroom.translation import language

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.formats import Format, Writing, Written
    from newsroom.formats.cms import Piece
    from newsroom.translation import Message

Pages = tuple[bytes, ...]
Standing = bytes | None
"""What stands at the place that is written to."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an export would do: the names of its files, and the stories that would not go out."""

    names: tuple[str, ...]
    held: tuple[Unwritten, ...] = ()


class Output:
    """What sends stories out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def permit(self, article: Article, to: str = "") -> None:
        """Raise Embargoed where readers, or partners, may not have the story yet, and LegallyBlocked where nobody may.

        Without a format it asks for readers. An embargo line that nobody could read blocks as well.
        """
        from newsroom.formats import by_name

        self.allow(article, by_name(to).audience if to else Audience.READER)

    def allow(self, article: Article, audience: Audience, *, trusted: bool = False) -> None:
        """Raise where a story may not go to an audience: this is asked at every door."""
        self._desk.blocking.permit(article)
        on_page = article.embargo is not None and audience is Audience.PAGE
        hour = appears(article, self._desk) if on_page else None
        permit(article, audience, self._desk.clock(), self._desk.zone, trusted=trusted, appears=hour)

    def bytes(self, article: Article, to: str) -> Written:
        """Give a story as the bytes of a file; raises Embargoed, and NotFound for an unknown format."""
        form = writable(to)
        self.permit(article, form.name)
        return self.made(article, form)

    def made(
        self, article: Article, form: Format, profile: str = "", stem: str = "", former: Standing = None
    ) -> Written:
        """Give a story as the bytes of a file and of those beside it, whose names begin with the stem.

        Whoever calls has asked `allow` whether it may go.
        """
        assert form.write
        writing = replace(self._writing(form, profile), stem=stem, former=former)
        return form.write(*rendered(article, form, writing, self._desk.guard))

    def _writing(self, form: Format | None = None, profile: str = "") -> Writing:
        from newsroom.formats import Writing

        writing = Writing(
            house=self._desk.house,
            now=self._desk.clock(),
            language=language(),
            genres={genre.key: genre.name for genre in self._desk.library.house.genres()},
            picture=self._desk.library.pictures.get,
            profile=profile,
        )
        return replace(writing, past=self._past) if form and form.hands_over else writing

    def _past(self, article: Article) -> Past | None:
        """Give the versions and the journal of a kept story."""
        library = self._desk.library
        if not article.id:
            return None
        versions = reversed(library.history.revisions(article.id))
        former = (Former(one, library.history.revision(article.id, one.version)) for one in versions)
        return Past(tuple(former), library.history.journal(article.id))

    def printed_lines(self, article: Article) -> int:
        """Give how many lines a story has in the house's print, as its galley proof numbers them."""
        from newsroom.formats.pdf.proofs import printed_lines

        return printed_lines(article, self._writing())

    def proof_pages(self, article: Article) -> Pages:
        """Give the pages of a story's galley proof as pictures, for the eyes of the newsroom."""
        from newsroom.formats.pdf.proofs import pages

        return pages(article, self._writing())

    def rescue(self, article: Article, path: Path) -> tuple[Message, ...]:
        """Write a story that the library cannot take as a Word file; give what that cannot hold.

        No embargo forbids it, as the text goes to who writes it: as a proof, stamped. Raises NotWritten, and
        LegallyBlocked where the library can still tell that a block stands.
        """
        with suppress(LibraryUnusable):
            self._desk.blocking.permit(article)
        form = writable("docx-review")
        assert form.write
        written = form.write(article, self._writing())
        put(path, written, form)
        return tuple(written.losses)

    def copy(self, article: Article) -> Mapping[str, Piece]:
        """Give headline, kicker, lead and body, each as HTML and as text, for pasting into a CMS."""
        from newsroom.formats import cms

        self.permit(article)
        return cms.pieces(*rendered(article, writable("html-fragment"), self._writing(), self._desk.guard))

    def names(
        self, articles: Iterable[Article], to: str | ExportProfile, pattern: str = ""
    ) -> tuple[str, ...]:
        """Give the file names an export would make, in order, before any ``(2)``, folders parted by slashes."""
        way = self._way(_meant(to, pattern))
        return tuple(way.name(article, number) for number, article in enumerate(articles, 1))

    def preview(
        self, ids: Sequence[int], profile: ExportProfile, cancelled: Cancelled | None = None
    ) -> Preview:
        """Give what an export would do, before anything is written; raises WrongValue as it would."""
        way = self._way(profile)
        names: list[str] = []
        held: list[Unwritten] = []
        for number, (id_, article) in enumerate(read(self._desk.library, ids), 1):
            if cancelled and cancelled():
                break
            try:
                if article is None:
                    raise gone(id_)
                way.permit(article)
                names.append(way.name(article, number))
            except (Embargoed, NotAllowed, NotFound) as error:
                held.append(Unwritten(id_, error))
        if profile.layout is Layout.ONE and names:
            names = [way.collection()]
        return Preview(tuple(names), tuple(held))

    def _way(self, profile: ExportProfile) -> Way:
        """Give what a profile means here; raises WrongValue for what cannot be."""
        form, house, now = writable(profile.format), self._desk.house, self._desk.clock()
        form = collectable(form) if profile.layout is Layout.ONE else form
        audience, pattern = audience_of(form, profile), profile.pattern or house.file_pattern
        check_pattern(pattern)

        def allowed(article: Article) -> None:
            self.allow(article, audience, trusted=profile.honours_embargo)

        def said(article: Article) -> Message | None:
            return trust(article, audience, now, house.zone)

        return Way(form, pattern, house.zone, now, allowed, said)

    def export(
        self,
        ids: Iterable[int],
        to: str | ExportProfile,
        out: Path | None = None,
        pattern: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ExportReport:
        """Write stories into files by a profile, or in a format: into a named file, or a folder by the pattern.

        A file that was named is replaced; names made by the pattern never replace one, unless the profile
        renews. What is forbidden or cannot be written is told and does not stop the rest.
        """
        meant, profile = tuple(dict.fromkeys(ids)), _meant(to, pattern)
        way = self._way(profile)
        together = profile.layout is Layout.ONE
        places = Places(target(out, way.form, 1 if together else len(meant)), renew=profile.renew)
        writing = self._writing(way.form, profile.print_profile)
        dispatch = Dispatch(self._desk.library, self._desk.guard, way, writing, places)
        send = dispatch.together if together else dispatch.each
        report = send(meant, progress or _silent, cancelled or _never)
        if progress and not report.cancelled:
            progress(len(meant), len(meant), "")
        return report


def _meant(to: str | ExportProfile, pattern: str) -> ExportProfile:
    """Give the profile that is meant by a format's name or a profile, with another pattern where one is given."""
    profile = ExportProfile(format=to) if isinstance(to, str) else to
    return replace(profile, pattern=pattern) if pattern else profile


def _silent(_done: int, _total: int, _name: str) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False
