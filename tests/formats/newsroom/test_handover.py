"""The hand-over file: what goes out comes back whole, and what is no such file is refused."""

import hashlib
import io
import json
import zipfile
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from newsroom.domain.article import (
    AiUse,
    Article,
    Byline,
    ImportNote,
    LinkKind,
    OrderedLength,
    Priority,
    StoryLink,
    Unit,
)
from newsroom.domain.body import Box, Crosshead, ListItem, Paragraph, Picture, Quote, Table, body, paragraphs
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.counterpart import Counterpart, Wording
from newsroom.domain.crop import Crop
from newsroom.domain.errors import NotWritten, Refused
from newsroom.domain.handover import Former, Past, fingerprint
from newsroom.domain.inline import Footnote, LineBreak, Run, text
from newsroom.domain.listing import Entry, Revision
from newsroom.domain.marks import BOLD, Mark, MarkKind, link
from newsroom.domain.notes import Note, Reply
from newsroom.domain.workflow import State
from newsroom.formats import Reading, Writing, by_content
from newsroom.formats.guard import Guard
from newsroom.formats.newsroom import FORMAT, collect, read, write
from newsroom.formats.newsroom.package import DOCUMENT, read_history
from newsroom.settings import House
from newsroom.translation import msg
from tests.strategies import articles

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
STORY = Article.new(headline="Der Hafen bleibt", body=paragraphs(["Der Rat vertagte sich."]))


def _chunk(kind, data):
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", bytes.fromhex("00000008000000080800000000"))
    + _chunk(b"IDAT", zlib.compress((b"\0" + bytes(range(0, 160, 20))) * 8))
    + _chunk(b"IEND", b"")
)
"""A grey picture of eight by eight pixels."""


_BLOCKS = (
    Paragraph(
        (
            Run("Der Rat ", frozenset({Mark(MarkKind.INSERTED, "c1")})),
            Run("vertagte", frozenset({BOLD, Mark(MarkKind.NOTE, "n1")})),
            Run(" sich."),
            LineBreak(),
            Footnote((Run("Nach Mitternacht."),)),
        )
    ),
    Crosshead(text("Zwischentitel"), 2),
    Quote(text("Wir kommen wieder.")),
    ListItem(text("ein Punkt"), ordered=True, level=1),
    Picture(
        "ab" * 32, text("Der Hafen"), "Foto", "Ada Muster", "Kräne am Kai", "", "", Crop(100, 0, 5000, 5000)
    ),
    Table(((text("Jahr"), text("Zahl")), (text("2026"), text("7"))), 1),
    Box(text("Kasten"), (Paragraph((Run("Stadt", frozenset({link("https://beispiel.example")})),)),)),
)
GOLDEN = Article(
    uid="0193457a-0000-7000-8000-00000000abcd",
    version=3,
    genre="report",
    kicker="Hafen",
    headline="Der Hafen bleibt",
    subheadline="Rat vertagt sich",
    lead=text("Nach langer Sitzung."),
    body=body(*_BLOCKS),
    teaser="Kurz gesagt",
    web_headline="Hafen bleibt",
    ordered_length=OrderedLength(60, Unit.LINES),
    dateline="Wendelsbrück",
    authors=(Byline("Malin Torbeck", "Text"),),
    sign_off="mt",
    section="Region",
    slug="hafen",
    keywords=("Hafen", "Rat"),
    publish_time=NOW,
    embargo=NOW,
    language="de-DE",
    detected_language="de",
    priority=Priority.URGENT,
    source="ona",
    rights="frei",
    ai_use=AiUse.ASSISTED,
    editors_note="Zahl prüfen",
    correction_note="Die Zahl war falsch.",
    state=State.FOR_REVIEW,
    links=(StoryLink(LinkKind.BOX_TO, "0193457a-0000-7000-8000-00000000abce"),),
    notes=(Note("n1", "Ragna Hollmann", NOW, "Stimmt das?", (Reply("Malin Torbeck", NOW, "Ja."),), True),),
    changes=(Change("c1", ChangeKind.INSERTION, "Ragna Hollmann", NOW),),
    import_notes=(ImportNote("headline-repeated", msg("Took out {gap}.", gap="Hafen"), "Hafen"),),
    dismissed=frozenset({"a:1"}),
    imported=True,
    created_by="Malin Torbeck",
    created=NOW,
    modified=NOW,
    counterpart=Counterpart(
        "0193457a-0000-7000-8000-00000000abcf",
        Wording("Hafen", "Hafen bleibt", "", text("Kurz."), body(*_BLOCKS[1:3])),
    ),
)
"""A story with every field and block of the first form."""

