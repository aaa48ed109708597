import { recogniseProvider } from "#lib/mail/mx/provider.ts";
import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import type { Fix } from "../finding.ts";
import { listed, withoutHosts } from "../mail-hosts.ts";
import { allAddresses } from "../probes/host-addresses.ts";

type Reversed = {
  readonly address: string;
  /** The mail host that has the address. */
  readonly host: string;
  readonly reverseName: string;
  readonly names: readonly string[];
  /** Who runs the host, when it is a provider: then the domain is not to blame. */
  readonly provider: string | null;
};

const EXAMPLE: Reversed = {
  address: "192.0.2.1",
  host: "mx1.example.com",
  reverseName: "1.2.0.192.in-addr.arpa",
  names: [],
  provider: null,
};

const unlessProvided = ({ provider }: Reversed): "info" | "warn" => (provider === null ? "warn" : "info");

/** Do the mail servers' addresses have names that lead back to them? */
export const mxReverseDns = defineCheck({
  id: "mx-reverse-dns",
  section: "delivery",
  question: "Do the mail servers' addresses have names that lead back to them?",
  why: "Gmail, Yahoo and many others refuse mail from an address without a confirmed name. Servers that take mail often send it too, so theirs are looked at.",
  reference: "RFC 1912, PTR records; Gmail and Yahoo sender requirements",
  weighty: false,
  needs: ["mx", "hosts", "reverse"],
  outcomes: {
    confirmed: outcome<Reversed & { name: string }>({
      status: "pass",
      title: ({ address, name }) => `${address} is called ${name}, and ${name} leads back to it`,
      example: { ...EXAMPLE, names: ["mx1.example.com"], name: "mx1.example.com" },
    }),
    missing: outcome<Reversed>({
      status: unlessProvided,
      title: ({ address }) => `${address} has no name in reverse DNS`,
      detail: args => `It belongs to ${args.host}. ${consequence(args)}`,
      fix: args => reverseFix(args, "create"),
      example: EXAMPLE,
    }),
    "not-confirmed": outcome<Reversed>({
      status: unlessProvided,
      title: ({ address, names }) =>
        `${address} is called ${listed(names.slice(0, 3))}, which does not lead back to it`,
      detail: args => `It belongs to ${args.host}. ${consequence(args)}`,
      fix: args => reverseFix(args, "replace"),
      example: { ...EXAMPLE, names: ["host-1.isp.example"] },
    }),
  },
  run: ({ mx, hosts, reverse: { addresses } }, { need, each }) => {
    if (hosts.hosts.length === 0) return withoutHosts(mx);
    if (addresses.length === 0) {
      for (const host of hosts.hosts) need(allAddresses(host));
      return notApplicable("no-address-to-check");
    }
    return each(
      addresses,
      ({ address }) => address,
      ({ address, host, reverseName, names: found, confirmedBy }) => {
        const names = need(found);
        const provider = recogniseProvider(host)?.name ?? null;
        const args: Reversed = { address, host, reverseName, names, provider };
        if (names.length === 0) return { outcome: "missing", args };
        const name = need(confirmedBy);
        return name === null
          ? { outcome: "not-confirmed", args }
          : { outcome: "confirmed", args: { ...args, name } };
      },
    );
  },
});

const consequence = ({ provider }: Reversed): string =>
  provider === null
    ? "Mail that this server sends is refused or put into spam by many receivers."
    : `The server is run by ${provider}, which sends from other addresses: nothing to do for you.`;

function reverseFix(
  { address, host, reverseName, names, provider }: Reversed,
  action: "create" | "replace",
): Fix {
  if (provider !== null) return { who: "nobody", steps: [], records: [] };
  return {
    who: "provider",
    steps: [
      `Reverse DNS belongs to whoever rents out the address ${address}. In the panel of your hosting or line provider look for “reverse DNS” or “PTR”, or ask their support.`,
      `Have the name of ${address} set to ${host}, which already leads to this address.`,
      "If the server greets other servers with another name (HELO), use that name, and give it this address.",
    ],
    records: [
      {
        action,
        name: reverseName,
        type: "PTR",
        value: `${host}.`,
        replaces: action === "replace" ? `${names[0] ?? ""}.` : null,
      },
    ],
  };
}
