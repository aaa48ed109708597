import { checkSync } from "recheck";
import { expect, it } from "vitest";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { RULE_SETS } from "#lib/bounce/rules/index.ts";
import { bounceCorpus } from "../../support/bounce-corpus.ts";
import { DEFACEMENTS } from "../../support/deface.ts";
import { leastThreadTime } from "../../support/thread-time.ts";
import { isUnbounded, patternsUsedBy, withSmallBounds } from "../../support/used-patterns.ts";

const corpus = bounceCorpus();
const texts = corpus
  .filter(({ name }) => /\.(?:txt|eml)$/.test(name))
  .flatMap(({ bytes }) => Object.values(DEFACEMENTS).map(deface => deface(new TextDecoder().decode(bytes))));

/** Far more than any pattern takes on a quiet machine: a checker without an answer counts as a warning. */
const CHECKER_MS = 40_000;

it("no pattern of the readers or the rules can take super-linear time", { timeout: 300_000 }, async () => {
  const used = await patternsUsedBy(async () => {
    for (const input of [...corpus.map(file => file.bytes), ...texts])
      await Array.fromAsync(parseBounces(input));
  });
  const rules = RULE_SETS.flatMap(set => set.rules).flatMap(rule => rule.when.text ?? []);
  // With all repetition bounded, time is linear whatever the text.
  const unbounded = [...used, ...rules].filter(isUnbounded);
  const suspect = unbounded.filter(pattern => {
    // The checker does not know the v flag; where it is used, one class is repeated.
    if (pattern.unicodeSets) return !/^\[.{1,60}\]\+$/.test(pattern.source);
    return checkSync(withSmallBounds(pattern), pattern.flags, { timeout: CHECKER_MS }).status !== "safe";
  });
  expect(used.length).toBeGreaterThan(300);
  expect(suspect.map(String)).toEqual([]);
});

/** Openings and fillings that make backtracking engines and naive scanners sweat. */
const OPENINGS = [
  "",
  "550 5.1.1 ",
  "<user@example.com>: host ",
  "Diagnostic-Code: smtp; ",
  "Received: from ",
  "{",
  "S: ",
];
const FILLINGS = [
  " ",
  "\n",
  "\t",
  "-",
  "=",
  ">",
  "> ",
  "<",
  "(",
  "[",
  "((",
  "<<<",
  ">>>",
  "a",
  "a.",
  "a@",
  "@",
  "a@b.",
  "@a.b ",
  ".",
  "..",
  "1.",
  "5.4.1 ",
  "550-",
  "550 ",
  "550 5.1.1 ",
  "550-5.1.1\n",
  "-> ",
  "said: ",
  "smtp;",
  "smtp; 550 ",
  "'",
  '"',
  "'550 ",
  "\\",
  "\\n",
  "&amp;",
  "&#",
  "=3D",
  "=\n",
  "= ",
  "QUJD",
  "=?utf-8?Q?",
  "\u00c3",
  "\u00a0",
  "\u200b",
  "\uff15",
  "\u3042",
  "$B",
  "$B4A(B",
  "mailto:",
  "<mailto:",
  "[a](http://",
  "https://eur01.safelinks.protection.outlook.com/?url=",
  "<p>",
  "<!--",
  "<pre>",
  "<style>",
  "<a ",
  "Received: from a by b\n",
  "Final-Recipient: rfc822; a@b\n",
  "Action: failed ",
  "Status: 5.1.1\n",
  "X-A: b\n",
  "a: b\n",
  "--b\n",
  "From a 2026\n\n",
  "RCPT TO:<a@b> ",
  "<a@b>:\n",
  "\na@b.example\n",
  "on behalf of ",
  "recipient ",
  "Recipient Address: ",
  "Remote Server returned '",
  "gave this error: ",
  "{LED=450 ",
  "{FQDN=a};",
  "postfix/smtp[1]: ABCDEF: to=<a@b>, ",
  "to=<a>,",
  "1abcde-000001-AB ** ",
  "delivery 1: failure: ",
  ",",
  '"a",',
  ";",
  '{"a":',
  "[[",
  "}{",
];
const LENGTHS = [12_000, 24_000] as const;

it("twice the input takes about twice the time, over five hundred evil inputs", {
  timeout: 300_000,
}, async () => {
  const slow: string[] = [];
  for (const opening of OPENINGS) {
    for (const filling of FILLINGS) {
      // Only what stays suspicious when it is measured longer is slow: the first look is short.
      if (await isSlow(opening, filling)) slow.push(JSON.stringify(opening + filling));
    }
  }
  expect(OPENINGS.length * FILLINGS.length).toBeGreaterThan(500);
  expect(slow).toEqual([]);
});

async function isSlow(opening: string, filling: string): Promise<boolean> {
  for (const rounds of ROUNDS) if (!isSuspicious(await doubling(opening, filling, rounds))) return false;
  return true;
}

/** Processor time in milliseconds for an input and for one twice as long. */
async function doubling(opening: string, filling: string, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (const length of LENGTHS) {
    const text = opening + filling.repeat(length / filling.length);
    times.push(await leastThreadTime(() => readAll(text), { enough: 10, rounds }));
  }
  return times;
}

const ROUNDS = [2, 5, 9, 25] as const;

/** Below some milliseconds the collector and the compiler decide, not the input. */
const isSuspicious = ([single = 0, double = 0]: readonly number[]): boolean =>
  (double > 40 && double / single > 2.3) || double > 1000;

const readAll = async (text: string): Promise<void> => {
  for await (const report of parseBounces(text)) if (report.failures.length > 5000) break;
};
