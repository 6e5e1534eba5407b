"""One export on its way: stories read in order, written on all cores, each file whole or not at all."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from newsroom.desk.naming import collection_name, file_name
from newsroom.desk.placing import Place, Places, put
from newsroom.desk.presses import MOST_PRESSES, Presses, collected, no_picture
from newsroom.desk.renditions import Album, rendered
from newsroom.desk.reports import ExportReport, Loss, Unwritten
from newsroom.desk.targets import endings
from newsroom.domain.errors import Known, NotFound, Refused
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.formats import Format, Writing
    from newsroom.formats.guard import Guard
    from newsroom.library.door import Library
    from newsroom.translation import Message

AT_ONCE = 100
"""So many stories are read together; no more are in memory where each gets a file."""


@dataclass(frozen=True, slots=True)
class Way:
    """What an export was decided to be: format and names, and who may have a story."""

    form: Format
    pattern: str
    zone: str
    now: datetime
    permit: Callable[[Article], None]
    """Raises Embargoed."""
    trust: Callable[[Article], Message | None]
    """Gives what is to be said of a story that goes out before its time."""

    def name(self, article: Article, number: int = 1) -> str:
        """Give the name of the file of the story that goes out as so-manieth, with its folders."""
        return file_name(article, self.pattern, endings(self.form)[0], self.zone, self.now, number)

    def collection(self) -> str:
        """Give the name of one file for all."""
        return collection_name(self.pattern, endings(self.form)[0], self.zone, self.now)


def read(library: Library, ids: Sequence[int]) -> Iterator[tuple[int, Article | None]]:
    """Give stories in order, so many at a time, each with its number; None where it is gone."""
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        found = {article.id: article for article in library.stories.articles(some)}
        yield from ((id_, found.get(id_)) for id_ in some)


def gone(id_: int) -> NotFound:
    """Give the error for a story that is not there."""
    return NotFound(msg(N_("There is no story with the number {id}."), id=id_))


class Dispatch:
    """Sends the stories of one export out."""

    def __init__(self, library: Library, guard: Guard, way: Way, writing: Writing, places: Places) -> None:
        self._library, self._guard, self._way, self._writing = library, guard, way, writing
        self._places = places

    # One file each

    def each(self, ids: Sequence[int], progress: Progress, cancelled: Cancelled) -> ExportReport:
        """Write each story into a file of its own; what cannot be written is told and does not stop the rest."""
        cores = min(os.cpu_count() or 1, MOST_PRESSES)
        parts: list[ExportReport] = []
        waiting: deque[Future[ExportReport]] = deque()
        with (
            Presses(self._way.form, len(ids)) as presses,
            ThreadPoolExecutor(2 * cores, "newsroom-export") as threads,
        ):
            for number, (id_, article) in enumerate(read(self._library, ids), 1):
                if cancelled():
                    parts.append(ExportReport(cancelled=True))
                    break
                progress(len(parts), len(ids), article.headline if article else "")
                waiting.append(self._begun((id_, number), article, presses, threads))
                while len(waiting) > 3 * cores:
                    parts.append(waiting.popleft().result())
            parts += [future.result() for future in waiting]
        return ExportReport.of(parts)

    def _begun(
        self, story: tuple[int, int], article: Article | None, presses: Presses, threads: ThreadPoolExecutor
    ) -> Future[ExportReport]:
        """Give a story its place, in this thread so that names are given in order, and have it written."""
        id_, number = story
        try:
            if article is None:
                raise gone(id_)
            self._way.permit(article)
            place = self._places.place(self._way.name(article, number), partial(self._is_of, article))
        except Known as error:
            return threads.submit(ExportReport, refused=(Unwritten(id_, error),))
        return threads.submit(self._write, article, place, presses)

    def _is_of(self, article: Article, former: bytes) -> bool:
        """Tell whether a file that would be renewed is of this story, as far as it says whose it is."""
        from newsroom.formats import Reading

        if self._way.form.read is None:
            return True
        try:
            stories = self._guard.read(("", former), Reading(house=self._writing.house), self._way.form.name)
        except Refused:
            return True
        named = {one.origin.uid for one in stories if one.origin}
        named |= {one.article.uid for one in stories if one.past is not None}
        return not named or article.uid in named

    def _write(self, article: Article, place: Place, presses: Presses) -> ExportReport:
        writing = replace(self._writing, stem=place.path.stem, former=place.former)
        try:
            written = presses.write(*self._ready(article, writing))
            put(place.path, written, self._way.form)
        except Known as error:
            return ExportReport(refused=(Unwritten(article.id, error),))
        said = self._way.trust(article)
        losses = (*((said,) if said else ()), *written.losses)
        return ExportReport((place.path,), losses=tuple(Loss(place.path, one) for one in losses), stories=1)

    def _ready(self, article: Article, writing: Writing) -> tuple[Article, Writing]:
        """Give a story with its pictures ready, and a writing that can be sent to another process."""
        shown, ready = rendered(article, self._way.form, writing, self._guard)
        if ready is writing and not self._way.form.hands_over:
            ready = replace(writing, picture=no_picture)
        return shown, ready

    # One file for all

    def together(self, ids: Sequence[int], progress: Progress, cancelled: Cancelled) -> ExportReport:
        """Write the stories that may go out into one file, in order; the others are told."""
        album = Album(self._way.form, self._writing, self._guard)
        refused: list[Unwritten] = []
        for done, (id_, article) in enumerate(read(self._library, ids)):
            if cancelled():
                return ExportReport(refused=tuple(refused), cancelled=True)
            progress(done, len(ids), article.headline if article else "")
            try:
                album.add(self._permitted(id_, article))
            except Known as error:
                refused.append(Unwritten(id_, error))
        report = ExportReport(refused=tuple(refused))
        return report + self._collected(album) if album.stories else report

    def _permitted(self, id_: int, article: Article | None) -> Article:
        if article is None:
            raise gone(id_)
        self._way.permit(article)
        return article

    def _collected(self, album: Album) -> ExportReport:
        try:
            place = self._places.place(self._way.collection())
            writing = album.writing(place.path.stem, place.former)
            written = collected(self._way.form, album.stories, writing)
            put(place.path, written, self._way.form)
        except Known as error:
            return ExportReport(refused=tuple(Unwritten(one.id, error) for one in album.stories))
        trusted = filter(None, map(self._way.trust, album.stories))
        losses = tuple(Loss(place.path, one) for one in dict.fromkeys((*trusted, *written.losses)))
        return ExportReport((place.path,), losses=losses, stories=len(album.stories))
