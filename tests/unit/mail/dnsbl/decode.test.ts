import { decodeAnswer } from "#lib/mail/dnsbl/decode.ts";
import { blocklistById } from "#lib/mail/dnsbl/index.ts";
import { expect, test } from "vitest";

const list = (id: string) => {
  const found = blocklistById(id);
  if (found === undefined) throw new Error(`no list ${id}`);
  return found;
};

const cases: readonly [list: string, answers: readonly string[], result: string, about: string][] = [
  ["spamhaus-zen", ["127.0.0.2"], "listed", "SBL"],
  ["spamhaus-zen", ["127.0.0.10"], "informational", "PBL is policy, not abuse"],
  ["spamhaus-zen", ["127.0.0.4", "127.0.0.10"], "listed", "a listing beside a policy entry"],
  ["spamhaus-zen", ["127.255.255.254"], "refused", "public resolver"],
  ["spamhaus-zen", ["127.0.0.2", "127.255.255.255"], "refused", "an error beside a listing voids it"],
  ["spamhaus-zen", ["198.51.100.7"], "broken", "parked zone"],
  ["spamhaus-zen", ["127.0.0.2", "198.51.100.7"], "broken", "parked beside listed"],
  ["spamhaus-zen", ["127.0.0.1"], "refused", "127.0.0.1 is never a listing"],
  ["spamhaus-dbl", ["127.0.1.255"], "refused", "an address was asked"],
  ["psbl", ["127.0.0.9"], "listed", "undocumented code of a healthy list"],
  ["spamrats-dyna", ["127.0.0.36"], "listed", "its one code"],
  ["spamrats-dyna", ["127.0.0.2"], "refused", "any other code is a refusal there"],
  ["uribl", ["127.0.0.255"], "refused", "an error code before the bit mask"],
  ["uribl", ["127.0.0.2"], "listed", "bit 2: black"],
  ["uribl", ["127.0.0.4"], "informational", "bit 4: grey"],
  ["uribl", ["127.0.0.3"], "refused", "bit 1 voids the rest"],
  ["surbl", ["127.0.0.80"], "listed", "bits 16 and 64"],
  ["surbl", ["127.0.0.1"], "refused", "bit 1"],
  ["hostkarma", ["127.0.0.1"], "informational", "white"],
  ["hostkarma", ["127.0.0.4"], "informational", "brown is below black"],
  ["hostkarma", ["127.0.0.2"], "listed", "black"],
  ["validity-rpbl", ["127.0.0.1"], "listed", "here 127.0.0.1 is a listing"],
  ["dronebl", ["127.0.0.255"], "listed", "unknown type of abuse, documented there"],
  ["blocklist-de", ["127.0.0.15"], "listed", "inside the documented range"],
];

test.each(cases)("%s %j is %s (%s)", (id, answers, result) => {
  expect(decodeAnswer(list(id), answers).result).toBe(result);
});

test("every bit that is set is named", () => {
  const decoded = decodeAnswer(list("surbl"), ["127.0.0.80"]);
  expect(decoded.codes.map(code => code.meaning)).toEqual(["malware", "abuse/spam"]);
});
