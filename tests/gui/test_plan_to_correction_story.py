"""A story from the conference's list to its correction, by two people in two windows, with real events.

A duty editor plans, reviews, approves and publishes; a journalist writes, and answers what comes back. What one
does must stand in the window of the other without being asked for.
"""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from newsroom.cli import run
from newsroom.desk import open_desk
from newsroom.domain.channel import Channel
from newsroom.domain.person import Role
from newsroom.domain.publishing import ChannelPlan
from newsroom.domain.workflow import State
from newsroom.gui.desk_views import PLAN, DeskViews
from newsroom.gui.prompt import Prompt
from newsroom.gui.publishing.feature import PublishingFeature
from newsroom.gui.review.feature import Reviews
from tests.gui.person import Person

Key, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
AUTHOR, CHIEF = "Imke Sanders", "Ragna Hollmann"
TOPIC = "Neuer Steg am Orlekai"
LEAD = "Der neue Steg am Orlekai wird am Freitag eröffnet. Er kostet 1,2 Millionen Euro."
TEXT = (
    "Zwei Jahre lang haben Taucher, Zimmerleute und ein Schwimmkran gearbeitet.",
    "„Wir sind im Plan“, sagte Hafenmeisterin Tomke Ewen am Mittwoch.",
)


@pytest.fixture
def web(tmp_path):
    folder = tmp_path / "web"
    folder.mkdir()
    return folder


@pytest.fixture(params=["sqlite", "postgres"])
def newsroom(request, place, web):
    server = request.getfixturevalue("postgres") if request.param == "postgres" else None
    where = server.library() if server else place
    with open_desk(where) as desk:
        desk.people.add(AUTHOR, Role.JOURNALIST, "is")
        desk.people.add(CHIEF, Role.CHIEF, "rh")
        desk.publishing.put_plans([ChannelPlan(channel=Channel.WEB, folder=str(web), formats=("html",))])
    yield where
    if server:
        server.drop(where)


@pytest.fixture
def arrive(start, newsroom, qtbot):
    return lambda name: Person(start(newsroom, "--lang", "de", "--as", name), qtbot)


def test_a_story_goes_from_the_plan_to_its_correction(arrive, newsroom, web, capsys):
    ragna, imke = arrive(CHIEF), arrive(AUTHOR)
    plan(ragna)
    write(imke)
    give_back(ragna, imke)
    answer_back(imke, ragna)
    approve(ragna, imke)
    slip(imke, ragna)
    embargo(ragna, imke)
    publish(ragna, imke, web)
    correct(ragna, imke, web)
    withdraw(ragna, imke, web)
    prove(newsroom, capsys)


def count(person, key):
    return next((place.count for place in person.window.sidebar.places() if place.key == key), 0)


def go(person, key):
    """Choose a place of the sidebar with the mouse."""
    sidebar = person.window.sidebar
    row = next(row for row, place in enumerate(sidebar.places()) if place.key == key)
    QTest.mouseClick(sidebar.viewport(), LEFT, pos=sidebar.visualRect(sidebar.model().index(row, 0)).center())


def plan(ragna):
    """Write a topic into the day's list by keys, and make a draft of it."""
    ragna.come()
    ragna.do(PLAN)
    views = ragna.program.wiring.feature(DeskViews)
    ragna.wait(lambda: views.plan is not None and views.plan.settled and views.plan.table.hasFocus())
    ragna.press(Key.Key_Return)
    for words in (TOPIC, "is", "Region", "40", "23:30", "ja"):
        ragna.wait(lambda: getattr(QApplication.focusWidget(), "text", lambda: "-")() == "")
        ragna.type(words)
        ragna.press(Key.Key_Tab if words != "ja" else Key.Key_Return)
    ragna.wait(lambda: [one.topic.picture for one in views.plan.model.planned()] == [True])
    ragna.come(views.plan.table)
    ragna.wait(lambda: not views.plan.table.writing and views.plan.settled)
    ragna.press(Key.Key_Up)
    ragna.press(Key.Key_D, CONTROL)
    ragna.wait(lambda: bool(views.plan.line.buttons))


