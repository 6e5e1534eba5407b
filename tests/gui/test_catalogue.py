from __future__ import annotations

import importlib.util

from newsroom import resources

SPOKEN = ("newsroom/gui/", "newsroom/domain/", "newsroom/settings.py")


def catalogue():
    path = resources.folder().parent / "packaging" / "catalogue.py"
    spec = importlib.util.spec_from_file_location("catalogue", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_window_speaks_german_throughout():
    tool = catalogue()
    source = resources.find("locale", "de", "LC_MESSAGES", "newsroom.po")
    german = tool.updated(source, tool.extracted())
    open_texts = [
        entry.id
        for entry in german
        if entry.id
        and not tool._whole(entry.string)
        and any(name.startswith(SPOKEN) for name, _line in entry.locations)
    ]
    assert open_texts == []


def test_a_translation_keeps_the_gaps_of_its_text():
    import re

    tool = catalogue()
    source = resources.find("locale", "de", "LC_MESSAGES", "newsroom.po")
    german = tool.updated(source, tool.extracted())

    def gaps(text):
        return set(re.findall(r"\{\w+\}", text if isinstance(text, str) else text[-1]))

    wrong = [
        entry.id
        for entry in german
        if entry.id and tool._whole(entry.string) and gaps(entry.id) != gaps(entry.string)
    ]
    assert wrong == []
