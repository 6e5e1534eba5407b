"""What a person's own login does in place of writing stories: it asks the database's one door to keep them."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from newsroom.domain.errors import EditedElsewhere, Embargoed, FourEyes, LegallyBlocked, NotAllowed
from newsroom.domain.lookalike import BodyKind, LikenessKind, Lookalike
from newsroom.domain.workflow import State
from newsroom.library import versions
from newsroom.library.guarding import DERIVED
from newsroom.library.postgres.indexes import row
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from newsroom.domain.errors import Known
    from newsroom.library.articles import Values
    from newsroom.library.guarding import Draftlike, Keeping
    from newsroom.library.indexes import Indexed

_KEEP = text("SELECT newsroom_rights.keep(:story, :was, :at, :action, :note, CAST(:beside AS jsonb))")
_TELL = text("SELECT newsroom_rights.tell(:story, :action, :note, CAST(:at AS timestamptz))")
_SLUGS = text("SELECT slug, id FROM newsroom_rights.slugs(CAST(:wanted AS text[]), :numbered)")
_BLOCK = text("SELECT newsroom_rights.block(:story, :reason, :lifts)")
_ALIKE = text(
    "SELECT * FROM newsroom_rights.alike("
    "CAST(:terms AS text[]), CAST(:headline AS text), CAST(:sample AS bigint[]), :own)"
)
_SAME, _VERY_LIKE, _SAME_TEXT = 100, 85, 95
_REFUSALS: Mapping[str, tuple[type[Known], str]] = {
    "NR001": (NotAllowed, N_("Your login belongs to nobody of this library. Ask whoever keeps the server.")),
    "NR002": (EditedElsewhere, N_("The story was saved by someone else meanwhile. Both versions are kept: compare them.")),
    "NR003": (NotAllowed, N_("The story is in the trash. Restore it first.")),
    "NR004": (NotAllowed, N_("The library's server does not let you do this with this story. Ask an editor.")),
    "NR005": (FourEyes, N_("No one approves their own story. Ask a colleague.")),
    "NR006": (NotAllowed, N_("The library's server knows no approval of exactly this text. Have it approved again.")),
    "NR008": (NotAllowed, N_("The clock of this computer differs from the server's by minutes. Set it right, then save again.")),
    "NR009": (NotAllowed, N_("The library's server refuses this save. Open the story anew, then try again.")),
    "NR011": (Embargoed, N_("The library's server holds the story back: its embargo has not ended. Wait for its time, or change the embargo.")),
    "NR012": (LegallyBlocked, N_("The library's server holds the story back: it is legally blocked. Ask a duty editor.")),
    "NR010": (NotAllowed, N_("The library's server asks for a reason, or for a time ahead and after the embargo.")),
}  # fmt: skip


class Guard:
    """Keeps stories by the functions that the rights consist of."""

    def person(self, connection: Connection) -> str:
        """Give the name of the person whose login this is; raises NotAllowed where it is nobody's."""
        found: str | None = connection.scalar(text("SELECT name FROM newsroom_rights.person()"))
        if not found:
            _kind, nobody = _REFUSALS["NR001"]
            raise NotAllowed(msg(nobody))
        return found

    def next_id(self, connection: Connection) -> int:
        """Give a number that no story ever had."""
        number: int = connection.execute(text("SELECT newsroom_rights.next_id()")).scalar_one()
        return number

    def slugs(self, connection: Connection, wanted: Sequence[str], *, numbered: bool) -> dict[str, int]:
        """Give those of the slugs, or of their numbered forms, that stories have, with whose they are."""
        found = connection.execute(_SLUGS, {"wanted": list(wanted), "numbered": numbered})
        return dict(tuple(one) for one in found)

    def picture(self, connection: Connection, name: str) -> bytes | None:
        """Give the bytes of a picture whose SHA-256 is known."""
        asked = text("SELECT newsroom_rights.picture(:name)")
        found: bytes | None = connection.scalar(asked, {"name": name})
        return found

    def block(self, connection: Connection, story: int, reason: str, *, lifts: bool) -> bool:
        """Set or lift a legal block; tell whether there was one to set or to lift. Raises NotAllowed."""
        given = {"story": story, "reason": reason, "lifts": lifts}
        with _told():
            done: bool = connection.execute(_BLOCK, given).scalar_one()
        return done

    def keep(self, connection: Connection, stories: Iterable[Keeping], now: datetime) -> None:
        """Keep stories with all that belongs to a save; raises NotAllowed, FourEyes and EditedElsewhere."""
        kept = list(stories)
        keys = versions.plain_keys(connection, [(one.row["id"], one.was) for one in kept if one.was])
        for one in kept:
            key = keys.get(one.row["id"])
            given = {"story": one.whole, "was": one.was, "at": now, "action": one.action, "note": one.note}
            with _told():
                connection.execute(_KEEP, {**given, "beside": _beside(one, key)})

    def tell(self, connection: Connection, entries: Iterable[Mapping[str, Any]]) -> None:
        """Tell in the journals of stories what was decided of them; raises NotAllowed for what is no decision."""
        for one in entries:
            given = {"story": one["id"], "action": one["action"], "note": one["note"], "at": one["time"]}
            with _told():
                connection.execute(_TELL, given)

    def count(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Add to the counts of names, also of those that may not be seen."""
        told = [{**one, "used": one["used"] and one["used"].isoformat()} for one in rows]
        asked = text("SELECT newsroom_rights.count_names(CAST(:rows AS jsonb))")
        connection.execute(asked, {"rows": json.dumps(told, ensure_ascii=False)})

    def alike(self, connection: Connection, asked: Draftlike) -> tuple[Lookalike, ...]:
        """Give the drafts of others that are like a story: why, whose and in which state they are, no more."""
        given = {**asked._asdict(), "terms": list(asked.terms), "sample": list(asked.sample)}
        return tuple(_lookalike(*found) for found in connection.execute(_ALIKE, given))


@contextmanager
def _told() -> Iterator[None]:
    """Turn the server's refusals into ours."""
    try:
        yield
    except DBAPIError as fault:
        known = _REFUSALS.get(getattr(fault.orig, "sqlstate", "") or "")
        if known is None:
            raise
        kind, sentence = known
        raise kind(msg(sentence)) from fault


def _beside(one: Keeping, key: tuple[int, str] | None = None) -> str:
    """Give what comes beside a story's text as JSON: its keys, its words, its notes, its approval, how it is told small."""
    seal = one.seal
    given: Values = {name: one.row[name] for name in DERIVED}
    given |= {"source": one.source, "lines": one.lines, "hash": one.hash}
    given["seal"] = seal and {**seal, "due": seal["due"] and seal["due"].isoformat()}
    if one.notes is not None:
        given["notes"] = [{**note, "latest": note["latest"].isoformat()} for note in one.notes]
    told = versions.told_small(one.whole, key)
    if key is not None and told is not None:
        given |= {"key": key[0], "steps": json.dumps(told, ensure_ascii=False, separators=(",", ":"))}
    if one.indexed is not None:
        given |= _words(one.indexed, one.before)
    return json.dumps(given, ensure_ascii=False)


def _words(new: Indexed, before: Indexed | None) -> dict[str, Any]:
    _key, lexemes, words, stems = row(new)
    old = before or new._replace(terms="", sample=frozenset())
    return {
        "lexemes": lexemes, "words": words, "stems": stems, "terms": new.terms.split(), "sample": sorted(new.sample),
        "terms_before": old.terms.split(), "sample_before": sorted(old.sample),
    }  # fmt: skip


def _lookalike(story: int, uid: str, state: str, owner: str, score: int, share: int) -> Lookalike:
    kind = LikenessKind.EQUAL if score == _SAME else LikenessKind.VERY_LIKE if score >= _VERY_LIKE else None
    body = None if share < 30 else BodyKind.SAME if share >= _SAME_TEXT else BodyKind.NEAR  # noqa: PLR2004 - as the SQL has it
    if kind is None and body is None:
        kind = LikenessKind.LIKE
    return Lookalike(
        story, uid, "", score, kind, state=State(state), authors=owner, body=body, share=share, private=True
    )
