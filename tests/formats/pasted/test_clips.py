"""What real programs put onto the clipboard, each with what becomes of it: a line a block, marks as signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Quote, Table
from newsroom.domain.inline import Footnote, LineBreak, Run
from newsroom.domain.marks import MarkKind, value_of
from newsroom.formats import Reading
from newsroom.formats.guard.worker import Job, answer
from newsroom.formats.pasted import HTML, RTF, TEXT, is_quick

CLIPS = Path(__file__).parent / "clips"
NAMES = {".html": HTML, ".rtf": RTF, ".txt": TEXT}
SIGNS = {
    MarkKind.BOLD: "*",
    MarkKind.ITALIC: "/",
    MarkKind.UNDERLINE: "_",
    MarkKind.STRIKE: "-",
    MarkKind.SUPERSCRIPT: "^",
    MarkKind.SUBSCRIPT: "~",
}


def words(content):
    done = ""
    for piece in content:
        if isinstance(piece, Run):
            text = piece.text.replace("\xa0", "°")
            for kind in sorted({mark.kind for mark in piece.marks} & set(SIGNS)):
                text = f"{SIGNS[kind]}{text}{SIGNS[kind]}"
            address = value_of(piece.marks, MarkKind.LINK)
            done += f"[{text}]({address})" if address else text
        elif isinstance(piece, LineBreak):
            done += " | "
        elif isinstance(piece, Footnote):
            done += "{" + words(piece.content) + "}"
    return done


def line(block):
    if isinstance(block, Crosshead):
        return f"h{block.level} {words(block.content)}"
    if isinstance(block, ListItem):
        return f"{'  ' * block.level}{'1.' if block.ordered else '-'} {words(block.content)}"
    if isinstance(block, Quote):
        return f"> {words(block.content)}"
    if isinstance(block, Paragraph):
        return words(block.content)
    if isinstance(block, Table):
        rows = " / ".join(" ; ".join(map(words, row)) for row in block.rows)
        return f"table {block.header_rows}: {rows}"
    assert not isinstance(block, Box)
    return str(block)


def read(name):
    path = CLIPS / name
    data = path.read_bytes()
    if path.suffix == ".rtf":
        data = data.removeprefix(b"{")
    reply = answer(Job(NAMES[path.suffix], data, "pasted"), Reading())
    assert reply.refused is None, reply
    (story,) = reply.stories
    return story


def outline(name):
    return [line(block) for block in read(name).article.body.blocks]


def left_out(name):
    return ", ".join(map(str, read(name).losses))


def test_word_for_windows():
    assert outline("word_windows.html") == [
        "h1 Die Fähre fährt wieder",
        (
            "Der Kapitän *Jorin Hallbeck* sagt, es sei /höchste Zeit/ gewesen{Nach Auskunft der Reederei.}. Von Tarholm"
            " aus steht mehr im [Fahrplan](https://reederei.example/fahrplan), nicht hier."
        ),
        "h2 Was sich ändert",
        "- Erste Fahrt um 6°Uhr",
        "  - im Winter um 7°Uhr",
        "- Letzte Fahrt um 22 Uhr",
        "1. Karte lösen",
        "1. Einsteigen",
        "> Wir haben lange darauf gewartet.",
        "Sie war lange fort, H~2~O, m^2^, -gestrichen-, _unterstrichen_, eingerückt. | Neue Zeile.",
        "table 1: *Ziel* ; *Preis* / Lindholm ; 4,50°€",
    ]
    assert (
        left_out("word_windows.html")
        == "1 colour, 1 picture, 1 comment, 1 tracked deletion, 1 link, 1 hidden part"
    )


def test_word_for_mac():
    assert outline("word_mac.html") == [
        "h1 Die Fähre fährt wieder",
        "Der Kapitän *Jorin Hallbeck* sagt:",
        "1. Karte lösen",
        "h2 Was sich ändert",
    ]
    assert left_out("word_mac.html") == ""


def test_word_in_the_browser():
    assert outline("word_online.html") == ["h1 Die Fähre fährt wieder", "- *Karte* lösen", "  - Einsteigen"]


def test_libreoffice_writer():
    assert outline("libreoffice.html") == [
        "h1 Die Fähre fährt wieder",
        (
            "Der Kapitän *Jorin Hallbeck* sagt, es sei /höchste Zeit/ gewesen{Nach Auskunft der Reederei.}."
            " Mehr steht im [Fahrplan](https://reederei.example/fahrplan)."
        ),
        "h2 Was sich ändert",
        "- Erste Fahrt um 6 Uhr",
        "  - im Winter um 7 Uhr",
        "- Letzte Fahrt um 22 Uhr",
        "1. Karte lösen",
        "1. Einsteigen",
        "> Wir haben lange darauf gewartet.",
        "table 1: Ziel ; Preis / Lindholm ; 4,50 €",
        "H2O und m^2^, -gestrichen-, _unterstrichen_. | Neue Zeile, klein gesetzt.",
        "Sie war sehr lange fort.",
    ]
    assert left_out("libreoffice.html") == "2 styles, 1 colour, 1 picture, 1 comment"


def test_google_docs():
    assert outline("google_docs.html") == [
        "h1 Die Fähre fährt wieder",
        (
            "Der Kapitän *Jorin Hallbeck* sagt, es sei /höchste Zeit/ gewesen. Mehr steht im"
            " [Fahrplan](https://reederei.example/fahrplan?tag=1)."
        ),
        "h2 Was sich ändert",
        "- Erste Fahrt um 6 Uhr",
        "  - im Winter um 7 Uhr",
        "- Letzte Fahrt um 22 Uhr",
        "1. Karte lösen",
        "H~2~O, -gestrichen-, _unterstrichen_",
        "table 0: Lindholm ; 4,50 €",
    ]
    assert left_out("google_docs.html") == "1 colour, 1 picture"


PAGE = [
    "h1 Die Fähre fährt wieder",
    (
        "Der Kapitän *Jorin Hallbeck* sagt, es sei /höchste Zeit/ gewesen. Mehr dazu steht beim"
        " [Fahrplan der Reederei](https://reederei.example/fahrplan?tag=1)."
    ),
    "h2 Was sich ändert",
    "- Erste Fahrt um 6°Uhr",
    "  - im Winter um 7°Uhr",
    "- Letzte Fahrt um 22 Uhr",
    "1. Karte lösen",
    "1. Einsteigen",
    "> Wir haben lange darauf gewartet.",
    "Die Fähre am Kai",
    "table 1: Ziel ; Preis / Lindholm ; 4,50°€ / Tarholm ; 6°€",
    "H~2~O und m^2^, -gestrichen-, _unterstrichen_, code. | Neue Zeile.",
    "Stand: Mai",
]


@pytest.mark.parametrize(
    ("name", "losses"),
    [
        ("chromium.html", "1 style, 3 colours, 1 picture, 2 links"),
        ("firefox.html", "1 picture, 2 links"),
    ],
)
def test_a_page_in_a_browser(name, losses):
    found = outline(name)
    assert [one for one in found if one in PAGE] == PAGE
    assert found[1] == "Hafen"
    assert left_out(name) == losses


def test_gmail():
    assert outline("gmail.html") == [
        "Liebe Redaktion,",
        "die Fähre fährt *wieder*. Erste Fahrt ist um 6°Uhr. Mehr steht [hier](https://reederei.example/fahrplan). ⛴️",
        "Gruß | Enno",
        "Am Mo., 4. Mai 2026 um 09:30 Uhr schrieb Imke:",
        "> Wann geht es los?",
    ]
    assert left_out("gmail.html") == ""


def test_outlook():
    assert outline("outlook.html") == [
        "Liebe Redaktion,",
        "mehr steht [hier](https://reederei.example/fahrplan).",
        "*Von:* Imke Sanders | *Betreff:* Fähre",
    ]
    assert left_out("outlook.html") == ""


def test_thunderbird():
    assert outline("thunderbird.html") == [
        "Liebe Redaktion,",
        "die Fähre fährt *wieder*. | Erste Fahrt ist um 6 Uhr.",
        "Am 04.05.26 um 09:30 schrieb Imke:",
        "> Wann geht es los? | Wir warten.",
        "-- | Enno",
    ]


def test_apple_mail():
    assert outline("apple_mail.html") == [
        "Die Fähre fährt *wieder* ab [hier](https://reederei.example/).",
        "- Karte lösen",
        "> Wann geht es los?",
    ]
    assert left_out("apple_mail.html") == ""


def test_teams():
    assert outline("teams.html") == ["[09:31] Imke Sanders", "Die Fähre fährt *wieder* 🙂"]


def test_excel_with_cells_over_several_rows_and_columns():
    assert outline("excel.html") == [
        "table 0: *Ziel* ; *Preis* ; *Dauer* / Lindholm ; 4,50 € ; 30 min /  ; nur im Sommer ; "
    ]
    assert outline("excel.txt") == ["table 0: Ziel ; Preis / Lindholm ; 4,50 € / Tarholm ; 6 €"]


def test_libreoffice_calc():
    assert outline("calc.html") == ["table 0: *Ziel* ; *Preis* / Lindholm ; 4,5"]


def test_the_text_of_a_pdf_is_joined_to_paragraphs():
    assert outline("pdf.txt") == [
        "Hafen baut neu",
        (
            "Der Hafen von Tarholm bekommt eine neue Mole. Das hat der Rat nach langen Verhandlungen beschlossen. Die"
            " Arbeiten sollen im Frühjahr beginnen und zwei Jahre dauern. Betroffen sind der Fischmarkt, die"
            " Nord-Süd-Verbindung und alle Haupt- und Nebenwege der Insel, auch die Lauf- und Radwege. Viel Geld"
            " fließt, sagt das Amt, und zwar offen. Die Anwohner sehen das mit Sorge. Sie fürchten den Lärm der Rammen,"
            " die von sechs Uhr an arbeiten, und Risse in ihren Wänden. Im Jahr 2025-2026 hatte es schon einmal Schäden"
            " gegeben, damals blieb der Streit ohne Ergebnis."
        ),
        "17",
        "Ein Gutachter soll nun messen. Er kommt in der nächsten Woche mit der ersten Fähre.",
    ]
    assert [note.rule for note in read("pdf.txt").article.import_notes] == ["lines-joined"]


def test_a_chat_stays_line_by_line():
    assert outline("whatsapp.txt") == [
        "[04.05.26, 09:30:12] Imke: Wann geht es los?",
        "[04.05.26, 09:31:40] Enno: Gleich. Um 10.",
        "[04.05.26, 09:32:02] Imke: Gut 🙂",
    ]


def test_markdown_and_no_italics_from_a_gender_star():
    assert outline("markdown.txt") == [
        "h1 Die Fähre fährt wieder",
        (
            "Der Kapitän *Jorin Hallbeck* grüßt alle Bürger*innen und Leser*innen. Mehr im"
            " [Fahrplan](https://reederei.example/fahrplan)."
        ),
        "- Erste Fahrt um 6 Uhr",
        "- Letzte Fahrt um 22 Uhr",
    ]


def test_rtf_alone():
    assert outline("wordpad.rtf") == [
        "*Die Fähre* fährt /wieder/, für 4,50°€.",
        "Mehr im [Fahrplan](https://reederei.example/fahrplan).",
        "- Karte lösen",
        "- Einsteigen 😕",
    ]


@pytest.mark.parametrize("path", sorted(CLIPS.iterdir()), ids=lambda path: path.name)
def test_what_people_usually_paste_is_read_without_a_process_of_its_own(path):
    assert is_quick(path.read_bytes(), NAMES[path.suffix])
