/** What a PostgreSQL server writes about itself into `postmaster.pid` of its data directory. */
export interface PostmasterPid {
  readonly pid: number;
  readonly port: number;
  readonly status: "starting" | "stopping" | "ready" | "standby" | "unknown";
}

const STATUSES = ["starting", "stopping", "ready", "standby"] as const;

/**
 * Reads the lines of the file: pid, data directory, start time, port, socket directory, listen address, shared
 * memory key, status (PostgreSQL source, miscadmin.h). Null while the file is not written far enough.
 */
export function parsePostmasterPid(text: string): PostmasterPid | null {
  const lines = text.split("\n").map(line => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0) return null;
  return { pid, port, status: STATUSES.find(status => status === lines[7]) ?? "unknown" };
}
