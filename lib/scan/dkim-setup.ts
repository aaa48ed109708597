import { type SigningSetup, setupOf } from "#lib/mail/dkim/providers.ts";
import type { FixContext } from "./finding.ts";

/** How DKIM is switched on, by provider of the outgoing mail; the last step is always to look again. */
export function setupSteps({ domain, mailProvider }: FixContext): readonly string[] {
  const known = mailProvider === null ? undefined : SETUP.get(mailProvider);
  if (known !== undefined) return known(domain);
  const setup = setupOf(mailProvider);
  return setup === null ? unknownSetup(domain) : tableSetup(setup, domain);
}

/** How a key is exchanged for a longer or a clean one: always under a new selector, never in place. */
export function rotationSteps(
  selector: string,
  providerId: string | null,
  domain: string,
): readonly string[] {
  if (providerId === "microsoft365") {
    return [
      `In Exchange Online PowerShell run: Rotate-DkimSigningConfig -Identity ${domain} -KeySize 2048`,
      "Microsoft 365 makes the key and moves to the other selector by itself within about four days. No DNS record changes.",
    ];
  }
  if (providerId === "google-workspace") {
    return [
      `In the Google Admin console open Apps, Google Workspace, Gmail, Authenticate email, and choose ${domain}.`,
      `Choose “Generate new record” with 2048 bits and a new prefix, for example ${newSelector(selector)}.`,
      "Publish the TXT record that is shown, wait until it can be looked up, then choose “Start authentication”.",
      KEEP_OLD,
    ];
  }
  const setup = setupOf(providerId);
  return [
    setup === null
      ? `Make a new RSA key of 2048 bits under a new selector, for example ${newSelector(selector)}, at whoever signs the mail.`
      : `Ask for a new key of 2048 bits in the DKIM settings of ${setup.name}. It comes with a new selector or moves to the provider's other one.`,
    "Publish it, wait until it can be looked up, and then let the sending server sign with it.",
    KEEP_OLD,
  ];
}

const KEEP_OLD =
  "Leave the old record for a week, because mail signed with it is still on its way; then empty its p tag, or delete it.";

const newSelector = (selector: string): string => `${selector.split(".")[0] ?? selector}-2048`;

const SETUP: ReadonlyMap<string, (domain: string) => readonly string[]> = new Map([
  [
    "microsoft365",
    (domain: string) => [
      `In the Microsoft Defender portal open Email & collaboration, Policies & rules, Threat policies, Email authentication settings, DKIM, and choose ${domain}.`,
      `Publish the two CNAME records that it shows, exactly as shown: selector1._domainkey.${domain} and selector2._domainkey.${domain}. Their targets are different for every tenant.`,
      "When both can be looked up, switch on “Sign messages for this domain with DKIM signatures” on the same page.",
    ],
  ],
  [
    "google-workspace",
    (domain: string) => [
      `In the Google Admin console open Apps, Google Workspace, Gmail, Authenticate email, choose ${domain} and “Generate new record” with 2048 bits.`,
      `Publish the TXT record that it shows at google._domainkey.${domain}.`,
      "When it can be looked up, choose “Start authentication” on the same page.",
    ],
  ],
  [
    "zoho-mail",
    (domain: string) => [
      `In the Zoho Mail admin console open Domains, ${domain}, Email configuration, DKIM, and add a selector with 2048 bits.`,
      "Publish the TXT record that it shows, then choose Verify and make the selector the default.",
    ],
  ],
  [
    "proton",
    (domain: string) => [
      `In Proton Mail open Settings, Domain names, ${domain}, Review, DKIM.`,
      `Publish the three CNAME records that it shows, protonmail, protonmail2 and protonmail3 below _domainkey.${domain}.`,
    ],
  ],
]);

const RECORDS: { readonly [Kind in SigningSetup["record"]]: string } = {
  CNAME: "CNAME records",
  TXT: "TXT records",
  either: "records",
};

function tableSetup({ name, record, selectors }: SigningSetup, domain: string): readonly string[] {
  const usual = selectors.length === 0 ? "" : ` (usually ${selectors.join(", ")})`;
  return [
    `Open the DKIM or domain authentication settings of ${name} for ${domain} and switch signing on.`,
    `Publish the ${RECORDS[record]} that it shows below _domainkey.${domain}${usual}, exactly as shown.`,
  ];
}

const unknownSetup = (domain: string): readonly string[] => [
  `Find out which servers and services send mail as ${domain}. Each of them has DKIM or “domain authentication” in its settings.`,
  `Switch it on with a key of 2048 bits and publish the records that it shows below _domainkey.${domain}.`,
];
