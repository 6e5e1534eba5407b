"""Stories, a sentence a line, and reports that come back in many wordings; all text is invented."""

_GERMAN = """\
Die neue Fähre zwischen Altenhafen und der Insel Lummerö hat am Mittwoch ihre erste Fahrt beendet.
An Bord waren nach Angaben der Reederei 212 Fahrgäste und elf Lastwagen mit Baustoffen für die Schule.
Kapitänin Ida Brandt sprach von ruhiger See und einem Hafen, der für das Schiff fast zu schmal sei.
Der Kreis hatte den Bau mit vier Millionen Euro bezahlt und dafür eine Strandhalle verkauft.
Kritiker hatten bis zuletzt bezweifelt, dass sich die Linie im Winter für die Insel rechnet.
Von Mai an fährt das Schiff sechsmal am Tag, im Winter nur am Morgen und am Abend.
Die alte Fähre wird in Bergheim zu einem Gasthaus umgebaut und soll dort fest am Ufer liegen.
Für Räder ist künftig ein eigenes Deck da, Hunde fahren weiter ohne Karte mit.

Der Wochenmarkt von Sonnberg zieht im Herbst auf den Platz vor der alten Brauerei um.
Grund sind Leitungen unter dem Rathausplatz, die nach sechzig Jahren erneuert werden müssen.
Die Händler hatten einen Platz am Bahnhof gefordert, weil dort mehr Menschen vorbeikommen.
Die Stadt verspricht ihnen dafür ein Jahr lang die halbe Miete und kostenlosen Strom.
Im Frühjahr soll entschieden werden, ob der Markt für immer an der Brauerei bleibt.
Rund vierzig Stände verkaufen jeden Samstag Obst, Käse, Brot und Blumen aus der Gegend.
Marktleiter Bruno Ahlers rechnet damit, dass zwei Fischhändler den Umzug nicht mitmachen.
Eine Umfrage unter Kunden ergab, dass die meisten lieber zu Fuß als mit dem Auto kommen.

Ein Feuer hat in der Nacht zum Dienstag das Sägewerk am Rand von Lindenau fast vollständig zerstört.
Gegen drei Uhr bemerkte ein Zeitungsbote Rauch über dem Holzlager und rief die Feuerwehr.
Mehr als hundert Einsatzkräfte aus neun Orten kämpften bis in den Vormittag gegen die Flammen.
Verletzt wurde nach Auskunft der Polizei niemand, ein Wachhund konnte aus dem Büro befreit werden.
Den Schaden schätzt der Betreiber auf drei Millionen Euro, die Halle war erst im Vorjahr gebaut worden.
Warum das Feuer ausbrach, ist offen; Brandstiftung schließen die Ermittler nicht aus.
Die achtzehn Beschäftigten sollen vorerst in einem Werk in Talheim arbeiten.
Anwohner mussten Fenster und Türen geschlossen halten, eine Schule blieb den Tag über zu.

Die Universität Grünberg richtet ein Zentrum für die Erforschung von Mooren ein.
Neun Professuren aus Biologie, Chemie und Landwirtschaft werden dafür unter einem Dach vereint.
Das Land gibt in den ersten fünf Jahren zwölf Millionen Euro, eine Stiftung weitere drei.
Moore speichern mehr Kohlenstoff als alle Wälder zusammen, sagte die Gründerin Hanna Moll.
In Moorfelde soll ein trockengelegtes Gebiet von der Größe einer Kleinstadt wieder nass werden.
Bauern dürfen die Flächen dann mit Schilf und Rohrkolben bewirtschaften, aus denen Dämmstoff wird.
Der Bauernverband verlangt Verträge über mindestens zwanzig Jahre, ehe seine Mitglieder zusagen.
Erste Messungen zeigen, dass schon ein höherer Wasserstand im Sommer den Ausstoß halbiert.

Das Landgericht hat einen früheren Kassenwart zu drei Jahren und zwei Monaten Haft verurteilt.
Der Mann hatte nach Überzeugung der Kammer in acht Jahren fast 400.000 Euro eines Sportvereins veruntreut.
Mit dem Geld bezahlte er Reisen, ein Boot und die Schulden eines Freundes.
Aufgeflogen war er, als ein Nachfolger eine Rechnung über Rasensamen nicht erklären konnte.
Der Angeklagte hatte zum Auftakt des Prozesses gestanden und um Verzeihung gebeten.
Die Verteidigung kündigte an, das Urteil wegen der Höhe der Strafe prüfen zu lassen.
Der Verein musste zwischenzeitlich zwei Trainerinnen entlassen und sein Heim verpfänden.
Ein Teil des Schadens ist durch den Verkauf des Bootes inzwischen beglichen.

Die Bahn erneuert von März an die Gleise zwischen Talheim und Wiesental und sperrt dafür die Strecke.
Elf Wochen lang fahren Busse, die für den Weg etwa doppelt so lange brauchen wie der Zug.
Ausgetauscht werden 14.000 Schwellen, drei Brücken und die Technik in zwei alten Stellwerken.
Pendler beklagen, dass der letzte Bus schon um kurz nach acht am Abend abfährt.
Ein Sprecher der Bahn sagte, man habe nicht genug Fahrer für einen späteren Takt gefunden.
Nach der Sanierung sollen die Züge mit 120 statt mit 80 Kilometern in der Stunde rollen.
Der Halt in Oberau bekommt einen Aufzug, auf den Rollstuhlfahrer seit Jahren warten.
Güterzüge werden in der Zeit über Neuhausen geleitet, wo Anwohner mehr Lärm befürchten.

Im Tierpark Grünwald sind zum ersten Mal seit zwanzig Jahren junge Luchse zur Welt gekommen.
Die drei Jungtiere verließen am Freitag mit ihrer Mutter die Höhle und zeigten sich den Pflegern.
Ob es Männchen oder Weibchen sind, soll eine Untersuchung in sechs Wochen zeigen.
Der Vater lebt in einem Gehege nebenan und darf die Familie vorerst nur riechen.
Zwei der Tiere sollen im nächsten Jahr im Harz ausgewildert werden, sagte Tierärztin Klara Wiesner.
Besucher können den Nachwuchs am besten am frühen Morgen von der Brücke aus sehen.
Der Park hatte die Anlage im Vorjahr mit Spenden um einen Bachlauf und hohe Felsen erweitert.
Einen Namen für jedes Junge dürfen Kinder vorschlagen, die einen Luchs gemalt haben.

Der Autozulieferer Hellmann will in seinem Stammwerk bis zum Sommer 400 Stellen streichen.
Die Leitung begründete den Schritt mit weniger Aufträgen für Teile von Verbrennungsmotoren.
Betroffen sind vor allem die Gießerei und die Verwaltung, die Entwicklung soll wachsen.
Die Gewerkschaft sprach von einem Schock und forderte eine Garantie für den Standort.
Am Donnerstag versammelten sich rund tausend Beschäftigte vor dem Tor und pfiffen den Vorstand aus.
Der Bürgermeister bot dem Unternehmen Flächen an, auf denen es Batterien bauen könnte.
Kündigungen sollen nach Möglichkeit durch Abfindungen und Altersteilzeit vermieden werden.
Hellmann hatte noch im vergangenen Jahr einen Gewinn von neun Millionen Euro gemeldet."""

