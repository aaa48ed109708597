import type { RecordTerm } from "./scan-view.ts";

/**
 * What each term of a published record means, in plain words. Knows SPF (RFC 7208), DMARC (RFC 9989), DKIM
 * (RFC 6376), MTA-STS (RFC 8461), TLS-RPT (RFC 8460) and BIMI; empty for anything else.
 */
export function recordTerms(record: string): readonly RecordTerm[] {
  if (/^v=spf1(?: |$)/iu.test(record))
    return record.split(/ +/u).map(text => ({ text, meaning: spfMeaning(text) }));
  const tags = record
    .split(";")
    .map(text => text.trim())
    .filter(text => text !== "");
  const version = /^v\s*=\s*(\w+)/u.exec(tags[0] ?? "")?.[1]?.toLowerCase() ?? "";
  const meanings = own(TAGS, version);
  if (meanings === undefined) return [];
  return tags.map(text => ({ text, meaning: tagMeaning(text, meanings) }));
}

const QUALIFIERS: Readonly<Record<string, string>> = {
  "+": "may send",
  "-": "may not send",
  "~": "may probably not send (softfail)",
  "?": "may or may not send (neutral)",
};

/** What one term of an SPF record means (RFC 7208 5 and 6), in a sentence. */
export function spfMeaning(term: string): string {
  const match = /^([+\-~?]?)([a-z0-9]+)(?:[:=/]|$)/iu.exec(term);
  const qualifier = QUALIFIERS[match?.[1] ?? ""] ?? "may send";
  const rest = term.replace(/^[^:=/]*[:=]?/u, "");
  switch (match?.[2]?.toLowerCase()) {
    case "v":
      return "This is an SPF record.";
    case "all":
      return `Everybody else ${qualifier}.`;
    case "include":
      return `Whoever ${rest} lets send ${qualifier}.`;
    case "a":
      return `The addresses of ${rest.split("/")[0] || "this name"} ${qualifier}.`;
    case "mx":
      return `The mail servers of ${rest.split("/")[0] || "this name"} ${qualifier}.`;
    case "ip4":
    case "ip6":
      return `${rest.includes("/") ? "The addresses" : "The address"} ${rest} ${qualifier}.`;
    case "exists":
      return `Whoever a lookup under ${rest} confirms ${qualifier}.`;
    case "ptr":
      return "Whoever has a matching reverse name; do not use it any more.";
    case "redirect":
      return `The record of ${rest} is used instead.`;
    case "exp":
      return `The explanation for refused mail stands at ${rest}.`;
    default:
      return "A term that SPF does not define; receivers pass over it.";
  }
}

type Meanings = Readonly<Record<string, string | ((value: string) => string)>>;

function tagMeaning(tag: string, meanings: Meanings): string {
  const [name = "", value = ""] = tag.split(/=(.*)/su).map(part => part.trim());
  const meaning = own(meanings, name.toLowerCase());
  if (meaning === undefined) return "A tag without a meaning here; receivers pass over it.";
  return typeof meaning === "string" ? meaning : meaning(value);
}

/** Keys come from a record: only those of the table itself count, not what every object has. */
const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const POLICIES: Readonly<Record<string, string>> = {
  none: "do nothing",
  quarantine: "treat it as spam",
  reject: "refuse it",
};
const policy =
  (whose: string) =>
  (value: string): string =>
    `${whose} that fails the test: ${own(POLICIES, value.toLowerCase()) ?? "unknown wish"}.`;
const alignment =
  (what: string) =>
  (value: string): string =>
    value.toLowerCase() === "s"
      ? `${what} has to be exactly the domain in the From line.`
      : `${what} may be another name of the same organization.`;

const TAGS: Readonly<Record<string, Meanings>> = {
  dmarc1: {
    v: "This is a DMARC record.",
    p: policy("Mail in this domain’s name"),
    sp: policy("Mail in the name of its sub-domains"),
    np: policy("Mail in the name of sub-domains that do not exist"),
    rua: "Where daily summaries are sent.",
    ruf: "Where reports on single messages are sent; hardly anyone sends them.",
    adkim: alignment("The signing domain"),
    aspf: alignment("The envelope domain"),
    fo: "When to report on single messages.",
    t: "“y” asks receivers to be one step milder while testing.",
    psd: "Whether this name is a suffix under which others register.",
    pct: "A share of mail to which the policy applies; no longer used.",
    rf: "A report format; no longer used.",
    ri: "A report interval; no longer used.",
  },
  dkim1: {
    v: "This is a DKIM key.",
    k: "The kind of key.",
    p: value => (value === "" ? "Empty: the key is revoked." : "The public key."),
    t: "Flags: “y” means testing, “s” means no sub-domains.",
    h: "The hash functions it may be used with.",
    s: "The services it may be used for.",
    n: "A note for people.",
  },
  stsv1: { v: "This domain has an MTA-STS policy.", id: "Changes whenever the policy changes." },
  tlsrptv1: { v: "Reports on encryption failures are wanted.", rua: "Where they are sent." },
  bimi1: {
    v: "This is a BIMI record.",
    l: "Address of the logo.",
    a: "Address of the certificate for the logo.",
    avp: "Whether a personal or a brand picture is preferred.",
  },
};
