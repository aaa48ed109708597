import type { ClosedReason, ListRow } from "#lib/mail/dnsbl/index.ts";
import { blocklistById } from "#lib/mail/dnsbl/index.ts";
import { outcome } from "./define-check.ts";
import type { Fix } from "./finding.ts";

export { CLOSED_LISTS } from "#lib/mail/dnsbl/index.ts";

/** What the address or domain is to the mail of the scanned domain. */
export type EntryRole = "bounce" | "given" | "spf" | "mx" | "domain";

export interface ListedArgs {
  readonly [key: string]: string | number | boolean | null | readonly string[] | undefined;
  readonly entry: string;
  readonly role: EntryRole;
  readonly list: string;
  readonly name: string;
  readonly weight: number;
  readonly codes: readonly string[];
  readonly meaning: string;
  readonly text: string | null;
  readonly delist: string;
  readonly usedBy: string;
  /** The provider that owns the address, when it is shared: then the provider has to act. */
  readonly provider: string | null;
  /** Another independent list of weight 3 or more says the same. */
  readonly corroborated: boolean;
}

interface QuietArgs {
  readonly [key: string]: string | undefined;
  readonly entry: string;
  readonly list: string;
  readonly name: string;
}

/** Lists below this weight are context: a listing there changes no verdict. */
const COUNTING_WEIGHT = 2;
const HEAVY_WEIGHT = 6;
/** Two independent lists of this weight together are as good as a heavy one. */
export const CORROBORATING_WEIGHT = 3;

const LISTED_EXAMPLE: ListedArgs = {
  entry: "192.0.2.25",
  role: "spf",
  list: "spamhaus-zen",
  name: "Spamhaus ZEN",
  weight: 10,
  codes: ["127.0.0.3"],
  meaning: "CSS (automated: snowshoe, compromised, low reputation)",
  text: null,
  delist: "https://check.spamhaus.org/",
  usedBy: "most receivers",
  provider: null,
  corroborated: false,
};

/** The five answers of a blocklist, the same for addresses and for domains. */
export const blocklistOutcomes = {
  checked: outcome<{ asked: number; listed: number; notListed: number; policy: number; notChecked: number }>({
    status: "info",
    title: ({ asked, listed, policy, notChecked }) =>
      [
        `${listed === 0 ? "No" : listed} listing${listed > 1 ? "s" : ""} in ${asked - notChecked} answers`,
        ...(policy > 0 ? [`${policy} policy entr${policy === 1 ? "y" : "ies"}`] : []),
        ...(notChecked > 0 ? [`${notChecked} more could not be had`] : []),
      ].join(", "),
    example: { asked: 18, listed: 0, notListed: 15, policy: 0, notChecked: 3 },
  }),
  "not-listed": outcome<QuietArgs>({
    status: "pass",
    title: ({ entry, name }) => `${entry} is not on ${name}`,
    example: { entry: "192.0.2.25", list: "spamhaus-zen", name: "Spamhaus ZEN" },
  }),
  listed: outcome<ListedArgs>({
    status: args => listedStatus(args),
    title: ({ entry, name }) => `${entry} is on ${name}`,
    detail: ({ meaning, usedBy, role, text }) =>
      [
        `What the list says: ${meaning}.`,
        ...(text === null ? [] : [`In its own words: “${text}”`]),
        ...(usedBy === "" ? [] : [`Who uses it: ${usedBy}.`]),
        ...(role === "mx" ? ["This server receives your mail; it may not be the one that sends it."] : []),
      ].join(" "),
    fix: args => delistingFix(args),
    example: LISTED_EXAMPLE,
  }),
  "policy-listed": outcome<QuietArgs & { meaning: string }>({
    status: "info",
    title: ({ entry, name }) => `${entry} is in a policy range of ${name}`,
    detail: ({ meaning }) =>
      `${meaning}. This is a statement about the kind of address, not about abuse; it matters when mail leaves directly from there.`,
    example: { entry: "192.0.2.25", list: "spamhaus-zen", name: "Spamhaus ZEN", meaning: "PBL" },
  }),
  "not-checked": outcome<QuietArgs & { reason: string; key: string }>({
    status: "info",
    title: ({ name, reason }) =>
      `${name} was not checked: ${WHY_SILENT[reason as ClosedReason] ?? "it did not answer"}`,
    detail: ({ reason, key }) =>
      WHAT_TO_SET[reason as ClosedReason]?.(key) ?? "This says nothing about the entry.",
    example: {
      entry: "192.0.2.25",
      list: "spamhaus-zen",
      name: "Spamhaus ZEN",
      reason: "refuses-resolver",
      key: "",
    },
    unmeasured: true,
  }),
};

