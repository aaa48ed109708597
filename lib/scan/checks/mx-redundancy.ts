import { defineCheck, outcome } from "../define-check.ts";
import { withoutHosts } from "../mail-hosts.ts";
import { knownAddresses } from "../probes/host-addresses.ts";
import { isPublicAddress } from "../public-address.ts";

/** Does mail still arrive when one mail server is down? */
export const mxRedundancy = defineCheck({
  id: "mx-redundancy",
  section: "delivery",
  question: "Is there more than one address that takes mail?",
  why: "Senders keep mail for days when no server answers, so one address is no fault. With several, an outage of one is not even noticed.",
  reference: "RFC 5321, locating the target host",
  weighty: false,
  needs: ["mx", "hosts"],
  outcomes: {
    "several-addresses": outcome<{ addresses: readonly string[]; hosts: number }>({
      status: "pass",
      title: ({ addresses }) => `${addresses.length} addresses take mail`,
      figure: ({ addresses }) => String(addresses.length),
      example: { addresses: ["192.0.2.1", "192.0.2.2"], hosts: 2 },
    }),
    "single-address": outcome<{ address: string }>({
      status: "info",
      title: ({ address }) => `One address takes all mail: ${address}`,
      detail: () =>
        "While it is down, senders wait and try again, usually for up to five days. Large providers put many servers behind one address.",
      figure: () => "1",
      example: { address: "192.0.2.1" },
    }),
  },
  run: ({ mx, hosts: { hosts } }, { need }) => {
    if (hosts.length === 0) return withoutHosts(mx);
    const known = new Set(hosts.flatMap(knownAddresses).filter(isPublicAddress));
    const addresses = [...known];
    if (addresses.length > 1) {
      return { outcome: "several-addresses", args: { addresses, hosts: hosts.length } };
    }
    // Only with every lookup answered is one address all there is.
    for (const { a, aaaa } of hosts) {
      need(a);
      need(aaaa);
    }
    const [address] = addresses;
    return address === undefined
      ? { outcome: "not-applicable", args: { because: "no-address-to-check" } }
      : { outcome: "single-address", args: { address } };
  },
});
