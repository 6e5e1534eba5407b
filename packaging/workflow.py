"""Draws the table of a story's ways into docs/workflow.md, and in German into docs/workflow.de.md.

``python packaging/workflow.py`` writes the pages; with ``--check`` nothing is written and a difference is an error.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newsroom import translation  # noqa: E402 - as below
from newsroom.domain.person import Role  # noqa: E402 - the checkout's own, whatever is installed
from newsroom.domain.workflow import WAYS, Need, State, Transition, Way  # noqa: E402 - as above
from newsroom.translation import _  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page by its language and file, and what it says around the table."""

    code: str
    name: str
    opening: str
    closing: str
    heading: str
    heads: str
    every_state: str
    to_trash: str
    where_it_was: str
    everyone: str
    needs: str
    words: Mapping[Need, str]
    """What the needs are called, where not by their own names."""

    def word(self, need: Need) -> str:
        """Give what a need is called."""
        return self.words.get(need, need.value)

    @property
    def path(self) -> Path:
        """Give where it stands."""
        return ROOT / "docs" / self.name


_OPENING = """# The way of a story

Drawn from the one table in `newsroom/domain/workflow.py` by `packaging/workflow.py`; do not edit it by hand.

A story begins as a draft. Each step is taken in the window by a button or a key, for many at once in the list, on the
board, or on the command line: `newsroom approve 12 --as "Jelto Wiarda"`. What the rules forbid is refused with the
reason (exit code 5), from whatever window or script it comes. [Auf Deutsch](workflow.de.md).
"""
_CLOSING = """## What every save obeys

* **An approval is bound to the text.** It keeps the hash of what readers will see, who gave it, when, and which findings
  were open. When the text of an approved or scheduled story changes, the approval is void at once and the story is for
  review again; when that of a published story changes, an update begins. Notes, section, keywords and publish time
  change no text. A print version is a story of its own and is approved on its own.
* **Four eyes.** Nobody approves a story whose byline or sign-off names them, that they began, or out of whose byline they
  took their own name. An editor's edits do not bar them; that the approver had edited is kept with the approval. Settings
  of the house name *strict sections*, where whoever changed the text last does not approve it either, and *sections where
  two approve* exactly the same text. In a library of one person the rule is off, and the program says so.
* **Breaking news.** A duty editor publishes alone, with a reason. Second eyes are due within thirty minutes (a setting):
  `newsroom looks` lists what waits, `newsroom look 12` says that somebody else has looked.
* **Checklists.** A step that asks for the checklist stops at what is required and names the place. A duty editor may pass
  over it with a reason, which the journal keeps. `newsroom checklist` shows and sets what is off, recommended or
  required, for all stories, a genre or a section, and writes and reads it as a table.
* **Reserve copy** is approved and has no publish time.
* **What readers saw is kept**: it can be withdrawn, never thrown away, and publishing is not undone.
"""


