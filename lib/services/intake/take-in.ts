import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
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
  const domain = parseDomainInput(text);
  const isDomain = files.every(({ bytes }) => bytes.length === 0) && domain.ok;
  if (isDomain) {
    const { scan } = await startScan({ ctx, input: { domain: text } });
    return { kind: "scan", id: scan.id };
  }
  const read = await readBounceInput(ctx, input);
  if (read.kind === "many") {
    const batch = await startBatch({ ctx, input: { files: read.files } });
    return { kind: "batch", id: batch.id };
  }
  if (read.report.event === "not_a_bounce" && isTyped(text))
    throw noneOfThese(domain.ok ? null : domain.error);
  const bounce = await triageBounce({ ctx, input: { report: read.report } });
  return { kind: "bounce", id: bounce.id };
}

/** A line that somebody typed gets its answer where it was typed; a whole mail that is no bounce gets a page. */
const isTyped = (text: string): boolean => text.trim() !== "" && !text.trim().includes("\n");

function noneOfThese(error: Parameters<typeof domainInputMessage>[0] | null): ServiceError {
  const message =
    error === null || error.code === "sentence" || error.code === "empty"
      ? "This is neither a domain nor a bounce that we can read. Paste the whole report, or at least the line with the code."
      : domainInputMessage(error);
  return new ServiceError("invalid", message, { field: "text" });
}
