import { describe, expect, it } from "vitest";
import { compareServers } from "#lib/scan/name-server-agreement.ts";
import { judgeServers } from "#lib/scan/name-server-states.ts";
import { gathered } from "#lib/scan/define-probe.ts";
import type { DirectAnswer } from "#lib/scan/probes/direct-answers.ts";
import type { NameServer } from "#lib/scan/probes/name-servers.ts";

const answer = (kind: DirectAnswer["kind"], ...values: readonly string[]): DirectAnswer => ({
  lookup: `Q ${kind}`,
  kind,
  values,
});
const server = (
  host: string,
  address: string | null,
  kinds: Partial<Record<"soa" | "mx" | "txt" | "dmarc", DirectAnswer>> | null,
): NameServer => ({
  host,
  address: gathered(address),
  answers:
    kinds === null
      ? null
      : {
          soa: answer("authoritative", "1"),
          mx: answer("authoritative", "10 mx"),
          txt: answer("authoritative"),
          dmarc: answer("authoritative"),
          ...kinds,
        },
});
const all = (kind: DirectAnswer["kind"]) => ({
  soa: answer(kind),
  mx: answer(kind),
  txt: answer(kind),
  dmarc: answer(kind),
});
const UNKNOWN: NameServer = {
  host: "u",
  address: { ok: false, failure: { reason: "dns-failed", lookups: ["A u"] } },
  answers: null,
};

describe("judgeServers", () => {
  it.each([
    ["silent", server("a", "192.0.2.1", all("silent")), "silent"],
    ["an error for everything", server("a", "192.0.2.1", all("refusal")), "lame"],
    ["referrals", server("a", "192.0.2.1", all("referral")), "lame"],
    ["no address", server("a", null, null), "no-address"],
    ["a private address", server("a", "10.0.0.1", null), "private-address"],
  ])("%s is a fault", (_name, one, fault) => {
    expect(judgeServers({ servers: [one] }).faults).toEqual([expect.objectContaining({ host: "a", fault })]);
  });

  it.each([
    [
      "one answer with authority is enough",
      server("a", "192.0.2.1", { ...all("silent"), mx: answer("authoritative") }),
    ],
    ["one error is not enough", server("a", "192.0.2.1", { soa: answer("refusal") })],
  ])("%s, but not all is known", (_name, one) => {
    const judged = judgeServers({ servers: [one] });
    expect(judged).toMatchObject({ answering: ["a"], faults: [], reachable: { ok: true } });
    expect(judged.complete.ok).toBe(false);
    expect(judged.comparable.ok).toBe(false);
  });

  it("holds nothing against a server that the way there may hide", () => {
    for (const one of [UNKNOWN, server("a", "2001:db8::1", all("silent"))]) {
      const judged = judgeServers({ servers: [one] });
      expect(judged).toMatchObject({ answering: [], faults: [], reachable: { ok: false } });
    }
  });
});

describe("compareServers", () => {
  it("groups servers by what they hold", () => {
    const servers = [
      server("a", "192.0.2.1", {}),
      server("b", "192.0.2.2", { mx: answer("authoritative", "10 old") }),
      server("c", "192.0.2.3", {}),
    ];
    const { differences, complete } = compareServers("example.com", { servers });
    expect(differences).toEqual([
      {
        name: "example.com",
        type: "MX",
        values: [
          { hosts: ["a", "c"], values: ["10 mx"] },
          { hosts: ["b"], values: ["10 old"] },
        ],
        serials: ["1"],
      },
    ]);
    expect(complete.ok).toBe(true);
  });

  it("leaves out a name that was delegated elsewhere", () => {
    const servers = [
      server("a", "192.0.2.1", { dmarc: answer("referral") }),
      server("b", "192.0.2.2", { dmarc: answer("referral") }),
    ];
    const compared = compareServers("example.com", { servers });
    expect(compared).toMatchObject({ differences: [], answering: ["a", "b"], complete: { ok: true } });
  });

  it("cannot say that servers agree when one of them is silent", () => {
    const servers = [
      server("a", "192.0.2.1", {}),
      server("b", "192.0.2.2", {}),
      server("c", "192.0.2.3", all("silent")),
    ];
    expect(compareServers("example.com", { servers }).complete.ok).toBe(false);
  });
});
