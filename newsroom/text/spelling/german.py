"""How German makes words that no dictionary lists: joined nouns, parted verbs, verbs as nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Knows = Callable[[str], bool]

_LISTED = (
    "ab an auf aus bei da dahin daneben dar daran darauf davon dazu durch ein empor entgegen entlang fehl fern "
    "fest fort frei für gegen gleich heim her herab heran herauf heraus herbei herein herum herunter hervor hin "
    "hinab hinauf hinaus hinein hinter hinüber hinunter hinweg hinzu hoch los mit nach nahe neu nieder quer rauf "
    "raus rein ruhig rüber rückwärts rum runter schwer selbst still tot über überein um umher unter vor voran "
    "voraus vorbei vorher vorüber vorweg wach weg weiter wert wieder zu zurecht zurück zusammen zuvor zuwider "
    "zwischen"
)
_PREFIXES = tuple(_LISTED.split())
_LISTED_FIRST = (
    "alt anti außer best erst extra fan groß halb hoch höchst inner klein meist mittel nach neu nicht nord nordost "
    "nordwest ost pop post pro pseudo sub süd südost südwest super tief top trans ultra un über unter vor west "
    "zentral"
)
_FIRST_PARTS = frozenset(_LISTED_FIRST.split())
_JOINTS = ("", "s", "es", "n", "en", "er", "e")
_LEAST_PART = 4
_LEAST_VERB = 3
_LEAST_STEM = 5
_FROM_VERBS = ("ungen", "ung", "erinnen", "erin", "ers", "ern", "er")
_LEAST_FIRST_PART = 2
_LONGEST = 48


def is_joined(word: str, knows: Knows) -> bool:
    """Tell whether an unknown German word is made of known ones by the language's rules."""
    if len(word) > _LONGEST or not word[1:].islower() or not word.isalpha():
        return False
    return (
        _is_parted_verb(word, knows)
        or _is_verb_as_noun(word, knows)
        or _is_from_verb(word, knows)
        or _is_compound(word, knows)
    )


def _is_parted_verb(word: str, knows: Knows) -> bool:
    """Tell whether it is a verb behind its prefix: herunterbricht, zugesperrt, ruhigzustellen."""
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _LEAST_VERB and _is_verb(rest, knows):
            return True
    return False


def _is_verb(rest: str, knows: Knows) -> bool:
    return knows(rest) or (rest.startswith("zu") and len(rest) > _LEAST_PART and knows(rest[2:]))


def _is_verb_as_noun(word: str, knows: Knows) -> bool:
    """Tell whether it is a verb with a capital: das Durchwinken, des Bettelns."""
    if not word[0].isupper() or not word.endswith(("n", "ns")):
        return False
    verb = word.lower().removesuffix("s")
    return knows(verb) or _is_parted_verb(verb, knows)


def _is_from_verb(word: str, knows: Knows) -> bool:
    """Tell whether it is what a verb does or who does it: Verschlankung, Einparker."""
    if not word[0].isupper():
        return False
    for ending in _FROM_VERBS:
        stem = word.lower().removesuffix(ending)
        if word.endswith(ending) and len(stem) >= _LEAST_STEM:
            return any(knows(verb) or _is_parted_verb(verb, knows) for verb in (f"{stem}en", f"{stem}n"))
    return False


def _is_compound(word: str, knows: Knows) -> bool:
    """Tell whether it is one known word behind another: the last must be a noun where the whole is one."""
    noun = word[0].isupper()
    for cut in range(_LEAST_FIRST_PART, len(word) - _LEAST_PART + 1):
        last = word[cut:].capitalize() if noun else word[cut:]
        if _begins(word[:cut], knows) and knows(last):
            return True
    return False


def _begins(part: str, knows: Knows) -> bool:
    """Tell whether a word may stand at the beginning of a joined one, joint included."""
    if part.lower() in _FIRST_PARTS:
        return True
    for joint in _JOINTS:
        stem = part.removesuffix(joint)
        if part.endswith(joint) and len(stem) >= _LEAST_PART and knows(stem.capitalize()):
            return True
    return False
