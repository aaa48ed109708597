import { describe, expect, test } from "vitest";
import { dmarcCommand } from "#lib/cli/commands/dmarc.ts";
import { UsageError } from "#lib/cli/dns-arguments.ts";
import type { CliIo } from "#lib/cli/io.ts";
import { type Fault, zoneResolver } from "#lib/dns/resolvers/zone.ts";

const ZONE = `
example.com. A 192.0.2.1
_dmarc.example.com. TXT "v=DMARC1; p=reject; sp=quarantine; t=y"
a.example.com. A 192.0.2.1
_dmarc.broken.example.net. TXT "v=DMARC1; p=block"
`;

async function run(args: string[], faults: readonly Fault[] = []) {
  const lines: string[] = [];
  const io: CliIo = {
    stdin: (async function* () {})(),
    stdout: line => lines.push(line),
    stderr: () => {},
    resolver: () => zoneResolver(ZONE, { faults }),
    blocklists: { added: [], keys: new Map() },
  };
  const code = await dmarcCommand(args, io);
  return { code, lines };
}
const json = async (...input: Parameters<typeof run>) =>
  (await run(...input)).lines.map(line => JSON.parse(line));

describe("mailtriage dmarc", () => {
  test("one JSON object per domain, in the order asked", async () => {
    const [own, inherited] = await json(["--json", "Example.COM", "a.example.com"]);
    expect(own).toMatchObject({
      domain: "example.com",
      status: "policy",
      record: "v=DMARC1; p=reject; sp=quarantine; t=y",
      recordDomain: "example.com",
      policy: "reject",
      appliedPolicy: "quarantine",
      testing: true,
      organizationalDomain: "example.com",
      walk: [
        { name: "_dmarc.example.com", used: true },
        { name: "_dmarc.com", used: false },
      ],
      failedLookups: [],
    });
    expect(inherited).toMatchObject({
      domain: "a.example.com",
      recordDomain: "example.com",
      policy: "quarantine",
      appliedPolicy: "none",
      organizationalDomain: "example.com",
      rfc7489: { exact: { value: { policy: "quarantine", applied: "quarantine" } } },
    });
  });

  test("no record, an unusable record and a failed lookup are three answers", async () => {
    const [none, unusable] = await json(["--json", "example.org", "broken.example.net"]);
    expect(none).toMatchObject({
      status: "none",
      record: null,
      policy: null,
      organizationalDomain: "example.org",
    });
    expect(unusable).toMatchObject({ status: "unusable", record: "v=DMARC1; p=block", policy: null });
    const [unknown] = await json(
      ["--json", "example.com"],
      [{ name: "_dmarc.example.com", failure: "timeout" }],
    );
    expect(unknown).toMatchObject({
      status: "unknown",
      policy: null,
      organizationalDomain: null,
      failedLookups: ["TXT _dmarc.example.com"],
    });
  });

  test("top-level domains and internationalised names may be asked", async () => {
    const [top, idn] = await json(["--json", "com", "bücher.example"]);
    expect(top).toMatchObject({ domain: "com", walk: [{ name: "_dmarc.com" }] });
    expect(idn).toMatchObject({ domain: "xn--bcher-kva.example" });
  });

  test("without --json it is text", async () => {
    const { code, lines } = await run(["example.com"]);
    expect(code).toBe(0);
    expect(lines[0]).toBe("example.com");
  });

  test("a wrong command line is refused before anything is asked", async () => {
    await expect(run([])).rejects.toBeInstanceOf(UsageError);
    await expect(run(["not a domain"])).rejects.toBeInstanceOf(UsageError);
  });
});
