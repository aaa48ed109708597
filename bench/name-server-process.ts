import { startNameServer } from "#lib/dns/name-server/start-name-server.ts";
import { SHARED_WORLD, typicalDomain } from "./typical-domain.ts";

/** A name server in a process of its own, so that its work is not counted as the scan's. */
const delayMs = Number(process.argv[2] ?? "0");
const count = Number(process.argv[3] ?? "1");
const domains = Array.from({ length: count }, (_, index) => typicalDomain(`d${index}.example.org`));
const server = await startNameServer({
  zones: domains.join("") + SHARED_WORLD,
  faults: delayMs > 0 ? [{ name: "*", kind: "delay", delayMs }] : [],
});
process.send?.({ port: server.port });
process.on("message", () => process.send?.({ queries: server.queries.length }));
process.on("disconnect", () => process.exit(0));
