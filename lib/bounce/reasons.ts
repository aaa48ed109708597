import type { Cause } from "./vocabulary.ts";

/**
 * Why a cause is believed, doubted or ruled out. Codes and arguments are stored, words are made late (wording.ts),
 * so that wording can improve under old reports. A code is never reused.
 */
export interface ReasonArgs {
  /** What decided: the words of a reply, of a notice for people, or only a code. */
  "words-match": { readonly words: string; readonly host: string | null };
  "notice-says": { readonly words: string };
  "status-says": { readonly status: string };
  "provider-status-says": { readonly status: string; readonly provider: string };
  "status-field-says": { readonly status: string };
  "code-says": { readonly code: number };
  "service-says": { readonly event: string };
  /** What supports or weakens it. */
  "provider-recognised": { readonly provider: string };
  "status-agrees": { readonly status: string };
  "status-differs": { readonly status: string; readonly cause: Cause };
  "same-words-elsewhere": { readonly words: string };
  "retried-until-expiry": Record<never, never>;
  /** 550 5.4.1, from within the report. */
  "directory-refusal": Record<never, never>;
  "cascade-of-refusals": Record<never, never>;
  "single-recipient": Record<never, never>;
  "other-recipients-accepted": { readonly count: number };
  "near-miss": { readonly address: string };
  "several-recipients-refused": { readonly domain: string; readonly count: number };
  "function-address": { readonly localPart: string };
  "hybrid-routing-address": { readonly domain: string };
  "tenant-label-differs": { readonly label: string; readonly domain: string };
  "gateway-wrote-report": { readonly gateway: string };
  "final-recipient-differs": { readonly original: string; readonly final: string };
  "recipient-unchanged": Record<never, never>;
  /** 550 5.4.1, from DNS and from what people know. */
  "mx-is-remote": { readonly host: string };
  "mx-is-microsoft": { readonly host: string };
  "mx-is-not-microsoft": { readonly host: string };
  "mx-is-gateway": { readonly gateway: string };
  "mx-changed-lately": Record<never, never>;
  "tenant-verification-record": Record<never, never>;
  "hybrid-signs": { readonly sign: string };
  "cloud-only-signs": Record<never, never>;
  "internal-mail-works": Record<never, never>;
  "no-message-trace": Record<never, never>;
  "recipient-answers-mail": Record<never, never>;
  "free-mail-typo": { readonly meant: string };
  "sender-not-authorised-for-quoted-ip": { readonly ip: string };
  "user-sent-it": Record<never, never>;
  "user-did-not-send-it": Record<never, never>;
  /** Any refusal: where mail for the recipient's domain goes today. */
  "mx-same-provider": { readonly host: string; readonly provider: string };
  "mx-elsewhere": { readonly now: string; readonly refusedBy: string };
  "mx-other-entrance": { readonly now: string; readonly refusedBy: string };
  "mx-split": { readonly providers: readonly string[] };
  "gateway-bypassed": { readonly gateway: string; readonly refusedBy: string };
  "own-server-in-front": { readonly host: string };
  "zone-changed-lately": { readonly day: string };
  "domain-does-not-exist": { readonly domain: string };
  "domain-takes-no-mail": { readonly domain: string };
  "domain-has-no-server": { readonly domain: string };
  "domain-takes-mail": { readonly domain: string; readonly host: string };
  /** Any refusal: what DNS says today about the sender. */
  "spf-fails": { readonly ip: string; readonly domain: string; readonly result: string };
  "spf-passes": { readonly ip: string; readonly domain: string };
  "spf-broken": { readonly domain: string };
  "spf-missing": { readonly domain: string };
  "not-signed": Record<never, never>;
  "key-usable": { readonly selector: string; readonly domain: string };
  "key-unusable": { readonly selector: string; readonly domain: string };
  "key-missing": { readonly selector: string; readonly domain: string };
  "dmarc-can-pass": { readonly domain: string; readonly by: "SPF" | "DKIM" };
  "dmarc-cannot-pass": { readonly domain: string };
  "dmarc-asks-for": { readonly domain: string; readonly policy: string };
  "dmarc-asks-nothing": { readonly domain: string };
  "ip-listed": { readonly ip: string; readonly lists: readonly string[] };
  "ip-not-listed": { readonly ip: string; readonly asked: number };
  "domain-listed": { readonly domain: string; readonly lists: readonly string[] };
  "domain-not-listed": { readonly domain: string; readonly asked: number };
  "reverse-confirmed": { readonly ip: string; readonly name: string };
  "reverse-unconfirmed": { readonly ip: string; readonly name: string };
  "reverse-missing": { readonly ip: string };
  "return-path-takes-mail": { readonly domain: string };
  "return-path-takes-no-mail": { readonly domain: string };
  /** The mail that came back was sent by somebody else, from its own header. */
  "quoted-spf-failed": { readonly domain: string };
  "quoted-dmarc-failed": { readonly domain: string };
  "quoted-marked-as-spam": Record<never, never>;
  "quoted-from-dial-up": { readonly host: string };
  "quoted-trace-foreign": { readonly domain: string };
  "quoted-message-id-foreign": { readonly host: string; readonly domain: string };
  "quoted-trace-own": { readonly host: string };
  "quoted-signed": { readonly domain: string };
  "report-from-own-server": { readonly host: string };
  /** Why a cause is ruled out. */
  "refused-before-filtering": Record<never, never>;
  "has-own-code-there": { readonly codes: string };
  "not-tied-to-sending-ip": Record<never, never>;
  "reply-is-about-recipient": Record<never, never>;
  "reply-is-about-domain": Record<never, never>;
  /** Why nothing better than "unknown" can be said. */
  "no-reply-quoted": Record<never, never>;
  "words-not-known": { readonly words: string };
  "code-says-little": { readonly code: string };
}

export type ReasonCode = keyof ReasonArgs;

export type Reason<Code extends ReasonCode = ReasonCode> = {
  [Key in Code]: { readonly code: Key; readonly args: ReasonArgs[Key] };
}[Code];

/** Makes one reason; the arguments are checked against the code. */
export const reason = <Code extends ReasonCode>(code: Code, args: ReasonArgs[Code]) => ({ code, args });
