import { defineCheck, notApplicable, outcome } from "../define-check.ts";
import { listed, withoutMx } from "../mail-hosts.ts";
import { publishFix } from "../publish-steps.ts";

/** Is a null MX published as the standard wants it? */
export const nullMxValid = defineCheck({
  id: "null-mx-valid",
  section: "delivery",
  question: "Is the null MX alone and with preference 0?",
  why: "A null MX says that a domain accepts no mail. Beside other MX records it contradicts them, and every mail system resolves that contradiction in its own way.",
  reference: "RFC 7505, MX resource records specifying null MX",
  weighty: false,
  needs: ["domain", "mx"],
  outcomes: {
    valid: outcome<{ domain: string }>({
      status: "pass",
      title: ({ domain }) => `The null MX of ${domain} is published correctly`,
      example: { domain: "example.com" },
    }),
    "with-other-mx": outcome<{ domain: string; preference: number; hosts: readonly string[] }>({
      status: "fail",
      title: ({ domain }) => `${domain} says that it accepts no mail, and names mail servers beside that`,
      detail: ({ hosts }) =>
        `The null MX “.” stands beside ${listed(hosts)}. Some senders refuse to deliver, others try the named servers.`,
      fix: ({ domain, preference, hosts }, context) =>
        publishFix(
          context,
          [withoutMx(domain, preference, ".")],
          [
            `If ${domain} really accepts no mail, delete the MX records for ${listed(hosts)} instead and keep “.” alone with preference 0.`,
          ],
        ),
      example: { domain: "example.com", preference: 0, hosts: ["mx1.example.com"] },
    }),
    "preference-not-zero": outcome<{ domain: string; preference: number }>({
      status: "warn",
      title: ({ preference }) => `The null MX has preference ${preference} where the standard wants 0`,
      detail: () => "Mail systems that look for exactly “0 .” do not recognise it.",
      fix: ({ domain, preference }, context) =>
        publishFix(context, [
          { action: "replace", name: domain, type: "MX", value: "0 .", replaces: `${preference} .` },
        ]),
      example: { domain: "example.com", preference: 10 },
    }),
  },
  run: ({ domain: { name: domain }, mx: { hosts, nullPreference: preference } }) => {
    if (preference === null) return notApplicable("no-null-mx");
    if (hosts.length > 0) {
      const names = hosts.map(({ host }) => host);
      return { outcome: "with-other-mx", args: { domain, preference, hosts: names } };
    }
    return preference === 0
      ? { outcome: "valid", args: { domain } }
      : { outcome: "preference-not-zero", args: { domain, preference } };
  },
});
