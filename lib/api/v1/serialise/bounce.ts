import { bounceJson } from "#lib/triage/bounce-json.ts";
import type { StoredTriage } from "#lib/triage/stored-triage.ts";

/** What a verb knows of a bounce. */
export interface BounceRow {
  readonly id: string;
  readonly status: "pending" | "running" | "done" | "failed";
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly senderDomain: string | null;
  readonly recipientDomain: string | null;
  readonly senderScanId: string | null;
  readonly recipientScanIds: readonly string[];
  readonly cause: string | null;
  readonly failure: string | null;
  readonly triage: StoredTriage;
}

export const bounceUrl = (id: string): string => `/api/v1/bounces/${id}`;

/** A bounce with its report. `site` is where people reach the pages, without a final slash. */
export const serialiseBounce = (bounce: BounceRow, site: string) => ({
  id: bounce.id,
  status: bounce.status,
  createdAt: bounce.createdAt.toISOString(),
  finishedAt: bounce.finishedAt?.toISOString() ?? null,
  senderDomain: bounce.senderDomain,
  recipientDomain: bounce.recipientDomain,
  cause: bounce.cause,
  failure: bounce.failure,
  senderScan: bounce.senderScanId,
  recipientScan: bounce.recipientScanIds[0] ?? null,
  recipientScans: bounce.recipientScanIds,
  url: bounceUrl(bounce.id),
  page: `${site}/bounces/${bounce.id}`,
  report: bounceJson(bounce.triage),
});
