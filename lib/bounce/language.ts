/** The language a report speaks to people in (BCP 47), or null where nothing tells. SMTP replies are English everywhere. */
export function languageOf(prose: string): string | null {
  const words = prose.slice(0, 20_000);
  return LANGUAGES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ["ja", /[\u3041-\u3093\u30a1-\u30f6]/],
  ["ko", /[\uac00-\ud7a3]{2}/],
  ["zh", /[\u4e00-\u9fff]{3}/],
  ["ru", /[\u0430-\u044f]{4}/i],
  [
    "de",
    /\b(?:Nachricht|Empfänger|konnte nicht|zugestellt|Zustellung|Diagnoseinformationen|Generierender)\b/,
  ],
  ["fr", /\b(?:destinataires?|n'a pas pu|Échec de la remise|n'a pas été|remis|adresse de messagerie)\b/],
  ["pt", /\b(?:destinatários?|Não foi possível|mensagem|sua mensagem)\b/],
  ["it", /\b(?:messaggio|Impossibile recapitare|recapito|non riuscito)\b/],
  ["es", /\b(?:destinatarios?|No se pudo|entregar|mensaje|no se ha podido)\b/],
  ["nl", /\b(?:bericht|geadresseerden?|bezorgd|kan niet worden)\b/],
  ["sv", /\b(?:meddelandet?|mottagare|levereras?|Det gick inte)\b/],
  ["pl", /\b(?:wiadomość|odbiorc\p{L}{1,3}|dostarczon\p{L}{1,3}|nie można)\b/u],
  ["en", /\b(?:message|mail|delivered|recipients?|address|mailbox|rejected)\b/i],
];
