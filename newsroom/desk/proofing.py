"""Judging a story, measuring it, and mending what was found."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.desk.returning import NOT_TAKEN, take_over
from newsroom.domain.article import LinkKind
from newsroom.domain.body import Body, Paragraph, normal_body
from newsroom.domain.errors import LibraryUnusable
from newsroom.domain.inline import text
from newsroom.domain.reader import reader_words
from newsroom.text.terms import is_standing
from newsroom.translation import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.checks import Context
    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress, ProofReport
    from newsroom.desk.tidying import Suggestion, Within
    from newsroom.domain.article import Article, ImportNote
    from newsroom.domain.card import Genre
    from newsroom.domain.finding import Finding, Fix
    from newsroom.domain.lookalike import Lookalike
    from newsroom.domain.workflow import Transition
    from newsroom.settings import House
    from newsroom.text.extent import Extent
    from newsroom.text.length import Length

_UNLIKE = frozenset({LinkKind.NOT_A_DUPLICATE_OF, LinkKind.UPDATE_OF, LinkKind.PRINT_VERSION_OF})


class Proofing:
    """What the machine sees in a story."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def findings(self, article: Article, moment: Transition | None = None) -> tuple[Finding, ...]:
        """Give what the checks find, before a transition or as the story stands."""
        from newsroom import checks

        return checks.run(article, self.context(article, moment))

    def judged(self, article: Article) -> tuple[tuple[Finding, ...], tuple[Lookalike, ...]]:
        """Give what the checks find in a story as it stands, and the stories that are like it."""
        from newsroom import checks

        context = self.context(article)
        return checks.run(article, context), context.lookalikes

    def judge(self, articles: Iterable[Article]) -> dict[int, tuple[Finding, ...]]:
        """Judge kept stories, note on their cards how much was found, and give the findings by story."""
        from newsroom import checks

        judged: dict[int, tuple[Finding, ...]] = {}
        badges: dict[int, tuple[int, int]] = {}
        house, genres = self._desk.house, self._genres()
        for article in articles:
            context = self._context(article, None, house, genres)
            judged[article.id] = checks.run(article, context)
            badges[article.id] = (len(context.lookalikes), len(judged[article.id]))
        if badges and not self._desk.library.read_only:
            with suppress(LibraryUnusable):  # the stories are safe, and their next save counts again
                self._desk.library.stories.put_badges(badges)
        return judged

    def context(self, article: Article, moment: Transition | None = None) -> Context:
        """Give what the checks may know of the house and of other stories."""
        return self._context(article, moment, self._desk.house, self._genres())

    def _genres(self) -> dict[str, Genre]:
        return {genre.key: genre for genre in self._desk.library.house.genres()}

    def _context(
        self, article: Article, moment: Transition | None, house: House, genres: dict[str, Genre]
    ) -> Context:
        from newsroom.checks import Context

        parted = {link.uid for link in article.links if link.kind in _UNLIKE}
        likes = tuple(other for other in self._alike(article, house) if other.uid not in parted)
        return Context(
            house=house,
            genres=genres,
            now=self._desk.clock(),
            lookalikes=likes,
            moment=moment,
            picture_sizes=self._desk.pictures.sizes(article.body),
        )

    def lookalikes(self, headline: str) -> tuple[Lookalike, ...]:
        """Give the stories of the house's window of days whose headline is like this one, likest first."""
        house = self._desk.house
        if not headline.strip():
            return ()
        return self._desk.library.doubles.headlines(
            headline,
            near=self._desk.clock(),
            days=house.lookalike_days,
            threshold=house.lookalike_threshold,
            standing_heads=house.standing_heads,
        )

    def alike(self, article: Article) -> tuple[Lookalike, ...]:
        """Give the stories whose headline or text is like this one's, likest first, without those that were parted."""
        parted = {link.uid for link in article.links if link.kind in _UNLIKE}
        return tuple(other for other in self._alike(article, self._desk.house) if other.uid not in parted)

    def _alike(self, article: Article, house: House) -> tuple[Lookalike, ...]:
        if is_standing(article.kicker, house.standing_kickers):
            return ()
        return self._desk.library.doubles.alike(
            article,
            days=house.lookalike_days,
            threshold=house.lookalike_threshold,
            standing_heads=house.standing_heads,
        )

    def dismiss(self, article: Article, finding: Finding) -> Article:
        """Give a story for which this finding is not shown again while its text stays."""
        return replace(article, dismissed=article.dismissed | {finding.key})

    def fix(self, article: Article, fix: Fix) -> Article:
        """Give a story with a finding's fix made."""
        from newsroom.desk.mending import mended

        return mended(article, fix)

    def read(
        self,
        ids: Sequence[int],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        *,
        fix: bool = False,
    ) -> ProofReport:
        """Give what the checks find in kept stories; fix makes and saves the fixes that findings have."""
        from newsroom.desk.proofreading import proofread

        return proofread(self._desk, ids, progress, cancelled, fix=fix)

    def tidying(self, article: Article, within: Within | None = None) -> tuple[Suggestion, ...]:
        """Give what puts the typography of a story or a stretch right, by its language and the house's marks."""
        from newsroom.desk.tidying import suggestions

        return suggestions(article, self._desk.house, within)

    def undo_import_note(self, article: Article, note: ImportNote) -> Article:
        """Give a story with the paragraph that the import took out put back, and without the note.

        Of a note that holds what a returned file says in a field, the story takes that over.
        """
        if note.rule.startswith(NOT_TAKEN):
            return take_over(article, note, self._desk)
        notes = tuple(kept for kept in article.import_notes if kept != note)
        if not note.removed or note not in article.import_notes:
            return replace(article, import_notes=notes)
        back = tuple(Paragraph(text(words)) for words in note.removed.split("\n\n"))
        blocks = (
            (*back, *article.body.blocks)
            if note.rule == "headline-repeated"
            else (*article.body.blocks, *back)
        )
        return replace(article, body=normal_body(Body(blocks)), import_notes=notes)

    def length(self, article: Article) -> Length:
        """Measure what readers get of lead, body and captions, with the dateline."""
        return self.extent(article).length

    def extent(self, article: Article, before: Extent | None = None) -> Extent:
        """Count a story part by part; what was counted before is not counted again where it did not change."""
        from newsroom.domain.print_profile import named
        from newsroom.text.extent import measured
        from newsroom.text.type_lines import line_of

        house = self._desk.house
        dateline = fill(house.dateline_pattern, {"place": article.dateline}) if article.dateline else ""
        line = line_of(named(house, ""), article.spoken_language or house.language)
        return measured(article, line, house.words_per_minute, dateline, before)

    def detect(self, article: Article) -> str:
        """Give the bare code of the newsroom's language a story is written in, or nothing where it is unsure."""
        from newsroom.text.language import detect

        return detect(reader_words(article), self._desk.house.detectable).code
