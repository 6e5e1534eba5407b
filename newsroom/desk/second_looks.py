"""Second eyes on what a duty editor published alone: what waits for them, and that they have looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.approved import LOOKED, Evidence, Grade, Seal, SecondLook
from newsroom.domain.errors import FourEyes, NotAllowed
from newsroom.domain.four_eyes import barred
from newsroom.domain.person import Role
from newsroom.domain.workflow import State
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.desk.approval import Ground
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Saved


def due(desk: Desk) -> tuple[SecondLook, ...]:
    """Give the stories published alone that second eyes must look at, the soonest due first."""
    until, now = dict(desk.library.approvals.due()), desk.clock()
    return tuple(
        SecondLook(card, _published_by(desk, card.id), until[card.id], late=until[card.id] < now)
        for card in desk.library.lists.cards_of(tuple(until))
    )


def _published_by(desk: Desk, story: int) -> str:
    given = desk.library.approvals.of(story)
    return next((one.person for one in reversed(given) if one.grade is Grade.ALONE), "")


def look(desk: Desk, story: int, note: str) -> Saved:
    """Keep that the person at the desk looked; raises NotAllowed, FourEyes and NotFound."""
    article = desk.library.stories.article(story)
    ground = desk.approval.ground((story,))
    if ground.around(article).standing.eyes_due is None or article.state is not State.PUBLISHED:
        raise NotAllowed(msg(N_("No second eyes are due for this story.")))
    if not ground.person.may_act_as(Role.EDITOR):
        text = N_("{name} may not do this; an editor or duty editor can.")
        raise NotAllowed(msg(text, name=ground.person.name))
    if bar := _barred(article, ground):
        raise FourEyes(bar)
    evidence = Evidence(Seal(grade=Grade.LOOKED))
    return desk.library.stories.save(article, desk.person, LOOKED, note, evidence=evidence)


def _barred(article: Article, ground: Ground) -> Message | None:
    if article.approved_by.casefold() in ground.person.names:
        return msg(N_("You published it alone; the second eyes are a colleague’s."))
    return barred(article, ground.person, ground.around(article))
