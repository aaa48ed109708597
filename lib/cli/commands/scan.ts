import { createScanner } from "#lib/engine/create-scanner.ts";
import { loadSampleWorld } from "#lib/engine/sample-world.ts";
import type { ScanHints } from "#lib/scan/define-probe.ts";
import type { Finding } from "#lib/scan/finding.ts";
import type { ScanReport } from "#lib/scan/report.ts";
import { scanJson } from "#lib/scan/scan-json.ts";
import { systemClock } from "#lib/values/clock.ts";
import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import { type DomainInputError, parseDomainInput } from "#lib/values/domain-name.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { parseArgs } from "node:util";
import { DNS_ARGUMENTS, readDnsOptions, readPositive, UsageError } from "../dns-arguments.ts";
import { inOrder } from "../in-order.ts";
import { type CliIo, type DnsOptions, EXIT } from "../io.ts";
import { linesOf } from "../lines.ts";
import { dnsServers } from "../process-io.ts";
import { scanLines } from "../scan-lines.ts";

const OPTIONS = {
  ...DNS_ARGUMENTS,
  json: { type: "boolean" },
  "dns-only": { type: "boolean" },
  concurrency: { type: "string" },
  "fail-on": { type: "string" },
  selector: { type: "string", multiple: true },
  address: { type: "string", multiple: true },
} as const;

const AT_ONCE = 8;

type Scanned =
  | { readonly ok: true; readonly report: ScanReport }
  | { readonly ok: false; readonly input: string; readonly error: DomainInputError };

/**
 * `scan [--json] [--dns-only] [--concurrency N] [--fail-on warn|fail] DOMAIN... | -`: scans domains and prints
 * one report each, in the order given; `-` reads one domain per line from standard input. `--selector` names a
 * DKIM selector and `--address` an address that sends, both as often as needed.
 */
export async function scanCommand(args: string[], io: CliIo): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  if (positionals.length === 0) throw new UsageError("scan needs a domain: mailtriage scan example.com");
  const failOn = readFailOn(values["fail-on"]);
  const atOnce = readPositive("--concurrency", values.concurrency, AT_ONCE);
  const hints = {
    selectors: values.selector ?? [],
    sendingAddresses: (values.address ?? []).map(readAddress),
  };
  const scan = scannerFor(readDnsOptions(values), values["dns-only"] === true, hints, io);
  const inputs = positionals[0] === "-" ? linesOf(io.stdin) : positionals;

  let exit: number = EXIT.done;
  for await (const scanned of inOrder(inputs, atOnce, scan)) {
    for (const line of values.json === true ? [jsonLine(scanned)] : textLines(scanned)) io.stdout(line);
    exit = worseExit(exit, scanned.ok ? exitFor(scanned.report.findings, failOn) : EXIT.usage);
  }
  return exit;
}

function scannerFor(
  dns: DnsOptions,
  dnsOnly: boolean,
  hints: ScanHints,
  io: CliIo,
): (input: string) => Promise<Scanned> {
  const servers = dnsServers(dns);
  const chosen = dns.servers.length > 0 || dns.doh !== null;
  const scanner = createScanner({
    servers: () => servers,
    // Who names a server wants its answers, under .example too.
    sample: chosen ? null : loadSampleWorld(systemClock),
    heloName: "localhost",
    blocklists: io.blocklists,
    dnsOnly,
    attemptTimeoutMs: dns.timeoutMs,
    clock: systemClock,
  });
  return async input => {
    const parsed = parseDomainInput(input);
    if (!parsed.ok) return { ok: false, input, error: parsed.error };
    const { report } = await scanner({ domain: parsed.value.domain, hints, onProgress: () => {} });
    return { ok: true, report };
  };
}

function readAddress(text: string): string {
  const address = parseIpAddress(text);
  if (address === null) throw new UsageError(`--address needs an IP address, not "${text}"`);
  return address.text;
}

function readFailOn(text: string | undefined): "warn" | "fail" | null {
  if (text === undefined) return null;
  if (text !== "warn" && text !== "fail") throw new UsageError(`--fail-on takes warn or fail, not "${text}"`);
  return text;
}

const jsonLine = (scanned: Scanned): string =>
  JSON.stringify(
    scanned.ok
      ? scanJson(scanned.report)
      : {
          domain: scanned.input,
          error: { code: scanned.error.code, message: domainInputMessage(scanned.error) },
        },
  );

const textLines = (scanned: Scanned): readonly string[] =>
  scanned.ok ? scanLines(scanned.report) : [`${scanned.input}: ${domainInputMessage(scanned.error)}`];

function exitFor(findings: readonly Finding[], failOn: "warn" | "fail" | null): number {
  if (failOn === null) return EXIT.done;
  const has = (status: Finding["status"]) => findings.some(finding => finding.status === status);
  if (has("fail") || (failOn === "warn" && has("warn"))) return EXIT.findings;
  return has("inconclusive") ? EXIT.unchecked : EXIT.done;
}

/** Wrong usage outranks findings, findings outrank what could not be checked. */
const worseExit = (one: number, other: number): number => {
  const order: readonly number[] = [EXIT.done, EXIT.unchecked, EXIT.findings, EXIT.usage];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
};
