"""Binds PDF files into one whose outline and structure hold together; nobody else knows pikepdf here.

Each story is set on its own, as one document of a thousand stories would take more memory than a desk has.
What Typst writes of structure is moved along: which page belongs to which element, and notes by their names.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pikepdf import Object, Pdf


def page_count(data: bytes) -> int:
    """Give how many pages a PDF has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as opened:
        return len(opened.pages)


def bound(first: bytes, others: Iterable[bytes]) -> bytes:
    """Give one PDF: the first, whose title and standards it keeps, and the others behind it."""
    import pikepdf

    with pikepdf.open(io.BytesIO(first)) as whole:
        binder = _Binder(whole)
        for data in others:
            with pikepdf.open(io.BytesIO(data)) as other:
                binder.add(other)
        binder.finish()
        out = io.BytesIO()
        whole.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()


class _Binder:
    """Keeps what all pieces share until the last is in."""

    def __init__(self, whole: Pdf) -> None:
        tree = whole.Root.get("/StructTreeRoot")
        self._whole, self._tree, self._pieces = whole, tree, 0
        roots = _listed(tree.get("/K")) if tree is not None else []
        self._root = roots[0] if roots else None
        self._elements = _listed(self._root.get("/K")) if self._root is not None else []
        self._parents = list(_pairs(tree.ParentTree.Nums)) if tree is not None else []
        self._names: list[tuple[str, Object]] = []
        self._next = int(tree.ParentTreeNextKey) if tree is not None else 0
        self._entries = list(_entries(whole.Root.get("/Outlines")))

    def add(self, other: Pdf) -> None:
        """Put the pages of another file behind those that are there."""
        self._pieces += 1
        tree = other.Root.get("/StructTreeRoot")
        if tree is not None:
            _shift(other, self._next)
        self._whole.pages.extend(other.pages)
        for entry in _entries(other.Root.get("/Outlines")):
            self._entries.append(self._whole.copy_foreign(_indirect(other, entry)))
        if tree is not None and self._tree is not None:
            self._add_structure(self._whole.copy_foreign(_indirect(other, tree)), other.Root.get("/Lang"))

    def _add_structure(self, tree: Object, language: Object | None) -> None:
        for element in _listed(tree.get("/K")):
            element.P = self._root
            if language is not None:
                element.Lang = str(language)
            self._elements.append(element)
        for key, held in _pairs(tree.ParentTree.Nums):
            self._parents.append((key + self._next, held))
        self._next += int(tree.ParentTreeNextKey)
        prefix = f"{self._pieces:05}-"
        ids = list(_named(tree.get("/IDTree")))
        if any(element.get("/S") == "/TH" for _name, element in ids):
            _rename_heads(tree, prefix)
        for name, element in ids:
            element.ID = prefix + name
            self._names.append((prefix + name, element))

    def finish(self) -> None:
        """Write what the pieces share."""
        from pikepdf import Array, Dictionary, Name

        make = self._whole.make_indirect
        if self._tree is not None and self._root is not None:
            self._root.K = Array(self._elements)
            flat = [one for pair in sorted(self._parents, key=lambda pair: pair[0]) for one in pair]
            self._tree.ParentTree = make(Dictionary(Nums=Array(flat)))
            self._tree.ParentTreeNextKey = self._next
            self._tree.IDTree = make(Dictionary(Names=Array([one for pair in self._names for one in pair])))
        if self._entries:
            outlines = make(Dictionary(Type=Name.Outlines, Count=len(self._entries)))
            _chain(self._entries, outlines)
            self._whole.Root.Outlines = outlines


def _shift(other: Pdf, by: int) -> None:
    """Let the pages and annotations of a file name their elements by higher numbers."""
    for page in other.pages:
        if "/StructParents" in page:
            page.StructParents = int(page.StructParents) + by
        for annotation in page.get("/Annots", ()):
            if "/StructParent" in annotation:
                annotation.StructParent = int(annotation.StructParent) + by


def _rename_heads(tree: Object, prefix: str) -> None:
    """Let the cells of tables name their heads as these are called in the whole."""
    from pikepdf import Array, Dictionary, String

    left = _listed(tree.get("/K"))
    while left:
        element = left.pop()
        if not isinstance(element, Dictionary) or "/S" not in element:
            continue
        left += _listed(element.get("/K"))
        for facts in _listed(element.get("/A")):
            if isinstance(facts, Dictionary) and "/Headers" in facts:
                facts.Headers = Array([String(prefix + str(name)) for name in facts.Headers])


def _chain(entries: list[Object], parent: Object) -> None:
    parent.First, parent.Last = entries[0], entries[-1]
    for number, entry in enumerate(entries):
        entry.Parent = parent
        for key, neighbour in (("/Prev", number - 1), ("/Next", number + 1)):
            if key in entry:
                del entry[key]
            if 0 <= neighbour < len(entries):
                entry[key] = entries[neighbour]


def _entries(outlines: Object | None) -> Iterator[Object]:
    """Give the entries of an outline's first level."""
    entry = outlines.get("/First") if outlines is not None else None
    while entry is not None:
        following = entry.get("/Next")
        yield entry
        entry = following


def _listed(held: Object | None) -> list[Object]:
    from pikepdf import Array

    if held is None:
        return []
    return list(held) if isinstance(held, Array) else [held]


def _pairs(nums: Object) -> Iterator[tuple[int, Object]]:
    for at in range(0, len(nums), 2):
        yield int(nums[at]), nums[at + 1]


def _named(tree: Object | None) -> Iterator[tuple[str, Object]]:
    names = tree.get("/Names") if tree is not None else None
    if names is not None:
        for at in range(0, len(names), 2):
            yield str(names[at]), names[at + 1]


def _indirect(other: Pdf, held: Object) -> Object:
    return held if held.is_indirect else other.make_indirect(held)
