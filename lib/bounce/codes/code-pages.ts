import vendorCodes from "../../../data/provider-ndr-codes.json" with { type: "json" };
import { RULE_SETS } from "../rules/index.ts";
import { type CodeKey, codesIn, compareKeys, nameOfKey, type WrittenCode } from "./code-key.ts";
import { REGISTERED, type RegisteredMeaning } from "./registered-meanings.ts";

/** What one mail system means by a code, and how that ends. */
export type VendorMeaning = (typeof vendorCodes.codes)[number];

export interface CodePage {
  readonly key: CodeKey;
  /** "5.4.1", "4.7.500-4.7.699", "550": the name of its page. */
  readonly slug: string;
  /** The classes in which it is met. */
  readonly digits: readonly number[];
  readonly registered: RegisteredMeaning | null;
  readonly vendors: readonly VendorMeaning[];
}

/** Every code that the registry, a vendor or a rule tells of, in the order of the registry. */
export const CODE_PAGES: readonly CodePage[] = makePages();

/** The page about a code as people write it: "5.4.1", "x.4.1", "550 5.4.1", "550"; null where there is none. */
export function findCodePage(text: string): CodePage | null {
  const [written] = codesIn(text);
  if (written === undefined) return null;
  return BY_NAME.get(nameOfKey(written.key)) ?? CODE_PAGES.find(page => covers(page, written)) ?? null;
}

/** A range holds the codes between its ends, of its own class. */
const covers = ({ key, digits }: CodePage, { key: asked, digit }: WrittenCode): boolean =>
  key.kind === "range" &&
  asked.kind === "status" &&
  key.subject === asked.subject &&
  asked.detail >= key.detail &&
  asked.detail <= key.to &&
  (digit === null || digits.includes(digit));

function makePages(): readonly CodePage[] {
  const drafts = new Map<string, { key: CodeKey; digits: Set<number>; vendors: VendorMeaning[] }>();
  const draftOf = ({ key, digit }: WrittenCode) => {
    const name = nameOfKey(key);
    const draft = drafts.get(name) ?? { key, digits: new Set(), vendors: [] };
    if (digit !== null) draft.digits.add(digit);
    drafts.set(name, draft);
    return draft;
  };
  for (const name of [...REGISTERED.keys(), ...ruleCodes()]) codesIn(name).forEach(draftOf);
  for (const row of vendorCodes.codes) {
    for (const draft of new Set(codesIn(row.code).map(draftOf))) draft.vendors.push(row);
  }
  return [...drafts.values()]
    .map(({ key, digits, vendors }) => {
      const registered =
        REGISTERED.get(key.kind === "status" ? `X.${nameOfKey(key)}` : nameOfKey(key)) ?? null;
      return { key, digits: digitsOf(digits, registered), registered, vendors };
    })
    .map(page => ({ ...page, slug: slugOf(page.key, page.digits) }))
    .toSorted((one, other) => compareKeys(one.key, other.key));
}

function ruleCodes(): readonly string[] {
  return RULE_SETS.flatMap(({ rules }) => rules.flatMap(({ when }) => when.enhanced ?? [])).filter(
    code => !code.includes("-") && !code.includes("*"),
  );
}

/** A registered code is met as a refusal, but for those that only ever tell of success. */
function digitsOf(seen: ReadonlySet<number>, registered: RegisteredMeaning | null): readonly number[] {
  const success = registered?.usedWith?.startsWith("250") === true && seen.size === 0;
  const met = seen.size > 0 ? [...seen] : [success ? 2 : 5];
  return [...new Set([...met, ...(registered === null || success ? [] : [4, 5])])].toSorted();
}

function slugOf(key: CodeKey, digits: readonly number[]): string {
  if (key.kind === "reply") return String(key.code);
  const digit = digits.at(-1) ?? 5;
  const from = `${digit}.${key.subject}.${key.detail}`;
  return key.kind === "range" ? `${from}-${digit}.${key.subject}.${key.to}` : from;
}

const BY_NAME: ReadonlyMap<string, CodePage> = new Map(CODE_PAGES.map(page => [nameOfKey(page.key), page]));
