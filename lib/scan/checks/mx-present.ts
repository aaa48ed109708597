import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { listed, mxValue } from "../mail-hosts.ts";
import { whereMxIsTold } from "../mail-provider-steps.ts";
import { allAddresses } from "../probes/host-addresses.ts";
import { publishFix } from "../publish-steps.ts";

/** Does the domain say where its mail goes? */
export const mxPresent = defineCheck({
  id: "mx-present",
  section: "delivery",
  question: "Does the domain say which servers take its mail?",
  why: "MX records name the servers that take mail for a domain. Without them senders fall back on the web server's address, or give up.",
  reference: "RFC 5321, locating the target host; RFC 7505, null MX",
  weighty: true,
  needs: ["domain", "mx", "hosts"],
  outcomes: {
    present: outcome<{ domain: string; hosts: readonly string[] }>({
      status: "pass",
      title: ({ domain, hosts }) =>
        hosts.length === 1
          ? `${hosts[0]} takes the mail of ${domain}`
          : `${hosts.length} servers take the mail of ${domain}`,
      detail: ({ hosts }) => `In the order in which senders try them: ${listed(hosts)}.`,
      example: { domain: "example.com", hosts: ["mx1.example.com", "mx2.example.com"] },
    }),
    "null-mx": outcome<{ domain: string }>({
      status: "info",
      title: ({ domain }) => `${domain} says that it accepts no mail (null MX)`,
      detail: () =>
        "Senders are told at once (556 5.1.10). Some receivers also refuse mail that claims to come from such a domain (550 5.7.27).",
      example: { domain: "example.com" },
    }),
    implicit: outcome<{ domain: string }>({
      status: "warn",
      title: ({ domain }) => `${domain} has no MX record, so mail goes to the address of the domain itself`,
      detail: () =>
        "Senders fall back on the A and AAAA records of the domain, which usually belong to a web server. Whether that server takes mail is left to chance.",
      fix: ({ domain }, context) =>
        publishFix(
          context,
          [{ action: "create", name: domain, type: "MX", value: mxValue(10, domain), replaces: null }],
          [
            `The record below says what happens already: the server at the address of ${domain} takes the mail. If another server should, publish its name instead.`,
            "If the domain receives no mail, publish the null MX instead: preference 0, target “.”.",
          ],
        ),
      example: { domain: "example.com" },
    }),
    none: outcome<{ domain: string }>({
      status: "fail",
      title: ({ domain }) =>
        `Mail to ${domain} cannot be delivered: it has neither an MX record nor an address`,
      detail: () => "Senders have no server to go to and give the mail back, often only after days.",
      fix: ({ domain }, context) => {
        const fix = publishFix(context, [
          { action: "create", name: domain, type: "MX", value: "0 .", replaces: null },
        ]);
        return {
          ...fix,
          steps: [
            `Decide whether ${domain} is to receive mail.`,
            `If it is: ${lowerFirst(whereMxIsTold(context))} Publish those, and not the record below.`,
            `If it is not: publish the null MX below, so that senders are told at once.`,
            ...fix.steps,
          ],
        };
      },
      example: { domain: "example.com" },
    }),
  },
  run: ({ domain: { name: domain, exists }, mx, hosts }, { need }) => {
    if (!exists) return notApplicable("domain-does-not-exist");
    const names = mx.hosts.map(({ host }) => host);
    if (names.length > 0) return { outcome: "present", args: { domain, hosts: names } };
    if (mx.nullPreference !== null) return { outcome: "null-mx", args: { domain } };
    const [own] = hosts.hosts;
    if (own === undefined) return { outcome: "none", args: { domain } };
    need(allAddresses(own));
    return { outcome: "implicit", args: { domain } };
  },
});

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
