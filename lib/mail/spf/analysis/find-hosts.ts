import type { FailedAnswer } from "#lib/dns/answer.ts";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Known, known, unknownFor } from "../../known.ts";
import type { Found } from "./tree.ts";

/** MX hosts whose addresses are looked up; more than ten are an error anyway (RFC 7208 4.6.4). */
const MOST_MX_HOSTS = 20;

/** What an `a` finds: void only when neither family has an address. */
export async function findA(name: string, resolver: Resolver): Promise<Known<Found>> {
  const { addresses, failed } = await addressesOf(name, resolver);
  // One family that answers with addresses is enough to know that there are any.
  if (addresses.length === 0 && failed.length > 0) return unknownFor(...failed);
  return known({ void: addresses.length === 0, mxNames: 0, addresses, complete: failed.length === 0 });
}

/** What an `exists` finds; its addresses mean nothing. */
export async function findExists(name: string, resolver: Resolver): Promise<Known<Found>> {
  const answer = await resolver.lookup(name, "A");
  if (isFailure(answer)) return unknownFor(answer);
  return known({ void: recordsOf(answer).length === 0, mxNames: 0, addresses: [], complete: true });
}

/** What an `mx` finds. Only with `hosts` are the addresses of its hosts looked up. */
export async function findMx(name: string, hosts: boolean, resolver: Resolver): Promise<Known<Found>> {
  const answer = await resolver.lookup(name, "MX");
  if (isFailure(answer)) return unknownFor(answer);
  const names = recordsOf(answer).map(record => record.exchange);
  const named = hosts ? names.filter(host => host !== ".") : [];
  const found = await Promise.all(named.slice(0, MOST_MX_HOSTS).map(host => addressesOf(host, resolver)));
  return known({
    void: names.length === 0,
    mxNames: names.length,
    addresses: [...new Set(found.flatMap(one => one.addresses))],
    complete: hosts && named.length <= MOST_MX_HOSTS && found.every(one => one.failed.length === 0),
  });
}

/** The addresses of both families, and the look-ups that failed. */
async function addressesOf(name: string, resolver: Resolver) {
  const [a, aaaa] = await Promise.all([resolver.lookup(name, "A"), resolver.lookup(name, "AAAA")]);
  const failed: FailedAnswer[] = [];
  if (isFailure(a)) failed.push(a);
  if (isFailure(aaaa)) failed.push(aaaa);
  return { addresses: [...recordsOf(a), ...recordsOf(aaaa)], failed };
}
