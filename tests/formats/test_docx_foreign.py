"""Files of other programs with changes and comments: read, written for colleagues, saved by LibreOffice, read again.

What is lost on the way, and only this: LibreOffice before 7.6 does not tell that a comment answers another one, so
that answers come back as notes of their own. A row of a table that alone was inserted or deleted is kept with the
changes of its words. Moved text is deleted at one place and inserted at the other.
"""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.domain.body import Crosshead, ListItem, Paragraph, Table, block_text, plain_text
from newsroom.domain.changes import ChangeKind, final, original
from newsroom.domain.inline import Run
from newsroom.domain.marks import BOLD, ITALIC, MarkKind, has
from newsroom.formats import Reading, Writing, docx_review
from newsroom.formats.docx import FORMAT
from tests.formats.foreign_word import FILES

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NINE, TEN = datetime(2026, 3, 2, 9, 15, tzinfo=UTC), datetime(2026, 3, 2, 10, 40, tzinfo=UTC)


def read(data):
    (incoming,) = FORMAT.read(data, Reading(now=NOW))
    return incoming


@pytest.fixture(scope="module")
def arrived():
    """Give each file as it was read."""
    return {name: read(made()) for name, made in FILES.items()}


@pytest.fixture(scope="module")
def sent(arrived):
    """Give each story as it goes to colleagues."""
    return {
        name: docx_review.FORMAT.write(one.article, Writing(now=NOW)).data for name, one in arrived.items()
    }


def changes(article):
    """Give what each change did, by whom and when."""
    return sorted(
        (one.kind.value, one.author, one.time, sorted(one.former), str(one.former_form))
        for one in article.changes
    )


def texts(found):
    """Give the kind and the text of each block."""
    return [(type(block), block_text(block)) for block in found.blocks]


def told(article):
    """Give all that must come back: the texts before and after, the changes."""
    before = original(article.body, article.changes)
    return article.headline, texts(final(article.body)), texts(before), changes(article)


def threads(article):
    """Give the notes with their answers and whether they are done."""
    return [(one.author, one.time, one.text, one.replies, one.resolved) for one in article.notes]


def said(article):
    """Give all words of notes and answers, whoever answers whom."""
    return {(one.author, one.time, one.text) for note in article.notes for one in (note, *note.replies)}


@pytest.mark.parametrize("name", FILES)
def test_what_another_program_tracked_goes_out_and_comes_back(arrived, sent, name):
    first, again = arrived[name].article, read(sent[name]).article
    assert told(again) == told(first)
    assert threads(again) == threads(first)


@pytest.mark.foreign
def test_libreoffice_keeps_all_of_it_when_it_saves(arrived, sent, tmp_path):
    if not shutil.which("soffice"):
        pytest.skip("not installed: LibreOffice, the foreign judge of Word files")
    for name, data in sent.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to"]
    files = [str(tmp_path / f"{name}.docx") for name in sent]
    subprocess.run(
        [*command, "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), *files],
        check=True,
        capture_output=True,
        timeout=100,
    )
    for name, one in arrived.items():
        back = read((tmp_path / "out" / f"{name}.docx").read_bytes())
        assert told(back.article) == told(one.article), name
        assert said(back.article) == said(one.article), name
        assert back.origin
        assert back.origin.uid == one.article.uid, name


@pytest.mark.long
def test_what_goes_to_colleagues_is_valid_office_open_xml(sent, tmp_path):
    from openxml_audit import OpenXmlValidator

    for name, data in sent.items():
        (tmp_path / "story.docx").write_bytes(data)
        found = OpenXmlValidator().validate(tmp_path / "story.docx").errors
        assert [str(error) for error in found] == [], name


def test_word_365_tells_every_kind_of_change_and_who_answers(arrived):
    article = arrived["word_365_german"].article
    kinds = [one.kind for one in article.changes]
    assert kinds.count(ChangeKind.FORMAT) == 2
    assert {one.author for one in article.changes} == {"Eva Brandt", "Jan Petersen"}
    assert {one.time for one in article.changes} == {NINE, TEN}
    first, second = article.notes
    assert [one.text for one in first.replies] == ["Ja, laut Protokoll."]
    assert (first.resolved, second.resolved) == (False, True)
    (bold,) = [
        one for block in article.body.blocks for one in block.content if has(one.marks, MarkKind.FORMATTED)
    ]
    assert BOLD in bold.marks
    assert [one.former for one in article.changes if one.former] == [frozenset({ITALIC})]


def test_a_paragraph_that_became_a_heading_was_a_paragraph(arrived):
    article = arrived["word_365_german"].article
    assert any(isinstance(block, Crosshead) for block in article.body.blocks)
    assert not any(isinstance(block, Crosshead) for block in original(article.body, article.changes).blocks)
    assert plain_text(final(article.body)).endswith("Der erste Teil. Der zweite Teil.\n\nDer dritte Teil.")


def test_what_one_inserted_and_another_deleted_keeps_both(arrived):
    for name in ("word_365_nested", "word_strict"):
        article = arrived[name].article
        both = [one for one in article.body.blocks[0].content if has(one.marks, MarkKind.DELETED)]
        assert [(one.text, has(one.marks, MarkKind.INSERTED)) for one in both] == [("and at last ", True)]


def test_moved_text_falls_here_and_is_new_there(arrived):
    article = arrived["word_2010_moved"].article
    assert [text for _kind, text in texts(final(article.body))] == [
        "Then that.",
        "Here it goes. First this. ",
    ]
    assert [text for _kind, text in texts(original(article.body, article.changes))] == [
        "First this. Then that.",
        "Here it goes. ",
    ]


def test_a_table_that_was_inserted_whole_is_a_change_as_a_whole(arrived):
    article = arrived["word_2007_bare"].article
    (table,) = [block for block in article.body.blocks if isinstance(block, Table)]
    assert has(table.marks, MarkKind.INSERTED)
    assert not any(isinstance(block, Table) for block in original(article.body, article.changes).blocks)
    items = [block for block in article.body.blocks if isinstance(block, ListItem)]
    assert [item.ordered for item in items] == [True, True]
    assert NOW in {change.time for change in article.changes}


def test_a_time_with_an_offset_is_the_same_moment(arrived):
    (change,) = arrived["pages"].article.changes
    assert change.time == NINE
    assert texts(final(arrived["pages"].article.body)) == [
        (Paragraph, "Er steht still."),
        (Paragraph, "Ende."),
    ]


def test_suggestions_with_one_number_are_told_apart_by_author_and_time(arrived):
    article = arrived["google_docs"].article
    assert [one.author for one in article.changes] == ["Eva Brandt", "Jan Petersen"]
    assert article.changes[0].time == NINE + timedelta(seconds=27)
    assert [one.text for one in article.notes] == ["Since when?"]


def test_a_row_that_alone_was_deleted_loses_its_words_and_that_is_named(arrived):
    article = arrived["only_office"].article
    (table,) = [block for block in final(article.body).blocks if isinstance(block, Table)]
    assert table.rows[1] == ((), ())
    assert [one for one in arrived["only_office"].losses if "row" in one.text]
    assert not arrived["word_2007_bare"].losses


def test_what_stands_in_content_controls_keeps_its_changes(arrived):
    first, second = arrived["in_controls"].article.body.blocks
    assert Run("im Hafen", first.content[1].marks) == first.content[1]
    assert has(first.content[1].marks, MarkKind.INSERTED)
    assert has(second.content[0].marks, MarkKind.DELETED)
