"""The four-eyes rule: whose story it is, and who may therefore not approve it.

The approver is no author: not of the byline or the sign-off, not the one who began the story, nor somebody who took
their own name out of the byline. What an editor changed in the text does not bar them, unless the section is strict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.reader import reader_hash, reads_same
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.person import Person

_MOST_HANDS = 24
"""So many who changed a text are remembered, the last of them always."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a library keeps beside a story for its approval; names are in small letters."""

    hands: tuple[str, ...] = ()
    """Who changed the readers' text after it was begun, the last one last."""
    left_byline: tuple[str, ...] = ()
    """Who took their own name out of the byline."""
    first: str = ""
    """Who approved as the first of two."""
    first_hash: str = ""
    """The readers' text that they approved."""
    out: int | None = None
    """The version that readers can see while another one is made."""
    was_out: bool = False
    """Readers could see a version at some time."""
    eyes_due: datetime | None = None
    """Until when second eyes must look at what was published alone."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beside a story when somebody wants to take it on."""

    four_eyes: bool = True
    """The rule holds in this library."""
    strict: bool = False
    """The section bars whoever changed the text last."""
    second: bool = False
    """The section wants two people to approve."""
    standing: Standing = Standing()

    def first_of(self, article: Article) -> str:
        """Give who has approved exactly this text as the first of two, or nothing."""
        known = self.standing
        return known.first if known.first and known.first_hash == reader_hash(article) else ""

    def waits_for_second(self, article: Article) -> bool:
        """Tell whether an approval now is the first of two."""
        return self.four_eyes and self.second and not self.first_of(article)


def is_author(article: Article, person: Person) -> bool:
    """Tell whether a person made the story: by its byline or sign-off, or as the one who began it."""
    return not person.names.isdisjoint(makers(article)) or _signed(article, person.sign_off)


def makers(article: Article) -> frozenset[str]:
    """Give the names of those who made a story, in small letters."""
    return frozenset((article.created_by.casefold(), *(one.name.casefold() for one in article.authors)))


def _signed(article: Article, sign: str) -> bool:
    return bool(sign) and sign.casefold() in re.split(r"[\W_]+", article.sign_off.casefold())


def barred(article: Article, person: Person, known: Circumstances) -> Message | None:
    """Give why this person may not approve this story, with what to do, or nothing."""
    if not known.four_eyes:
        return None
    if is_author(article, person) or not person.names.isdisjoint(known.standing.left_byline):
        return msg(N_("No one approves their own story. Ask a colleague."))
    if known.strict and known.standing.hands and known.standing.hands[-1] in person.names:
        return msg(
            N_("You changed this text last, and the section wants another pair of eyes. Ask a colleague.")
        )
    if known.second and known.first_of(article) in person.names:
        return msg(N_("You have approved this text already. A second person must approve it too."))
    return None


def unfit(article: Article, known: Circumstances) -> Message | None:
    """Give why the approval that a story has does not do here, with what to do, or nothing.

    It may have been given while the rule was off, or in a section that asks for less.
    """
    by = article.approved_by.casefold()
    if not known.four_eyes:
        return None
    if by in makers(article):
        text = N_(
            "It was approved by its author, while the four-eyes rule was off. Have a colleague approve it."
        )
        return msg(text)
    last = known.standing.hands[-1] if known.standing.hands else ""
    alone = known.second and known.first_of(article) in {"", by}
    if alone or (known.strict and by == last):
        text = N_(
            "The section asks for another pair of eyes. Return the story and have a colleague approve it too."
        )
        return msg(text)
    return None


def has_edited(article: Article, person: Person, known: Circumstances) -> bool:
    """Tell whether a person who is no author changed the text, tracked or not."""
    tracked = {change.author.casefold() for change in article.changes}
    return not person.names.isdisjoint((*known.standing.hands, *tracked))


def after_edit(before: Standing, old: Article, new: Article, person: Person) -> Standing:
    """Give what is known beside a story after somebody changed it."""
    name = person.name.casefold()
    if name in makers(old) - makers(new):
        left = dict.fromkeys((*before.left_byline, name))
        before = replace(before, left_byline=tuple(left))
    if reads_same(old, new):
        return before
    hands = (*(one for one in before.hands if one != name), name)
    return replace(before, hands=hands[-_MOST_HANDS:], first="", first_hash="")
