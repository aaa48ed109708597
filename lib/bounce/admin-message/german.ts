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
    letters:
      "Die Adresse oder die E-Mail enthält Zeichen außerhalb von ASCII, und Ihr Server bietet SMTPUTF8 (RFC 6531) nicht an. Bitte schalten Sie es ein oder nennen Sie uns für {recipient} eine Adresse in einfachen Buchstaben.",
    undecided:
      "Die Antwort nennt keinen Grund, und auch wir konnten keinen erkennen. Bitte suchen Sie die E-Mail nach Zeit und Empfänger in Ihrem Protokoll: Nur Ihre Seite kann den Grund sehen.",
    forwarding:
      "Die E-Mail wurde von einer Weiterleitung oder Liste bei Ihnen weitergegeben, und der nächste Server wies sie ab, weil sie nach der Weitergabe ihre Herkunft nicht mehr nachweist. Bitte lassen Sie die Weiterleitung den Umschlagabsender umschreiben (SRS), die E-Mail unverändert, damit ihre DKIM-Signatur gilt, und sie mit ARC versiegeln.",
    oldWay:
      "Unser Server hat die E-Mail an ein System übergeben, das für diese Domain nicht mehr zuständig ist: Ihr MX-Eintrag nennt andere Server. Bitte suchen Sie, was noch dorthin führt (Transporttabellen, Connectors, Smarthosts, hosts-Dateien, DNS-Cache), und entfernen Sie es.",
    pace: "Die Gegenseite nimmt unsere Mail langsamer an, als unser Server sie sendet. Bitte prüfen Sie, ob er solche Mail in der Warteschlange behält und mindestens einen Tag lang von derselben Adresse aus wieder versucht, und lassen Sie ihn weniger Verbindungen öffnen und weniger auf einmal an diesen Empfänger senden.",
    format:
      "Die Gegenseite konnte nicht lesen, was unser Server sandte: Die E-Mail oder der Dialog verletzt den Standard. Bitte sehen Sie zur angegebenen Zeit in sein Protokoll und prüfen Sie das Programm, das die E-Mail schrieb (Kopfzeilen, Zeilenenden, Zeilenlänge, Kodierung), und alles, was Mail beim Versand verändert.",
    returnAddress:
      "Die Antwort besagt, dass an die Absenderadresse nicht geantwortet werden kann. Bitte prüfen Sie, ob es die Adresse gibt und ob ihre Domain einen MX-Eintrag hat und Mail annimmt.",
    account:
      "Die Antwort deutet auf unsere eigene Seite: eine Begrenzung oder Sperre des Kontos, eine fehlende Anmeldung oder eine Liste, auf der unser Versanddienst diese Adresse führt. Bitte prüfen Sie das anhand der Zeile oben.",
  },
  thanks: "Vielen Dank.",
};
