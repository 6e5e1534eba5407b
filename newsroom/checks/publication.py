"""The fields around the text: lead, section, publish time, embargo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.checks.rule import Proof, Rule, found
from newsroom.domain.finding import Field, Place
from newsroom.domain.inline import plain
from newsroom.domain.workflow import State, Transition
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.finding import Finding

_FORWARD = frozenset({Transition.SUBMIT, Transition.APPROVE, Transition.SCHEDULE})


def lead_missing(proof: Proof) -> Iterator[Finding]:
    """Find a missing lead where the genre wants one; wire stories come without."""
    article = proof.article
    genre = proof.context.genres.get(article.genre)
    wire = article.imported and bool(article.source)
    if genre and genre.wants_lead and not wire and not plain(article.lead).strip():
        yield found(Place(Field.LEAD), msg(N_("The lead is missing.")))


def section_missing(proof: Proof) -> Iterator[Finding]:
    """Find a story that belongs to no section."""
    if not proof.article.section:
        yield found(Place(Field.SECTION), msg(N_("The section is missing.")))


def time_missing(proof: Proof) -> Iterator[Finding]:
    """Find a story without a publish time."""
    if proof.article.publish_time is None:
        yield found(Place(Field.PUBLISH_TIME), msg(N_("The publish time is missing.")))


def time_past(proof: Proof) -> Iterator[Finding]:
    """Find a publish time that is over; imported and published stories had theirs."""
    article = proof.article
    when = article.publish_time
    told = article.imported or article.state in {State.PUBLISHED, State.WITHDRAWN}
    if when and when < proof.context.now and not told:
        yield found(Place(Field.PUBLISH_TIME), msg(N_("The publish time has passed.")), when.isoformat())


def embargo(proof: Proof) -> Iterator[Finding]:
    """Find an embargo that ends after the publish time, or one that could not be read."""
    article = proof.article
    if article.embargo_line:
        text = N_("The embargo could not be read: “{line}”. Set it by hand; until then readers get nothing.")
        yield found(Place(Field.EMBARGO), msg(text, line=article.embargo_line), article.embargo_line)
    elif article.embargo and article.publish_time and article.embargo > article.publish_time:
        subject = f"{article.embargo.isoformat()} {article.publish_time.isoformat()}"
        yield found(Place(Field.EMBARGO), msg(N_("The embargo ends after the publish time.")), subject)


RULES = (
    Rule(name="lead-missing", title=N_("Lead is there where the genre wants one"), judge=lead_missing),
    Rule(
        name="section-missing",
        title=N_("Section is chosen"),
        judge=section_missing,
        moments=frozenset({Transition.SUBMIT}),
    ),
    Rule(
        name="time-missing",
        title=N_("Publish time is set"),
        judge=time_missing,
        moments=frozenset({Transition.SUBMIT}),
    ),
    Rule(name="time-past", title=N_("Publish time lies ahead"), judge=time_past, moments=_FORWARD),
    Rule(name="embargo", title=N_("Embargo and publish time agree"), judge=embargo),
)
