import type { StsMode, StsPolicyProblem } from "#lib/mail/mta-sts/policy.ts";
import type { EgressFailure } from "#lib/net/egress.ts";
import type { Fix, FixContext, FixRecord } from "./finding.ts";
import { publishFix } from "./publish-steps.ts";

export type PolicyFault = { readonly problem: StsPolicyProblem; readonly line: number | null };

/** Why the policy file did not come: an HTTP status, or a failure before one. */
export type PolicyFailure = {
  readonly domain: string;
  readonly status: number | null;
  readonly failure: EgressFailure | null;
};

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

/** The reason in words. */
export function unreachableBecause({ domain, status, failure }: PolicyFailure): string {
  if (status !== null) {
    return status >= 300 && status < 400
      ? `the server redirects elsewhere (${status}), which senders do not follow`
      : `the server answers with status ${status} instead of 200`;
  }
  return failure === null ? "it did not come" : BECAUSE[failure](`mta-sts.${domain}`);
}

const BECAUSE: { readonly [Failure in EgressFailure]: (host: string) => string } = {
  "forbidden-url": host => `${host} is not a name of the public Internet`,
  "dns-failed": host => `DNS does not answer for ${host}`,
  "no-address": host => `${host} has no address`,
  "forbidden-address": host => `${host} has an address that cannot be reached from the Internet`,
  "connect-failed": host => `${host} refuses connections`,
  timeout: host => `${host} does not answer in time`,
  "tls-name-mismatch": host => `the certificate is not made for ${host}`,
  "tls-untrusted": () => "the certificate does not come from a public authority",
  "tls-expired": () => "the certificate has run out or is not valid yet",
  "tls-failed": () => "the encrypted connection cannot be set up",
  "too-large": () => "the file is larger than 64 kB",
  "bad-response": () => "the server's answer is not valid HTTP",
};

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

/** One fault of a policy file in words. */
export const faultSentence = ({ problem, line }: PolicyFault): string =>
  line === null ? `${FAULTS[problem]}.` : `Line ${line}: ${FAULTS[problem]}.`;

const FAULTS: { readonly [Problem in StsPolicyProblem]: string } = {
  "no-version": "there is no line “version: STSv1”",
  "bad-version": "the version is not STSv1",
  "no-mode": "there is no mode",
  "bad-mode": "the mode is none of enforce, testing and none",
  "no-max-age": "there is no max_age",
  "bad-max-age": "max_age is not a number of seconds from 0 to 31557600",
  "no-mx": "no mail server is named (mx)",
  "bad-mx": "this mx is neither a host name nor “*.” and a domain",
  "bad-line": "this is not “key: value”",
};
