import type { Egress, EgressResult } from "./egress.ts";

/** A file of a made-up web server. */
export interface SampleFile {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/**
 * The egress of the sample world: it knows the files of made-up web servers by "host/path" and opens no connection.
 * A host without any file is one that cannot be connected to.
 */
export function sampleEgress(files: ReadonlyMap<string, SampleFile>): Egress {
  const hosts = new Set([...files.keys()].map(path => path.split("/")[0]));
  return {
    async get({ host, pathname, protocol }): Promise<EgressResult> {
      const about = { address: null, ms: 0 };
      if (protocol !== "https:") return { ok: false, failure: "forbidden-url", ours: false, ...about };
      if (!hosts.has(host)) return { ok: false, failure: "connect-failed", ours: false, ...about };
      const file = files.get(host + pathname);
      const found = file ?? { contentType: null, body: new Uint8Array() };
      return { ok: true, status: file === undefined ? 404 : 200, address: "sample", ms: 0, ...found };
    },
  };
}
