"""``newsroom doubles``: like stories of the whole library, or of some; what is decided of two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.failures import Usage
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import word
from newsroom.desk.doubles import Wanted
from newsroom.domain.likeness_words import sentence, standing, why
from newsroom.domain.lookalike import Verdict
from newsroom.translation import N_, _, msg, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.cli.shapes import Shape
    from newsroom.desk import Desk
    from newsroom.desk.doubles import Twins
    from newsroom.domain.lookalike import Lookalike

DECIDE = "decide"
_TWO = 2


def add(app: Typer, session: Session) -> None:
    """Add the command."""

    @app.command(
        "doubles",
        cls=Leaf,
        help=_(
            "List stories that are alike, in groups; or decide of two: newsroom doubles decide 12 7 --update-of."
        ),
    )
    def doubles(
        what: Annotated[
            list[str] | None,
            Argument(metavar="[ID...]", help=_("Stories, or “decide” and two of them."), show_default=False),
        ] = None,
        not_a_duplicate: Annotated[
            bool, Option("--not-a-duplicate", help=_("Keep that the two are no duplicates."))
        ] = False,
        update_of: Annotated[
            bool, Option("--update-of", help=_("Keep that the first updates the second."))
        ] = False,
        undecided: Annotated[
            bool, Option("--undecided", help=_("Take back what was decided of the two."))
        ] = False,
        unpublished: Annotated[
            bool, Option("--unpublished", help=_("Only groups with two stories that are not published."))
        ] = False,
        limit: Annotated[
            int, Option(metavar="N", min=1, max=10_000, help=_("So many groups at most."))
        ] = 100,
    ) -> None:
        words = list(what or ())
        chosen = [not_a_duplicate, update_of, undecided]
        if words[:1] == [DECIDE]:
            if sum(chosen) != 1 or len(words) != _TWO + 1:
                text = N_("Give two stories and one of --not-a-duplicate, --update-of, --undecided.")
                raise Usage(msg(text))
            verdict = (Verdict.NOT_A_DUPLICATE, Verdict.UPDATE_OF, None)[chosen.index(True)]
            _decide(session, _numbers(words[1:]), verdict)
        elif any(chosen):
            raise Usage(msg(N_("Name the stories: newsroom doubles decide 12 7 --not-a-duplicate.")))
        elif words:
            _of_stories(session, _numbers(words))
        else:
            _of_library(session, Wanted(unpublished=unpublished), limit)


def _numbers(words: list[str]) -> list[int]:
    if not all(one.isdecimal() for one in words):
        raise Usage(msg(N_("Stories are named by their numbers.")))
    return [int(one) for one in words]


def _decide(session: Session, two: list[int], verdict: Verdict | None) -> None:
    with session.desk() as desk:
        uid, other = (desk.doubles.uid(story) for story in two)
        if verdict is None:
            desk.doubles.forget(uid, other)
        else:
            desk.doubles.decide(uid, other, verdict)
    said = word(verdict) if verdict else _("Undecided")
    told = {"stories": two, "decision": verdict.value if verdict else None}
    session.give(told, lambda: session.say(f"{two[0]}, {two[1]}: {said}"))


def _of_stories(session: Session, ids: list[int]) -> None:
    with session.desk() as desk:
        found = [(story, desk.doubles.like(desk.writing.open(story))) for story in ids]
        rows = [(str(story), *_told(desk, like)) for story, likes in found for like in likes]
    listed = [{"id": story, "matches": [shapes.match(one) for one in likes]} for story, likes in found]
    heads = (_("No."), _("Like"), _("Headline"), _("Why"))
    session.give({"stories": listed}, lambda: _table(session, heads, rows))


def _told(desk: Desk, like: Lookalike) -> tuple[str, str, str]:
    said = sentence(why(like.kind, like.body), standing(like.state, like.time, desk.clock(), desk.zone))
    return str(like.id), like.headline, tell(said)


def _of_library(session: Session, wanted: Wanted, limit: int) -> None:
    with session.desk() as desk:
        if not desk.library.read_only:
            desk.doubles.search()
        groups = desk.doubles.groups()
        found = desk.doubles.page(groups, wanted, 0, limit).items
    rows = [row for number, group in enumerate(found, 1) for row in _rows(number, group)]
    heads = (_("Group"), _("No."), _("Headline"), _("State"), _("Why"))
    shown = {"groups": [_shape(one) for one in found], "all": len(groups)}
    session.give(shown, lambda: _table(session, heads, rows))


def _rows(number: int, group: Twins) -> Iterator[tuple[str, ...]]:
    best = group.pairs[0]
    for card in group.stories:
        reason = tell(why(best.kind, best.body)) if card is group.stories[0] else ""
        yield str(number), str(card.id), card.headline, word(card.state), reason


def _shape(group: Twins) -> Shape:
    return {
        "stories": [
            {"id": card.id, "headline": card.headline, "state": card.state.value, "section": card.section}
            for card in group.stories
        ],
        "pairs": [
            {
                "stories": [pair.first, pair.second],
                "kind": pair.kind.value if pair.kind else None,
                "text": pair.body.value if pair.body else None,
                "score": pair.score,
                "share": pair.share,
            }
            for pair in group.pairs
        ],
    }


def _table(session: Session, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    if not rows:
        session.say(_("No two stories are alike, or all were decided."))
        return
    session.table(heads, rows, numbers=(0, 1))
