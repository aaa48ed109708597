import { expect, it } from "vitest";
import { bounceCommand } from "#lib/cli/commands/bounce.ts";
import { UsageError } from "#lib/cli/dns-arguments.ts";
import type { CliIo } from "#lib/cli/io.ts";
import { bounceCorpus } from "../../support/bounce-corpus.ts";

const FIXTURES = "tests/fixtures/bounces";

/** Runs the command with this on standard input; nothing of it may ask DNS. */
async function run(args: string[], stdin = "") {
  const out: string[] = [];
  const errors: string[] = [];
  const io: CliIo = {
    stdin: (async function* () {
      yield new TextEncoder().encode(stdin);
    })(),
    stdout: line => void out.push(line),
    stderr: line => void errors.push(line),
    resolver: () => {
      throw new Error("asked DNS");
    },
    blocklists: { added: [], keys: new Map() },
  };
  const exit = await bounceCommand(args, io);
  return { exit, out, errors, reports: args.includes("--json") ? out.map(line => JSON.parse(line)) : [] };
}

it("prints one object a message in the order of the files, with file and item", async () => {
  const files = [`${FIXTURES}/two.mbox`, `${FIXTURES}/bare-code-541.txt`];
  const { exit, reports } = await run(["--json", "--no-dns", ...files]);
  expect(exit).toBe(0);
  expect(reports.map(({ file, item, schema }) => [file, item, schema])).toEqual([
    [files[0], 1, "mailtriage.bounce/1"],
    [files[0], 2, "mailtriage.bounce/1"],
    [files[1], 1, "mailtriage.bounce/1"],
  ]);
});

it("holds every field of the contract", async () => {
  const { reports } = await run(["--json", `${FIXTURES}/m365-dbeb-html.eml`]);
  expect(Object.keys(reports[0])).toEqual(
    expect.arrayContaining(["schema", "file", "event", "format", "failures", "message"]),
  );
  expect(Object.keys(reports[0].failures[0])).toEqual(
    expect.arrayContaining(
      "recipient originalRecipient replyCode enhancedStatus diagnostic stage reportingMta remoteMta remoteIp provider causes ruledOut rule matched permanence addressDead party advice".split(
        " ",
      ),
    ),
  );
  expect(Object.keys(reports[0].message)).toEqual(
    expect.arrayContaining("from mailFrom sendingIp messageId subject dkim authenticationResults".split(" ")),
  );
});

it("reads standard input", async () => {
  const { reports } = await run(["--json", "-"], "550 5.4.1 Recipient address rejected: Access denied");
  expect(reports[0]).toMatchObject({
    file: null,
    item: 1,
    failures: [{ replyCode: 550, enhancedStatus: "5.4.1" }],
  });
});

it("goes on after a file that cannot be read, and says so at the end", async () => {
  const { exit, reports, errors } = await run([
    "--json",
    "no-such-file.eml",
    `${FIXTURES}/bare-code-541.txt`,
  ]);
  expect(exit).toBe(2);
  expect(reports).toHaveLength(1);
  expect(errors).toHaveLength(1);
});

it("in words, names the cause", async () => {
  const { out } = await run([`${FIXTURES}/bare-541.txt`]);
  expect(out.join("\n")).toContain("recipient_unknown");
});

it("without a file is wrong usage", async () => {
  await expect(run(["--json"])).rejects.toBeInstanceOf(UsageError);
});

it("says in words for people what failed, with the names of the report in them", async () => {
  const { out } = await run(["--no-dns", "-"], "550 5.1.1 <jane@contoso.example>: User unknown");
  expect(out.join("\n")).toMatch(
    /recipient_unknown \(9\d %\): jane@contoso\.example does not exist at contoso\.example/u,
  );
});

it("an address at the beginning of a sentence keeps its letters", async () => {
  const { out } = await run(
    ["--no-dns", "-"],
    "450 4.2.1 <jane@contoso.example>: The recipient is receiving too many messages",
  );
  expect(out.join("\n")).toContain(": jane@contoso.example is getting more mail");
});

it("leaves no gap where a name belongs, in any message of the corpus", async () => {
  const files = bounceCorpus().map(({ name }) => `${FIXTURES}/${name}`);
  const { out } = await run(["--no-dns", ...files]);
  expect(out.length).toBeGreaterThan(2000);
  expect(out.filter(line => /\{(?:recipient|domain|provider)\}/u.test(line))).toEqual([]);
});
