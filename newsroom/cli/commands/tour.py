"""``newsroom tour``: the whole road on the sample stories."""

import tempfile
from pathlib import Path
from typing import Annotated

from typer import Option, Typer

from newsroom.cli import shapes
from newsroom.cli.failures import REFUSED, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import number
from newsroom.desk.tour import Tour, take
from newsroom.translation import _


def add(app: Typer, session: Session) -> None:
    """Add the command."""

    @app.command("tour", cls=Leaf, help=_("Go the whole road on the sample stories, in a fresh library."))
    def tour(
        out: Annotated[Path, Option("--out", metavar="FOLDER", help=_("Where the files and pictures go."))],
    ) -> None:
        with tempfile.TemporaryDirectory(prefix="newsroom-tour-", ignore_cleanup_errors=True) as fresh:
            place = session.common.library or str(Path(fresh, "tour.newsroom"))
            with session.desk(place) as desk, session.progress(_("Tour")) as tell:
                done = take(desk, out, session.draw, tell)
        session.give(_shape(done, out), lambda: _show(session, done, out))
        whole = not (done.intake.refused or done.output.refused or done.undrawn)
        session.code = 0 if whole else REFUSED


def _shape(done: Tour, out: Path) -> shapes.Shape:
    return {
        "import": shapes.import_report(done.intake),
        "findings": sum(len(found) for _story, found in done.findings),
        "lookalikes": [{"id": story.id, "match": shapes.match(other)} for story, other in done.alike],
        "exported": done.exported.id,
        "export": shapes.export_report(done.output),
        "written": [str(path) for path in done.output.written],
        "pictures": [str(path) for path in done.pictures],
        "undrawn": sentence(done.undrawn) if done.undrawn else None,
        "folder": str(out),
    }


def _show(session: Session, done: Tour, out: Path) -> None:
    for story, found in done.findings:
        for one in found:
            session.say(f"{story.headline}: {sentence(one.message)}")
    session.say()
    if done.undrawn:
        session.remark(sentence(done.undrawn))
    session.table((_("Step"), _("What it did"), _("Where to look")), _rows(done, out))


def _rows(done: Tour, out: Path) -> list[tuple[str, str, str]]:
    came = len(done.intake.imported) + len(done.intake.known)
    found = sum(len(findings) for _story, findings in done.findings)
    pairs = "\n".join(f"{story.headline} ↔ {other.headline}" for story, other in done.alike)
    rows = [
        (_("Import"), _("{n} sample stories", n=number(came)), ""),
        (_("Check"), _("{n} findings", n=number(found)), _("above")),
        (_("Lookalikes"), pairs or _("none"), ""),
        (_("Export"), done.exported.headline, str(out)),
    ]
    rows += [("", path.suffix.lstrip("."), path.name) for path in done.output.written]
    rows += [(_("Window"), _("as it looks"), path.name) for path in done.pictures]
    return rows
