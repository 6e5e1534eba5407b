"""``newsroom print-profiles`` and ``newsroom calibrate``: how the house prints, and its lines fitted to the paper."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from typer import Argument, Option, Typer

from newsroom.cli.failures import Usage
from newsroom.cli.help import Group, Leaf
from newsroom.cli.session import Session
from newsroom.desk import Desk
from newsroom.domain.print_profile import PrintProfile
from newsroom.translation import N_, _, msg, ngettext

if TYPE_CHECKING:
    from newsroom.text.calibration import Calibration


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    _add_profiles(app, session)
    _add_calibrate(app, session)


def _add_profiles(app: Typer, session: Session) -> None:
    profiles = Typer(cls=Group, add_completion=False, rich_markup_mode=None)

    @profiles.command("list", cls=Leaf, help=_("List the print profiles; the first is the house's own."))
    def list_profiles() -> None:
        with session.desk() as desk:
            shapes = [_shape(desk, one) for one in desk.printing.profiles()]
        session.give({"profiles": shapes}, lambda: _show(session, shapes))

    @profiles.command(
        "import",
        cls=Leaf,
        help=_("Take in the print profiles of a file; those of the same name are replaced."),
    )
    def import_profiles(
        file: Annotated[Path, Argument(metavar="FILE", help=_("A file of print profiles."))],
    ) -> None:
        with session.desk() as desk:
            desk.printing.take_in(file)
            shapes = [_shape(desk, one) for one in desk.printing.profiles()]
        session.give({"profiles": shapes}, lambda: _show(session, shapes))

    @profiles.command("export", cls=Leaf, help=_("Write the print profiles into a file."))
    def export_profiles(
        file: Annotated[Path, Argument(metavar="FILE", help=_("The file to write."))],
    ) -> None:
        with session.desk() as desk:
            desk.printing.write(file)
            count = len(desk.printing.profiles())
        session.give(
            {"file": str(file), "profiles": count},
            lambda: session.say(ngettext("{n} profile written.", "{n} profiles written.", count)),
        )

    app.add_typer(
        profiles, name="print-profiles", help=_("How the house prints: page, columns and type."), cls=Group
    )


def _add_calibrate(app: Typer, session: Session) -> None:
    @app.command(
        "calibrate",
        cls=Leaf,
        help=_("Fit the lines to the type of a print profile, and to stories whose printed lines are known."),
    )
    def calibrate(
        stories: Annotated[
            list[str] | None,
            Argument(
                metavar="FILE=LINES...", help=_("A printed story and its lines there."), show_default=False
            ),
        ] = None,
        profile: Annotated[
            str, Option("--profile", help=_("The name of a print profile."), show_default=False)
        ] = "",
        keep: Annotated[
            bool, Option("--keep", help=_("Count by it from now on; otherwise it is only told."))
        ] = False,
        by_type: Annotated[
            bool, Option("--by-type", help=_("Count by the widths of letters, not by characters per line."))
        ] = False,
    ) -> None:
        told = [_told(story) for story in stories or ()]
        with session.desk() as desk:
            found = _calibrated(desk, profile, told, by_type=by_type)
            if keep:
                desk.printing.keep(found.profile)
            shape = {**_shape(desk, found.profile), "kept": keep, **_errors(found, len(told))}
        session.give(shape, lambda: _tell(session, found, shape, len(told)))


def _told(story: str) -> tuple[Path, int]:
    name, equals, lines = story.rpartition("=")
    if not equals or not lines.strip().isdecimal():
        raise Usage(msg(N_("“{value}” is not FILE=LINES."), value=story))
    return Path(name).expanduser(), int(lines.strip()[:9])


def _calibrated(desk: Desk, name: str, told: list[tuple[Path, int]], *, by_type: bool) -> "Calibration":
    from newsroom.text.calibration import Calibration

    profile = desk.printing.profile(name)
    profile = desk.printing.measured(replace(profile, characters=0) if by_type else profile)
    if not told:
        return Calibration(profile, 0, 0)
    return desk.printing.calibrate(profile, [desk.printing.printed(*one) for one in told])


def _shape(desk: Desk, one: PrintProfile) -> dict[str, Any]:
    return {
        "name": one.name,
        "page": one.page.value,
        "columns": one.columns,
        "column": round(one.column_width, 1),
        "type": one.face,
        "size": one.size,
        "leading": one.pitch,
        "counts": "type" if one.sets_lines_by_type else "characters",
        "characters": dict(desk.printing.characters(one)),
        "measure": one.measure,
    }


def _errors(found: "Calibration", stories: int) -> dict[str, Any]:
    if not stories:
        return {}
    held_out = None if found.held_out is None else round(found.held_out, 2)
    return {"before": round(found.before, 2), "after": round(found.after, 2), "held_out": held_out}


def _show(session: Session, shapes: list[dict[str, Any]]) -> None:
    heads = (_("Profile"), _("Columns"), _("Column, mm"), _("Type"), _("Characters per line"))
    session.table(heads, [_row(one) for one in shapes], numbers=(1, 2))


def _row(one: dict[str, Any]) -> tuple[str, ...]:
    characters = ", ".join(f"{code} {number}" for code, number in one["characters"].items())
    face = f"{one['type']} {one['size']:g}/{one['leading']:g}"
    name = one["name"]
    return _(name), str(one["columns"]), f"{one['column']:g}", face, characters


def _tell(session: Session, found: "Calibration", shape: dict[str, Any], stories: int) -> None:
    _show(session, [shape])
    if stories:
        before, after = f"{found.before:.1f}", f"{found.after:.1f}"
        session.say(_("Wrong lines of forty: {before} before, {after} now.", before=before, after=after))
    if found.held_out is not None:
        session.say(_("Stories left out of the fit: at most {n} of forty.", n=f"{found.held_out:.1f}"))
    if not shape["kept"]:
        session.say(_("Nothing was changed; --keep counts by it from now on."))
