import table from "../../../data/mx-providers.json" with { type: "json" };

/** What a mail host is to the domain that names it. `special` are names that no mail should be sent to. */
export const PROVIDER_TYPES = [
  "mailbox",
  "gateway",
  "hosting",
  "consumer",
  "forwarding",
  "inbound-api",
  "special",
] as const;
export type ProviderType = (typeof PROVIDER_TYPES)[number];

export interface MailProvider {
  /** `provider_id` of data/mx-providers.json. */
  readonly id: string;
  readonly name: string;
  readonly type: ProviderType;
}

interface Pattern extends MailProvider {
  readonly pattern: string;
}

/**
 * The provider that runs a mail host, by the host's name: whole labels only, the longest pattern wins. Null
 * for a host that the table does not know. `host` is lower-case without the final dot.
 */
export function recogniseProvider(host: string): MailProvider | null {
  const exact = EXACT.get(host);
  if (exact !== undefined) return plain(exact);
  for (let suffix = host; suffix !== ""; suffix = suffix.slice(suffix.indexOf(".") + 1)) {
    const found = SUFFIX.get(suffix);
    if (found !== undefined) return plain(found);
    if (!suffix.includes(".")) break;
  }
  const glob = GLOBS.find(({ pattern }) => matchesGlob(pattern, host));
  return glob === undefined ? null : plain(glob);
}

/** The provider of that id with the name most hosts of it carry; null for an unknown id. */
export const providerById = (id: string): MailProvider | null => BY_ID.get(id) ?? null;

const isProviderType = (text: string): text is ProviderType => PROVIDER_TYPES.some(type => type === text);

function patternsOf(match: string): readonly Pattern[] {
  return table.entries.flatMap(({ match: how, pattern, provider_id: id, name, type }) =>
    how === match && isProviderType(type) ? [{ pattern, id, name, type }] : [],
  );
}

const byPattern = (match: string): ReadonlyMap<string, Pattern> =>
  new Map(patternsOf(match).map(one => [one.pattern, one]));

const plain = ({ id, name, type }: Pattern): MailProvider => ({ id, name, type });

/** A glob has as many labels as the host; `*` stands for one of them. */
function matchesGlob(pattern: string, host: string): boolean {
  const wanted = pattern.split(".");
  const labels = host.split(".");
  return (
    wanted.length === labels.length && wanted.every((label, at) => label === "*" || label === labels[at])
  );
}

const EXACT = byPattern("exact");
const SUFFIX = byPattern("suffix");
const GLOBS = patternsOf("glob");
const BY_ID: ReadonlyMap<string, MailProvider> = new Map(
  table.entries
    .toReversed()
    .flatMap(({ provider_id: id, name, type }) => (isProviderType(type) ? [[id, { id, name, type }]] : [])),
);
