"""What others say of our pages: the validator of the W3C, and axe on whether everyone can use them."""

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from newsroom import resources
from newsroom.domain.article import Article
from newsroom.domain.body import Paragraph, body
from newsroom.domain.inline import text
from newsroom.formats import by_name
from newsroom.formats.cms import pieces
from newsroom.formats.html.house_template import fill
from newsroom.formats.html.images import Inlined
from newsroom.formats.html.values import values_of
from tests.formats.html.test_folder import house_writing, story
from tests.formats.html.test_writing import FULL, NOW, writing

pytestmark = pytest.mark.foreign

JUDGES = Path(__file__).parents[3] / ".venv/judges/node_modules"
PLAIN = Article.new(headline="Nur das", body=body(Paragraph(text("Text"))))
HELD = replace(FULL, embargo=NOW + timedelta(days=1))
SHELL = '<!DOCTYPE html><html lang="de"><head><title>x</title></head><body>{}</body></html>'
RUN = """<script>axe.run().then(found => {
  const shown = document.createElement("pre");
  shown.id = "found";
  shown.textContent = JSON.stringify(found.violations.map(one => [one.id, one.impact, one.nodes.map(node => node.html)]));
  document.body.appendChild(shown);
})</script>"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Give a folder with every kind of page that we write."""
    place = tmp_path_factory.mktemp("pages")
    made = writing()
    sample = resources.find("templates", "html", "house-sample.html").read_bytes()
    written = {
        "full.html": by_name("html").write(FULL, made).data,
        "held.html": by_name("html").write(HELD, made).data,
        "plain.html": by_name("html").write(PLAIN, made).data,
        "empty.html": by_name("html").write(Article.new(), made).data,
        "fragment.html": SHELL.format(by_name("html-fragment").write(FULL, made).data.decode()).encode(),
        "clipboard.html": SHELL.format(pieces(FULL, made)["body"].html).encode(),
        "sample.html": fill(sample, values_of(FULL, made, Inlined(made)).values, made),
    }
    for name, form in (("beside", "html-pictures"), ("index", "html-folder")):
        found = by_name(form).write(story(), house_writing(stem=name))
        written |= {f"{name}.html": found.data, **found.beside}
    several = by_name("html-folder").collect(
        [story(), story("Zwei", 1, section="Sport"), story("Drei", 2)], house_writing(stem="several")
    )
    written |= {"several.html": several.data, **several.beside}
    for name, data in written.items():
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return place


def test_the_validator_of_the_w3c_finds_no_error(pages):
    jar = Path(os.environ.get("NEWSROOM_VNU", JUDGES / "vnu-jar/build/dist/vnu.jar"))
    java = shutil.which("java")
    if not java or not jar.is_file():
        pytest.skip(
            "the Nu Html Checker is not installed, because NEWSROOM_VNU names no vnu.jar or there is no Java"
        )
    found = sorted(pages.rglob("*.html"))
    done = subprocess.run(
        [java, "-jar", jar, "--format", "json", *found], capture_output=True, text=True, check=False
    )
    told = [message for message in json.loads(done.stderr)["messages"] if message["type"] == "error"]
    assert told == []
    assert len(found) > 12


@pytest.mark.parametrize(
    ("name", "scheme"),
    [
        ("full.html", "light"),
        ("held.html", "dark"),
        ("several.html", "light"),
        ("several-stories/drei.html", "dark"),
    ],
)
def test_axe_finds_nothing_that_keeps_anyone_out(pages, name, scheme):
    chromium = shutil.which("chromium")
    axe = Path(os.environ.get("NEWSROOM_AXE", JUDGES / "axe-core/axe.min.js"))
    if not chromium or not axe.is_file():
        pytest.skip("axe is not run, because NEWSROOM_AXE names no axe.min.js or there is no Chromium")
    page = (pages / name).read_text(encoding="utf-8")
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    judged = pages / name.replace(".html", "-judged.htm")
    judged.write_text(
        bare.replace("</body>", f"<script>{axe.read_text(encoding='utf-8')}</script>{RUN}</body>"),
        encoding="utf-8",
    )
    choices = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom"]
    dark = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
    done = subprocess.run(
        [chromium, *choices, *dark, judged.as_uri()], capture_output=True, text=True, check=False
    )
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found, done.stderr[-500:]
    assert json.loads(html.unescape(found[1])) == []
