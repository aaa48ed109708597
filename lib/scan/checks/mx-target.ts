import { defineCheck, outcome } from "../define-check.ts";
import type { Fix, FixContext } from "../finding.ts";
import { listed, mxValue, withoutHosts, withoutMx } from "../mail-hosts.ts";
import { whereMxIsTold } from "../mail-provider-steps.ts";
import { allAddresses, knownAddresses } from "../probes/host-addresses.ts";
import type { MailHost } from "../probes/hosts.ts";
import { isPublicAddress } from "../public-address.ts";
import { publishFix } from "../publish-steps.ts";

interface Target {
  readonly [key: string]: string | number | boolean | readonly string[] | null;
  readonly domain: string;
  readonly host: string;
  /** Null for the domain itself, which has no MX record. */
  readonly preference: number | null;
  /** Whether other servers take the mail when this one cannot, as far as is known. */
  readonly othersWork: boolean;
}

const EXAMPLE: Target = { domain: "example.com", host: "mx1.example.com", preference: 10, othersWork: false };

/** With another server that works, mail still arrives. */
const deadHost = ({ othersWork }: Target): "warn" | "fail" => (othersWork ? "warn" : "fail");

const consequence = ({ othersWork }: Target): string =>
  othersWork
    ? "Other servers take the mail, so it still arrives, but later and with less in reserve."
    : "There is no other server, so mail to the domain comes back.";

/** Do the names in the MX records lead to servers that can be reached? */
export const mxTarget = defineCheck({
  id: "mx-target",
  section: "delivery",
  question: "Do the MX records lead to servers that can be reached?",
  why: "An MX record must name a host that has an address of its own. Anything else works with some senders and fails with others.",
  reference: "RFC 5321, locating the target host; RFC 2181, MX records and aliases",
  weighty: true,
  needs: ["domain", "mx", "hosts"],
  outcomes: {
    resolves: outcome<Target & { addresses: readonly string[] }>({
      status: "pass",
      title: ({ host, addresses }) =>
        `${host} has ${addresses.length === 1 ? "the address" : "the addresses"} ${listed(addresses)}`,
      example: { ...EXAMPLE, addresses: ["192.0.2.1"] },
    }),
    unresolvable: outcome<Target>({
      status: deadHost,
      title: ({ host }) => `The mail server ${host} has no address`,
      detail: consequence,
      fix: (target, context) =>
        removeOrRepair(target, context, [
          `Either create the A record of ${target.host} with the address of the server, or correct the name in the MX record.`,
          whereMxIsTold(context),
        ]),
      example: EXAMPLE,
    }),
    cname: outcome<Target & { target: string }>({
      status: "warn",
      title: ({ host }) => `The MX record names the alias ${host}`,
      detail: ({ target }) =>
        `The name leads on to ${target} by a CNAME record. Many senders follow it, some refuse: an MX record must name a host with an address of its own.`,
      fix: ({ domain, host, preference, target }, context) =>
        publishFix(context, [
          {
            action: "replace",
            name: domain,
            type: "MX",
            value: mxValue(preference ?? 10, target),
            replaces: mxValue(preference ?? 10, host),
          },
        ]),
      example: { ...EXAMPLE, target: "mail.hosting.example" },
    }),
    "ip-literal": outcome<Target>({
      status: deadHost,
      title: ({ host }) => `The MX record holds the address ${host} where a host name has to be`,
      detail: target => `DNS reads it as a name, which does not exist. ${consequence(target)}`,
      fix: literalFix,
      example: { ...EXAMPLE, host: "192.0.2.1" },
    }),
    "private-address": outcome<Target & { addresses: readonly string[] }>({
      status: "fail",
      title: ({ host, addresses }) =>
        `The mail server ${host} has ${addresses.length === 1 ? "the address" : "the addresses"} ${listed(addresses)}, which cannot be reached from the Internet`,
      detail: target =>
        `The address belongs to a private network or to the sender's own machine. ${consequence(target)}`,
      fix: (target, context) =>
        removeOrRepair(target, context, [
          `Give ${target.host} the public address of the mail server, or name a server that has one.`,
          whereMxIsTold(context),
        ]),
      example: { ...EXAMPLE, addresses: ["10.0.0.1"] },
    }),
    "invalid-name": outcome<Target>({
      status: deadHost,
      title: ({ host }) => `The MX record names “${host}”, which is no host name`,
      detail: target =>
        `A host name has at least two labels of letters, digits and hyphens. ${consequence(target)}`,
      fix: (target, context) =>
        removeOrRepair(target, context, [
          `Correct the name in the MX record; a final dot or the domain behind it may be missing.`,
          whereMxIsTold(context),
        ]),
      example: { ...EXAMPLE, host: "mail" },
    }),
  },
  run: ({ domain: { name: domain }, mx, hosts: { hosts } }, { need, each }) => {
    if (hosts.length === 0) return withoutHosts(mx);
    return each(
      hosts,
      ({ host }) => host,
      one => {
        const { host, preference, kind, alias, lookups } = one;
        const othersWork = hosts.some(other => other !== one && mayWork(other));
        const target: Target = { domain, host, preference, othersWork };
        if (kind !== "name") return { outcome: kind, args: target };
        const addresses = need(allAddresses(one));
        const hidden = addresses.filter(address => !isPublicAddress(address));
        if (hidden.length > 0) {
          return { outcome: "private-address", args: { ...target, addresses: hidden }, lookups };
        }
        if (addresses.length === 0) return { outcome: "unresolvable", args: target, lookups };
        // The domain itself may be an alias: its target's records take its place (RFC 5321 5.1).
        if (alias !== null && preference !== null) {
          return { outcome: "cname", args: { ...target, target: alias }, lookups };
        }
        return { outcome: "resolves", args: { ...target, addresses }, lookups };
      },
    );
  },
});

/** A host whose lookups failed may work as well as any other. */
function mayWork(host: MailHost): boolean {
  if (host.kind !== "name") return false;
  return !allAddresses(host).ok || knownAddresses(host).some(isPublicAddress);
}

/** Where other servers work the record can go; else it has to be put right. */
function removeOrRepair(
  { domain, host, preference, othersWork }: Target,
  context: FixContext,
  repair: readonly string[],
): Fix {
  if (othersWork && preference !== null) {
    return publishFix(
      context,
      [withoutMx(domain, preference, host)],
      [`If ${host} is to stay in use, repair it instead. ${repair[0] ?? ""}`],
    );
  }
  return publishFix(context, [], repair);
}

/** Gives the address a name and names that in the MX record. */
function literalFix({ domain, host, preference }: Target, context: FixContext): Fix {
  const address = host.replace(/^\[(?:ipv6:)?(.*)\]$/u, "$1");
  const name = `mx1.${domain}`;
  const type = address.includes(":") ? "AAAA" : "A";
  return publishFix(
    context,
    [
      { action: "create", name, type, value: address, replaces: null },
      {
        action: "replace",
        name: domain,
        type: "MX",
        value: mxValue(preference ?? 10, name),
        replaces: mxValue(preference ?? 10, host),
      },
    ],
    [`If ${name} is in use for something else, choose another name in both records.`],
  );
}
