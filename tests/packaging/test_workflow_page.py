"""The page on the way of a story is drawn from the table that the program obeys."""

import re
import runpy
from pathlib import Path

from newsroom.domain.workflow import WAYS, State

ROOT = Path(__file__).resolve().parents[2]
DRAWN = runpy.run_path(str(ROOT / "packaging" / "workflow.py"))


def test_the_page_is_what_the_table_says():
    written = (ROOT / "docs" / "workflow.md").read_text(encoding="utf-8")
    assert written == DRAWN["page"](), "run packaging/workflow.py"


def test_every_way_between_two_states_is_drawn_once():
    lines = re.findall(r"^    (\w+) --> (\w+): ", DRAWN["page"](), re.MULTILINE)
    ways = [(source, way.target) for way in WAYS if way.target for source in way.sources]
    assert sorted(lines) == sorted(
        (source.value.replace("-", "_"), target.value.replace("-", "_")) for source, target in ways
    )
    assert {target for _, target in lines} == {state.value.replace("-", "_") for state in State}
