/**
 * Headings of Exchange's reports in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish and
 * Japanese. Microsoft keeps the SMTP response English in all of them. Matched after repair: plain quotes, ASCII colons.
 */

const anyOf = (phrases: readonly string[]): string =>
  `(?:${phrases.map(phrase => phrase.replaceAll(" ", "\\s{1,40}")).join("|")})`;

/** Begins the part for administrators. */
const DIAGNOSTIC_HEADINGS = [
  "Diagnostic information for administrators:?",
  "Error Details",
  "Diagnoseinformationen für Administratoren:?",
  "Fehlerdetails",
  "Informations de diagnostic (?:pour les|destinées aux) administrateurs ?:?",
  "Détails de l'erreur",
  "Información de diagnóstico para (?:los )?administradores:?",
  "Detalles del? error",
  "Informazioni di diagnostica per gli amministratori:?",
  "Dettagli (?:dell')?errore",
  "Informações de diagnóstico para (?:os )?administradores:?",
  "Detalhes do erro",
  "Diagnostische (?:gegevens|informatie) voor beheerders:?",
  "(?:Foutdetails|Details van de fout|Foutgegevens)",
  "Diagnostisk information för administratörer:?",
  "(?:Felinformation|Felinformationsdetaljer|Detaljer om felet)",
  "管理者向けの?診断情報:?",
  "エラーの詳細",
];

/** Begins the header of the returned mail. */
const ORIGINAL_HEADINGS = [
  "Original message headers:?",
  "Ursprüngliche Nachrichten(?:kopfzeilen|header):?",
  "(?:Kopfzeilen der ursprünglichen Nachricht|Ursprüngliche Kopfzeilen):?",
  "En-têtes (?:du|de) message d'origine ?:?",
  "Encabezados (?:de|del) mensajes? original(?:es)?:?",
  "Intestazioni (?:originali del messaggio|(?:del )?messaggio originale):?",
  "Cabeçalhos? (?:da|de) mensagem original:?",
  "Oorspronkelijke berichtkoppen:?",
  "(?:Ursprungshuvuden|Ursprungliga meddelande(?:rubriker|huvuden)):?",
  "元の?メッセージ ?ヘッダー:?",
];

const HOPS = [
  "Message hops",
  "Nachrichtenhops",
  "Sauts de messages?",
  "Saltos del? mensajes?",
  "Hop (?:del )?messaggi[oi]?",
  "Saltos da mensagem",
  "Berichthops",
  "Meddelandehopp",
  "メッセージ ?ホップ",
];

export const DIAGNOSTICS = new RegExp(anyOf(DIAGNOSTIC_HEADINGS), "i");

export const ORIGINAL_HEADERS = new RegExp(anyOf([...HOPS, ...ORIGINAL_HEADINGS]), "i");

/** Ends what is said to the user. */
export const NEXT_PART = new RegExp(
  `\\n[ \\t]{0,80}\\n|${anyOf([
    ...DIAGNOSTIC_HEADINGS,
    ...ORIGINAL_HEADINGS,
    "How to Fix It",
    "More Info for Email Admins",
    "Was this helpful",
    "Problembehebung",
    "Comment (?:résoudre|corriger)",
    "Cómo (?:solucionarlo|corregirlo)",
    "Come risolvere",
    "Como corrigir",
    "Oplossing",
    "Så här åtgärdar du",
    "修正方法",
  ])}`,
  "i",
);

export const RECIPIENT_LABEL = new RegExp(
  `${anyOf(["Recipient Address", "Empfängeradresse", "Adresse du destinataire", "Dirección del? destinatario", "Indirizzo (?:del )?destinatario", "Endereço do destinatário", "Adres (?:van )?(?:de )?(?:geadresseerde|ontvanger)", "Mottagar(?:ens )?adress", "受信者の?アドレス"])}\\s{0,2}:\\s{0,10}`,
  "i",
);

export const REJECTED_BY = new RegExp(
  `${anyOf(["Message rejected by", "Remote server", "Nachricht abgelehnt von", "Message rejeté par", "Mensaje rechazado por", "Messaggio rifiutato da", "Mensagem rejeitada por", "Bericht geweigerd door", "Meddelandet avvisades av", "メッセージの?拒否元"])}\\s{0,2}:\\s{0,10}`,
  "i",
);

/** What only Exchange and Outlook write. */
export const MARKS = new RegExp(
  anyOf([
    ...DIAGNOSTIC_HEADINGS.filter(
      heading => !/^(?:Error Details|Fehlerdetails|Detal|Dettagli|Détails|エラー|\(\?:F)/.test(heading),
    ),
    "Remote Server returned",
    "More Info for Email Admins",
    "Message rejected by:",
    "gave this error:",
    "#SMTP#",
    "Delivery has failed to these recipients (?:or groups|or distribution lists)",
    "Delivery is delayed to these recipients or groups",
    "Your message couldn't be delivered to multiple recipients",
    "Your message to \\S{3,320} (?:couldn't be delivered|has been delayed)",
    "(?:Your message )?did not reach (?:the following recipient|some or all of the intended recipients)",
    "The following recipient\\(s\\) (?:cannot|could not) be reached",
    "Generating server:",
    "The MTS-ID of the original message is",
    "Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen",
    "Ihre Nachricht an \\S{3,320} konnte nicht zugestellt werden",
    "Échec de la remise (?:à|pour) ces destinataires ou groupes",
    "Votre message (?:à|pour) \\S{3,320} n'a pas pu être remis",
    "Error de entrega a estos destinatarios o grupos",
    "No se pudo entregar (?:el|su|tu) mensaje a \\S{3,320}",
    "Recapito non riuscito (?:per|a) (?:i seguenti|questi) destinatari o gruppi",
    "Impossibile recapitare il messaggio (?:inviato )?a \\S{3,320}",
    "Falha na entrega a estes destinatários ou grupos",
    "Não foi possível entregar (?:a )?sua mensagem (?:a|para) \\S{3,320}",
    "Bezorging (?:van het bericht )?aan (?:de volgende|deze) (?:geadresseerden|ontvangers) of groepen is mislukt",
    "Uw bericht aan \\S{3,320} kan? niet worden bezorgd",
    "Leveransen till följande mottagare eller grupper misslyckades",
    "Det gick inte att leverera (?:ditt meddelande )?till",
    "次の受信者またはグループへの(?:メッセージの)?配信(?:に|が)失敗しました",
    "へのメッセージを配信できませんでした",
  ]),
  "i",
);
