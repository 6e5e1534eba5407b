from __future__ import annotations

import gettext
import re
import subprocess
import sys

import pytest

from newsroom import __version__, translation
from newsroom.cli.program import build
from newsroom.cli.session import Session

COMMANDS = [
    [],
    ["import"],
    ["list"],
    ["search"],
    ["show"],
    ["set"],
    ["lookalikes"],
    ["check"],
    ["export"],
    ["tour"],
    ["submit"],
    ["trash"],
    ["people"],
    ["people", "add"],
    ["people", "list"],
    ["settings"],
    ["settings", "set"],
    ["rules"],
    ["rules", "list"],
    ["rules", "import"],
    ["rules", "export"],
    ["print-profiles"],
    ["print-profiles", "list"],
    ["print-profiles", "import"],
    ["print-profiles", "export"],
    ["calibrate"],
    ["library"],
    ["library", "check"],
    ["library", "backup"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_and_the_options_all_of_them_know(call, command):
    code, out, err = call(*command, "--help")
    assert (code, err) == (0, "")
    assert all(option in out for option in ("--json", "--library", "--lang", "--as", "--help"))
    assert max(map(len, out.splitlines())) <= 80


class Marking(gettext.NullTranslations):
    """Says each text as ones and marks it, so that what was never translated stands out."""

    def gettext(self, message):
        return re.sub(r"(?<!\{)\b[^\W\d_]+\b(?!\})", "§", message)

    def ngettext(self, msgid1, msgid2, n):
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_sentence_of_the_help_is_left_untranslated(capsys, monkeypatch, command):
    from typer.main import get_command

    monkeypatch.setattr(translation._Speech, "catalogue", Marking())
    get_command(build(Session()))([*command, "--help"], prog_name="newsroom", standalone_mode=False)
    lines = capsys.readouterr().out.splitlines()
    sentences = [line for line in lines if re.search(r"\b[a-z]+ [a-z]+ [a-z]+\b", line)]
    assert not [line for line in sentences if not line.startswith("§: newsroom")]
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|required|default:", "\n".join(lines))


def test_the_program_without_a_word_shows_its_help(call):
    code, out, _err = call()
    assert code == 0
    assert "import" in out


def test_the_command_line_loads_neither_qt_nor_the_library_for_its_help():
    script = (
        "import sys, newsroom.cli as c; c.run(['--help']);"
        "sys.exit(' '.join(n for n in ('PySide6', 'sqlalchemy', 'docx', 'typst', 'rich', 'langdetect') if n in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_told(call, ask):
    assert call("--version")[1].startswith("Newsroom ")
    assert ask("--version")[1]["version"] == __version__
