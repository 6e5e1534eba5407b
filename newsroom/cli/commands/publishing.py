"""``newsroom publish``, ``channels`` and ``releases``: stories out by the house's channels, by hand and by the clock."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from typer import Argument, Option, Typer

from newsroom.cli import publishing_shapes as shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.commands.moving import HELP, channel_named, each
from newsroom.cli.failures import REFUSED, Usage, code_of, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import number, when, word
from newsroom.cli.times import typed_time
from newsroom.desk import Desk
from newsroom.desk.publishing import Sendings
from newsroom.desk.schedule import DueReport
from newsroom.domain.article import Article
from newsroom.domain.channel import Channel
from newsroom.domain.publishing import ChannelPlan, Release
from newsroom.domain.workflow import State, Transition
from newsroom.translation import N_, _, msg


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    _add_publish(app, session)
    _add_channels(app, session)
    _add_releases(app, session)


def _text(text: str, metavar: str = "TEXT") -> Any:
    return Option(metavar=metavar, help=text, show_default=False)


def _add_publish(app: Typer, session: Session) -> None:
    @app.command("publish", cls=Leaf, help=_(HELP[Transition.PUBLISH]))
    def publish(
        ids: Annotated[
            list[int] | None,
            Argument(metavar="ID...", max=LARGEST_ID, help=_("Stories."), show_default=False),
        ] = None,
        due: Annotated[
            bool, Option("--due", help=_("All scheduled stories whose hour has come; for a timer."))
        ] = False,
        note: Annotated[str, _text(_("A word to colleagues, kept in the journal."))] = "",
        at: Annotated[str, _text(_("The publish time to set."), "TIME")] = "",
        channel: Annotated[
            list[str] | None, _text(_("Where it goes out; may be given again."), "|".join(Channel))
        ] = None,
        seen: Annotated[str, _text(_("The hash of the text that you have read; no other moves."))] = "",
        override: Annotated[str, _text(_("Why a duty editor passes over the checklist; it is kept."))] = "",
    ) -> None:
        if due == bool(ids):
            raise Usage(msg(N_("Name the stories to publish, or say --due for those whose hour has come.")))
        channels = tuple(channel_named(name) for name in channel or ())
        with session.desk() as desk:
            if due:
                _give_due(session, desk)
                return
            time = typed_time(session, "--at", at, desk)

            def move(story: int) -> Article:
                found = desk.writing.open(story)
                if found.state is State.PUBLISHED and channels:
                    _tell(session, desk.publishing.send([story], channels))
                    return found
                done = desk.approval.move(
                    found, Transition.PUBLISH, note, time, override=override, seen=seen, channels=channels
                )
                return done.article

            each(session, ids or [], move)
            _tell_waiting(session, desk, ids or [])


def _give_due(session: Session, desk: Desk) -> None:
    with session.progress(_("Publish")) as tell, session.interruptible() as stop:
        report = desk.publishing.schedule.due(tell, stop)
    session.give(shapes.due_report(report, desk.zone), lambda: _show_due(session, report, desk.zone))
    if report.stopped:
        session.stop(report.stopped)
    elif report.refused:
        session.code = code_of(report.refused[0].error)
    elif report.sendings.unsent:
        session.code = REFUSED


def _show_due(session: Session, report: DueReport, zone: str) -> None:
    if not (report.out or report.refused or report.sendings.unsent):
        session.say(_("Nothing is due."))
    for one in report.out:
        hour = when(one.hour, zone)
        text = N_("No. {id} “{headline}” went out; its hour was {time}.")
        late = N_("No. {id} “{headline}” went out late; its hour was {time}.")
        session.say(_(late if one.late else text, id=one.story, headline=one.headline, time=hour))
    for refused in report.refused:
        session.remark(_("No. {id}: {reason}", id=refused.id, reason=sentence(refused.message)))
    _tell(session, report.sendings)


def _tell(session: Session, done: Sendings) -> None:
    """Tell what was written and what waits."""
    if session.common.json:
        return
    for sent in done.sent:
        for path in sent.paths:
            session.say(str(path))
        for remark in sent.remarks:
            session.remark(_("No. {id}: {reason}", id=sent.story, reason=sentence(remark)))
    for unsent in done.unsent:
        session.remark(_("No. {id}: {reason}", id=unsent.story, reason=sentence(unsent.error.message)))


def _tell_waiting(session: Session, desk: Desk, ids: list[int]) -> None:
    """Tell which of the stories that were published wait for their files, and what keeps them."""
    for one in desk.publishing.waiting():
        if one.story in ids and one.fault is not None:
            session.code = session.code or REFUSED
            if not session.common.json:
                session.remark(_("No. {id}: {reason}", id=one.story, reason=sentence(one.fault)))


def _add_channels(app: Typer, session: Session) -> None:
    @app.command("channels", cls=Leaf, help=_("Show by which channels stories go out, or change one."))
    def channels(
        channel: Annotated[
            str, Argument(metavar="|".join(Channel), help=_("The channel to change."), show_default=False)
        ] = "",
        folder: Annotated[str | None, _text(_("Into which folder files go."), "FOLDER")] = None,
        pattern: Annotated[str | None, _text(_("How files are named."), "PATTERN")] = None,
        to: Annotated[list[str] | None, _text(_("A format; may be given again."), "FORMAT")] = None,
        profile: Annotated[str | None, _text(_("A preset of the house."), "NAME")] = None,
    ) -> None:
        with session.desk() as desk:
            if channel:
                wanted = channel_named(channel)
                given = {"folder": _absolute(folder), "pattern": pattern, "preset": profile}
                given["formats"] = tuple(to) if to else None  # type: ignore[assignment]  # the one that is no text
                values: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
                plans = [
                    replace(plan, **values) if plan.channel is wanted else plan
                    for plan in desk.publishing.plans()
                ]
                desk.publishing.put_plans(plans)
            _give_plans(session, desk.publishing.plans())


def _absolute(folder: str | None) -> str | None:
    return str(Path(folder).expanduser().absolute()) if folder else folder


def _give_plans(session: Session, plans: tuple[ChannelPlan, ...]) -> None:
    heads = (_("Channel"), _("Folder"), _("File names"), _("Formats"), _("Preset"))
    rows = [(word(one.channel), one.folder, one.pattern, ", ".join(one.formats), one.preset) for one in plans]
    shape = {"channels": [shapes.plan(one) for one in plans]}
    session.give(shape, lambda: session.table(heads, rows))


def _add_releases(app: Typer, session: Session) -> None:
    @app.command("releases", cls=Leaf, help=_("Show what went out of a story, and give its files back."))
    def releases(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
        sending: Annotated[
            int, Option("--number", metavar="N", help=_("Which sending to give back."), show_default=False)
        ] = 0,
        out: Annotated[Path | None, _text(_("Into which folder; the very bytes."), "FOLDER")] = None,
    ) -> None:
        with session.desk() as desk:
            desk.writing.open(story)
            if bool(sending) != (out is not None):
                raise Usage(
                    msg(N_("To give files back, name the sending with --number and a folder with --out."))
                )
            if out is not None:
                paths = desk.publishing.give_back(story, sending, out)
                shape = {"written": [str(path) for path in paths]}
                session.give(shape, lambda: session.say("\n".join(map(str, paths))))
                return
            found, zone = desk.publishing.releases(story), desk.zone
        listed = {"releases": [shapes.release(one, zone) for one in found]}
        session.give(listed, lambda: _show_releases(session, found, zone))


def _show_releases(session: Session, found: tuple[Release, ...], zone: str) -> None:
    if not found:
        session.say(_("Nothing of this story went out yet."))
        return
    heads = (_("No."), _("Time"), _("Channel"), _("What"), _("Version"), _("By"), _("File"), _("Bytes"))
    rows = [
        (
            str(one.number), when(one.time, zone), word(one.channel), word(one.kind), str(one.version),
            one.person, file.path, number(file.size),
        )
        for one in found
        for file in one.files
    ]  # fmt: skip
    session.table(heads, rows, numbers=(0, 4, 7))
