"""The tables of what is alike: samples of texts, what people decided of a pair, and the pairs found so far."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, String, Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class ShingleColumns(TypedColumns):
    """One row of three words of a story's text, as a number; a sample of them is kept."""

    number = Column(BigInteger, primary_key=True, autoincrement=False)
    article_id = of.number(primary_key=True, autoincrement=False)


SHINGLE = Table("shingle", METADATA, ShingleColumns, sqlite_with_rowid=False)


class VerdictColumns(TypedColumns):
    """What somebody decided of two stories, for good: the first is no duplicate of the second, or its update."""

    uid = Column(String(36), primary_key=True)
    other = Column(String(36), primary_key=True)
    verdict = of.words()
    person = of.words()
    time = of.time()


VERDICT = Table("verdict", METADATA, VerdictColumns, Index("ix_verdict_other", "other"))


class PairColumns(TypedColumns):
    """Two stories that are alike, the one with the lower number first; share is how much of the text, in percent."""

    article_id = of.story_number(primary_key=True)
    other_id = of.story_number(primary_key=True, index=True)
    kind = of.words()
    body = of.words()
    score = of.number()
    share = of.number()


PAIR = Table("pair", METADATA, PairColumns)
