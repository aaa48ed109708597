/** A host name with at least two labels. */
export const HOST_SOURCE = String.raw`(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.){1,10}[a-z][a-z0-9-]{0,61}[a-z0-9]`;

export const IPV4_SOURCE = String.raw`(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?!\.?\d)`;

export const IPV6_SOURCE = String.raw`(?<![\w:.])(?=[\da-f]{0,4}:[\da-f:]{0,40}:)[\da-f:]{3,39}(?:\.\d{1,3}){0,3}(?![\w:])`;

/** The first IP address in a text (IPv4 or IPv6), or null. */
export function firstIp(text: string): string | null {
  const four = IPV4.exec(text);
  const six = text.includes(":") ? firstIpv6(text) : null;
  if (four === null || six === null) return six?.ip ?? four?.[0] ?? null;
  return six.at < four.index ? six.ip : four[0];
}

/** The first host name in a text, without a final dot, or null. Addresses of people are no hosts. */
export function firstHost(text: string): string | null {
  for (const match of text.matchAll(HOST)) {
    if (text[match.index - 1] !== "@" && text[match.index + match[0].length] !== "@") return match[0];
  }
  return null;
}

/** Hosts of private networks and this machine tell nothing to anybody outside. */
export const isPrivateIp = (ip: string): boolean =>
  /^(?:10\.|127\.|0\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1$|fe[89ab][\da-f]:|f[cd][\da-f]{2}:)/i.test(
    ip,
  );

const IPV4 = new RegExp(IPV4_SOURCE);
const IPV6 = new RegExp(IPV6_SOURCE, "gi");
const HOST = new RegExp(`(?<![\\w.@-])${HOST_SOURCE}(?![\\w@-])`, "gi");

function firstIpv6(text: string): { readonly ip: string; readonly at: number } | null {
  for (const match of text.replace(/IPv6:/gi, "     ").matchAll(IPV6)) {
    const ip = match[0].replace(/:$/, found => (match[0].endsWith("::") ? found : ""));
    const groups = ip.split(":").length;
    // A time of day ("12:30:05") has colons too.
    if (ip.includes("::") || groups === 8) return { ip, at: match.index };
  }
  return null;
}
