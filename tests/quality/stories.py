"""Invented stories made of sentences with gaps: the same topic tells of many events, each with its own facts.

Every sentence has two wordings, so that yesterday's report and today's, by the same hand, share phrases and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

FACTS = {
    "place": ("Lindholm", "Osterby", "Harksand", "Nordö", "Wendelsbrück", "Kallby", "Süderkoog", "Tannsee"),
    "name": (
        "Imke Sanders",
        "Jonte Brix",
        "Ragna Hollmann",
        "Piet Lorenz",
        "Wiebke Harms",
        "Arne Voss",
        "Maike Thode",
    ),
    "day": ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    "number": ("drei", "sieben", "elf", "vierzig", "sechzig", "zweihundert", "rund tausend"),
    "thing": ("Deich", "Steg", "Kran", "Bahnhof", "Markt", "Turm", "Park", "Kai"),
    "team": ("Ruderclub", "Turnverein", "Segelclub", "Handballverein", "Sportbund"),
}
ENGLISH_FACTS = {
    "place": ("Linholm", "Osterby", "Harksand", "Nordo", "Wendelsbridge", "Kallby", "Southmoor", "Firlake"),
    "name": (
        "Amy Sanders",
        "John Brix",
        "Rosa Holman",
        "Peter Lorenz",
        "Wilma Harms",
        "Aaron Voss",
        "May Thode",
    ),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "number": ("three", "seven", "eleven", "forty", "sixty", "two hundred", "about a thousand"),
    "thing": ("sea wall", "jetty", "crane", "station", "market", "tower", "park", "quay"),
    "team": ("rowing club", "athletics club", "sailing club", "handball club", "sports union"),
}
TOPICS = {
    "council": (
        ("Der Rat von {place} hat am {day} den Umbau beschlossen.", "In {place} fiel am {day} die Entscheidung über den Umbau."),
        ("Für den {thing} stimmten {number} Abgeordnete.", "{number} Abgeordnete sprachen sich für den {thing} aus."),
        ("{name} nannte den Plan überfällig und gut durchdacht.", "Überfällig sei der Plan, sagte {name} nach der Sitzung."),
        ("Die Arbeiten sollen im Frühjahr beginnen und {number} Wochen dauern.", "Gebaut wird vom Frühjahr an, und zwar {number} Wochen lang."),
        ("Anwohner am {thing} fürchten Lärm und Staub vor ihren Fenstern.", "Wer am {thing} wohnt, rechnet mit Lärm bis in den Abend."),
        ("Das Geld kommt zur Hälfte vom Land und zur Hälfte aus {place}.", "Land und Gemeinde {place} teilen sich die Kosten."),
        ("{name} von der Opposition kritisierte die späte Vorlage der Zahlen.", "Kritik an den spät vorgelegten Zahlen übte {name}."),
        ("Während der Bauzeit fährt der Bus über {place} statt durch die Altstadt.", "Der Bus nimmt bis zum Ende der Bauzeit den Weg über {place}."),
        ("Schon vor {number} Jahren war ein erster Entwurf gescheitert.", "Ein erster Entwurf war vor {number} Jahren am Geld gescheitert."),
        ("Am {day} können sich die Bürger im Rathaus die Pläne zeigen lassen.", "Die Pläne liegen vom {day} an im Rathaus aus."),
        ("Eine Firma aus {place} hat bereits ihr Interesse angemeldet.", "Interesse am Auftrag zeigt unter anderem eine Firma aus {place}."),
        ("Ob der alte {thing} stehen bleibt, ist weiter offen.", "Offen blieb, was aus dem alten {thing} wird."),
    ),
    "match": (
        ("Der {team} {place} hat am {day} sein Heimspiel gewonnen.", "Einen Heimsieg feierte am {day} der {team} {place}."),
        ("{number} Zuschauer sahen eine Partie mit vielen Wendungen.", "Vor {number} Zuschauern wechselte die Führung mehrmals."),
        ("{name} brachte die Gastgeber früh in Führung.", "Die frühe Führung gelang {name} nach einem Fehler der Gäste."),
        ("Nach der Pause drehte {place} das Spiel mit viel Einsatz.", "{place} kam nach der Pause mit mehr Druck aus der Kabine."),
        ("Trainer {name} lobte die Ruhe seiner Mannschaft.", "Ruhe habe den Ausschlag gegeben, sagte Trainer {name}."),
        ("In der Tabelle rückt der {team} um {number} Punkte vor.", "{number} Punkte trennen den {team} nun von der Spitze."),
        ("Am {day} wartet mit {place} der nächste schwere Gegner.", "Nächster Gegner ist am {day} die Mannschaft aus {place}."),
        ("{name} musste verletzt vom Feld und wird länger fehlen.", "Länger ausfallen wird {name}, der verletzt vom Feld musste."),
        ("Die Gäste klagten über {number} Entscheidungen des Schiedsrichters.", "{number} Entscheidungen des Schiedsrichters ärgerten die Gäste."),
        ("Zur Halle fuhren zum ersten Mal Busse aus {place}.", "Erstmals brachten Busse die Fans aus {place} zur Halle."),
        ("Der Verein plant für {number} neue Mitglieder eine zweite Gruppe.", "Eine zweite Gruppe soll {number} neue Mitglieder aufnehmen."),
        ("{name} verlängerte noch am Abend den Vertrag.", "Noch am Abend unterschrieb {name} einen neuen Vertrag."),
    ),
    "police": (
        ("Bei einem Unfall nahe {place} sind am {day} {number} Menschen verletzt worden.", "{number} Verletzte forderte am {day} ein Unfall bei {place}."),
        ("Ein Wagen war am {thing} von der Straße abgekommen.", "Am {thing} verlor ein Fahrer die Gewalt über seinen Wagen."),
        ("Die Feuerwehr aus {place} war nach Minuten am Ort.", "Nach wenigen Minuten traf die Feuerwehr aus {place} ein."),
        ("Sprecherin {name} sprach von einem glimpflichen Ausgang.", "Glimpflich sei es ausgegangen, sagte Sprecherin {name}."),
        ("Die Straße blieb {number} Stunden in beide Richtungen gesperrt.", "{number} Stunden lang war in beiden Richtungen kein Durchkommen."),
        ("Zeugen werden gebeten, sich auf der Wache in {place} zu melden.", "Die Wache in {place} bittet Zeugen um Hinweise."),
        ("Warum der Fahrer die Kurve verfehlte, prüft ein Gutachter aus {place}.", "Ein Gutachter aus {place} soll klären, warum der Wagen die Kurve verfehlte."),
        ("Erst am {day} hatte es an derselben Stelle gekracht.", "An derselben Stelle war es zuletzt am {day} zu einem Unfall gekommen."),
        ("{name} fordert seit Jahren eine Ampel vor dem {thing}.", "Eine Ampel vor dem {thing} verlangt {name} schon lange."),
        ("Der Schaden beträgt nach erster Schätzung {number} Tausend Euro.", "Auf {number} Tausend Euro schätzt die Polizei den Schaden."),
    ),
}  # fmt: skip
ENGLISH_TOPICS = {
    "council": (
        ("The council of {place} approved the rebuilding on {day}.", "In {place} the rebuilding was decided on {day}."),
        ("{number} members voted for the new {thing}.", "The new {thing} found the support of {number} members."),
        ("{name} called the plan overdue and well thought out.", "The plan was long overdue, {name} said after the meeting."),
        ("Work is to start in spring and will take {number} weeks.", "From spring on, builders will be busy for {number} weeks."),
        ("Neighbours of the {thing} fear noise and dust at their windows.", "People living by the {thing} expect noise until late."),
        ("Half of the money comes from the state and half from {place}.", "State and town share the cost, a spokesman for {place} said."),
        ("{name} of the opposition criticised how late the figures came.", "That the figures came late was criticised by {name}."),
        ("Until the work is done buses go through {place} instead.", "Buses will take the road through {place} for the time being."),
        ("A first draft had failed {number} years ago.", "It was {number} years ago that a first draft failed."),
        ("On {day} citizens can look at the plans in the town hall.", "The plans can be seen in the town hall from {day}."),
    ),
    "match": (
        ("The {team} of {place} won its home game on {day}.", "On {day} the {team} of {place} celebrated a home win."),
        ("{number} people watched a game of many turns.", "Before {number} people the lead changed hands often."),
        ("{name} put the hosts ahead early on.", "An early lead came when {name} used a mistake of the guests."),
        ("After the break {place} turned the game with great effort.", "{place} came out with more pressure after the break."),
        ("Coach {name} praised how calm his side had been.", "Being calm had made the difference, coach {name} said."),
        ("In the table the {team} is now {number} points from the top.", "Only {number} points part the {team} from the top."),
        ("On {day} the next hard task waits with {place}.", "Next come the players from {place} on {day}."),
        ("{name} left the field hurt and will be out for long.", "Out for long will be {name}, who left the field hurt."),
        ("The guests complained about {number} calls of the referee.", "{number} calls of the referee made the guests angry."),
        ("Buses from {place} brought fans to the hall for the first time.", "For the first time fans from {place} came by bus."),
    ),
}  # fmt: skip
SYNONYMS = {
    "beschlossen": "gebilligt", "überfällig": "lange nötig", "beginnen": "anfangen", "Anwohner": "Nachbarn",
    "Kosten": "Ausgaben", "gewonnen": "für sich entschieden", "Zuschauer": "Besucher", "lobte": "rühmte",
    "verletzt": "verwundet", "Straße": "Fahrbahn", "gesperrt": "zu", "Schaden": "Verlust", "approved": "passed",
    "money": "funding", "fear": "dread", "won": "took", "watched": "saw", "praised": "lauded", "hurt": "injured",
}  # fmt: skip


def story(language: str, topic: str, chance: random.Random, *, whole: bool = False) -> list[str]:
    """Give the sentences of a story with facts of its own, each in one of its two wordings.

    A story tells two thirds of what can be told of its topic; a whole one fills in every sentence, like a form.
    """
    topics, facts = (TOPICS, FACTS) if language == "de" else (ENGLISH_TOPICS, ENGLISH_FACTS)
    told = sorted(chance.sample(range(len(topics[topic])), len(topics[topic]) * (3 if whole else 2) // 3))
    drawn = (chance.choice(topics[topic][place]) for place in told)
    return [
        sentence.format(**{name: chance.choice(kind) for name, kind in facts.items()}) for sentence in drawn
    ]


def text(sentences: Iterable[str]) -> str:
    """Give sentences as a text."""
    return " ".join(sentences)
