"""What the window says of like stories, in the language in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.likeness_words import sentence, standing, why
from newsroom.domain.lookalike import BodyKind, Verdict
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk.doubles import Twins
    from newsroom.domain.card import StoryCard
    from newsroom.domain.lookalike import Lookalike, Pair

_DAY = 86_400


def reason(like: Lookalike) -> str:
    """Say why a story is like the open one."""
    return tell(why(like.kind, like.body))


def at_a_glance(like: Lookalike, now: datetime, zone: str) -> str:
    """Say in one sentence why a story is like the open one, and where it stands."""
    words = sentence(why(like.kind, like.body), standing(like.state, like.time, now, zone))
    return tell(words) + "."


def of_group(group: Twins) -> str:
    """Say how many stories a group has and what is alike in them."""
    count = ngettext("{n} story", "{n} stories", len(group.stories))
    if group.kind and group.body:
        what = _("headline and text")
    elif group.body:
        what = _(group.body.label)
    else:
        what = _("headline")
    return f"{count} · {what}"


def likeness(group: Twins) -> str:
    """Say in a word how alike a group is."""
    if group.kind:
        return _(group.kind.label)
    return _("shortened") if group.body in _TURNED else _("very like")


def of_pair(pair: Pair, left: StoryCard, right: StoryCard) -> tuple[str, str]:
    """Say how the right story is like the left one: a sentence, and what speaks for it."""
    body = pair.body
    if body and pair.first != left.id:
        body = _TURNED.get(body, body)
    head = {
        BodyKind.CONTAINS: _("The right one is a shortened version of the left one"),
        BodyKind.CONTAINED: _("The right one holds nearly all of the left one"),
    }.get(body or BodyKind.SAME, tell(why(pair.kind, body)))
    facts = []
    if pair.share:
        facts.append(_("{n} % of the text in common", n=pair.share))
    facts.append(_apart(left, right))
    return head, ", ".join(fact for fact in facts if fact)


_TURNED = {
    BodyKind.CONTAINS: BodyKind.CONTAINED,
    BodyKind.CONTAINED: BodyKind.CONTAINS,
}


def _apart(left: StoryCard, right: StoryCard) -> str:
    times = (left.publish_time or left.modified, right.publish_time or right.modified)
    if times[0] is None or times[1] is None:
        return ""
    days = round(abs((times[0] - times[1]).total_seconds()) / _DAY)
    return ngettext("{n} day apart", "{n} days apart", days) if days else _("same day")


def kept(kind: Verdict) -> str:
    """Say what was just decided."""
    return {
        Verdict.NOT_A_DUPLICATE: _("Kept for good: not a duplicate."),
        Verdict.UPDATE_OF: _("Kept for good: an update."),
    }[kind]
