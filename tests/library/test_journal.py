from dataclasses import replace

import pytest

GUARDS = ("journal_never_changes", "journal_never_shrinks")


@pytest.fixture
def where(owned):
    """Who touches the tables from outside, or takes rows out of them, owns the library."""
    return owned


@pytest.fixture
def kept(library, anna, story):
    for headline in ("Eins", "Zwei"):
        article = library.stories.save(story(headline), anna).article
        for word in ("weiter", "fertig"):
            article = library.stories.save(
                replace(article, headline=f"{headline} {word}"), anna, word
            ).article
    return library


def tamper(library, *statements):
    with library._store.writing() as connection:
        on = " ON journal" if connection.dialect.name == "postgresql" else ""
        for statement in (*(f"DROP TRIGGER {guard}{on}" for guard in GUARDS), *statements):
            connection.exec_driver_sql(statement)


def test_who_did_what_is_told_in_order(kept):
    entries = kept.history.journal(1)
    assert [entry.action for entry in entries] == ["saved", "weiter", "fertig"]
    assert [entry.number for entry in entries] == [entry.version for entry in entries] == [1, 2, 3]
    assert entries[0].person == "Anna Berg"
    assert kept.check() == ()


def test_the_journal_only_grows(kept):
    for statement in ("UPDATE journal SET digest = ''", "DELETE FROM journal"):
        with pytest.raises(Exception, match="append-only"), kept._store.writing() as connection:
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize(
    "statements",
    [
        ["UPDATE journal SET sealed = replace(sealed, 'Anna', 'Emil') WHERE article_id = 1 AND number = 2"],
        ["UPDATE journal SET digest = 'x' || substr(digest, 2) WHERE article_id = 1 AND number = 1"],
        ["DELETE FROM journal WHERE article_id = 1 AND number = 2"],
        ["DELETE FROM journal WHERE article_id = 1 AND number = 3"],
        ["DELETE FROM journal WHERE article_id = 1"],
        ["DELETE FROM journal WHERE article_id = 1", "DELETE FROM journal_head WHERE article_id = 1"],
        ["DELETE FROM journal_head WHERE article_id = 1"],
        ["UPDATE journal_head SET number = 2 WHERE article_id = 1"],
        ["INSERT INTO journal SELECT 1, 4, sealed, digest FROM journal WHERE article_id = 1 AND number = 3"],
        ["INSERT INTO journal VALUES (1, 4, '{', 'x')"],
        [
            "UPDATE journal SET number = 9 WHERE article_id = 1 AND number = 1",
            "UPDATE journal SET number = 1 WHERE article_id = 1 AND number = 2",
            "UPDATE journal SET number = 2 WHERE article_id = 1 AND number = 9",
        ],
    ],
    ids=[
        "edit",
        "digest",
        "delete",
        "truncate",
        "all",
        "all-and-head",
        "head",
        "head-back",
        "insert",
        "junk",
        "swap",
    ],
)
def test_tampering_shows_at_the_story_it_befell(kept, statements):
    tamper(kept, *statements)
    found = kept.check()
    assert found
    assert {dict(message.values)["id"] for message in found} == {1}


def test_entries_carried_over_from_another_story_show(kept):
    tamper(
        kept,
        "DELETE FROM journal WHERE article_id = 2 AND number = 3",
        "INSERT INTO journal SELECT 2, 3, sealed, digest FROM journal WHERE article_id = 1 AND number = 3",
    )
    assert {dict(message.values)["id"] for message in kept.check()} == {2}


def test_a_version_that_the_journal_never_saw_shows(kept):
    tamper(kept, "UPDATE revision SET digest = 'x' WHERE article_id = 2 AND version = 1")
    assert {dict(message.values)["id"] for message in kept.check()} == {2}
