import { z } from "zod";
import { domainInputMessage } from "#lib/values/domain-input-message.ts";
import type { DomainInput } from "#lib/values/domain-name.ts";
import { parseDomainInput } from "#lib/values/domain-name.ts";
import { SERVICE_ID } from "../schemas.ts";

/** What people type or paste: a domain, a URL, an address. Refused with one sentence each. */
export const DomainText = z.string().transform((text, refusal): DomainInput => {
  const parsed = parseDomainInput(text);
  if (parsed.ok) return parsed.value;
  refusal.addIssue({ code: "custom", message: domainInputMessage(parsed.error) });
  return z.NEVER;
});

export const StartScanInput = z.object({
  domain: DomainText,
  /** DKIM selectors and sending addresses known beforehand, from a bounce or a person. */
  selectors: z.array(z.string().max(253)).max(20).default([]),
  sendingAddresses: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .max(20)
    .default([]),
  source: z.enum(["web", "api", "bounce", "monitor"]).default("web"),
});
export type StartScanInput = z.input<typeof StartScanInput>;

export const ScanIdInput = z.object({ id: SERVICE_ID });
export type ScanIdInput = z.input<typeof ScanIdInput>;

export const FollowScanInput = z.object({ id: SERVICE_ID, after: z.bigint().default(0n) });
export type FollowScanInput = z.input<typeof FollowScanInput>;

/** A place in the list of scans. */
export const ScanPlace = z.object({ requestedAt: z.date(), id: SERVICE_ID });
export type ScanPlace = z.infer<typeof ScanPlace>;

export const ListScansInput = z.object({
  domain: DomainText.optional(),
  /** Scans requested before this moment: the `next` of the page before. */
  before: z.date().optional(),
  /** Scans behind this one: the `last` of the page before. */
  after: ScanPlace.optional(),
  limit: z.number().int().min(1).max(100).default(25),
});
export type ListScansInput = z.input<typeof ListScansInput>;

export const CompareScansInput = z.object({ before: SERVICE_ID, after: SERVICE_ID });
export type CompareScansInput = z.input<typeof CompareScansInput>;
