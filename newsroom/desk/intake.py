"""Bringing files in: found, read behind the guard, kept, judged; one broken file never stops the rest."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.desk.illustrations import illustrated, keep_carried
from newsroom.desk.reports import Imported, ImportReport, KnownSource, Refusal
from newsroom.desk.sources import files, load
from newsroom.domain.article import ImportNote
from newsroom.domain.body import TEXT_BLOCKS, Body, Paragraph, block_text, normal_body, paragraphs
from newsroom.domain.errors import Known, WrongValue
from newsroom.translation import N_, Message, msg, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.formats import Incoming, Reading

BATCH = 128
"""So many files are read together and kept in one transaction; between batches one can call it off."""
BATCH_BYTES = 64 << 20
LOOKED_AT = 2


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that was loaded; key is the SHA-256 of its bytes."""

    path: Path
    data: bytes
    key: str


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A story on its way into the library."""

    source: _Source
    key: str
    article: Article
    losses: tuple[Message, ...]


_Answers = dict[str, "tuple[_Arrival, ...] | Message"]
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
    ) -> ImportReport:
        """Bring in files, and those in folders; says what came, what was refused, and what was known."""
        found = list(files(paths))
        report = ImportReport(refused=tuple(item for item in found if isinstance(item, Refusal)))
        meant = [item for item in found if not isinstance(item, Refusal)]
        done = 0
        for batch in _batches(meant):
            if cancelled and cancelled():
                return replace(report, cancelled=True)
            report += self._read_batch(batch, _shifted(progress, done, len(meant)), cancelled or _never)
            done += len(batch)
        if progress:
            progress(done, len(meant), "")
        return report

    def _read_batch(self, paths: Sequence[Path], progress: Progress, cancelled: Cancelled) -> ImportReport:
        loaded = [_loaded(path) for path in paths]
        sources = [item for item in loaded if isinstance(item, _Source)]
        before = self._desk.library.known_source({source.key for source in sources})
        first = {source.key: source for source in reversed(sources) if source.key not in before}
        new = [source for source in sources if first.get(source.key) is source]
        answers = self._answers(new, progress, cancelled)
        arrivals = [one for answer in answers.values() if not isinstance(answer, Message) for one in answer]
        imported, failed = self._keep(arrivals)
        refusals = {key: answer for key, answer in answers.items() if isinstance(answer, Message)} | failed
        ids = before | {arrival.key: one.id for arrival, one in imported}
        overtaken = self._desk.library.known_source({arrival.key for arrival in arrivals} - ids.keys())
        ids |= overtaken
        again = (one for one in sources if first.get(one.key) is not one or one.key in overtaken)
        return ImportReport(
            tuple(one for _, one in imported),
            tuple(_refusals(loaded, refusals)),
            tuple(KnownSource(str(source.path), ids[source.key]) for source in again if source.key in ids),
            cancelled=len(answers) < len(new),
        )

    def _answers(self, sources: Sequence[_Source], progress: Progress, cancelled: Cancelled) -> _Answers:
        """Read files behind the guard; where it was called off, the last ones have no answer."""
        items = [(source.path.name, source.data) for source in sources]
        reading = self._reading()
        outcomes = self._desk.guard.read_many(items, reading, progress, cancelled)
        answers: _Answers = {}
        for source, outcome in zip(sources, outcomes, strict=False):
            languages = reading.house.detectable
            stories = enumerate(outcome.stories, 1)
            arrived = tuple(self._arrival(source, number, story, languages) for number, story in stories)
            answers[source.key] = outcome.refused or arrived or msg(N_("There is no story in this file."))
        return answers

    def _reading(self) -> Reading:
        from newsroom.formats import Reading

        return Reading(house=self._desk.house, now=self._desk.clock())

    def _arrival(
        self, source: _Source, number: int, incoming: Incoming, languages: tuple[str, ...]
    ) -> _Arrival:
        keep_carried(incoming.pictures, self._desk.library.add_picture)
        shown, lost = illustrated(incoming.article, source.path.parent, self._desk.library.add_picture)
        story = replace(without_repeated_headline(shown), imported=True)
        ready = self._desk.writing.prepared(story, languages)
        key = source.key if number == 1 else f"{source.key}#{number}"
        return _Arrival(source, key, ready, (*incoming.losses, *lost))

    def _keep(
        self, arrivals: Sequence[_Arrival]
    ) -> tuple[list[tuple[_Arrival, Imported]], dict[str, Message]]:
        """Keep stories in one transaction; where one of them cannot be kept, each in its own."""
        try:
            return self._kept(arrivals), {}
        except Known:
            kept: list[tuple[_Arrival, Imported]] = []
            failed: dict[str, Message] = {}
            for arrival in arrivals:
                try:
                    kept += self._kept([arrival])
                except Known as error:
                    failed[arrival.source.key] = error.message
            if not kept:
                raise
            return kept, failed

    def _kept(self, arrivals: Sequence[_Arrival]) -> list[tuple[_Arrival, Imported]]:
        pairs = [(arrival.article, arrival.key) for arrival in arrivals]
        stories = self._desk.library.add_many(pairs, self._desk.person) if pairs else []
        judged = self._desk.proofing.judge(stories)
        kept = {story.uid: story for story in stories}
        return [
            (one, Imported(story.id, str(one.source.path), story.headline, judged[story.id], one.losses))
            for one in arrivals
            if (story := kept.get(one.article.uid))
        ]


def _never() -> bool:
    return False


def _shifted(progress: Progress | None, done: int, total: int) -> Progress:
    """Give what tells the progress of a batch as that of the whole."""

    def tell(step: int, _steps: int, name: str) -> None:
        if progress:
            progress(done + step, total, name)

    return tell


def _refusals(loaded: Sequence[_Source | Refusal], refusals: dict[str, Message]) -> Iterator[Refusal]:
    """Give each file that was refused, in order, and each copy of it."""
    for item in loaded:
        if isinstance(item, Refusal):
            yield item
        elif item.key in refusals:
            yield Refusal(str(item.path), refusals[item.key])


def _batches(paths: Sequence[Path]) -> Iterator[Sequence[Path]]:
    """Give files in batches of so many files and bytes."""
    batch: list[Path] = []
    size = 0
    for path in paths:
        with suppress(OSError, ValueError):
            size += path.stat().st_size
        batch.append(path)
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _loaded(path: Path) -> _Source | Refusal:
    data = load(path)
    return data if isinstance(data, Refusal) else _Source(path, data, hashlib.sha256(data).hexdigest())


def without_repeated_headline(article: Article) -> Article:
    """Give a story whose first two paragraphs do not repeat its headline; what is taken out is noted."""
    from newsroom.text.terms import same_headline_key

    wanted = same_headline_key(article.headline)
    blocks = article.body.blocks
    readable = [place for place, block in enumerate(blocks) if isinstance(block, TEXT_BLOCKS)]
    for place in readable[:LOOKED_AT] if len(readable) > 1 and wanted else ():
        block = blocks[place]
        if isinstance(block, Paragraph) and same_headline_key(block_text(block)) == wanted:
            rest = Body((*blocks[:place], *blocks[place + 1 :]))
            note = ImportNote("headline-repeated", msg(_REPEATED), block_text(block))
            return replace(article, body=rest, import_notes=(*article.import_notes, note))
    return article


_REPEATED = N_("The headline stood again at the beginning of the text; it was taken out.")


def read_body(path: Path, desk: Desk) -> Body:
    """Give the text of a file in any format that is read; raises Refused or WrongValue with the reason."""
    from newsroom.formats import Reading, by_content

    data = load(path)
    if isinstance(data, Refusal):
        raise WrongValue(msg(N_("{file}: {reason}"), file=str(path), reason=tell(data.message)))
    stories = desk.guard.read((path.name, data), Reading(house=desk.house, name=path.name, now=desk.clock()))
    form = by_content(data, path.name)
    article = stories[0].article
    keep_carried(stories[0].pictures, desk.library.add_picture)
    body = illustrated(article, path.parent, desk.library.add_picture)[0].body
    if form and form.name == "text":  # there the first paragraph is no headline but text like the rest
        first = (article.headline, *(note.removed for note in article.import_notes))
        return normal_body(Body((*paragraphs(filter(None, first)).blocks, *body.blocks)))
    return body
