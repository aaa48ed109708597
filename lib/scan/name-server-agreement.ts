import type { Gathered } from "./finding.ts";
import { judgeServers } from "./name-server-states.ts";
import type { DirectAnswer, DirectAnswers } from "./probes/direct-answers.ts";
import type { NameServersEvidence } from "./probes/name-servers.ts";

/** Records that are not the same at all name servers. */
export type Difference = {
  readonly name: string;
  readonly type: "MX" | "TXT";
  /** Which servers hold what. */
  readonly values: readonly { readonly hosts: readonly string[]; readonly values: readonly string[] }[];
  /** The distinct serial numbers of the zone. */
  readonly serials: readonly string[];
};

export interface Comparison {
  /** Hosts that answered at least one question with authority. */
  readonly answering: readonly string[];
  readonly differences: readonly Difference[];
  /** Fails when some server could not be compared. */
  readonly complete: Gathered<true>;
}

interface Answering {
  readonly host: string;
  readonly answers: DirectAnswers;
}

/** Compares what the servers that serve the zone say about mail. Lame ones serve no zone and are left out. */
export function compareServers(
  domain: string,
  { servers }: Pick<NameServersEvidence, "servers">,
): Comparison {
  const { answering: serving, comparable: complete } = judgeServers({ servers });
  const answering = servers.flatMap(({ host, answers }): readonly Answering[] =>
    answers !== null && serving.includes(host) ? [{ host, answers }] : [],
  );
  const serials = [...new Set(answering.flatMap(({ answers }) => answers.soa.values))].toSorted();
  const compare = (name: string, type: "MX" | "TXT", pick: (answers: DirectAnswers) => DirectAnswer) => {
    const groups = Map.groupBy(
      answering.filter(({ answers }) => pick(answers).kind === "authoritative"),
      ({ answers }) => JSON.stringify(pick(answers).values),
    );
    const values = [...groups.values()].flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [{ hosts: [first, ...others].map(({ host }) => host), values: shown(pick(first.answers).values) }],
    );
    return values.length > 1 ? [{ name, type, values, serials }] : [];
  };
  return {
    answering: answering.map(({ host }) => host),
    differences: [
      ...compare(domain, "MX", ({ mx }) => mx),
      ...compare(domain, "TXT", ({ txt }) => txt),
      ...compare(`_dmarc.${domain}`, "TXT", ({ dmarc }) => dmarc),
    ],
    complete,
  };
}

const MOST_VALUES = 20;
const LONGEST_VALUE = 300;

const shown = (values: readonly string[]): readonly string[] =>
  values.slice(0, MOST_VALUES).map(value => value.slice(0, LONGEST_VALUE));
