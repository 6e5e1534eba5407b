"""The tables of a library, with typed columns; only this room sees them.

They are tables of SQLAlchemy Core, not classes mapped to rows: no row ever becomes an object here but goes
straight into the domain's, so a mapping would only be imported (a fifth of the time to open a library).

The search and the likeness index are virtual tables, which `schema` makes beside these.
"""

from newsroom.library.rows.alike import PAIR, SHINGLE, VERDICT
from newsroom.library.rows.approving import APPROVAL, STANDING
from newsroom.library.rows.assigning import ASSIGNMENT, DUTY, NOTICE
from newsroom.library.rows.beside import DRAFT, PICTURE, TALLY
from newsroom.library.rows.catalogue import FORMER, RENAMED_STORY, RENAMING, USAGE
from newsroom.library.rows.columns import METADATA, Utc, stored_time
from newsroom.library.rows.editing import EDITING
from newsroom.library.rows.house import FACT, GENRE, PERSON, SECTION
from newsroom.library.rows.past import HEAD, JOURNAL, REVISION
from newsroom.library.rows.planning import EDITION, PART, TOPIC
from newsroom.library.rows.publishing import BLOCK, ERASED, OUTGOING, RELEASE, RELEASE_FILE, SENT
from newsroom.library.rows.stories import ARTICLE, AUTHOR, COUNTERPART, LINK, NOTE, RARE, SOURCE, TEXT

__all__ = [
    "APPROVAL",
    "ARTICLE",
    "ASSIGNMENT",
    "AUTHOR",
    "BLOCK",
    "COUNTERPART",
    "DRAFT",
    "DUTY",
    "EDITING",
    "EDITION",
    "ERASED",
    "FACT",
    "FORMER",
    "GENRE",
    "HEAD",
    "JOURNAL",
    "LINK",
    "METADATA",
    "NOTE",
    "NOTICE",
    "OUTGOING",
    "PAIR",
    "PART",
    "PERSON",
    "PICTURE",
    "RARE",
    "RELEASE",
    "RELEASE_FILE",
    "RENAMED_STORY",
    "RENAMING",
    "REVISION",
    "SECTION",
    "SENT",
    "SHINGLE",
    "SOURCE",
    "STANDING",
    "TALLY",
    "TEXT",
    "TOPIC",
    "USAGE",
    "VERDICT",
    "Utc",
    "stored_time",
]
