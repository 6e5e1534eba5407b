"""The pages on the way of a story are drawn from the table that the program obeys, in both languages."""

import re
import runpy
from pathlib import Path

import pytest

from newsroom.domain.workflow import WAYS, Need, State

ROOT = Path(__file__).resolve().parents[2]
DRAWN = runpy.run_path(str(ROOT / "packaging" / "workflow.py"))
PAGES = pytest.mark.parametrize("page", DRAWN["PAGES"], ids=[page.code for page in DRAWN["PAGES"]])


@PAGES
def test_the_page_is_what_the_table_says(page):
    assert page.path.read_text(encoding="utf-8") == DRAWN["drawn"](page), "run packaging/workflow.py"


@PAGES
def test_every_way_between_two_states_is_drawn_once(page):
    lines = re.findall(r"^    (\w+) --> (\w+): ", DRAWN["drawn"](page), re.MULTILINE)
    ways = [(source, way.target) for way in WAYS if way.target for source in way.sources]
    assert sorted(lines) == sorted(
        (source.value.replace("-", "_"), target.value.replace("-", "_")) for source, target in ways
    )
    assert {target for _, target in lines} == {state.value.replace("-", "_") for state in State}


def test_both_pages_say_as_much_and_the_german_one_in_german():
    english, german = map(DRAWN["drawn"], DRAWN["PAGES"])
    assert [english.count(sign) for sign in ("**", "`newsroom ")] == [
        german.count(sign) for sign in ("**", "`newsroom ")
    ]
    assert not [state.label for state in State if f'"{state.label}"' in german]
    assert not [need.value for need in Need if f"*{need.value}*" in german]
