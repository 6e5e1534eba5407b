"""Invented headlines, each with one that says the same in other words and two that tell of something else."""

from __future__ import annotations

from typing import NamedTuple


class Told(NamedTuple):
    """A headline, the same in other words, and two near misses: same topic, other event."""

    headline: str
    reworded: str
    misses: tuple[str, str]


GERMAN = (
    Told("Rat von Lindholm beschließt neuen Deich für den Osthafen", "Rat von Lindholm stimmt neuem Deich für den Osthafen zu", ("Rat von Lindholm lehnt neue Schule im Westen ab", "Kreistag beschließt neuen Radweg nach Osterby")),
    Told("Fähre nach Harksand fährt ab Montag wieder stündlich", "Fähre nach Harksand verkehrt ab Montag wieder stündlich", ("Fähre nach Nordö bleibt bis Mittwoch im Hafen", "Bus nach Harksand fährt im Winter nur noch morgens")),
    Told("Feuer zerstört Lagerhalle am Güterbahnhof", "Brand zerstört Lagerhalle am Güterbahnhof", ("Feuer in Schule: Kinder bleiben unverletzt", "Lagerhalle am Südkai soll Wohnungen weichen")),
    Told("Bürgermeisterin Hollmann kündigt Rücktritt zum Jahresende an", "Bürgermeisterin Hollmann will zum Jahresende zurücktreten", ("Bürgermeisterin Hollmann eröffnet neues Freibad", "Landrat Brix kündigt Sparkurs für Schulen an")),
    Told("Ruderclub Wendelsbrück gewinnt Finale mit zwei Längen", "Ruderclub Wendelsbrück siegt im Finale mit zwei Längen", ("Ruderclub Wendelsbrück verliert Auftakt in Osterby", "Handballer aus Harksand gewinnen letztes Heimspiel")),
    Told("Polizei findet vermissten Segler auf Sandbank", "Polizei entdeckt vermissten Segler auf Sandbank", ("Polizei sucht Zeugen nach Einbruch im Segelclub", "Vermisster Wanderer kehrt nach drei Tagen zurück")),
    Told("Mieten in Osterby steigen stärker als im Landesmittel", "Osterby: Mieten steigen stärker als im Landesmittel", ("Mieten in Lindholm sinken zum ersten Mal seit Jahren", "Strompreise steigen stärker als erwartet")),
    Told("Krankenhaus Nordö schließt Geburtsstation im Herbst", "Krankenhaus Nordö macht Geburtsstation im Herbst dicht", ("Krankenhaus Nordö baut Notaufnahme aus", "Hebammen in Harksand gründen eigenes Geburtshaus")),
    Told("Bauern protestieren mit Treckern vor dem Landtag", "Landwirte protestieren mit Treckern vor dem Landtag", ("Bauern ernten so viel Raps wie nie", "Schüler protestieren mit Kerzen vor dem Rathaus")),
    Told("Museum zeigt verschollene Karten der Küste", "Museum stellt verschollene Karten der Küste aus", ("Museum bleibt wegen Wasserschadens geschlossen", "Archiv findet Briefe eines Walfängers")),
    Told("Sturm deckt Dächer von zwölf Häusern in Harksand ab", "Orkan deckt Dächer von zwölf Häusern in Harksand ab", ("Sturm verzögert Bau der Brücke nach Nordö", "Hagel zerstört Gewächshäuser bei Lindholm")),
    Told("Werft bekommt Auftrag für drei Forschungsschiffe", "Werft erhält Auftrag für drei Forschungsschiffe", ("Werft entlässt vierzig Schweißer", "Reederei verkauft ihr letztes Frachtschiff")),
    Told("Grüne fordern Tempolimit in der gesamten Innenstadt", "Grüne verlangen Tempolimit in der gesamten Innenstadt", ("Grüne wählen neuen Vorstand in Osterby", "Händler fordern mehr Parkplätze am Markt")),
    Told("Theater eröffnet Spielzeit mit vergessener Oper", "Theater beginnt Spielzeit mit vergessener Oper", ("Theater sagt Premiere wegen Grippe ab", "Orchester beendet Saison mit Konzert am Strand")),
    Told("Schule in Lindholm testet Unterricht ohne Noten", "Schule in Lindholm erprobt Unterricht ohne Noten", ("Schule in Lindholm bekommt neue Turnhalle", "Universität Osterby schafft Anwesenheitspflicht ab")),
    Told("Zug entgleist bei Osterby, niemand wird verletzt", "Zug springt bei Osterby aus dem Gleis, niemand wird verletzt", ("Zug nach Osterby fällt bis Freitag aus", "Lastwagen kippt um: Fahrer schwer verletzt")),
    Told("Stadtwerke senken Preis für Fernwärme im Januar", "Stadtwerke verringern Preis für Fernwärme im Januar", ("Stadtwerke erneuern Leitungen in der Altstadt", "Land senkt Gebühren für Kindergärten")),
    Told("Forscher entdecken unbekannte Algenart im Watt", "Forscher finden unbekannte Algenart im Watt", ("Forscher zählen weniger Robben als im Vorjahr", "Taucher bergen Anker aus der Hansezeit")),
    Told("Gericht stoppt Bau des Hotels am Strand", "Gericht hält Bau des Hotels am Strand auf", ("Gericht verurteilt Betrüger zu vier Jahren", "Gemeinde genehmigt Zeltplatz hinter den Dünen")),
    Told("Harksander Bäcker backt längstes Brot des Landes", "Bäcker aus Harksand backt längstes Brot des Landes", ("Harksander Bäcker schließt nach hundert Jahren", "Konditorin aus Nordö gewinnt Torten-Wettbewerb")),
    Told("Zoll beschlagnahmt vier Tonnen Schmuggeltabak", "Zoll stellt vier Tonnen Schmuggeltabak sicher", ("Zoll eröffnet neue Dienststelle am Fährhafen", "Polizei beschlagnahmt Waffen bei Sportschützen")),
    Told("Kita-Plätze in Osterby reichen erstmals für alle Kinder", "In Osterby reichen Kita-Plätze erstmals für alle Kinder", ("Kita in Osterby muss wegen Schimmel schließen", "Lehrer fehlen an jeder dritten Schule")),
    Told("Leuchtturm auf Nordö bekommt neue Linse aus Frankreich", "Nordös Leuchtturm erhält neue Linse aus Frankreich", ("Leuchtturm auf Nordö bleibt für Besucher zu", "Hafenmeister auf Nordö geht in den Ruhestand")),
    Told("Opposition wirft Ministerin Untätigkeit beim Küstenschutz vor", "Opposition beklagt Untätigkeit der Ministerin beim Küstenschutz", ("Ministerin besucht Deichbaustelle in Lindholm", "Regierung verschiebt Gesetz zum Klimaschutz")),
    Told("Wolf reißt elf Schafe auf Koppel bei Wendelsbrück", "Wolf tötet elf Schafe auf Koppel bei Wendelsbrück", ("Wolf läuft durch Innenstadt von Osterby", "Schäfer aus Wendelsbrück hört nach vierzig Jahren auf")),
    Told("Volleyballerinnen verpassen Aufstieg im letzten Satz", "Volleyballerinnen verspielen Aufstieg im letzten Satz", ("Volleyballerinnen holen Trainerin aus Dänemark", "Fußballer verpassen Pokalfinale im Elfmeterschießen")),
    Told("Hochwasser: Pegel der Linde steigt weiter", "Pegel der Linde steigt weiter: Hochwasser", ("Hochwasser beschädigt Brücke an der Mühle", "Trockenheit: Linde führt kaum noch Wasser")),
    Told("Bank schließt Filialen in fünf Dörfern", "Sparkasse schließt Filialen in fünf Dörfern", ("Bank öffnet Beratung per Video in Lindholm", "Supermarkt schließt Lücke in fünf Dörfern nicht")),
    Told("Künstler malt Wandbild über die ganze Kaimauer", "Maler gestaltet Wandbild über die ganze Kaimauer", ("Künstler klagt gegen Abriss seines Ateliers", "Kaimauer wird für drei Millionen saniert")),
    Told("Zahl der Touristen auf Harksand erreicht Rekord", "Rekord: So viele Touristen auf Harksand wie nie", ("Touristen auf Harksand müssen Kurtaxe zahlen", "Zahl der Einwohner auf Nordö sinkt erneut")),
)  # fmt: skip
ENGLISH = (
    Told("Council backs new sea wall for Linholm harbour", "Council approves new sea wall for Linholm harbour", ("Council rejects new school in Linholm west", "Parish backs new cycle path to Osterby")),
    Told("Ferry to Harksand runs hourly again from Monday", "Ferry to Harksand sails hourly again from Monday", ("Ferry to Nordo stays in port until Wednesday", "Bus to Harksand cut to mornings this winter")),
    Told("Fire destroys warehouse at freight yard", "Blaze destroys warehouse at freight yard", ("Fire at school leaves pupils unhurt", "Warehouse at south quay to make way for flats")),
    Told("Mayor Holman to step down at end of year", "Mayor Holman will resign at end of year", ("Mayor Holman opens new swimming pool", "Governor Brix announces cuts for schools")),
    Told("Rowing club wins final by two lengths", "Rowing club takes final by two lengths", ("Rowing club loses opener in Osterby", "Handball side wins last home game")),
    Told("Police find missing sailor on sandbank", "Police locate missing sailor on sandbank", ("Police seek witnesses after sailing club break-in", "Missing hiker returns after three days")),
    Told("Rents in Osterby rise faster than national average", "Osterby rents rise faster than national average", ("Rents in Linholm fall for first time in years", "Power prices rise faster than expected")),
    Told("Hospital closes maternity ward in autumn", "Hospital shuts maternity ward in autumn", ("Hospital expands emergency department", "Midwives open birth centre in Harksand")),
    Told("Farmers protest with tractors outside parliament", "Growers protest with tractors outside parliament", ("Farmers report record rapeseed harvest", "Pupils protest with candles outside town hall")),
    Told("Museum shows lost maps of the coast", "Museum displays lost maps of the coast", ("Museum closed after water damage", "Archive finds letters of a whaler")),
    Told("Storm tears roofs off twelve houses in Harksand", "Gale tears roofs off twelve houses in Harksand", ("Storm delays building of Nordo bridge", "Hail destroys greenhouses near Linholm")),
    Told("Shipyard wins order for three research vessels", "Shipyard lands order for three research vessels", ("Shipyard lays off forty welders", "Shipping line sells its last freighter")),
    Told("Greens demand speed limit across city centre", "Greens call for speed limit across city centre", ("Greens elect new board in Osterby", "Shopkeepers demand more parking at market")),
    Told("Theatre opens season with forgotten opera", "Theatre starts season with forgotten opera", ("Theatre cancels premiere because of flu", "Orchestra ends season with beach concert")),
    Told("Court halts building of hotel on the beach", "Court stops building of hotel on the beach", ("Court jails fraudster for four years", "Village approves campsite behind dunes")),
    Told("Customs seize four tonnes of smuggled tobacco", "Customs confiscate four tonnes of smuggled tobacco", ("Customs open new office at ferry port", "Police seize weapons from shooting club")),
    Told("Wolf kills eleven sheep near Wendelsbridge", "Wolf takes eleven sheep near Wendelsbridge", ("Wolf seen walking through Osterby", "Shepherd retires after forty years")),
    Told("Bank shuts branches in five villages", "Bank closes branches in five villages", ("Bank offers advice by video in Linholm", "Supermarket opens in five villages")),
    Told("Tourist numbers on Harksand reach record high", "Harksand tourist numbers reach record high", ("Tourists on Harksand must pay new tax", "Population of Nordo falls again")),
    Told("Lighthouse gets new lens from France", "Lighthouse receives new lens from France", ("Lighthouse stays closed to visitors", "Harbour master of Nordo retires")),
)  # fmt: skip
RECURRING = (
    ("Das Wetter am Montag", "Das Wetter am Dienstag"),
    ("Lottozahlen vom Samstag", "Lottozahlen vom Mittwoch"),
    ("Kreisliga: Die Ergebnisse vom 12. Spieltag", "Kreisliga: Die Ergebnisse vom 13. Spieltag"),
    ("Kurz notiert: Meldungen vom 4. Mai", "Kurz notiert: Meldungen vom 5. Mai"),
    ("Hafenkino Teil 3", "Hafenkino Teil 4"),
    ("The weather on Monday", "The weather on Tuesday"),
    ("League results week 12", "League results week 13"),
    ("Harbour diary part 3", "Harbour diary part 4"),
)
"""Standing headlines: another day or number is another story."""
