"""A story for review in the place of the window's columns: what changed, what is asked, how it came here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsroom.domain.reader import reader_words
from newsroom.domain.timeline import said
from newsroom.gui.comparing.sheet import Sheet
from newsroom.gui.parts import across, down, label, named, restyle
from newsroom.gui.review.change_bar import ChangeBar
from newsroom.gui.review.foot import ReviewFoot
from newsroom.gui.review.head import ReviewHead
from newsroom.gui.review.side import ReviewSide
from newsroom.gui.review.stand_bar import StandBar
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QLabel

    from newsroom.desk.history import Two
    from newsroom.desk.reviewing import Review
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Revision
    from newsroom.gui.actions.actions import Actions
    from newsroom.gui.icons import Icons
    from newsroom.gui.theme.tokens import Palette


class ReviewView(QWidget):
    """Emits that it shall be left, a finding to show in the story, and two other versions that are wanted."""

    left = Signal()
    jumped = Signal(object)
    versions = Signal(int, int)

    def __init__(self, actions: Actions, icons: Icons, palette: Palette) -> None:
        super().__init__()
        named(self, "reviewView").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.review: Review | None = None
        self._two: Two | None = None
        self.head = ReviewHead(actions, palette)
        self.law = StandBar(icons)
        self.bar = ChangeBar(icons)
        self.names = (label(""), label(""))
        self.counts = (label(""), label(""))
        self.sheet = Sheet(palette, page=True)
        self.side = ReviewSide(icons, palette)
        self.foot = ReviewFoot()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._heads = named(QWidget(), "listHead")
        heads = across(self._heads, 0)
        heads.setContentsMargins(0, 0, 0, 0)
        self._halves = tuple(map(_half, self.names, self.counts))
        for half in self._halves:
            heads.addWidget(half, 1)
        pages = down(gap=0)
        pages.addWidget(self._heads)
        pages.addWidget(self.sheet, 1)
        middle = across(gap=0)
        middle.addLayout(pages, 1)
        middle.addWidget(self.side)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.head, self.law, self.bar):
            column.addWidget(part)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.left.connect(self.left)
        self.bar.stepped.connect(self.step)
        self.bar.shown.connect(self._draw)
        self.sheet.filled.connect(self._count)
        self.side.jumped.connect(self.jumped)
        self.side.versions.connect(self.versions)
        keys = (("Esc", self.left.emit), ("N", partial(self.step, 1)), ("P", partial(self.step, -1)))
        for key, act in keys:
            made = QShortcut(QKeySequence(key), self, act)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setFocusProxy(self.sheet)

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self.head.pill.wear(palette)
        self.side.wear(palette)
        self.sheet.wear(palette)
        self._draw()

    def show_review(self, review: Review, zone: str, now: datetime) -> None:
        """Show a story for review."""
        self.review = review
        self.head.show_review(review)
        self.bar.show_review(review, zone, now)
        self.side.show_review(review, zone, now)
        self.foot.show_review(review, zone)
        self.foot.wait()
        self.show_two(review.two)

    def show_two(self, two: Two) -> None:
        """Show two versions; the one that is reviewed comes back with the review itself."""
        self._two = two
        review = self.review
        if review is None:
            return
        base = review.base.revision if review.base else None
        known = {base.version: base} if base else {}
        known[review.article.version] = review.newest
        for name, count, article in zip(self.names, self.counts, (two.old, two.new), strict=True):
            name.setText(_named(article, known.get(article.version)))
            number = len(reader_words(article).split())
            count.setText(ngettext("{n} word", "{n} words", number))
        self._draw()

    @property
    def whole(self) -> bool:
        """Tell whether one version is shown alone, as there is none to compare it with."""
        return self._two is not None and self._two.same

    def _draw(self) -> None:
        if self._two is None:
            return
        inline = self.bar.inline or self.whole
        self._halves[0].setVisible(not inline)
        self.sheet.setProperty("halves", "" if inline else "two")
        restyle(self.sheet)
        self.sheet.show_fields(self._two.fields, whole=True, inline=inline, alone=self.whole)

    def _count(self) -> None:
        self.bar.tell_places(self.sheet.at, self.sheet.differences)

    def step(self, step: int) -> None:
        """Look at the next difference, or the one before."""
        self.sheet.go(step)
        self._count()


def _half(name: QLabel, count: QLabel) -> QWidget:
    made = QWidget()
    name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    row = across(made, 12)
    row.setContentsMargins(40, 10, 40, 10)
    row.addWidget(name, 1)
    row.addWidget(count)
    return made


def _named(article: Article, revision: Revision | None) -> str:
    """Say over a version which it is, and what made it by whom."""
    version = _("Version {n}", n=article.version)
    if revision is None:
        return f"{version} · {_(article.state.label)}"
    return f"{version} · {said(revision.action)} · {revision.person}"
