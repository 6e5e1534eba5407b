"""Files from one format into another without a library: read behind the guard, written whole or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.desk.embargoes import audience_of, permit
from newsroom.desk.illustrations import illustrated
from newsroom.desk.placing import Places, put
from newsroom.desk.presses import collected
from newsroom.desk.renditions import Album
from newsroom.desk.reports import Loss, Refusal
from newsroom.desk.sources import files
from newsroom.desk.targets import by_ending, collectable, endings, target, writable
from newsroom.domain.errors import Embargoed, Known, WrongValue
from newsroom.domain.export_profile import ExportProfile
from newsroom.formats import Writing
from newsroom.settings import House
from newsroom.translation import N_, language, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.desk.targets import Target
    from newsroom.domain.article import Article
    from newsroom.domain.body import Picture
    from newsroom.formats import Format, Incoming, Written
    from newsroom.formats.guard import Guard
    from newsroom.translation import Message


@dataclass(frozen=True, slots=True)
class ConvertReport:
    """What a conversion did; a file that was not read or not written is refused with the reason."""

    written: tuple[Path, ...] = ()
    stories: int = 0
    refused: tuple[Refusal, ...] = ()
    losses: tuple[Loss, ...] = ()
    cancelled: bool = False
    held: bool = False
    """Whether an embargo kept one of them."""

    def __add__(self, other: ConvertReport) -> ConvertReport:
        """Give both together."""
        return ConvertReport(
            self.written + other.written,
            self.stories + other.stories,
            self.refused + other.refused,
            self.losses + other.losses,
            self.cancelled or other.cancelled,
            self.held or other.held,
        )


@dataclass(frozen=True, slots=True)
class _Read:
    """A story that was read, from which file, and its pictures by their SHA-256."""

    file: Path
    name: str
    article: Article
    pictures: dict[str, bytes]
    losses: tuple[Message, ...]


class Converter:
    """Turns files of one format into another."""

    def __init__(self, guard: Guard, clock: Callable[[], datetime], house: House | None = None) -> None:
        self._guard, self._clock, self._house = guard, clock, house or House()

    def convert(
        self,
        sources: Sequence[Path],
        out: Path,
        to: str = "",
        audience: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ConvertReport:
        """Write the stories of files into a file, or one each into a folder; raises WrongValue.

        Without a format it is the one that the ending of the file asks for.
        """
        found = list(files(sources))
        refused = tuple(one for one in found if isinstance(one, Refusal))
        paths = [one for one in found if not isinstance(one, Refusal)]
        form = writable(to) if to else by_ending(out)
        place = target(out, form, 1)
        _check_apart(place, paths)
        audience_of(form, ExportProfile(format=form.name, audience=audience))
        work = _Work(self, form, place, audience)
        report = ConvertReport(refused=refused)
        stories = self._read(paths, progress, cancelled or _never)
        send = work.together if place.one_file else work.each
        report += send(stories)
        return replace(report, cancelled=bool(cancelled and cancelled()))

    def _read(
        self, paths: Sequence[Path], progress: Progress | None, cancelled: Cancelled
    ) -> Iterator[_Read | Refusal]:
        """Give the stories of files in order, each file read in a process of the guard."""
        from newsroom.formats import Reading

        reading = Reading(house=self._house, now=self._clock(), languages=self._house.detectable)
        outcomes = self._guard.read_many(paths, reading, progress, cancelled)
        for path, outcome in zip(paths, outcomes, strict=False):
            if outcome.refused:
                yield Refusal(str(path), outcome.refused)
            for number, story in enumerate(outcome.stories, 1):
                name = path.stem if len(outcome.stories) == 1 else f"{path.stem}-{number}"
                yield _pictured(path, name, story)

    def written(self, form: Format, stories: Sequence[_Read], stem: str, former: bytes | None) -> Written:
        """Give the bytes of one file that holds stories, their pictures made ready for the format."""
        album = Album(form, self.writing(), self._guard)
        for one in stories:
            album.add(one.article, one.pictures.get)
        return collected(form, album.stories, album.writing(stem, former))

    def writing(self) -> Writing:
        """Give what a writer may know here."""
        return Writing(house=self._house, now=self._clock(), language=language())


class _Work:
    """One conversion: what goes where."""

    def __init__(self, converter: Converter, form: Format, place: Target, audience: str) -> None:
        self._converter, self._form = converter, form
        self._places, self._writing = Places(place), converter.writing()
        profile = ExportProfile(format=form.name, audience=audience)
        self._audience = audience_of(form, profile)

    def each(self, stories: Iterable[_Read | Refusal]) -> ConvertReport:
        """Write each story into a file of its own."""
        report = ConvertReport()
        for one in stories:
            report += ConvertReport(refused=(one,)) if isinstance(one, Refusal) else self._put([one])
        return report

    def together(self, stories: Iterable[_Read | Refusal]) -> ConvertReport:
        """Write all stories into one file; nothing is written where one of them was not read."""
        found = list(stories)
        refused = tuple(one for one in found if isinstance(one, Refusal))
        meant = [one for one in found if not isinstance(one, Refusal)]
        if refused or not meant:
            return ConvertReport(refused=refused)
        if len(meant) > 1:
            collectable(self._form)
        return self._put(meant)

    def _put(self, stories: Sequence[_Read]) -> ConvertReport:
        first = stories[0]
        try:
            for one in stories:
                house, hour = self._writing.house, one.article.publish_time
                permit(one.article, self._audience, self._writing.now, house.zone, appears=hour)
            place = self._places.place(first.name + endings(self._form)[0])
            written = self._converter.written(self._form, stories, place.path.stem, place.former)
            put(place.path, written, self._form)
        except WrongValue:
            raise
        except Known as error:
            refused = tuple(Refusal(str(one.file), error.message) for one in stories)
            return ConvertReport(refused=refused, held=isinstance(error, Embargoed))
        losses = (*(loss for one in stories for loss in one.losses), *written.losses)
        told = tuple(Loss(place.path, loss) for loss in dict.fromkeys(losses))
        return ConvertReport((place.path,), len(stories), losses=told)


def _pictured(path: Path, name: str, incoming: Incoming) -> _Read:
    """Give a story with its pictures, those that lie beside the file among them."""
    pictures = dict(incoming.pictures)

    def keep(data: bytes, _mime: str) -> str:
        asset = hashlib.sha256(data).hexdigest()
        pictures[asset] = data
        return asset

    article, lost = illustrated(incoming.article, path.parent, keep, _as_it_is)
    return _Read(path, name, article, pictures, (*incoming.losses, *lost))


def _as_it_is(picture: Picture) -> Picture:
    return picture


def _check_apart(place: Target, sources: Iterable[Path]) -> None:
    """Raise WrongValue where a file would be written over one that is read."""
    if place.one_file and any(one.resolve() == place.place.resolve() for one in sources):
        text = N_("“{name}” is one of the files to be read. Choose another name.")
        raise WrongValue(msg(text, name=place.place.name))


def _never() -> bool:
    return False
