import type { MessageWords } from "./languages.ts";

export const swedish: MessageWords = {
  subjectToThem: "Er e-postserver avvisar e-post till {recipient}",
  subjectToUs: "Vår e-post till {recipient} avvisades",
  greeting: "Hej,",
  happenedToThem: "ett meddelande till {recipient} kom tillbaka. Ert e-postsystem avvisade det:",
  happenedToUs: "mitt meddelande till {recipient} kom tillbaka. Så här svarade mottagarens server:",
  theAddress: "den här adressen",
  labels: {
    recipient: "Mottagare",
    sender: "Avsändare",
    time: "Tid",
    messageId: "Message-ID",
    server: "Server",
    reply: "Svar",
  },
  kinds: {
    directory:
      "Så svarar Microsoft 365:s katalogbaserade gränsblockering (Directory-Based Edge Blocking): adressen finns inte i er organisations katalog. Avvisningen sker före all filtrering; SPF, DKIM, DMARC och blocklistor har inget med saken att göra, och meddelandespårningen visar ingenting. Kontrollera gärna om {recipient} ska finnas. Om adressen finns: vänta upp till 24 timmar efter en ändring, ange proxyadressen på nytt eller, om hela domänen berörs, ställ den godkända domänen på ”Internt relä”, spara och ställ tillbaka till ”Auktoritär”. Dynamiska distributionsgrupper och lokala gemensamma mappar behöver en e-postkontakt eller synkronisering. De här kommandona visar läget:",
    mailbox:
      "Kontrollera gärna om brevlådan {recipient} finns, är påslagen och har plats, och vart den vidarebefordrar.",
    refused:
      "Det verkar som om en regel, en lista eller ett filter hos er avvisade meddelandet. Sök gärna upp det i loggen efter tid och mottagare och släpp igenom avsändaren om den är välkommen.",
    route:
      "Det verkar som om e-post till domänen inte når rätt server. Kontrollera gärna MX-posten, att servrarna svarar utifrån på port 25, att de känner till domänen och dess adresser och att certifikatet är giltigt.",
    system:
      "Svaret tyder på ett fel i den mottagande servern. Titta gärna i dess logg vid den angivna tiden.",
    authentication:
      "Svaret säger att vår e-post inte visar sitt ursprung. Kontrollera gärna SPF, DKIM och DMARC för vår domän samt omvänd DNS och HELO-namn för den sändande servern, framför allt att tjänsten som skickade meddelandet är godkänd och signerar med vår domän.",
    reputation:
      "Svaret säger att vår server eller domän har dåligt rykte där eller skickar för mycket. Leta först efter orsaken (kapat konto, öppet formulär, massutskick), åtgärda den och begär sedan borttagning hos listan eller mottagaren som nämns i svaret.",
    letters:
      "Adressen eller brevet har tecken utanför ASCII, och er server erbjuder inte SMTPUTF8 (RFC 6531). Slå gärna på det, eller ge oss en adress med vanliga bokstäver för {recipient}.",
    undecided:
      "Svaret säger inte varför, och vi kunde inte heller avgöra det. Sök gärna efter brevet i er logg på tid och mottagare: bara er sida kan se orsaken.",
    forwarding:
      "Brevet skickades vidare av en vidarebefordran eller lista hos er, och nästa server avvisade det eftersom ett vidarebefordrat brev inte längre bevisar varifrån det kommer. Låt gärna kuvertets avsändare skrivas om (SRS), lämna brevet oförändrat så att DKIM-signaturen håller, och försegla det med ARC.",
    oldWay:
      "Vår server lämnade brevet till ett system som inte längre ansvarar för domänen: dess MX-post anger andra servrar. Leta gärna efter det som fortfarande leder dit (transporttabeller, anslutningar, smarthosts, hosts-filer, DNS-cache) och ta bort det.",
    pace: "Motparten tar emot vår post långsammare än vår server skickar den. Kontrollera gärna att den behåller sådan post i kön och försöker igen från samma adress i minst ett dygn, och låt den öppna färre anslutningar och skicka färre brev åt gången till den här mottagaren.",
    format:
      "Motparten kunde inte läsa det som vår server skickade: brevet eller dialogen bryter mot standarden. Titta gärna i dess logg vid den angivna tiden och kontrollera programmet som skrev brevet (huvudfält, radslut, radlängd, kodning) och allt som ändrar utgående post.",
    returnAddress:
      "Svaret säger att det inte går att svara till avsändarens adress. Kontrollera gärna att adressen finns och att dess domän har en MX-post och tar emot post.",
    account:
      "Svaret tyder på vår egen sida: en gräns eller spärr för kontot, saknad inloggning eller en lista där vår utskickstjänst har den här adressen. Kontrollera gärna med raden ovan.",
  },
  thanks: "Tack.",
};
