import { providerById } from "#lib/mail/mx/provider.ts";
import type { FixContext } from "./finding.ts";

/** Where the providers that most domains use show the MX records that they want. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ["microsoft365", "Microsoft 365 admin center: Settings, Domains, open the domain, DNS records"],
  ["google-workspace", "Google Admin console: Account, Domains, Manage domains, Activate Gmail"],
  ["zoho-mail", "Zoho Mail Admin Console: Domains, open the domain, Email configuration"],
  ["proton", "Proton Mail: Settings, Domain names, Review, MX"],
  ["fastmail", "Fastmail: Settings, Domains, open the domain, Show DNS settings"],
  ["icloud", "iCloud: Custom Email Domain, open the domain"],
  ["cloudflare-routing", "Cloudflare dashboard: Email, Email Routing, Settings"],
]);

/** One step that leads to the MX records which the domain's mail provider asks for. */
export function whereMxIsTold(context: FixContext): string {
  const provider = context.mailProvider === null ? null : providerById(context.mailProvider);
  if (provider === null) return "Look up the MX records that your mail provider asks for.";
  const page = PAGES.get(provider.id);
  return page === undefined
    ? `Look up the MX records that ${provider.name} asks for in its setup pages.`
    : `Look up the MX records that ${provider.name} asks for (${page}).`;
}
