"""Why two stories are alike, and where the other one stands, in a few words a person would use."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.domain.lookalike import BodyKind, LikenessKind
from newsroom.domain.workflow import State
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from datetime import datetime

_EQUAL, _VERY, _LIKE = LikenessKind.EQUAL, LikenessKind.VERY_LIKE, LikenessKind.LIKE
_SAME, _NEAR, _SHORTER, _LONGER = BodyKind.SAME, BodyKind.NEAR, BodyKind.CONTAINS, BodyKind.CONTAINED
_WHY = {
    (_EQUAL, None): N_("Same headline"),
    (_VERY, None): N_("Nearly the same headline"),
    (_LIKE, None): N_("Similar headline"),
    (None, _SAME): N_("The same text"),
    (None, _NEAR): N_("Nearly the same text"),
    (None, _SHORTER): N_("A shortened version of this text"),
    (None, _LONGER): N_("Holds nearly all of this text"),
    (_EQUAL, _SAME): N_("The same headline and text"),
    (_VERY, _SAME): N_("The same text, nearly the same headline"),
    (_LIKE, _SAME): N_("The same text, similar headline"),
    (_EQUAL, _NEAR): N_("Same headline, nearly the same text"),
    (_VERY, _NEAR): N_("Nearly the same headline and text"),
    (_LIKE, _NEAR): N_("Nearly the same text, similar headline"),
    (_EQUAL, _SHORTER): N_("Same headline, a shortened version"),
    (_VERY, _SHORTER): N_("Nearly the same headline, a shortened version"),
    (_LIKE, _SHORTER): N_("Similar headline, a shortened version"),
    (_EQUAL, _LONGER): N_("Same headline, the longer version"),
    (_VERY, _LONGER): N_("Nearly the same headline, the longer version"),
    (_LIKE, _LONGER): N_("Similar headline, the longer version"),
}
_RECENT = 30
"""So many days are counted; what is older has its date beside it."""


def why(kind: LikenessKind | None, body: BodyKind | None) -> Message:
    """Say why a story is like another one: by its headline, by its text, by both."""
    return msg(_WHY.get((kind, body), N_("Similar")))


def standing(state: State, time: datetime | None, now: datetime, zone: str) -> Message:
    """Say where a story stands and how old it is: published yesterday, a draft of today."""
    days = _days_ago(time, now, zone) if time else None
    if state is State.PUBLISHED:
        return _published(days)
    gaps = {"state": msg(state.label)}
    if days == 0:
        return msg(N_("{state}, today"), **gaps)
    if days == 1:
        return msg(N_("{state}, yesterday"), **gaps)
    if days is None or not 1 < days <= _RECENT:
        return msg(state.label)
    return msgs("{state}, {n} day ago", "{state}, {n} days ago", days, **gaps)


def _published(days: int | None) -> Message:
    if days == 0:
        return msg(N_("published today"))
    if days == 1:
        return msg(N_("published yesterday"))
    if days is None or not 1 < days <= _RECENT:
        return msg(N_("published"))
    return msgs("published {n} day ago", "published {n} days ago", days)


def _days_ago(time: datetime, now: datetime, zone: str) -> int:
    here = ZoneInfo(zone)
    return (now.astimezone(here).date() - time.astimezone(here).date()).days


def sentence(reason: Message, where: Message) -> Message:
    """Give both as one sentence, without its full stop."""
    return msg("{reason}, {where}", reason=reason, where=where)
