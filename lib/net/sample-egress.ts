import type { Egress, EgressResult } from "./egress.ts";

/** The files of made-up web servers by "host/path". */
export type SampleFiles = Readonly<
  Record<string, { readonly contentType: string; readonly body: string } | undefined>
>;

/**
 * The egress of the sample world: it knows the files of made-up web servers and opens no connection. A host without
 * any file is one that cannot be connected to.
 */
export function sampleEgress(files: SampleFiles): Egress {
  const hosts = new Set(Object.keys(files).map(path => path.split("/")[0]));
  return {
    async get({ host, pathname, protocol }): Promise<EgressResult> {
      const about = { address: null, ms: 0 };
      if (protocol !== "https:") return { ok: false, failure: "forbidden-url", ours: false, ...about };
      if (!hosts.has(host)) return { ok: false, failure: "connect-failed", ours: false, ...about };
      const file = files[host + pathname];
      return {
        ok: true,
        status: file === undefined ? 404 : 200,
        contentType: file?.contentType ?? null,
        body: new TextEncoder().encode(file?.body ?? ""),
        address: "sample",
        ms: 0,
      };
    },
  };
}
