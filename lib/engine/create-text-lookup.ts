import { isFailure, joinedText, type LookupFailure, recordsOf } from "#lib/dns/answer.ts";
import { liveResolver } from "#lib/dns/resolvers/live.ts";
import { sampleAware } from "#lib/dns/resolvers/sample.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import type { DnsServer } from "#lib/dns/transports/server.ts";
import type { Clock } from "#lib/values/clock.ts";

export interface TextLookupOptions {
  readonly servers: () => readonly DnsServer[];
  /** What the names under .example see; null: they are asked like any other. */
  readonly sample: Resolver | null;
  readonly clock: Clock;
}

/** The texts at a name, each with its strings joined, none where there is none; or why they could not be had. */
export type TextAnswer =
  | { readonly ok: true; readonly texts: readonly string[] }
  | { readonly ok: false; readonly failure: LookupFailure };

/** Looks TXT records up outside a scan. Never rejects, remembers nothing. */
export type TextLookup = (name: string) => Promise<TextAnswer>;

export const createTextLookup =
  ({ servers, sample, clock }: TextLookupOptions): TextLookup =>
  name => {
    const live = liveResolver({ servers: servers(), clock });
    return readTexts(sample === null ? live : sampleAware(name, { live, sample }), name);
  };

/** The same over any resolver. */
export async function readTexts(resolver: Resolver, name: string): Promise<TextAnswer> {
  const answer = await resolver.lookup(name, "TXT");
  if (isFailure(answer)) return { ok: false, failure: answer.status };
  return { ok: true, texts: recordsOf(answer).map(joinedText) };
}
