import type { RecordType } from "#lib/dns/answer.ts";
import { contains } from "#lib/values/ip-address.ts";
import { addressType } from "./match-address.ts";
import type { DomainSpec, SpfRecord } from "./record.ts";
import { directivesOf, macroText, modifierOf } from "./record.ts";
import type { Session } from "./session.ts";
import { isWellFormedDomain, lookupName, withoutFinalDot } from "./target-name.ts";

/**
 * Starts the first look-ups of a record's terms all at once, as far as evaluation can get: up to the first
 * term that is sure to match, and no more than the ten allow. Nothing is counted here; counting follows the
 * order of the record (RFC 7208 4.6.4).
 */
export function prefetch(record: SpfRecord, domain: string, session: Session): void {
  let left = session.limits.lookups - session.spent().lookups;
  const start = (spec: DomainSpec | null, type: RecordType) => {
    left -= 1;
    const name = spec === null ? domain : plainName(spec);
    if (left >= 0 && name !== null) session.prefetch(lookupName(name), type);
  };
  for (const directive of directivesOf(record)) {
    switch (directive.name) {
      case "all":
        return;
      case "ip4":
      case "ip6":
        if (contains(directive.block, session.ip)) return;
        break;
      case "include":
        start(directive.domain, "TXT");
        break;
      case "a":
        start(directive.domain, addressType(session.ip));
        break;
      case "mx":
        start(directive.domain, "MX");
        break;
      case "exists":
        start(directive.domain, "A");
        break;
      case "ptr":
        left -= 1;
    }
  }
  const redirect = modifierOf(record, "redirect");
  if (redirect !== null) start(redirect.domain, "TXT");
}

/** The name of a domain-spec without macros; those depend on the message and are expanded in their turn. */
function plainName(spec: DomainSpec): string | null {
  if (spec.some(part => part.kind !== "literal")) return null;
  const name = withoutFinalDot(macroText(spec));
  return isWellFormedDomain(name) ? name : null;
}
