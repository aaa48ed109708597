import { blocklistVerdict, isCorroborated } from "#lib/scan/blocklist-outcomes.ts";
import type { Finding } from "#lib/scan/finding.ts";
import { findingOf } from "#lib/scan/judge.ts";
import { isPublicAddress } from "#lib/scan/public-address.ts";
import { checkById } from "#lib/scan/registry.ts";
import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import type { ServiceContext } from "../context.ts";
import { chargeForWork } from "../limits/charges.ts";
import { spend } from "../limits/spend.ts";
import { ServiceError } from "../service-error.ts";

export interface BlocklistAnswer {
  /** The address or domain as it was asked for. */
  readonly entry: string;
  readonly findings: readonly Finding[];
}

/**
 * Asks every list about one address or domain; paid for like a scan. Refuses with `invalid` what is neither or not
 * public, and with `limited`.
 */
export async function lookUpBlocklists({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: { readonly entry: string };
}): Promise<BlocklistAnswer> {
  const { entry, role } = readEntry(input.entry.trim());
  await spend(ctx, ctx.database.db, chargeForWork(ctx));
  const rows = await ctx.lookUpLists(entry);
  const check = checkById(role === "domain" ? "domain-blocklist" : "ip-blocklist");
  if (check === undefined) throw new Error("the blocklist checks are registered");
  const corroborated = isCorroborated(rows);
  return {
    entry,
    findings: rows.map(row => findingOf(check, blocklistVerdict(row, role, null, corroborated))),
  };
}

function readEntry(text: string): { readonly entry: string; readonly role: "given" | "domain" } {
  const address = parseIpAddress(text);
  if (address !== null) {
    if (isPublicAddress(address.text)) return { entry: address.text, role: "given" };
    throw invalid(`${address.text} is a private or reserved address. Blocklists only know public ones.`);
  }
  const domain = parseDomainInput(text);
  if (domain.ok) return { entry: domain.value.domain, role: "domain" };
  throw invalid(domainInputMessage(domain.error));
}

const invalid = (text: string) => new ServiceError("invalid", text, { field: "entry" });
