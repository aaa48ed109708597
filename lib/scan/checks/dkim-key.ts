import type { DkimSelector } from "#lib/mail/dkim/discover.ts";
import { type KeyProblem, type KeyRecord, parseKeyRecord } from "#lib/mail/dkim/parse-key.ts";
import { tidyKeyRecord, withoutTestFlag } from "#lib/mail/dkim/write-key.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import {
  danglingFix,
  type DanglingArgs,
  editFix,
  invalidFix,
  type InvalidArgs,
  type KeyArgs,
  type Place,
  rotationFix,
} from "../dkim-key-fixes.ts";
import { defectWords, problemWords } from "../dkim-words.ts";

type ProblemArgs = KeyArgs & { readonly problems: readonly KeyProblem[] };

const PLACE: Place = {
  selector: "mail",
  name: "mail._domainkey.example.com",
  alias: null,
  provider: null,
};
const KEY: KeyArgs = {
  ...PLACE,
  type: "rsa",
  bits: 2048,
  record: "v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQ",
};

/** RFC 8301 3.2: verifiers take no key below this, and signers should not use one below the second. */
const LEAST_BITS = 1024;
const GOOD_BITS = 2048;
/** The longest that verifiers have to handle. */
const MOST_BITS = 4096;

/** Can receivers verify signatures with the keys that are published? */
export const dkimKey = defineCheck({
  id: "dkim-key",
  section: "authentication",
  question: "Are the published keys good?",
  why: "With a key that is broken, too short or cut off, every signature fails, and mail counts as unsigned.",
  reference: "RFC 6376, section 3.6.1; RFC 8301; RFC 8463",
  weighty: false,
  needs: ["dkim"],
  outcomes: {
    valid: outcome<KeyArgs>({
      status: "pass",
      title: args => `The key at ${args.selector} is good (${keyWords(args)})`,
      figure: keyWords,
      example: KEY,
    }),
    revoked: outcome<Place>({
      status: "info",
      title: ({ selector }) => `The key at ${selector} has been taken back (empty p tag)`,
      example: PLACE,
    }),
    missing: outcome<Place>({
      status: "warn",
      title: ({ selector }) => `A message was signed with the selector ${selector}, and no key is there`,
      detail: ({ name }) => `Signatures that name it cannot be verified: nothing is published at ${name}.`,
      fix: ({ name, selector }) => ({
        who: "mail-admin",
        steps: [
          `Find out what signs mail with the selector ${selector}. If something still does, publish its key at ${name}. If the selector was given up since, there is nothing to do.`,
        ],
        records: [],
      }),
      example: PLACE,
    }),
    invalid: outcome<InvalidArgs>({
      status: "fail",
      title: ({ selector, reason }) =>
        `No signature can be verified with the key at ${selector}: ${reasonWords(reason)}`,
      detail: ({ part, position, record }) =>
        part === ""
          ? `The record begins “${record.slice(0, 60)}”.`
          : `At character ${position + 1}: “${part}”.`,
      fix: args => invalidFix(args),
      example: {
        ...PLACE,
        reason: "truncated",
        part: "",
        position: 18,
        record: "v=DKIM1; k=rsa; p=MIIBIjAN",
      },
    }),
    weak: outcome<KeyArgs>({
      status: "fail",
      title: ({ selector, bits }) =>
        `The key at ${selector} has only ${bits} bits: receivers do not accept it`,
      figure: keyWords,
      fix: (args, context) => rotationFix(args, context),
      example: { ...KEY, bits: 512 },
    }),
    short: outcome<KeyArgs>({
      status: "warn",
      title: ({ selector, bits }) => `The key at ${selector} has ${bits} bits, 2048 are recommended`,
      figure: keyWords,
      fix: (args, context) => rotationFix(args, context),
      example: { ...KEY, bits: 1024 },
    }),
    oversized: outcome<KeyArgs>({
      status: "warn",
      title: ({ selector, bits }) => `The key at ${selector} has ${bits} bits: some receivers stop at 4096`,
      figure: keyWords,
      fix: (args, context) => rotationFix(args, context),
      example: { ...KEY, bits: 8192 },
    }),
    testing: outcome<KeyArgs>({
      status: "warn",
      title: ({ selector }) => `The key at ${selector} is marked as a test (t=y)`,
      detail: () =>
        "Receivers may then treat a broken signature like none. A domain that signs in earnest takes the flag out.",
      fix: (args, context) => editFix(args, withoutTestFlag(args.record), context),
      example: { ...KEY, record: "v=DKIM1; t=y; p=MIIBIjANBgkqhkiG9w0BAQ" },
    }),
    problems: outcome<ProblemArgs>({
      status: "warn",
      title: ({ selector }) => `The key at ${selector} is usable, but not for every receiver`,
      detail: ({ problems }) => problemWords(problems),
      fix: (args, context) => editFix(args, tidyKeyRecord(args.record), context),
      example: { ...KEY, problems: ["bare-rsa-key"] },
    }),
    multiple: outcome<Place & { readonly records: readonly string[] }>({
      status: "fail",
      title: ({ selector, records }) =>
        `There are ${records.length} records at the selector ${selector}, only one may be there`,
      detail: () =>
        "Receivers may take any of them, so signatures fail at random (RFC 6376, section 3.6.2.2).",
      fix: ({ name, selector, records }) => ({
        who: "dns-admin",
        steps: [
          `Find out which of the records at ${name} belongs to the key that the mail is signed with: it begins as one of these. ${records.map(text => `“${text.slice(0, 60)}…”`).join(" ")}`,
          `Delete the others. If several services sign with ${selector}, give each its own selector.`,
        ],
        records: [],
      }),
      example: { ...PLACE, records: ["v=DKIM1; p=MIIBIjAN", "v=DKIM1; p=MIGfMA0G"] },
    }),
    "dangling-cname": outcome<DanglingArgs>({
      status: ({ reserve }) => (reserve ? "info" : "fail"),
      title: ({ selector, target, reserve }) =>
        reserve
          ? `${selector} is Microsoft 365's reserve and empty until the next key rotation`
          : `The selector ${selector} is an alias of ${target}, and no key is there`,
      detail: ({ reserve }) =>
        reserve
          ? "The other selector holds the key in use."
          : "Signatures that name this selector cannot be verified.",
      fix: (args, context) => danglingFix(args, context),
      example: {
        ...PLACE,
        selector: "s1",
        name: "s1._domainkey.example.com",
        target: "s1.domainkey.u123.wl.sendgrid.net",
        provider: "sendgrid",
        reserve: false,
      },
    }),
  },
  run: ({ dkim }, { each }) => {
    if (dkim.selectors.length === 0) return notApplicable("no-dkim-key");
    return each(
      dkim.selectors,
      ({ selector }) => selector,
      one => judgeSelector(one, dkim.selectors),
    );
  },
});

