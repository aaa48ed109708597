import type { Gathered } from "./finding.ts";
import type { NameServer, NameServersEvidence } from "./probes/name-servers.ts";

export type ServerFault = {
  readonly host: string;
  readonly address: string | null;
  readonly fault: "silent" | "lame" | "no-address" | "private-address";
};

export interface JudgedServers {
  /** Hosts that answered with authority. */
  readonly answering: readonly string[];
  readonly faults: readonly ServerFault[];
  /** Fails when the way from here may be to blame for silence everywhere. */
  readonly reachable: Gathered<true>;
  /** Fails when one server's address could not be found out or reached from here. */
  readonly complete: Gathered<true>;
}

/** Sorts name servers by what they answered to the question for the zone's SOA record. */
export function judgeServers({ servers }: Pick<NameServersEvidence, "servers">): JudgedServers {
  const judged = servers.map(server => ({ server, state: stateOf(server) }));
  const unknown = judged.filter(({ state }) => state === "unknown").map(({ server }) => server);
  const silent = judged.filter(({ state }) => state === "silent").map(({ server }) => server);
  return {
    answering: judged.filter(({ state }) => state === "answers").map(({ server }) => server.host),
    faults: judged.flatMap(({ server: { host, address }, state }) =>
      state === "answers" || state === "unknown"
        ? []
        : [{ host, address: address.ok ? address.value : null, fault: state }],
    ),
    reachable: failureOf([...unknown, ...silent]),
    complete: failureOf(unknown),
  };
}

/** Why nothing is known of these servers: their address, or silence. */
function failureOf(servers: readonly NameServer[]): Gathered<true> {
  if (servers.length === 0) return { ok: true, value: true };
  const lookups = servers.flatMap(({ address, answers }) =>
    address.ok ? (answers?.soa.lookup ?? []) : address.failure.lookups,
  );
  const dns = servers.find(({ address }) => !address.ok)?.address;
  return {
    ok: false,
    failure: { reason: dns?.ok === false ? dns.failure.reason : "network-failed", lookups },
  };
}

function stateOf({ address, answers }: NameServer): ServerFault["fault"] | "answers" | "unknown" {
  if (!address.ok) return "unknown";
  if (answers === null) return address.value === null ? "no-address" : "private-address";
  switch (answers.soa.kind) {
    case "authoritative":
      return "answers";
    case "lame":
      return "lame";
    case "silent":
      // A machine without IPv6 hears nothing from such a server.
      return address.value?.includes(":") === true ? "unknown" : "silent";
  }
}
