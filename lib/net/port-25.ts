import { connect } from "node:net";
import { isFailure, recordsOf } from "#lib/dns/answer.ts";
import type { Resolver } from "#lib/dns/resolver.ts";

/** Large mail systems that take connections from everywhere: if none does, it is our network. */
const WITNESSES = ["gmail-smtp-in.l.google.com", "mx1.mail.icloud.com", "mta5.am0.yahoodns.net"] as const;
const CONNECT_MS = 3_000;

/**
 * Whether port 25 of the Internet can be reached from here. Most homes and clouds close it, and then every
 * probe would only wait. Says nothing to the servers.
 */
export async function canReachPort25(resolver: Resolver): Promise<boolean> {
  const attempts = WITNESSES.map(async host => {
    const answer = await resolver.lookup(host, "A");
    const [address] = isFailure(answer) ? [] : recordsOf(answer);
    if (address === undefined || !(await connects(address))) throw new Error(`${host} was not reached`);
  });
  return Promise.any(attempts).then(
    () => true,
    () => false,
  );
}

function connects(address: string): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect({ host: address, port: 25 });
    const end = (reached: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reached);
    };
    const timer = setTimeout(() => end(false), CONNECT_MS);
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}