def write(imke):
    """Find what was given to one, write it, and hand it in."""
    imke.come()
    imke.wait(lambda: (count(imke, "todo-mine"), count(imke, "notices")) == (1, 1))
    go(imke, "todo-mine")
    imke.wait(lambda: imke.window.stories.model.rowCount() == 1)
    cards = imke.window.stories.cards
    QTest.mouseClick(
        cards.viewport(), LEFT, pos=cards.visualRect(imke.window.stories.model.index(0)).center()
    )
    imke.wait(lambda: imke.session.article is not None)
    imke.come(imke.page.lead)
    imke.type(LEAD + "\n")
    imke.type("\n".join(TEXT))
    imke.save()
    imke.press(Key.Key_Return, CONTROL)
    yes(imke)
    imke.wait(lambda: state(imke) is State.FOR_REVIEW)


def state(person):
    """Give the state of the story that stands in a window, none while it is opened anew."""
    return getattr(person.session.article, "state", None)


def asked(person):
    return [one for one in person.window.findChildren(Prompt) if one.isVisible()]


def yes(person, words=""):
    """Answer the question that stands in a window."""
    person.wait(lambda: bool(asked(person)))
    question = asked(person)[0]
    if words:
        question.reason.setFocus()
        QTest.keyClicks(question.reason, words)
    QTest.mouseClick(question.yes, LEFT)
    person.wait(lambda: not asked(person))


def review(person):
    """Open the review of the story that stands in the window, by its key."""
    reviews = person.program.wiring.feature(Reviews)
    if not reviews.shown:
        person.come(person.window.stories.cards)
        person.press(Key.Key_R, CONTROL)

    person.wait(lambda: reviews.shown and not reviews.view.sheet.busy)
    return reviews


def open_only(person, place):
    """Open the one story of a place with the mouse."""
    stories = person.window.stories
    go(person, place)
    person.wait(lambda: stories.model.rowCount() == 1)
    cards = stories.cards
    QTest.mouseClick(cards.viewport(), LEFT, pos=cards.visualRect(stories.model.index(0)).center())
    person.wait(lambda: person.session.article is not None and person.page.headline.text() != "")


def give_back(ragna, imke):
    """Find it in what waits for one, edit it with tracked changes, and return it with a word."""
    ragna.come()
    ragna.wait(lambda: count(ragna, "todo-waiting") == 1)
    ragna.wait(lambda: (count(ragna, "plan"), count(ragna, "for-review")) == (1, 1))
    open_only(ragna, "todo-waiting")
    if not ragna.session.writable:
        take_over(ragna, "Übernehmen")
    assert ragna.page.changes.tracks
    ragna.come(ragna.text)
    ragna.over("gearbeitet")
    ragna.type("gebaut")
    ragna.save()
    reviews = review(ragna)
    QTest.mouseClick(reviews.view.head.back_to_author, LEFT)
    yes(ragna, "Wer zahlt das?")
    ragna.wait(lambda: state(ragna) is State.RETURNED)


def take_over(person, words):
    """Take the story from whoever has it open, as the bar offers."""
    notice = person.window.notice
    person.wait(lambda: any(way.text() == words and way.isVisible() for way in notice._ways))
    person.click(notice, words)
    person.wait(lambda: person.session.writable)
    person.come(person.text)


def answer_back(imke, ragna):
    """Read why it came back, take the editor's words, answer, hand it in again."""
    imke.wait(lambda: state(imke) is State.RETURNED)
    imke.come()
    go(imke, "notices")
    imke.wait(lambda: imke.program.wiring.feature(DeskViews).notices is not None)
    imke.wait(lambda: imke.program.wiring.feature(DeskViews).notices.settled)
    go(imke, "todo-mine")
    if not imke.session.writable:
        take_over(imke, "Zurückholen")
    imke.come(imke.text)
    imke.behind("gebau")
    imke.press(Key.Key_Return, CONTROL, ALT)
    assert imke.session.current().changes == ()
    imke.come(imke.text)
    imke.press(Key.Key_End, CONTROL)
    imke.type(" Die Stadt zahlt die Hälfte.")
    imke.save()
    imke.press(Key.Key_Return, CONTROL)
    yes(imke)
    imke.wait(lambda: state(imke) is State.FOR_REVIEW)


