"""Telling the language of a text beside plain langdetect: how quickly, nothing remembered, and how rightly."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from newsroom.text import language
from tests.benchmarks.rows import Row, timed
from tests.quality.headlines import ENGLISH, GERMAN
from tests.quality.stories import ENGLISH_TOPICS, TOPICS, story, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Told = list[tuple[str, str]]

OURS = ("de", "en")
STRANGE = (
    "Meri oli tyyni ja laiva lähti satamasta vasta illalla, kun sumu hälveni.",
    "Miesto taryba vakar nusprendė, kad tiltas per upę bus atidarytas tik rudenį.",
    "Mestni svet je včeraj sklenil, da bodo most čez reko odprli šele jeseni.",
    "Bahari ilikuwa shwari na meli iliondoka bandarini jioni baada ya ukungu kuisha.",
    "Hội đồng thành phố hôm qua quyết định cây cầu sẽ chỉ mở cửa vào mùa thu.",
    "Градският съвет реши вчера, че мостът над реката ще бъде отворен чак наесен.",
)
"""In languages no newsroom of ours writes in; some have no profile among those that are loaded."""
_TIMES = 60


def run(_size: str) -> list[Row]:
    """Judge headlines and texts, whatever the size of a library."""
    return [*_beside("headlines", _headlines()), *_beside("texts", _texts()), _strange()]


def _headlines() -> Told:
    """Give headlines two at a time: one alone is often too short to be judged at all."""
    return [
        (code, f"{one.headline}. {one.reworded}.")
        for code, told in (("de", GERMAN), ("en", ENGLISH))
        for one in told
    ]


def _texts() -> Told:
    chance = random.Random(3)
    return [
        (code, text(story(code, topic, chance)))
        for code, topics in (("de", TOPICS), ("en", ENGLISH_TOPICS))
        for topic in topics
        for _ in range(_TIMES // len(topics))
    ]


def _beside(what: str, told: Told) -> Iterator[Row]:
    from langdetect import DetectorFactory
    from langdetect import detect as plain

    DetectorFactory.seed = 0
    _ours(told[0][1])
    plain(told[0][1])
    rates = [_rate(judge, told) for judge in (_ours, plain)]
    right = [100 * sum(judge(words) == code for code, words in told) / len(told) for judge in (_ours, plain)]
    yield Row(f"language of {what}", *rates, "plain langdetect", ">= 5 x", "/s")
    yield Row(f"language of {what}, told rightly", *right, "plain langdetect", ">= 1 x", "%")


def _ours(words: str) -> str:
    """Judge without what is remembered."""
    return language._detect.__wrapped__(words[: language._LONGEST], OURS).code


def _rate(judge: Callable[[str], str], told: Told) -> float:
    return len(told) / timed(lambda: [judge(words) for _, words in told]) * 1000


def _strange() -> Row:
    unknown = sum(not _ours(words) for words in STRANGE)
    return Row("other languages, told as unknown", 100 * unknown / len(STRANGE), goal="100 %", unit="%")
