import type { Gathered } from "./finding.ts";
import type { DirectAnswer, DirectAnswers } from "./probes/direct-answers.ts";
import type { NameServer, NameServersEvidence } from "./probes/name-servers.ts";

export type ServerFault = {
  readonly host: string;
  readonly address: string | null;
  readonly fault: "silent" | "lame" | "no-address" | "private-address";
};

export interface JudgedServers {
  /** Hosts that answered at least one question with authority. */
  readonly answering: readonly string[];
  readonly faults: readonly ServerFault[];
  /** Fails when the way from here may be to blame for silence everywhere. */
  readonly reachable: Gathered<true>;
  /** Fails when one server's address, or its answer to one question, could not be had. */
  readonly complete: Gathered<true>;
  /** Fails when a server that may serve the zone could not be compared with the others. */
  readonly comparable: Gathered<true>;
}

/** Sorts name servers by what they answered to all that they were asked. */
export function judgeServers({ servers }: Pick<NameServersEvidence, "servers">): JudgedServers {
  const judged = servers.map(server => ({ server, state: stateOf(server) }));
  const unknown = judged.filter(({ state }) => state === "unknown").map(({ server }) => server);
  const silent = judged.filter(({ state }) => state === "silent").map(({ server }) => server);
  const partial = judged.filter(isPartial).map(({ server }) => server);
  return {
    answering: judged.filter(({ state }) => state === "answers").map(({ server }) => server.host),
    faults: judged.flatMap(({ server: { host, address }, state }) =>
      state === "answers" || state === "unknown"
        ? []
        : [{ host, address: address.ok ? address.value : null, fault: state }],
    ),
    reachable: failureOf([...unknown, ...silent]),
    complete: failureOf([...unknown, ...partial]),
    comparable: failureOf([...unknown, ...silent, ...partial]),
  };
}

/** A server that serves the zone and still left a question unanswered. */
const isPartial = ({ server, state }: { server: NameServer; state: State }): boolean =>
  state === "answers" && unansweredBy(server).length > 0;

/** Why nothing, or not all, is known of these servers: their address, or their silence. */
function failureOf(servers: readonly NameServer[]): Gathered<true> {
  if (servers.length === 0) return { ok: true, value: true };
  const lookups = servers.flatMap(server =>
    server.address.ok ? unansweredBy(server) : server.address.failure.lookups,
  );
  const dns = servers.find(({ address }) => !address.ok)?.address;
  return {
    ok: false,
    failure: { reason: dns?.ok === false ? dns.failure.reason : "network-failed", lookups },
  };
}

/** Ids of the questions that a server met with silence or an error. */
const unansweredBy = ({ answers }: Pick<NameServer, "answers">): readonly string[] =>
  answersOf(answers).flatMap(({ kind, lookup }) => (kind === "silent" || kind === "refusal" ? [lookup] : []));

const answersOf = (answers: DirectAnswers | null): readonly DirectAnswer[] =>
  answers === null ? [] : [answers.soa, answers.mx, answers.txt, answers.dmarc];

type State = ServerFault["fault"] | "answers" | "unknown";

/** One answer with authority shows that a server serves the zone; one fault does not show that it does not. */
function stateOf({ address, answers }: NameServer): State {
  if (!address.ok) return "unknown";
  if (answers === null) return address.value === null ? "no-address" : "private-address";
  const kinds = answersOf(answers).map(({ kind }) => kind);
  if (kinds.includes("authoritative")) return "answers";
  if (kinds.some(kind => kind !== "silent")) return "lame";
  // A machine without IPv6 hears nothing from such a server.
  return address.value?.includes(":") === true ? "unknown" : "silent";
}
