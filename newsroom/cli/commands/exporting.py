"""``newsroom export``: stories out."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import CALLED_OFF, REFUSED, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.desk.naming import GAPS
from newsroom.desk.reports import ExportReport
from newsroom.translation import _


def add(app: Typer, session: Session) -> None:
    """Add the command."""
    from newsroom.formats import writable

    names = "|".join(form.name for form in writable())
    gaps = " ".join(f"{{{gap}}}" for gap in GAPS)

    @app.command("export", cls=Leaf, help=_("Write stories into files."))
    def export(
        ids: Annotated[list[int], Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."))],
        to: Annotated[str, Option("--to", metavar=names, help=_("The format."))],
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
                help=_("How files are named: {gaps}.", gaps=gaps),
                show_default=False,
            ),
        ] = "",
    ) -> None:
        with session.desk() as desk, session.progress(_("Export")) as tell, session.interruptible() as stop:
            report = desk.output.export(ids, to, out, name, tell, stop)
        if report.refused and not report.written:
            raise report.refused[0].error
        session.give(shapes.export_report(report), lambda: _show(session, report))
        session.code = CALLED_OFF if report.cancelled else REFUSED if report.refused else 0


def _show(session: Session, report: ExportReport) -> None:
    for path in report.written:
        session.say(str(path))
    for loss in report.losses:
        session.remark(f"{loss.file.name}: {sentence(loss.message)}")
    for refused in report.refused:
        session.remark(_("No. {id}: {reason}", id=refused.id, reason=sentence(refused.message)))
