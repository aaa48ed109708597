import type { MessageWords } from "./languages.ts";

export const german: MessageWords = {
  subjectToThem: "Ihr Mailserver nimmt Mail an {recipient} nicht an",
  subjectToUs: "Unsere Mail an {recipient} wurde abgewiesen",
  greeting: "Guten Tag,",
  happenedToThem: "eine E-Mail an {recipient} kam zurück. Ihr Mailsystem hat sie abgewiesen:",
  happenedToUs: "meine E-Mail an {recipient} kam zurück. Der Server der Gegenseite antwortete:",
  theAddress: "diese Adresse",
  labels: {
    recipient: "Empfänger",
    sender: "Absender",
    time: "Zeit",
    messageId: "Message-ID",
    server: "Server",
    reply: "Antwort",
  },
  kinds: {
    directory:
      "So antwortet die verzeichnisbasierte Edge-Blockierung (Directory-Based Edge Blocking) von Microsoft 365: Die Adresse steht nicht im Verzeichnis Ihres Mandanten. Die Abweisung geschieht vor jeder Filterung; SPF, DKIM, DMARC und Sperrlisten haben nichts damit zu tun, und die Nachrichtenablaufverfolgung zeigt nichts. Bitte prüfen Sie, ob es {recipient} geben soll. Falls es die Adresse gibt: nach Änderungen bis zu 24 Stunden warten, die Proxyadresse neu setzen oder, wenn die ganze Domain betroffen ist, die akzeptierte Domäne auf „Internes Relay“ stellen, speichern und zurück auf „Autoritativ“. Dynamische Verteilergruppen und lokale öffentliche Ordner brauchen einen E-Mail-Kontakt oder die Synchronisierung. Diese Befehle zeigen den Stand:",
    mailbox:
      "Bitte prüfen Sie, ob das Postfach {recipient} existiert, eingeschaltet ist und Platz hat und wohin es weiterleitet.",
    refused:
      "Offenbar hat eine Regel, eine Liste oder ein Filter bei Ihnen die E-Mail abgewiesen. Bitte suchen Sie sie nach Zeit und Empfänger im Protokoll und lassen Sie diesen Absender zu, wenn er erwünscht ist.",
    route:
      "Offenbar erreicht Mail für diese Domain nicht den richtigen Server. Bitte prüfen Sie den MX-Eintrag, ob die genannten Server von außen auf Port 25 antworten, ob sie die Domain und ihre Adressen kennen und ob ihr Zertifikat gültig ist.",
    system:
      "Die Antwort deutet auf eine Störung des empfangenden Servers. Bitte sehen Sie zur angegebenen Zeit in sein Protokoll.",
    authentication:
      "Die Antwort besagt, dass unsere Mail ihre Herkunft nicht nachweist. Bitte prüfen Sie SPF, DKIM und DMARC unserer Domain sowie Reverse-DNS und HELO-Namen des sendenden Servers, vor allem, ob der Dienst, der diese Mail gesendet hat, eingetragen ist und mit unserer Domain signiert.",
    reputation:
      "Die Antwort besagt, dass unser Server oder unsere Domain dort einen schlechten Ruf hat oder zu viel sendet. Bitte suchen Sie zuerst die Ursache (gehacktes Konto, offenes Formular, Massenmail), stellen Sie sie ab und beantragen Sie dann bei der genannten Liste oder beim Empfänger die Austragung.",
    account:
      "Die Antwort deutet auf unsere eigene Seite: eine Begrenzung oder Sperre des Kontos, eine fehlende Anmeldung oder einen veralteten Weg zu dieser Domain (Transporttabellen, Connectors, Smarthosts, DNS-Cache). Bitte prüfen Sie das anhand der Zeile oben.",
  },
  thanks: "Vielen Dank.",
};
