"""Everything a person can do, as one table: menus, bars, context menus and the list of keys are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsroom.domain.workflow import Transition
from newsroom.translation import N_


@dataclass(frozen=True, slots=True)
class Situation:
    """What is true in the window now, as far as actions ask."""

    ready: bool = False
    """A library is open."""
    keeping: bool = False
    """The library can be written."""
    story: bool = False
    """A story is open."""
    writable: bool = False
    """The open story's text may be changed."""
    chosen: int = 0
    """How many stories are chosen in the list."""
    trash: bool = False
    """The list shows the trash."""
    ways: frozenset[Transition] = frozenset()
    """Where the open story may go."""
    undoable: bool = False
    """A change of the library can be taken back."""


When = Callable[[Situation], bool]


def always(_now: Situation) -> bool:
    """Allow at any time."""
    return True


def with_library(now: Situation) -> bool:
    """Allow where a library is open."""
    return now.ready


def with_keeping(now: Situation) -> bool:
    """Allow where the library can be written."""
    return now.ready and now.keeping


def with_story(now: Situation) -> bool:
    """Allow where a story is open."""
    return now.story


def while_writing(now: Situation) -> bool:
    """Allow where the open story's text may be changed."""
    return now.writable


def with_chosen(now: Situation) -> bool:
    """Allow where a story is chosen or open."""
    return now.ready and bool(now.chosen or now.story)


def to_trash(now: Situation) -> bool:
    """Allow where chosen stories are not in the trash yet."""
    return now.keeping and now.chosen > 0 and not now.trash


def from_trash(now: Situation) -> bool:
    """Allow where chosen stories lie in the trash."""
    return now.keeping and now.chosen > 0 and now.trash


def after_change(now: Situation) -> bool:
    """Allow where the last change of the library can be taken back."""
    return now.undoable


def with_way(now: Situation) -> bool:
    """Allow where the story has a next step."""
    return bool(now.ways)


def along(way: Transition) -> When:
    """Allow where the open story may go this way."""
    return lambda now: way in now.ways


@dataclass(frozen=True, slots=True)
class Entry:
    """One action: key is written as Qt's portable text, in_list keys count only while the list has the focus."""

    id: str
    text: str
    menu: str
    key: str = ""
    icon: str = ""
    when: When = always
    group: int = 0
    choice: str = ""
    """Entries of one choice exclude each other."""
    in_list: bool = False
    submenu: str = ""


FILE, EDIT, FORMAT, STORY, VIEW, HELP = (
    N_("&File"),
    N_("&Edit"),
    N_("F&ormat"),
    N_("&Story"),
    N_("&View"),
    N_("&Help"),
)
MENUS = (FILE, EDIT, FORMAT, STORY, VIEW, HELP)
CMS = N_("Copy for CMS")
LOOK = N_("Look")
LANGUAGE = N_("Language")

