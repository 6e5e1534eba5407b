from __future__ import annotations

import hashlib
import struct
from functools import partial

import pytest

from newsroom.desk.illustrations import illustrated as with_told
from newsroom.domain.article import Article
from newsroom.domain.body import Picture, body

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 4, 3) + b"\x08\x02\x00\x00\x00" + b"\0" * 4


illustrated = partial(with_told, told=lambda picture: picture)


@pytest.fixture
def kept():
    return {}


@pytest.fixture
def keep(kept):
    def put(data, mime):
        sha = hashlib.sha256(data).hexdigest()
        kept[sha] = (data, mime)
        return sha

    return put


def story(*names):
    return Article.new(body=body(*(Picture("", name=name) for name in names)))


def test_a_picture_beside_the_file_is_kept(tmp_path, kept, keep):
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder" / "hafen.png").write_bytes(PNG)
    shown, losses = illustrated(story("bilder/hafen.png"), tmp_path, keep)
    assert not losses
    assert kept[shown.body.blocks[0].asset] == (PNG, "image/png")


@pytest.mark.parametrize(
    "name",
    ["../secret.png", "/etc/passwd", "C:\\x.png", "\\\\host\\x.png", "http://x/y.png", "x" * 400, "a\0b"],
)
def test_a_picture_elsewhere_is_never_opened(tmp_path, kept, keep, name):
    (tmp_path / "secret.png").write_bytes(PNG)
    folder = tmp_path / "stories"
    folder.mkdir()
    _shown, losses = illustrated(story(name), folder, keep)
    assert len(losses) == 1
    assert not kept


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path, kept, keep):
    (tmp_path / "secret.png").write_bytes(PNG)
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "harmless.png").symlink_to(tmp_path / "secret.png")
    _shown, losses = illustrated(story("harmless.png"), folder, keep)
    assert len(losses) == 1
    assert not kept


def test_what_is_no_picture_is_told(tmp_path, kept, keep):
    (tmp_path / "hafen.png").write_text("<svg onload='x'/>", encoding="utf-8")
    shown, losses = illustrated(story("hafen.png"), tmp_path, keep)
    assert len(losses) == 1
    assert not kept
    assert shown.body.blocks[0].asset == ""
