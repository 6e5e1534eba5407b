"""Who may read and write which table: one row a table; what has no row here nobody gets but the library's owner.

A policy is a condition on a row. `reads` goes for all roles; what may be written, for those of the least role named. A
story's own tables are written by the function `keep` alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.domain.person import Role
from newsroom.library import schema
from newsroom.library.pairs import PLACE

ANYONE = "(SELECT newsroom_rights.rank()) >= 0"
EDITORS = "(SELECT newsroom_rights.rank()) >= 1"
CHIEFS = "(SELECT newsroom_rights.rank()) >= 2"
STORY = """(SELECT newsroom_rights.rank()) >= 1 OR ((SELECT newsroom_rights.rank()) = 0
    AND (state <> 'draft' OR newsroom_rights.mine(id)))"""
BELONGING = "EXISTS (SELECT FROM article a WHERE a.id = article_id)"
INDEXED = "EXISTS (SELECT FROM article a WHERE a.sort_key = key)"
OWN = "keeper = session_user::text"
TO_ME = "person_key = ANY ((SELECT newsroom_rights.names())::text[])"


@dataclass(frozen=True, slots=True)
class Access:
    """What people get of a table; columns are those that may be given or changed, none named are all."""

    reads: str = ANYONE
    adds: str = ""
    changes: str = ""
    removes: str = ""
    role: Role = Role.JOURNALIST
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def _open(condition: str = ANYONE, role: Role = Role.JOURNALIST, reads: str = ANYONE) -> Access:
    """Give access to a table whose rows are added, changed and removed alike."""
    return Access(reads, condition, condition, condition, role)


_FACTS = f"{CHIEFS} OR name IN ('{schema.SEQUENCE}', '{PLACE}')"
_GIVEN = f"({EDITORS} OR newsroom_rights.mine(article_id)) AND {BELONGING}"
_KEPT_WITH_STORY = (
    "article_text", "link", "counterpart", "author", "source", "revision", "journal", "journal_head", "approval",
    "standing", "note", "shingle",
)  # fmt: skip
_NAMED = f"{EDITORS} AND kind <> 'person' OR {CHIEFS}"

_COUNTED = f"{EDITORS} OR {ANYONE} AND (kind <> 'keyword' OR kept OR retired OR live > open)"
"""A keyword that only stories have which are not out yet may be one of a draft that is nobody else's business."""
_GOES_OUT = f"""{EDITORS} AND (kind <> 'published' OR channels <> '' AND channels !~ '\\mweb\\M' OR NOT EXISTS (
    SELECT FROM article a WHERE a.id = article_id AND a.embargo > now() + interval '5 minutes'))"""
"""Nothing waits to go to readers of the web before its embargo; pages and partners are judged with the way."""
_UNWRITTEN = """EXISTS (SELECT FROM release r WHERE (r.article_id, r.number) = (release_file.article_id, release_file.number)
    AND r.written IS NULL)"""
_UNUSED = "NOT EXISTS (SELECT FROM release_file f WHERE f.sha256 = sent_bytes.sha256)"

ACCESS: dict[str, Access] = {
    "article": Access(STORY, changes=STORY, changed=("lookalikes", "findings")),
    **{name: Access(BELONGING) for name in _KEPT_WITH_STORY},
    "search": Access(INDEXED),
    "likeness": Access(INDEXED),
    "pair": _open(f"{BELONGING} AND EXISTS (SELECT FROM article b WHERE b.id = other_id)", reads=BELONGING),
    "todo": _open(BELONGING, reads=BELONGING),
    "assignment": _open(_GIVEN, reads=BELONGING),
    "notice": Access(TO_ME, ANYONE, TO_ME, TO_ME, changed=("seen",)),
    "draft": Access(
        OWN, OWN, OWN, OWN, added=("session", "uid", "time", "story"), changed=("session", "time", "story")
    ),
    "editing": _open(),
    "picture": Access("false", adds=f"{ANYONE} AND sha256 = encode(sha256(data), 'hex')"),
    "verdict": _open(),
    "tally": _open(),
    "usage": Access(
        _COUNTED,
        adds=f"NOT retired OR {_NAMED}",
        changes=EDITORS,
        removes=EDITORS,
        role=Role.EDITOR,
    ),
    "fact": Access(adds=_FACTS, changes=_FACTS),
    "section": Access(adds=ANYONE, changes=EDITORS, removes=EDITORS),
    "genre": _open(EDITORS, Role.EDITOR),
    "person": _open(CHIEFS, Role.CHIEF),
    "former_name": _open(_NAMED, Role.EDITOR),
    "renaming": _open(_NAMED, Role.EDITOR),
    "renamed_story": _open(f"{EDITORS} AND {BELONGING}", Role.EDITOR, BELONGING),
    "topic": _open(),
    "edition": _open(),
    "edition_part": _open(),
    "legal_block": Access(),
    "outgoing": _open(_GOES_OUT, Role.EDITOR),
    "release": Access(
        BELONGING, EDITORS, EDITORS, f"{EDITORS} AND written IS NULL", role=Role.EDITOR, changed=("written",)
    ),
    "release_file": Access(BELONGING, EDITORS, "", f"{EDITORS} AND {_UNWRITTEN}", role=Role.EDITOR),
    "sent_bytes": Access(EDITORS, EDITORS, "", f"{EDITORS} AND {_UNUSED}", role=Role.EDITOR),
    "erased": Access(),
    "alembic_version": Access("true"),
}