def approve(ragna, imke):
    ragna.come()
    ragna.wait(lambda: state(ragna) is State.FOR_REVIEW)
    reviews = review(ragna)
    ragna.wait(lambda: reviews.view.review.article.state is State.FOR_REVIEW and not reviews.view.sheet.busy)
    QTest.mouseClick(reviews.view.head.yes, LEFT)
    yes(ragna)
    ragna.wait(lambda: state(ragna) is State.APPROVED)
    imke.wait(lambda: state(imke) is State.APPROVED)


def slip(imke, ragna):
    """Change one letter a moment later: the approval ends, and both windows say so."""
    imke.come(imke.text)
    if not imke.session.writable:
        take_over(imke, "Zurückholen")
    imke.press(Key.Key_End, CONTROL)
    imke.type("!")
    imke.save()
    imke.wait(lambda: state(imke) is State.FOR_REVIEW)
    ragna.wait(lambda: state(ragna) is State.FOR_REVIEW)


def embargo(ragna, imke):
    """Approve the mended text again, put it under an embargo, and see that it cannot go out before."""
    imke.press(Key.Key_Backspace)
    imke.save()
    reviews = ragna.program.wiring.feature(Reviews)
    ragna.come()
    ragna.wait(lambda: reviews.view.review.article.version == imke.session.article.version)
    ragna.wait(lambda: not reviews.view.sheet.busy)
    QTest.mouseClick(reviews.view.head.yes, LEFT)
    yes(ragna)
    ragna.wait(lambda: state(ragna) is State.APPROVED)
    ragna.wait(lambda: reviews.view.review.article.state is State.APPROVED)
    ragna.press(Key.Key_Escape)
    ragna.wait(lambda: not reviews.shown)
    fields = ragna.window.panel.publication
    if not ragna.session.writable:
        take_over(ragna, "Übernehmen")
    for field, words in ((fields.embargo, "morgen 6:00"), (fields.publish, "morgen 7:00")):
        ragna.come(field.edit)
        field.edit.selectAll()
        ragna.type(words)
    ragna.save()
    assert (state(ragna), ragna.session.article.embargo is not None) == (State.APPROVED, True)
    ragna.press(Key.Key_F10, CONTROL)
    ragna.wait(lambda: bool(asked(ragna)))
    question = asked(ragna)[0]
    assert not question.channels[Channel.WEB].isEnabled()
    assert "gesperrt" in " ".join(one.text() for one in question.findChildren(QLabel))
    assert not question.yes.isEnabled()
    question.reject()
    assert state(ragna) is State.APPROVED
    ragna.come()
    ragna.press(Key.Key_F9, CONTROL)
    yes(ragna)
    ragna.wait(lambda: state(ragna) is State.SCHEDULED)


def served(person):
    return person.program.desk.library.location.startswith("postgresql")


def publish(ragna, imke, web):
    """See it go out late where the hour comes; on a server, whose clock rules, the embargo is lifted instead."""
    assert list(web.iterdir()) == []
    if served(ragna):
        field = ragna.window.panel.publication.embargo.edit
        ragna.come(field)
        field.selectAll()
        ragna.press(Key.Key_Delete)
        ragna.save()
        ragna.press(Key.Key_F10, CONTROL)
        yes(ragna)
    else:
        late = ragna.session.article.publish_time + timedelta(hours=1)
        ragna.program.desk.clock = lambda: late
        ragna.program.wiring.feature(PublishingFeature).look()
        ragna.wait(lambda: "ist verspätet erschienen" in ragna.window.notice.words.text())
    ragna.wait(lambda: state(ragna) is State.PUBLISHED)
    imke.wait(lambda: state(imke) is State.PUBLISHED)
    assert "kostet 1,2 Millionen Euro" in page_of(web)


