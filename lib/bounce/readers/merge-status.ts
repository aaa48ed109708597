import type { DeliveryStatus, RecipientStatus } from "../delivery-status.ts";
import type { DeliveryFailure, Reply } from "../failure.ts";
import { hostOf, ipOf, withSignedHosts } from "../replies/peer.ts";
import { readReply } from "../replies/read-reply.ts";
import type { BounceEvent } from "../vocabulary.ts";
import { sameAddress } from "../words/addresses.ts";
import type { ProseFailure } from "./delivery-report.ts";
import { completed, saysTheSame } from "./read-sections.ts";

/**
 * Joins what the machine-readable part and the words for people say about each recipient. Recipients whose mail was
 * delivered are kept, marked by their event: they are evidence about the others.
 */
export function mergeStatus(
  status: DeliveryStatus,
  prose: readonly ProseFailure[],
  eventInWords: BounceEvent | null,
): readonly DeliveryFailure[] {
  return status.recipients.map(recipient => {
    const words = proseFor(recipient, status.recipients, prose);
    const diagnostic = repliesOf(recipient);
    const merged = mergeReplies(diagnostic, words?.replies ?? []);
    const replies = withSignedHosts(
      merged.map((reply, depth) => (depth === 0 ? saidByRemote(reply, recipient) : reply)),
    );
    return {
      recipient: recipient.finalRecipient ?? words?.recipient ?? recipient.originalRecipient,
      originalRecipient: recipient.originalRecipient ?? words?.originalRecipient ?? null,
      event: eventOfAction(recipient, eventInWords),
      replies,
      statusField: recipient.status,
      reportingMta: status.reportingMta,
      remoteMta: recipient.remoteMta ?? hostOf(replies),
      remoteIp: recipient.remoteIp ?? ipOf(replies, recipient.remoteMta),
      notice: replies.some(reply => reply.code !== null) ? null : (words?.notice ?? null),
    };
  });
}

const ACTIONS: ReadonlyMap<string, BounceEvent> = new Map<string, BounceEvent>([
  ["failed", "failed"],
  ["failure", "failed"],
  ["delayed", "delayed"],
  ["delivered", "delivered"],
  ["relayed", "relayed"],
  // To the members of a list (RFC 3464 2.3.3).
  ["expanded", "relayed"],
]);

function eventOfAction(recipient: RecipientStatus, eventInWords: BounceEvent | null): BounceEvent {
  const declared = ACTIONS.get(recipient.action ?? "");
  if (declared !== undefined) return declared;
  return eventInWords === "delayed" && recipient.status?.startsWith("5") !== true ? "delayed" : "failed";
}

function proseFor(
  recipient: RecipientStatus,
  all: readonly RecipientStatus[],
  prose: readonly ProseFailure[],
): ProseFailure | null {
  const named = prose.find(
    failure =>
      sameAddress(failure.recipient, recipient.finalRecipient) ||
      sameAddress(failure.recipient, recipient.originalRecipient) ||
      sameAddress(failure.originalRecipient, recipient.originalRecipient),
  );
  if (named !== undefined) return named;
  return all.length === 1 && prose.length === 1 ? (prose[0] ?? null) : null;
}

/** The replies of Diagnostic-Code, those of vendor fields first: these fields quote what the inner server said. */
function repliesOf(recipient: RecipientStatus): readonly Reply[] {
  return [...recipient.supplements, ...(recipient.diagnostic === null ? [] : [recipient.diagnostic])].flatMap(
    readReply,
  );
}

const saidByRemote = (reply: Reply, recipient: RecipientStatus): Reply =>
  reply.code === null
    ? reply
    : { ...reply, host: reply.host ?? recipient.remoteMta, ip: reply.ip ?? recipient.remoteIp };

/** Diagnostic-Code before the words for people, except where these quote a reply and it does not. */
function mergeReplies(diagnostic: readonly Reply[], prose: readonly Reply[]): readonly Reply[] {
  const merged = [...diagnostic];
  const added: Reply[] = [];
  for (const reply of prose) {
    const known = merged.findIndex(other => saysTheSame(other, reply));
    const other = merged[known];
    if (other !== undefined) merged[known] = completed(other, reply);
    else added.push(reply);
  }
  const [first] = merged;
  const [better] = added;
  return first !== undefined && better !== undefined && tells(better) > tells(first)
    ? [...added, ...merged]
    : [...merged, ...added];
}

/** How much a reply tells: a code, and words that are more than a label. */
const tells = (reply: Reply): number =>
  (reply.code !== null || reply.enhanced !== null ? 2 : 0) +
  (/\p{L}{3}/u.test(reply.text) &&
  !/^(?:[45]\d\d )?(?:[45]\.\d{1,3}\.\d{1,3} )?(?:unknown|undefined|other|delivery (?:failed|error)|smtp|service unavailable|administrative prohibition|user unknown)\W{0,9}$/i.test(
    reply.text,
  )
    ? 1
    : 0);
