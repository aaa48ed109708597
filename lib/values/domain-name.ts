import { mixesScripts, toAscii, toUnicodeForm } from "./idna.ts";
import { parseIpAddress } from "./ip-address.ts";
import { pastedHost } from "./pasted-host.ts";
import { err, ok, type Result } from "./result.ts";
import { specialUseSuffix } from "./special-use-names.ts";

/** A registered-style host name in A-label form: lower-case, no final dot, at least two labels. */
export type DomainName = string & { readonly __brand: "DomainName" };

export interface DomainInput {
  readonly domain: DomainName;
  /** The name in its own script when it is an internationalised one. */
  readonly unicode: string | null;
  /** A label mixes scripts as look-alike names do: show both forms. */
  readonly mixedScripts: boolean;
}

export const DOMAIN_INPUT_ERRORS = [
  "empty",
  "sentence",
  "ip-address",
  "single-label",
  "special-use",
  "empty-label",
  "label-too-long",
  "name-too-long",
  "invalid-character",
  "misplaced-hyphen",
  "invalid-idn",
] as const;

export interface DomainInputError {
  readonly code: (typeof DOMAIN_INPUT_ERRORS)[number];
  /** The suffix, label, character or text that is at fault. */
  readonly part: string;
}

/** Longer pastes are no domain; they are refused before any work is done on them. */
const MAX_PASTED = 2048;

/**
 * Finds the domain in what a person typed or pasted: a domain in any case and script, a URL, an e-mail
 * address. Special-use names (RFC 6761) are refused before any packet is sent, ".example" (the sample zone)
 * excepted.
 */
export function parseDomainInput(text: string): Result<DomainInput, DomainInputError> {
  if (text.length > MAX_PASTED) return err({ code: "sentence", part: text.slice(0, 80) });
  const host = pastedHost(text);
  if (host === "") return err({ code: "empty", part: "" });
  if (isIpAddress(host)) return err({ code: "ip-address", part: host });
  if (/\s/u.test(host)) return err({ code: "sentence", part: host.slice(0, 80) });
  const name = parseHostName(host);
  if (!name.ok) return name;
  const ascii = name.value;
  if (isIpAddress(ascii)) return err({ code: "ip-address", part: ascii });
  const special = specialUseSuffix(ascii);
  if (special !== null) return err({ code: "special-use", part: special });
  if (!ascii.includes(".")) return err({ code: "single-label", part: ascii });
  const unicode = toUnicodeForm(ascii);
  return ok({ domain: branded(ascii), unicode, mixedScripts: unicode !== null && mixesScripts(unicode) });
}

/**
 * Reads a host name of letters, digits and hyphens (RFC 1123 2.1) or an internationalised one (UTS 46) into
 * lower-case A-labels without the final dot. Special-use names and single labels are host names too.
 */
export function parseHostName(text: string): Result<string, DomainInputError> {
  const name = text.replace(/[.\u3002\uff0e\uff61]$/u, "");
  const character = /(?![a-z0-9.-])\p{ASCII}/iu.exec(name)?.[0];
  if (character !== undefined) return err({ code: "invalid-character", part: character });
  if (name === "") return err({ code: "empty", part: "" });
  const ascii = toAscii(name);
  if (ascii === null) return err({ code: "invalid-idn", part: name });
  for (const label of ascii.split(".")) {
    if (label === "") return err({ code: "empty-label", part: name });
    if (label.length > 63) return err({ code: "label-too-long", part: label });
    if (label.startsWith("-") || label.endsWith("-")) return err({ code: "misplaced-hyphen", part: label });
  }
  return ascii.length > 253 ? err({ code: "name-too-long", part: ascii }) : ok(ascii);
}

/** Whether the domain belongs to the sample zone, which is answered without any network. */
export const isSampleDomain = (domain: string): boolean => domain.endsWith(".example");

/** The domain in its own script when it is an internationalised one, else null. */
export const toUnicode = (domain: DomainName): string | null => toUnicodeForm(domain);

/** Strict addresses, and every text that some program reads as one: "[::1]", "127.1", "0x7f.1", "2130706433". */
function isIpAddress(host: string): boolean {
  const bare = host.replace(/^\[(?:ipv6:)?|\]$/giu, "").replace(/%.*$/u, "");
  return (
    host.startsWith("[") || parseIpAddress(bare) !== null || /(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$/iu.test(host)
  );
}

/** Only `parseDomainInput` calls this, once every rule of the type has been checked. */
const branded = (name: string): DomainName => name as DomainName;
