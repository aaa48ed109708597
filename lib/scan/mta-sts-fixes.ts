import type { StsMode } from "#lib/mail/mta-sts/policy.ts";
import type { Fix, FixContext, FixRecord } from "./finding.ts";
import type { PolicyFailure } from "./mta-sts-words.ts";
import { publishFix } from "./publish-steps.ts";

/** The text of a policy file. */
export const policyText = (mode: StsMode, mx: readonly string[], maxAge: number): string =>
  ["version: STSv1", `mode: ${mode}`, ...mx.map(host => `mx: ${host}`), `max_age: ${maxAge}`].join("\n");

/** A new policy file. It is no DNS record: `type` is FILE and `name` its address. */
export const policyFileFix = (domain: string, text: string): Fix => ({
  who: "mail-admin",
  steps: [
    `Publish the policy below at ${addressOf(domain)}, as text/plain.`,
    `Then give the TXT record _mta-sts.${domain} a new id, so that senders fetch the new policy.`,
  ],
  records: [{ action: "replace", name: addressOf(domain), type: "FILE", value: text, replaces: null }],
});

const addressOf = (domain: string): string => `https://mta-sts.${domain}/.well-known/mta-sts.txt`;

/** One record with a valid id in place of whatever is published. */
export function recordRepair(
  {
    domain,
    texts,
    freshId,
  }: { readonly domain: string; readonly texts: readonly string[]; readonly freshId: string },
  context: FixContext,
): Fix {
  const name = `_mta-sts.${domain}`;
  const [first, ...others] = texts;
  const records: readonly FixRecord[] = [
    {
      action: first === undefined ? "create" : "replace",
      name,
      type: "TXT",
      value: `v=STSv1; id=${freshId}`,
      replaces: first ?? null,
    },
    ...others.map(text => ({ action: "delete" as const, name, type: "TXT", value: "", replaces: text })),
  ];
  return publishFix(context, records, [`Look whether ${addressOf(domain)} shows the policy you mean.`]);
}

/** Servers that an enforced policy keeps mail from: repair them, and until then only test. */
export const untilRepaired = (
  domain: string,
  testing: string,
  servers: readonly { readonly host: string }[],
): Fix => {
  const { steps, records } = policyFileFix(domain, testing);
  return {
    who: "mail-admin",
    steps: [
      ...servers.map(
        ({ host }) =>
          `Install a certificate from a public authority that names ${host}, and switch STARTTLS on.`,
      ),
      "Until that is done, go back to testing:",
      ...steps,
    ],
    records,
  };
};

/** What stands between senders and the policy file. */
export const reachableFix = (failure: PolicyFailure): Fix => ({
  who: "mail-admin",
  steps: [
    `Open ${addressOf(failure.domain)} in a browser. It has to show the policy without a warning and without a redirect.`,
    remedyFor(failure),
    `If there is to be no policy, delete the TXT record _mta-sts.${failure.domain}; where one was enforced before, publish “mode: none” first and wait until its max_age has passed.`,
  ],
  records: [],
});

function remedyFor({ domain, status, failure }: PolicyFailure): string {
  const host = `mta-sts.${domain}`;
  if (status !== null)
    return "Let the web server give out the file itself, with status 200, at exactly this path.";
  if (failure === "no-address")
    return `Create an A record for ${host}, or a CNAME to the service that hosts the policy.`;
  if (failure?.startsWith("tls-") === true)
    return `Install a certificate for ${host} from a public authority.`;
  if (failure === "too-large") return "Publish the policy alone: a few lines of plain text.";
  return `See to it that ${host} answers on port 443 with a public address.`;
}
