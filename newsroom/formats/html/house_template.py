"""The house's own template of a page: what it must be."""

from __future__ import annotations

from newsroom.domain.errors import Refused
from newsroom.translation import N_, msg


def check(data: bytes) -> None:
    """Refuse bytes that are no Jinja template in UTF-8; raises Refused with the line."""
    from jinja2 import TemplateSyntaxError
    from jinja2.sandbox import SandboxedEnvironment

    try:
        SandboxedEnvironment(autoescape=True).from_string(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise Refused(msg(N_("The template is not in UTF-8. Save it so."))) from fault
    except TemplateSyntaxError as fault:
        words = N_("The template is wrong in line {line}: {reason}.")
        raise Refused(msg(words, line=fault.lineno, reason=(fault.message or "").rstrip("."))) from fault
