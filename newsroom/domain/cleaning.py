"""Takes out of texts what is none: controls, non-characters, lone surrogates, which no database and no file keeps."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from newsroom.domain.inline import NOT_TEXT

T = TypeVar("T")


def cleaned(value: T) -> T:
    """Give a value whose texts, however deep, hold text only; the same one where they do."""
    found: Any = _cleaned(value)
    return value if found is value else found  # type: ignore[no-any-return]  # of the value's own type


def _cleaned(value: Any) -> Any:
    if type(value) is str:
        return NOT_TEXT.sub("", value) if NOT_TEXT.search(value) else value
    if type(value) is tuple or type(value) is frozenset:
        parts = [_cleaned(part) for part in value]
        same = all(new is old for new, old in zip(parts, value, strict=True))
        return value if same else type(value)(parts)
    if is_dataclass(value) and not isinstance(value, type):
        new = {one.name: _cleaned(getattr(value, one.name)) for one in fields(value) if one.init}
        changed = {name: one for name, one in new.items() if one is not getattr(value, name)}
        return replace(value, **changed) if changed else value
    return value
