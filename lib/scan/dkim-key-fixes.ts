import type { KeyDefect } from "#lib/mail/dkim/parse-key.ts";
import { selectorsOf, setupOf } from "#lib/mail/dkim/providers.ts";
import { rotationSteps, setupSteps } from "./dkim-setup.ts";
import { defectHint } from "./dkim-words.ts";
import type { Fix, FixContext } from "./finding.ts";
import { publishFix } from "./publish-steps.ts";

/** Where a key stands, as the arguments of an outcome. */
export type Place = {
  readonly selector: string;
  readonly name: string;
  /** Where the key really stands, when the selector is an alias. */
  readonly alias: string | null;
  /** Whose key it is, by the alias. */
  readonly provider: string | null;
};
export type KeyArgs = Place & {
  readonly type: "rsa" | "ed25519";
  readonly bits: number;
  readonly record: string;
};
export type InvalidArgs = Place & {
  readonly reason: KeyDefect | "not-a-record";
  readonly part: string;
  readonly position: number;
  readonly record: string;
};
/** `target` is what the alias names itself. `reserve`: the second selector of Microsoft 365, which stays empty until a key rotation. */
export type DanglingArgs = Place & { readonly target: string; readonly reserve: boolean };

/** A new key under a new selector. */
export const rotationFix = (args: Place, context: FixContext): Fix => ({
  who: "mail-admin",
  steps: rotationSteps(args.selector, signerOf(args, context), context.domain),
  records: [],
});

/** An edit of the text, where the domain's own DNS holds it. */
export function editFix(args: KeyArgs, value: string, context: FixContext): Fix {
  const { name, alias, record: replaces } = args;
  if (alias !== null) {
    return { who: "provider", steps: [`Ask whoever runs ${alias} to change the record there.`], records: [] };
  }
  return publishFix(context, [{ action: "replace", name, type: "TXT", value, replaces }]);
}

/** A right record in place of one that cannot be used. */
export function invalidFix(args: InvalidArgs): Fix {
  const { alias, name, reason, selector } = args;
  const hint = reason === "not-a-record" ? null : defectHint(reason);
  const again =
    alias === null
      ? `Take the public key for the selector ${selector} from the software or service that signs with it, and publish it at ${name} in place of the present record.`
      : `Ask whoever runs ${alias} to publish a valid key there.`;
  return {
    who: alias === null ? "dns-admin" : "provider",
    steps: [again, ...(hint === null ? [] : [hint])],
    records: [],
  };
}

/** The key behind the alias, or the alias away. */
export function danglingFix(
  { name, target, provider, reserve, ...place }: DanglingArgs,
  context: FixContext,
): Fix {
  if (reserve) return { who: "nobody", steps: [], records: [] };
  const inUse =
    provider === "microsoft365"
      ? setupSteps({ ...context, mailProvider: "microsoft365" })
      : [`If the service behind ${target} still sends for ${context.domain}, set up DKIM there again.`];
  return {
    ...publishFix(context, [{ action: "delete", name, type: "CNAME", value: "", replaces: target }]),
    steps: [
      ...inUse,
      `If it does not, delete the CNAME record ${name}: whoever gets hold of ${target} could sign as ${context.domain} with ${place.selector}.`,
    ],
  };
}

/** Whose steps apply: those of the service behind the alias, else of the mail provider if the selector is one of its. */
function signerOf({ alias, provider, selector }: Place, { mailProvider }: FixContext): string | null {
  if (provider !== null || alias !== null || mailProvider === null) return provider;
  const isTheirs =
    setupOf(mailProvider)?.record !== "CNAME" && selectorsOf([mailProvider]).includes(selector);
  return isTheirs ? mailProvider : null;
}
