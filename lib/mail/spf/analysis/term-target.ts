import { addressOf } from "#lib/values/ip-address.ts";
import { usesMacro } from "../macro.ts";
import type { DomainSpec } from "../record.ts";
import { macroText } from "../record.ts";
import { recogniseService, type SpfService } from "../services.ts";
import { lookupName, targetName } from "../target-name.ts";

/** The name a term asks for, as far as it is the same for every message. */
export type TermTarget =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "dynamic" }
  | { readonly kind: "malformed" };

/** Letters that no scan of a domain can fill in, and must not try to with somebody's local part. */
const OF_THE_MESSAGE = "slipvhcrt";

/** Expands a domain-spec for `domain` in a record that the scan of `scanned` has come to. */
export function termTarget(spec: DomainSpec | null, domain: string, scanned: string): TermTarget {
  if (spec === null) return { kind: "name", name: domain };
  if (usesMacro(spec, OF_THE_MESSAGE)) return { kind: "dynamic" };
  const name = targetName(spec, { ...NOTHING, domain, senderDomain: scanned });
  return name === null ? { kind: "malformed" } : { kind: "name", name: lookupName(name) };
}

/** The service behind a target, by the part of it that is the same for every message. */
export function serviceBehind(spec: DomainSpec | null): SpfService | null {
  if (spec === null) return null;
  const last = spec.at(-1);
  if (last?.kind !== "literal") return null;
  // What stands before the first dot behind a macro is only part of a label.
  const text = spec.length === 1 ? macroText(spec) : last.text.slice(last.text.indexOf(".") + 1);
  return recogniseService(text.toLowerCase().replace(/\.$/u, ""));
}

/** Values of the letters that are never asked for here. */
const NOTHING = {
  sender: "",
  localPart: "",
  ip: addressOf([0, 0, 0, 0]),
  helo: "",
  validatedName: "",
  receiver: "",
  timestamp: 0,
};
