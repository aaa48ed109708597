/** What a pasted text looks like while it is being typed. A guess for the eye; the server decides. */
export type Recognised =
  | { readonly kind: "nothing" }
  | { readonly kind: "domain"; readonly domain: string }
  | { readonly kind: "address"; readonly address: string; readonly domain: string }
  | { readonly kind: "bounce"; readonly from: string | null; readonly recipient: string | null };

/** Tells a domain, an address and a bounce apart. Looks at the first part of long texts only. */
export function recognise(text: string): Recognised {
  const trimmed = text.trim().slice(0, LOOK_AT);
  if (looksLikeBounce(trimmed)) {
    return { kind: "bounce", from: whoRefused(trimmed), recipient: firstRecipient(trimmed) };
  }
  const address = /^(?:mailto:)?([^\s<>@]+@((?:[^\s.@/]+\.)+[^\s.@/]{2,}))$/iu.exec(trimmed);
  if (address?.[1] !== undefined && address[2] !== undefined) {
    return { kind: "address", address: address[1], domain: address[2] };
  }
  const domain = /^(?:https?:\/\/)?((?:[^\s.@/:<>]+\.)+[^\s.@/:<>]{2,})\.?(?:[:/]\S*)?$/iu.exec(trimmed)?.[1];
  return domain === undefined ? { kind: "nothing" } : { kind: "domain", domain: domain.toLowerCase() };
}

/** The recognition in words, shown under the box. */
export function recognisedWords(found: Recognised): string {
  switch (found.kind) {
    case "nothing":
      return "";
    case "domain":
      return `The domain ${found.domain}`;
    case "address":
      return `An address: the domain ${found.domain} is checked`;
    case "bounce":
      return `A ${found.from === null ? "" : `${found.from} `}refusal${found.recipient === null ? "" : ` for ${found.recipient}`}`;
  }
}

const LOOK_AT = 20_000;

const BOUNCE_SIGNS = [
  /\b[45]\d\d[ -]#?[45]\.\d{1,3}\.\d{1,3}\b/u,
  /^[45]\.\d{1,3}\.\d{1,3}\b|\b5\.\d{1,3}\.\d{1,3}\b/mu,
  /\b(?:550|551|552|553|554|421|450|451|452)[ -]\S/u,
  /diagnostic-code|undeliver|delivery status notification|couldn.t be delivered|mailer-daemon|status=bounced/iu,
];

const looksLikeBounce = (text: string): boolean => BOUNCE_SIGNS.some(sign => sign.test(text));

const REFUSERS: readonly (readonly [RegExp, string])[] = [
  [/\.outlook\.com|AS\(2018|exosmtperrors/iu, "Microsoft 365"],
  [/gsmtp|\.google\.com/iu, "Gmail"],
  [/yahoodns|\.yahoo\.com/iu, "Yahoo"],
  [/\.icloud\.com|\.me\.com/iu, "iCloud"],
  [/mimecast/iu, "Mimecast"],
  [/pphosted|ppe-hosted/iu, "Proofpoint"],
];

const whoRefused = (text: string): string | null => REFUSERS.find(([sign]) => sign.test(text))?.[1] ?? null;

const ADDRESS = String.raw`[^\s<>@:;,"'[\]()]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}`;

/** Where reports name whom the mail was for, the surest first. */
const RECIPIENT_SIGNS = [
  `final-recipient:[^\\S\\n]{0,9}rfc822;[^\\S\\n]{0,9}<?(${ADDRESS})`,
  `^\\s{0,9}<(${ADDRESS})>:\\s`,
  `\\bto=<(${ADDRESS})>`,
  `\\brcpt to:\\s?<(${ADDRESS})>`,
  `\\b[45]\\d\\d[ -][^\\n]{0,80}[<[](${ADDRESS})[>\\]]`,
].map(sign => new RegExp(sign, "imu"));

/** The address that the mail was for: where the report says so, else the first that is not the reporting system's own. */
function firstRecipient(text: string): string | null {
  const named = RECIPIENT_SIGNS.map(sign => sign.exec(text)?.[1]).find(found => found !== undefined);
  if (named !== undefined) return named;
  const body = text.replaceAll(HEADER_LINES, "");
  for (const [address] of body.matchAll(new RegExp(ADDRESS, "giu"))) {
    if (!/^(?:mailer-daemon|postmaster|microsoftexchange)/iu.test(address)) return address;
  }
  return null;
}

/** A report is addressed to whoever sent the mail. */
const HEADER_LINES =
  /^(?:from|to|cc|reply-to|return-path|sender|message-id|references|in-reply-to):[^\n]*/gimu;
