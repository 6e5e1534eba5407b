"""Times that are typed on the command line: understood, and what a person should know of how they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.cli.failures import sentence
from newsroom.desk.setting import read_time

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.cli.session import Session
    from newsroom.desk import Desk
    from newsroom.text.dates import Parsed


def typed_time(session: Session, option: str, typed: str, desk: Desk) -> datetime | None:
    """Give a typed time, None where nothing was typed, and remark on what was guessed; raises WrongValue."""
    parsed = read_time(option, typed, desk)
    remark_on(session, parsed)
    return parsed.when if parsed else None


def remark_on(session: Session, parsed: Parsed | None) -> None:
    """Say what was guessed of a time."""
    for remark in parsed.notes if parsed else ():
        session.remark(sentence(remark))
