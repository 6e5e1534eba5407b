"""``newsroom import``: files and folders in."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.failures import CALLED_OFF, REFUSED, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import number
from newsroom.desk.reports import ImportReport, Renewal
from newsroom.translation import _, ngettext, tell

TOLD = 6
SHOWN = 100
"""So many stories are told one by one; all are counted, and --json tells all."""


def add(app: Typer, session: Session) -> None:
    """Add the command."""

    @app.command(
        "import", cls=Leaf, help=_("Bring in files and folders. The format is known by the content.")
    )
    def bring(
        paths: Annotated[list[Path], Argument(metavar="PATH...", help=_("Files, or folders with files."))],
        renewal: Annotated[
            Renewal,
            Option(
                "--newer",
                metavar="|".join(Renewal),
                help=_("What becomes of a file that holds a newer text of a story that is here."),
            ),
        ] = Renewal.UPDATE,
    ) -> None:
        with session.desk() as desk, session.progress(_("Import")) as tell, session.interruptible() as stop:
            report = desk.intake.read(paths, tell, stop, renewal)
        session.give(shapes.import_report(report), lambda: show(session, report))
        session.code = CALLED_OFF if report.cancelled else REFUSED if report.refused else 0
        if report.stopped:
            session.stop(report.stopped)


def show(session: Session, report: ImportReport) -> None:
    """Print what an import did, for people."""
    if report.imported:
        shown = report.imported[:SHOWN]
        rows = [(str(one.id), one.headline, number(len(one.findings))) for one in shown]
        session.table((_("No."), _("Headline"), _("Findings")), rows, numbers=(0, 2))
        session.say()
    shared = report.shared()
    for message, count in shared.items():
        words = sentence(message)
        session.say("  " + ngettext("{n} story: {words}", "{n} stories: {words}", count, words=words))
    for one in report.imported[:SHOWN]:
        own = (found.message for found in one.findings if found.message not in shared)
        told = (*own, *one.losses)
        for message in told[:TOLD]:
            session.say(f"  {one.id}: {sentence(message)}")
        if len(told) > TOLD:
            session.say(f"  {one.id}: " + ngettext("{n} more", "{n} more", len(told) - TOLD))
    _show_met(session, report)
    for refusal in report.refused:
        session.remark(f"{refusal.file}: {sentence(refusal.message)}")
    for known in report.known[:SHOWN]:
        session.say(_("{file} is here already, as No. {id}.", file=known.file, id=known.id))
    session.say(_summary(report))


def _show_met(session: Session, report: ImportReport) -> None:
    """Print what became of files whose stories were here before."""
    for back in report.returned[:SHOWN]:
        for message in back.told():
            session.say(f"  {back.id}: {sentence(message)}")
    for newer in report.renewed[:SHOWN]:
        session.say(_("No. {id} was brought up to date with {file}.", file=newer.file, id=newer.id))
        for message in newer.told():
            session.say(f"  {newer.id}: {sentence(message)}")
    for left in report.left[:SHOWN]:
        session.say(_("{file} holds a newer text of No. {id}, which was left.", file=left.file, id=left.id))


def _summary(report: ImportReport) -> str:
    count = len(report.imported)
    parts = [tell(back.message) for back in report.returned[:SHOWN]]
    if count or not (parts or report.renewed or report.left):
        parts.insert(0, ngettext("{n} story imported", "{n} stories imported", count))
    if report.renewed:
        count = len(report.renewed)
        parts.append(ngettext("{n} story brought up to date", "{n} stories brought up to date", count))
    if report.left:
        count = len(report.left)
        parts.append(ngettext("{n} newer text left", "{n} newer texts left", count))
    if report.refused:
        parts.append(ngettext("{n} file refused", "{n} files refused", len(report.refused)))
    if report.known:
        parts.append(ngettext("{n} known already", "{n} known already", len(report.known)))
    if report.cancelled:
        parts.append(_("called off"))
    text = ", ".join(parts)
    return f"{text[0].upper()}{text[1:]}."
