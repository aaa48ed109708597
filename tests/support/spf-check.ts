import type { Fault } from "#lib/dns/resolvers/zone.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { checkHost, type SpfOptions, type SpfOutcome, type SpfQuery } from "#lib/mail/spf/check-host.ts";
import { systemClock } from "#lib/values/clock.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";

export interface SpfCase {
  readonly ip?: string;
  readonly mailFrom?: string;
  readonly helo?: string;
  readonly receiver?: string;
  readonly faults?: readonly Fault[];
  readonly options?: Partial<Pick<SpfOptions, "limits" | "clock">>;
}

/** check_host() over a zone, with a client and an identity that most cases share. */
export function checkIn(zone: string, one: SpfCase = {}): Promise<SpfOutcome> {
  const ip = parseIpAddress(one.ip ?? "192.0.2.3");
  if (ip === null) throw new Error(`${one.ip} is no address`);
  const query: SpfQuery = {
    ip,
    mailFrom: one.mailFrom ?? "strong-bad@email.example.com",
    helo: one.helo ?? "mx.example.org",
    ...(one.receiver === undefined ? {} : { receiver: one.receiver }),
  };
  const resolver = zoneResolver(zone, { faults: one.faults ?? [] });
  return checkHost(query, { resolver, clock: systemClock, ...one.options });
}

/** One TXT record in master-file form, cut into strings that are not too long. */
export const txt = (name: string, text: string): string =>
  `${name}. 300 IN TXT ${(text.match(/.{1,200}/gsu) ?? [""]).map(part => `"${escaped(part)}"`).join(" ")}\n`;

const escaped = (text: string): string =>
  text.replaceAll(/["\\]|[^\x20-\x7e]/gu, char => `\\${String(char.charCodeAt(0)).padStart(3, "0")}`);
