import { dnsProviderById } from "./dns-provider.ts";
import type { Fix, FixContext, FixParty, FixRecord } from "./finding.ts";

/** Where the domain's DNS is edited, as the first step of a fix. */
export function whereToEdit(context: FixContext): string {
  const provider = dnsProviderById(context.dnsProvider);
  return provider === null
    ? `Open the DNS settings of ${context.domain} at whoever runs its name servers.`
    : `Open the DNS settings of ${context.domain} (${provider.edit}).`;
}

/**
 * A fix that is done by editing records: where, then what, then what to leave alone. Steps given in `then`
 * follow.
 */
export function publishFix(
  context: FixContext,
  records: readonly FixRecord[],
  then: readonly string[] = [],
  who: FixParty = "dns-admin",
): Fix {
  return { who, steps: [whereToEdit(context), ...records.map(stepFor), ...then], records };
}

function stepFor({ action, name, type, value, replaces }: FixRecord): string {
  switch (action) {
    case "create":
      return `Create the ${type} record ${name} with the value below. Leave the other records as they are.`;
    case "replace":
      return `At ${name}, change the ${type} record “${shortened(replaces ?? "")}” to the value below. Leave other ${type} records there as they are.`;
    case "delete":
      return `At ${name}, delete the ${type} record “${shortened(replaces ?? value)}”.`;
  }
}

const LONGEST_SHOWN = 120;

const shortened = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