const WHY_SILENT: { readonly [Reason in ClosedReason]: string } = {
  "refuses-resolver": "this list refuses queries from the resolver in use",
  "lists-everything": "it lists everything at the moment, so its answer is worth nothing",
  "test-entry-missing": "its own test entry is missing, so its silence proves nothing",
  "no-test-entry": "it has no test entry that answers, so its silence proves nothing",
  "answers-outside-127": "its zone is parked or hijacked",
  "lookup-failed": "it did not answer",
  "over-budget": "the scan had no lookups left for it",
  "key-missing": "it needs a key",
};

const WHAT_TO_SET: { readonly [Reason in ClosedReason]?: (key: string) => string } = {
  "refuses-resolver": key =>
    key === ""
      ? "Public resolvers (8.8.8.8, 1.1.1.1 and the like) are refused. Set DNS_SERVERS to a recursive resolver of your own."
      : `Set DNS_SERVERS to a recursive resolver of your own, or set ${key}.`,
  "key-missing": key => `Set ${key} to the key you got from the list's operator.`,
};

function listedStatus({ weight, corroborated, role }: ListedArgs): "info" | "warn" | "fail" {
  if (weight < COUNTING_WEIGHT) return "info";
  const heavy = weight >= HEAVY_WEIGHT || corroborated;
  return heavy && role !== "mx" ? "fail" : "warn";
}

function delistingFix({ entry, name, delist, provider, role }: ListedArgs): Fix {
  const subject = role === "domain" ? "domain" : "server";
  const asker =
    provider === null
      ? `Only then ask ${name} to remove ${entry}: ${delist}.`
      : `${entry} belongs to ${provider} and is shared: report the listing to them; only the owner of the address can ask ${name} (${delist}).`;
  return {
    who: provider === null ? "mail-admin" : "provider",
    steps: [
      `Find the cause first: a hacked account or web form, an infected machine, or mail to people who did not ask for it that left this ${subject}.`,
      "Stop it, and look at the logs until a day has passed without it. A removal asked for too early is followed by a new listing, and some lists then wait longer.",
      asker,
    ],
    records: [],
  };
}

/** Puts the row of one list into one of the outcomes above. */
export function blocklistVerdict(
  row: ListRow,
  role: EntryRole,
  provider: string | null,
  corroborated: boolean,
) {
  const list = blocklistById(row.list);
  const about = { entry: row.entry, list: row.list, name: list?.name ?? row.list };
  const subject = `${row.entry} @ ${row.list}`;
  const { verdict, lookups } = row;
  switch (verdict.result) {
    case "not-listed":
      return { outcome: "not-listed" as const, args: about, subject, lookups };
    case "informational":
      return {
        outcome: "policy-listed" as const,
        args: { ...about, meaning: meaningOf(verdict.codes) },
        subject,
        lookups,
      };
    case "listed": {
      const args: ListedArgs = {
        ...about,
        role,
        weight: list?.weight ?? 0,
        codes: verdict.codes.map(code => code.address),
        meaning: meaningOf(verdict.codes),
        text: verdict.text,
        delist: list?.delist ?? "",
        usedBy: list?.usedBy ?? "",
        provider,
        corroborated,
      };
      return { outcome: "listed" as const, args, subject, lookups };
    }
    case "refused":
    case "unknown":
      return {
        outcome: "not-checked" as const,
        args: { ...about, reason: verdict.reason, key: KEYED_TWINS[row.list] ?? list?.key ?? "" },
        subject,
        lookups,
      };
  }
}

/** Public mirrors that have a keyed twin which answers any resolver. */
const KEYED_TWINS: { readonly [list: string]: string } = {
  "spamhaus-zen": "SPAMHAUS_DQS_KEY",
  "spamhaus-dbl": "SPAMHAUS_DQS_KEY",
};

const meaningOf = (codes: readonly { readonly meaning: string }[]): string =>
  [...new Set(codes.map(code => code.meaning))].join("; ");

/** Whether at least two lists of some weight list the same entry. */
export const isCorroborated = (rows: readonly ListRow[]): boolean =>
  rows.filter(
    row => row.verdict.result === "listed" && (blocklistById(row.list)?.weight ?? 0) >= CORROBORATING_WEIGHT,
  ).length >= 2;

/** The counts of the summary finding. */
export const countRows = (rows: readonly ListRow[]) => {
  const count = (...results: readonly ListRow["verdict"]["result"][]) =>
    rows.filter(row => results.includes(row.verdict.result)).length;
  return {
    asked: rows.length,
    listed: count("listed"),
    notListed: count("not-listed"),
    policy: count("informational"),
    notChecked: count("refused", "unknown"),
  };
};
