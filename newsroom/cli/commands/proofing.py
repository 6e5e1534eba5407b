"""``newsroom lookalikes`` and ``newsroom check``."""

from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import Usage, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import alike
from newsroom.desk import Desk
from newsroom.domain.finding import Finding
from newsroom.domain.lookalike import Lookalike
from newsroom.translation import N_, _, msg, ngettext


def add(app: Typer, session: Session) -> None:
    """Add the commands."""

    @app.command("lookalikes", cls=Leaf, help=_("Find stories whose headline is like this one."))
    def lookalikes(
        text: Annotated[
            list[str] | None, Argument(metavar="TEXT", help=_("A headline."), show_default=False)
        ] = None,
        story: Annotated[
            int,
            Option(
                "--id",
                metavar="ID",
                max=LARGEST_ID,
                help=_("The headline of this story."),
                show_default=False,
            ),
        ] = 0,
    ) -> None:
        if bool(text) == bool(story):
            raise Usage(msg(N_("Give either a headline or --id.")))
        with session.desk() as desk:
            matches = _of_story(desk, story) if story else desk.proofing.lookalikes(" ".join(text or ()))
        session.give(
            {"matches": [shapes.match(one) for one in matches]}, lambda: _show_matches(session, matches)
        )

    @app.command("check", cls=Leaf, help=_("Say what the checks find in stories."))
    def check(
        ids: Annotated[
            list[int] | None,
            Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."), show_default=False),
        ] = None,
        everything: Annotated[bool, Option("--all", help=_("All stories."), show_default=False)] = False,
    ) -> None:
        if bool(ids) == everything:
            raise Usage(msg(N_("Name stories, or say --all.")))
        with session.desk() as desk, session.progress(_("Check")) as tell, session.interruptible() as stop:
            judged = []
            meant = desk.lists.ids() if everything else tuple(dict.fromkeys(ids or ()))
            for done, id_ in enumerate(meant):
                if stop():
                    break
                if tell:
                    tell(done, len(meant), "")
                judged.append((id_, desk.proofing.findings(desk.writing.open(id_))))
        stories = [{"id": id_, "findings": [shapes.finding(one) for one in found]} for id_, found in judged]
        session.give({"stories": stories}, lambda: _show_findings(session, judged))


def _of_story(desk: Desk, id_: int) -> tuple[Lookalike, ...]:
    story = desk.writing.open(id_)
    return desk.proofing.lookalikes(story.headline, story.id, story.publish_time)


def _show_matches(session: Session, matches: tuple[Lookalike, ...]) -> None:
    if not matches:
        session.say(_("No headline like this."))
        return
    rows = [(str(one.id), one.headline, alike(one)) for one in matches]
    session.table((_("No."), _("Headline"), _("Why")), rows, numbers=(0,))


def _show_findings(session: Session, judged: list[tuple[int, tuple[Finding, ...]]]) -> None:
    rows = [(str(id_), one.rule, sentence(one.message)) for id_, found in judged for one in found]
    if rows:
        session.table((_("No."), _("Rule"), _("Finding")), rows, numbers=(0,))
        session.say()
    stories = ngettext("{n} story", "{n} stories", len(judged))
    session.say(f"{stories}, " + ngettext("{n} finding", "{n} findings", len(rows)) + ".")
