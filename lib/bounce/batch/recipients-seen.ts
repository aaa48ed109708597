import type { BounceReading } from "../failure.ts";
import type { JudgedFailure } from "../parse-bounce.ts";
import { canBeRankedAgain } from "../rank-again.ts";
import { type Reason, reason } from "../reasons.ts";

/**
 * What a batch tells about the other recipients of a domain. One refused address is most likely wrong; when all of a
 * domain are refused alike, the fault is more likely the domain's, and when others get through, it is the address.
 */
export class RecipientsSeen {
  readonly #refused = new Map<string, Set<string>>();
  readonly #reached = new Map<string, Set<string>>();
  /** Addresses that failed, by whether mail got through to them afterwards. */
  readonly #failed = new Map<string, boolean>();

  /** Notes whom a report names as reached. Every reading goes through here, in the order of the input. */
  noteReading({ failures }: BounceReading): void {
    for (const { recipient, event } of failures) {
      if (recipient === null || (event !== "delivered" && event !== "relayed")) continue;
      const address = addressKey(recipient);
      add(this.#reached, domainOf(address), address);
      if (this.#failed.has(address)) this.#failed.set(address, true);
    }
  }

  noteFailure(failure: JudgedFailure): void {
    if (failure.recipient === null) return;
    const address = addressKey(failure.recipient);
    this.#failed.set(address, false);
    if (canBeRankedAgain(failure)) add(this.#refused, domainOf(address), address);
  }

  /** For a directory refusal, once everything has been read. */
  evidenceAbout(recipient: string): readonly Reason[] {
    const domain = domainOf(recipient.toLowerCase());
    const reached = this.#reached.get(domain)?.size ?? 0;
    const refused = this.#refused.get(domain)?.size ?? 0;
    if (reached > 0) return [reason("other-recipients-accepted", { count: reached })];
    return refused > 1 ? [reason("several-recipients-refused", { domain, count: refused })] : [];
  }

  /** Lower-case addresses whose last mail got through. */
  reachedAfterFailing(): readonly string[] {
    return [...this.#failed].filter(([, reached]) => reached).map(([address]) => address);
  }
}

/** A string of its own: a piece cut out of a mail would keep the whole mail in memory. */
const addressKey = (address: string): string => Buffer.from(address.toLowerCase()).toString();

/** Of an address in lower case; the whole text where there is no @. */
const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1);

function add(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}
