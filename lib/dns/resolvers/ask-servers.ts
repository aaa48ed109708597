import type { Attempt, LookupFailure, RecordType } from "../answer.ts";
import { type Asked, type AskOptions, askServer, type WireQuestion } from "../transports/ask-server.ts";
import type { DnsServer } from "../transports/server.ts";
import type { ServerOrder } from "./server-order.ts";

/** Failures from most to least telling: of several servers that failed, the report names the best reason. */
const TELLING: readonly LookupFailure[] = [
  "too-large",
  "servfail",
  "refused",
  "other-rcode",
  "malformed",
  "timeout",
  "unreachable",
];

/** Asking such a server again within one lookup would bring the same answer. */
const FINAL_FOR_SERVER: ReadonlySet<string> = new Set(["too-large", "servfail", "refused", "other-rcode"]);

/**
 * Asks one server after the other until one gives records or a proven absence: at most `attempts` questions, but
 * every server at least once, and none after the deadline.
 */
export async function askServers<Type extends RecordType>(
  servers: ServerOrder<DnsServer>,
  question: WireQuestion<Type>,
  options: AskOptions & { readonly attempts: number },
): Promise<Asked<Type>> {
  const queue = [...servers.inOrder()];
  const truncating = new Set<DnsServer>();
  const attempts: Attempt[] = [];
  let best: Asked<Type> | null = null;
  for (let left = Math.max(options.attempts, queue.length); left > 0; left -= 1) {
    const server = queue.shift();
    if (server === undefined || (attempts.length > 0 && options.clock.monotonic() >= options.deadline)) break;
    const asked = await askServer(server, question, { ...options, tcpOnly: truncating.has(server) });
    attempts.push(...asked.attempts);
    if (isSilence(asked)) servers.stayedSilent(server);
    else servers.answered(server);
    if (!isFailed(asked)) return { ...asked, attempts };
    if (asked.attempts.some(attempt => attempt.result === "truncated")) truncating.add(server);
    if (!FINAL_FOR_SERVER.has(asked.reply.status)) queue.push(server);
    if (best === null || rank(asked) < rank(best)) best = asked;
  }
  return best === null ? NOBODY_TO_ASK : { ...best, attempts };
}

const NOBODY_TO_ASK = {
  reply: { status: "unreachable", cnames: [] },
  message: null,
  server: "",
  attempts: [],
} as const;

const isSilence = (asked: Asked<RecordType>): boolean =>
  asked.reply.status === "timeout" || asked.reply.status === "unreachable";

const rank = (asked: Asked<RecordType>): number => TELLING.findIndex(status => status === asked.reply.status);

/** A CNAME loop is the zone's own failure: another server would tell the same. */
const isFailed = (asked: Asked<RecordType>): boolean => rank(asked) !== -1;
