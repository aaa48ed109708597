import type { BounceReport } from "#lib/bounce/bounce-report.ts";
import { isPublicAddress } from "#lib/scan/public-address.ts";
import { type DomainName, parseDomainInput } from "#lib/values/domain-name.ts";
import { type IpAddress, parseIpAddress } from "#lib/values/ip-address.ts";

/** What a bounce gives to ask DNS about. */
export interface TriageQuestions {
  /** Domain of the visible sender, or of the envelope sender where there is none. */
  readonly senderDomain: DomainName | null;
  readonly envelope: { readonly mailFrom: string; readonly assumed: boolean } | null;
  readonly helo: string | null;
  readonly ip: IpAddress | null;
  /** The sending address was private: it says nothing to anybody outside. */
  readonly privateIp: boolean;
  readonly signatures: readonly { readonly domain: DomainName; readonly selector: string }[];
  /** The header of the returned mail was in the report, with the lines that servers write. */
  readonly hasHeader: boolean;
  readonly recipientDomains: readonly DomainName[];
}

/** Our own politeness: signatures and recipients' domains that one bounce asks about. */
const MOST_SIGNATURES = 5;
const MOST_DOMAINS = 5;

/** Reads the questions out of a report. What cannot be asked is null; nothing is invented. */
export function questionsOf({ message, failures }: BounceReport): TriageQuestions {
  const ip = message.sendingIp === null ? null : parseIpAddress(message.sendingIp);
  const isPublic = ip !== null && isPublicAddress(ip.text);
  return {
    senderDomain: domainOf(message.from) ?? domainOf(message.mailFrom),
    envelope: envelopeOf(message.mailFrom, message.from),
    helo: message.helo,
    ip: isPublic ? ip : null,
    privateIp: ip !== null && !isPublic,
    signatures: message.dkim
      .flatMap(({ domain, selector }) => {
        const name = parsedDomain(domain);
        return name === null ? [] : [{ domain: name, selector }];
      })
      .slice(0, MOST_SIGNATURES),
    hasHeader: message.dkim.length > 0 || (message.messageId !== null && hasTrace(message)),
    recipientDomains: [...new Set(failures.flatMap(({ recipient }) => domainOf(recipient) ?? []))].slice(
      0,
      MOST_DOMAINS,
    ),
  };
}

/** A header without any line of a server has been shortened: what is not in it may have been in the mail. */
const hasTrace = ({ sendingIp, helo, authenticationResults }: BounceReport["message"]): boolean =>
  sendingIp !== null || helo !== null || authenticationResults.length > 0;

/** The domain of an address, if it is one that the public DNS can know. */
export function domainOf(address: string | null): DomainName | null {
  const at = address?.lastIndexOf("@") ?? -1;
  return address === null || at === -1 ? null : parsedDomain(address.slice(at + 1));
}

function parsedDomain(text: string): DomainName | null {
  const parsed = parseDomainInput(text);
  return parsed.ok ? parsed.value.domain : null;
}

/** Bounces themselves are sent from nobody (RFC 5321 4.5.5); other mail without Return-Path usually from its From. */
function envelopeOf(mailFrom: string | null, from: string | null): TriageQuestions["envelope"] {
  if (mailFrom !== null && domainOf(mailFrom) !== null) return { mailFrom, assumed: false };
  return from !== null && domainOf(from) !== null ? { mailFrom: from, assumed: true } : null;
}
