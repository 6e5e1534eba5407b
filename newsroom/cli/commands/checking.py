"""``newsroom check``: what the checks find in stories, and mending it."""

from typing import Annotated

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import CALLED_OFF, REFUSED, Usage, code_of, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.desk.reports import Fixed, ProofReport
from newsroom.translation import N_, _, msg, ngettext, tell


def add(app: Typer, session: Session) -> None:
    """Add the command."""

    @app.command("check", cls=Leaf, help=_("Say what the checks find in stories."))
    def check(
        ids: Annotated[
            list[int] | None,
            Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."), show_default=False),
        ] = None,
        everything: Annotated[bool, Option("--all", help=_("All stories."), show_default=False)] = False,
        fix: Annotated[
            bool,
            Option("--fix", help=_("Mend what the checks know how to mend, and save."), show_default=False),
        ] = False,
    ) -> None:
        if bool(ids) == everything:
            raise Usage(msg(N_("Name stories, or say --all.")))
        with session.desk() as desk, session.progress(_("Check")) as show, session.interruptible() as stop:
            meant = desk.lists.ids() if everything else tuple(dict.fromkeys(ids or ()))
            report = desk.proofing.read(meant, show, stop, fix=fix)
        session.give(shapes.proof_report(report), lambda: _show(session, report))
        session.code = _code(report)
        if report.stopped:
            session.stop(report.stopped)


def _code(report: ProofReport) -> int:
    if report.cancelled:
        return CALLED_OFF
    if not report.refused:
        return 0
    return REFUSED if report.fixed else code_of(report.refused[0].error)


def _show(session: Session, report: ProofReport) -> None:
    rows = [(str(id_), one.rule, sentence(one.message)) for id_, found in report.judged for one in found]
    if rows:
        session.table((_("No."), _("Rule"), _("Finding")), rows, numbers=(0,))
        session.say()
    for fixed in report.fixed:
        _show_fixed(session, fixed)
    for refused in report.refused:
        session.remark(_("No. {id}: {reason}", id=refused.id, reason=sentence(refused.message)))
    text = ngettext("{n} story", "{n} stories", len(report.judged))
    text += ", " + ngettext("{n} finding", "{n} findings", len(rows))
    mended = sum(len(fixed.findings) for fixed in report.fixed)
    session.say(text + (", " + _("{n} mended", n=mended) if mended else "") + ".")


def _show_fixed(session: Session, fixed: Fixed) -> None:
    for one in fixed.findings:
        done = tell(one.fix.label) if one.fix else ""
        session.say(f"  {fixed.id}: {sentence(one.message)} {done}.")
