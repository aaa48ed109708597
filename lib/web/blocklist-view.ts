import { CLOSED_LISTS } from "#lib/scan/blocklist-outcomes.ts";
import { presentFinding } from "#lib/scan/present.ts";
import type { Finding, Status } from "#lib/scan/finding.ts";
import { type BlocklistAnswer, lookUpBlocklists } from "#lib/services/blocklists/look-up.ts";
import { ServiceError } from "#lib/services/service-error.ts";
import { pageContext } from "./request-context.ts";

/** The answer of one list, in words. */
export interface ListAnswerView {
  readonly id: string;
  readonly status: Status;
  readonly isMeasured: boolean;
  readonly title: string;
  readonly detail: string | null;
  readonly steps: readonly string[];
}

export interface BlocklistAnswersView {
  readonly entry: string;
  /** The summary in one sentence. */
  readonly summary: string;
  readonly status: Status;
  /** Lists that name the entry, then lists that could not be asked, then the clear ones. */
  readonly answers: readonly ListAnswerView[];
}

export interface BlocklistPageView {
  readonly refusal: string | null;
  readonly answers: BlocklistAnswersView | null;
}

/** Looks an entry up for the page; what cannot be looked up is a sentence for the form. */
export async function lookUpForPage(entry: string): Promise<BlocklistPageView> {
  try {
    const answer = await lookUpBlocklists({ ctx: await pageContext(), input: { entry } });
    return { refusal: null, answers: viewAnswer(answer) };
  } catch (error) {
    if (error instanceof ServiceError && error.code !== "unavailable") {
      return { refusal: error.message, answers: null };
    }
    throw error;
  }
}

function viewAnswer({ entry, findings }: BlocklistAnswer): BlocklistAnswersView {
  const ordered = findings.toSorted((one, other) => rank(one) - rank(other));
  const listed = findings.filter(({ outcome }) => outcome === "listed").length;
  const silent = findings.filter(({ outcome }) => outcome === "not-checked").length;
  const asked = findings.length;
  return {
    entry,
    summary: summaryOf({ entry, listed, silent, asked }),
    status: listed > 0 ? "fail" : silent === asked ? "inconclusive" : "pass",
    answers: ordered.map(viewFinding),
  };
}

function summaryOf(counts: { entry: string; listed: number; silent: number; asked: number }): string {
  const { entry, listed, silent, asked } = counts;
  const clear = asked - silent;
  const unknown = silent === 0 ? "" : ` ${silent} could not be checked.`;
  if (listed > 0) return `${entry} is on ${listed} of ${asked} lists.${unknown}`;
  if (clear === 0) return `None of the ${asked} lists could be checked. Nothing is known about ${entry}.`;
  return `${entry} is on none of the ${clear} lists that could be checked.${unknown}`;
}

const ORDER = ["listed", "policy-listed", "not-checked", "not-listed"];
const rank = ({ outcome }: Finding): number => ORDER.indexOf(outcome);

function viewFinding(finding: Finding): ListAnswerView {
  const context = { domain: "", mailProvider: null, dnsProvider: null, sends: null };
  const { title, detail, fix } = presentFinding(finding, context);
  const isMeasured = finding.outcome !== "not-checked";
  return {
    id: String(finding.args["list"]),
    status: isMeasured ? finding.status : "inconclusive",
    isMeasured,
    title,
    detail,
    steps: fix?.steps ?? [],
  };
}

/** A list that is never asked, and why. */
export interface ClosedListView {
  readonly name: string;
  readonly why: string;
}

const WHY_CLOSED: { readonly [status: string]: string } = {
  dead: "No longer runs: its silence would look like a clean result",
  dangerous: "Lists everything, or is kept in a way that nobody should trust",
  merged: "Part of another list that is asked",
};

export const closedLists = (): readonly ClosedListView[] =>
  CLOSED_LISTS.map(({ name, status }) => ({ name, why: WHY_CLOSED[status] ?? "Not asked" }));
