import type { MessageWords } from "./languages.ts";

export const dutch: MessageWords = {
  subjectToThem: "Uw mailserver weigert mail voor {recipient}",
  subjectToUs: "Onze mail aan {recipient} is geweigerd",
  greeting: "Hallo,",
  happenedToThem: "een e-mail aan {recipient} kwam terug. Uw mailsysteem heeft hem geweigerd:",
  happenedToUs: "mijn e-mail aan {recipient} kwam terug. De server van de andere kant antwoordde:",
  theAddress: "dit adres",
  labels: {
    recipient: "Ontvanger",
    sender: "Afzender",
    time: "Tijd",
    messageId: "Message-ID",
    server: "Server",
    reply: "Antwoord",
  },
  kinds: {
    directory:
      "Zo antwoordt Directory-Based Edge Blocking van Microsoft 365: het adres staat niet in de directory van uw organisatie. De weigering komt vóór elk filter; SPF, DKIM, DMARC en blokkeerlijsten hebben er niets mee te maken, en de berichttracering toont niets. Wilt u nagaan of {recipient} hoort te bestaan? Als het adres bestaat: wacht tot 24 uur na een wijziging, stel het proxyadres opnieuw in of zet, als het hele domein geraakt is, het geaccepteerde domein op ‘Interne relay’, sla op en zet het terug op ‘Gezaghebbend’. Dynamische distributiegroepen en lokale openbare mappen hebben een e-mailcontact of synchronisatie nodig. Deze opdrachten tonen de toestand:",
    mailbox:
      "Wilt u nagaan of de mailbox {recipient} bestaat, aan staat en ruimte heeft, en waarheen hij doorstuurt?",
    refused:
      "Blijkbaar heeft een regel, lijst of filter bij u de e-mail geweigerd. Wilt u hem in het logboek opzoeken op tijd en ontvanger, en deze afzender toelaten als hij welkom is?",
    route:
      "Blijkbaar bereikt mail voor dit domein niet de juiste server. Wilt u nagaan of het MX-record klopt, of de servers van buitenaf op poort 25 antwoorden, of ze het domein en de adressen kennen en of hun certificaat geldig is?",
    system:
      "Het antwoord wijst op een storing van de ontvangende server. Wilt u op het genoemde tijdstip in het logboek kijken?",
    authentication:
      "Het antwoord zegt dat onze mail zijn herkomst niet bewijst. Wilt u SPF, DKIM en DMARC van ons domein nagaan, en de reverse DNS en HELO-naam van de verzendende server; vooral of de dienst die deze mail verstuurde vermeld is en met ons domein ondertekent?",
    reputation:
      "Het antwoord zegt dat onze server of ons domein daar een slechte naam heeft, of te veel verstuurt. Zoek eerst de oorzaak (gehackt account, open formulier, bulkmail), neem die weg en vraag daarna de genoemde lijst of ontvanger om verwijdering.",
    letters:
      "Het adres of het bericht bevat tekens buiten ASCII, en uw server biedt geen SMTPUTF8 (RFC 6531) aan. Wilt u dat inschakelen, of ons voor {recipient} een adres in gewone letters geven?",
    undecided:
      "Het antwoord noemt geen reden, en ook wij konden die niet vinden. Wilt u het bericht in uw logboek opzoeken op tijd en ontvanger? Alleen uw kant kan de reden zien.",
    forwarding:
      "Het bericht is door een doorstuurregel of lijst aan uw kant doorgegeven, en de volgende server weigerde het omdat een doorgestuurd bericht zijn herkomst niet meer bewijst. Wilt u de afzender van de envelop laten herschrijven (SRS), het bericht ongewijzigd laten zodat de DKIM-handtekening geldig blijft, en het met ARC verzegelen?",
    oldWay:
      "Onze server gaf het bericht aan een systeem dat niet meer verantwoordelijk is voor dit domein: het MX-record noemt andere servers. Wilt u zoeken wat er nog naartoe leidt (transporttabellen, connectors, smarthosts, hosts-bestanden, DNS-cache) en dat verwijderen?",
    pace: "De andere kant neemt onze mail langzamer aan dan onze server die verstuurt. Wilt u nagaan of hij zulke mail in de wachtrij houdt en minstens een dag lang vanaf hetzelfde adres opnieuw probeert, en hem minder verbindingen laten openen en minder berichten tegelijk naar deze ontvanger laten sturen?",
    format:
      "De andere kant kon niet lezen wat onze server verstuurde: het bericht of het gesprek schendt de standaard. Wilt u op het genoemde tijdstip in het logboek kijken en het programma nagaan dat het bericht schreef (kopregels, regeleinden, regellengte, codering) en alles wat uitgaande mail verandert?",
    returnAddress:
      "Het antwoord zegt dat er naar het adres van de afzender niet kan worden teruggeschreven. Wilt u nagaan of het adres bestaat en of het domein een MX-record heeft en mail aanneemt?",
    account:
      "Het antwoord wijst op onze eigen kant: een limiet of blokkade van het account, ontbrekende aanmelding of een lijst waarop onze verzenddienst dit adres houdt. Wilt u dat nagaan met de regel hierboven?",
  },
  thanks: "Bedankt.",
};
