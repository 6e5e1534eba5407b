"""``newsroom doubles``: like stories of the whole library, decided on and merged."""

from enum import StrEnum
from functools import partial
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.domain.card import StoryCard
from newsroom.domain.lookalike import Group as Likes
from newsroom.domain.lookalike import Pair, Verdict, reasons
from newsroom.translation import _, ngettext

Story = Annotated[int, Argument(metavar="ID", max=LARGEST_ID)]


class Decided(StrEnum):
    """What can be said of two stories from the command line."""

    NOT_A_DUPLICATE = "not-a-duplicate"
    UPDATE = "update"
    NOTHING = "nothing"


_VERDICTS = {Decided.NOT_A_DUPLICATE: Verdict.NOT_A_DUPLICATE, Decided.UPDATE: Verdict.UPDATE_OF}


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    group = Typer(cls=Group, add_completion=False, rich_markup_mode=None)
    _add_list(group, session)
    _add_deciding(group, session)
    app.add_typer(group, name="doubles", help=_("Similar stories in the library."), cls=Group)


def _add_list(group: Typer, session: Session) -> None:
    @group.command("list", cls=Leaf, help=_("Compare what changed, and list the groups of similar stories."))
    def list_groups(
        limit: Annotated[int, Option("--limit", min=1, max=10_000, help=_("At most so many."))] = 100,
    ) -> None:
        with session.desk() as desk, session.progress(_("Comparing")) as progress:
            desk.doubles.search(progress)
            found = desk.doubles.groups(limit=limit).items
            stories = [story for one in found for story in one.stories]
            cards = {card.id: card for card in desk.library.lists.cards_of(stories)}
        session.give({"groups": [_shape(one, cards) for one in found]}, partial(_show, session, found, cards))


def _add_deciding(group: Typer, session: Session) -> None:
    @group.command(
        "decide", cls=Leaf, help=_("Remember of two stories that they are no duplicates, or one an update.")
    )
    def decide(
        story: Story,
        other: Story,
        decided: Annotated[Decided, Argument(metavar="|".join(Decided))],
    ) -> None:
        with session.desk() as desk:
            one, two = (desk.writing.open(number).uid for number in (story, other))
            if decided is Decided.NOTHING:
                desk.doubles.forget(one, two)
            else:
                desk.doubles.decide(one, two, _VERDICTS[decided])
        session.give({"decided": decided.value}, lambda: session.say(_("Kept.")))

    @group.command("merge", cls=Leaf, help=_("Make two drafts one; the second goes into the trash."))
    def merge(story: Story, other: Story) -> None:
        with session.desk() as desk:
            plan = desk.doubles.joining(story, other)
            desk.doubles.merge(story, other)
        gained = {gain.title: list(gain.words) for gain in plan.gains}
        session.give({"merged": story, "gained": gained}, lambda: session.say(_("The stories were merged.")))


def _shape(one: Likes, cards: dict[int, StoryCard]) -> dict[str, object]:
    return {
        "stories": [
            {"id": story, "headline": cards[story].headline, "state": cards[story].state.value}
            for story in one.stories
            if story in cards
        ],
        "pairs": [_pair(pair) for pair in one.pairs],
    }


def _pair(pair: Pair) -> dict[str, object]:
    return {
        "ids": [pair.first, pair.second],
        "headlines": pair.kind.value if pair.kind else None,
        "text": pair.body.value if pair.body else None,
        "score": pair.score,
        "share": pair.share,
    }


def _show(session: Session, found: tuple[Likes, ...], cards: dict[int, StoryCard]) -> None:
    if not found:
        session.say(_("No two stories of the library are alike."))
        return
    rows = [
        (
            str(pair.first),
            str(pair.second),
            cards[pair.first].headline,
            ", ".join(map(_, reasons(pair.kind, pair.body))),
        )
        for one in found
        for pair in one.pairs
        if pair.first in cards
    ]
    session.say(ngettext("{n} group of similar stories", "{n} groups of similar stories", len(found)))
    session.table((_("No."), _("No."), _("Headline"), _("Why")), rows, numbers=(0, 1))
