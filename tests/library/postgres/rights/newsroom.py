"""A newsroom on a server, with a login for each person and stories in every state; what is secret holds one word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from newsroom.domain.approved import NOTHING, Evidence, Grade, Seal
from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.domain.notes import Note
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import State
from newsroom.library import open_library
from tests.postgres import Postgres, name_of

SECRET = "Quellenschutz"
PEOPLE = {
    "anna.berg": Person("Anna Berg"),
    "bruno.hald": Person("Bruno Hald", Role.EDITOR),
    "clara.voss": Person("Clara Voss", Role.CHIEF),
    "dirk.mass": Person("Dirk Maß"),
    "edda.lund": Person("Edda Lund", Role.EDITOR),
}
LOGINS = {Role.JOURNALIST: "anna.berg", Role.EDITOR: "bruno.hald", Role.CHIEF: "clara.voss"}
APPROVED = Evidence(Seal())


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class House:
    """A library on a server with rights; stories by what they are for."""

    server: Postgres
    url: str
    stories: dict[str, int]

    @property
    def database(self) -> str:
        return name_of(self.url)

    def address(self, login: str) -> str:
        return self.server.url(self.database, login)

    def open(self, login: str = ""):
        return open_library(self.address(login) if login else self.url)


def story(headline, author, **fields):
    text = fields.pop("text", f"{headline}, sagt die Stadt.")
    text += " ".join(f" Satz {number} über {headline} nennt die Zahl {number * 7}." for number in range(30))
    return Article.new(
        headline=headline,
        body=paragraphs((text,)),
        language="de-DE",
        section="Lokales",
        created_by=author,
        **fields,
    )


def with_rights(server: Postgres, url: str) -> House:
    """Put people, rights, logins and stories into an empty library."""
    with open_library(url) as library:
        for person in PEOPLE.values():
            library.house.put_person(person)
        library.house.amend_settings(lambda house: replace(house, four_eyes=True))
        library.rights.put_on()
        for login, person in PEOPLE.items():
            library.rights.add(person.name, login, "")
    house = House(server, url, {})
    _fill(house)
    return house


def _fill(house: House) -> None:
    made = house.stories
    with house.open("dirk.mass") as dirk:
        me = PEOPLE["dirk.mass"]
        note = Note("n1", me.name, now(), f"Vertraulich: {SECRET}")
        secret = story(
            f"{SECRET} im Rathaus",
            me.name,
            text=f"Der Informant heißt {SECRET}.",
            keywords=(SECRET,),
            notes=(note,),
        )
        made["secret"] = dirk.stories.save(secret, me, note=SECRET).article.id
        dirk.drafts.keep("session of Dirk\tDirk Maß", story(f"{SECRET}, ungespeichert", me.name))
        dirk.pictures.add(SECRET.encode(), "image/png")
    with house.open("anna.berg") as anna:
        me = PEOPLE["anna.berg"]
        for name in (
            "draft",
            "review",
            "approved",
            "scheduled",
            "published",
            "returned",
            "blocked",
            "embargoed",
        ):
            made[name] = anna.stories.save(story(f"Meldung {name}", me.name), me).article.id
        for name in ("review", "approved", "scheduled", "published", "returned", "blocked", "embargoed"):
            _move(anna, made[name], me, State.FOR_REVIEW, "submit")
    with house.open("bruno.hald") as bruno:
        me = PEOPLE["bruno.hald"]
        for name in ("approved", "scheduled", "published", "blocked"):
            _move(bruno, made[name], me, State.APPROVED, "approve", evidence=APPROVED)
        ahead = now() + timedelta(days=1)
        _move(bruno, made["embargoed"], me, State.APPROVED, "approve", evidence=APPROVED, embargo=ahead)
        _move(bruno, made["scheduled"], me, State.SCHEDULED, "schedule", publish_time=ahead)
        _move(bruno, made["published"], me, State.PUBLISHED, "publish", publish_time=now())
        _move(bruno, made["returned"], me, State.RETURNED, "return", "Zahlen prüfen")
    with house.open("clara.voss") as clara:
        clara.blocks.put([made["blocked"]], "Einstweilige Verfügung", PEOPLE["clara.voss"])
    for login in ("bruno.hald", "clara.voss"):
        with house.open(login) as own:
            me = PEOPLE[login]
            made[f"own of {login}"] = own.stories.save(
                story(f"Eigenes von {me.name}", me.name), me
            ).article.id
            _move(own, made[f"own of {login}"], me, State.FOR_REVIEW, "submit")
    for number in range(5):
        note = f"{SECRET} {number}"
        house.server.run(
            "INSERT INTO notice (person_key, kind, by, note, time, seen) "
            f"VALUES ('dirk mass', 'assigned', 'Edda Lund', '{note}', now(), false)",
            house.database,
        )
    house.server.run("ANALYZE", house.database)


def _move(library, number, person, state, action, note="", evidence=NOTHING, **fields):
    article = replace(library.stories.article(number), state=state, **fields)
    return library.stories.save(article, person, action, note, evidence=evidence)


ALONE = Seal(grade=Grade.ALONE)
