import type { Answer, AnswerMeta, RecordType } from "../answer.ts";
import type { Asked } from "../transports/ask-server.ts";

/** What a lookup knows beside what servers said. */
export interface LookupFrame<Type extends RecordType> {
  readonly meta: AnswerMeta<Type>;
  /** Asked of an authoritative server, which cannot vouch for its own data. */
  readonly asksAuthority: boolean;
}

/** Puts the answer together from the questions that a chain of aliases took, in order. */
export function answerFrom<Type extends RecordType>(
  hops: readonly Asked<Type>[],
  frame: LookupFrame<Type>,
): Answer<Type> {
  const last = hops.at(-1);
  if (last === undefined) return { ...frame.meta, status: "unreachable" };
  const { reply, message } = last;
  const attempts = hops.flatMap(hop => hop.attempts);
  const isTold = reply.status === "records" || reply.status === "nodata" || reply.status === "nxdomain";
  const meta: AnswerMeta<Type> = {
    ...frame.meta,
    rcode: message?.rcode ?? null,
    // AD vouches for the whole chain or for nothing.
    ad: isTold && !frame.asksAuthority && hops.every(hop => hop.message?.ad === true),
    aa: hops[0]?.message?.aa === true,
    tc: attempts.some(attempt => attempt.result === "truncated"),
    extendedErrors: message?.extendedErrors ?? [],
    cnames: hops.flatMap(hop => hop.reply.cnames),
    server: message === null ? null : last.server,
    attempts,
  };
  const ttls = hops.map(hop => ("ttl" in hop.reply ? hop.reply.ttl : null)).filter(ttl => ttl !== null);
  if (reply.status === "records") {
    return { ...meta, status: "records", records: reply.records, ttl: Math.min(...ttls) };
  }
  if (reply.status === "nodata" || reply.status === "nxdomain") {
    return { ...meta, status: reply.status, ttl: reply.ttl === null ? null : Math.min(...ttls) };
  }
  return { ...meta, status: reply.status === "alias" ? "malformed" : reply.status };
}
