import type { BounceReading, DeliveryFailure } from "./failure.ts";
import { isGateway, providerOfHost } from "./provider.ts";
import { type Reason, reason } from "./reasons.ts";
import { domainOfAny } from "./words/addresses.ts";

/** What the report itself says for or against the causes of a directory refusal (550 5.4.1). DNS is asked elsewhere. */
export const evidence541 = (failure: DeliveryFailure, reading: BounceReading): readonly Reason[] => [
  ...fromOtherRecipients(failure, reading),
  ...fromAddress(failure, reading),
  ...fromRoute(failure),
];

const fromOtherRecipients = (failure: DeliveryFailure, reading: BounceReading): readonly Reason[] => {
  const domain = domainOfAny(failure.recipient);
  if (reading.failures.length <= 1) return [reason("single-recipient", {})];
  const { accepted, refused } = (domain === null ? undefined : countsOf(reading).get(domain)) ?? NONE;
  return [
    ...(accepted > 0 ? [reason("other-recipients-accepted", { count: accepted })] : []),
    ...(domain !== null && accepted === 0 && refused > 1
      ? [reason("several-recipients-refused", { domain, count: refused })]
      : []),
  ];
};

interface Counts {
  readonly accepted: number;
  readonly refused: number;
}

const NONE: Counts = { accepted: 0, refused: 0 };

/** Counted once a reading, because a report may name thousands of recipients. */
const countsOf = (reading: BounceReading): ReadonlyMap<string, Counts> => {
  const known = COUNTED.get(reading);
  if (known) return known;
  const counts = new Map<string, Counts>();
  for (const failure of reading.failures) {
    const domain = domainOfAny(failure.recipient);
    if (domain === null) continue;
    const { accepted, refused } = counts.get(domain) ?? NONE;
    const wasAccepted = failure.event === "delivered" || failure.event === "relayed";
    counts.set(domain, {
      accepted: accepted + (wasAccepted ? 1 : 0),
      refused: refused + (isDirectoryRefusal(failure) ? 1 : 0),
    });
  }
  COUNTED.set(reading, counts);
  return counts;
};

const COUNTED = new WeakMap<BounceReading, ReadonlyMap<string, Counts>>();

const isDirectoryRefusal = (failure: DeliveryFailure): boolean =>
  failure.event === "failed" &&
  (failure.replies[0]?.enhanced === "5.4.1" ||
    /recipient address(?:es)? rejected ?: ?access denied/i.test(failure.replies[0]?.text ?? ""));

const fromAddress = (failure: DeliveryFailure, reading: BounceReading): readonly Reason[] => {
  const { recipient, originalRecipient } = failure;
  if (recipient === null) return [];
  const domain = domainOfAny(recipient);
  const localPart = recipient.slice(0, recipient.lastIndexOf("@")).toLowerCase();
  const near = addressesThatWork(reading).find(other => isNearMiss(recipient, other));
  const forwarded = originalRecipient !== null && originalRecipient.toLowerCase() !== recipient.toLowerCase();
  return [
    ...(near ? [reason("near-miss", { address: near })] : []),
    ...(FUNCTION_ADDRESSES.has(localPart) ? [reason("function-address", { localPart })] : []),
    ...(domain?.endsWith(".onmicrosoft.com") ? [reason("hybrid-routing-address", { domain })] : []),
    ...(forwarded
      ? [reason("final-recipient-differs", { original: originalRecipient, final: recipient })]
      : originalRecipient === null
        ? []
        : [reason("recipient-unchanged", {})]),
  ];
};

const fromRoute = (failure: DeliveryFailure): readonly Reason[] => {
  const outer = failure.replies.slice(1).map(reply => reply.host);
  const gateway = [failure.reportingMta, ...outer]
    .map(providerOfHost)
    .find(provider => provider !== null && isGateway(provider));
  const label = tenantLabel(failure);
  const domain = domainOfAny(failure.recipient);
  return [
    ...(gateway ? [reason("gateway-wrote-report", { gateway })] : []),
    ...(label !== null && domain !== null && !labelFits(label, domain)
      ? [reason("tenant-label-differs", { label, domain })]
      : []),
  ];
};

/** "contoso-com" of contoso-com.mail.protection.outlook.com, the name under which Microsoft files a domain. */
const tenantLabel = (failure: DeliveryFailure): string | null => {
  const hosts = [failure.remoteMta, ...failure.replies.map(reply => reply.host)];
  for (const host of hosts) {
    const label = /^([a-z0-9-]+)\.mail\.protection\.outlook\.com\.?$/i.exec(host ?? "")?.[1];
    if (label !== undefined) return label.toLowerCase();
  }
  return null;
};

/** Sub-domains may share their parent's host, so a label that ends the dashed domain fits too. */
const labelFits = (label: string, domain: string): boolean => {
  const dashed = domain.replaceAll(".", "-");
  const bare = label.replace(/0[a-z0-9]{1,3}$/, "");
  return dashed === label || dashed.endsWith(`-${label}`) || dashed.startsWith(bare) || dashed.endsWith(bare);
};

/** Addresses named in the mail that were not refused: the one that was meant may be among them. */
const addressesThatWork = (reading: BounceReading): readonly string[] => {
  const compared = reading.failures.slice(0, MAX_COMPARED);
  const refused = new Set(
    compared.filter(({ event }) => event === "failed").map(({ recipient }) => recipient?.toLowerCase()),
  );
  const named = [...reading.message.to.slice(0, MAX_COMPARED), ...compared.map(({ recipient }) => recipient)];
  return named.flatMap(address => (address === null || refused.has(address.toLowerCase()) ? [] : [address]));
};

const MAX_COMPARED = 50;

/** One or two typing slips apart, but not the same. Bounded: addresses are short. */
const isNearMiss = (left: string, right: string): boolean => {
  const [one, two] = [left.toLowerCase(), right.toLowerCase()];
  if (one === two || Math.abs(one.length - two.length) > 2 || one.length > 254 || two.length > 254)
    return false;
  return domainOfAny(one) === domainOfAny(two) && slips(one, two) <= 2 && one.length > 8;
};

const slips = (one: string, two: string): number => {
  let previous = Array.from({ length: two.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= two.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (one[row - 1] === two[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[two.length] ?? 0;
};

/** Addresses that usually belong to a group, a shared mailbox or a public folder. */
const FUNCTION_ADDRESSES: ReadonlySet<string> = new Set(
  (
    "abuse accounting accounts admin all alle bestellung billing bookings buchhaltung careers company contact contacto contatti " +
    "customerservice datenschutz einkauf empfang events everyone facturation feedback finance helpdesk hello help hr info " +
    "invoice invoices it jobs kontakt kundenservice mail marketing news newsletter office order orders payroll personal " +
    "postmaster press presse privacy purchasing receipts reception rechnung rechnungen sales security service services " +
    "staff support team ventas verkauf vertrieb webmaster ventes verwaltung"
  ).split(" "),
);
