"""The complete note of a full consult, also as SOEP, compared with stored text."""

from datetime import date

from herniatui.consult import edits
from herniatui.report.note import note, soep
from tests.report.consults import CARD, confirmed, full, seen

BOTH = [(question, option) for question in ("risicos", "wanneer-minder") for option in ("bewegen", "operatie")]
WALK = seen(*BOTH, ("behandeling", "bewegen"), ("terugkomen", "bewegen"))
CONSULT = confirmed(edits.explained(full(), "heel-ernstig"), "risicos")
DAY, SHA256 = date(2031, 2, 3), "0123456789abcdef" * 4

QUESTIONS = """\
3. Wat zijn de risico’s en bijwerkingen? Voorkeur: B Operatie (sterk). Hoe belangrijk: heel belangrijk.
- Maakt zich zorgen over: Pijnstiller die ontstekingen remt: Bloeding in maag of darmen (bij minder dan 1 van de \
100 mensen). Daarom krijgt u soms een extra medicijn dat uw maag beschermt. [A Bewegen en medicijnen]; \
Heel sterke pijnstillers: Deze zijn verslavend. Dit is belangrijk om te weten voor u ermee begint. \
[A Bewegen en medicijnen]; Heel ernstige problemen (bij 1 van de 1000 mensen). Zoals verlamming of pijn in het been \
die niet meer overgaat. [B Operatie] · Uitgelegd: Heel ernstige problemen (bij 1 van de 1000 mensen). \
Zoals verlamming of pijn in het been die niet meer overgaat. [B Operatie]
- In eigen woorden van de patiënt: “Mijn broer is verslaafd geweest. / Dat wil ik niet.”
2. Wanneer worden de klachten minder? Voorkeur: A Bewegen en medicijnen. Hoe belangrijk: een beetje belangrijk.
- Vindt fijn: Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer [A Bewegen en medicijnen]; \
Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer [B Operatie] · \
Meer uitleg nodig: Bij 75 van de 100 mensen zijn de klachten minder of bijna over binnen 12 weken \
(vanaf het begin van de klachten). [A Bewegen en medicijnen]; \
Na 1 jaar: 88 van de 100 mensen hebben geen beenklachten meer [A Bewegen en medicijnen]
1. Wat gebeurt er bij de behandeling? (B nog niet bekeken) Voorkeur: geen. Hoe belangrijk: belangrijk.
- Vindt fijn: Prikken in de rug: als u veel pijn houdt ondanks genoeg pijnstillers. Een neuroloog kan u doorsturen \
naar een pijn-polikliniek. In de prikken zitten medicijnen tegen ontstekingen. [A Bewegen en medicijnen]"""

FIRST = "3. Wat zijn de risico’s en bijwerkingen? · 2. Wanneer worden de klachten minder?"

LOOKED_AT = """\
Besproken: 3. Wat zijn de risico’s en bijwerkingen?
Terugvertellen: klaar
Op het scherm bekeken: 2. Wanneer worden de klachten minder?
Deels bekeken: 1. Wat gebeurt er bij de behandeling? (B nog niet bekeken) · \
4. Wat is de kans dat mijn klachten terugkomen? (B nog niet bekeken)
Nog niet bekeken: 5. Kan ik weer de dingen doen die ik voor de behandeling deed?"""

DECISION = """\
Besluit: nog niet beslissen
Hoe zeker: twijfel
Nodig of afgesproken: tijd om na te denken; mening van een andere arts; “mijn werkrooster bekijken”
Verder praten: “donderdag, aan de telefoon”"""

NOTE = f"""\
Keuzekaart Hernia in de rug: Bewegen en medicijnen tegen de pijn of een operatie?
Gesprek op 03-02-2031. Kaart: versie onbekend, controlecode 01234567.
{DECISION}

De patiënt wilde eerst praten over: {FIRST}
{LOOKED_AT}

{QUESTIONS}
In eigen woorden van de patiënt: “Ik wil weer kunnen tuinieren 🌱”"""

SOEP = f"""\
S: wat de patiënt zegt
De patiënt wilde eerst praten over: {FIRST}
{QUESTIONS}
In eigen woorden: “Ik wil weer kunnen tuinieren 🌱”

E: ICPC L86

P: gesprek op 03-02-2031
{DECISION}
Keuzekaart Hernia in de rug: Bewegen en medicijnen tegen de pijn of een operatie? \
(versie onbekend, controlecode 01234567)
{LOOKED_AT}"""


def test_the_note_of_a_full_consult_is_this_text() -> None:
    assert note(CARD, CONSULT, WALK, DAY, SHA256) == NOTE


def test_the_same_as_soep_is_this_text() -> None:
    assert soep(CARD, CONSULT, WALK, DAY, SHA256, "L86") == SOEP
