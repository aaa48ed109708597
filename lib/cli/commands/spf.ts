import { parseArgs } from "node:util";
import { checkHost } from "#lib/mail/spf/check-host.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { systemClock } from "#lib/values/clock.ts";
import { parseIpAddress } from "#lib/values/ip-address.ts";
import { DNS_ARGUMENTS, readDnsOptions, UsageError } from "../dns-arguments.ts";
import { type CliIo, EXIT } from "../io.ts";
import { linesOf } from "../lines.ts";

/** Queries in work at once; a query asks for little, so they wait for DNS more than for us. */
const AT_ONCE = 32;

/**
 * `spf --jsonl`: reads {"ip","mailFrom","helo"} from every line and answers with the result of check_host()
 * (RFC 7208), one line each, in the same order. A line that cannot be read is answered with {"error"}.
 */
export async function spfCommand(args: string[], io: CliIo): Promise<number> {
  const { values } = parseArgs({ args, options: { ...DNS_ARGUMENTS, jsonl: { type: "boolean" } } });
  if (values.jsonl !== true) throw new UsageError("spf reads queries as JSON lines: mailtriage spf --jsonl");
  const resolver = io.resolver(readDnsOptions(values));
  // Each answer is written as soon as all before it are, so that a caller may also ask line by line.
  const written: Promise<void>[] = [];
  let last = Promise.resolve();
  for await (const text of linesOf(io.stdin)) {
    const answer = answerLine(text, resolver);
    last = last.then(async () => io.stdout(await answer));
    written.push(last);
    if (written.length >= AT_ONCE) await written.shift();
  }
  await last;
  return EXIT.done;
}

async function answerLine(line: string, resolver: Resolver): Promise<string> {
  const query = readQuery(line);
  if (typeof query === "string") return JSON.stringify({ error: query });
  const outcome = await checkHost(query, { resolver, clock: systemClock });
  const { result, explanation, lookups, voidLookups } = outcome;
  return JSON.stringify({ result, explanation, lookups, voidLookups });
}

/** The query on one line, or what is wrong with it. A missing or null "mailFrom" is the null reverse-path. */
function readQuery(line: string) {
  const value = parseJson(line);
  if (typeof value !== "object" || value === null) return "not a JSON object";
  const field = (name: string): unknown => (Object.hasOwn(value, name) ? Reflect.get(value, name) : "") ?? "";
  const [ip, mailFrom, helo] = [field("ip"), field("mailFrom"), field("helo")];
  if (typeof ip !== "string" || typeof mailFrom !== "string" || typeof helo !== "string") {
    return '"ip", "mailFrom" and "helo" must be strings';
  }
  const address = parseIpAddress(ip);
  return address === null ? '"ip" is not an IP address' : { ip: address, mailFrom, helo };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
