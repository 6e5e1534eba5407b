"""Attempts through the one door: saves as no program of ours would make them, each against one rule."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from newsroom.domain.approved import NOTHING, OVERRIDDEN, Evidence, Grade, Seal
from newsroom.domain.article import Byline
from newsroom.domain.body import Body, paragraphs
from newsroom.domain.person import Role
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import State
from newsroom.library.articles import Step, row_of
from newsroom.library.guarding import keeping
from newsroom.library.postgres.rights.guard import _beside
from tests.library.postgres.rights.newsroom import now, story

EVERYONE = tuple(Role)
JOURNALIST, EDITOR, CHIEF = Role
FULL = Evidence(Seal())


@dataclass(frozen=True)
class Forged:
    """A save: of which story, by whom, called what, with which changes and which approval."""

    name: str
    of: str
    action: str
    roles: tuple[Role, ...] = EVERYONE
    changes: dict[str, Any] = field(default_factory=dict)
    note: str = ""
    evidence: Evidence = NOTHING
    approves: bool = False
    """It puts the one who saves into the approval, with the hash of the text."""
    back: timedelta = timedelta()
    beside: dict[str, Any] = field(default_factory=dict)

    def statement(self, articles, number, login, me):
        """Give the call, its values, and the proof that it was kept."""
        at = now() - self.back
        old = articles.get(self.of)
        if old is None:
            new = replace(story("Neu", me.name), id=number, version=1, created=at, modified=at)
        else:
            new = replace(old, version=old.version + 1, modified=at)
        changes = {name: one(new, me) if callable(one) else one for name, one in self.changes.items()}
        new = replace(new, **changes)
        if self.approves:
            new = replace(new, approved_by=me.name, approved_hash=reader_hash(new), approved_at=at)
            new = replace(
                new, **{name: value for name, value in changes.items() if name.startswith("approved")}
            )
        row, _, whole = row_of(new)
        one = keeping(Step(old, new, self.action, self.note, evidence=self.evidence), row, whole)
        beside = _beside(one)
        proof = "SELECT EXISTS (SELECT FROM revision WHERE article_id = %s AND version = %s)"
        return (whole, old.version if old else 0, at, self.action, self.note, beside), (
            proof,
            (new.id, new.version),
        )


def _to(state, **changes):
    return {"state": state, **changes}


ANOTHER = paragraphs(("Ein anderer Text.",))
KEEP = "SELECT newsroom_rights.keep(%s, %s, %s, %s, %s, %s::jsonb)"

FORGED = (
    Forged("approve as a journalist", "review", "approve", (JOURNALIST,), _to(State.APPROVED), evidence=FULL, approves=True),
    Forged("approve without saying so", "review", "saved", EVERYONE, _to(State.APPROVED), evidence=FULL, approves=True),
    Forged("approve in silence", "review", "saved", EVERYONE, _to(State.APPROVED)),
    Forged("say that it was approved", "review", "approve", EVERYONE, evidence=FULL),
    Forged("approve one's own", "own", "approve", EVERYONE, _to(State.APPROVED), evidence=FULL, approves=True),
    Forged("approve one's own under another byline", "own", "approve", (EDITOR, CHIEF),
           _to(State.APPROVED, authors=(Byline("Niemand"),)), evidence=FULL, approves=True),
    Forged("approve one's own as if another had begun it", "own", "approve", (EDITOR, CHIEF),
           _to(State.APPROVED, created_by="Niemand"), evidence=FULL, approves=True),
    Forged("approve in a colleague's name", "review", "approve", (EDITOR, CHIEF),
           _to(State.APPROVED, approved_by="Edda Lund"), evidence=FULL, approves=True),
    Forged("approve another text", "review", "approve", (EDITOR, CHIEF),
           _to(State.APPROVED, approved_hash="a" * 64), evidence=FULL, approves=True),
    Forged("approve at another time", "review", "approve", (EDITOR, CHIEF),
           _to(State.APPROVED, approved_at=now() - timedelta(days=9)), evidence=FULL, approves=True),
    Forged("approve with the grade of a duty editor", "review", "approve", (EDITOR, CHIEF),
           _to(State.APPROVED), evidence=Evidence(Seal(grade=Grade.ALONE, due=now())), approves=True),
    Forged("approve with the record of the first of two", "review", "approve", (EDITOR, CHIEF), _to(State.APPROVED),
           evidence=Evidence(Seal(grade=Grade.FIRST)), approves=True),
    Forged("approve a draft", "draft", "approve", EVERYONE, _to(State.APPROVED), evidence=FULL, approves=True),
    Forged("publish a draft", "draft", "publish", EVERYONE, _to(State.PUBLISHED)),
    Forged("publish what is for review", "review", "publish", EVERYONE, _to(State.PUBLISHED)),
    Forged("publish as a journalist", "approved", "publish", (JOURNALIST,), _to(State.PUBLISHED)),
    Forged("schedule as a journalist", "approved", "schedule", (JOURNALIST,),
           _to(State.SCHEDULED, publish_time=now() + timedelta(days=2))),
    Forged("publish another text than was approved", "approved", "publish", EVERYONE, _to(State.PUBLISHED, body=ANOTHER)),
    Forged("publish another headline than was approved", "scheduled", "publish", EVERYONE, _to(State.PUBLISHED, headline="Anders")),
    Forged("change an approved text", "approved", "saved", EVERYONE, {"body": ANOTHER}),
    Forged("change an approved text with its hash", "approved", "saved", EVERYONE,
           {"body": ANOTHER, "approved_hash": lambda new, _me: reader_hash(replace(new, body=ANOTHER))}),
    Forged("change a published text", "published", "saved", EVERYONE, {"headline": "Anders"}),
    Forged("end an approval without another text", "approved", "approval-voided", EVERYONE,
           _to(State.FOR_REVIEW, approved_by="", approved_hash="", approved_at=None)),
    Forged("return as a journalist", "review", "return", (JOURNALIST,), _to(State.RETURNED)),
    Forged("withdraw as no duty editor", "published", "withdraw", (JOURNALIST, EDITOR), _to(State.WITHDRAWN)),
    Forged("withdraw what no reader saw", "review", "withdraw", EVERYONE, _to(State.WITHDRAWN)),
    Forged("publish alone as no duty editor", "review", "publish-alone", (JOURNALIST, EDITOR), _to(State.PUBLISHED), "Eile",
           Evidence(Seal(grade=Grade.ALONE, due=now())), approves=True),
    Forged("publish alone without a reason", "review", "publish-alone", EVERYONE, _to(State.PUBLISHED), " ",
           Evidence(Seal(grade=Grade.ALONE, due=now())), approves=True),
    Forged("publish alone without second eyes", "review", "publish-alone", EVERYONE, _to(State.PUBLISHED), "Eile",
           Evidence(Seal(grade=Grade.ALONE)), approves=True),
    Forged("be the second eyes where none are due", "published", "looked", EVERYONE, evidence=Evidence(Seal(grade=Grade.LOOKED))),
    Forged("be the first of two on one's own story", "own", "approve-first", EVERYONE, evidence=Evidence(Seal(grade=Grade.FIRST))),
    Forged("undo what another approved", "published", "undone", EVERYONE, _to(State.APPROVED)),
    Forged("undo into an approval", "review", "undone", EVERYONE, _to(State.APPROVED), approves=True),
    Forged("undo into print", "returned", "undone", EVERYONE, _to(State.PUBLISHED)),
    Forged("schedule into the past", "approved", "schedule", EVERYONE,
           _to(State.SCHEDULED, publish_time=now() - timedelta(days=2))),
    Forged("schedule before the embargo", "approved", "schedule", EVERYONE,
           _to(State.SCHEDULED, publish_time=now() + timedelta(days=2), embargo=now() + timedelta(days=3))),
    Forged("publish before the embargo", "embargoed", "publish", (EDITOR, CHIEF), _to(State.PUBLISHED, publish_time=now())),
    Forged("publish with an embargo that nobody could read", "approved", "publish", (EDITOR, CHIEF),
           _to(State.PUBLISHED, embargo_line="Frei ab dann", publish_time=now())),
    Forged("publish alone before the embargo", "review", "publish-alone", (CHIEF,),
           _to(State.PUBLISHED, embargo=now() + timedelta(days=2), publish_time=now()), "Eile",
           Evidence(Seal(grade=Grade.ALONE, due=now())), approves=True),
    Forged("publish what is legally blocked", "blocked", "publish", (EDITOR, CHIEF), _to(State.PUBLISHED, publish_time=now())),
    Forged("schedule what is legally blocked", "blocked", "schedule", (EDITOR, CHIEF),
           _to(State.SCHEDULED, publish_time=now() + timedelta(days=2))),
    Forged("put what was published into the trash", "published", "trashed", EVERYONE, {"trashed": now()}),
    Forged("put what is approved into the trash", "approved", "trashed", (JOURNALIST,), {"trashed": now()}),
    Forged("go into the trash as if only saved", "review", "saved", EVERYONE, {"trashed": now()}),
    Forged("say it lies in the trash", "review", "trashed", EVERYONE),
    Forged("save a colleague's draft", "secret", "saved", (JOURNALIST,), {"headline": "Anders"}),
    Forged("skip versions", "review", "saved", EVERYONE, {"version": 77}),
    Forged("change who began a story", "review", "saved", EVERYONE, {"created_by": "Niemand"}),
    Forged("change when it began", "review", "saved", EVERYONE, {"created": now() - timedelta(days=9)}),
    Forged("become another story", "review", "saved", EVERYONE, {"uid": "01900000-0000-7000-8000-000000000000"}),
    Forged("save in the past", "review", "saved", EVERYONE, back=timedelta(days=1)),
    Forged("save in the future", "review", "saved", EVERYONE, back=timedelta(days=-1)),
    Forged("say another time than now", "review", "saved", EVERYONE, {"modified": now() - timedelta(days=9)}),
    Forged("lie to the journal about the action", "review", "Approved by Edda", EVERYONE),
    Forged("write lines into the journal", "review", "saved", EVERYONE, evidence=Evidence(lines=(("approve", "by Edda"),))),
    Forged("override a checklist as no duty editor", "review", "saved", (JOURNALIST, EDITOR), evidence=Evidence(lines=((OVERRIDDEN, "x"),))),
    Forged("bear a published story", "", "imported", EVERYONE, _to(State.PUBLISHED)),
    Forged("bear an approved story", "", "saved", EVERYONE, _to(State.APPROVED), approves=True),
    Forged("begin a story as a colleague", "", "saved", EVERYONE, {"created_by": "Dirk Maß"}),
    Forged("begin a story with an action of the workflow", "", "approve", EVERYONE),
    Forged("plan a written story as a colleague", "", "planned", EVERYONE, {"created_by": "Dirk Maß"}),
    Forged("plan a story as nobody of the house", "", "planned", EVERYONE, {"created_by": "Niemand", "body": Body()}),
    Forged("plan a story as a colleague and no editor", "", "planned", (JOURNALIST,), {"created_by": "Dirk Maß", "body": Body()}),
    Forged("submit at birth what is approved", "", "submit", EVERYONE, _to(State.APPROVED), approves=True),
    Forged("submit at birth and stay a draft", "", "submit", EVERYONE),
    Forged("submit at birth by another name", "", "saved", EVERYONE, _to(State.FOR_REVIEW)),
    Forged("begin a story far ahead", "", "saved", EVERYONE, {"id": 4000}),
)  # fmt: skip
