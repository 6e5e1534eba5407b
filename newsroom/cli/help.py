"""The help of every command, and the sentences on wrong usage, in the language in use."""

from __future__ import annotations

import re
from typing import Any

from typer import BadParameter, TyperException
from typer.core import TyperCommand, TyperGroup

from newsroom.cli.failures import usage_sentence
from newsroom.translation import N_, _

_BOUNDS = re.compile(r"\s*\[[^\[\]]*\]$")
"""What Typer adds to a help text, in English: required, bounds."""
_TYPE = re.compile(r" <[A-Za-z\[\] ]+>$")
"""What Typer adds to an argument's name: its type in Python."""
_PLACE = re.compile(r"[A-Z]{4,}")
"""A word of a usage line that stands for what is typed there."""
PLACES = (
    *(N_("FILE"), N_("FOLDER"), N_("PATH"), N_("NAME"), N_("FIELD"), N_("VALUE")),
    *(N_("QUERY"), N_("STATE"), N_("CODE"), N_("TIME"), N_("PATTERN"), N_("TEXT")),
    *(N_("FORMAT"), N_("EDITION"), N_("VERSION")),
)
_LONGEST = 100
_QUOTED = re.compile(r"'([^']*)'")


def common_records() -> list[tuple[str, str]]:
    """Give the options that every command knows, each with its help."""
    records = [
        ("--library FILE|URL", _("The library to work in; otherwise the user's own.")),
        ("--as NAME", _("Who works: a person of the library.")),
        ("--lang de|en", _("The language of the program.")),
        ("--json", _("Answer in JSON, for programs.")),
        ("--debug", _("Show where an error happened.")),
        ("--help", _("Show this help.")),
        ("--version", _("Show the version of the program; without a command.")),
    ]
    return [(placed(name), text) for name, text in records]


def placed(name: str) -> str:
    """Give an argument or option with its placeholders in the language in use."""
    return _PLACE.sub(lambda word: _(word[0]), name)


def _write_usage(command: Any, context: Any, formatter: Any) -> None:
    wanted = [param for param in command.params if param.param_type_name == "argument"]
    names = [(placed(param.metavar), param.required) for param in wanted]
    pieces = [name if required else f"[{name}]" for name, required in names]
    if isinstance(command, TyperGroup):
        pieces.append(_("COMMAND …"))
    formatter.write_usage(context.command_path, " ".join((_("[OPTIONS]"), *pieces)), prefix=_("Usage:") + " ")


def _write_options(command: Any, context: Any, formatter: Any) -> None:
    """Write a command's own arguments and options, then those that all commands know."""
    shown = [param for param in command.params if not param.hidden]
    for kind, title in (("argument", _("Arguments")), ("option", _("Options"))):
        found = (param.get_help_record(context) for param in shown if param.param_type_name == kind)
        records = [(placed(_TYPE.sub("", name)), _BOUNDS.sub("", text)) for name, text in filter(None, found)]
        if records:
            with formatter.section(title):
                formatter.write_dl(records)
    with formatter.section(_("Options of every command")):
        formatter.write_dl(common_records())


class Leaf(TyperCommand):
    """A command that does something."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is put."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write what the command takes."""
        _write_options(self, ctx, formatter)


class Group(TyperGroup):
    """A command that holds others."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is put."""
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands it holds, then the options."""
        self.format_commands(ctx, formatter)
        _write_options(self, ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands it holds, in the order they were added."""
        records = [
            (name, self.commands[name].get_short_help_str(_LONGEST)) for name in self.list_commands(ctx)
        ]
        with formatter.section(_("Commands")):
            formatter.write_dl(records)


def sentence_of(error: TyperException) -> str:
    """Say in one sentence how a command was wrongly put."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "newsroom"
    kind, name = _what(error)
    return usage_sentence(kind, name, command)


def _what(error: TyperException) -> tuple[str, str]:
    if option := getattr(error, "option_name", ""):
        return ("option" if type(error).__name__ == "NoSuchOption" else "value"), option
    if isinstance(error, BadParameter) and error.param is not None:
        missing = type(error).__name__ == "MissingParameter"
        return ("argument" if missing else "value"), _shown(error.param)
    quoted = _QUOTED.search(error.message)
    if error.message.startswith("No such command") and quoted:
        return "command", quoted[1]
    if error.message.startswith("Missing command"):
        return "argument", _("COMMAND …").removesuffix(" …")
    return ("other", "")


def _shown(param: Any) -> str:
    """Give a parameter as its help shows it."""
    return str(param.opts[-1]) if param.param_type_name == "option" else placed(param.metavar)