_ENGLISH = """\
A ferry ran aground off Lummer Point in thick fog early on Thursday with ninety people on board.
Lifeboats took off all the passengers within two hours and nobody was seriously hurt.
The captain told the coastguard that a buoy marking the channel had not been lit.
Engineers hope to refloat the vessel at high tide on Saturday if the wind stays low.
Islanders rely on the boat for food, fuel and the post, and a replacement is being sought.
The operator has run the crossing since 1962 and says it has never lost a passenger.
Divers found a scrape along the hull but no leak, and no oil was seen on the water.
A report into the grounding is expected before the summer timetable begins.

Councillors in Harrowby have approved a new hospital on the site of the former sugar factory.
The building will have two hundred beds, a maternity unit and a helicopter pad on its roof.
Opponents argued that the road past the site floods whenever the river is high.
Work is due to start next spring and to take four years, at a cost of ninety million pounds.
Nurses from the old infirmary said they had waited half their lives for a lift that works.
The infirmary itself may become flats, though a group of residents wants a museum.
A bus every ten minutes will link the hospital with the station and the market square.
The final vote was nine to six, after a debate that went on until midnight.

Volunteers have reopened a heritage railway that was cut in two by a landslip three winters ago.
The first train left Milton Cross on Sunday behind an engine built in 1911.
More than four thousand people gave money, among them a widow who sold her late husband's watch.
The embankment now rests on steel piles that reach eleven metres down to solid rock.
Drivers practised for weeks because the new curve is tighter than the one it replaced.
Tickets for the season have sold out twice, and an extra coach is being repaired.
The line climbs through woods to a halt that can be reached only on foot or by rail.
Its chairman said the reopening was the happiest day since the society was founded.

A schoolboy has found the tooth of a dinosaur on a beach where experts had searched for years.
Ravi Merrow, who is nine, picked it up because it looked like the handle of a spoon.
The tooth is as long as a finger and belonged to a hunter that lived by a warm lagoon.
Researchers believe that more of the animal lies in the cliff and plan to dig in May.
The beach will be closed for a week so that nobody is struck by falling stones.
Ravi has lent his find to the county museum and been promised a day with the diggers.
His teacher said the class had since brought in two buckets of perfectly ordinary pebbles.
Similar teeth are known from only three other places in the world."""


