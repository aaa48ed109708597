import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import { type DomainInput, parseDomainInput } from "#lib/values/domain-name.ts";
import type { ServiceContext } from "../context.ts";
import { readInput } from "../schemas.ts";
import { ServiceError } from "../service-error.ts";
import { monitorOwner } from "./owner.ts";
import { MOST_LINES } from "./policy.ts";
import { AddManyInput } from "./schemas.ts";
import { TOO_MANY, type WatchOutcome, watchDomains } from "./watch-domains.ts";

/** What became of one line of a paste. */
export interface LineAnswer {
  readonly line: string;
  readonly outcome: "added" | "already-watched" | "refused";
  /** Why it was refused; null for the others. */
  readonly reason: string | null;
}

/**
 * Watches every domain of a paste that can be watched: one a line, or parted by commas. Each line is answered, and
 * one that is refused takes none of the others with it. Refuses as a whole with `unauthenticated`, `forbidden`,
 * `invalid` (field `text`: nothing in it) or `limited`.
 */
export async function addMonitors({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: AddManyInput;
}): Promise<readonly LineAnswer[]> {
  const ownerId = monitorOwner(ctx, "monitors:write");
  const { text, intervalSeconds } = readInput(AddManyInput, input);
  const lines = linesOf(text).map((line, at) => ({ line: line.slice(0, 253), ...readLine(line, at) }));
  if (lines.length === 0) {
    throw new ServiceError("invalid", "Name at least one domain, such as example.com.", { field: "text" });
  }
  const domains = lines.flatMap(({ domain }) => domain ?? []);
  const outcomes = await ctx.database.transaction(db =>
    watchDomains(ctx, db, { ownerId, domains, intervalSeconds }),
  );
  const queue = [...outcomes];
  return lines.map(({ line, domain, reason }) =>
    domain === null ? { line, outcome: "refused", reason } : answerFor(line, queue.shift()),
  );
}

const linesOf = (text: string): readonly string[] =>
  text
    .split(/[\n\r,;]+/u)
    .map(line => line.trim())
    .filter(line => line !== "");

type ReadLine =
  | { readonly domain: DomainInput; readonly reason: null }
  | { readonly domain: null; readonly reason: string };

function readLine(line: string, at: number): ReadLine {
  if (at >= MOST_LINES) {
    return {
      domain: null,
      reason: `Only the first ${MOST_LINES} lines were read. Paste the rest once more.`,
    };
  }
  const parsed = parseDomainInput(line);
  return parsed.ok
    ? { domain: parsed.value, reason: null }
    : { domain: null, reason: domainInputMessage(parsed.error) };
}

function answerFor(line: string, outcome: WatchOutcome | undefined): LineAnswer {
  if (outcome?.outcome === "added" || outcome?.outcome === "already-watched") {
    return { line, outcome: outcome.outcome, reason: null };
  }
  return { line, outcome: "refused", reason: TOO_MANY };
}
