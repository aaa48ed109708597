import { describe, expect, test } from "vitest";
import { spfCommand } from "#lib/cli/commands/spf.ts";
import { UsageError } from "#lib/cli/dns-arguments.ts";
import type { CliIo } from "#lib/cli/io.ts";
import { zoneResolver } from "#lib/dns/resolvers/zone.ts";
import { systemClock } from "#lib/values/clock.ts";

const ZONE = `
example.com. 300 TXT "v=spf1 a:slow.example.com ip4:192.0.2.1 -all exp=why.example.com"
why.example.com. 300 TXT "%{i} may not send for %{o}"
mail.example.com. 300 TXT "v=spf1 ip4:192.0.2.9 -all"
quick.example.com. 300 TXT "v=spf1 +all"
slow.example.com. 300 A 198.51.100.1
`;

/** Runs the command over these lines; answers arrive in `lines` while it runs. */
function start(input: AsyncIterable<string>, args = ["--jsonl"], delay = false) {
  const lines: string[] = [];
  const io: CliIo = {
    stdin: encoded(input),
    stdout: line => lines.push(line),
    stderr: () => {},
    resolver: () =>
      zoneResolver(ZONE, {
        clock: systemClock,
        ...(delay ? { faults: [{ name: "slow.example.com", failure: "timeout", delayMs: 40 }] } : {}),
      }),
    blocklists: { added: [], keys: new Map() },
  };
  return { lines, code: spfCommand(args, io) };
}

async function* encoded(input: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of input) yield new TextEncoder().encode(text);
}

async function* from(...parts: readonly string[]): AsyncGenerator<string> {
  yield* parts;
}

const query = (ip: string, mailFrom: string, helo = "mail.example.com") =>
  `${JSON.stringify({ ip, mailFrom, helo })}\n`;

async function answers(...parts: readonly string[]): Promise<unknown[]> {
  const { lines, code } = start(from(...parts));
  expect(await code).toBe(0);
  return lines.map(line => JSON.parse(line));
}

describe("mailtriage spf --jsonl", () => {
  test("one line for each, in the same order", async () => {
    expect(
      await answers(
        query("192.0.2.1", "a@example.com"),
        query("192.0.2.2", "a@example.com"),
        query("192.0.2.9", ""),
      ),
    ).toEqual([
      { result: "pass", explanation: "", lookups: 1, voidLookups: 0 },
      { result: "fail", explanation: "192.0.2.2 may not send for example.com", lookups: 1, voidLookups: 0 },
      { result: "pass", explanation: "", lookups: 0, voidLookups: 0 },
    ]);
  });

  test("also where an earlier one takes longer", async () => {
    const { lines, code } = start(
      from(query("192.0.2.1", "a@example.com"), query("192.0.2.1", "a@quick.example.com")),
      ["--jsonl"],
      true,
    );
    await code;
    expect(lines.map(line => JSON.parse(line).result)).toEqual(["temperror", "pass"]);
  });

  test("lines may arrive in pieces, end in CR LF or in nothing", async () => {
    const text = query("192.0.2.1", "a@example.com");
    expect(await answers(text.slice(0, 9), `${text.slice(9, -1)}\r\n\r\n${text.trimEnd()}`)).toHaveLength(2);
  });

  test("a line that cannot be read is answered too", async () => {
    const bad = [
      "{",
      "[]",
      "null",
      '"x"',
      "{}",
      '{"ip":"192.0.2","mailFrom":"","helo":""}',
      '{"ip":"192.0.2.1","mailFrom":1,"helo":""}',
    ];
    const said = await answers(...bad.map(line => `${line}\n`), query("192.0.2.1", "a@quick.example.com"));
    expect(said).toHaveLength(bad.length + 1);
    for (const one of said.slice(0, -1)) expect(Object.keys(one as object)).toEqual(["error"]);
    expect(said.at(-1)).toMatchObject({ result: "pass" });
  });

  test("a prototype is no field", async () => {
    expect(
      await answers('{"__proto__":{"ip":"192.0.2.1"},"mailFrom":"a@quick.example.com","helo":"x"}\n'),
    ).toEqual([{ error: '"ip" is not an IP address' }]);
  });

  test("mailFrom null is the null reverse-path", async () => {
    expect(await answers('{"ip":"192.0.2.9","mailFrom":null,"helo":"mail.example.com"}\n')).toMatchObject([
      { result: "pass" },
    ]);
  });

  test("answers do not wait for the end of the input", async () => {
    const answered = Promise.withResolvers<void>();
    async function* dialogue() {
      yield query("192.0.2.1", "a@quick.example.com");
      await answered.promise;
    }
    const { lines, code } = start(dialogue());
    await expect.poll(() => lines.length).toBe(1);
    answered.resolve();
    expect(await code).toBe(0);
  });

  test("hundreds at once", async () => {
    const many = Array.from({ length: 300 }, (_, index) => query(`192.0.2.${index % 2}`, "a@example.com"));
    const said = (await answers(many.join(""))) as { result: string }[];
    expect(said.map(one => one.result)).toEqual(many.map((_, index) => (index % 2 === 1 ? "pass" : "fail")));
  });

  test("without --jsonl it says how it is used", async () => {
    await expect(start(from(), []).code).rejects.toThrow(UsageError);
  });
});
