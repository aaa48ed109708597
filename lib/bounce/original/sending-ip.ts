import type { DeliveryFailure } from "../failure.ts";
import { firstIp, isPrivateIp } from "../words/hosts.ts";

/** The address that a refusing server names as the client: "Client host [203.0.113.5] blocked". */
export function sendingIpIn(failures: readonly DeliveryFailure[]): string | null {
  for (const failure of failures) {
    const [innermost] = failure.replies;
    const ip = innermost === undefined ? null : clientIp(innermost.text);
    if (ip !== null && ip !== failure.remoteIp && ip !== innermost?.ip && !isPrivateIp(ip)) return ip;
  }
  return null;
}

/** Only replies of a server speak of the client; "connect to mx.example.com[192.0.2.1]" names the other side. */
const clientIp = (text: string): string | null =>
  /^[45](?:\d\d|\.\d)/.test(text) && !OTHER_SIDE.test(text)
    ? firstIp(text)
    : (CLIENT.exec(text)?.[1] ?? null);

const OTHER_SIDE =
  /\bconnect(?:ing)? to\b|\btarget (?:host|ip)\b|attempted failover|\b(?:host|server) [\w.-]{1,255} ?[[(]\d/i;

const CLIENT =
  /(?:client host|client|your ip(?: address)?|sender ip|sending ip|ip address|blocked using[^[\]]{1,80};)[^\d[\]]{0,20}\[?((?:\d{1,3}\.){3}\d{1,3})\]?/i;
