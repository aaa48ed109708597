/** Where the TXT record stands that proves control of a domain. */
export const challengeName = (domain: string): string => `_mailtriage-challenge.${domain}`;