function judgeSelector(one: DkimSelector, all: readonly DkimSelector[]) {
  const { selector, name, cnames, provider, texts } = one;
  const alias = cnames.at(-1) ?? null;
  const place: Place = { selector, name, alias, provider: provider?.id ?? null };
  const lookups = [one.lookup];
  const [record] = texts;
  if (record === undefined) {
    if (alias === null) return { outcome: "missing" as const, args: place, lookups };
    const args = { ...place, target: cnames[0] ?? alias, reserve: isReserve(one, all) };
    return { outcome: "dangling-cname" as const, args, lookups };
  }
  if (texts.length > 1) return { outcome: "multiple" as const, args: { ...place, records: texts }, lookups };
  return { ...judgeRecord(place, record, parseKeyRecord(record)), lookups };
}

function judgeRecord(place: Place, record: string, key: KeyRecord) {
  switch (key.kind) {
    case "revoked":
      return { outcome: "revoked" as const, args: place };
    case "other": {
      const args: InvalidArgs = {
        ...place,
        reason: "not-a-record",
        part: record.slice(0, 80),
        position: 0,
        record,
      };
      return { outcome: "invalid" as const, args };
    }
    case "invalid": {
      const { defect: reason, part, position } = key;
      return { outcome: "invalid" as const, args: { ...place, reason, part, position, record } };
    }
    case "key": {
      const { type, bits, problems, testing } = key;
      const args = { ...place, type, bits, record };
      if (problems.length > 0 && (type === "ed25519" || bits >= GOOD_BITS)) {
        return { outcome: "problems" as const, args: { ...args, problems } };
      }
      return { outcome: type === "rsa" ? gradeLength(bits, testing) : flagged(testing), args };
    }
  }
}

const flagged = (testing: boolean) => (testing ? ("testing" as const) : ("valid" as const));

function gradeLength(bits: number, testing: boolean) {
  if (bits < LEAST_BITS) return "weak" as const;
  if (bits < GOOD_BITS) return "short" as const;
  return bits > MOST_BITS ? ("oversized" as const) : flagged(testing);
}

/** Microsoft 365 has two selectors and a key behind one of them, until keys are rotated for the first time. */
const isReserve = ({ selector, provider }: DkimSelector, all: readonly DkimSelector[]): boolean =>
  provider?.id === "microsoft365" &&
  all.some(
    other =>
      other.selector !== selector &&
      other.provider?.id === "microsoft365" &&
      other.texts.some(text => parseKeyRecord(text).kind === "key"),
  );

function keyWords({ type, bits }: KeyArgs): string {
  return type === "rsa" ? `RSA ${bits}` : "Ed25519";
}

const reasonWords = (reason: InvalidArgs["reason"]): string =>
  reason === "not-a-record" ? "what stands there is no DKIM key" : defectWords(reason);
