"""What another package offers by an entry point is found beside our own."""

import subprocess
import sys

MODULE = """
from newsroom.checks.rule import Rule, found
from newsroom.domain.finding import Field, Place
from newsroom.formats import Format, Written
from newsroom.translation import msg


def shout(article, writing):
    return Written(article.headline.upper().encode())


def quiet(proof):
    if proof.article.headline.isupper():
        yield found(Place(Field.HEADLINE), msg("The headline shouts."))


FORMAT = Format(name="shout", title="Shout", extensions=(".shout",), mime="text/plain", write=shout)
RULES = (Rule(name="shouting", title="Shouting", judge=quiet),)
"""

POINTS = """
[newsroom.formats]
shout = newsroom_shout:FORMAT

[newsroom.checks]
shout = newsroom_shout:RULES
"""

ASKED = """
from newsroom import checks
from newsroom.domain.article import Article
from newsroom.formats import Writing, by_name
from newsroom.settings import House

story = Article.new(headline="FÄHRE", language="de")
print(by_name("shout").write(story, Writing()).data.decode())
context = checks.Context(house=House(), genres={}, now=Writing().now, lookalikes=(), moment=None)
print(*(found.message.text for found in checks.run(story, context) if found.rule == "shouting"))
"""


def test_a_format_and_a_check_of_another_package_are_found(tmp_path):
    (tmp_path / "newsroom_shout.py").write_text(MODULE, encoding="utf-8")
    described = tmp_path / "newsroom_shout-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: newsroom-shout\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text(POINTS)
    words = f"import sys; sys.path.append({str(tmp_path)!r})\n{ASKED}"
    asked = [sys.executable, "-X", "utf8", "-c", words]
    said = subprocess.run(asked, capture_output=True, text=True, check=True, encoding="utf-8").stdout
    assert said.split("\n")[:2] == ["FÄHRE", "The headline shouts."]
