import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { providerOfHost } from "#lib/bounce/provider.ts";
import { reason } from "#lib/bounce/reasons.ts";
import type { SenderEvidence } from "./evidence.ts";
import { type Fact, fact } from "./facts.ts";
import { isSameOperator } from "./refuser.ts";

/**
 * Whether the mail looks as if somebody else had sent it in the sender's name: SPF refuses the address, nothing in it
 * is signed for the sender, and neither its Message-ID nor its server carries a name of the sender or of a mail
 * provider. A broken SPF record alone says nothing of the kind.
 */
export function originFacts({ message }: BounceReport, sender: SenderEvidence): readonly Fact[] {
  const { spf, keys, domain, ip } = sender;
  if (!spf.ok || spf.value.assumed || domain === null || ip === null) return [];
  const { result } = spf.value;
  if (result !== "fail" && result !== "softfail") return [];
  const isSigned = !keys.ok || keys.value.some(({ aligned }) => !aligned.ok || aligned.value);
  const named = [hostOf(message.messageId), message.helo?.toLowerCase() ?? null];
  const isStrange = named.every(host => host !== null && isStranger(host, domain));
  return isSigned || !isStrange
    ? []
    : [fact("origin", "bad", reason("sender-not-authorised-for-quoted-ip", { ip }))];
}

/** The right side of a Message-ID, by custom the host that made it (RFC 5322 3.6.4). */
const hostOf = (messageId: string | null): string | null =>
  /@([^\s<>@]+)>?\s*$/u.exec(messageId ?? "")?.[1]?.toLowerCase() ?? null;

const isStranger = (host: string, domain: string): boolean =>
  host.includes(".") && !isSameOperator(host, domain) && providerOfHost(host) === null;
