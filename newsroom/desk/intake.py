"""Bringing files in: found, read behind the guard, kept, judged; one broken file never stops the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from newsroom.desk.arriving import Arrival, Homes, traces
from newsroom.desk.batches import Batches, Source, loaded
from newsroom.desk.illustrations import illustrated, keep_carried
from newsroom.desk.leading import doubts
from newsroom.desk.renewing import Renewals, taken_back
from newsroom.desk.reports import CameBack, Imported, ImportReport, KnownSource, Refusal, Renewal
from newsroom.desk.returning import as_new
from newsroom.desk.sources import files, load
from newsroom.domain.body import Body, normal_body, paragraphs
from newsroom.domain.errors import Known, LibraryUnusable, Refused, WrongValue
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.batches import Batch
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.domain.finding import Finding
    from newsroom.formats import Incoming, Reading


@dataclass(frozen=True, slots=True)
class Looked:
    """A story of a file that was read and is not kept yet; its first lines may still be put right."""

    source: Source
    incoming: Incoming
    findings: tuple[Finding, ...] = ()

    @property
    def article(self) -> Article:
        """Give the story as it was recognised."""
        return self.incoming.article


_Answers = dict[str, "tuple[Arrival, ...] | Message"]
"""What became of each source, by its key."""


class Intake:
    """What brings files in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def read(
        self,
        paths: Iterable[Path],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        renewal: Renewal = Renewal.LEAVE,
    ) -> ImportReport:
        """Bring in files, and those in folders; says what came, what was refused, and what was known.

        A file whose story came in before and that has another text now is treated as the renewal says.

        Where the library takes no more the report says so; raises LibraryUnusable if it took nothing.
        """
        found = list(files(paths))
        report = ImportReport(refused=tuple(item for item in found if isinstance(item, Refusal)))
        meant = [item for item in found if not isinstance(item, Refusal)]
        batches = Batches(self._desk, progress, cancelled)
        refused: dict[str, Message] = {}
        renewals = Renewals(self._desk, renewal)
        try:
            for batch in batches.read(meant, self._reading()):
                report += self._keep_batch(batch, refused, renewals)
        except LibraryUnusable as error:
            if not (report.imported or report.known):
                raise
            return replace(report, stopped=error)
        if progress and not batches.cut_short:
            progress(len(meant), len(meant), "")
        return replace(report, cancelled=batches.cut_short)

    def look(self, path: Path) -> Looked | None:
        """Read the one new story of a file whose fields are guessed; nothing where `read` is to have it.

        So it is with folders, files that are known, refused or came back, and formats that tell their fields.
        """
        from newsroom.formats import by_content

        source = None if path.is_dir() else loaded(path)
        if not isinstance(source, Source) or self._desk.library.stories.known_source({source.key}):
            return None
        form = by_content(source.data, path.name)
        if form is None or form.certain:
            return None
        try:
            stories = self._desk.guard.read((path.name, source.data), self._reading())
        except Refused:
            return None
        if (
            len(stories) != 1
            or stories[0].past is not None
            or self._desk.returning.home(stories[0]) is not None
            or self._came_before(source, stories[0])
        ):
            return None
        return Looked(source, stories[0], self._desk.proofing.findings(stories[0].article))

    def _came_before(self, source: Source, incoming: Incoming) -> bool:
        known_by = traces(source, incoming.address, 1, 1)
        arrival = Arrival(source, source.key, incoming.article, (), traces=known_by)
        return bool(Homes(self._desk).homes([arrival]))

    def keep(self, looked: Looked, article: Article) -> ImportReport:
        """Keep a story that was looked at, put right or as it was recognised."""
        source = looked.source
        seen = replace(looked.incoming, article=article, recognised=())
        one = self._new(source, source.key, seen)
        one = replace(one, traces=traces(source, looked.incoming.address, 1, 1))
        imported, failed = self._keep([one])
        known = {} if imported else self._desk.library.stories.known_source({source.key})
        return ImportReport(
            tuple(kept for _, kept in imported),
            tuple(Refusal(str(source.path), words) for words in failed.values()),
            tuple(KnownSource(str(source.path), story) for story in known.values()),
        )

    def _keep_batch(self, batch: Batch, refused: dict[str, Message], renewals: Renewals) -> ImportReport:
        """Keep what was read of a batch; what was refused is noted by its key, for its copies."""
        answers = self._answers(batch)
        arrivals = [one for answer in answers.values() if not isinstance(answer, Message) for one in answer]
        failed: dict[str, Message] = {}
        returned = list(self._land([one for one in arrivals if one.back is not None], failed))
        fresh, known = self._parted([one for one in arrivals if one.back is None])
        parted = renewals.part(fresh)
        imported, unkept = self._keep(parted.fresh)
        renewed = list(renewals.land(parted.homes, failed))
        anew = taken_back((one, kept.id) for one, kept in imported if one.key in parted.anew)
        merged, same, back = self._merge(known, failed)
        returned += self._land(back, failed)
        failed |= unkept
        refused |= {key: answer for key, answer in answers.items() if isinstance(answer, Message)} | failed
        imported += merged
        same += parted.same
        came = (*imported, *returned, *same, *parted.homes)
        added = {arrival.key for arrival, _ in came}
        overtaken = (source for key, source in batch.new.items() if key not in added)
        again = (*batch.again(), *overtaken)
        ids = self._desk.library.stories.known_source({source.key for source in again})
        renewals.met([*(done.id for _, done in imported), *(done.id for _, done, _ in renewed)])
        found = [(one, done.id) for one, done in parted.same]
        renewals.remember(found, ((source, ids[source.key]) for source in again if source.key in ids))
        return ImportReport(
            tuple(one for _, one in imported),
            tuple(_refusals(batch.loaded, refused)),
            (
                *(known for _, known in same),
                *(KnownSource(str(source.path), ids[source.key]) for source in again if source.key in ids),
            ),
            returned=tuple(one for _, one in returned),
            renewed=tuple(one for _, one, _ in renewed),
            left=tuple(renewals.left(parted.homes)),
            changes=reduce(or_, (undo for _, _, undo in renewed), anew),
        )

    def _answers(self, batch: Batch) -> _Answers:
        """Give what became of the files that are new; where it was called off, the last ones have no answer."""
        answers: _Answers = {}
        for source, outcome in zip(batch.new.values(), batch.outcomes, strict=False):
            count = len(outcome.stories)
            arrived = tuple(
                self._arrival(source, (number, count), story)
                for number, story in enumerate(outcome.stories, 1)
            )
            answers[source.key] = outcome.refused or arrived or msg(N_("There is no story in this file."))
        return answers

    def _reading(self) -> Reading:
        from newsroom.formats import Reading

        house = self._desk.house
        return Reading(house=house, now=self._desk.clock(), languages=house.detectable)

    def _arrival(self, source: Source, place: tuple[int, int], incoming: Incoming) -> Arrival:
        """Give a story of a file; the place is its number, of so many."""
        number, count = place
        key = source.key if number == 1 else f"{source.key}#{number}"
        home = self._desk.returning.home(incoming)
        if home is not None and not isinstance(home, Message):
            return Arrival(source, key, home, incoming.losses, incoming)
        if home is not None:
            told = (home, *incoming.losses)
            incoming = replace(incoming, article=as_new(incoming.article), losses=told)
        arrival = self._new(source, key, incoming)
        return replace(arrival, traces=traces(source, incoming.address, number, count))

    def _new(self, source: Source, key: str, incoming: Incoming) -> Arrival:
        if not self._desk.library.erasing.knows(incoming.article.uid):
            keep_carried(incoming.pictures, self._desk.library.pictures.add)
        if incoming.past is not None:
            return Arrival(source, key, incoming.article, incoming.losses, past=incoming.past)
        shown, lost = illustrated(
            incoming.article, source.path.parent, self._desk.library.pictures.add, self._desk.pictures.told
        )
        story = without_repeated_headline(shown)
        if story is not shown:
            story = replace(story, detected_language=self._desk.proofing.detect(story))
        return Arrival(
            source,
            key,
            replace(story, imported=True),
            (*incoming.losses, *lost),
            recognised=incoming.recognised,
        )

    def _keep(self, arrivals: Sequence[Arrival]) -> tuple[list[tuple[Arrival, Imported]], dict[str, Message]]:
        """Keep stories in one transaction; where one of them cannot be kept, each in its own."""
        try:
            return self._kept(arrivals), {}
        except Known:
            kept: list[tuple[Arrival, Imported]] = []
            failed: dict[str, Message] = {}
            for arrival in arrivals:
                try:
                    kept += self._kept([arrival])
                except Known as error:
                    failed[arrival.source.key] = error.message
            if not kept:
                raise
            return kept, failed

    def _land(
        self, arrivals: Sequence[Arrival], failed: dict[str, Message]
    ) -> Iterator[tuple[Arrival, CameBack]]:
        """Land files on the stories they were written from, one by one; what cannot be landed is noted."""
        for one in arrivals:
            assert one.back is not None
            try:
                yield one, self._landed(one, one.back)
            except LibraryUnusable:
                raise
            except Known as error:
                failed[one.source.key] = error.message

    def _landed(self, one: Arrival, back: Incoming) -> CameBack:
        landed = self._desk.returning.land(one.article, back, one.source, one.key)
        story = landed.article
        if not landed.same:
            self._desk.proofing.judge([story])
        told = (*landed.messages, *one.losses)
        counts = (landed.changes, landed.authors, landed.untaken, landed.notes)
        return CameBack(story.id, str(one.source.path), story.headline, *counts, told)

    def _parted(self, arrivals: Iterable[Arrival]) -> tuple[list[Arrival], list[Arrival]]:
        """Part stories that are new from those that were handed over and are known, or come twice."""
        from newsroom.desk.merging import Merging, as_new

        merging, met = Merging(self._desk), set[str]()
        fresh: list[Arrival] = []
        known: list[Arrival] = []
        for one in arrivals:
            if one.past is None:
                fresh.append(one)
            elif one.article.uid in met or merging.knows(one.article.uid):
                known.append(one)
            else:
                met.add(one.article.uid)
                story, told = as_new(one.article)
                fresh.append(replace(one, article=story, losses=(*told, *one.losses)))
        return fresh, known

    def _merge(
        self, arrivals: Sequence[Arrival], failed: dict[str, Message]
    ) -> tuple[list[tuple[Arrival, Imported]], list[tuple[Arrival, KnownSource]], list[Arrival]]:
        """Merge stories that were handed over and are known, one by one; note what fails.

        Given last are those that both went on with: they are landed as files that came back.
        """
        from newsroom.desk.merging import Merging

        merging = Merging(self._desk)
        imported: list[tuple[Arrival, Imported]] = []
        same: list[tuple[Arrival, KnownSource]] = []
        back: list[Arrival] = []
        for one in arrivals:
            file = one.source.path
            try:
                landed = merging.land(one.article, one.past or (), one.key, file.name)
            except LibraryUnusable:
                raise
            except Known as error:
                failed[one.key] = error.message
                continue
            story = landed.article
            if landed.back is not None:
                back.append(replace(one, article=story, back=landed.back))
            elif landed.known:
                same.append((one, KnownSource(str(file), story.id)))
            else:
                findings = self._desk.proofing.judge([story])[story.id]
                told = (*landed.messages, *one.losses)
                imported.append((one, Imported(story.id, str(file), story.headline, findings, told)))
        return imported, same, back

    def _kept(self, arrivals: Sequence[Arrival]) -> list[tuple[Arrival, Imported]]:
        pairs = [(arrival.article, arrival.known_by) for arrival in arrivals]
        stories = self._desk.library.stories.add_many(pairs, self._desk.person) if pairs else []
        judged = self._desk.proofing.judge(stories)
        kept = {story.uid: story for story in stories}
        return [
            (one, _imported(one, story, judged[story.id]))
            for one in arrivals
            if (story := kept.get(one.article.uid))
        ]


