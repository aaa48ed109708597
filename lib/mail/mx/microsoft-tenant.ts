/** Host suffixes under which Microsoft 365 puts the name of the accepted domain that a host was made for. */
const SUFFIXES = [
  ".mail.protection.outlook.com",
  ".mail.protection.outlook.de",
  ".mail.protection.partner.outlook.cn",
  ".mail.protection.office365.us",
] as const;

/** `<domain>.<letter or more>-v1.mx.microsoft`: the host names with DNSSEC, in use since 2026. */
const SIGNED_HOST = /^([a-z0-9-]+)\.[a-z0-9]+-v\d+\.mx\.microsoft$/u;

/** The label that names the accepted domain, as in `contoso-com.mail.protection.outlook.com`; else null. */
export function microsoftTenantLabel(host: string): string | null {
  const signed = SIGNED_HOST.exec(host)?.[1];
  if (signed !== undefined) return signed;
  const suffix = SUFFIXES.find(end => host.endsWith(end));
  const label = suffix === undefined ? "" : host.slice(0, -suffix.length);
  return label === "" || label.includes(".") ? null : label;
}

/**
 * Whether the label can have been made for the domain or for a name above it. Microsoft replaces dots by
 * hyphens; for a name that has hyphens itself it drops them and adds a code such as `0i` or `01c`. The
 * tenant's own `*.onmicrosoft.com` name belongs to nobody else's domain that we could name, so it fits.
 */
export function isLabelFor(label: string, domain: string): boolean {
  const bare = label.replaceAll("-", "");
  if (/onmicrosoftcom(?:0\d?[a-z])?$/u.test(bare)) return true;
  const labels = domain.split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const name = labels.slice(from).join("").replaceAll("-", "");
    if (bare === name || bare.replace(/0\d?[a-z]$/u, "") === name) return true;
  }
  return false;
}
