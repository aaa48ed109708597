import type { StsPolicyProblem } from "#lib/mail/mta-sts/policy.ts";
import type { StsRecordProblem } from "#lib/mail/mta-sts/record.ts";
import type { EgressFailure } from "#lib/net/egress.ts";

export type PolicyFault = { readonly problem: StsPolicyProblem; readonly line: number | null };

/** Why the policy file did not come: an HTTP status, or a failure before one. */
export type PolicyFailure = {
  readonly domain: string;
  readonly status: number | null;
  readonly failure: EgressFailure | null;
};

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

/** A policy's max_age for people. */
export const days = (seconds: number): string => {
  const whole = Math.floor(seconds / 86_400);
  return whole === 0 ? `${seconds} seconds` : whole === 1 ? "1 day" : `${whole} days`;
};

/** What is wrong with a record, behind "the record is not usable:". */
export const RECORD_REASONS: { readonly [Reason in StsRecordProblem]: string } = {
  multiple: "there are several, where one is allowed",
  "bad-version": "it does not begin with exactly “v=STSv1;”",
  "no-id": "it has no id",
  "bad-id": "its id is not 1 to 32 letters and digits",
  "bad-field": "it has a part that is not name=value",
};
