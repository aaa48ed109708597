import type { SmtpEvidence } from "./probes/smtp.ts";

/** A mail server to which senders that insist on a valid certificate do not deliver. */
export type UntrustedServer = {
  readonly host: string;
  readonly problem: keyof typeof SENTENCES;
};

/** The servers that were spoken to and failed. One that could not be spoken to is not held against anybody. */
export const untrustedServers = ({ hosts }: SmtpEvidence): readonly UntrustedServer[] =>
  hosts.flatMap(({ host, result }) => {
    if (!result.ok || result.value.status === "not-tested") return [];
    const problem =
      result.value.status === "starttls" ? result.value.certificate.problem : result.value.status;
    return problem === null ? [] : [{ host, problem }];
  });

/** The problem in one sentence. */
export const untrustedSentence = ({ host, problem }: UntrustedServer): string =>
  `${host} ${SENTENCES[problem]}.`;

const SENTENCES = {
  "no-starttls": "does not encrypt",
  "tls-failed": "offers encryption that does not work",
  "name-mismatch": "has a certificate for another name",
  expired: "has a certificate that has run out",
  "not-yet-valid": "has a certificate that is not valid yet",
  "self-signed": "has a certificate that only vouches for itself",
  untrusted: "has a certificate that is not publicly trusted",
} as const;