def _kernels(text: str) -> list[list[str]]:
    return [story.splitlines() for story in text.split("\n\n")]


GERMAN = _kernels(_GERMAN)
ENGLISH = _kernels(_ENGLISH)

MATCH = (
    (
        "{home} hat das Spiel gegen {away} mit {n0} Punkten Vorsprung gewonnen.",
        "{away} unterlag am Abend in {home} nach langem Kampf.",
    ),
    (
        "Vor {n1} Zuschauern traf {one} schon früh zur Führung.",
        "Das erste Tor gelang {one} nach {n1} Minuten mit dem Kopf.",
    ),
    ("Nach der Pause glich {two} für die Gäste aus.", "{two} nutzte einen Fehler der Abwehr zum Ausgleich."),
    (
        "Trainer {three} lobte den Einsatz seiner Mannschaft.",
        "„Wir haben nie aufgegeben“, sagte Trainer {three} nach dem Spiel.",
    ),
    ("In der Tabelle steht {home} nun auf Platz {n2}.", "{home} klettert damit auf den {n2}. Rang."),
    ("Am Samstag geht es für {away} in der Halle am See weiter.", "{away} erwartet nun den Tabellenführer."),
)
MATCH_EN = (
    ("{home} beat {away} by {n0} points on a wet evening.", "{away} went down at {home} after a hard fight."),
    (
        "{one} scored early in front of a crowd of {n1}.",
        "The opener came from {one} after {n1} minutes, a header.",
    ),
    ("{two} levelled for the visitors after the break.", "A slip in defence let {two} draw the sides level."),
    (
        "Coach {three} praised the effort of his players.",
        "We never gave up, coach {three} said after the whistle.",
    ),
    ("{home} are now placed {n2} in the table.", "The win lifts {home} to place {n2}."),
    ("{away} travel to the coast on Saturday.", "{away} face the leaders next."),
)
WEATHER = (
    ("Am Morgen ist es im Norden neblig bei {n0} Grad.", "Der Tag beginnt bei {n0} Grad mit Frost in den Tälern.", "In der Frühe fällt vom Westen her Regen, {n0} Grad."),
    ("Später lockern die Wolken von Süden her auf.", "Bis zum Mittag bleibt es trüb, dann kommt die Sonne heraus.", "Gegen Mittag ziehen Schauer und Gewitter über das Land."),
    ("Die Temperaturen steigen auf {n1} Grad.", "Wärmer als {n1} Grad wird es nicht.", "An den Küsten sind {n1} Grad zu erwarten."),
    ("Der Wind weht schwach aus Ost.", "Auf den Bergen sind Böen von {n2} Kilometern in der Stunde möglich.", "An der See frischt der Wind auf."),
    ("In der Nacht klart es auf.", "Nachts fällt örtlich etwas Schnee.", "Die Nacht wird mild und windig."),
)  # fmt: skip
