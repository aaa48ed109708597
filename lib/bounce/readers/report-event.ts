import type { BounceEvent } from "../vocabulary.ts";

/**
 * Whether a report tells of a delay or a success instead of a failure, by its subject and words. Null where neither is
 * said: then it failed.
 */
export function eventInWords(subject: string, prose: string): BounceEvent | null {
  const words = `${subject}\n${prose.slice(0, 20_000)}`;
  if (FAILED_FOR_GOOD.test(words)) return null;
  if (DELAYED.test(words)) return "delayed";
  if (RELAYED.test(words)) return "relayed";
  return DELIVERED.test(words) ? "delivered" : null;
}

const FAILED_FOR_GOOD =
  /This is a permanent (?:error|failure)|permanent fatal errors|failed permanently|I(?:'ve| have) given up|has been returned to you|could not be delivered (?:for|within) (?:more than )?\d{1,9} (?:hours|days)/i;

const DELAYED =
  /THIS IS A WARNING (?:ONLY|MESSAGE)|\bDelivery incomplete\b|Delivery Status Notification \(Delay\)|Gmail will (?:keep trying|retry)|will (?:be retried|retry) for \d|(?:No action is required|You do not need to (?:do anything|resend))[^\n]{0,60}|Delivery attempts will continue|has (?:not yet|been delayed|not been) (?:been )?delivered (?:to[^\n]{0,80} )?(?:yet|after|for more than)|has not yet been\s{1,40}delivered|have not yet been delivered|(?:Delivery|message)(?: to [^\n]{3,200}?)? (?:is|has been|was) delayed|Delivery (?:is )?delayed to these|transient non-fatal errors|will continue to (?:try|attempt)|still being (?:retried|tried)|warning: message (?:[\w-]{6,40} )?delayed|enqueued and undeliverable for|^(?:delayed|Verzögert|Retardé|Retrasado|Ritardato|Atrasad[oa]|Vertraagd|Försenat)\b|Zustellung[^\n]{0,80} verzögert|verzögert sich|(?:remise|distribution)[^\n]{0,80} retard|se ha retrasado|(?:recapito|consegna)[^\n]{0,80} ritard|entrega[^\n]{0,80} atras|bezorging[^\n]{0,80} vertraagd|fördröjd|försenad|配信が?遅(?:延|れ)|遅延して|задерж/im;

const RELAYED =
  /Delivery to these recipients or groups is complete, but|no delivery notification was sent by the destination|(?:was|were) relayed to (?:a |the )?(?:following )?(?:destination|system|server|mail)|successfully relayed|^Relayed:|relayed to a non[- ]DSN|passed (?:on )?to a system that does not/im;

const DELIVERED =
  /(?:has been|was|were) (?:successfully )?delivered to (?:the )?(?:following|destination|recipients?|mailbox)|successfully delivered|Successful mail delivery report|Delivery Status Notification \(Success\)|had successful delivery notifications|^(?:Delivered|Zugestellt|Remis|Entregado|Recapitato|Consegnato|Entregue|Bezorgd|Levererat):|wurde (?:erfolgreich )?zugestellt|a été remis (?:aux|à)|se (?:ha )?entreg(?:ó|ado) (?:a|correctamente)/im;
