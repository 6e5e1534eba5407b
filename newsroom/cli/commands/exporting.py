"""``newsroom export``: stories out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

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
from newsroom.domain.listing import EVERYTHING, Cursor, Filter
from newsroom.domain.workflow import State
from newsroom.translation import N_, _, msg, ngettext

PAGE = 200
TOLD = 20
"""So many losses are told one by one; --json tells all."""


def add(app: Typer, session: Session) -> None:
    """Add the command."""
    from newsroom.formats import Audience, writable

    names = _("The format: {all}.", all=", ".join(form.name for form in writable()))
    gaps = " ".join(f"{{{gap}}}" for gap in GAPS)
    named = _("How files are named, folders parted by slashes: {gaps}.", gaps=gaps)
    states = _("What is in this state: {all}.", all=", ".join(State))
    strict = _("For whom, where that is as strict as the format.")

    @app.command("export", cls=Leaf, help=_("Write stories into files."))
    def export(
        ids: Annotated[
            list[int] | None,
            Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."), show_default=False),
        ] = None,
        to: Annotated[str, _option("--to", "FORMAT", names)] = "",
        profile: Annotated[str, _option("--profile", "NAME", _("A preset of the house."))] = "",
        audience: Annotated[str, _option("--audience", "|".join(Audience), strict)] = "",
        one_file: Annotated[bool, Option("--one-file", help=_("All stories in one file."))] = False,
        renew: Annotated[bool, Option("--renew", help=_("Replace files of the same name."))] = False,
        out: Annotated[
            Path | None, _option("--out", "FILE|FOLDER", _("Where to; otherwise the folder here."))
        ] = None,
        name: Annotated[str, _option("--name", "PATTERN", named)] = "",
        query: Annotated[str, _option("--query", "QUERY", _("What this search finds."))] = "",
        section: Annotated[str, _option("--section", "NAME", _("What is in this section."))] = "",
        state: Annotated[list[str], _option("--state", "STATE", states)] = [],  # noqa: B006 - Typer makes a new list for each call
    ) -> None:
        chosen = Filter(states=frozenset(map(state_named, state)), section=section)
        if not (ids or query or section or state):
            raise Usage(msg(N_("Name stories by number, or by --query, --section or --state.")))
        if not (to or profile):
            raise Usage(msg(N_("Name a format with --to, or a preset with --profile.")))
        layout = Layout.ONE if one_file else None
        asked = _Asked(profile, to, audience, name, layout, renew, out, query, chosen)
        _give(session, asked, ids or [])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the options say."""

    profile: str
    to: str
    audience: str
    name: str
    layout: Layout | None
    renew: bool
    out: Path | None
    query: str
    chosen: Filter

    def meant(self, desk: Desk) -> ExportProfile:
        """Give the preset that is named, with what the options say besides."""
        named = desk.profiles.named(self.profile) if self.profile else ExportProfile(format=self.to)
        return replace(
            named,
            format=self.to or named.format,
            audience=self.audience or named.audience,
            layout=self.layout or named.layout,
            pattern=self.name or named.pattern,
            renew=self.renew or named.renew,
        )

    def found(self, desk: Desk) -> list[int]:
        """Give the stories that pass the filter, newest first, and that the search finds where there is one."""
        if self.query:
            return list(_searched(desk, self.query, self.chosen))
        return list(desk.lists.ids(self.chosen)) if self.chosen != EVERYTHING else []


def _option(name: str, metavar: str, text: str) -> Any:
    return Option(name, metavar=metavar, help=text, show_default=False)


def _give(session: Session, asked: _Asked, ids: list[int]) -> None:
    tell_broken(session)
    with session.desk() as desk, session.progress(_("Export")) as tell, session.interruptible() as stop:
        meant = [*ids, *asked.found(desk)]
        report = desk.output.export(meant, asked.meant(desk), asked.out, "", tell, stop)
    give_report(session, report)


def give_report(session: Session, report: ExportReport) -> None:
    """Answer with what an export did; raises what kept everything from going out."""
    if report.refused and not report.written:
        raise report.refused[0].error
    session.give(shapes.export_report(report), lambda: _show(session, report))
    session.code = CALLED_OFF if report.cancelled else REFUSED if report.refused else 0


def tell_broken(session: Session) -> None:
    """Name the extensions that are left out."""
    from newsroom.formats import broken

    for one in broken():
        session.remark(sentence(one.message))


def _searched(desk: Desk, query: str, chosen: Filter) -> Iterator[int]:
    after: Cursor | None = None
    while True:
        page = desk.lists.search(query, chosen, after, PAGE)
        yield from (hit.card.id for hit in page.items)
        after = page.next
        if after is None:
            return


def _show(session: Session, report: ExportReport) -> None:
    for path in report.written:
        session.say(str(path))
    for loss in report.losses[:TOLD]:
        session.remark(f"{loss.file.name}: {sentence(loss.message)}")
    if len(report.losses) > TOLD:
        session.remark(ngettext("{n} more loss", "{n} more losses", len(report.losses) - TOLD))
    for refused in report.refused:
        session.remark(_("No. {id}: {reason}", id=refused.id, reason=sentence(refused.message)))
