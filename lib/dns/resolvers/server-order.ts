/** Servers in the order in which they are asked: those that stayed silent of late come last. */
export interface ServerOrder<Server> {
  inOrder(): readonly Server[];
  answered(server: Server): void;
  stayedSilent(server: Server): void;
}

/** Keeps the configured order among servers that do equally well, so that a dead one costs its time only once. */
export function serverOrder<Server>(servers: readonly Server[]): ServerOrder<Server> {
  const silences = new Map<Server, number>();
  const silencesOf = (server: Server) => silences.get(server) ?? 0;
  return {
    inOrder: () => servers.toSorted((one, other) => silencesOf(one) - silencesOf(other)),
    answered: server => void silences.delete(server),
    stayedSilent: server => void silences.set(server, silencesOf(server) + 1),
  };
}
