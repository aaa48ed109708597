import { type Mixture, providerSet } from "#lib/mail/mx/provider-set.ts";
import { defineCheck, outcome } from "../define-check.ts";
import type { Fix, FixContext } from "../finding.ts";
import { listed, withoutHosts, withoutMx } from "../mail-hosts.ts";
import { whereMxIsTold } from "../mail-provider-steps.ts";
import {
  type Foreign,
  foreignHosts,
  type Misled,
  misledHosts,
  type Mixed,
  type Provided,
  whoTakesMail,
} from "../mx-providers.ts";
import { publishFix } from "../publish-steps.ts";

const MICROSOFT: Provided = {
  provider: "microsoft365",
  name: "Microsoft 365",
  type: "mailbox",
  hosts: ["contoso-com.mail.protection.outlook.com"],
};

/** Who runs the servers that take the domain's mail? */
export const mxProvider = defineCheck({
  id: "mx-provider",
  section: "delivery",
  question: "Who takes the mail of this domain?",
  why: "The provider decides which settings matter and who can change them. MX records of two providers at once mean that part of the mail goes to mailboxes nobody reads.",
  reference: "Names of providers' hosts, data/mx-providers.json",
  weighty: true,
  needs: ["domain", "mx", "hosts"],
  outcomes: {
    identified: outcome<Provided>({
      status: "info",
      title: ({ name }) => `${name} takes the mail`,
      example: MICROSOFT,
    }),
    "self-hosted": outcome<{ hosts: readonly string[] }>({
      status: "info",
      title: ({ hosts }) =>
        hosts.length === 1
          ? `${hosts[0]} takes the mail, a server of no provider known here`
          : "Servers of no provider known here take the mail",
      example: { hosts: ["mx1.example.com"] },
    }),
    "several-providers": outcome<Mixed>({
      status: "warn",
      title: ({ names }) => `The MX records name servers of ${listed(names)} side by side`,
      detail: ({ kind }) => MIXTURE_DETAIL[kind],
      fix: ({ domain, kind, names, direct }, context) =>
        kind === "bypass"
          ? publishFix(
              context,
              direct.map(({ host, preference }) => withoutMx(domain, preference, host)),
              ["Then let the mailbox provider accept mail from the filter's addresses only."],
            )
          : publishFix(
              context,
              [],
              [
                `Decide which of ${listed(names)} takes the mail.`,
                "Delete the MX records of the other, once its mailboxes have been moved.",
                "Until then keep both reachable: a mailbox that exists on one side only makes the other side answer “recipient not found” (550 5.1.1, 550 5.4.1).",
              ],
            ),
      example: {
        domain: "example.com",
        kind: "migration",
        names: ["Google Workspace", "Microsoft 365"],
        direct: [],
      },
    }),
    "gateway-in-front": outcome<Provided>({
      status: "info",
      title: ({ name }) => `${name} filters the mail before it reaches the mailboxes`,
      detail: () =>
        "Refusals can come from the filter or from the mail system behind it; each has its own list of recipients.",
      example: {
        provider: "proofpoint",
        name: "Proofpoint Enterprise",
        type: "gateway",
        hosts: ["mxa-0001.gslb.pphosted.com"],
      },
    }),
    "dead-service": outcome<Misled>({
      status: "fail",
      title: ({ host, name }) =>
        `The MX record names ${host}, a server of a service that no longer exists: ${name}`,
      detail: ({ othersWork }) =>
        othersWork
          ? "Senders that try it first lose time, or give up."
          : "Mail to the domain is lost or comes back.",
      fix: misledFix,
      example: {
        domain: "example.com",
        host: "example.com.s8a1.psmtp.com",
        preference: 10,
        name: "Google Postini (closed 2015)",
        othersWork: false,
      },
    }),
    "wrong-target": outcome<Misled>({
      status: "fail",
      title: ({ host, name }) => `The MX record names ${host}, which takes no mail: ${name}`,
      fix: misledFix,
      example: {
        domain: "example.com",
        host: "localhost",
        preference: 10,
        name: "MX points to localhost",
        othersWork: false,
      },
    }),
    "foreign-tenant": outcome<Foreign>({
      status: "warn",
      title: ({ host, domain }) =>
        `The Microsoft 365 host ${host} was made for another domain than ${domain}`,
      detail: ({ label }) =>
        `Its first label, ${label}, names the domain it was issued for. Mail still arrives where both domains are in one tenant. If they are not, Microsoft answers “550 5.4.1 Recipient address rejected: Access denied”.`,
      fix: ({ domain, host }, context) =>
        publishFix(
          context,
          [],
          [
            `In the Microsoft 365 admin center open Settings, Domains, ${domain}, DNS records, and copy the MX record that is shown there.`,
            `Publish it in place of ${host}. If ${domain} is not in that list, the domain is not set up in this tenant.`,
          ],
        ),
      example: {
        domain: "contoso.com",
        host: "fabrikam-com.mail.protection.outlook.com",
        label: "fabrikam-com",
      },
    }),
  },
  run: ({ domain: { name: domain }, mx, hosts: { hosts } }) => {
    if (hosts.length === 0) return withoutHosts(mx);
    const set = providerSet(hosts);
    return [
      ...whoTakesMail(domain, set, hosts),
      ...misledHosts(domain, set, hosts),
      ...foreignHosts(domain, hosts),
    ];
  },
});

const MIXTURE_DETAIL: { readonly [Kind in Mixture]: string } = {
  migration:
    "Each sender picks one of them, so part of the mail goes to each. This is what a half-finished move looks like, and a frequent cause of “recipient not found” for people who do exist.",
  bypass: "Senders can choose the server behind the filter and so go round it. Spammers do.",
  gateways: "Each mail passes one of two filters with rules and recipient lists of their own.",
};

function misledFix({ domain, host, preference, othersWork }: Misled, context: FixContext): Fix {
  const records = othersWork ? [withoutMx(domain, preference, host)] : [];
  const replace = `Publish those in place of ${host}. If the domain receives no mail, publish the null MX: preference 0, target “.”.`;
  return publishFix(context, records, othersWork ? [] : [whereMxIsTold(context), replace]);
}
