"""The program: its commands put together after the language is chosen, and its errors told."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from typing import TYPE_CHECKING, Any

from newsroom import __version__, translation
from newsroom.cli import failures
from newsroom.cli.arguments import Common, part
from newsroom.cli.session import Session
from newsroom.domain.errors import Known
from newsroom.translation import _

if TYPE_CHECKING:
    from typer import Typer

    from newsroom.cli.session import Draw


def perform(arguments: list[str], draw: Draw | None) -> int:
    """Do what the arguments say, tell what went wrong, and give the exit code."""
    translation.use(translation.wanted(arguments))
    _let_every_letter_through()
    session = Session(Common(json="--json" in arguments, debug="--debug" in arguments), draw)
    try:
        code = _attempt(session, arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        _be_quiet()
        return failures.DONE
    except OSError as error:
        if not _no_room(error):
            raise
        _be_quiet()
        session.remark(_no_room_sentence(session))
        return failures.REFUSED
    return code


def _no_room(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}


def _no_room_sentence(session: Session) -> str:
    if session.speaking:
        return _("The disk is full: the answer could not be written. Make room, then try again.")
    return _("The disk is full. Make room, then try again.")


def _attempt(session: Session, arguments: list[str]) -> int:
    try:
        session.common, rest = part(arguments)
        return _invoke(session, rest)
    except Known as error:
        code = failures.code_of(error)
        return _tell(session, failures.kind_of(error), failures.sentence(error.message), code)
    except KeyboardInterrupt:
        return _tell(session, "cancelled", _("Called off."), failures.CALLED_OFF)
    except BrokenPipeError:
        raise
    except Exception as error:
        if not _no_room(error):
            return _own_up(session, error)
        if session.speaking or not session.common.json:
            raise
        return _tell(session, "disk-full", _no_room_sentence(session), failures.REFUSED)


def _own_up(session: Session, error: Exception) -> int:
    if session.common.debug:
        traceback.print_exception(error)
    return _tell(session, "our-fault", failures.unexpected(error), failures.OUR_FAULT)


def _tell(session: Session, kind: str, sentence: str, code: int) -> int:
    if session.common.json:
        session.print_json(failures.shape(kind, sentence, code))
    else:
        session.remark(sentence)
    return code


def _invoke(session: Session, rest: list[str]) -> int:
    from typer import Exit, TyperException
    from typer.main import get_command

    from newsroom.cli.help import sentence_of

    if rest == ["--version"]:
        session.give({"version": __version__}, lambda: session.say(f"Newsroom {__version__}"))
        return failures.DONE
    if not rest and not session.common.json:
        rest = ["--help"]
    command: Any = get_command(build(session))  # typed by a private class of Typer
    try:
        with command.make_context("newsroom", rest) as context:
            command.invoke(context)
    except Exit as end:
        return end.exit_code
    except TyperException as error:
        return _tell(session, "usage", sentence_of(error), failures.WRONG_USAGE)
    return session.code


def build(session: Session) -> Typer:
    """Put the commands together, their texts in the language in use."""
    from typer import Typer

    from newsroom.cli.commands import FAMILIES
    from newsroom.cli.help import Group

    app = Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=_("A newsroom: a story from its first line to the printed page."),
    )
    app.callback()(_nothing_before_a_command)
    for add in FAMILIES:
        add(app, session)
    return app


def _nothing_before_a_command() -> None:
    """Make Typer keep the commands apart even if there is only one."""


def _let_every_letter_through() -> None:
    """Keep an output in an old encoding from failing at a letter that it does not have."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def _be_quiet() -> None:
    """Let nobody complain at the end that nobody listened any more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
