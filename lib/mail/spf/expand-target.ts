import type { MacroValues } from "./macro.ts";
import { usesMacro } from "./macro.ts";
import type { Stop } from "./outcome.ts";
import type { DomainSpec, MacroString } from "./record.ts";
import type { Session } from "./session.ts";
import { targetName } from "./target-name.ts";
import { nameForMacro, validatedNames } from "./validated-names.ts";

/** The <target-name> of a term, or why it has none. */
export type Target =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "unusable"; readonly because: "malformed" | "local-part" };

/** Expands the domain-spec of a term (RFC 7208 4.8, 7). */
export async function expandTarget(
  spec: DomainSpec,
  domain: string,
  session: Session,
): Promise<Target | Stop> {
  // RFC 8616 4: with a non-ASCII local part, "terms that include %{s} or %{l} do not match anything".
  if (session.identity.nonAsciiLocalPart && usesMacro(spec, "sl")) {
    return { kind: "unusable", because: "local-part" };
  }
  const values = await macroValues(spec, domain, session);
  if ("kind" in values) return values;
  const name = targetName(spec, values);
  return name === null ? { kind: "unusable", because: "malformed" } : { kind: "name", name };
}

/** The values for one macro-string; the reverse look-ups behind `%{p}` are made only where it is used. */
export async function macroValues(
  parts: MacroString,
  domain: string,
  session: Session,
): Promise<MacroValues | Stop> {
  const { clock, identity, ip, receiver } = session;
  let validatedName = "unknown";
  if (usesMacro(parts, "p")) {
    const names = await validatedNames(domain, session);
    if ("kind" in names) return names;
    validatedName = nameForMacro(names.validated, domain);
  }
  const { sender, localPart, senderDomain, helo } = identity;
  const timestamp = Math.floor(clock.now().getTime() / 1000);
  return { sender, localPart, senderDomain, domain, ip, helo, validatedName, receiver, timestamp };
}
