"""The real program with a story open, and pictures to bring into it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from newsroom.formats.guard import Guard
from newsroom.gui.editor.pictures.illustrating import Illustrating

XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Bildagentur Nord"
 photoshop:Headline="Der Hafen am Morgen"/></rdf:RDF></x:xmpmeta>"""


def photo(width=600, height=400, kind="JPEG", colour=128):
    out = io.BytesIO()
    Image.new("RGB", (width, height), (colour, 90, 40)).save(out, kind, xmp=XMP)
    return out.getvalue()


@pytest.fixture
def harbour(tmp_path):
    """A picture that tells what it shows and whose it is."""
    path = tmp_path / "hafen.jpg"
    path.write_bytes(photo())
    return path


class StandingGuard(Guard):
    """Reading processes that stand until the last test is done: to start them takes a second."""

    def close(self):
        """Go on."""


@pytest.fixture(scope="session")
def standing_guard():
    guard = StandingGuard(workers=1)
    yield guard
    Guard.close(guard)


@pytest.fixture
def open_story(program, visit, qtbot, standing_guard):
    """The program with its first story open and the caret in the text."""
    program.desk.__dict__["guard"] = standing_guard
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    qtbot.waitUntil(lambda: program.wiring.proofs.done)
    return program


@pytest.fixture
def edit(open_story):
    return open_story.wiring.editor.body_edit


@pytest.fixture
def illustrating(open_story):
    return open_story.wiring.feature(Illustrating)
