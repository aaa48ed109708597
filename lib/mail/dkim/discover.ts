import { type Answer, isAbsent, isFailure, joinedText, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";
import { type Known, known, type Unanswered, unknownFor } from "../known.ts";
import { parseKeyRecord } from "./parse-key.ts";
import { COMMON_SELECTORS, type DkimProvider, providerOfAlias, selectorsOf } from "./providers.ts";
import { keyName } from "./selector-name.ts";

/** What stands at one selector. Plain JSON. */
export interface DkimSelector {
  readonly selector: string;
  /** "message": somebody saw mail signed with it. "provider" and "common": guessed. */
  readonly source: "message" | "provider" | "common";
  readonly name: string;
  readonly lookup: string;
  readonly status: "records" | "nodata" | "nxdomain";
  /** Aliases followed from the selector's name. */
  readonly cnames: readonly string[];
  /** Whose key an alias leads to. */
  readonly provider: DkimProvider | null;
  readonly texts: readonly string[];
}

/** Everything that could be found out about the DKIM keys of a domain. Plain JSON. */
export interface DkimDiscovery {
  readonly domain: string;
  /** Whether anything exists below `_domainkey`; false is proof that no key does (RFC 8020). */
  readonly domainkey: Known<boolean>;
  /** What a selector that nobody chose is answered with; null when it does not exist, as it should not. */
  readonly wildcard: Known<{ readonly texts: readonly string[]; readonly cnames: readonly string[] } | null>;
  /** Selectors asked for. */
  readonly tried: number;
  /** Selectors that an answer came for, whichever. */
  readonly answered: number;
  /** The lookups of selectors that failed, or null. */
  readonly unanswered: Unanswered | null;
  /** Selectors where something stands, and those of messages in any case. */
  readonly selectors: readonly DkimSelector[];
}

export interface DkimQuestion {
  readonly domain: string;
  /** Selectors read from messages. */
  readonly messageSelectors: readonly string[];
  /** Ids of the providers that handle the domain's mail, as soon as they are known. */
  readonly providerIds: Promise<readonly string[]>;
  /** A label that nobody can have chosen. */
  readonly randomLabel: string;
}

/** Our politeness: no domain is asked for more selectors than this, the control included. */
const MOST_SELECTORS = 100;
const MOST_FROM_MESSAGES = 10;

/**
 * Looks for DKIM keys where they are likely: selectors of messages at once, common ones as soon as `_domainkey`
 * is not proven absent, those of the providers as soon as they are known. DKIM has no list of selectors, so
 * finding none proves nothing.
 */
export async function discoverDkim(resolver: Resolver, question: DkimQuestion): Promise<DkimDiscovery> {
  const { domain, randomLabel } = question;
  const sweep = new Sweep(resolver, domain);
  const base = resolver.lookup(`_domainkey.${domain}`, "TXT");
  sweep.ask("message", question.messageSelectors.slice(0, MOST_FROM_MESSAGES));
  const baseAnswer = await base;
  const proven = baseAnswer.status === "nxdomain" && baseAnswer.cnames.length === 0;
  // A key that a message was signed with shows that this name server's NXDOMAIN proves nothing.
  const absent = proven && !(await sweep.answers()).some(({ answer }) => answer.status === "records");
  const domainkey = isFailure(baseAnswer) ? unknownFor(baseAnswer) : known(!absent);
  if (absent) return conclude(await sweep.answers(), { domain, domainkey, wildcard: known(null) });
  const control = resolver.lookup(`${randomLabel}._domainkey.${domain}`, "TXT", { purpose: "selector" });
  sweep.ask("common", COMMON_SELECTORS);
  sweep.ask("provider", selectorsOf(await question.providerIds));
  return conclude(await sweep.answers(), { domain, domainkey, wildcard: readControl(await control) });
}

interface Asked {
  readonly selector: string;
  readonly source: DkimSelector["source"];
  readonly name: string;
  readonly answer: Answer<"TXT">;
}

/** The selectors asked so far, each once. */
class Sweep {
  readonly #resolver: Resolver;
  readonly #domain: string;
  readonly #asked = new Map<string, Promise<Asked>>();

  constructor(resolver: Resolver, domain: string) {
    this.#resolver = resolver;
    this.#domain = domain;
  }

  ask(source: DkimSelector["source"], selectors: readonly string[]): void {
    for (const selector of selectors) {
      const name = keyName(selector, this.#domain);
      // One place is kept for the control.
      if (name === null || this.#asked.has(name) || this.#asked.size >= MOST_SELECTORS - 1) continue;
      const answer = this.#resolver.lookup(name, "TXT", { purpose: "selector" });
      this.#asked.set(
        name,
        answer.then(settled => ({ selector, source, name, answer: settled })),
      );
    }
  }

  answers(): Promise<readonly Asked[]> {
    return Promise.all(this.#asked.values());
  }
}

type Surroundings = Pick<DkimDiscovery, "domain" | "domainkey" | "wildcard">;

function conclude(asked: readonly Asked[], surroundings: Surroundings): DkimDiscovery {
  const failed = asked.map(({ answer }) => answer).filter(isFailure);
  return {
    ...surroundings,
    tried: asked.length,
    answered: asked.length - failed.length,
    unanswered: failed.length === 0 ? null : unknownFor(...failed).failure,
    selectors: asked
      .flatMap(one => selectorOf(one))
      .filter(one => isWorthKeeping(one, surroundings.wildcard)),
  };
}

function selectorOf({ selector, source, name, answer }: Asked): readonly DkimSelector[] {
  if (isFailure(answer)) return [];
  const provider = providerOfAlias(answer.cnames, selector);
  const { id: lookup, status, cnames } = answer;
  return [
    { selector, source, name, lookup, status, cnames, provider, texts: recordsOf(answer).map(joinedText) },
  ];
}

/** A guess counts when a key or an alias stands there, and not merely what the wildcard gives to every name. */
function isWorthKeeping(one: DkimSelector, wildcard: DkimDiscovery["wildcard"]): boolean {
  if (one.source === "message") return true;
  const control = wildcard.ok ? wildcard.value : null;
  if (one.texts.length === 0) return one.cnames.length > 0 && (control?.cnames.length ?? 0) === 0;
  const isWildcard = control !== null && sameTexts(control.texts, one.texts);
  return !isWildcard && one.texts.some(text => parseKeyRecord(text).kind !== "other");
}

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.toSorted().join("\n") === other.toSorted().join("\n");

function readControl(answer: Answer<"TXT">): DkimDiscovery["wildcard"] {
  if (isFailure(answer)) return unknownFor(answer);
  if (isAbsent(answer) && answer.cnames.length === 0) return known(null);
  return known({ texts: textsOf(answer), cnames: answer.cnames });
}

/** What is kept of a name with absurdly many or long records; the longest key in use needs 1400 octets. */
const MOST_TEXTS = 5;
const LONGEST_TEXT = 8192;

const textsOf = (answer: Answer<"TXT">): readonly string[] =>
  recordsOf(answer)
    .slice(0, MOST_TEXTS)
    .map(record => joinedText(record).slice(0, LONGEST_TEXT));
