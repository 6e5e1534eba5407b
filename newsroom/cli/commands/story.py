"""``newsroom show`` and ``newsroom set``."""

from contextlib import suppress
from dataclasses import replace
from typing import Annotated

from typer import Argument, Typer

from newsroom.cli import shapes
from newsroom.cli.arguments import LARGEST_ID
from newsroom.cli.failures import Usage, sentence
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import number, when, word
from newsroom.cli.times import typed_time
from newsroom.desk import Desk
from newsroom.desk.blocking import said
from newsroom.desk.setting import settable
from newsroom.domain.article import Article
from newsroom.domain.body import Body, block_text
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.errors import EditedElsewhere
from newsroom.domain.inline import plain
from newsroom.domain.words import language_name
from newsroom.translation import N_, _, msg

ATTEMPTS = 20


def add(app: Typer, session: Session) -> None:
    """Add the commands."""

    @app.command("show", cls=Leaf, help=_("Show a story."))
    def show(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
    ) -> None:
        with session.desk() as desk:
            _give(session, desk, desk.writing.open(story))

    @app.command("set", cls=Leaf, help=_("Set fields of a story. Fields: {all}.", all=", ".join(settable())))
    def set_fields(
        story: Annotated[int, Argument(metavar="ID", max=LARGEST_ID, help=_("The story's number."))],
        values: Annotated[
            list[str],
            Argument(metavar="FIELD=VALUE...", help=_("A field and its value; body=@FILE reads a file.")),
        ],
    ) -> None:
        parted = _parted(values)
        with session.desk() as desk:
            saved = _saved(desk, story, parted)
            for name in ("publish_time", "embargo"):
                typed_time(session, name, parted.get(name, ""), desk)
            _give(session, desk, saved)


def _saved(desk: Desk, story: int, values: dict[str, str]) -> Article:
    """Set fields and save; where somebody saved meanwhile, set them in what they saved."""
    for _attempt in range(ATTEMPTS):
        with suppress(EditedElsewhere):
            return desk.writing.save(desk.writing.set_fields(desk.writing.open(story), values)).article
    return desk.writing.save(desk.writing.set_fields(desk.writing.open(story), values)).article


def _parted(values: list[str]) -> dict[str, str]:
    parted: dict[str, str] = {}
    for value in values:
        name, equals, typed = value.partition("=")
        if not equals:
            raise Usage(msg(N_("“{value}” is not FIELD=VALUE."), value=value))
        parted[name] = typed
    return parted


def _give(session: Session, desk: Desk, article: Article) -> None:
    block = desk.blocking.of(article)
    if block is not None:
        session.remark(sentence(said(block)))
        article = replace(article, lead=(), body=Body(), teaser="")
    length, zone = desk.proofing.length(article), desk.zone
    session.give(shapes.story(article, length, zone), lambda: _show(session, desk, article))


def _show(session: Session, desk: Desk, article: Article) -> None:
    for text in (article.kicker, article.headline, article.subheadline):
        if text:
            session.say(text)
    session.say()
    session.table((_("Field"), _("Value")), _fields(desk, article))
    lead = plain(content_for_readers(article.lead))
    for text in (lead, *(block_text(block) for block in for_readers(article.body).blocks)):
        if text:
            session.say()
            session.say(text)


def _fields(desk: Desk, article: Article) -> list[tuple[str, str]]:
    length, zone = desk.proofing.length(article), desk.zone
    genres = {genre.key: genre.name for genre in desk.library.house.genres()}
    pairs = (
        (_("No."), str(article.id)),
        (_("State"), word(article.state)),
        (_("Genre"), _(genres.get(article.genre, article.genre))),
        (_("Section"), article.section),
        (_("Publish time"), when(article.publish_time, zone)),
        (_("Embargo"), when(article.embargo, zone) or article.embargo_line),
        (_("Language"), _(language_name(article.spoken_language))),
        (_("Authors"), ", ".join(byline.name for byline in article.authors)),
        (_("Keywords"), ", ".join(article.keywords)),
        (_("Source"), article.source),
        (_("Length"), _length(length.words, length.characters, length.lines)),
        (_("Version"), number(article.version)),
    )
    return [(name, value) for name, value in pairs if value]


def _length(words: int, characters: int, lines: int) -> str:
    return _(
        "{words} words, {characters} characters, {lines} lines",
        words=number(words),
        characters=number(characters),
        lines=number(lines),
    )