SCHEMA = Draft202012Validator(
    json.loads((Path(__file__).parents[3] / "docs" / "hand-over.schema.json").read_text(encoding="utf-8"))
)


def document(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return json.loads(package.read(DOCUMENT))


def repacked(data, change):
    """Give a file whose document was changed by someone else."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == DOCUMENT:
                told = json.loads(part)
                change(told)
                part = json.dumps(told).encode()
            new.writestr(name, part)
    return held.getvalue()


@given(articles())
@settings(max_examples=60, deadline=None)
@pytest.mark.long
def test_a_story_comes_back_whole_from_a_file_that_keeps_to_its_schema(story):
    data = write(story, Writing(now=NOW)).data
    SCHEMA.validate(document(data))
    (back,) = read(data, Reading())
    assert back.article == story
    assert back.past == (fingerprint(story),)


@pytest.mark.parametrize(
    ("way", "values"),
    [
        (("state",), State),
        (("priority",), Priority),
        (("ai_use",), AiUse),
        (("ordered_length", "properties", "unit"), Unit),
        (("links", "items", "properties", "kind"), LinkKind),
    ],
)
def test_the_schema_knows_every_value_that_a_story_may_have(way, values):
    told = SCHEMA.schema["$defs"]["story"]["properties"]
    for step in way:
        told = told[step]
    assert set(told["enum"]) == {one.value for one in values}


def test_the_same_stories_make_the_same_bytes_and_keep_their_order():
    other = Article.new(headline="Der Kran")
    writing = Writing(now=NOW)
    data = collect((other, STORY), writing).data
    assert data == collect((other, STORY), writing).data
    assert [one.article.headline for one in read(data, Reading())] == ["Der Kran", "Der Hafen bleibt"]


def test_pictures_go_along_and_a_missing_one_is_told():
    sha = hashlib.sha256(PNG).hexdigest()
    story = replace(STORY, body=body(Picture(sha), Picture("ab" * 32)))
    written = write(story, replace(Writing(now=NOW), picture={sha: PNG}.get))
    assert [str(loss) for loss in written.losses] == ["1 picture is missing in the library."]
    (back,) = read(written.data, Reading())
    assert back.pictures == {sha: PNG}
    assert [str(loss) for loss in back.losses] == ["1 picture did not come along."]


def test_a_picture_that_is_not_what_its_name_says_is_left_out():
    sha = hashlib.sha256(PNG).hexdigest()
    story = replace(STORY, body=body(Picture(sha)))
    data = write(story, replace(Writing(now=NOW), picture={sha: PNG + b"more"}.get)).data
    assert read(data, Reading())[0].pictures == {}


def test_former_versions_and_the_journal_stand_in_the_file_as_evidence():
    first = replace(STORY, version=1, headline="Hafen")
    past = Past(
        (Former(Revision(1, NOW, "Malin Torbeck", "saved", "", "Hafen"), first),),
        (Entry(1, NOW, "Malin Torbeck", "saved", "", 1, "12" * 32),),
    )
    data = write(STORY, replace(Writing(now=NOW), past=lambda _story: past)).data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        told = package.read(f"history/{STORY.uid}.json")
    SCHEMA.evolve(schema=SCHEMA.schema | {"$ref": "#/$defs/history", "required": []}).validate(
        json.loads(told)
    )
    assert read_history(told) == past
    (back,) = read(data, Reading())
    assert back.past == (fingerprint(first), fingerprint(STORY))


def test_what_a_newer_program_knows_survives_a_stay_here():
    def add(told):
        told["stories"][0]["mood"] = {"calm": True}

    (back,) = read(repacked(write(STORY, Writing(now=NOW)).data, add), Reading())
    assert "mood" in str(back.article.import_notes[0].message)
    again = document(write(back.article, Writing(now=NOW)).data)["stories"][0]
    assert again["mood"] == {"calm": True}
    assert "import_notes" not in again


def test_a_file_of_a_newer_form_is_refused_in_one_sentence():
    newer = repacked(write(STORY, Writing(now=NOW)).data, lambda told: told.update(version=2))
    with pytest.raises(Refused, match="newer program"):
        read(newer, Reading())


@pytest.mark.parametrize(
    "change",
    [
        lambda told: told.update(form="something"),
        lambda told: told.pop("stories"),
        lambda told: told["stories"][0].update(uid="../../etc/passwd"),
        lambda told: told["stories"][0].update(headline=["a", "list"]),
        lambda told: told["stories"][0].update(created="yesterday"),
        lambda told: told["stories"][0].update(body={"blocks": 7}),
        lambda told: told["stories"][0].update(state="famous"),
        lambda told: told.update(stories=[7]),
    ],
)
def test_a_damaged_file_is_refused_in_one_sentence(change):
    broken = repacked(write(STORY, Writing(now=NOW)).data, change)
    with pytest.raises(Refused, match="damaged"):
        read(broken, Reading())


def test_what_is_no_text_is_taken_out_and_told():
    noisy = repacked(
        write(STORY, Writing(now=NOW)).data, lambda told: told["stories"][0].update(kicker="a\ud800\x00b")
    )
    (back,) = read(noisy, Reading())
    assert back.article.kicker == "ab"
    assert "2 control characters" in str(back.losses[0])


def test_the_guard_knows_the_file_by_its_content_and_reads_it():
    data = write(STORY, Writing(now=NOW)).data
    assert by_content(data, "story.zip") is FORMAT
    with Guard(1) as guard:
        (back,) = guard.read(("story.handover", data), Reading())
    assert replace(back.article, detected_language="") == STORY


def test_more_than_a_library_would_read_is_not_written():
    many = [replace(STORY, uid=f"{number:08x}-0000-7000-8000-000000000000") for number in range(2_001)]
    with pytest.raises(NotWritten, match="too many"):
        collect(many, replace(Writing(now=NOW), past=lambda _story: Past()))


def test_a_file_of_the_first_form_is_read_and_written_for_ever():
    golden = json.loads((Path(__file__).parent / "form-1.json").read_text(encoding="utf-8"))
    SCHEMA.validate(golden)
    data = repacked(write(STORY, Writing(now=NOW)).data, lambda told: (told.clear(), told.update(golden)))
    (back,) = read(data, Reading())
    assert back.article == GOLDEN
    assert back.past == ("99bcd0a53c81b82dd28ca61094b23f36f069a9ccfe91f92131fc4c2741f8fda2",)
    again = document(write(GOLDEN, replace(Writing(now=NOW), house=House(name="Hafenbote"))).data)
    assert again == golden


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({DOCUMENT: "[" * 200_000 + "]" * 200_000}, "nested too deeply"),
        ({DOCUMENT: "{}", "pictures/../../x.png": b"x"}, "leads out"),
        ({DOCUMENT: '{"form": "newsroom-handover", "version": 1, "stories": []}'}, "no text"),
        ({"other.json": "{}"}, "damaged"),
    ],
)
def test_a_hostile_file_is_refused_behind_the_guard(parts, words):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype"), FORMAT.mime)
        for name, part in parts.items():
            package.writestr(name, part)
    with Guard(1) as guard, pytest.raises(Refused, match=words):
        guard.read(("story.handover", held.getvalue()), Reading())


def test_pictures_that_no_file_could_hold_are_not_even_gathered():
    asked = []

    def picture(asset):
        asked.append(asset)
        return b"x" * (20 << 20)

    story = replace(STORY, body=body(*(Picture(f"{number:064x}") for number in range(50))))
    with pytest.raises(NotWritten, match="at once"):
        write(story, replace(Writing(now=NOW), picture=picture))
    assert len(asked) < 5
