/**
 * A server's reply without people in it: of every address only the domain is left, "…@example.com". Cut to what a
 * table can show. What Microsoft, Google and others need to find the refusal (hosts, times, sessions) stays.
 */
export const redactReply = (reply: string): string => {
  const shown = reply.slice(0, LONGEST_REPLY * 2).replaceAll("\0", "");
  return (MAY_HOLD_ADDRESS.test(shown) ? shown.replaceAll(ADDRESS, "…@$1") : shown)
    .slice(0, LONGEST_REPLY)
    .trim();
};

const LONGEST_REPLY = 400;

const MAY_HOLD_ADDRESS = /@|[=%]40/;

/** Quoted local parts as well (RFC 5321 4.1.2); "=40" and "%40" are an @ that some systems write. */
const ADDRESS =
  /(?:"[^"\n]{1,64}"|[^\s<>()[\]:;,"@=]{1,64}(?:=[^\s<>()[\]:;,"@=]{1,64}){0,3})(?:@|=40|%40)((?:[\p{L}\p{N}_-]{1,63}\.){1,10}[\p{L}\p{N}-]{2,63})/gu;
