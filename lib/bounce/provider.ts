import { providerById, recogniseProvider as providerOfMailExchanger } from "#lib/mail/mx/provider.ts";
import replyHosts from "../../data/reply-hosts.json" with { type: "json" };
import type { DeliveryFailure, Reply } from "./failure.ts";
import { indexPatterns } from "./pattern-index.ts";
import { PROVIDER_MARKERS } from "./provider-markers.ts";

/**
 * Which mail system wrote a reply, before its codes are read: by its signature in the words, by the host that said
 * it, or for mailboxes of the large consumer services by the recipient's domain. Null where nothing tells.
 */
export const recogniseProvider = (reply: Reply, failure: DeliveryFailure): string | null => {
  const signed = signatureOf(reply.text);
  const bySpeaker =
    signed && !signed.weak ? signed.provider : (providerOfHost(reply.host) ?? signed?.provider ?? null);
  const provider =
    bySpeaker ??
    (isInnermost(reply, failure) ? providerOfHost(failure.remoteMta) : null) ??
    (reply.host === null && failure.remoteMta === null ? providerOfRecipient(failure.recipient) : null);
  return provider === null ? null : consumerTwin(provider, failure.recipient);
};

/** The provider that a host name belongs to: the MX table first, then hosts known from replies. Null where unknown. */
export const providerOfHost = (host: string | null): string | null => {
  if (host === null) return null;
  const name = host.toLowerCase().replace(/\.$/, "");
  const exchanger = providerOfMailExchanger(name);
  if (exchanger !== null && exchanger.type !== "special") return exchanger.id;
  for (let suffix = name; suffix.includes("."); suffix = suffix.slice(suffix.indexOf(".") + 1)) {
    const provider = REPLY_HOSTS.get(suffix);
    if (provider !== undefined) return provider;
  }
  return null;
};

/** The provider of a mailbox whose domain belongs to one provider only: "x@gmail.com". */
export const providerOfRecipient = (recipient: string | null): string | null =>
  recipient === null
    ? null
    : (RECIPIENT_DOMAINS.get(recipient.slice(recipient.lastIndexOf("@") + 1).toLowerCase()) ?? null);

/** Gateways filter for another system and pass its replies on: their own name in a report says little. */
export const isGateway = (provider: string): boolean => providerById(provider)?.type === "gateway";

/** The name of a provider for people, or its id where no name is known. */
export const providerName = (provider: string): string =>
  providerById(provider)?.name ?? NAMES.get(provider) ?? provider;

const signatureOf = (text: string) => {
  const lower = text.toLowerCase();
  return MARKERS.candidates(lower).find(marker => marker.text.test(lower)) ?? null;
};

const isInnermost = (reply: Reply, failure: DeliveryFailure): boolean => failure.replies[0] === reply;

/** Both Microsoft services, and both Google ones, answer with the same hosts; the recipient's domain tells them apart. */
export const consumerTwin = (provider: string, recipient: string | null): string => {
  const mailbox = providerOfRecipient(recipient);
  if (provider === "microsoft365" && mailbox === "outlook-consumer") return mailbox;
  if (provider === "google-workspace" && mailbox === "gmail") return mailbox;
  return provider;
};

const MARKERS = indexPatterns(PROVIDER_MARKERS, marker => marker.text);

const REPLY_HOSTS: ReadonlyMap<string, string> = new Map(
  replyHosts.hosts.map(entry => [entry.pattern, entry.provider_id]),
);

const RECIPIENT_DOMAINS: ReadonlyMap<string, string> = new Map(
  replyHosts.recipientDomains.flatMap(({ domains, provider_id: provider }) =>
    domains.map((domain): [string, string] => [domain, provider]),
  ),
);

const NAMES: ReadonlyMap<string, string> = new Map(
  replyHosts.hosts.map(entry => [entry.provider_id, entry.name]),
);
