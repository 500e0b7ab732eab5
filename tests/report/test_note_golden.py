"""The summary of a full consult, as a whole: what people take home."""

from datetime import date

from herniatui.report.summary import summary
from tests.report.consults import CARD, full, seen

SUMMARY = """\
Keuzekaart Hernia in de rug
Bewegen en medicijnen tegen de pijn of een operatie?
Besproken op 03-02-2031. Versie van de kaart: onbekend.

Besluit: nog niet beslissen.
Nodig om te beslissen: bedenktijd; mening van een andere arts; “mijn werkrooster bekijken”
We praten verder: “donderdag, aan de telefoon”

Hier wilde u het eerst over hebben:
- Wat zijn de risico’s en bijwerkingen?
- Wanneer worden de klachten minder?

3. Wat zijn de risico’s en bijwerkingen?
Voorkeur: B Operatie (sterk)
Weegt mee: heel belangrijk
− hier maak ik me zorgen over: Pijnstiller die ontstekingen remt: Bloeding in maag of darmen (bij minder dan 1 van de 100 mensen). \
Daarom krijgt u soms een extra medicijn dat uw maag beschermt. [A Bewegen en medicijnen]
− hier maak ik me zorgen over: Heel sterke pijnstillers: Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint. \
[A Bewegen en medicijnen]
− ? hier maak ik me zorgen over, hier wil ik meer uitleg over: Heel ernstige problemen (bij 1 van de 1000 mensen). \
Zoals verlamming of pijn in het been die niet meer overgaat. [B Operatie]
In uw eigen woorden: “Mijn broer is verslaafd geweest.
  Dat wil ik niet.”

2. Wanneer worden de klachten minder?
Voorkeur: A Bewegen en medicijnen
Weegt mee: een beetje belangrijk
? hier wil ik meer uitleg over: Bij 75 van de 100 mensen zijn de klachten minder of bijna over binnen 12 weken \
(vanaf het begin van de klachten). [A Bewegen en medicijnen]
+ ? dit vind ik fijn, hier wil ik meer uitleg over: Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer \
[A Bewegen en medicijnen]
+ dit vind ik fijn: Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer [B Operatie]

1. Wat gebeurt er bij de behandeling? (nog niet alles bekeken)
Voorkeur: geen
Weegt mee: belangrijk
+ dit vind ik fijn: Prikken in de rug: als u veel pijn houdt ondanks genoeg pijnstillers. Een neuroloog kan u doorsturen \
naar een pijn-polikliniek. In de prikken zitten medicijnen tegen ontstekingen. [A Bewegen en medicijnen]

In uw eigen woorden: “Ik wil weer kunnen tuinieren 🌱”

Nog niet alles bekeken:
- 4. Wat is de kans dat mijn klachten terugkomen?

Niet bekeken:
- 5. Kan ik weer de dingen doen die ik voor de behandeling deed?"""


def test_the_summary_of_a_full_consult_is_this_text() -> None:
    both = [(question, option) for question in ("risicos", "wanneer-minder") for option in ("bewegen", "operatie")]
    walk = seen(*both, ("behandeling", "bewegen"), ("terugkomen", "bewegen"))
    assert summary(CARD, full(), walk, date(2031, 2, 3)) == SUMMARY
