"""What a channel's plan must be, before the house keeps it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.naming import check_pattern
from newsroom.desk.targets import writable
from newsroom.domain.errors import WrongValue
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.publishing import ChannelPlan


def check(plan: ChannelPlan, desk: Desk) -> None:
    """Raise WrongValue where stories could never go out by a plan; one without a folder and formats is none."""
    if not plan.folder and not plan.formats:
        return
    channel = msg(plan.channel.label)
    if not plan.formats:
        text = N_("The channel “{channel}” has a folder and no format. Choose one format at least.")
        raise WrongValue(msg(text, channel=channel))
    if not Path(plan.folder).is_absolute():
        text = N_("The channel “{channel}” needs a folder with its full path.")
        raise WrongValue(msg(text, channel=channel))
    for name in plan.formats:
        writable(name)
    check_pattern(plan.pattern)
    if plan.preset:
        desk.profiles.named(plan.preset)
