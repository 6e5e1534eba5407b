"""Reading kept stories for faults, and mending those whose findings know how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.mending import all_mended
from newsroom.desk.reports import Fixed, ProofReport, Unwritten
from newsroom.domain.errors import EditedElsewhere, LibraryUnusable, NotAllowed
from newsroom.domain.workflow import State
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.domain.finding import Finding

ROUNDS = 3
"""So often a story is read again after its fixes: one may have stood in the way of another."""

_OPEN = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})


def proofread(
    desk: Desk, ids: Sequence[int], progress: Progress | None, cancelled: Cancelled | None, *, fix: bool
) -> ProofReport:
    """Give what the checks find; where the library takes no more the report ends and says so."""
    judged: list[tuple[int, tuple[Finding, ...]]] = []
    fixed: list[Fixed] = []
    refused: list[Unwritten] = []
    stopped: LibraryUnusable | None = None
    for done, id_ in enumerate(ids):
        if stopped or (cancelled and cancelled()):
            break
        if progress:
            progress(done, len(ids), "")
        article = desk.writing.open(id_)
        try:
            article, made = _fixed(desk, article) if fix else (article, ())
            fixed += [Fixed(id_, article.version, made)] if made else []
        except (NotAllowed, EditedElsewhere) as error:
            refused.append(Unwritten(id_, error))
        except LibraryUnusable as error:
            stopped = error
        judged.append((id_, desk.proofing.findings(article)))
    short = len(judged) < len(ids) and stopped is None
    return ProofReport(tuple(judged), tuple(fixed), tuple(refused), short, stopped)


def _fixed(desk: Desk, article: Article) -> tuple[Article, tuple[Finding, ...]]:
    """Give a story as it is kept with its fixes made, and the findings they were made for."""
    mended = article
    made: tuple[Finding, ...] = ()
    for _round in range(ROUNDS):
        known = {finding.key for finding in made}
        found = (finding for finding in desk.proofing.findings(mended) if finding.key not in known)
        mended, some = all_mended(mended, found)
        made += some
        if not some:
            break
    if mended == article:
        return article, ()
    permit(article)
    return desk.writing.save(mended).article, made


def permit(article: Article) -> None:
    """Raise NotAllowed where a story's text is not to be changed by the way."""
    if article.trashed:
        raise NotAllowed(msg(N_("The story is in the trash. Restore it first.")))
    if article.state not in _OPEN:
        text = N_("A story in the state “{state}” is not changed this way. Open it again first.")
        raise NotAllowed(msg(text, state=msg(article.state.label)))
