import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { BounceInputError } from "#lib/bounce/containers/input-error.ts";
import { parseBounces } from "#lib/bounce/parse-bounce.ts";
import { bounceLines } from "../bounce-lines.ts";
import { DNS_ARGUMENTS, readDnsOptions, UsageError } from "../dns-arguments.ts";
import { type CliIo, type DnsOptions, EXIT } from "../io.ts";

/**
 * `bounce [--json] [--dns HOST] [--no-dns] FILE... | -`: reads each file, whatever it is, and explains every message,
 * line, row or event in it. DNS is asked only where servers are named: the verdict on a bounce must not wait for it.
 */
export async function bounceCommand(args: string[], io: CliIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { ...DNS_ARGUMENTS, json: { type: "boolean" }, "no-dns": { type: "boolean" } },
  });
  if (positionals.length === 0) throw new UsageError("bounce needs files to read, or - for standard input");
  const asksDns = values["no-dns"] !== true && (values.dns !== undefined || values.doh !== undefined);
  const complete = asksDns ? await joinerFor(readDnsOptions(values), io) : null;
  let unread = 0;
  for (const file of positionals) {
    const input = await contentOf(file, io);
    if (input === null) {
      unread += 1;
      continue;
    }
    try {
      let item = 0;
      for await (const found of parseBounces(input)) {
        item += 1;
        const report = complete === null ? found : await complete(found);
        if (values.json === true) io.stdout(toJson(file, item, report));
        else for (const line of bounceLines(file, item, report)) io.stdout(line);
      }
    } catch (error) {
      if (!(error instanceof BounceInputError)) throw error;
      io.stderr(`${file}: ${error.message}`);
      unread += 1;
    }
  }
  return unread > 0 ? EXIT.usage : EXIT.done;
}

/** Loaded when it is asked for: most bounces are explained without a single packet. */
const joinerFor = async (dns: DnsOptions, io: CliIo) =>
  (await import("../bounce-evidence.ts")).evidenceJoiner(dns, io);

const toJson = (file: string, item: number, { schema, ...report }: BounceReport): string =>
  JSON.stringify({ schema, file: file === "-" ? null : file, item, ...report });

async function contentOf(file: string, io: CliIo): Promise<Uint8Array | null> {
  try {
    return file === "-" ? await readAll(io.stdin) : readFileSync(file);
  } catch (error) {
    io.stderr(`${file}: ${error instanceof Error ? error.message : "cannot be read"}`);
    return null;
  }
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}
