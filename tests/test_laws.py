"""The laws of the tests are tried on the same examples each time, whatever was imported before."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_TRIED = """
import sys
sys.path.insert(0, ".")
import tests.conftest
{before}
from hypothesis import given, strategies

met = []

@given(strategies.text(), strategies.integers())
def law(words, number):
    met.append((words, number))

law()
print(met)
"""


def _met(before: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _TRIED.format(before=before)],
        cwd=Path(__file__).parents[1],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONIOENCODING": "utf-8:backslashreplace", "PYTHONHASHSEED": "0"},
    )
    return done.stdout


@pytest.mark.long
def test_examples_do_not_depend_on_what_was_imported():
    assert _met("") == _met("import newsroom.domain.article, newsroom.domain.workflow, newsroom.text.terms")
