import type { Attempt } from "../answer.ts";
import type { AskOptions } from "../transports/ask-server.ts";
import type { DnsServer } from "../transports/server.ts";
import { MAX_CNAMES } from "../zone/follow.ts";
import { askServers } from "./ask-servers.ts";
import type { ServerOrder } from "./server-order.ts";

export interface AliasCircle {
  readonly loops: boolean;
  readonly cnames: readonly string[];
  readonly attempts: readonly Attempt[];
}

/**
 * Finds out whether a SERVFAIL comes from aliases that lead in a circle: many resolvers follow them until they
 * give up and do not say so. Each alias is asked for by itself, which they do not follow.
 */
export async function findAliasCircle(
  servers: ServerOrder<DnsServer>,
  start: string,
  options: AskOptions & { readonly attempts: number },
): Promise<AliasCircle> {
  const cnames: string[] = [];
  const attempts: Attempt[] = [];
  for (;;) {
    const name = cnames.at(-1) ?? start;
    const question = { name, type: "CNAME", recursion: true, checkingDisabled: false } as const;
    const asked = await askServers(servers, question, options);
    attempts.push(...asked.attempts);
    const target = asked.reply.status === "records" ? asked.reply.records[0] : undefined;
    if (target === undefined) return { loops: false, cnames, attempts };
    const loops = target === start || cnames.includes(target) || cnames.length === MAX_CNAMES;
    cnames.push(target);
    if (loops) return { loops, cnames, attempts };
  }
}
