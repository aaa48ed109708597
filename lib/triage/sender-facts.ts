import { reason } from "#lib/bounce/reasons.ts";
import { blocklistById, type ListRow } from "#lib/mail/dnsbl/index.ts";
import type { Asked, KeyEvidence, SenderEvidence, SpfEvidence } from "./evidence.ts";
import { type Fact, type FactTopic, fact, unknownFact } from "./facts.ts";

/** What DNS says today about the sending address and the sender's domain. */
export const senderFacts = (sender: SenderEvidence): readonly Fact[] => [
  ...spfFacts(sender),
  ...keyFacts(sender),
  ...dmarcFacts(sender),
  ...listFacts("address-lists", sender.ip, sender.addressLists),
  ...listFacts("domain-lists", sender.domain, sender.domainLists),
  ...reverseFacts(sender),
  ...returnPathFacts(sender),
];

function spfFacts({ spf }: SenderEvidence): readonly Fact[] {
  if (!spf.ok) return [unknownFact("spf", spf.because)];
  const { ip, domain, result } = spf.value;
  switch (result) {
    case "pass":
      return [fact("spf", "good", reason("spf-passes", { ip, domain }))];
    case "none":
      return [fact("spf", "bad", reason("spf-missing", { domain }))];
    case "permerror":
      return [fact("spf", "bad", reason("spf-broken", { domain }))];
    default:
      return [fact("spf", "bad", reason("spf-fails", { ip, domain, result }))];
  }
}

function keyFacts({ keys }: SenderEvidence): readonly Fact[] {
  if (!keys.ok) return [unknownFact("dkim", keys.because)];
  if (keys.value.length === 0) return [fact("dkim", "bad", reason("not-signed", {}))];
  return keys.value.map(keyFact);
}

function keyFact({ key, selector, domain }: KeyEvidence): Fact {
  if (!key.ok) return unknownFact("dkim", key.because);
  if (key.value === "usable") return fact("dkim", "good", reason("key-usable", { selector, domain }));
  const code = key.value === "unusable" ? "key-unusable" : "key-missing";
  return fact("dkim", "bad", reason(code, { selector, domain }));
}

/** DMARC passes by SPF or by DKIM, each with a domain that counts for the visible sender (RFC 9989 4.4). */
function dmarcFacts(sender: SenderEvidence): readonly Fact[] {
  const { dmarc, domain } = sender;
  if (!dmarc.ok) return [unknownFact("dmarc", dmarc.because)];
  if (domain === null) return [];
  const { policy } = dmarc.value;
  const wish =
    policy === null || policy === "none"
      ? fact("dmarc", "neutral", reason("dmarc-asks-nothing", { domain }))
      : fact("dmarc", "neutral", reason("dmarc-asks-for", { domain, policy }));
  return [passFact(sender, domain), wish].filter(one => one !== null);
}

function passFact({ spf, keys, dmarc }: SenderEvidence, domain: string): Fact | null {
  const bySpf = passesBySpf(spf, dmarc.ok ? dmarc.value.spfAligned : null);
  if (bySpf === true) return fact("dmarc", "good", reason("dmarc-can-pass", { domain, by: "SPF" }));
  const byDkim = passesByDkim(keys);
  if (byDkim === true) return fact("dmarc", "good", reason("dmarc-can-pass", { domain, by: "DKIM" }));
  return bySpf === false && byDkim === false
    ? fact("dmarc", "bad", reason("dmarc-cannot-pass", { domain }))
    : null;
}

/** Null where it is not known. */
const passesBySpf = (spf: Asked<SpfEvidence>, aligned: Asked<boolean> | null): boolean | null => {
  if (spf.ok && spf.value.result !== "pass") return false;
  if (!spf.ok || aligned === null || !aligned.ok)
    return aligned?.ok === true && !aligned.value ? false : null;
  return aligned.value;
};

/** A signature with a usable key may verify; one without cannot. */
const passesByDkim = (keys: Asked<readonly KeyEvidence[]>): boolean | null => {
  if (!keys.ok) return null;
  const each = keys.value.map(({ key, aligned }) => {
    if (key.ok && aligned.ok) return key.value === "usable" && aligned.value;
    return (key.ok && key.value !== "usable") || (aligned.ok && !aligned.value) ? false : null;
  });
  if (each.includes(true)) return true;
  return each.includes(null) ? null : false;
};

/** Lists below this weight are used by too few to be behind a refusal. */
const COUNTING_WEIGHT = 2;

function listFacts(topic: FactTopic, entry: string | null, rows: Asked<readonly ListRow[]>): readonly Fact[] {
  if (!rows.ok) return [unknownFact(topic, rows.because)];
  if (entry === null || rows.value.length === 0) return [];
  const listed = rows.value.filter(isListed).map(({ list }) => blocklistById(list)?.name ?? list);
  const isAddress = topic === "address-lists";
  if (listed.length > 0) {
    const found = isAddress
      ? reason("ip-listed", { ip: entry, lists: listed })
      : reason("domain-listed", { domain: entry, lists: listed });
    return [fact(topic, "bad", found)];
  }
  const asked = rows.value.filter(
    ({ verdict }) => verdict.result === "not-listed" || verdict.result === "informational",
  ).length;
  // A list that did not answer says nothing; where none did, nothing is known.
  if (asked === 0) return [unknownFact(topic, "dns-failed")];
  const found = isAddress
    ? reason("ip-not-listed", { ip: entry, asked })
    : reason("domain-not-listed", { domain: entry, asked });
  return [fact(topic, "good", found)];
}

const isListed = ({ list, verdict }: ListRow): boolean =>
  verdict.result === "listed" && (blocklistById(list)?.weight ?? 0) >= COUNTING_WEIGHT;

function reverseFacts({ reverse, ip }: SenderEvidence): readonly Fact[] {
  if (!reverse.ok) return [unknownFact("reverse", reverse.because)];
  if (ip === null) return [];
  const { names, confirmed } = reverse.value;
  const [name] = names;
  if (name === undefined) return [fact("reverse", "bad", reason("reverse-missing", { ip }))];
  return confirmed === null
    ? [fact("reverse", "bad", reason("reverse-unconfirmed", { ip, name }))]
    : [fact("reverse", "good", reason("reverse-confirmed", { ip, name: confirmed }))];
}

function returnPathFacts({ returnPath, spf, domain }: SenderEvidence): readonly Fact[] {
  if (!returnPath.ok) return [unknownFact("return-path", returnPath.because)];
  const name = spf.ok ? spf.value.domain : domain;
  if (name === null) return [];
  return returnPath.value === "takes-mail"
    ? [fact("return-path", "good", reason("return-path-takes-mail", { domain: name }))]
    : [fact("return-path", "bad", reason("return-path-takes-no-mail", { domain: name }))];
}