def _imported(one: Arrival, story: Article, findings: tuple[Finding, ...]) -> Imported:
    return Imported(
        story.id, str(one.source.path), story.headline, findings, one.losses, doubts(story, one.recognised)
    )


def _refusals(loaded: Sequence[Source | Refusal], refusals: dict[str, Message]) -> Iterator[Refusal]:
    """Give each file that was refused, in order, and each copy of it."""
    for item in loaded:
        if isinstance(item, Refusal):
            yield item
        elif item.key in refusals:
            yield Refusal(str(item.path), refusals[item.key])


def without_repeated_headline(article: Article) -> Article:
    """Give a story whose first two paragraphs do not repeat its headline; what is taken out is noted."""
    from newsroom.formats.headlines import take_repeated, words_of

    blocks, notes = take_repeated(article.headline, article.body.blocks, words_of)
    if not notes:
        return article
    return replace(article, body=Body(blocks), import_notes=(*article.import_notes, *notes))


def read_body(path: Path, desk: Desk) -> Body:
    """Give the text of a file in any format that is read; raises Refused or WrongValue with the reason."""
    from newsroom.formats import Reading, by_content

    data = load(path)
    if isinstance(data, Refusal):
        raise WrongValue(msg(N_("{file}: {reason}"), file=str(path), reason=data.message))
    stories = desk.guard.read((path.name, data), Reading(house=desk.house, name=path.name, now=desk.clock()))
    form = by_content(data, path.name)
    article = stories[0].article
    keep_carried(stories[0].pictures, desk.library.pictures.add)
    body = illustrated(article, path.parent, desk.library.pictures.add, desk.pictures.told)[0].body
    if form and form.name == "text":  # there the first paragraph is no headline but text like the rest
        first = (article.headline, *(note.removed for note in article.import_notes))
        return normal_body(Body((*paragraphs(filter(None, first)).blocks, *body.blocks)))
    return body