def correct(ragna, imke, web):
    """Correct what was wrong: a new version goes the whole way, with its note."""
    ragna.come()
    ragna.press(Key.Key_F6, CONTROL, SHIFT)
    yes(ragna, "Der Steg kostet 1,4 Millionen Euro, nicht 1,2.")
    ragna.wait(lambda: state(ragna) is State.DRAFT)
    imke.wait(lambda: state(imke) is State.DRAFT and imke.session.writable)
    imke.come(imke.page.lead)
    found = imke.page.lead.document().find("1,2")
    imke.page.lead.setTextCursor(found)
    imke.type("1,4")
    imke.save()
    imke.press(Key.Key_Return, CONTROL)
    yes(imke)
    imke.wait(lambda: state(imke) is State.FOR_REVIEW)
    ragna.come()
    ragna.wait(lambda: state(ragna) is State.FOR_REVIEW)
    ragna.come()
    reviews = review(ragna)
    assert reviews.view.bar.title.text() == "Änderungen seit der letzten Freigabe"
    hours = 1 if served(ragna) else 2
    assert reviews.view.bar.places.text().startswith(f"{2 + hours} Stellen")  # the figure, hours, the note
    QTest.mouseClick(reviews.view.head.yes, LEFT)
    yes(ragna)
    ragna.wait(lambda: state(ragna) is State.APPROVED)
    ragna.wait(lambda: reviews.view.review.article.state is State.APPROVED)
    QTest.mouseClick(reviews.view.head.yes, LEFT)
    yes(ragna)
    ragna.wait(lambda: state(ragna) is State.PUBLISHED)
    ragna.wait(lambda: "1,4" in page_of(web))
    assert "Der Steg kostet 1,4 Millionen Euro, nicht 1,2." in page_of(web)


def page_of(web):
    """Give what stands in the one page that went out, no-break spaces as spaces."""
    (page,) = web.rglob("*.html")
    return page.read_text().replace("\u00a0", " ")


def withdraw(ragna, imke, web):
    """Take the story back: the page says so, and nothing of what it said."""
    ragna.come()
    ragna.press(Key.Key_F9, CONTROL, SHIFT)
    yes(ragna, "Der Steg wird nicht gebaut.")
    ragna.wait(lambda: state(ragna) is State.WITHDRAWN)
    imke.wait(lambda: state(imke) is State.WITHDRAWN)
    ragna.wait(lambda: "Beitrag zurückgezogen" in page_of(web))
    assert "Steg" not in page_of(web)
    imke.come()
    go(imke, "notices")
    views = imke.program.wiring.feature(DeskViews)
    imke.wait(lambda: views.notices.settled and views.notices.model.rowCount() >= 8)


def prove(newsroom, capsys):
    """Ask the command line years later: who did what, and whether anything was changed from outside."""
    where = ("--library", str(newsroom), "--lang", "de")
    assert run([*where, "journal", "verify"]) == 0
    capsys.readouterr()
    assert run([*where, "--json", "history", "1"]) == 0
    done = [(one["action"], one["person"]) for one in json.loads(capsys.readouterr().out)["events"]]
    lifted = [("saved", CHIEF)] if str(newsroom).startswith("postgresql") else []
    assert done[::-1] == [
        ("planned", CHIEF),
        ("saved", AUTHOR),
        ("submit", AUTHOR),
        ("saved", CHIEF),
        ("return", CHIEF),
        ("saved", AUTHOR),
        ("submit", AUTHOR),
        ("approve", CHIEF),
        ("approval-voided", AUTHOR),
        ("saved", AUTHOR),
        ("approve", CHIEF),
        ("saved", CHIEF),
        ("schedule", CHIEF),
        *lifted,
        ("publish", CHIEF),
        ("correct", CHIEF),
        ("saved", AUTHOR),
        ("submit", AUTHOR),
        ("approve", CHIEF),
        ("publish", CHIEF),
        ("withdraw", CHIEF),
    ]
