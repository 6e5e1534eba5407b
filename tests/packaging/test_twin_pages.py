"""Every page of the documentation stands in English and in German, and both tell the same."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
ENGLISH = sorted(page for page in DOCS.glob("*.md") if not page.name.endswith(".de.md"))


def test_every_page_has_its_twin():
    german = {page.name for page in DOCS.glob("*.de.md")}
    assert german == {f"{page.stem}.de.md" for page in ENGLISH}


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.stem)
def test_twins_have_as_many_headings_and_rows_and_the_same_commands(page):
    texts = [one.read_text(encoding="utf-8") for one in (page, page.with_suffix(".de.md"))]
    for pattern in (r"^#+ ", r"^\|", r"^```", r"^[*-] "):
        first, second = (len(re.findall(pattern, text, re.MULTILINE)) for text in texts)
        assert first == second, pattern
    first, second = (set(re.findall(r"(?:`|^ {4})newsroom [a-z-]+", text, re.MULTILINE)) for text in texts)
    assert first == second
