import pytest

from newsroom.formats.addresses import picture_name, safe_address


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/a?b=1&c=ä",
        "HTTP://X.EXAMPLE",
        "mailto:a@x.example",
        "#ziel",
        " https://x.example\n",
    ],
)
def test_links_to_the_web_to_mail_and_into_the_text_are_safe(address):
    assert safe_address(address) == address.strip()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "/etc/passwd",
        "//x.example",
        "x.html",
        "https:",
        "",
        "java\nscript:x",
        "https://x.example/ onclick",
        "https://x.example/\x00",
        "https://x.example/\u202egnp",
        "\u2028https://x.example",
    ],
)
def test_all_else_is_not(address):
    assert safe_address(address) == ""


@pytest.mark.parametrize("name", ["a.png", "Bild eins.JPG", "bilder/rathaus.webp"])
def test_a_picture_beside_the_text_or_below_has_a_plain_name(name):
    assert picture_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "../a.png",
        "a/../b.png",
        "/a.png",
        "//x/a.png",
        "c:\\a.png",
        "https://x.example/a.png",
        ".a.png",
        "a.svg",
        "a.png?x",
        "a/.b/c.png",
        "",
    ],
)
def test_what_leads_elsewhere_is_no_picture_s_name(name):
    assert picture_name(name) == ""
