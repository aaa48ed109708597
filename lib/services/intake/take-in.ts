import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import { type DomainInputError, parseDomainInput } from "#lib/values/domain-name.ts";
import { startBatch } from "../batches/start.ts";
import { readBounceInput } from "../bounces/read.ts";
import type { BounceInput } from "../bounces/schemas.ts";
import { triageBounce } from "../bounces/triage.ts";
import type { ServiceContext } from "../context.ts";
import { startScan } from "../scans/start.ts";
import { ServiceError } from "../service-error.ts";

/** What came of something that was put into the one box. */
export interface TakenIn {
  readonly kind: "scan" | "bounce" | "batch";
  readonly id: string;
}

/**
 * Takes whatever was put into the one box: a domain or an address is scanned, one bounce gets its report, many get one
 * together. Refuses with `invalid` what is none of these, and with what the verb behind it refuses.
 */
export async function takeIn({ ctx, input }: { ctx: ServiceContext; input: BounceInput }): Promise<TakenIn> {
  const { text = "", files = [] } = input;
  const isLine = files.every(({ bytes }) => bytes.length === 0) && !text.trim().includes("\n");
  const domain = parseDomainInput(text);
  if (isLine && domain.ok && !REPLY.test(text)) return scan(ctx, text);
  const read = await readBounceInput(ctx, input);
  if (read.kind === "many") {
    const batch = await startBatch({ ctx, input: { files: read.files } });
    return { kind: "batch", id: batch.id };
  }
  // A line that somebody typed gets its answer where it was typed; a whole mail that is no bounce gets a page.
  if (isLine && read.report.event === "not_a_bounce") {
    if (domain.ok) return scan(ctx, text);
    throw noneOfThese(domain.error);
  }
  const bounce = await triageBounce({ ctx, input: { report: read.report } });
  return { kind: "bounce", id: bounce.id };
}

/** A reply code or status code: no domain or address looks like that, but one may stand beside it. */
const REPLY = /(?:^|[^\w.@-])[245](?:\d\d|\.\d{1,3}\.\d{1,3})(?=$|[^\w.@-])/u;

async function scan(ctx: ServiceContext, domain: string): Promise<TakenIn> {
  const started = await startScan({ ctx, input: { domain } });
  return { kind: "scan", id: started.scan.id };
}

function noneOfThese(error: DomainInputError): ServiceError {
  const message =
    error.code === "sentence" || error.code === "empty"
      ? "This is neither a domain nor a bounce that we can read. Paste the whole report, or at least the line with the code."
      : domainInputMessage(error);
  return new ServiceError("invalid", message, { field: "text" });
}
