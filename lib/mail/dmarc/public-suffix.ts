import { getDomain } from "tldts";

/**
 * The organizational domain by the public suffix list (RFC 7489 3.2), its private section included; the domain
 * itself when it is a public suffix.
 */
export const organizationalDomainByList = (domain: string): string =>
  getDomain(domain, { allowPrivateDomains: true, validateHostname: false }) ?? domain;

/** Whether anybody can register names below this one. */
export const isPublicSuffix = (domain: string): boolean =>
  getDomain(domain, { allowPrivateDomains: true, validateHostname: false }) === null;
