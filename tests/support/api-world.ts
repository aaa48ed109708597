import { Client } from "pg";
import type { Settings } from "#lib/composition.ts";
import { createApiKey } from "#lib/services/api-keys/create.ts";
import { executeScan } from "#lib/services/scans/execute.ts";
import type { LimitPolicy } from "#lib/services/limits/policy.ts";
import { API_SCOPES, type ApiScope } from "#lib/values/api-scope.ts";
import { storeAccount } from "./account.ts";
import { startApiServer } from "./api-server.ts";
import { freshDatabase } from "./fresh-database.ts";
import { account, openTestHouse, type TestHouse, worker } from "./test-house.ts";

export interface CallOptions {
  readonly key?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where the request comes from. */
  readonly from?: string;
}

/** An answer, read to its end. */
export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; null where it is none. */
  readonly json: Record<string, unknown> | null;
}

export interface ApiWorld {
  readonly url: string;
  readonly house: TestHouse;
  readonly sql: Client;
  /** A new account with a key for everything, or for those scopes. */
  makeKey(scopes?: readonly ApiScope[]): Promise<{ accountId: string; keyId: string; key: string }>;
  call(method: string, path: string, options?: CallOptions): Promise<Told>;
  /** Carries a stored scan out. */
  finish(scanId: unknown): Promise<void>;
  close(): Promise<void>;
}

/** The API on a real socket with a database of its own. */
export async function openApiWorld(
  postgresUrl: string,
  options: { readonly limits?: Partial<LimitPolicy>; readonly settings?: Partial<Settings> } = {},
): Promise<ApiWorld> {
  const url = await freshDatabase(postgresUrl);
  const house = await openTestHouse({
    url,
    zone: ZONE,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  const server = await startApiServer(house, options.settings);
  const sql = new Client({ connectionString: url });
  sql.on("error", () => {});
  await sql.connect();
  return {
    url: server.url,
    house,
    sql,
    async makeKey(scopes = API_SCOPES) {
      const accountId = await storeAccount(url);
      const ctx = account(house, accountId);
      const { key, secret } = await createApiKey({ ctx, input: { name: "test", scopes: [...scopes] } });
      return { accountId, keyId: key.id, key: secret };
    },
    call: (method, path, call) => tell(`${server.url}${path}`, method, call),
    finish: async scanId =>
      void (await executeScan({ ctx: worker(house), input: { scanId: String(scanId) } })),
    async close() {
      await server.close();
      await sql.end();
      await house.close();
    },
  };
}

const ZONE = `
example.com. 300 IN MX 10 mx.example.com.
_mailtriage-challenge.proof.example.com. 300 IN TXT "0123456789ABCDEFGHIJKL"
`;

async function tell(url: string, method: string, options: CallOptions = {}): Promise<Told> {
  const { key, body, from } = options;
  const response = await fetch(url, {
    method,
    redirect: "manual",
    headers: {
      ...(options.json === undefined ? {} : { "content-type": "application/json" }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(from === undefined ? {} : { "x-forwarded-for": from }),
      ...options.headers,
    },
    ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
    ...(body === undefined ? {} : { body }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").endsWith("json");
  const json = isJson && text !== "" ? JSON.parse(text) : null;
  return { status: response.status, headers: response.headers, text, json };
}
