"""Sending stories out: the embargo obeyed by audience, each file whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.naming import file_name
from newsroom.desk.renditions import rendered
from newsroom.desk.reports import ExportReport, Loss, Unwritten
from newsroom.desk.targets import Target, checked, endings, target, writable
from newsroom.domain.errors import Embargoed, Known, WrongValue
from newsroom.translation import N_, language, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.formats import Format, Writing, Written
    from newsroom.formats.cms import Piece
    from newsroom.translation import Message

Pages = tuple[bytes, ...]


class Output:
    """What sends stories out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def permit(self, article: Article, to: str = "") -> None:
        """Raise Embargoed where readers, or partners, may not have the story yet.

        Without a format it asks for readers. An embargo line that nobody could read blocks as well.
        """
        from newsroom.formats import Audience, by_name

        if to and by_name(to).audience not in {Audience.READER, Audience.PARTNER}:
            return
        if article.embargo_line:
            raise Embargoed(
                msg(
                    N_("The embargo line “{line}” could not be read. Set the embargo first, or clear it."),
                    line=article.embargo_line,
                )
            )
        if article.embargo and article.embargo > self._desk.clock():
            raise Embargoed(msg(N_("Under embargo until {time}."), time=self._shown(article)))

    def _shown(self, article: Article) -> str:
        from newsroom.text import dates

        assert article.embargo
        return dates.show(article.embargo, self._desk.zone, language())

    def bytes(self, article: Article, to: str) -> Written:
        """Give a story as the bytes of a file; raises Embargoed, and NotFound for an unknown format."""
        return self._written(article, writable(to), self._writing())

    def _written(self, article: Article, form: Format, writing: Writing) -> Written:
        self.permit(article, form.name)
        assert form.write
        return form.write(*rendered(article, form, writing, self._desk.guard))

    def _writing(self) -> Writing:
        from newsroom.formats import Writing

        return Writing(
            house=self._desk.house,
            now=self._desk.clock(),
            language=language(),
            genres={genre.key: genre.name for genre in self._desk.library.genres()},
            picture=self._desk.library.picture,
        )

    def printed_lines(self, article: Article) -> int:
        """Give how many lines a story has in the house's print, as its galley proof numbers them."""
        from newsroom.formats.pdf.press import printed_lines

        return printed_lines(article, self._writing())

    def proof_pages(self, article: Article) -> Pages:
        """Give the pages of a story's galley proof as pictures, for the eyes of the newsroom."""
        from newsroom.formats.pdf.press import pages

        return pages(article, self._writing())

    def rescue(self, article: Article, path: Path) -> tuple[Message, ...]:
        """Write a story that the library cannot take as a Word file; give what that cannot hold.

        No embargo forbids it, as the text goes to who writes it. Raises NotWritten.
        """
        from newsroom.formats.files import atomic_write

        form = writable("docx")
        assert form.write
        written = form.write(article, self._writing())
        atomic_write(path, written.data, checked(form))
        return tuple(written.losses)

    def copy(self, article: Article) -> Mapping[str, Piece]:
        """Give headline, kicker, lead and body, each as HTML and as text, for pasting into a CMS."""
        from newsroom.formats import cms

        self.permit(article)
        return cms.pieces(*rendered(article, writable("html-fragment"), self._writing(), self._desk.guard))

    def names(self, articles: Iterable[Article], to: str, pattern: str = "") -> tuple[str, ...]:
        """Give the file names an export would make, in order, before any ``(2)``."""
        form, house, now = writable(to), self._desk.house, self._desk.clock()
        chosen = pattern or house.file_pattern
        return tuple(file_name(one, chosen, endings(form)[0], house.zone, now) for one in articles)

    def export(
        self,
        ids: Iterable[int],
        to: str,
        out: Path | None = None,
        pattern: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ExportReport:
        """Write stories into files: one story into a named file, or each into a folder by the pattern.

        A file that was named is replaced; names made by the pattern never replace one. What is forbidden
        or cannot be written is told and does not stop the rest.
        """
        meant = tuple(dict.fromkeys(ids))
        form = writable(to)
        place = target(out, form, len(meant))
        writing = self._writing()
        report = ExportReport()
        for done, id_ in enumerate(meant):
            if cancelled and cancelled():
                return report + ExportReport(cancelled=True)
            if progress:
                progress(done, len(meant), str(id_))
            report += self._export_one(id_, form, place, pattern, writing)
        if progress:
            progress(len(meant), len(meant), "")
        return report

    def _export_one(
        self, id_: int, form: Format, place: Target, pattern: str, writing: Writing
    ) -> ExportReport:
        from newsroom.formats.files import atomic_write

        try:
            article = self._desk.library.article(id_)
            written = self._written(article, form, writing)
            path = place.path(self.names([article], form.name, pattern)[0])
            atomic_write(path, written.data, checked(form))
        except WrongValue:
            raise
        except Known as error:
            return ExportReport(refused=(Unwritten(id_, error),))
        return ExportReport((path,), losses=tuple(Loss(path, message) for message in written.losses))
