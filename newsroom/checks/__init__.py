"""Judging a story: one family of rules is one module that offers ``RULES``.

Checks know the story and what is handed to them, never the library. A hint that is wrong twice is
never read again, so every rule is silent when unsure and each says where and why.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from newsroom.checks.rule import Context, Proof, Rule, proof
from newsroom.domain.finding import Severity
from newsroom.registry import discover

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from newsroom.domain.article import Article
    from newsroom.domain.finding import Finding

__all__ = ["Context", "Proof", "Rule", "rules", "run"]


@cache
def rules() -> Mapping[str, Rule]:
    """Give all rules by their name, ours and those of plug-ins."""
    families = (family for family in discover(__name__, "RULES") if isinstance(family, tuple))
    return {rule.name: rule for family in families for rule in family}


def run(article: Article, context: Context) -> tuple[Finding, ...]:
    """Give what the rules find, required ones first, without what was dismissed for this very text."""
    read = proof(article, context)
    found = (finding for rule in rules().values() for finding in _judged(rule, read))
    kept = [finding for finding in found if finding.key not in article.dismissed]
    return tuple(sorted(kept, key=lambda finding: finding.severity is not Severity.REQUIRED))


def _judged(rule: Rule, read: Proof) -> Iterator[Finding]:
    story = read.article
    severity = rule.severity_at(read.moment, read.context.house, story.genre, story.section)
    if severity is Severity.OFF:
        return
    for finding in rule.judge(read):
        yield replace(finding, rule=finding.rule or rule.name, severity=severity)
