import { liveResolver } from "#lib/dns/resolvers/live.ts";
import type { DnsServer } from "#lib/dns/transports/server.ts";
import type { SendingEgress } from "#lib/net/egress.ts";
import { createEgress } from "#lib/net/https-egress.ts";
import type { Clock } from "#lib/values/clock.ts";

export interface WebhookEgressOptions {
  /** Asked anew for each message: networks change. */
  readonly servers: () => readonly DnsServer[];
  readonly clock: Clock;
}

/** A receiver may do some work before it answers; more than a check of a domain would wait for. */
const DEADLINES = { headersMs: 10_000 };

/** The way to webhooks: names are looked up by the servers of the house, anew each time. */
export function createWebhookEgress({ servers, clock }: WebhookEgressOptions): SendingEgress {
  const egress = (): SendingEgress =>
    createEgress({ resolver: liveResolver({ servers: servers(), clock }), clock, deadlines: DEADLINES });
  return {
    get: (url, limits) => egress().get(url, limits),
    request: (url, request, limits) => egress().request(url, request, limits),
    check: url => egress().check(url),
  };
}
