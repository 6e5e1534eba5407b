"""``newsroom export``: stories out."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.commands.listing import state_named
from newsroom.cli.failures import CALLED_OFF, REFUSED, Usage, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.desk import Desk
from newsroom.desk.naming import GAPS
from newsroom.desk.reports import ExportReport
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.domain.listing import Cursor, Filter
from newsroom.domain.workflow import State
from newsroom.translation import N_, _, msg, ngettext

PAGE = 200
TOLD = 20
"""So many losses are told one by one; --json tells all."""


def add(app: Typer, session: Session) -> None:
    """Add the command."""
    from newsroom.formats import Audience, writable

    names = ", ".join(form.name for form in writable())
    gaps = " ".join(f"{{{gap}}}" for gap in GAPS)

    @app.command("export", cls=Leaf, help=_("Write stories into files."))
    def export(
        ids: Annotated[
            list[int] | None,
            Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."), show_default=False),
        ] = None,
        to: Annotated[
            str, Option("--to", metavar="FORMAT", help=_("The format: {all}.", all=names), show_default=False)
        ] = "",
        profile: Annotated[
            str, Option("--profile", metavar="NAME", help=_("A preset of the house."), show_default=False)
        ] = "",
        audience: Annotated[
            str,
            Option(
                "--audience",
                metavar="|".join(Audience),
                help=_("For whom, where that is as strict as the format."),
                show_default=False,
            ),
        ] = "",
        one_file: Annotated[bool, Option("--one-file", help=_("All stories in one file."))] = False,
        renew: Annotated[bool, Option("--renew", help=_("Replace files of the same name."))] = False,
        out: Annotated[
            Path | None,
            Option(
                "--out",
                metavar="FILE|FOLDER",
                help=_("Where to; otherwise the folder here."),
                show_default=False,
            ),
        ] = None,
        name: Annotated[
            str,
            Option(
                "--name",
                metavar="PATTERN",
                help=_("How files are named, folders parted by slashes: {gaps}.", gaps=gaps),
                show_default=False,
            ),
        ] = "",
        query: Annotated[
            str, Option("--query", metavar="QUERY", help=_("What this search finds."), show_default=False)
        ] = "",
        section: Annotated[
            str, Option("--section", metavar="NAME", help=_("What is in this section."), show_default=False)
        ] = "",
        state: Annotated[
            list[str],
            Option(
                "--state",
                metavar="STATE",
                help=_("What is in this state: {all}.", all=", ".join(State)),
                show_default=False,
            ),
        ] = [],  # noqa: B006 - Typer makes a new list for each call
    ) -> None:
        chosen = Filter(states=frozenset(map(state_named, state)), section=section)
        if not (ids or query or section or state):
            raise Usage(msg(N_("Name stories by number, or by --query, --section or --state.")))
        if not (to or profile):
            raise Usage(msg(N_("Name a format with --to, or a preset with --profile.")))
        tell_broken(session)
        with session.desk() as desk, session.progress(_("Export")) as tell, session.interruptible() as stop:
            wanted = _meant(desk, profile, to, audience)
            wanted = replace(
                wanted,
                layout=Layout.ONE if one_file else wanted.layout,
                pattern=name or wanted.pattern,
                renew=renew or wanted.renew,
            )
            meant = [*(ids or ()), *(_found(desk, query, chosen) if query or section or state else ())]
            report = desk.output.export(meant, wanted, out, "", tell, stop)
        if report.refused and not report.written:
            raise report.refused[0].error
        session.give(shapes.export_report(report), lambda: _show(session, report))
        session.code = CALLED_OFF if report.cancelled else REFUSED if report.refused else 0


def tell_broken(session: Session) -> None:
    """Name the extensions that are left out."""
    from newsroom.formats import broken

    for one in broken():
        session.remark(sentence(one.message))


def _meant(desk: Desk, profile: str, to: str, audience: str) -> ExportProfile:
    """Give the preset that is named, or what the options say."""
    wanted = desk.profiles.named(profile) if profile else ExportProfile(format=to)
    return replace(wanted, format=to or wanted.format, audience=audience or wanted.audience)


def _found(desk: Desk, query: str, chosen: Filter) -> list[int]:
    """Give the stories that pass a filter, newest first, and that a search finds where there is one."""
    if not query:
        return list(desk.lists.ids(chosen))
    found: list[int] = []
    after: Cursor | None = None
    while True:
        page = desk.lists.search(query, chosen, after, PAGE)
        found += [hit.card.id for hit in page.items]
        after = page.next
        if after is None:
            return found


def _show(session: Session, report: ExportReport) -> None:
    for path in report.written:
        session.say(str(path))
    for loss in report.losses[:TOLD]:
        session.remark(f"{loss.file.name}: {sentence(loss.message)}")
    if len(report.losses) > TOLD:
        session.remark(ngettext("{n} more loss", "{n} more losses", len(report.losses) - TOLD))
    for refused in report.refused:
        session.remark(_("No. {id}: {reason}", id=refused.id, reason=sentence(refused.message)))
