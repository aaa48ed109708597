import type { Rate } from "#lib/values/rate.ts";

/** What is limited for whom; null where the operator wants no limit. .env.example explains each to people. */
export interface LimitPolicy {
  /** Scans and bounces asked for from one address, or one IPv6 network, without an account. */
  readonly workPerAddress: Rate | null;
  /** The same for one account. */
  readonly workPerAccount: Rate | null;
  /** Scans of one domain, whoever asks. A request that a fresh scan answers costs nothing here. */
  readonly scansPerDomain: Rate | null;
  /** Sign-in mails asked for from one address. */
  readonly signInsPerAddress: Rate | null;
  /** Sign-in mails to one mailbox. */
  readonly mailsPerMailbox: Rate | null;
  /** Links and keys that do not exist, tried from one address. */
  readonly missesPerAddress: Rate | null;
  /** Requests to the API with one key, cheap ones too. */
  readonly requestsPerKey: Rate | null;
  /** Requests to the API from one address, or one IPv6 network, without a key. */
  readonly requestsPerAddress: Rate | null;
  /** Scans, bounces and batches that may wait for a worker before new ones are refused. */
  readonly waitingScans: number | null;
}

/** For jobs and for tests of something else. */
export const NO_LIMITS: LimitPolicy = {
  workPerAddress: null,
  workPerAccount: null,
  scansPerDomain: null,
  signInsPerAddress: null,
  mailsPerMailbox: null,
  missesPerAddress: null,
  requestsPerKey: null,
  requestsPerAddress: null,
  waitingScans: null,
};