_OPENING_DE = """# Der Weg eines Artikels

Gezeichnet aus der einen Tabelle in `newsroom/domain/workflow.py` durch `packaging/workflow.py`; nicht von Hand ändern.

Ein Artikel beginnt als Entwurf. Jeder Schritt geschieht im Fenster mit einem Knopf oder einer Taste, für viele zugleich
in der Liste, auf der Tafel oder in der Befehlszeile: `newsroom approve 12 --as "Jelto Wiarda"`. Was die Regeln verbieten,
wird mit dem Grund abgelehnt (Rückgabewert 5), aus welchem Fenster oder Skript es auch kommt. [In English](workflow.md).
"""
_CLOSING_DE = """## Woran sich jedes Speichern hält

* **Eine Freigabe gilt genau diesem Text.** Aufbewahrt werden die Prüfsumme dessen, was Leserinnen und Leser sehen werden,
  wer freigegeben hat, wann, und welche Hinweise offen waren. Ändert sich der Text eines freigegebenen oder geplanten
  Artikels, erlischt die Freigabe sofort, und der Artikel steht wieder zur Freigabe; ändert sich der eines
  veröffentlichten, beginnt eine Aktualisierung. Notizen, Ressort, Schlagwörter und Veröffentlichungszeit ändern keinen
  Text. Eine Printfassung ist ein eigener Artikel und wird für sich freigegeben.
* **Vier Augen.** Niemand gibt einen Artikel frei, dessen Autorenzeile oder Kürzel ihn nennt, den er begonnen oder aus
  dessen Autorenzeile er seinen eigenen Namen genommen hat. Redigieren steht der Freigabe nicht im Weg; dass die
  freigebende Person redigiert hat, wird mit der Freigabe aufbewahrt. Einstellungen des Hauses nennen *strenge Ressorts*,
  in denen auch nicht freigibt, wer den Text zuletzt geändert hat, und *Ressorts, in denen zwei* genau denselben Text
  *freigeben*. In einer Bibliothek mit einer einzigen Person ist die Regel aus, und das Programm sagt es.
* **Eilmeldung.** Ein Chef vom Dienst veröffentlicht allein, mit Begründung. Binnen dreißig Minuten (eine Einstellung)
  ist Gegenlesen fällig: `newsroom looks` nennt, was wartet, `newsroom look 12` sagt, dass jemand anderes gelesen hat.
* **Prüflisten.** Ein Schritt mit Prüfliste hält bei dem an, was Pflicht ist, und nennt die Stelle. Ein Chef vom Dienst
  darf sie mit einer Begründung übergehen, die das Protokoll aufbewahrt. `newsroom checklist` zeigt und setzt, was aus,
  empfohlen oder Pflicht ist, für alle Artikel, eine Textsorte oder ein Ressort, und schreibt und liest es als Tabelle.
* **Stehsatz** ist freigegeben und hat keine Veröffentlichungszeit.
* **Was zu lesen war, bleibt erhalten**: Es lässt sich zurückziehen, nie wegwerfen, und Veröffentlichen lässt sich nicht
  rückgängig machen.
"""
_WORDS_DE = {
    Need.FOUR_EYES: "Vier Augen",
    Need.CHECKLIST: "Prüfliste",
    Need.EXACT: "derselbe Text",
    Need.TIME: "Zeit",
    Need.EMBARGO: "Sperrfrist",
    Need.REASON: "Begründung",
    Need.RULE_ON: "Regel an",
    Need.OUT: "erschienen",
    Need.NEVER_OUT: "nie erschienen",
}
PAGES = (
    Page(
        code="en",
        name="workflow.md",
        opening=_OPENING,
        closing=_CLOSING,
        heading="## Who may do what, from where",
        heads="| step | from | to | who | needs |",
        every_state="any state",
        to_trash="the trash",
        where_it_was="where it was",
        everyone="everyone",
        needs="What is needed beside state and role:",
        words={},
    ),
    Page(
        code="de",
        name="workflow.de.md",
        opening=_OPENING_DE,
        closing=_CLOSING_DE,
        heading="## Wer darf was, von wo aus",
        heads="| Schritt | von | nach | wer | braucht |",
        every_state="jeder Status",
        to_trash="Papierkorb",
        where_it_was="wo er war",
        everyone="alle",
        needs="Was außer Status und Rolle nötig ist:",
        words=_WORDS_DE,
    ),
)


def drawn(page: Page) -> str:
    """Give a page as the table says it, in its language."""
    spoken = translation.language()
    translation.use(page.code)
    try:
        return f"{page.opening}\n{_drawing()}\n{_table(page)}\n{_needs(page)}\n{page.closing}"
    finally:
        translation.use(spoken)


def _drawing() -> str:
    """Give the states and the ways between them as a graph."""
    lines = ["```mermaid", "stateDiagram-v2", "    direction LR", "    [*] --> draft"]
    lines += [f'    state "{_(state.label)}" as {_id(state)}' for state in State]
    for way in WAYS:
        if way.target is not None:
            lines += [
                f"    {_id(source)} --> {_id(way.target)}: {_name(way.action)}"
                for source in State
                if source in way.sources
            ]
    return "\n".join((*lines, "```", ""))


def _id(state: State) -> str:
    return state.value.replace("-", "_")


def _table(page: Page) -> str:
    rows = [page.heads, "|---|---|---|---|---|", *(_row(way, page) for way in WAYS)]
    return "\n".join((page.heading, "", *rows, ""))


def _row(way: Way, page: Page) -> str:
    every = way.sources == frozenset(State)
    named = ", ".join(_(state.label) for state in State if state in way.sources)
    elsewhere = page.to_trash if way.action is Transition.TRASH else page.where_it_was
    target = _(way.target.label) if way.target else elsewhere
    needs = ", ".join(f"*{page.word(need)}*" for need in way.needs) or "–"
    step = f"**{_name(way.action)}** (`{way.action.value}`)"
    return (
        f"| {step} | {page.every_state if every else named} | {target} | {_who(way.role, page)} | {needs} |"
    )


def _name(action: Transition) -> str:
    return _(action.label).removesuffix(" …")


def _who(role: Role, page: Page) -> str:
    if role is Role.JOURNALIST:
        return page.everyone
    return ", ".join(_(one.label) for one in Role if one.rank >= role.rank)


def _needs(page: Page) -> str:
    used = {need for way in WAYS for need in way.needs}
    lines = [f"* *{page.word(need)}*: {_(need.label)}." for need in Need if need in used]
    return "\n".join((page.needs, "", *lines, ""))


def main(arguments: list[str]) -> int:
    """Write the pages, or tell whether they are what the table says."""
    if "--check" in arguments:
        return int(any(page.path.read_text(encoding="utf-8") != drawn(page) for page in PAGES))
    for page in PAGES:
        page.path.write_text(drawn(page), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
