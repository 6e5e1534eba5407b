"""Web pages as browsers save them, brought in with what lies beside them."""

from pathlib import Path

from newsroom import resources
from newsroom.domain.body import Picture
from newsroom.domain.inline import plain

PNG = resources.find("icons", "newsroom-128.png").read_bytes()
PAGE = """<!DOCTYPE html><html lang="de"><head><title>Kran kippt - Hafenblatt</title></head><body><nav><a href="/">Start</a></nav>
<article><h1>Kran kippt</h1><figure><img src="Kran%20kippt-Dateien/kran.png" alt="Der Kran"><figcaption>Der Kran am Kai.
Foto: Bo Beispiel</figcaption></figure><p>Am Montag ist im Hafen ein Kran umgekippt. Verletzt wurde niemand, der Schaden ist groß.</p>
</article></body></html>"""


def saved(folder: Path) -> Path:
    beside = folder / "Kran kippt-Dateien"
    beside.mkdir()
    (beside / "kran.png").write_bytes(PNG)
    (beside / "anzeige.html").write_text(
        "<p>Jetzt kaufen, nur noch heute und nur bei uns im Laden.</p>", encoding="utf-8"
    )
    (beside / "main.css").write_text("p { margin: 0 }", encoding="utf-8")
    page = folder / "Kran kippt.html"
    page.write_text(PAGE, encoding="utf-8")
    return page


def test_a_page_brings_the_pictures_of_its_folder(desk, tmp_path):
    (one,) = desk.intake.read([saved(tmp_path)]).imported
    story = desk.writing.open(one.id)
    (picture,) = (block for block in story.body.blocks if isinstance(block, Picture))
    assert desk.library.pictures.get(picture.asset) == PNG
    assert (plain(picture.caption), picture.credit) == ("Der Kran am Kai.", "Foto: Bo Beispiel")
    assert [str(loss) for loss in one.losses] == ["Left out around the text: 1 menu."]


def test_what_browsers_lay_beside_a_page_is_no_story(desk, tmp_path):
    (tmp_path / "pages").mkdir()
    report = desk.intake.read([saved(tmp_path / "pages").parent])
    assert [one.headline for one in report.imported] == ["Kran kippt"]
    assert report.refused == ()


def test_a_folder_that_we_wrote_comes_back_without_its_index(desk, tmp_path):
    from newsroom.formats import by_name

    first = desk.writing.open(desk.intake.read([saved(tmp_path)]).imported[0].id)
    written = by_name("html-folder").collect([first], desk.output._writing())
    out = tmp_path / "out"
    for name, data in {"index.html": written.data, **written.beside}.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
    report = desk.intake.read([out])
    assert [one.headline for one in report.imported] == ["Kran kippt"]
    assert [str(one.message) for one in report.refused] == [
        "This is an index of stories. Import the pages that it leads to."
    ]
