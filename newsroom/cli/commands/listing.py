"""``newsroom list`` and ``newsroom search``."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, TypeVar

from typer import Argument, Option, Typer

from newsroom.cli import shapes
from newsroom.cli.failures import Usage
from newsroom.cli.help import Leaf
from newsroom.cli.session import Session
from newsroom.cli.speech import when, word
from newsroom.desk import Desk
from newsroom.desk.setting import read_time
from newsroom.domain.card import StoryCard
from newsroom.domain.listing import Cursor, EarlierHit, Filter, Hit, Page, Ranking
from newsroom.domain.workflow import State
from newsroom.translation import N_, _, msg

MOST = 100_000
PAGE = 200
Found = TypeVar("Found", Hit, EarlierHit)


def add(app: Typer, session: Session) -> None:
    """Add the commands."""
    _add_list(app, session)
    _add_search(app, session)


def _add_list(app: Typer, session: Session) -> None:
    @app.command("list", cls=Leaf, help=_("List stories, newest first."))
    def show_list(
        state: Annotated[
            list[str],
            Option(
                metavar="STATE", help=_("Only this state: {all}.", all=", ".join(State)), show_default=False
            ),
        ] = [],  # noqa: B006 - Typer makes a new list for each call
        section: Annotated[
            str, Option(metavar="NAME", help=_("Only this section."), show_default=False)
        ] = "",
        language: Annotated[
            str, Option(metavar="CODE", help=_("Only this language."), show_default=False)
        ] = "",
        since: Annotated[str, Option(metavar="TIME", help=_("From this time on."), show_default=False)] = "",
        until: Annotated[str, Option(metavar="TIME", help=_("Up to this time."), show_default=False)] = "",
        limit: Annotated[
            int, Option(metavar="N", min=1, max=MOST, help=_("So many at most."), show_default=False)
        ] = 50,
        trash: Annotated[
            bool, Option("--trash", help=_("What lies in the trash."), show_default=False)
        ] = False,
    ) -> None:
        states = frozenset(state_named(name) for name in state)
        with session.desk() as desk:
            times = _time("--since", since, desk), _time("--until", until, desk, end=True)
            chosen = Filter(
                states=states, section=section, language=language, since=times[0], until=times[1], trash=trash
            )
            cards, more = collected(desk, chosen, limit)
            give_cards(session, [(card, "") for card in cards], desk.zone, more=more)


def _add_search(app: Typer, session: Session) -> None:
    # a word that begins with a dash is one to leave out, and no option
    @app.command(
        "search",
        cls=Leaf,
        help=_("Search all stories, newest first."),
        context_settings={"ignore_unknown_options": True},
    )
    def search(
        query: Annotated[
            list[str],
            Argument(
                metavar="QUERY",
                help=_("Words, “phrases”, -excluded, a or b, fields such as section:Sport after:yesterday."),
            ),
        ],
        best: Annotated[bool, Option("--best", help=_("The best of all first."), show_default=False)] = False,
        revisions: Annotated[
            bool,
            Option("--revisions", help=_("What stood in earlier versions and is gone."), show_default=False),
        ] = False,
        limit: Annotated[
            int, Option(metavar="N", min=1, max=MOST, help=_("So many at most."), show_default=False)
        ] = 50,
    ) -> None:
        text = " ".join(map(_as_typed, query))
        with session.desk() as desk:
            if revisions:
                earlier = desk.searching.earlier(text, lambda: False, limit=limit)
                hits = _without_words(desk, earlier.items[:limit])
                _give_earlier(session, hits, desk.zone, more=earlier.next is not None)
                return
            page = desk.searching.best(text, lambda: False, limit=limit) if best else None
            order = Ranking.BEST if best else Ranking.NEWEST
            page = page or desk.searching.search(text, limit=limit, order=order)
            found = [(hit.card, hit.snippet) for hit in _without_words(desk, page.items)]
            give_cards(session, found, desk.zone, more=page.next is not None)


def _without_words(desk: Desk, hits: Sequence[Found]) -> list[Found]:
    """Give hits, those of stories under a legal block without the words of the text: they are found, and no more."""
    blocked = desk.blocking.among(hit.card.uid for hit in hits)
    said = _("Under a legal block.")
    return [replace(hit, snippet=said, marks=()) if hit.card.uid in blocked else hit for hit in hits]


def _as_typed(argument: str) -> str:
    """Give back the quotes of a field's value that the shell took away."""
    name, colon, value = argument.partition(":")
    spaced = colon and " " in value and '"' not in value
    return f'{name}:"{value}"' if spaced and " " not in name else argument


def _give_earlier(session: Session, found: Sequence[EarlierHit], zone: str, *, more: bool) -> None:
    shape = {"hits": [shapes.earlier_hit(hit, zone) for hit in found], "more": more}
    told = [(hit.card, _of_version(hit, zone)) for hit in found]
    session.give(shape, lambda: _show(session, told, zone, more=more))


def _of_version(hit: EarlierHit, zone: str) -> str:
    said = _("Version {n}, {time}, {person}", n=hit.version, time=when(hit.time, zone), person=hit.person)
    return f"{said}: {hit.snippet}"


def collected(desk: Desk, chosen: Filter, limit: int) -> tuple[list[StoryCard], bool]:
    """Give so many cards, fetched page by page, and whether there are more."""
    cards: list[StoryCard] = []
    after: Cursor | None = None
    while True:
        page: Page[StoryCard] = desk.lists.page(chosen, after=after, limit=min(limit - len(cards), PAGE))
        cards += page.items
        after = page.next
        if after is None or len(cards) >= limit:
            return cards, after is not None


def give_cards(session: Session, found: list[tuple[StoryCard, str]], zone: str, *, more: bool) -> None:
    """Answer with a list of stories, each with what was found in it."""
    shape = {"hits": [shapes.hit(card, snippet, zone) for card, snippet in found], "more": more}
    session.give(shape, lambda: _show(session, found, zone, more=more))


def _show(session: Session, found: list[tuple[StoryCard, str]], zone: str, *, more: bool) -> None:
    if not found:
        session.say(_("No story found."))
        return
    heads = (_("No."), _("Headline"), _("Section"), _("Publish time"), _("State"))
    rows = [
        (
            str(card.id),
            f"{card.headline}\n{snippet}" if snippet else card.headline,
            card.section,
            when(card.publish_time, zone),
            word(card.state),
        )
        for card, snippet in found
    ]
    session.table(heads, rows, numbers=(0,))
    if more:
        session.say()
        session.say(_("There are more; --limit shows them."))


def state_named(name: str) -> State:
    """Give a state by its stored or shown word; raises Usage."""
    for state in State:
        if name.casefold() in {state.value, _(state.label).casefold()}:
            return state
    raise Usage(msg(N_("There is no state “{name}”. Choose from: {all}."), name=name, all=", ".join(State)))


def _time(option: str, typed: str, desk: Desk, *, end: bool = False) -> datetime | None:
    """Read a time; a day alone, as an end, means the whole day."""
    from newsroom.text.dates import Guess

    parsed = read_time(option, typed, desk)
    if parsed is None:
        return None
    return parsed.when + timedelta(days=1) if end and Guess.TIME in parsed.guessed else parsed.when
