"""Whoever asks for German reads German, in every help text and every error."""

from __future__ import annotations

import re

import pytest
from typer.main import get_command

from newsroom import translation
from newsroom.cli.arguments import Common
from newsroom.cli.program import build
from newsroom.cli.session import Session

ENGLISH = re.compile(
    r"\b(the|and|with|of|options?|usage|commands?|file|name=value|story|stories|time)\b", re.IGNORECASE
)


@pytest.fixture(autouse=True)
def in_german():
    before = translation.language()
    translation.use("de")
    yield
    translation.use(before)


def helps(command, context, name="newsroom"):
    """Give the help of a command and of all below it."""
    with command.make_context(name, ["--help"], parent=context, resilient_parsing=True) as own:
        yield command.get_help(own)
        for below, part in getattr(command, "commands", {}).items():
            yield from helps(part, own, below)


def test_every_help_text_is_german():
    translation.use("en")
    list(helps(get_command(build(Session(Common(), None))), None))  # nothing of it is kept
    translation.use("de")
    texts = list(helps(get_command(build(Session(Common(), None))), None))
    assert len(texts) > 20
    left = [
        found
        for text in texts
        for found in ENGLISH.findall(re.sub(r"--[a-z-]+|@\w+|\{\w+\}|\w+_\w+", "", text))
    ]
    assert left == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("people",), "„BEFEHL“ fehlt. Mehr dazu mit „newsroom people --help“."),
        (("search",), "„SUCHE“ fehlt. Mehr dazu mit „newsroom search --help“."),
        (("list", "--foo"), "Eine Option „--foo“ gibt es nicht. Mehr dazu mit „newsroom list --help“."),
        (("lst",), "Einen Befehl „lst“ gibt es nicht. Mehr dazu mit „newsroom --help“."),
        (("show", "99"), "Einen Artikel mit der Nummer 99 gibt es nicht."),
        (("set", "1", "foo"), "„foo“ hat nicht die Form FELD=WERT."),
    ],
)
def test_errors_are_german(call, arguments, sentence):
    assert sentence in "".join(map(str, call("--lang", "de", *arguments)))
