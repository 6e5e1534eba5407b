"""Draws the table of a story's ways into docs/workflow.md.

``python packaging/workflow.py`` writes the page; with ``--check`` nothing is written and a difference is an error.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from newsroom.domain.person import Role  # noqa: E402 - the checkout's own, whatever is installed
from newsroom.domain.workflow import WAYS, Need, State, Transition, Way  # noqa: E402 - as above

PAGE = ROOT / "docs" / "workflow.md"
_OPENING = """# The way of a story

Drawn from the one table in `newsroom/domain/workflow.py` by `packaging/workflow.py`; do not edit it by hand.

A story begins as a draft. Each step is taken in the window by a button or a key, for many at once in the list, on the
board, or on the command line: `newsroom approve 12 --as "Jelto Wiarda"`. What the rules forbid is refused with the
reason (exit code 5), from whatever window or script it comes.
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


def page() -> str:
    """Give the page."""
    return f"{_OPENING}\n{_drawing()}\n{_table()}\n{_needs()}\n{_CLOSING}"


def _drawing() -> str:
    """Give the states and the ways between them as a graph."""
    lines = ["```mermaid", "stateDiagram-v2", "    direction LR", "    [*] --> draft"]
    lines += [
        f"    state “{state.label}” as {_id(state)}".replace("“", '"').replace("”", '"') for state in State
    ]
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


def _table() -> str:
    rows = ["| step | from | to | who | needs |", "|---|---|---|---|---|", *map(_row, WAYS)]
    return "\n".join(("## Who may do what, from where", "", *rows, ""))


def _row(way: Way) -> str:
    every = way.sources == frozenset(State)
    sources = "any state" if every else ", ".join(state.label for state in State if state in way.sources)
    target = (
        way.target.label if way.target else {Transition.TRASH: "the trash"}.get(way.action, "where it was")
    )
    needs = ", ".join(f"*{need.value}*" for need in way.needs) or "–"
    return f"| **{_name(way.action)}** (`{way.action.value}`) | {sources} | {target} | {_who(way.role)} | {needs} |"


def _name(action: Transition) -> str:
    return action.label.removesuffix(" …")


def _who(role: Role) -> str:
    if role is Role.JOURNALIST:
        return "everyone"
    above = [one.label for one in Role if one.rank >= role.rank]
    return ", ".join(above)


def _needs() -> str:
    used = {need for way in WAYS for need in way.needs}
    lines = [f"* *{need.value}*: {need.label}." for need in Need if need in used]
    return "\n".join(("What is needed beside state and role:", "", *lines, ""))


def main(arguments: list[str]) -> int:
    """Write the page, or tell whether it is what the table says."""
    if "--check" in arguments:
        return int(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