ENTRIES = (
    Entry("new", N_("New story"), FILE, "Ctrl+N", "new", with_keeping),
    Entry("save", N_("Save"), FILE, "Ctrl+S", "save", while_writing),
    Entry("import-files", N_("Import files …"), FILE, "Ctrl+O", "import", with_keeping, 1),
    Entry("import-folder", N_("Import folder …"), FILE, "Ctrl+Shift+O", "folder", with_keeping, 1),
    Entry("samples", N_("Add the sample stories"), FILE, "", "samples", with_keeping, 1),
    Entry("export", N_("Export …"), FILE, "Ctrl+E", "export", with_chosen, 2),
    Entry("copy-headline", N_("Headline"), FILE, "Ctrl+Shift+1", "copy", with_story, 2, submenu=CMS),
    Entry("copy-kicker", N_("Kicker"), FILE, "Ctrl+Shift+2", "copy", with_story, 2, submenu=CMS),
    Entry("copy-lead", N_("Lead"), FILE, "Ctrl+Shift+3", "copy", with_story, 2, submenu=CMS),
    Entry("copy-body", N_("Body"), FILE, "Ctrl+Shift+4", "copy", with_story, 2, submenu=CMS),
    Entry("check-library", N_("Check library"), FILE, "", "", with_library, 3),
    Entry("back-up", N_("Back up library …"), FILE, "", "", with_library, 3),
    Entry("quit", N_("Quit"), FILE, "Ctrl+Q", "", always, 4),
    Entry("undo", N_("Undo"), EDIT, "Ctrl+Z", "undo", while_writing),
    Entry("redo", N_("Redo"), EDIT, "Ctrl+Shift+Z", "redo", while_writing),
    Entry("undo-library", N_("Undo last change of the library"), EDIT, "", "restore", after_change),
    Entry("paste-plain", N_("Paste as plain text"), EDIT, "Ctrl+Shift+V", "", while_writing, 1),
    Entry("tidy", N_("Tidy the typography"), EDIT, "Ctrl+Shift+T", "", while_writing, 1),
    Entry("search", N_("Search the library"), EDIT, "Ctrl+Shift+F", "search", with_library, 2),
    Entry("bold", N_("Bold"), FORMAT, "Ctrl+B", "bold", while_writing),
    Entry("italic", N_("Italic"), FORMAT, "Ctrl+I", "italic", while_writing),
    Entry("strike", N_("Strikethrough"), FORMAT, "Ctrl+Shift+X", "strike", while_writing),
    Entry("link", N_("Link …"), FORMAT, "Ctrl+L", "link", while_writing),
    Entry("paragraph", N_("Paragraph"), FORMAT, "Ctrl+0", "", while_writing, 1, "block"),
    Entry("crosshead", N_("Crosshead"), FORMAT, "Ctrl+1", "", while_writing, 1, "block"),
    Entry("quote", N_("Quote"), FORMAT, "Ctrl+2", "quote", while_writing, 1, "block"),
    Entry("list", N_("List"), FORMAT, "Ctrl+3", "list", while_writing, 1, "block"),
    Entry("numbers", N_("Numbered list"), FORMAT, "Ctrl+4", "numbers", while_writing, 1, "block"),
    Entry("subheadline", N_("Subheadline"), FORMAT, "Ctrl+Shift+D", "", while_writing, 2),
    Entry("next-step", N_("Next step"), STORY, "Ctrl+Return", "submit", with_way),
    *(Entry(way.value, way.label, STORY, when=along(way), group=1) for way in Transition),
    Entry("trash", N_("Move to the trash"), STORY, "Del", "trash", to_trash, 2, in_list=True),
    Entry("restore", N_("Restore from the trash"), STORY, "", "restore", from_trash, 2),
    Entry("fold-list", N_("Fold the list"), VIEW, "Ctrl+Shift+L", ""),
    Entry("fold-panel", N_("Fold the panel"), VIEW, "Ctrl+.", "panel"),
    Entry("next-pane", N_("Next pane"), VIEW, "F6", "", always, 1),
    Entry("previous-pane", N_("Previous pane"), VIEW, "Shift+F6", "", always, 1),
    Entry("look-system", N_("Like the system"), VIEW, group=2, choice="look", submenu=LOOK),
    Entry("look-light", N_("Light"), VIEW, group=2, choice="look", submenu=LOOK),
    Entry("look-dark", N_("Dark"), VIEW, group=2, choice="look", submenu=LOOK),
    Entry("look-contrast", N_("High contrast"), VIEW, group=2, choice="look", submenu=LOOK),
    Entry("language-en", "English", VIEW, group=2, choice="language", submenu=LANGUAGE),
    Entry("language-de", "Deutsch", VIEW, group=2, choice="language", submenu=LANGUAGE),
    Entry("keys", N_("All keys"), HELP, "F1", "keys"),
    Entry("about", N_("About Newsroom"), HELP, "", "info"),
)
