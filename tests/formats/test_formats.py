import subprocess
import sys

import pytest

from newsroom.formats import by_content, formats, readable, writable

HEAVY = "lxml docx typst jinja2 nh3 selectolax markdown_it Stemmer dateparser langdetect PySide6 sqlalchemy multiprocessing.pool"


def test_the_formats_are_found():
    assert {"wire", "html", "html-fragment", "markdown", "text"} <= set(formats())
    assert {"wire", "html", "markdown", "text"} <= {entry.name for entry in readable()}
    assert {"wire", "html", "html-fragment", "text"} <= {entry.name for entry in writable()}


def test_naming_the_formats_loads_none_of_their_libraries():
    words = f"import sys; from newsroom.formats import formats; formats(); print(*set(sys.modules) & set({HEAVY.split()!r}))"
    said = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True).stdout
    assert said.split() == []


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"Published: 27.03.2025 11:25\n\nK\n\nText", "a.txt", "wire"),
        (b"<!DOCTYPE html><html><body><p>x</p></body></html>", "a.txt", "html"),
        (b"<p>x</p>", "", "html"),
        (b"# K\n\nText", "a.md", "markdown"),
        (b"Just words.", "a.txt", "text"),
        (b"Just words.", "a.html", "text"),
        ("<p>Größe</p>".encode("utf-16"), "a", "html"),
    ],
)
def test_a_format_is_known_by_its_content_first(data, name, expected):
    found = by_content(data, name)
    assert found
    assert found.name == expected
