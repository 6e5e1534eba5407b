"""What the embargo forbids: it obeys for whom a file is made.

A file for readers waits until the embargo's time, and a file for partners too, unless the house has said that
these partners keep embargoes. A page in production waits for nobody where it appears at that time or later. Proofs and
archives, which stay in the house, never wait. An audience may be chosen instead of a format's own where that is as
strict; never to get around an embargo.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.domain.channel import Channel
from newsroom.domain.errors import Embargoed, WrongValue
from newsroom.formats import Audience
from newsroom.translation import N_, language, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.export_profile import ExportProfile
    from newsroom.formats import Format
    from newsroom.translation import Message

_INSIDE = frozenset({Audience.PROOF, Audience.ARCHIVE})
_BY_CHANNEL = {
    Channel.WEB: Audience.READER,
    Channel.PRINT: Audience.PAGE,
    Channel.PARTNER: Audience.PARTNER,
}
_FREE, _TIMED, _TRUSTED, _BLOCKED = range(4)


def _strictness(audience: Audience, *, trusted: bool) -> int:
    if audience in _INSIDE:
        return _FREE
    if audience is Audience.PAGE:
        return _TIMED
    return _TRUSTED if audience is Audience.PARTNER and trusted else _BLOCKED


def audience_of(form: Format, profile: ExportProfile) -> Audience:
    """Give for whom a format writes by a profile; raises WrongValue where that would weaken the embargo."""
    if not profile.audience:
        return form.audience
    chosen = _named(profile.audience)
    own = _strictness(form.audience, trusted=True)
    if chosen is not form.audience and _strictness(chosen, trusted=profile.honours_embargo) < own:
        text = N_(
            "“{format}” is made for “{own}” and cannot go to “{chosen}”: the embargo would no longer hold it. "
            "Choose another format."
        )
        raise WrongValue(msg(text, format=form.name, own=msg(form.audience.label), chosen=msg(chosen.label)))
    return chosen


def by_channel(form: Format, channel: Channel) -> Audience:
    """Give for whom a format is made that goes out by a channel: the stricter of the two."""
    return max(form.audience, _BY_CHANNEL[channel], key=lambda one: _strictness(one, trusted=True))


def _named(word: str) -> Audience:
    if word not in list(Audience):
        text = N_("There is no audience “{name}”. Choose from: {all}.")
        raise WrongValue(msg(text, name=word, all=", ".join(Audience)))
    return Audience(word)


def permit(
    article: Article,
    audience: Audience,
    now: datetime,
    zone: str,
    *,
    trusted: bool = False,
    appears: datetime | None = None,
) -> None:
    """Raise Embargoed where those a file is made for may not have the story yet.

    Appears is when the page is in readers' hands, for page production. An embargo line that nobody could read blocks
    partners and pages as well, whatever they keep.
    """
    if _strictness(audience, trusted=False) == _FREE:
        return
    if article.embargo_line:
        raise Embargoed(
            msg(
                N_("The embargo line “{line}” could not be read. Set the embargo first, or clear it."),
                line=article.embargo_line,
            )
        )
    if article.embargo is None or article.embargo <= now:
        return
    if audience is Audience.PAGE:
        _permit_page(article.embargo, appears, zone)
    elif _strictness(audience, trusted=trusted) == _BLOCKED:
        raise Embargoed(msg(N_("Under embargo until {time}."), time=_shown(article.embargo, zone)))


def appears(article: Article, desk: Desk) -> datetime | None:
    """Give when the page of a story is in readers' hands: with the soonest edition that holds it.

    Where none does, it is its publish time with the days that print comes later.
    """
    if hours := desk.library.editions.hours(article.uid):
        return hours[0]
    if article.publish_time is None:
        return None
    return article.publish_time + timedelta(days=desk.house.print_days_later)


def _permit_page(embargo: datetime, appears: datetime | None, zone: str) -> None:
    until = _shown(embargo, zone)
    if appears is None:
        text = N_(
            "Under embargo until {time}, and nothing says when the page appears. Put the story into an edition, or "
            "give it a publish time."
        )
        raise Embargoed(msg(text, time=until))
    if appears < embargo:
        text = N_(
            "Under embargo until {time}, and the page appears before, at {hour}. Choose a later edition or publish "
            "time."
        )
        raise Embargoed(msg(text, time=until, hour=_shown(appears, zone)))


def permit_channel(article: Article, channel: Channel, desk: Desk) -> None:
    """Raise Embargoed where a story may not go out by a channel yet, and LegallyBlocked where it may not at all."""
    desk.blocking.permit(article)
    trusted = channel is Channel.PARTNER and desk.publishing.partners_keep_embargoes
    hour = appears(article, desk) if channel is Channel.PRINT else None
    permit(article, _BY_CHANNEL[channel], desk.clock(), desk.zone, trusted=trusted, appears=hour)


def trust(article: Article, audience: Audience, now: datetime, zone: str) -> Message | None:
    """Give what is to be said of a story that partners get before its time."""
    if audience is not Audience.PARTNER or not article.embargo or article.embargo <= now:
        return None
    until = _shown(article.embargo, zone)
    return msg(N_("Under embargo until {time}: the partners keep it, as the preset says."), time=until)


def _shown(when: datetime, zone: str) -> str:
    from newsroom.text import dates

    return dates.show(when, zone, language())
