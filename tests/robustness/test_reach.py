"""A document reaches nothing: neither the network nor a file that it names, on no way through the program."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAIN = "http://schemas.openxmlformats.org"
SECRET = "not-for-readers"

WAYS = """
import sys
from functools import partial
from pathlib import Path
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from newsroom.desk import open_desk
from newsroom.domain.body import Picture, Body, paragraphs
from newsroom.gui.editor.pane import EditorPane
from newsroom.gui.pasting import Clips
from newsroom.gui.tasks import Tasks
app = QApplication(["newsroom"])
folder, out, named = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3].split("|")
pasted = "".join(f"<p>Wort<img src='{name}'><a href='{name}'>x</a><p style='background:url({name})'>y" for name in named)
with open_desk(out.parent / "reach.newsroom") as desk:
    report = desk.intake.read([folder])
    assert not report.refused, report.refused
    pane = EditorPane()
    pane.set_sources(Clips(desk, Tasks(app)))
    pane.show()
    data = QMimeData()
    data.setHtml(pasted)
    ids = [one.id for one in report.imported]
    for story in map(desk.writing.open, ids):
        pane.set_article(story)
        pane.body_edit.insertFromMimeData(data)
        pane.grab()
        desk.output.copy(pane.article())
        desk.writing.save(pane.article())
    for to in ("pdf", "docx", "html", "html-fragment", "wire"):
        done = desk.output.export(ids, to, out)
        assert not done.refused, done.refused
    assert len(ids) == 3
"""


def word(targets):
    """Make a Word file whose pictures, template and link lie elsewhere."""
    kinds = ("image", "attachedTemplate", "hyperlink")
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{MAIN}/officeDocument/2006/relationships/{kinds[number % 3]}"'
        f' Target="{target}" TargetMode="External"/>'
        for number, target in enumerate(targets)
    )
    blips = "".join(
        f'<w:p><w:r><w:t>Bild</w:t><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link="r{number}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        for number in range(len(targets))
    )
    spaces = (
        f'xmlns:w="{MAIN}/wordprocessingml/2006/main" xmlns:r="{MAIN}/officeDocument/2006/relationships"'
        f' xmlns:a="{MAIN}/drawingml/2006/main" xmlns:wp="{MAIN}/drawingml/2006/wordprocessingDrawing"'
    )
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{MAIN}/package/2006/relationships"><Relationship Id="d"'
        f' Type="{MAIN}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{MAIN}/package/2006/relationships">{relations}</Relationships>',
        "word/document.xml": f"<w:document {spaces}><w:body><w:p><w:r><w:t>Kopf</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>Ein Text.</w:t></w:r></w:p>{blips}</w:body></w:document>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return held.getvalue()


def hostile(folder, names):
    """Write a page, a Markdown text and a Word file that name foreign things in every way they can."""
    folder.mkdir()
    pictures = "".join(
        f"<p>Text<img src='{name}'><video poster='{name}'></video><object data='{name}'></object>"
        f"<link rel=stylesheet href='{name}'><p style='background:url({name})'>Ende"
        for name in names
    )
    base = f"<base href='{names[0]}'><meta http-equiv=refresh content='0;url={names[0]}'>"
    (folder / "page.html").write_text(f"<html><head>{base}</head><h1>Kopf der Seite</h1>{pictures}")
    marks = "\n\n".join(f"Text ![Bild]({name}) und [x]({name})" for name in names)
    (folder / "text.md").write_text(f"# Kopf des Textes\n\n{marks}\n")
    (folder / "word.docx").write_bytes(word(names))


@pytest.mark.skipif(
    shutil.which("strace") is None, reason="strace is not installed, which sees what is opened"
)
def test_no_file_and_no_address_that_a_document_names_is_opened(own, tmp_path):
    secret = tmp_path / f"{SECRET}.png"
    secret.write_bytes(b"\x89PNG\r\n\x1a\n")
    names = [
        "https://news.example/a.png",
        "//news.example/b.png",
        "ftp://news.example/c.png",
        str(secret),
        f"file://{secret}",
        f"../{secret.name}",
        rf"\\news.example\{SECRET}\d.png",
        f"//localhost{secret}",
    ]
    folder, out, log = tmp_path / "in", tmp_path / "out", tmp_path / "strace.log"
    out.mkdir()
    hostile(folder, names)
    watch = ["strace", "-f", "-qq", "-s", "300", "-e", "trace=network,openat,open,execve", "-o", str(log)]
    ways = [sys.executable, "-c", WAYS, str(folder), str(out), "|".join(names)]
    done = subprocess.run([*watch, *ways], cwd=ROOT, env=own, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr and not log.exists():
        pytest.skip("strace may not watch other programs here")
    assert done.returncode == 0, done.stderr
    seen = log.read_text(encoding="utf-8", errors="replace")
    assert "page.html" in seen
    begun = seen.index("page.html")
    assert SECRET not in re.sub(r"execve\(.*", "", seen)
    assert "news.example" not in re.sub(r"execve\(.*", "", seen)
    assert re.findall(r"(?:socket|connect)\(AF_INET6?.*", seen) == []
    assert re.findall(r"connect\(\d+, (?!\{sa_family=AF_UNIX).*", seen[begun:]) == []
    assert len(list(out.iterdir())) == 15
