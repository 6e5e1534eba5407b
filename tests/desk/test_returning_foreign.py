"""A story there and back through LibreOffice."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Table, body
from newsroom.domain.inline import Footnote, Run, text
from newsroom.domain.marks import BOLD, link
from newsroom.formats import Writing, by_name

pytestmark = pytest.mark.skipif(
    not shutil.which("soffice"), reason="not installed, because LibreOffice is no part of Python"
)


@pytest.mark.long
def test_a_file_that_libreoffice_saved_again_comes_back_without_a_change(desk, tmp_path):
    story = desk.writing.new(
        kicker="Schifffahrt",
        headline="Die Fähre nach Lindholm fährt wieder",
        lead=text("Nach elf Wochen Pause legt das Schiff am Montag wieder ab."),
        authors=(Byline("Imke Sanders"),),
        sign_off="is",
        dateline="Lindholm",
        body=body(
            Crosshead(text("Der Motor")),
            Paragraph(
                (
                    Run("Die "),
                    Run("Reederei", frozenset({BOLD})),
                    Run(" hatte "),
                    Run("einen Motor", frozenset({link("https://beispiel.example/")})),
                    Footnote((Run("Siehe Seite 3."),)),
                    Run(" getauscht – bei 3\u00a0Grad."),
                )
            ),
            ListItem(text("Erstens die Fähre")),
            Table(((text("Tag"), text("Fahrten")), (text("Montag"), text("4"))), 1),
            Box(text("Infokasten"), (Paragraph(text("Das Schiff ist von 1974.")),)),
        ),
    )
    saved = desk.writing.save(story).article
    file = tmp_path / "fähre.docx"
    file.write_bytes(by_name("docx").write(saved, Writing(house=desk.house)).data)
    subprocess.run(
        [
            "soffice",
            "--headless",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(tmp_path / "back"),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    report = desk.intake.read([tmp_path / "back" / file.name])
    assert [one.same for one in report.returned] == [True]
    assert desk.writing.open(saved.id) == saved
