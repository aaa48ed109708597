import type { BounceReport, ReportedFailure } from "#lib/bounce/bounce-report.ts";
import { isGateway, providerName, providerOfHost } from "#lib/bounce/provider.ts";
import type { Cause } from "#lib/bounce/vocabulary.ts";
import type { MailPathPicture, MailPathStop } from "./bounce-view.ts";

/** The way of the mail as far as the report tells: who handed it to whom, and who refused. */
export function viewMailPath(
  failure: ReportedFailure,
  { message }: Pick<BounceReport, "message">,
): MailPathPicture {
  const gateway = gatewayBefore(failure);
  const cause = failure.causes[0]?.cause ?? "unknown";
  const isRefused = wasRefused(failure, cause);
  const isDelayed = failure.event === "delayed";
  const own = stop("Your server", message.helo ?? ownServer(failure, gateway) ?? message.sendingIp);
  const edge = stop(edgeTitle(failure), failure.replies[0]?.host ?? failure.remoteMta);
  return {
    stops: [
      sentBy(message.from ?? message.mailFrom, cause),
      isRefused
        ? passed(cause === "forged_sender" ? { ...own, title: "The server they used" } : own)
        : { ...own, state: "refused", label: isDelayed ? "Still waiting here" : "Given up here" },
      ...(gateway === null
        ? []
        : [passed(stop(`Their gateway, ${providerName(gateway.provider)}`, gateway.host))]),
      isRefused
        ? { ...edge, state: "refused", label: isDelayed ? "Held up here so far" : "Refused here" }
        : { ...edge, state: "not-reached", label: NEVER },
      { ...stop("Mailbox", failure.recipient), state: "not-reached", label: NEVER },
    ],
    reply: failure.diagnostic,
  };
}

/** A mail that somebody sent under a false name never was at the one whose name it bears. */
const sentBy = (name: string | null, cause: Cause): MailPathStop =>
  cause === "forged_sender"
    ? { ...stop("Somebody else, in your name", name), state: "passed", label: "Not sent by you" }
    : { ...stop("You", name), state: "passed", label: "Sent from here" };

/** By a server, and not given up by one's own before any other was reached. */
function wasRefused({ replies: [reply], diagnostic }: ReportedFailure, cause: Cause): boolean {
  if (reply === undefined) return diagnostic !== null && !GIVEN_UP.has(cause);
  // What DNS says today does not undo that a server answered.
  const isAnswered = SAID_BY_DNS.has(cause) && reply.host !== null && reply.code !== null;
  return isAnswered || !GIVEN_UP.has(cause);
}

const NEVER = "The mail never got here";

/** Causes with which a server gives up before any other one has refused. */
const GIVEN_UP: ReadonlySet<Cause> = new Set([
  "domain_not_found",
  "domain_accepts_no_mail",
  "no_route",
  "dns_failure",
  "host_unreachable",
  "suppressed",
  "delivery_expired",
]);

const SAID_BY_DNS: ReadonlySet<Cause> = new Set(["domain_not_found", "domain_accepts_no_mail"]);

const stop = (title: string, name: string | null) => ({ title, name });

const passed = (one: { readonly title: string; readonly name: string | null }): MailPathStop => ({
  ...one,
  state: "passed",
  label: "The mail got here",
});

/** A gateway that had taken the mail when the system behind it refused. */
function gatewayBefore({ reportingMta, replies }: ReportedFailure) {
  for (const host of [reportingMta, ...replies.slice(1).map(reply => reply.host)]) {
    const provider = providerOfHost(host);
    if (provider !== null && isGateway(provider)) return { provider, host };
  }
  return null;
}

const ownServer = ({ reportingMta }: ReportedFailure, gateway: object | null): string | null =>
  gateway === null ? reportingMta : null;

const edgeTitle = ({ provider, recipient }: ReportedFailure): string => {
  if (provider !== null) return `Their ${providerName(provider)}`;
  return recipient === null
    ? "Their server"
    : `The server of ${recipient.slice(recipient.lastIndexOf("@") + 1)}`;
};
