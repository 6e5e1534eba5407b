"""``newsroom convert``: files from one format into another, without a library."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli.commands.exporting import tell_broken
from newsroom.cli.failures import CALLED_OFF, REFUSED, Usage, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.desk.converting import Converter, ConvertReport
from newsroom.domain.errors import Embargoed, Known, Refused
from newsroom.translation import N_, _, msg, ngettext

LEAST = 2


def add(app: Typer, session: Session) -> None:
    """Add the command."""
    from newsroom.formats import Audience, writable

    names = ", ".join(form.name for form in writable())

    @app.command("convert", cls=Leaf, help=_("Turn files of one format into another, without a library."))
    def convert(
        paths: Annotated[
            list[Path],
            Argument(
                metavar="PATH...", help=_("Files and folders; the last one is the file or folder to write.")
            ),
        ],
        to: Annotated[
            str,
            Option(
                "--to",
                metavar="FORMAT",
                help=_("The format, where the ending does not say it: {all}.", all=names),
                show_default=False,
            ),
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
    ) -> None:
        if len(paths) < LEAST:
            raise Usage(msg(N_("Name what to read, and then what to write.")))
        tell_broken(session)
        report = _converted(session, paths, to, audience)
        if report.refused and not report.written:
            raise _nothing(report)
        session.give(_shape(report), lambda: _show(session, report))
        session.code = CALLED_OFF if report.cancelled else REFUSED if report.refused else 0


def _nothing(report: ConvertReport) -> Known:
    """Give the error of a conversion that wrote nothing."""
    first = report.refused[0]
    message = msg(N_("{file}: {reason}"), file=first.file, reason=first.message)
    return Embargoed(message) if report.held else Refused(message)


def _converted(session: Session, paths: list[Path], to: str, audience: str) -> ConvertReport:
    from newsroom.desk import now_utc
    from newsroom.formats.guard import Guard

    with Guard() as guard, session.progress(_("Convert")) as tell, session.interruptible() as stop:
        return Converter(guard, now_utc).convert(paths[:-1], paths[-1], to, audience, tell, stop)


def _shape(report: ConvertReport) -> dict[str, object]:
    return {
        "written": [str(path) for path in report.written],
        "stories": report.stories,
        "refused": [{"file": one.file, "reason": sentence(one.message)} for one in report.refused],
        "losses": [{"file": str(one.file), "message": sentence(one.message)} for one in report.losses],
    }


def _show(session: Session, report: ConvertReport) -> None:
    for path in report.written:
        session.say(str(path))
    for loss in report.losses:
        session.remark(f"{loss.file.name}: {sentence(loss.message)}")
    for refusal in report.refused:
        session.remark(f"{refusal.file}: {sentence(refusal.message)}")
    if report.stories > len(report.written):
        session.remark(ngettext("{n} story written.", "{n} stories written.", report.stories))
